// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// How a merge, rebase, pick or revert ended for now.
enum class SequenceOutcome {
    Done,          ///< it is over
    UpToDate,      ///< there was nothing to do
    FastForwarded, ///< the branch only moved
    Squashed,      ///< the changes are staged, to be committed
    Conflicts,     ///< files are in conflict
    Stopped,       ///< it waits, as asked for, without conflicts
};

struct SequenceEnd
{
    SequenceOutcome outcome = SequenceOutcome::Done;
    ObjectId head;               ///< of HEAD now
    QList<QByteArray> conflicts; ///< paths
    bool operator==(const SequenceEnd &) const = default;
};

using OutputSink = std::function<void(OutputChannel, QByteArrayView)>;

/// Tells how a run of git that may stop ended: Done, Conflicts or Stopped, or its error under the sentence.
Result<SequenceEnd> endOf(const Program &git, const Result<ProcessResult> &run, const QString &sentence);

/// The index is like HEAD.
Result<bool> isNothingStaged(const Program &git);

/// Where HEAD is; null when it has no commit yet.
Result<ObjectId> readHeadCommit(const Program &git);

/// Conflict: HEAD is not at the commit any more. Null: any will do.
Result<void> checkHeadIs(const Program &git, const ObjectId &expected);

/// Conflict: an operation is in progress, or files are in conflict without one.
Result<void> checkNothingInProgress(const Program &git);

} // namespace Git
