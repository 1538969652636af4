// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"
#include "history/query.h"

namespace Cli {

/// What to say of the words of a query of `ai-cli log`, since `git log` takes words as revisions: how to
/// start at a ref or commit, if a word that was searched for as text names one, and whether nothing was
/// found. Empty: nothing. A word in quotes is meant as text. Looks at a few of the words.
QString saidOfWords(const Git::RepoLocation &where, const Git::Refs &refs, const History::Query &query,
                    bool wasFound);

} // namespace Cli
