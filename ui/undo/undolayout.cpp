// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"
#include "ui/files/keyedlist.h"
#include "ui/theme/theme.h"
#include "ui/undo/undopage.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/pagehead.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/rowpainter.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QToolButton>

namespace {

/// Two lines: what was done; which files and how long ago.
class UndoDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return rowSize(option, 2.9);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        RowPainter row(painter, option);
        const int unit = Theme::unit(option.font);
        const QRect area = option.rect.adjusted(3 * unit, unit, -3 * unit, -unit);
        const QFont small = Theme::small(option.font);
        const QRect upper(area.left(), area.top(), area.width(), area.height() / 2);
        QRect lower(area.left(), upper.bottom() + 1, area.width(), area.height() - upper.height());
        row.text(upper, index.data().toString(), row.strong(), option.font, Qt::ElideMiddle);
        const int width = QFontMetrics(small).averageCharWidth() * 8;
        row.text(QRect(lower.right() - width, lower.top(), width, lower.height()),
                 index.data(UndoItems::AgeRole).toString(), row.quiet(), small, Qt::ElideRight,
                 Qt::AlignRight);
        lower.setRight(lower.right() - width - unit);
        row.text(lower, index.data(UndoItems::WhereRole).toString(), row.quiet(), small, Qt::ElideMiddle);
    }
};

} // namespace

void UndoPage::layOut()
{
    const int unit = Theme::unit(font());
    m_list->setItemDelegate(new UndoDelegate(m_list));
    m_list->setAccessibleName(tr("What can be undone"));
    m_diff->setAccessibleName(tr("What comes back"));
    m_diff->setEmptyText(tr("No file would change"));
    auto *right = new QWidget(this);
    auto *rows = new QVBoxLayout(right);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makePageHead(m_title, m_about, {m_bringBack, m_bringFiles, m_remove}, this));
    rows->addWidget(m_error);
    rows->addWidget(m_diff, 1);
    m_error->setCanRetry(false);
    m_error->hide();
    m_columns->addWidget(m_list);
    m_columns->addWidget(right);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->setSizes({84 * unit, 190 * unit});
    m_columns->setStretchFactor(1, 1);
    auto *stack = new StateStack(m_undo, m_columns, this);
    stack->setLoadingText(tr("Reading what can be undone"));
    stack->emptyState()->setTitle(tr("Nothing to undo"));
    stack->emptyState()->setExplanation(
        tr("What is discarded, reset, deleted, dropped, amended, merged or rebased here can be brought back "
           "for %n day(s).",
           nullptr, Git::kUndoDays));
    auto *note =
        new PlainLabel(tr("Kept for %n day(s), in this repository itself.", nullptr, Git::kUndoDays), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(3 * unit, unit, 2 * unit, unit);
    bar->addWidget(note, 1);
    bar->addWidget(makeTextButton(m_close, this));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(stack, 1);
    setFocusPolicy(Qt::StrongFocus);
}
