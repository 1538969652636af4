// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/history/commitdetails.h"
#include "ui/history/commitlist.h"
#include "ui/history/commitmenu.h"
#include "ui/history/gotoline.h"
#include "ui/history/queryline.h"
#include "ui/history/refpanel.h"
#include "ui/image/imagepane.h"
#include "ui/shell/pathactions.h"
#include "ui/shell/repositorycontext.h"
#include "ui/shell/toolactions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;

HistoryPage::HistoryPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_signatures(context.repository(), m_controller.commits().signatures())
    , m_list(new CommitList(m_controller.commits(), this))
    , m_details(new CommitDetailsView(this))
    , m_files(new FileList(m_controller.files(), this))
    , m_fileCount(new PlainLabel(this))
    , m_problems(new PlainLabel(this))
    , m_end(new PlainLabel(this))
    , m_diff(new DiffView(context.services().reads, this))
    , m_images(new ImagePane(context.repository(), m_diff, this))
    , m_outer(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_right(new QSplitter(Qt::Vertical, this))
    , m_refs(new RefPanel(m_controller.refs(), this))
    , m_query(new QueryLine(this))
    , m_goTo(new GoToLine(this))
    , m_swapButton(new QToolButton(this))
{
    layOut();
    addCommands();
    addGoCommands();
    addFilterCommands();
    addDiffCommands();
    connectQuery();
    connectRefs();
    addMenus();
    connect(m_list, &CommitList::currentRowChanged, this, &HistoryPage::choose);
    connect(m_list, &CommitList::selectedRowsChanged, this, &HistoryPage::choose);
    connect(m_details, &CommitDetailsView::parentRequested, this, &HistoryPage::showCommit);
    connect(m_files, &FileList::diffRequested, m_diff, qOverload<>(&QWidget::setFocus));
    connect(m_list, &CommitList::copyWanted, this, &HistoryPage::copyIds);
    connect(m_list, &CommitList::activatedRow, m_files, qOverload<>(&QWidget::setFocus));
    connect(m_files, &FileList::pathsSelected, this, &HistoryPage::showFile);
    connect(&m_controller, &HistoryController::detailsChanged, this, [this] {
        m_details->setCommit(m_controller.details(), m_controller.chosen().detailsError());
        showSignature();
        showRefsOfCommit();
    });
    connect(&m_controller.commits(), &CommitItems::labelsChanged, this, &HistoryPage::showRefsOfCommit);
    connect(&m_controller.chosen(), &ChosenCommit::signatureChanged, this, &HistoryPage::showSignature);
    connect(&context.repository(), &RepositoryController::trustChanged, this, &HistoryPage::showSignature);
    connect(&m_controller, &HistoryController::diffChanged, this, &HistoryPage::showDiff);
    connect(&m_controller, &HistoryController::problemsChanged, this, &HistoryPage::showProblems);
    connect(&m_context.repository(), &RepositoryController::refsChanged, this, &HistoryPage::showProblems);
    connect(&m_controller, &HistoryController::rowsChanged, this, &HistoryPage::keepChoice);
    connect(&m_controller, &PageController::busyChanged, this, &HistoryPage::keepChoice);
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(m_diff, &DiffView::settledChanged, this, &Page::settledChanged);
    connect(m_images, &ImagePane::settledChanged, this, &Page::settledChanged);
    connect(&m_signatures, &CommitSignatures::runningChanged, this, &Page::settledChanged);
    for (QSplitter *splitter : {m_outer, m_rows, m_columns, m_right})
        connect(splitter, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    showProblems();
}

void HistoryPage::layOut()
{
    const int unit = Theme::unit(font());
    auto *files = new QWidget(this);
    auto *filesLayout = new QVBoxLayout(files);
    filesLayout->setContentsMargins(0, 2 * unit, 0, 0);
    filesLayout->setSpacing(unit);
    m_fileCount->setFont(Theme::small(font()));
    m_fileCount->setForegroundRole(QPalette::PlaceholderText);
    m_fileCount->setContentsMargins(2 * unit, 0, 2 * unit, 0);
    m_swapButton->setAutoRaise(true);
    m_swapButton->hide();
    auto *filesHead = new QHBoxLayout;
    filesHead->addWidget(m_fileCount, 1);
    filesHead->addWidget(m_swapButton);
    filesLayout->addLayout(filesHead);
    filesLayout->addWidget(m_files);
    m_files->setAccessibleName(tr("Files of the commit"));
    m_files->setSelectionMode(QAbstractItemView::SingleSelection);
    m_diff->setAccessibleName(tr("Differences of the commit"));

    m_right->addWidget(files);
    m_right->addWidget(m_images);
    m_columns->addWidget(m_details);
    m_columns->addWidget(m_right);
    auto *top = new QWidget(this);
    auto *topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->setSpacing(0);
    m_problems->setWraps(true);
    m_problems->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    m_end->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    m_end->setForegroundRole(QPalette::PlaceholderText);
    m_end->setText(tr("This is a shallow clone: it has nothing from before the commits marked “truncated”."));
    m_end->hide();
    topLayout->addWidget(m_problems);
    topLayout->addWidget(m_query);
    topLayout->addWidget(m_goTo);
    topLayout->addWidget(makeHint());
    topLayout->addWidget(m_list, 1);
    topLayout->addWidget(m_end);
    m_rows->addWidget(top);
    m_rows->addWidget(m_columns);
    m_outer->addWidget(m_refs);
    m_outer->addWidget(m_rows);
    for (QSplitter *splitter : {m_outer, m_rows, m_columns, m_right}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
    }
    m_outer->setSizes({46 * unit, 240 * unit});
    m_outer->setStretchFactor(1, 1);
    m_rows->setSizes({110 * unit, 90 * unit});
    m_rows->setStretchFactor(0, 55);
    m_rows->setStretchFactor(1, 45);
    m_columns->setSizes({84 * unit, 200 * unit});
    m_columns->setStretchFactor(1, 1);
    m_files->setMinimumHeight(2 * qRound(fontMetrics().height() * 1.6));
    m_right->setSizes({42 * unit, 58 * unit});
    m_right->setStretchFactor(0, 42);
    m_right->setStretchFactor(1, 58);

    auto *stack = new StateStack(m_controller, m_outer, this);
    stack->setLoadingText(tr("Reading history"));
    stack->emptyState()->setTitle(tr("No commits yet"));
    stack->emptyState()->setExplanation(tr("The first commit you make on the Changes page will stand here."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack);
    setFocusProxy(m_list);
}

void HistoryPage::addCommands()
{
    QAction *copyId =
        addCommand(u"history.copyId"_s, tr("Copy commit id"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    connect(copyId, &QAction::triggered, this, &HistoryPage::copyIds);
    QAction *goToHead =
        addCommand(u"history.goToHead"_s, tr("Go to HEAD"), QKeySequence(Qt::CTRL | Qt::Key_Home));
    connect(goToHead, &QAction::triggered, this,
            [this] { openArgument(m_context.repository().refs().head.target.toHex()); });
    QAction *goToParent =
        addCommand(u"history.goToParent"_s, tr("Go to parent"), QKeySequence(Qt::ALT | Qt::Key_Down));
    connect(goToParent, &QAction::triggered, this,
            [this] { goToOneOf(m_controller.parentRows(m_list->currentIndex().row())); });
    QAction *goToChild =
        addCommand(u"history.goToChild"_s, tr("Go to &child"), QKeySequence(Qt::ALT | Qt::Key_Up));
    connect(goToChild, &QAction::triggered, this,
            [this] { goToOneOf(m_controller.childRows(m_list->currentIndex().row())); });
    QAction *find = addCommand(u"history.findInDiff"_s, tr("Find in differences"),
                               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    connect(find, &QAction::triggered, m_diff, &DiffView::openFind);
    m_swap = addCommand(u"history.swapCompared"_s, tr("S&wap the compared commits"));
    m_swap->setVisible(false);
    connect(m_swap, &QAction::triggered, this, &HistoryPage::swapCompared);
    m_swapButton->setDefaultAction(m_swap);
    m_swapButton->setText(tr("Swap"));
}

void HistoryPage::addMenus()
{
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys) {
        return addCommand(id, text, keys);
    };
    addCommandSeparator();
    openCommandGroup(tr("Commit"));
    m_menu = new CommitMenu(m_context, u"history"_s, add, this);
    closeCommandGroup();
    static_cast<QVBoxLayout *>(m_rows->widget(0)->layout())->insertWidget(0, m_menu->banner());
    addBranches();
    const auto commitAt = [this](int row) {
        const History::Row *shown = row < 0 ? nullptr : m_controller.commits().at(row);
        return shown ? std::optional(shown->commit) : std::nullopt;
    };
    connect(m_list, &CommitList::currentRowChanged, m_menu,
            [this, commitAt](int row) { m_menu->setCommit(commitAt(row)); });
    connect(m_list, &CommitList::selectedRowsChanged, this, &HistoryPage::noteChosen);
    // Of the current row, whichever commits are compared: a command must do what the row says.
    connect(&m_controller, &HistoryController::detailsChanged, m_menu, [this, commitAt] {
        const int row = m_list->currentIndex().row();
        const auto &details = m_controller.details();
        const bool isOfRow = details && (row < 0 || details->commit.id == m_controller.idAt(row));
        m_menu->setCommit(isOfRow ? std::optional(details->commit) : commitAt(row));
    });
    connect(m_menu, &CommitMenu::compareRequested, this, [this](const Git::ObjectId &commit) {
        m_compared = commit;
        m_controller.compare(commit, m_context.repository().refs().head.target);
    });
    connect(m_menu, &CommitMenu::workTreeRequested, this, [this](const Git::ObjectId &commit) {
        m_compared = commit;
        m_controller.compareWithWorkTree(commit);
    });
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { m_menu->popup(m_list->viewport()->mapToGlobal(at)); });
    addCommandSeparator();
    const auto target = [this]() -> PathAt {
        const QModelIndex file = m_files->currentIndex();
        const auto status = static_cast<Diff::FileStatus>(file.data(FileItems::StatusRole).toInt());
        const bool isGone = file.isValid() && status == Diff::FileStatus::Deleted;
        const auto &details = m_controller.details();
        if (m_controller.chosen().hasOtherFiles())
            return {}; // those of the commit that was chosen before
        if (m_controller.chosen().isWithWorkTree())
            return {file.data(FileItems::PathRole).toByteArray(),
                    isGone ? m_controller.selected() : Git::ObjectId()};
        if (isGone && details && !details->commit.parents.isEmpty())
            return {file.data(FileItems::PathRole).toByteArray(), details->commit.parents.first()};
        return {file.data(FileItems::PathRole).toByteArray(), m_controller.selected()};
    };
    (new PathActions(m_context, u"history"_s, add, target, this))->addMenuTo(m_files);
    const auto file = [this, target]() -> ToolStarter::File {
        const ChosenCommit &chosen = m_controller.chosen();
        if (chosen.isWithWorkTree())
            return {.path = target().path, .older = chosen.id()};
        return {.path = target().path, .commit = chosen.id(), .older = chosen.comparedWith()};
    };
    openCommandGroup(tr("Open with"));
    (new ToolActions(m_context, u"history"_s, add, file, this))->addMenuTo(m_files);
    closeCommandGroup();
}

void HistoryPage::undo()
{
    m_menu->actions().undoLast();
}

bool HistoryPage::isSettled()
{
    return Page::isSettled() && m_diff->isSettled() && m_images->isSettled() &&
           !m_controller.isAwaitingDeployments() && !m_signatures.isRunning();
}

// Ctrl+F: in the differences when one reads them, else in history.
void HistoryPage::startSearch()
{
    if (m_diff->hasFocus() || m_diff->isAncestorOf(QApplication::focusWidget()))
        m_diff->openFind();
    else
        m_query->start();
}

void HistoryPage::copyIds()
{
    QByteArray ids;
    for (const auto &[first, count] : m_list->selectedRanges()) {
        for (const Git::ObjectId &id : m_controller.idsAt(first, count))
            ids += id.toHex() + '\n';
    }
    if (ids.isEmpty() && !m_controller.selected().isNull())
        ids = m_controller.selected().toHex() + '\n';
    ids.chop(1);
    if (!ids.isEmpty())
        QGuiApplication::clipboard()->setText(QString::fromLatin1(ids));
}

// One is a sentence, and may speak of many commits.
void HistoryPage::showProblems()
{
    const QStringList problems = m_context.repository().refs().problems + m_controller.problems();
    m_problems->setVisible(!problems.isEmpty());
    if (problems.isEmpty())
        return;
    QString text = tr("History is not whole. ") + problems.first();
    if (problems.size() > 1)
        text += u"  "_s + tr("(%n more)", nullptr, static_cast<int>(problems.size() - 1));
    m_problems->setText(text);
    m_problems->setToolTip(problems.size() > 1 ? plainToolTip(problems.join(u'\n')) : QString());
}
