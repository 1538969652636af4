// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/filehistorycontroller.h"

#include "git/diff.h"

namespace {

RevisionItem itemOf(const Git::FileRevision &revision)
{
    return {revision.commit, revision.path, revision.oldPath, revision.status};
}

} // namespace

FileHistoryController::FileHistoryController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_revisions(*repository.services().clock)
    , m_stream(this, repository.services().longReads)
    , m_diff(this, repository.services().reads)
{
    setEmpty();
    for (const auto news : {&RepositoryController::refsChanged, &RepositoryController::trustChanged}) {
        connect(&repository, news, this, [this] {
            if (!m_path.isEmpty())
                refresh();
        });
    }
}

void FileHistoryController::open(const QByteArray &path, const Git::ObjectId &tip)
{
    m_path = path;
    m_tip = tip;
    m_revisions.setRevisions({});
    m_notes.clear();
    select(-1);
    Q_EMIT pathChanged();
    Q_EMIT notesChanged();
    setEmpty(); // so that this path's failure is not taken for old rows
    refresh();
}

void FileHistoryController::refresh()
{
    m_pending.clear();
    if (m_path.isEmpty()) {
        m_stream.cancel();
        setEmpty();
        return;
    }
    m_isStreaming = m_revisions.rowCount() == 0;
    setLoading();
    m_stream.start(
        [git = m_repository.program(), query = Git::FileHistoryQuery{.path = m_path, .tip = m_tip}](
            const CancelToken &cancel, const auto &sink) {
            return Git::readFileHistory(git, query, sink, cancel);
        },
        [this](const QList<Git::FileRevision> &batch) { takeBatch(batch); },
        [this](const Result<Git::FileHistoryEnd> &end) { takeEnd(end); });
    Q_EMIT busyChanged();
}

void FileHistoryController::takeBatch(const QList<Git::FileRevision> &batch)
{
    QList<RevisionItem> items;
    items.reserve(batch.size());
    for (const Git::FileRevision &revision : batch)
        items.append(itemOf(revision));
    if (!m_isStreaming) {
        m_pending += items;
        return;
    }
    m_revisions.append(items);
    setReady();
}

void FileHistoryController::takeEnd(const Result<Git::FileHistoryEnd> &end)
{
    if (!end) {
        setFailed(end.error());
    } else {
        if (!m_isStreaming)
            m_revisions.setRevisions(std::exchange(m_pending, {}));
        m_notes = end->notes;
        if (m_revisions.rowCount() > 0)
            setReady();
        else
            setEmpty();
        Q_EMIT notesChanged();
    }
    Q_EMIT busyChanged();
}

void FileHistoryController::select(int row)
{
    if (row < 0 || row >= m_revisions.rowCount()) {
        m_diff.cancel();
        showDiff(QList<Diff::FileDiff>());
        Q_EMIT busyChanged();
        return;
    }
    const RevisionItem &revision = m_revisions.revisions()[row];
    QList<QByteArray> paths{revision.path, revision.path + '/'}; // a file's, or all of a folder
    if (!revision.oldPath.isEmpty())
        paths += revision.oldPath;
    m_diff.start(
        [where = m_repository.location(), commit = revision.commit.id, paths](const CancelToken &cancel) {
            return Git::readDiff(
                where, {.sides = Git::DiffSides::CommitToParent, .commit = commit, .paths = paths}, cancel);
        },
        [this](Result<QList<Diff::FileDiff>> diff) {
            showDiff(std::move(diff));
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

void FileHistoryController::showDiff(Result<QList<Diff::FileDiff>> diff)
{
    m_diffError = diff ? Error{} : diff.error();
    m_changes = diff ? std::move(*diff) : QList<Diff::FileDiff>();
    Q_EMIT diffChanged();
}

void FileHistoryController::stop()
{
    m_stream.cancel();
    m_diff.cancel();
    Q_EMIT busyChanged();
}
