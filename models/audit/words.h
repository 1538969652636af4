// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/types.h"

namespace Audit {

/// The outcome in one sentence, and what else there is to say.
QString verdictText(const Verification &found);
QStringList remarksOn(const Verification &found);

/// Records as comma-separated values (RFC 4180) with a line of titles, which are the keys of the trail. A
/// text that a spreadsheet would take for a formula starts with an apostrophe.
QByteArray formatCsv(const QList<Record> &records);

/// {"ai_operations":[…]}: the acts as the trail has them, each with its seq and prev.
QByteArray formatJson(const QList<Record> &records);

} // namespace Audit
