// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/linkedpage.h"

#include "ui/files/keyedlist.h"
#include "ui/shell/bannerwatch.h"
#include "ui/shell/repositorycontext.h"
#include "ui/transfer/questiondialogs.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QSplitter>

using namespace Qt::StringLiterals;

LinkedPage::LinkedPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_changes(context.repository())
    , m_writes(context.repository())
    , m_updates(context.repository())
    , m_error(new ErrorBanner(this))
    , m_worktrees(new KeyedList(m_controller.worktreeItems(), this))
    , m_submodules(new KeyedList(m_controller.submoduleItems(), this))
    , m_worktreeTitle(new PlainLabel(this))
    , m_worktreeAbout(new PlainLabel(this))
    , m_submoduleTitle(new PlainLabel(this))
    , m_submoduleAbout(new PlainLabel(this))
    , m_noSubmodules(new PlainLabel(this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    addCommands();
    layOut();
    new BannerWatch(m_error, this, {&m_controller.worktreeItems(), &m_controller.submoduleItems()});
    connectWork();
    connect(m_worktrees, &QAbstractItemView::activated, this, [this] { m_openWorktree->trigger(); });
    connect(m_submodules, &QAbstractItemView::activated, this, [this] { m_openSubmodule->trigger(); });
    for (KeyedList *list : {m_worktrees, m_submodules})
        connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
                &LinkedPage::applyEnabled);
    connect(&m_controller, &LinkedController::listsChanged, this, [this] {
        keepChoice(m_worktrees);
        keepChoice(m_submodules);
        applyEnabled();
    });
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    for (const auto news : {&RepositoryController::trustChanged, &RepositoryController::infoChanged})
        connect(&context.repository(), news, this, &LinkedPage::applyEnabled);
    connect(m_rows, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    applyEnabled();
}

LinkedPage::~LinkedPage() = default;

QString LinkedPage::pageId()
{
    return u"linked"_s;
}

QList<PageCommand> LinkedPage::declaredCommands()
{
    return {{u"linked.openWorktree"_s, tr("Open work tree")},
            {u"linked.addWorktree"_s, tr("Add work tree…"), QKeySequence(Qt::Key_Insert)},
            {u"linked.removeWorktree"_s, tr("Remove work tree…"), QKeySequence(Qt::Key_Delete)},
            {u"linked.lockWorktree"_s, tr("Lock or unlock work tree"), QKeySequence(Qt::Key_L)},
            {u"linked.prune"_s, tr("Forget work trees that are gone…")},
            {u"linked.openSubmodule"_s, tr("Open submodule")},
            {u"linked.update"_s, tr("Update submodule"), QKeySequence(Qt::Key_U)},
            {u"linked.updateAll"_s, tr("Update all submodules"), QKeySequence(Qt::SHIFT | Qt::Key_U)},
            {u"linked.addSubmodule"_s, tr("Add submodule…")},
            {u"linked.syncSubmodule"_s, tr("Take the address of the submodule from .gitmodules")},
            {u"linked.deinit"_s, tr("Deinitialise submodule…")},
            {u"linked.nested"_s, tr("With nested submodules")},
            {u"linked.cancel"_s, tr("Cancel the update")},
            {u"linked.close"_s, tr("Close work trees and submodules"),
             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}};
}

void LinkedPage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    struct Wanted
    {
        QAction **action;
        QString button, tip;
        void (LinkedPage::*act)();
    };
    const QList<Wanted> wanted{
        {&m_openWorktree, tr("Open"), tr("Opens it in a tab"), &LinkedPage::openWorktree},
        {&m_add, tr("Add…"), tr("A folder of its own for another branch"), &LinkedPage::addWorktree},
        {&m_remove, tr("Remove…"), tr("Deletes its folder, when nothing in it is changed"),
         &LinkedPage::removeWorktree},
        {&m_lock, tr("Lock"), tr("A locked one is neither removed nor forgotten"), &LinkedPage::toggleLock},
        {&m_prune, tr("Forget gone…"), tr("Forgets those whose folders are not there"),
         &LinkedPage::askPrune},
        {&m_openSubmodule, tr("Open"), tr("Opens it in a tab"), &LinkedPage::openSubmodule},
        {&m_update, tr("Update"), tr("Fetches what is missing and checks the recorded commit out"),
         &LinkedPage::update},
        {&m_updateAll, tr("Update all"), tr("The same for all, also those that are not initialised"),
         &LinkedPage::updateAll},
        {&m_addSubmodule, tr("Add…"), tr("Clones another repository into a folder of this one"),
         &LinkedPage::addSubmodule},
        {&m_sync, tr("Sync address"), tr("Takes an address that was changed in .gitmodules over"),
         &LinkedPage::sync},
        {&m_deinit, tr("Deinitialise…"), tr("Empties its folder; its clone stays"),
         &LinkedPage::askDeinitialise}};
    for (qsizetype at = 0; at < wanted.size(); ++at) {
        QAction *action = addCommand(declared[at]);
        action->setIconText(wanted[at].button);
        action->setToolTip(plainToolTip(wanted[at].tip));
        action->setProperty("tip", wanted[at].tip);
        connect(action, &QAction::triggered, this, wanted[at].act);
        *wanted[at].action = action;
        if (at == 4)
            addCommandSeparator();
    }
    m_nested = addCommand(declared[11]);
    m_nested->setCheckable(true);
    m_nested->setToolTip(plainToolTip(tr("Updates the submodules in submodules, too")));
    m_cancel = addCommand(declared[12]);
    m_cancel->setIconText(tr("Cancel"));
    m_close = addCommand(declared[13]);
    m_close->setIconText(tr("Close"));
    connect(m_cancel, &QAction::triggered, this, [this] { m_updates.cancel(); });
    connect(m_close, &QAction::triggered, this, &Page::closeWanted);
}

