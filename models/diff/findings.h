// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/encoding.h"
#include "diff/lfspointer.h"
#include "diff/moved.h"

#include <QMap>
#include <QSet>

#include <optional>

namespace Diff {

/// What is seen only when all lines of a file's difference are read. Of the lines there are: a file may have
/// more.
struct FileFindings
{
    QSet<qsizetype> whitespaceHunks; ///< nothing but whitespace changed there
    qsizetype movedLines = 0;        ///< removed and added ones
    TextEncoding oldEncoding = TextEncoding::Utf8, newEncoding = TextEncoding::Utf8;
    std::optional<LfsPointer> oldPointer, newPointer;
    QMap<char32_t, qsizetype>
        hidden; ///< characters that hide or reorder text, and how often, new side and old

    bool isWorthANote() const { return oldPointer || newPointer || !hidden.isEmpty(); }
    bool operator==(const FileFindings &) const = default;
};

struct Findings
{
    QList<FileFindings> files; ///< by index; empty: not read yet, or cancelled
    Moves moves;
};

/// O(bytes). Blocking: for a worker. Cancelled.
Result<Findings> readFindings(const QList<FileDiff> &files, const CancelToken &cancel);

} // namespace Diff
