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
    connect(&repository, &RepositoryController::refsChanged, this, &FileHistoryController::lookAgain);
    connect(&repository, &RepositoryController::trustChanged, this, &FileHistoryController::refresh);
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
    start();
}

void FileHistoryController::refresh()
{
    if (m_path.isEmpty())
        setEmpty();
    else if (m_stream.isRunning())
        m_isDue = true; // not cut short, or refs that keep moving would let none come to its end
    else
        start();
}

// What is behind a commit stays what it is.
void FileHistoryController::lookAgain()
{
    const bool isBehind = m_tip.isNull() && m_repository.refs().head.target != m_head;
    if (!m_path.isEmpty() && (isBehind || state() == PageState::Failed))
        refresh();
}

void FileHistoryController::start()
{
    m_pending.clear();
    m_isDue = false;
    m_head = m_repository.refs().head.target;
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
    if (std::exchange(m_isDue, false))
        lookAgain();
    Q_EMIT busyChanged();
}

void FileHistoryController::select(int row)
{
    m_choice.contexts.clear();
    if (row < 0 || row >= m_revisions.rowCount()) {
        m_request.reset();
        m_diff.cancel();
        showDiff(QList<Diff::FileDiff>());
        Q_EMIT busyChanged();
        return;
    }
    const RevisionItem &revision = m_revisions.revisions()[row];
    QList<QByteArray> paths{revision.path, revision.path + '/'}; // a file's, or all of a folder
    if (!revision.oldPath.isEmpty())
        paths += revision.oldPath;
    m_request = {.sides = Git::DiffSides::CommitToParent, .commit = revision.commit.id, .paths = paths};
    readDiff();
}

void FileHistoryController::ignoreWhitespace(bool isIgnored)
{
    if (std::exchange(m_choice.ignoresWhitespace, isIgnored) != isIgnored)
        readDiff();
}

void FileHistoryController::widenContext(const QByteArray &path, const Diff::ContextChoice &more)
{
    m_choice.widen(path, more);
    readDiff();
}

void FileHistoryController::readDiff()
{
    if (!m_request)
        return;
    m_diff.start([where = m_repository.location(), request = *m_request, choice = m_choice](
                     const CancelToken &cancel) { return readShownDiff(where, request, choice, cancel); },
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
    m_diff.cancel();
    if (m_stream.isRunning()) {
        m_stream.cancel();
        m_isDue = false;
        if (m_revisions.rowCount() == 0)
            setGone(
                {ErrorKind::External, tr("Reading was stopped."), {}, tr("Open the file again to go on.")});
        m_notes = {tr("Stopped: there may be more. Open the file again to go on.")};
        Q_EMIT notesChanged();
    }
    Q_EMIT busyChanged();
}
