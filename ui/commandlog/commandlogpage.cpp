// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandlog/commandlogpage.h"

#include "ui/shell/repositorycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/boundedtext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/paddedheader.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/rowpainter.h"
#include "ui/widgets/statestack.h"

#include "base/text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

class CommandLogDelegate final : public QStyledItemDelegate
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
        const bool isFirst = index.column() == 0, isCommand = index.column() == CommandLogItems::Command;
        const int before = PaddedHeader::padding(option.font, isFirst);
        const bool isBad =
            index.column() == CommandLogItems::Outcome && index.data(CommandLogItems::HasFailedRole).toBool();
        const auto alignment = index.data(Qt::TextAlignmentRole);
        row.text(option.rect.adjusted(before, 0, -before / 2, 0), index.data().toString(),
                 isBad       ? row.color(Theme::Token::Warn)
                 : isCommand ? row.strong()
                             : row.quiet(),
                 isCommand ? Theme::fixedFont() : option.font, Qt::ElideRight,
                 alignment.isValid() ? Qt::AlignRight : Qt::AlignLeft);
    }
};

} // namespace

QString CommandLogPage::pageId()
{
    return u"commandlog"_s;
}

QList<PageCommand> CommandLogPage::declaredCommands()
{
    return {
        {u"commandlog.filter"_s, tr("Filter the command log")}, // Ctrl+F
        {u"commandlog.copy"_s, tr("Copy as a shell line"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        {u"commandlog.copyAll"_s, tr("Copy with what it said")},
        {u"commandlog.close"_s, tr("Close the command log"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}};
}

CommandLogPage::CommandLogPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_words(new QLineEdit(this))
    , m_everywhere(new QCheckBox(tr("Of every repository"), this))
    , m_list(new QTreeView(this))
    , m_detail(new QPlainTextEdit(this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    addCommands();
    layOutList();
    layOut();
    connect(m_words, &QLineEdit::textChanged, this, &CommandLogPage::applyFilter);
    connect(m_everywhere, &QCheckBox::toggled, this, &CommandLogPage::applyFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CommandLogPage::showRecord);
    connect(&m_controller.items(), &QAbstractItemModel::modelReset, this, &CommandLogPage::showRecord);
    connect(m_rows, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    showRecord();
}

void CommandLogPage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    connect(addCommand(declared[0]), &QAction::triggered, this, &CommandLogPage::startSearch);
    m_copy = addCommand(declared[1]);
    m_copyAll = addCommand(declared[2]);
    QAction *close = addCommand(declared[3]);
    connect(m_copy, &QAction::triggered, this, &CommandLogPage::copyCommand);
    connect(m_copyAll, &QAction::triggered, this, &CommandLogPage::copyAll);
    connect(close, &QAction::triggered, this, &Page::closeWanted);
}

void CommandLogPage::layOutList()
{
    m_list->setModel(&m_controller.items());
    m_list->setItemDelegate(new CommandLogDelegate(m_list));
    m_list->setHeader(new PaddedHeader(Qt::Horizontal, m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Commands"));
    const int letter = fontMetrics().averageCharWidth();
    const std::array widths{20, 12, 16};
    for (int column = 0; column < CommandLogItems::Command; ++column)
        m_list->setColumnWidth(column, letter * widths[static_cast<size_t>(column)]);
    m_list->header()->setStretchLastSection(true);
}

void CommandLogPage::layOut()
{
    const int u = Theme::unit(font());
    m_words->setPlaceholderText(tr("Filter"));
    m_words->setAccessibleName(tr("Filter the command log"));
    m_words->setClearButtonEnabled(true);
    m_detail->setReadOnly(true);
    m_detail->setFont(Theme::fixedFont());
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setTabChangesFocus(true);
    m_detail->setAccessibleName(tr("The command and what it said"));
    auto *note = new PlainLabel(tr("Passwords and tokens are masked; what was typed in is not kept."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(4 * u, 2 * u, 4 * u, 2 * u);
    top->setSpacing(3 * u);
    top->addWidget(m_words, 1);
    top->addWidget(m_everywhere);
    top->addWidget(note, 1);
    auto *stack = new StateStack(m_controller, m_list, this);
    stack->emptyState()->setTitle(tr("No commands yet"));
    stack->emptyState()->setExplanation(
        tr("Each git command that Plumbline runs is listed here, with its time and result."));
    m_rows->addWidget(stack);
    m_rows->addWidget(m_detail);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 1);
    m_rows->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_rows, 1);
    setFocusPolicy(Qt::StrongFocus);
}

void CommandLogPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    if (m_list->isVisible())
        m_list->setFocus(event->reason());
}

void CommandLogPage::startSearch()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void CommandLogPage::applyFilter()
{
    m_controller.setFilter(m_words->text(), m_everywhere->isChecked());
}

const RunRecord *CommandLogPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_controller.items().record(index.row()) : nullptr;
}

void CommandLogPage::showRecord()
{
    const RunRecord *record = current();
    m_copy->setEnabled(record);
    m_copyAll->setEnabled(record);
    m_detail->setVisible(record);
    m_detail->setPlainText(
        record ? boundedText(visibleText(QString(shellLine(*record) + u"\n\n"_s + record->errorTail)))
               : QString());
}

void CommandLogPage::copyCommand()
{
    if (const RunRecord *record = current())
        QGuiApplication::clipboard()->setText(shellLine(*record));
}

void CommandLogPage::copyAll()
{
    if (const RunRecord *record = current())
        QGuiApplication::clipboard()->setText(
            QStringList{shellLine(*record), outcomeText(*record), record->errorTail}.join(u'\n'));
}

QJsonObject CommandLogPage::saveState() const
{
    return {{u"rows"_s, QString::fromLatin1(m_rows->saveState().toBase64())},
            {u"everywhere"_s, m_everywhere->isChecked()}};
}

void CommandLogPage::restoreState(const QJsonObject &state)
{
    m_rows->restoreState(QByteArray::fromBase64(state.value("rows"_L1).toString().toLatin1()));
    m_everywhere->setChecked(state.value("everywhere"_L1).toBool());
}
