// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/conflicts.h"
#include "git/sequence/operation.h"

// What is said of a conflict. For display: names are made visible.

namespace ConflictWords {

QString kind(Git::ConflictKind kind);              ///< "both modified"
QString sentence(const Git::ConflictEntry &entry); ///< what both sides did, and what is to be done
/// "main", "topic", "1a2b3c4d Subject": whose sides they are. In a rebase ours is what is rebased onto.
QString ours(const Git::OperationState &state, const Git::Refs &refs);
QString theirs(const Git::OperationState &state, const Git::Refs &refs);

} // namespace ConflictWords