void LinkedPage::connectWork()
{
    new QuestionDialogs(m_updates.questions(), tr("Submodules"), this);
    connect(&m_updates.questions(), &Questions::noticed, &m_context, &RepositoryContext::showMessage);
    connect(&m_updates, &SubmoduleUpdates::runningChanged, this, &LinkedPage::showWork);
    connect(&m_updates, &SubmoduleUpdates::progressed, this,
            [this] { m_updating.setProgress(m_updates.progress().done, m_updates.progress().total); });
    connect(&m_updates, &SubmoduleUpdates::succeeded, &m_context, &RepositoryContext::showMessage);
    connect(&m_updates, &SubmoduleUpdates::failed, this, &LinkedPage::showError);
    connectWrites(m_changes, &m_changing);
    connectWrites(m_writes, &m_writing);
    connect(&m_changes, &WorktreeChanges::removalPlanned, this, &LinkedPage::askRemoval);
}

void LinkedPage::connectWrites(RepositoryActions &writes, WorkList::Handle *handle)
{
    connect(&writes, &RepositoryActions::runningChanged, this, [this, &writes, handle] {
        if (writes.isRunning())
            *handle = m_context.work().add(writes.doing(), [&writes] { writes.cancel(); });
        else
            handle->finish();
        applyEnabled();
    });
    connect(&writes, &RepositoryActions::succeeded, &m_context, &RepositoryContext::showMessage);
    connect(&writes, &RepositoryActions::failed, this, &LinkedPage::showError);
}

void LinkedPage::showWork()
{
    if (m_updates.isRunning())
        m_updating = m_context.work().add(m_updates.doing(), [this] { m_updates.cancel(); });
    else
        m_updating.finish();
    applyEnabled();
    Q_EMIT settledChanged();
}

void LinkedPage::showError(const Error &error)
{
    m_error->setError(error);
    m_error->show();
}

void LinkedPage::keepChoice(KeyedList *list)
{
    if (!list->currentIndex().isValid() && list->model()->rowCount() > 0)
        list->setCurrentIndex(list->model()->index(0, 0));
}

