// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/changescontroller.h"

#include "git/diff.h"
#include "git/sequence/conflicts.h"
#include "git/stagedprint.h"
#include "git/work/workdiff.h"
#include "settings/truststore.h"
#include "workspace/sequence/conflictwords.h"
#include "workspace/undo/undocontroller.h"

namespace {

QList<FileItem> itemsOf(const QList<Git::StatusEntry> &entries, const QHash<QByteArray, QString> &notes)
{
    QList<FileItem> items;
    items.reserve(entries.size());
    for (const Git::StatusEntry &entry : entries)
        items += FileItem{entry.path, entry.oldPath, entry.status, entry.isFolder, notes.value(entry.path)};
    return items;
}

/// What both sides did to the files in conflict.
QHash<QByteArray, QString> readConflictNotes(const Git::RepoLocation &where, const Git::Status &status,
                                             const CancelToken &cancel)
{
    QHash<QByteArray, QString> notes;
    if (!std::ranges::contains(status.unstaged, Diff::FileStatus::Conflicted, &Git::StatusEntry::status))
        return notes;
    const auto conflicts = Git::readConflicts(where, cancel);
    for (const Git::ConflictEntry &entry : conflicts.value_or(Git::Conflicts()).open)
        notes.insert(entry.path, ConflictWords::kind(entry.kind));
    return notes;
}

/// Where nothing is kept that could be made again, nothing is kept at all.
QString messageFolder(const WorkspaceServices &services)
{
    return services.cacheFolder.isEmpty() ? QString() : QString(userStateFolder() + u"/messages");
}

} // namespace

ChangesController::ChangesController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_draftUse(repository)
    , m_commit(repository)
    , m_messages(repository, messageFolder(repository.services()))
    , m_people(repository)
    , m_status(this, repository.services().reads)
    , m_readModules(this, repository.services().longReads)
    , m_diff(this, repository.services().reads)
    , m_drafting(this, repository.services().longReads)
    , m_readPrepared(this, repository.services().reads)
    , m_undone(this, repository.services().reads)
    , m_readRules(this, repository.services().reads)
    , m_last(this, repository.services().reads)
    , m_plan(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::repositoryChanged, this,
            &ChangesController::refreshAfterChange);
    connect(&repository, &RepositoryController::opened, this, &ChangesController::refresh);
    connect(&repository, &RepositoryController::undoChanged, this, &ChangesController::undoChanged);
    connect(&repository.undo(), &UndoController::undone, this, [this](const Git::UndoRecord &record) {
        if (!record.committed.isNull())
            readUndone(record.committed);
    });
    connectCommit();
    if (repository.state() == PageState::Ready)
        refresh();
}

void ChangesController::connectCommit()
{
    connect(&m_draftUse, &DraftUse::taken, this, &ChangesController::draftTaken);
    connect(&m_draftUse, &DraftUse::failed, this, &ChangesController::actionFailed);
    connect(&m_draftUse, &DraftUse::busyChanged, this, &ChangesController::busyChanged);
    connect(&m_commit, &CommitRun::started, this, [this] {
        Q_EMIT commitStarted();
        Q_EMIT busyChanged();
    });
    connect(&m_commit, &CommitRun::outputReceived, this, &ChangesController::outputReceived);
    connect(&m_commit, &CommitRun::succeeded, this, [this](const Git::ObjectId &commit) {
        m_draftUse.noteCommit(m_committing);
        Q_EMIT committed(commit);
        finishCommit();
    });
    connect(&m_commit, &CommitRun::failed, this, [this](const Error &error) {
        Q_EMIT commitFailed(error);
        finishCommit();
    });
}

bool ChangesController::isBusy() const
{
    return m_isDue || m_status.isRunning() || m_readModules.isRunning() || m_diff.isRunning() ||
           m_drafting.isRunning() || m_draftUse.isBusy() || m_readPrepared.isRunning() ||
           m_undone.isRunning() || m_readRules.isRunning() || m_commit.isRunning() || m_plan.isRunning() ||
           m_people.isReading();
}

// What runs is not cut short: with changes that never stop nothing would be shown.
void ChangesController::refreshAfterChange()
{
    if (m_status.isRunning())
        m_isDue = true;
    else
        refresh();
}

