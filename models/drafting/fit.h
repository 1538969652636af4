// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/commitlint.h"
#include "drafting/propose.h"

/// Drafts within the limits that a repository sets.
namespace Drafting {

/// Fills subject and body: the subject that says most of those that fit. When none does, a general one, and
/// what it would have said begins the body. No word is ever cut.
void fitSubject(Draft &draft, const Proposal &proposal, const Habits &habits, const RuleOptions &rules);

/// What of a repository's rules has to be known before drafting: its types and limits.
RuleOptions withLint(RuleOptions rules, const LintRules &lint);

/// Changes what the rules object to: scope, case, full stop, length of lines, what is missing.
void repair(Draft &draft, const LintRules &lint, const DraftContext &context);

} // namespace Drafting
