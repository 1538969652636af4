// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/sequenceend.h"
#include "git/undo.h"

namespace Git {

enum class Advance {
    Continue, ///< Conflict: files are in conflict; Invalid: conflict markers are staged
    Skip,     ///< leaves the present step out
    Abort,    ///< goes back to before the operation; for a bisection to where it began
    Quit,     ///< forgets the operation, and leaves branch, index and files as they are; one whose notes
              ///< cannot be read, too, if it is expected, see setNotesAside()
};

struct AdvanceRequest
{
    Advance how = Advance::Continue;
    Operation expected =
        Operation::None;         ///< Conflict: something else is in progress by now. None: any will do
    bool acceptsMarkers = false; ///< the staged ones are meant
    /// Of Continue: the commit is made without pre-commit and commit-msg. Invalid: of this operation it is
    /// not made so, see leavesHooksOut().
    bool skipsHooks = false;
    /// Of Continue: the message of the commit that it makes, UTF-8, in place of what git has prepared. Of a
    /// rebase git leaves comment lines out; where it joins commits, and of patches, it keeps its own.
    std::optional<QByteArray> message = {};
};

/// Whether git lets what checks the commit of such an operation be left out: of a merge, pick or revert. Of a
/// rebase it leaves that out by itself.
bool leavesHooksOut(Operation kind);

struct AdvanceEnd
{
    SequenceEnd end;
    std::optional<UndoRecord> undo; ///< of what was overwritten, removed or left
};

/// Goes on with what is in progress, by the git program with the user's hooks; no editor opens. Skip and
/// Abort record first what they take away: of the work tree, of what is staged, and commits that a rebase
/// made and that are on no branch. Of a merge, pick or revert an undo brings all of it back, of others the
/// files; the rest is kept in the record. Conflict: something changed while the lock was waited for.
/// Cancelling ends the wait for a lock only: what has begun runs to its end. Invalid: nothing is in progress,
/// the operation has no such step, or nothing is left of the present one. External: git or a hook said no, in
/// its own words. Blocking; trusted repositories only.
Result<AdvanceEnd> advanceOperation(const Program &git, const AdvanceRequest &request,
                                    const OutputSink &onOutput, const CancelToken &cancel);

} // namespace Git
