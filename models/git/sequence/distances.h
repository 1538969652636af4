// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/commitsource.h"
#include "git/refs.h"

#include <functional>

namespace Git {

/// How far two commits have moved apart: what only one of them reaches. Visits those commits and the edge of
/// what both reach: the newest first, by generation where it is known, else by date. Without generations,
/// clocks that were wrong by more than the age of what is counted can make it miscount, as in git. Cancelled.
Result<AheadBehind> countApart(CommitSource &source, CommitPosition local, CommitPosition upstream,
                               const CancelToken &cancel);

/// How far each branch is from what it follows, in the order asked for; nothing for a pair of which one is
/// not in this clone. told: each as soon as it is known, on the calling thread. Opens the repository once;
/// blocking. Cancelled between any two commits.
Result<QList<std::optional<AheadBehind>>>
readDistances(const RepoLocation &where, const QList<Tracking> &pairs, const CancelToken &cancel,
              const std::function<void(qsizetype at, std::optional<AheadBehind>)> &told = {});

} // namespace Git
