// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/discard.h"
#include "git/sequence/resolve.h"
#include "git/stage.h"
#include "workspace/changescontroller.h"
#include "workspace/undo/undocontroller.h"

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

void ChangesController::stage(const QList<QByteArray> &wanted, StageChoice choice)
{
    QList<QByteArray> paths = wanted;
    paths.removeIf([this](const QByteArray &path) { return !isStageable(path); });
    if (paths.isEmpty() && !wanted.isEmpty())
        Q_EMIT actionFailed(
            {.kind = ErrorKind::Invalid,
             .message = tr("Only files in the submodule are changed, and those are not staged "
                           "here."),
             .detail = {},
             .hint = tr("Commit them in the submodule: then its new commit can be staged.")});
    if (paths.isEmpty())
        return;
    countWrite(1);
    m_repository.writes().add<QList<Git::LargeFile>>(
        this,
        [paths, choice,
         git = m_repository.program()](const CancelToken &cancel) -> Result<QList<Git::LargeFile>> {
            if (const auto checked = Git::checkResolved(git.location(), paths); !checked)
                return std::unexpected(checked.error());
            if (!choice.takesLargeFiles) {
                auto large = Git::findLargeFiles(git.location(), paths, Git::kLargeFile, cancel);
                if (!large || !large->isEmpty())
                    return large;
            }
            const auto ends = choice.convertsLineEnds ? Git::LineEnds::Converted : Git::LineEnds::Checked;
            if (const auto staged = Git::stageResolved(git, paths, ends, cancel); !staged)
                return std::unexpected(staged.error());
            return QList<Git::LargeFile>();
        },
        [this, paths](const Result<QList<Git::LargeFile>> &large) { finishStage(large, paths); });
}

void ChangesController::finishStage(const Result<QList<Git::LargeFile>> &large,
                                    const QList<QByteArray> &paths)
{
    countWrite(-1);
    finishWrite();
    if (large && !large->isEmpty())
        Q_EMIT largeFilesFound(*large, paths);
    else if (!large && Git::isLineEndRefusal(large.error()))
        Q_EMIT lineEndsRefused(large.error(), paths);
    else if (!large && large.error().kind != ErrorKind::Cancelled)
        Q_EMIT actionFailed(large.error());
}

void ChangesController::planDiscardAll()
{
    m_plan.start(
        [where = m_repository.location(), runner = m_repository.services().runner](
            const CancelToken &cancel) { return Git::planDiscardAll(Git::Program(*runner, where), cancel); },
        [this](const Result<Git::DiscardPlan> &plan) {
            if (plan)
                Q_EMIT discardAllPlanned(*plan);
            else
                Q_EMIT actionFailed(plan.error());
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
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
    if (canUndo())
        m_print.clear();
    m_repository.undo().undoLast(extent);
}
