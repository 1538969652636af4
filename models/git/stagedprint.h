// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

/// A fingerprint of what a commit would hold: equal for the same paths, modes and contents in the index,
/// whatever else Git wrote there. Read it before what is shown, so that it is never newer. Reads with
/// libgit2; O(entries).
Result<QByteArray> readStagedPrint(const RepoLocation &where, const CancelToken &cancel);

} // namespace Git
