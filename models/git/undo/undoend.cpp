// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/undoend.h"

#include "git/text.h"
#include "git/work/processes.h"

#include <QThread>

namespace Git {

namespace {

constexpr std::chrono::milliseconds kPauseForOthers(30);
constexpr int kMostPausesForOthers = 200; // 6 s: a stash of a large tree
constexpr int kMostPausesForCommit = 20;  // then it waits for a hook or an editor

bool waitForOthers(const RepoLocation &where)
{
    for (int pauses = 0; isWorkTreeBeingChanged(where); ++pauses) {
        if (pauses == kMostPausesForOthers)
            return false;
        QThread::sleep(kPauseForOthers);
    }
    // It reads the index when it begins, and writes that back a moment later.
    for (int pauses = 0; pauses < kMostPausesForCommit && isCommitAtWork(where); ++pauses)
        QThread::sleep(kPauseForOthers);
    return true;
}

} // namespace

Result<UndoEnd> endUndo(const Program &git, const UndoRecord &record,
                        const std::function<Result<bool>()> &isThere)
{
    const bool isAlone = waitForOthers(git.location());
    const auto isBack = isThere();
    if (!isBack)
        return std::unexpected(isBack.error());
    if (!*isBack)
        return fail(ErrorKind::Conflict, Text::tr("Another program took away again what was brought back."),
                    {}, Text::tr("It is still kept: undo it once more when that program has ended."));
    if (!isAlone)
        return UndoEnd::Part;
    const auto dropped = dropUndoRecord(git, record, {});
    return dropped ? Result<UndoEnd>(UndoEnd::Whole) : std::unexpected(dropped.error());
}

} // namespace Git
