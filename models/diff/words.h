// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

namespace Diff {

/// A byte range of one line that differs from its counterpart.
struct WordRange
{
    quint32 start = 0, length = 0;
    bool operator==(const WordRange &) const = default;
};

/// The changed words of a replaced line and of its replacement.
struct WordChange
{
    QList<WordRange> removed, added;
};

/// Compares two lines by words (runs of letters and digits, single other characters; UTF-8 sequences stay
/// whole). Lines over 2,000 bytes are compared by common start and end only. Ranges are empty when the lines
/// are so different that marking words would hide more than it shows. O(n·m) in words, bounded.
WordChange compareWords(QByteArrayView removed, QByteArrayView added);

} // namespace Diff
