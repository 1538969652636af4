// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/diff.h"

#include <functional>

namespace Git {

/// Told in batches of about a thousand, by path.
using ChangesSink = std::function<void(QList<FileChange>)>;

/// Streams the paths that differ between a commit and its first parent or another commit, as request.sides
/// says (the two of commits alone), and returns how many. Reads trees only: no content, no renames, the rest
/// of the request does not count. Cost: what changed times the depth of the folders. Blocking; the sink is
/// called on the calling thread. Commits are those that Git shows,
/// see readCommit(). NotFound: a commit or tree is not in this clone.
Result<qsizetype> readChangedPaths(const RepoLocation &where, const DiffRequest &request,
                                   const ChangesSink &sink, const CancelToken &cancel);

} // namespace Git
