// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/historycontroller.h"

#include "git/diff.h"
#include "history/load.h"

HistoryController::HistoryController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_commits(*repository.services().clock)
    , m_load(this, repository.services().reads)
    , m_details(this, repository.services().reads)
    , m_diff(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::refsChanged, this, &HistoryController::refresh);
    if (repository.state() == PageState::Ready)
        refresh();
}

void HistoryController::refresh()
{
    m_commits.setRefs(m_repository.refs());
    m_pending.clear();
    m_isStreaming = m_commits.rowCount() == 0;
    setLoading();
    m_load.start(
        [where = m_repository.location()](const CancelToken &cancel, const auto &sink) {
            return History::loadHistory(where, {}, sink, cancel);
        },
        [this](const QList<History::Row> &rows) { takeBatch(rows); },
        [this](Result<Git::LogEnd> end) { takeEnd(std::move(end)); });
    Q_EMIT busyChanged();
}

void HistoryController::takeBatch(const QList<History::Row> &rows)
{
    if (!m_isStreaming) {
        m_pending += rows;
        return;
    }
    m_commits.append(rows);
    if (!rows.isEmpty())
        setReady();
}

void HistoryController::takeEnd(Result<Git::LogEnd> end)
{
    if (!end) {
        setFailed(end.error());
    } else {
        if (!m_isStreaming)
            m_commits.setRows(std::exchange(m_pending, {}));
        if (m_problems != end->problems) {
            m_problems = end->problems;
            Q_EMIT problemsChanged();
        }
        const auto problem = m_repository.headProblem();
        if (m_commits.rowCount() > 0)
            setReady();
        else if (problem || !m_problems.isEmpty())
            setFailed(problem.value_or(Error{ErrorKind::NotFound, tr("History cannot be read"),
                                             m_problems.join(u'\n'),
                                             tr("git fsck in a terminal says what is damaged")}));
        else
            setEmpty();
    }
    Q_EMIT busyChanged();
}

void HistoryController::select(const Git::ObjectId &commit)
{
    if (commit == m_selected)
        return;
    m_selected = commit;
    if (commit.isNull()) {
        m_details.cancel();
        m_diff.cancel();
        m_commitDetails.reset();
        showDiff(QList<Diff::FileDiff>());
        Q_EMIT detailsChanged();
        return;
    }
    m_details.start([where = m_repository.location(),
                     commit](const CancelToken &) { return Git::readCommit(where, commit); },
                    [this](Result<Git::CommitDetails> details) {
                        m_detailsError = details ? Error{} : details.error();
                        if (details)
                            m_commitDetails = std::move(*details);
                        else
                            m_commitDetails.reset();
                        Q_EMIT detailsChanged();
                        Q_EMIT busyChanged();
                    });
    m_diff.start(
        [where = m_repository.location(), commit](const CancelToken &cancel) {
            return Git::readDiff(where, {.sides = Git::DiffSides::CommitToParent, .commit = commit}, cancel);
        },
        [this](Result<QList<Diff::FileDiff>> diff) {
            showDiff(std::move(diff));
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

void HistoryController::showDiff(Result<QList<Diff::FileDiff>> diff)
{
    m_diffError = diff ? Error{} : diff.error();
    m_changes = diff ? std::move(*diff) : QList<Diff::FileDiff>();
    QList<FileItem> files;
    files.reserve(m_changes.size());
    for (const Diff::FileDiff &file : m_changes)
        files +=
            FileItem{file.path(), file.oldPath == file.path() ? QByteArray() : file.oldPath, file.status};
    m_files.setFiles(std::move(files));
    Q_EMIT diffChanged();
}
