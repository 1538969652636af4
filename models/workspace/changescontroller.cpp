// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/changescontroller.h"

#include "base/text.h"
#include "drafting/draft.h"
#include "drafting/validate.h"
#include "git/commitwrite.h"
#include "git/diff.h"
#include "git/log.h"
#include "git/stage.h"
#include "git/status.h"
#include "workspace/outputrelay.h"

namespace {

QList<FileItem> itemsOf(const QList<Git::StatusEntry> &entries)
{
    QList<FileItem> items;
    items.reserve(entries.size());
    for (const Git::StatusEntry &entry : entries)
        items += FileItem{entry.path, entry.oldPath, entry.status, entry.isFolder};
    return items;
}

QList<QByteArray> pathsOf(const FileItems &items)
{
    QList<QByteArray> paths;
    for (const FileItem &file : items.files())
        paths += file.path;
    return paths;
}

} // namespace

ChangesController::ChangesController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_status(this, repository.services().reads)
    , m_diff(this, repository.services().reads)
    , m_drafting(this, repository.services().reads)
    , m_last(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::repositoryChanged, this, &ChangesController::refresh);
    connect(&repository, &RepositoryController::opened, this, &ChangesController::refresh);
    if (repository.state() == PageState::Ready)
        refresh();
}

bool ChangesController::isBusy() const
{
    return m_status.isRunning() || m_diff.isRunning() || m_drafting.isRunning() || m_isCommitting;
}

void ChangesController::refresh()
{
    if (m_repository.state() != PageState::Ready)
        return;
    if (m_repository.location().isBare()) {
        setEmpty();
        return;
    }
    setLoading();
    m_status.start([where = m_repository.location()](
                       const CancelToken &cancel) { return Git::readStatus(where, {}, cancel); },
                   [this](const Result<Git::Status> &status) {
                       status ? takeStatus(*status) : setFailed(status.error());
                       Q_EMIT busyChanged();
                   });
    readDraft();
    Q_EMIT busyChanged();
}

void ChangesController::takeStatus(const Git::Status &status)
{
    m_unstaged.setFiles(itemsOf(status.unstaged));
    m_staged.setFiles(itemsOf(status.staged));
    setReady();
    Q_EMIT listsChanged();
    readDiff();
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

void ChangesController::countWrite(int step)
{
    const bool was = isWriting();
    m_writes += step;
    if (was != isWriting())
        Q_EMIT writingChanged();
}

void ChangesController::finishWrite()
{
    refresh();
    m_repository.note(RepositoryChange::Index);
}

template<class Work> void ChangesController::write(Work work)
{
    countWrite(1);
    m_repository.writes().add<void>([work = std::move(work), git = m_repository.program()](
                                        const CancelToken &cancel) { return work(git, cancel); },
                                    [this](const Result<void> &result) {
                                        countWrite(-1);
                                        if (!result && result.error().kind != ErrorKind::Cancelled)
                                            Q_EMIT actionFailed(result.error());
                                        finishWrite();
                                    });
}

void ChangesController::stage(const QList<QByteArray> &paths)
{
    if (!paths.isEmpty())
        write([paths](const Git::Program &git, const CancelToken &cancel) {
            return Git::stagePaths(git, paths, cancel);
        });
}

void ChangesController::unstage(const QList<QByteArray> &paths)
{
    if (!paths.isEmpty()) {
        write([paths = withOldPaths(paths)](const Git::Program &git, const CancelToken &cancel) {
            return Git::unstagePaths(git, paths, cancel);
        });
    }
}

void ChangesController::stageAll()
{
    stage(pathsOf(m_unstaged));
}

void ChangesController::unstageAll()
{
    unstage(pathsOf(m_staged));
}

void ChangesController::stageLines(const Diff::FileDiff &file, const QSet<qsizetype> &lines)
{
    write([file, lines](const Git::Program &git, const CancelToken &cancel) {
        return Git::stageLines(git, file, lines, cancel);
    });
}

void ChangesController::unstageLines(const Diff::FileDiff &file, const QSet<qsizetype> &lines)
{
    write([file, lines](const Git::Program &git, const CancelToken &cancel) {
        return Git::unstageLines(git, file, lines, cancel);
    });
}

template<class Work> void ChangesController::discardWith(Work work)
{
    countWrite(1);
    m_repository.writes().add<Git::UndoRecord>([work = std::move(work), git = m_repository.program()](
                                                   const CancelToken &cancel) { return work(git, cancel); },
                                               [this](const Result<Git::UndoRecord> &record) {
                                                   countWrite(-1);
                                                   if (record) {
                                                       m_undo += *record;
                                                       Q_EMIT undoChanged();
                                                   } else if (record.error().kind != ErrorKind::Cancelled) {
                                                       Q_EMIT actionFailed(record.error());
                                                   }
                                                   finishWrite();
                                               });
}

void ChangesController::discard(const QList<QByteArray> &paths)
{
    if (!paths.isEmpty()) {
        discardWith([paths](const Git::Program &git, const CancelToken &cancel) {
            return Git::discardPaths(git, paths, cancel);
        });
    }
}

void ChangesController::discardLines(const Diff::FileDiff &file, const QSet<qsizetype> &lines)
{
    discardWith([file, lines](const Git::Program &git, const CancelToken &cancel) {
        return Git::discardLines(git, file, lines, cancel);
    });
}

void ChangesController::undoDiscard()
{
    if (m_undo.isEmpty())
        return;
    const Git::UndoRecord record = m_undo.takeLast();
    Q_EMIT undoChanged();
    countWrite(1);
    m_repository.writes().add<void>(
        [record, git = m_repository.program()](const CancelToken &cancel) {
            return Git::undoDiscard(git, record, cancel);
        },
        [this, record](const Result<void> &result) {
            countWrite(-1);
            if (!result) {
                m_undo += record;
                Q_EMIT undoChanged();
                if (result.error().kind != ErrorKind::Cancelled)
                    Q_EMIT actionFailed(result.error());
            }
            finishWrite();
        });
}

QList<Drafting::Validation> ChangesController::validate(const QString &message) const
{
    return Drafting::validateMessage(message);
}

void ChangesController::commit(const QString &message, bool amends)
{
    if (m_isCommitting)
        return;
    m_isCommitting = true;
    Q_EMIT commitStarted();
    Q_EMIT busyChanged();
    const auto relay = OutputRelay::make();
    connect(relay.get(), &OutputRelay::received, this,
            [this](const QByteArray &piece) { Q_EMIT outputReceived(displayText(piece)); });
    const Git::CommitRequest request{
        .message = message.toUtf8(), .amends = amends, .expectedHead = m_repository.refs().head.target};
    m_commit = m_repository.writes().add<Git::ObjectId>(
        [request, relay, git = m_repository.program()](const CancelToken &cancel) {
            return Git::createCommit(
                git, request, [relay](OutputChannel, QByteArrayView piece) { relay->send(piece); }, cancel);
        },
        [this](const Result<Git::ObjectId> &commit) {
            m_isCommitting = false;
            if (commit)
                Q_EMIT committed(*commit);
            else
                Q_EMIT commitFailed(commit.error());
            m_repository.note(RepositoryChange::Refs);
            finishWrite();
        });
}

void ChangesController::cancelCommit()
{
    if (m_isCommitting)
        m_commit.cancel();
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
