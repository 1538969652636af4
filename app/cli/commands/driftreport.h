// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "drift/types.h"

namespace Cli {

/// A report as ai-cli prints it with --json.
QJsonObject driftJson(const Drift::Report &report);

/// The same for people: the verdict, then every drift by object, then what is unknown. With isBetween the two
/// sides are environments, else Git and what was recorded.
void printDrift(const Drift::Report &report, bool isBetween, Output &out);

} // namespace Cli
