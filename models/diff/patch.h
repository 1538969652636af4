// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/names.h"
#include "diff/types.h"

#include <QSet>

#include <optional>

namespace Diff {

/// To which side a partial patch will be applied.
enum class PatchUse {
    Forward, ///< onto the old side: stage. Unselected removals become context, unselected additions vanish.
    Reverse, ///< with `git apply --reverse` onto the new side: unstage, discard. The other way round.
};

/// The bytes of a patch that carries only the selected lines (indices into file.lines), for `git apply
/// --recount`-free use: headers are exact. Empty when nothing selected changes anything. New, deleted and
/// mode-changing files keep their header only where the selection covers it; a rename header is dropped (the
/// path is the new one). The order of additions and removals within a block stays the file's own.
QByteArray makePatch(const FileDiff &file, const QSet<qsizetype> &selectedLines, PatchUse use);

/// The whole file's patch.
QByteArray makePatch(const FileDiff &file);

/// Whether a side may end lines with CR LF where the diff has LF only, as a work tree does when Git converts
/// line ends.
enum class LineEnds { Exact, MayHaveReturns };

/// One whole side of the file with the selected lines applied to it: base is the old side for Forward, the
/// new one for Reverse. Nothing when base is not what the diff shows. Untouched lines keep the ends they have
/// in base, new ones follow them. With no line selected this tells whether the diff still fits. O(bytes).
std::optional<QByteArray> applyLines(const FileDiff &file, const QSet<qsizetype> &selectedLines, PatchUse use,
                                     QByteArrayView base, LineEnds ends = LineEnds::Exact);

} // namespace Diff
