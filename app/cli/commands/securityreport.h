// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "policy/secrets/types.h"

#include <QJsonObject>

namespace Cli {

/// What `ai-cli security-scan` tells of a scan. Neither holds a secret.
QJsonObject secretsJson(const Policy::SecretScan &scan);
void printScan(const Policy::SecretScan &scan, Output &out);

} // namespace Cli
