// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

/// The full names of the references that are files, below a folder of the common folder ("refs",
/// "refs/replace"), unsorted. Empty when it is not there. Invalid: there is something in it that would hold
/// or mislead who follows it (a pipe, a device, a link to a folder), or more than a million entries; then
/// nothing may be asked of libgit2 about these references. O(entries).
Result<QList<QByteArray>> listLooseRefs(const RepoLocation &where, const QByteArray &folder,
                                        const CancelToken &cancel);

} // namespace Git
