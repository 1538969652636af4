// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "git/refname.h"
#include "git/text.h"
#include "git/undorecord.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

QString branchName(const UndoContent &content)
{
    const QByteArray name = content.refs.isEmpty() ? QByteArray("HEAD") : content.refs.first().name;
    for (const QByteArray &folder : {kBranches, kTags}) {
        if (name.startsWith(folder))
            return displayPath(name.sliced(folder.size()));
    }
    return displayPath(name);
}

QString otherName(const UndoContent &content)
{
    for (const QByteArray &prefix : {kBranches, kRemotes, kTags}) {
        if (content.name.startsWith(prefix))
            return displayPath(content.name.sliced(prefix.size()));
    }
    return content.commit.isNull() ? QString() : content.commit.abbreviated();
}

QString moveMeaning(const UndoContent &content)
{
    const QString branch = branchName(content), other = otherName(content);
    switch (content.action) {
    case UndoAction::Merge:
        //: %1: a branch or the short id of a commit; %2: a branch
        return Text::tr("Merged %1 into %2").arg(other, branch);
    case UndoAction::Rebase:
        //: %1: a branch; %2: a branch or the short id of a commit
        return Text::tr("Rebased %1 onto %2").arg(branch, other);
    case UndoAction::CherryPick:
        if (content.commitCount > 1)
            //: %1: a branch
            return Text::tr("Picked %n commit(s) onto %1", nullptr, static_cast<int>(content.commitCount))
                .arg(branch);
        //: %1: the short id of a commit; %2: a branch
        return Text::tr("Picked %1 onto %2").arg(other, branch);
    case UndoAction::Revert:
        if (content.commitCount > 1)
            //: %1: a branch
            return Text::tr("Reverted %n commit(s) on %1", nullptr, static_cast<int>(content.commitCount))
                .arg(branch);
        //: %1: the short id of a commit; %2: a branch
        return Text::tr("Reverted %1 on %2").arg(other, branch);
    case UndoAction::Commit:
        //: %1: the first line of a commit's message
        return Text::tr("Committed “%1”").arg(displayText(content.subject));
    default:
        //: %1: the short id of a commit
        return Text::tr("Amended %1").arg(content.refs.first().before.abbreviated());
    }
}

QString conflictMeaning(const UndoContent &content)
{
    const int count = static_cast<int>(content.files.size());
    const QString name = displayPath(count > 0 ? content.files.first().path : content.name);
    switch (content.action) {
    case UndoAction::TakeSide:
        //: %1: a file's path
        return count > 1 ? Text::tr("Resolved %n file(s) by taking a side", nullptr, count)
                         : Text::tr("Resolved %1 by taking a side").arg(name);
    case UndoAction::TakeBoth:
        //: %1: a file's path
        return count > 1 ? Text::tr("Resolved %n file(s) by taking both sides", nullptr, count)
                         : Text::tr("Resolved %1 by taking both sides").arg(name);
    case UndoAction::WriteMerged:
        //: %1: a file's path
        return Text::tr("Edited %1, which is in conflict").arg(name);
    case UndoAction::MakeConflict:
        //: %1: a file's path
        return count > 1 ? Text::tr("Made %n file(s) conflicts again", nullptr, count)
                         : Text::tr("Made %1 a conflict again").arg(name);
    default:
        //: %1: a file's path
        return count > 1 ? Text::tr("Marked %n file(s) as resolved", nullptr, count)
                         : Text::tr("Marked %1 as resolved").arg(name);
    }
}

QString discardMeaning(const UndoContent &content)
{
    const QString name = content.files.isEmpty() ? QString() : displayPath(content.files.first().path);
    if (content.action == UndoAction::DiscardLines)
        //: %1: a file's path
        return Text::tr("Discarded %n line(s) of %1", nullptr, static_cast<int>(content.lineCount)).arg(name);
    if (content.action == UndoAction::ReplaceStaged)
        return content.files.size() == 1
                   //: %1: a file's path
                   ? Text::tr("Replaced what was staged of %1").arg(name)
                   : Text::tr("Replaced what was staged of %n file(s)", nullptr,
                              static_cast<int>(content.files.size()));
    if (content.action == UndoAction::Ignore || content.action == UndoAction::IgnoreHere)
        //: %1: the path of a list of ignored files
        return Text::tr("Ignored more in %1").arg(name);
    if (content.files.size() == 1)
        //: %1: a file's path
        return Text::tr("Discarded %1").arg(name);
    return Text::tr("Discarded %n file(s)", nullptr, static_cast<int>(content.files.size()));
}

} // namespace

QString undoMeaning(const UndoContent &content)
{
    if (movesHead(content.action))
        return moveMeaning(content);
    if (settlesConflict(content.action))
        return conflictMeaning(content);
    switch (content.action) {
    case UndoAction::AbortOperation:
        return Text::tr("Aborted what was in progress");
    case UndoAction::LeaveStep:
        return Text::tr("Left a step of what was in progress");
    case UndoAction::DeleteBranch:
        //: %1: a branch
        return Text::tr("Deleted the branch %1").arg(branchName(content));
    case UndoAction::DeleteTag:
        //: %1: a tag
        return Text::tr("Deleted the tag %1").arg(branchName(content));
    case UndoAction::DropStash:
        //: %1: the words it was stashed with
        return Text::tr("Dropped the stash “%1”").arg(displayText(content.stash));
    case UndoAction::LeaveCommits:
        //: %1: the short id of a commit
        return Text::tr("Left %1, which is on no branch").arg(content.refs.first().before.abbreviated());
    case UndoAction::SoftReset:
    case UndoAction::MixedReset:
    case UndoAction::HardReset:
        //: %1: a branch, %2: the short id of a commit
        return Text::tr("Reset %1 to %2").arg(branchName(content), content.refs.first().after.abbreviated());
    default:
        break;
    }
    return discardMeaning(content);
}

} // namespace Git
