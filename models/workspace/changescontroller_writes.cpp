// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/discard.h"
#include "git/stage.h"
#include "workspace/changescontroller.h"

namespace {

QList<QByteArray> pathsOf(const FileItems &items)
{
    QList<QByteArray> paths;
    for (const FileItem &file : items.files())
        paths += file.path;
    return paths;
}

} // namespace

void ChangesController::countWrite(int step)
{
    const bool was = isWriting();
    m_writes += step;
    m_print.clear();
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
    m_repository.writes().add<void>(
        this,
        [work = std::move(work), git = m_repository.program()](const CancelToken &cancel) {
            return work(git, cancel);
        },
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
    m_repository.writes().add<Git::UndoRecord>(
        this,
        [work = std::move(work), git = m_repository.program()](const CancelToken &cancel) {
            return work(git, cancel);
        },
        [this](const Result<Git::UndoRecord> &record) {
            countWrite(-1);
            if (record)
                m_repository.noteUndo(*record);
            else if (record.error().kind != ErrorKind::Cancelled)
                Q_EMIT actionFailed(record.error());
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

void ChangesController::undoLast(Git::UndoExtent extent)
{
    const auto record = m_repository.takeUndo();
    if (!record)
        return;
    countWrite(1);
    m_repository.writes().add<Git::UndoEnd>(
        this,
        [record = *record, extent, git = m_repository.program()](const CancelToken &cancel) {
            return Git::undo(git, record, extent, cancel);
        },
        [this, record = *record](const Result<Git::UndoEnd> &end) {
            countWrite(-1);
            if (!end || *end == Git::UndoEnd::Part)
                m_repository.noteUndo(record);
            if (!end && end.error().kind != ErrorKind::Cancelled)
                Q_EMIT actionFailed(end.error());
            m_repository.note(RepositoryChange::Refs);
            finishWrite();
        });
}