void ChangesController::refresh()
{
    m_isDue = false;
    if (m_repository.state() != PageState::Ready)
        return;
    if (m_repository.location().isBare()) {
        setEmpty();
        return;
    }
    setLoading();
    m_status.start(
        [where = m_repository.location(),
         runner = m_repository.services().runner](const CancelToken &cancel) -> Result<Shown> {
            const Git::Program git(*runner, where);
            auto print = Git::readStagedPrint(where, cancel);
            auto status = Git::readWorkStatus(git, {.looksIntoSubmodules = false}, cancel);
            if (!status)
                return std::unexpected(status.error());
            const auto notes = readConflictNotes(where, *status, cancel);
            return Shown{itemsOf(status->unstaged, notes), itemsOf(status->staged, {}),
                         print.value_or(QByteArray())};
        },
        [this](const Result<Shown> &shown) {
            m_print = shown && !isWriting() ? shown->print : QByteArray();
            shown ? takeStatus(*shown) : setFailed(shown.error());
            if (m_isDue)
                refresh();
            Q_EMIT busyChanged();
        });
    readDraft();
    readPrepared();
    readRules();
    Q_EMIT busyChanged();
}

void ChangesController::takeStatus(const Shown &shown)
{
    m_unstagedFiles = shown.unstaged;
    showUnstaged();
    m_staged.setFiles(shown.staged);
    readModules();
    readDiff(); // begun before anybody is told, so that no one takes this for settled
    setReady();
    Q_EMIT listsChanged();
}

qsizetype ChangesController::changedPathCount() const
{
    const QList<FileItem> &unstaged = m_unstaged.files(), &staged = m_staged.files();
    qsizetype both = 0;
    for (auto file = unstaged.begin(), other = staged.begin();
         file != unstaged.end() && other != staged.end();) { // both by path
        const int order = QByteArrayView(file->path).compare(other->path);
        both += order == 0 ? 1 : 0;
        file += order <= 0 ? 1 : 0;
        other += order >= 0 ? 1 : 0;
    }
    return unstaged.size() + staged.size() - both;
}

void ChangesController::select(ChangeSide side, const QList<QByteArray> &paths)
{
    if (m_side == side && m_paths == paths)
        return;
    m_choice.contexts.clear();
    m_side = side;
    m_paths = paths;
    readDiff();
}

QList<QByteArray> ChangesController::withOldPaths(const QList<QByteArray> &paths) const
{
    QList<QByteArray> all = paths;
    for (const FileItem &file : m_staged.files()) {
        if (!file.oldPath.isEmpty() && paths.contains(file.path))
            all += file.oldPath;
    }
    return all;
}

void ChangesController::readDiff()
{
    if (m_paths.isEmpty()) {
        m_diff.cancel();
        m_changes.clear();
        m_diffError = {};
        Q_EMIT diffChanged();
        return;
    }
    const bool isStaged = m_side == ChangeSide::Staged;
    const Git::DiffRequest request{.sides = isStaged ? Git::DiffSides::HeadToIndex
                                                     : Git::DiffSides::IndexToWorkTree,
                                   .paths = isStaged ? withOldPaths(m_paths) : m_paths};
    m_diff.start(
        [where = m_repository.location(), runner = m_repository.services().runner, request,
         choice = m_choice](const CancelToken &cancel) {
            return readShownDiff(Git::Program(*runner, where), request, choice, cancel);
        },
        [this, isIgnored = m_choice.ignoresWhitespace](Result<QList<Diff::FileDiff>> diff) {
            m_isWhitespaceIgnored = isIgnored;
            m_diffError = diff ? Error{} : diff.error();
            m_changes = diff ? std::move(*diff) : QList<Diff::FileDiff>();
            Q_EMIT diffChanged();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

void ChangesController::ignoreWhitespace(bool isIgnored)
{
    if (std::exchange(m_choice.ignoresWhitespace, isIgnored) != isIgnored)
        readDiff();
}

void ChangesController::widenContext(const QByteArray &path, const Diff::ContextChoice &more)
{
    m_choice.widen(path, more);
    readDiff();
}

void ChangesController::commit(const QString &message, CommitOptions options)
{
    options.expectedStaged = m_print;
    if (!m_commit.isRunning())
        m_committing = message;
    m_commit.start(message, options);
}

void ChangesController::finishCommit()
{
    m_repository.note(RepositoryChange::Refs);
    m_repository.refresh(); // at once: what comes next builds on the commit
    finishWrite();
}
