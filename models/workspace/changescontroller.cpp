// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/changescontroller.h"

#include "drafting/draft.h"
#include "git/diff.h"
#include "git/log.h"
#include "git/stagedprint.h"
#include "git/status.h"
#include "settings/truststore.h"

namespace {

QList<FileItem> itemsOf(const QList<Git::StatusEntry> &entries)
{
    QList<FileItem> items;
    items.reserve(entries.size());
    for (const Git::StatusEntry &entry : entries)
        items += FileItem{entry.path, entry.oldPath, entry.status, entry.isFolder};
    return items;
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
    , m_commit(repository)
    , m_messages(repository, messageFolder(repository.services()))
    , m_status(this, repository.services().reads)
    , m_diff(this, repository.services().reads)
    , m_drafting(this, repository.services().longReads)
    , m_readRules(this, repository.services().reads)
    , m_last(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::repositoryChanged, this,
            &ChangesController::refreshAfterChange);
    connect(&repository, &RepositoryController::opened, this, &ChangesController::refresh);
    connect(&repository, &RepositoryController::undoChanged, this, &ChangesController::undoChanged);
    connectCommit();
    if (repository.state() == PageState::Ready)
        refresh();
}

void ChangesController::connectCommit()
{
    connect(&m_commit, &CommitRun::started, this, [this] {
        Q_EMIT commitStarted();
        Q_EMIT busyChanged();
    });
    connect(&m_commit, &CommitRun::outputReceived, this, &ChangesController::outputReceived);
    connect(&m_commit, &CommitRun::succeeded, this, [this](const Git::ObjectId &commit) {
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
    return m_isDue || m_status.isRunning() || m_diff.isRunning() || m_drafting.isRunning() ||
           m_readRules.isRunning() || m_commit.isRunning();
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
        [where = m_repository.location()](const CancelToken &cancel) -> Result<Shown> {
            auto print = Git::readStagedPrint(where, cancel);
            auto status = Git::readStatus(where, {}, cancel);
            if (!status)
                return std::unexpected(status.error());
            return Shown{*std::move(status), print.value_or(QByteArray())};
        },
        [this](const Result<Shown> &shown) {
            m_print = shown && !isWriting() ? shown->print : QByteArray();
            shown ? takeStatus(shown->status) : setFailed(shown.error());
            if (m_isDue)
                refresh();
            Q_EMIT busyChanged();
        });
    readDraft();
    readRules();
    Q_EMIT busyChanged();
}

void ChangesController::readRules()
{
    m_readRules.start([where = m_repository.location()](
                          const CancelToken &cancel) { return Drafting::readMessageRules(where, cancel); },
                      [this](Result<Drafting::MessageRules> rules) {
                          if (rules) {
                              m_rules = *std::move(rules);
                              Q_EMIT rulesChanged();
                          }
                          Q_EMIT busyChanged();
                      });
}

void ChangesController::takeStatus(const Git::Status &status)
{
    m_unstaged.setFiles(itemsOf(status.unstaged));
    m_staged.setFiles(itemsOf(status.staged));
    readDiff(); // begun before anybody is told, so that no one takes this for settled
    setReady();
    Q_EMIT listsChanged();
}

qsizetype ChangesController::changedPathCount() const
{
    QSet<QByteArray> paths;
    for (const FileItems *items : {&m_unstaged, &m_staged}) {
        for (const FileItem &file : items->files())
            paths += file.path;
    }
    return paths.size();
}

void ChangesController::readDraft()
{
    m_drafting.start([where = m_repository.location()](
                         const CancelToken &cancel) { return Drafting::draftStaged(where, cancel); },
                     [this](Result<Drafting::Draft> draft) {
                         m_draft = draft ? std::move(*draft) : Drafting::Draft();
                         Q_EMIT draftChanged();
                         Q_EMIT busyChanged();
                     });
}

void ChangesController::select(ChangeSide side, const QList<QByteArray> &paths)
{
    if (m_side == side && m_paths == paths)
        return;
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
    m_diff.start([where = m_repository.location(),
                  request](const CancelToken &cancel) { return Git::readDiff(where, request, cancel); },
                 [this](Result<QList<Diff::FileDiff>> diff) {
                     m_diffError = diff ? Error{} : diff.error();
                     m_changes = diff ? std::move(*diff) : QList<Diff::FileDiff>();
                     Q_EMIT diffChanged();
                     Q_EMIT busyChanged();
                 });
    Q_EMIT busyChanged();
}

QList<Drafting::Validation> ChangesController::validate(const QString &message) const
{
    return Drafting::checkMessage(message, m_rules);
}

void ChangesController::commit(const QString &message, CommitOptions options)
{
    options.expectedStaged = m_print;
    m_commit.start(message, options);
}

void ChangesController::finishCommit()
{
    m_repository.note(RepositoryChange::Refs);
    finishWrite();
}

void ChangesController::readLastMessage()
{
    const Git::ObjectId head = m_repository.refs().head.target;
    if (head.isNull())
        return;
    m_last.start(
        [where = m_repository.location(), head](const CancelToken &) { return Git::readCommit(where, head); },
        [this](const Result<Git::CommitDetails> &details) {
            if (details)
                Q_EMIT lastMessageRead(details->message.trimmed());
            else
                Q_EMIT actionFailed(details.error());
        });
}
