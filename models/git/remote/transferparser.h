// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

namespace Git {

enum class TransferPhase {
    Other,
    Enumerating,
    Counting,
    Compressing,
    Receiving,
    Unpacking,
    Resolving, ///< deltas
    Writing,
    Checking, ///< connectivity
    Updating, ///< files of the work tree
    Filtering,
};

/// One line that git printed while it transfers: how far it is, or words.
struct TransferProgress
{
    TransferPhase phase = TransferPhase::Other;
    bool isRemote = false; ///< the other side says so; its words are untrusted
    bool isDone = false;
    qint64 done = 0, total = 0; ///< objects or files; total 0: unknown
    qint64 bytes = 0;           ///< so far; 0: not said
    QByteArray words;           ///< a line that is no progress, as it came; for display by displayText() only

    bool operator==(const TransferProgress &) const = default;
};

/// Reads standard error of `git fetch`, `push` and `clone` in the C locale, in pieces of any size: lines end
/// with \n, those that are painted over with \r. Pure. A line beyond 16 KiB comes in parts.
class TransferParser
{
public:
    QList<TransferProgress> take(QByteArrayView piece);
    QList<TransferProgress> finish(); ///< what stands behind the last line end

private:
    QByteArray m_rest;
};

} // namespace Git
