// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/types.h"

namespace Drafting {

/// The remarks on a message as it stands in an editor or a message file, in order of place. Comment lines and
/// everything behind git's scissors line do not count, nor do merges, reverts made by git, fixup! and squash!
/// commits. An empty message has one remark. Pure; fast enough for every key stroke.
QList<Validation> validateMessage(const QString &message, const RuleOptions &rules = {});

/// True when no remark is an error.
bool isValidMessage(const QString &message, const RuleOptions &rules = {});

} // namespace Drafting
