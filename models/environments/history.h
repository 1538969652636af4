// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "environments/types.h"

namespace Environments {

struct HistoryOptions
{
    QString cacheFolder; ///< where what was read is kept between runs; empty: nowhere
    int commits = 0;     ///< at most so many commits back; 0: all
};

/// Adds to a catalogue of a commit when each version came, who brought it, and how far it is behind: walks
/// the first-parent line back from the catalogue's commit, so that a merge counts when it took effect.
/// Versions are computed as readCatalogue() does, at each commit that changed a file they come from. With a
/// cache folder only commits that are new since the last time are walked; a cache that cannot be used is
/// ignored and replaced. Cost: commits × depth of what changed, plus the blobs that changed. Any thread.
Result<Catalogue> withHistory(const Git::RepoLocation &where, Catalogue catalogue,
                              const HistoryOptions &options, const CancelToken &cancel);

} // namespace Environments
