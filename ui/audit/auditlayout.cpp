// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/paddedheader.h"
#include "ui/widgets/pagehead.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/rowpainter.h"
#include "ui/widgets/statestack.h"
#include "ui/widgets/statuschip.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>

namespace {

class AuditDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return rowSize(option);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        RowPainter row(painter, option);
        const int column = index.column();
        const int before = PaddedHeader::padding(option.font, column == 0);
        const bool isBad = column == AuditItems::Outcome && index.data(AuditItems::IsMendedRole).toBool();
        const auto alignment = index.data(Qt::TextAlignmentRole);
        row.text(option.rect.adjusted(before, 0, -before / 2, 0), index.data().toString(),
                 isBad                             ? row.color(Theme::Token::Bad)
                 : column == AuditItems::Operation ? row.strong()
                                                   : row.quiet(),
                 option.font, column == AuditItems::Place ? Qt::ElideLeft : Qt::ElideRight,
                 alignment.isValid() ? Qt::AlignRight : Qt::AlignLeft);
    }
};

} // namespace

void AuditPage::layOutList()
{
    m_list->setModel(&m_controller.items());
    m_list->setItemDelegate(new AuditDelegate(m_list));
    m_list->setHeader(new PaddedHeader(Qt::Horizontal, m_list));
    m_list->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Records"));
    const int letter = fontMetrics().averageCharWidth();
    const std::array widths{10, 26, 32, 22, 20, 20, 13};
    for (int column = 0; column < AuditItems::Place; ++column)
        m_list->setColumnWidth(column, letter * widths[static_cast<size_t>(column)]);
    m_list->header()->setStretchLastSection(true);
}

QWidget *AuditPage::makeTop()
{
    const int u = Theme::unit(font());
    m_words->setPlaceholderText(tr("Filter"));
    m_words->setAccessibleName(tr("Filter the audit trail"));
    m_words->setClearButtonEnabled(true);
    m_period->setAccessibleName(tr("Time"));
    m_period->addItem(tr("All time"), 0);
    m_period->addItem(tr("Last day"), 1);
    m_period->addItem(tr("Last week"), 7);
    m_period->addItem(tr("Last 30 days"), 30);
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(4 * u, 2 * u, 2 * u, u);
    row->setSpacing(3 * u);
    row->addWidget(m_words, 1);
    row->addWidget(m_period);
    row->addWidget(m_everywhere);
    row->addStretch(1);
    for (QAction *action : {m_verify, m_export, m_close})
        row->addWidget(makeTextButton(action, this));
    return top;
}

QWidget *AuditPage::makeVerdict()
{
    const int u = Theme::unit(font());
    m_verdict->setAccessibleName(tr("Verification"));
    m_verdict->setWraps(true);
    m_remarks->setWraps(true);
    for (PlainLabel *quiet : {m_remarks, m_note}) {
        quiet->setForegroundRole(QPalette::PlaceholderText);
        quiet->setFont(Theme::small(font()));
    }
    auto *strip = new QWidget(this);
    auto *line = new QHBoxLayout;
    line->setSpacing(3 * u);
    line->addWidget(m_chip);
    line->addWidget(m_verdict, 1);
    line->addWidget(m_note);
    auto *lines = new QVBoxLayout(strip);
    lines->setContentsMargins(4 * u, u, 4 * u, 2 * u);
    lines->setSpacing(u);
    lines->addLayout(line);
    lines->addWidget(m_remarks);
    return strip;
}

void AuditPage::layOut()
{
    m_detail->setReadOnly(true);
    m_detail->setFont(Theme::fixedFont());
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setTabChangesFocus(true);
    m_detail->setAccessibleName(tr("The record"));
    m_error->setCanClose(true);
    m_error->setCanRetry(false);
    m_error->hide();
    auto *stack = new StateStack(m_controller, m_list, this);
    stack->setLoadingText(tr("Reading the audit trail"));
    stack->emptyState()->setTitle(tr("No records"));
    stack->emptyState()->setExplanation(
        tr("Each draft that is used, in this window or by ai-cli, is recorded here: when, by whom, and what "
           "became of it. Texts and secrets are not."));
    m_rows->addWidget(stack);
    m_rows->addWidget(m_detail);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 1);
    m_rows->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(makeVerdict());
    column->addWidget(m_error);
    column->addWidget(m_rows, 1);
    setFocusPolicy(Qt::StrongFocus);
}
