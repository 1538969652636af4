// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/conflicts.h"
#include "git/sequence/operation.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Cli {

/// "cherry-pick", as git calls it; empty for none.
QString operationWord(Git::Operation operation);

/// One line; empty when nothing is in progress.
QString operationText(const Git::OperationState &state);

/// null when nothing is in progress; else kind, and what is known of the rest; statusJsonHelp() names it.
/// With conflicts it cannot be continued.
QJsonValue operationJson(const Git::OperationState &state, bool hasConflicts);

QJsonArray conflictsJson(const QList<Git::ConflictEntry> &conflicts);

} // namespace Cli
