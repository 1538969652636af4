// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/advance.h"
#include "git/sequence/operation.h"

// What is said of an operation in progress. For display: names are made visible.

namespace OperationWords {

QString sentence(const Git::OperationState &state, const Git::Refs &refs); ///< "Rebasing topic onto main"
QString step(const Git::OperationState &state);                            ///< "1a2b3c4d Subject"; empty
QString doing(Git::Operation kind, Git::Advance how);                      ///< "Continuing the rebase"
QString done(Git::Operation kind, const Git::AdvanceEnd &end, Git::Advance how);
QString abortWords(const Git::OperationState &state);
QString abortAction(Git::Operation kind); ///< "Abort rebase"
QString forgetWords(const Git::OperationState &state);

/// The branch that stands at a commit, else its short id.
QString nameOf(const Git::ObjectId &commit, const Git::Refs &refs);

} // namespace OperationWords
