// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/keyedlist.h"
#include "ui/remotes/remotespage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/pagehead.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/rowpainter.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QToolButton>

namespace {

/// Two lines: the name; the address.
class RemoteDelegate final : public QStyledItemDelegate
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
        const QRect upper(area.left(), area.top(), area.width(), area.height() / 2);
        const QRect lower(area.left(), upper.bottom() + 1, area.width(), area.height() - upper.height());
        row.text(upper, index.data().toString(), row.strong(), option.font, Qt::ElideMiddle);
        row.text(lower, index.data(RemoteItems::AddressRole).toString(), row.quiet(),
                 Theme::small(option.font), Qt::ElideMiddle);
    }
};

/// One name a row, where the words above begin.
class NameDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return rowSize(option, 1.6);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        RowPainter row(painter, option);
        const int margin = 3 * Theme::unit(option.font);
        row.text(option.rect.adjusted(margin, 0, -margin, 0), index.data().toString(), row.strong(),
                 option.font, Qt::ElideMiddle);
    }
};

} // namespace

QWidget *RemotesPage::makeRight()
{
    const int unit = Theme::unit(font());
    auto *form = new QFormLayout;
    form->setContentsMargins(3 * unit, unit, 3 * unit, 2 * unit);
    form->setHorizontalSpacing(3 * unit);
    form->setVerticalSpacing(unit);
    const auto addRow = [&](const QString &name, PlainLabel *value) {
        auto *label = new PlainLabel(name, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setElideMode(Qt::ElideNone);
        value->setElideMode(Qt::ElideMiddle);
        form->addRow(label, value);
    };
    addRow(tr("Fetched from"), m_fetchAddress);
    addRow(tr("Pushed to"), m_pushAddress);
    addRow(tr("Fetch settings"), m_settings);
    m_settings->setWraps(true);
    m_branches->setAccessibleName(tr("Branches of the remote"));
    m_branches->setItemDelegate(new NameDelegate(m_branches));
    m_branches->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makePageHead(m_title, m_about, m_ofRemote, this));
    column->addLayout(form);
    column->addWidget(m_branches, 1);
    return right;
}

void RemotesPage::layOut()
{
    const int unit = Theme::unit(font());
    m_list->setItemDelegate(new RemoteDelegate(m_list));
    m_list->setAccessibleName(tr("Remotes"));
    m_error->setCanClose(true);
    m_error->setCanRetry(false);
    m_error->hide();
    m_columns->addWidget(m_list);
    m_columns->addWidget(makeRight());
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->setSizes({84 * unit, 190 * unit});
    m_columns->setStretchFactor(1, 1);
    auto *stack = new StateStack(m_controller, m_columns, this);
    stack->setLoadingText(tr("Reading the remotes"));
    stack->emptyState()->setTitle(tr("No remotes"));
    stack->emptyState()->setExplanation(
        tr("A remote is another repository, of which branches are fetched and to which they are pushed."));
    stack->emptyState()->setAction(m_add);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    bar->addWidget(makeTextButton(m_add, this));
    bar->addStretch(1);
    bar->addWidget(makeTextButton(m_close, this));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_error);
    column->addWidget(stack, 1);
    setFocusPolicy(Qt::StrongFocus);
}
