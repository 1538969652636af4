// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <functional>

namespace Audit {

/// What a reader of lines gets: a line without its line feed, valid during the call. False: enough.
using LineSink = std::function<bool(QByteArrayView line, qint64 at)>;

/// The lines of the first so many bytes of an open file, from the first on. What stands behind the last line
/// feed is no line: returns how many bytes that is. External: the file cannot be read.
Result<qint64> readLines(int file, qint64 size, const LineSink &sink);

/// The same from the last line back.
Result<qint64> readLinesBack(int file, qint64 size, const LineSink &sink);

} // namespace Audit
