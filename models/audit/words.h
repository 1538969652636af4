// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/types.h"

#include <QJsonObject>

namespace Audit {

/// The outcome in one sentence, and what else there is to say.
QString verdictText(const Verification &found);
QStringList remarksOn(const Verification &found);

QString flawName(Flaw flaw); ///< for programs: "altered", "cut_off"; "none"

/// Records as comma-separated values (RFC 4180, with line feeds) behind a line of titles, which are the keys
/// of the trail. A text that a spreadsheet would take for a formula starts with an apostrophe.
QByteArray formatCsv(const QList<Record> &records);

QJsonObject toJson(const Record &record); ///< the act as the trail has it, with its seq and prev
/// {"ai_operations":[…],"schemaVersion":1}
QByteArray formatJson(const QList<Record> &records);

} // namespace Audit
