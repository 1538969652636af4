// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Cli {

// Parts of a row as bytes at the end of a buffer that is used again and again, for millions of rows.

void appendHex(QByteArray &out, const Git::ObjectId &id, qsizetype digits);

/// In UTF-8, one line, with what controls a terminal made visible.
void appendVisible(QByteArray &out, const QString &text);

/// In quotes; what terminals obey is escaped.
void appendJsonString(QByteArray &out, QStringView text);

/// A ref's name, whose bytes need not be UTF-8.
QString displayName(QByteArrayView name);

/// By the writer's clock: 2024-05-01.
void appendDate(QByteArray &out, const Git::Moment &moment);

/// ISO 8601 by the writer's clock: 2024-05-01T17:30:00+02:00.
void appendMoment(QByteArray &out, const Git::Moment &moment);

} // namespace Cli