const Git::Worktree *LinkedPage::worktree() const
{
    return m_controller.worktree(m_worktrees->currentIndex().data(LinkedItems::KeyRole).toByteArray());
}

const Git::Submodule *LinkedPage::submodule() const
{
    return m_controller.submodule(m_submodules->currentIndex().data(LinkedItems::KeyRole).toByteArray());
}

// Why nothing can be changed here; empty: it can.
QString LinkedPage::writeProblem() const
{
    const RepositoryController &repository = m_context.repository();
    if (repository.state() != PageState::Ready)
        return tr("The repository is not read yet");
    if (!repository.isTrusted())
        return tr("This repository is not trusted, so nothing is started in it");
    // A bare one has no files of its own, but may have work trees.
    return repository.canWrite() || repository.location().isBare()
               ? QString()
               : repository.info().readOnlyReasons.value(0);
}

namespace {

void enable(QAction *action, bool isEnabled, const QString &problem)
{
    action->setEnabled(isEnabled && problem.isEmpty());
    action->setToolTip(plainToolTip(problem.isEmpty() ? action->property("tip").toString() : problem));
}

} // namespace

void LinkedPage::applyEnabled()
{
    const QString problem = writeProblem();
    applyWorktree(problem);
    applySubmodule(problem);
}

void LinkedPage::applyWorktree(const QString &problem)
{
    const Git::Worktree *tree = worktree();
    const bool isFree = !m_changes.isRunning(), isLinked = tree && !tree->isMain;
    enable(m_openWorktree, tree && !tree->isMissing && !tree->isHere, {});
    enable(m_add, isFree, problem);
    enable(m_remove, isFree && isLinked && !tree->isHere && !tree->isLocked, problem);
    enable(m_lock, isFree && isLinked, problem);
    enable(m_prune, isFree && m_controller.canPrune(), problem);
    const bool isLocked = tree && tree->isLocked;
    m_lock->setIconText(isLocked ? tr("Unlock") : tr("Lock"));
    m_worktreeAbout->setText(problem.isEmpty() ? tr("%n folder(s) with files of this repository", nullptr,
                                                    m_controller.worktreeItems().rowCount())
                                               : problem);
}

void LinkedPage::applySubmodule(const QString &problem)
{
    const Git::Submodule *module = submodule();
    const bool isFree = !m_updates.isRunning() && !m_writes.isRunning(),
               hasAny = m_controller.hasSubmodules();
    enable(m_openSubmodule, module && module->isPopulated, {});
    enable(m_update, isFree && module && module->problem.isEmpty() && !module->isConflicted, problem);
    enable(m_updateAll, isFree && hasAny, problem);
    enable(m_addSubmodule, isFree && !m_context.repository().location().isBare(), problem);
    enable(m_sync, isFree && module && module->isInitialised, problem);
    enable(m_deinit, isFree && module && (module->isInitialised || module->isPopulated), problem);
    m_nested->setEnabled(hasAny && problem.isEmpty());
    m_cancel->setEnabled(m_updates.isRunning());
    m_submodules->setVisible(hasAny);
    m_noSubmodules->setVisible(!hasAny);
    m_submoduleAbout->setText(m_updates.isRunning() ? m_updates.doing()
                              : !problem.isEmpty()  ? problem
                                                    : tr("Other repositories at a recorded commit"));
}

bool LinkedPage::isSettled()
{
    return Page::isSettled() && !m_changes.isRunning() && !m_writes.isRunning() && !m_updates.isRunning();
}

void LinkedPage::stopWork()
{
    m_updates.cancel();
    m_changes.cancel();
    m_writes.cancel();
}

void LinkedPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    if (m_worktrees->isVisible())
        m_worktrees->setFocus(event->reason());
}

QJsonObject LinkedPage::saveState() const
{
    return {{u"rows"_s, QString::fromLatin1(m_rows->saveState().toBase64())}};
}

void LinkedPage::restoreState(const QJsonObject &state)
{
    m_rows->restoreState(QByteArray::fromBase64(state.value("rows"_L1).toString().toLatin1()));
}
