// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changespage.h"

#include "ui/changes/commitbox.h"
#include "ui/changes/messageeditor.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/image/imagepane.h"
#include "ui/shell/bannerwatch.h"
#include "ui/shell/pathactions.h"
#include "ui/shell/repositorycontext.h"
#include "ui/shell/toolactions.h"
#include "ui/shell/writingactions.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QSplitter>

using namespace Qt::StringLiterals;

ChangesPage::ChangesPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_stashing(context.repository())
    , m_ignore(context.repository())
    , m_writing(new WritingActions(context.repository(), this))
    , m_unstaged(new FileList(m_controller.unstaged(), this))
    , m_staged(new FileList(m_controller.staged(), this))
    , m_error(new ErrorBanner(this))
    , m_diff(new DiffView(context.services().reads, this))
    , m_images(new ImagePane(context.repository(), m_diff, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_lists(new QSplitter(Qt::Vertical, this))
    , m_right(new QSplitter(Qt::Vertical, this))
{
    addCommands();
    m_box = new CommitBox(context, m_controller, m_commit, m_amend, m_draft, this);
    addExtras();
    addDiffCommands();
    layOut();
    new BannerWatch(m_error, this, {&m_controller.unstaged(), &m_controller.staged()});
    connectController();
    keepChoice();
    showCounts();
}

void ChangesPage::addCommands()
{
    m_stage = addCommand(u"changes.stage"_s, tr("Stage"), QKeySequence(Qt::Key_S));
    m_unstage = addCommand(u"changes.unstage"_s, tr("Unstage"), QKeySequence(Qt::Key_U));
    m_discard = addCommand(u"changes.discard"_s, tr("Discard"), QKeySequence(Qt::Key_Delete));
    addCommandSeparator();
    m_stageAll =
        addCommand(u"changes.stageAll"_s, tr("Stage all"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_unstageAll = addCommand(u"changes.unstageAll"_s, tr("Unstage all"),
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
    m_discardAll = addCommand(u"changes.discardAll"_s, tr("Discard all…"));
    m_stash = addCommand(u"changes.stash"_s, tr("Stash…"));
    m_undo = addCommand(u"changes.undoDiscard"_s, tr("Undo")); // Ctrl+Z: undo()
    addCommandSeparator();
    m_draft = addCommand(u"changes.takeDraft"_s, tr("Use draft"), QKeySequence(Qt::CTRL | Qt::Key_D));
    m_amend = addCommand(u"changes.amend"_s, tr("Amend last commit"),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_amend->setCheckable(true);
    m_commit = addCommand(u"changes.commit"_s, tr("Commit"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    QAction *editMessage =
        addCommand(u"changes.editMessage"_s, tr("Edit message"), QKeySequence(Qt::CTRL | Qt::Key_M));
    QAction *find = addCommand(u"changes.findInDiff"_s, tr("Find in differences")); // Ctrl+F

    for (QAction *action : {m_stage, m_unstage, m_discard})
        connect(action, &QAction::triggered, this,
                [this, action] { act(action->objectName().section(u'.', 1)); });
    connect(m_stageAll, &QAction::triggered, this, [this] {
        if (mayWrite())
            m_controller.stageAll();
    });
    connect(m_unstageAll, &QAction::triggered, this, [this] {
        if (mayWrite())
            m_controller.unstageAll();
    });
    connect(m_undo, &QAction::triggered, &m_controller, &ChangesController::undoDiscard);
    connect(m_draft, &QAction::triggered, this, [this] { m_box->takeDraft(); });
    connect(m_amend, &QAction::toggled, this, [this](bool isOn) { m_box->setAmends(isOn); });
    connect(m_commit, &QAction::triggered, this, [this] { m_box->commit(); });
    connect(editMessage, &QAction::triggered, this, [this] { m_box->editor()->setFocus(); });
    connect(find, &QAction::triggered, this, &ChangesPage::startSearch);
    addCommandSeparator();
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys) {
        return addCommand(id, text, keys);
    };
    const auto target = [this]() -> PathAt {
        QByteArray path = listOf(m_shownSide)->selectedPaths().value(0);
        if (path.endsWith('/'))
            path.chop(1);
        return {path, {}};
    };
    auto *paths = new PathActions(m_context, u"changes"_s, add, target, this);
    paths->addMenuTo(m_unstaged);
    paths->addMenuTo(m_staged);
    const auto file = [this, target]() -> ToolStarter::File {
        return {.path = target().path, .isStaged = m_shownSide == ChangeSide::Staged};
    };
    openCommandGroup(tr("Open with"));
    auto *tools = new ToolActions(m_context, u"changes"_s, add, file, this);
    closeCommandGroup();
    tools->addMenuTo(m_unstaged);
    tools->addMenuTo(m_staged);
    addIgnoring();
}

void ChangesPage::connectController()
{
    connect(m_unstaged, &FileList::pathsSelected, this, [this] { choose(ChangeSide::Unstaged); });
    connect(m_staged, &FileList::pathsSelected, this, [this] { choose(ChangeSide::Staged); });
    for (const FileList *list : {m_unstaged, m_staged})
        connect(list, &FileList::diffRequested, m_diff, qOverload<>(&QWidget::setFocus));
    connect(m_unstaged, &FileList::pathActivated, this, [this](const QByteArray &path) {
        if (m_unstaged->currentIndex().data(FileItems::StatusRole).toInt() ==
            static_cast<int>(Diff::FileStatus::Conflicted))
            m_context.openPage(u"conflicts"_s, path);
        else
            act(u"stage"_s);
    });
    connect(m_staged, &FileList::pathActivated, this, [this] { act(u"unstage"_s); });
    connect(m_diff, &DiffView::actionTriggered, this, &ChangesPage::actOnDiff);
    connect(m_diff, &DiffView::nothingSelectedToActOn, this, [this] {
        m_context.showMessage(tr("The selected lines are unchanged. Esc selects nothing, then the "
                                 "whole part is meant."));
    });
    connect(&m_controller, &ChangesController::listsChanged, this, [this] {
        keepChoice();
        passFocus();
        showCounts();
        Q_EMIT badgeChanged();
    });
    connect(&m_controller, &ChangesController::diffChanged, this, &ChangesPage::showDiff);
    connect(&m_controller, &ChangesController::undoChanged, this, &ChangesPage::showUndo);
    connect(&m_controller, &ChangesController::draftChanged, this, &ChangesPage::showDraft);
    connect(&m_controller, &ChangesController::preparedMessageChanged, this, &ChangesPage::showDraft);
    connect(&m_controller, &ChangesController::actionFailed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
    connectWork();
    connectWriting();
    connectStash();
    connectAsking();
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(m_diff, &DiffView::settledChanged, this, &Page::settledChanged);
    connect(m_images, &ImagePane::settledChanged, this, &Page::settledChanged);
    connect(m_box, &CommitBox::messageChanged, this, &Page::stateSaveWanted);
    for (QSplitter *splitter : {m_columns, m_lists, m_right})
        connect(splitter, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    m_draft->setEnabled(false);
    showUndo();
}

int ChangesPage::badge() const
{
    return static_cast<int>(m_controller.changedPathCount());
}

bool ChangesPage::isSettled()
{
    return Page::isSettled() && m_diff->isSettled() && m_images->isSettled();
}

void ChangesPage::startSearch()
{
    m_diff->openFind();
}

// Selecting in one list clears the other, so that it is always clear which side the difference shows.
void ChangesPage::choose(ChangeSide side)
{
    if (m_isChoosing)
        return;
    const QList<QByteArray> paths = listOf(side)->selectedPaths();
    if (paths.isEmpty() && side != m_shownSide)
        return;
    m_isChoosing = true;
    if (!paths.isEmpty())
        listOf(side == ChangeSide::Staged ? ChangeSide::Unstaged : ChangeSide::Staged)->clearSelection();
    m_isChoosing = false;
    m_shownSide = side;
    m_controller.select(side, paths);
}

// After a refresh: stay on the chosen files; when they are gone, take the list's next, then the other list's
// first.
void ChangesPage::keepChoice()
{
    const ChangeSide other = m_shownSide == ChangeSide::Staged ? ChangeSide::Unstaged : ChangeSide::Staged;
    for (const ChangeSide side : {m_shownSide, other}) {
        FileList *list = listOf(side);
        if (list->model()->rowCount() == 0)
            continue;
        if (list->selectedPaths().isEmpty()) {
            const int row = qBound(0, list->currentIndex().row(), list->model()->rowCount() - 1);
            list->setCurrentIndex(list->model()->index(row, 0));
        }
        choose(side);
        return;
    }
    m_controller.select(m_shownSide, {});
}

// Not by a focus proxy: Tab would go there from before the page, and never to what lies between.
void ChangesPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    m_entry->setFocus(event->reason());
}

// An empty list has nothing to show the focus on: it is left out, and one that becomes empty hands it on.
void ChangesPage::passFocus()
{
    QWidget *next = m_diff;
    for (FileList *list : {m_staged, m_unstaged, listOf(m_shownSide)})
        if (list->model()->rowCount() > 0)
            next = list;
    m_entry = next;
    for (FileList *list : {m_unstaged, m_staged}) {
        const bool isEmpty = list->model()->rowCount() == 0;
        list->setFocusPolicy(isEmpty ? Qt::NoFocus : Qt::StrongFocus);
        if (isEmpty && list->hasFocus())
            next->setFocus();
    }
}

void ChangesPage::showDraft()
{
    const bool isPrepared = !m_controller.preparedMessage().isEmpty();
    const QString text = isPrepared ? tr("Use prepared message") : tr("Use draft");
    if (QString(m_draft->text()).remove(u'&') != text) // the menu gave it a letter
        m_draft->setText(text);
    m_draft->setEnabled(isPrepared || !m_controller.draft().subject.isEmpty());
}

// With nothing to take back it says why.
void ChangesPage::undo()
{
    m_controller.undoLast();
}

void ChangesPage::showUndo()
{
    m_undo->setEnabled(m_controller.canUndo());
    m_undoText->setText(m_controller.undoMeaning());
    m_undoBar->setVisible(m_context.repository().undo().isRecent()); // older ones have a page
}

void ChangesPage::connectWork()
{
    connect(&m_controller, &ChangesController::commitStarted, this, [this] {
        m_commitWork = m_context.work().add(tr("Committing"), [this] { m_controller.cancelCommit(); });
    });
    connect(&m_controller, &ChangesController::committed, this, [this] { m_commitWork.finish(); });
    connect(&m_controller, &ChangesController::commitFailed, this, [this] { m_commitWork.finish(); });
    connect(&m_controller, &ChangesController::writingChanged, this, [this] {
        if (m_controller.isWriting())
            m_writeWork = m_context.work().add(tr("Writing changes"));
        else
            m_writeWork.finish();
    });
}
