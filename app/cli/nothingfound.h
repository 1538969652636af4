// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"
#include "history/query.h"

namespace Cli {

/// What to say when a query of `ai-cli log` found nothing: also how to name a ref, if a word is one, since
/// `git log` takes words as revisions. Looks for at most a few of the words.
QString nothingFound(const Git::RepoLocation &where, const Git::Refs &refs, const History::Query &query);

} // namespace Cli
