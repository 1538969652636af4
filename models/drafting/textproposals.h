// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/propose.h"

namespace Drafting {

/// Nothing unless all files are documents; the subject names the heading of what was added.
std::optional<Proposal> proposeDocuments(const Survey &survey, const Habits &habits);

/// Nothing unless all files are tests; the subject names the first test that was added.
std::optional<Proposal> proposeTests(const Survey &survey, const Habits &habits);

} // namespace Drafting
