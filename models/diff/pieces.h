// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/patch.h"

namespace Diff {

// The part that patches and their application share: which lines stand where once some of them are chosen.

struct Selection
{
    const QSet<qsizetype> *lines; ///< null: all
    PatchUse use;

    bool has(qsizetype line) const { return !lines || lines->contains(line); }
    /// The kind of changed line that exists on the side to which the patch will be applied.
    LineOrigin baseOrigin() const
    {
        return use == PatchUse::Forward ? LineOrigin::Removed : LineOrigin::Added;
    }
    LineOrigin otherOrigin() const
    {
        return use == PatchUse::Forward ? LineOrigin::Added : LineOrigin::Removed;
    }
};

/// One line of the patch to be.
struct Piece
{
    LineOrigin origin;
    qsizetype line;
    bool endsWithNewline;

    bool isOn(LineOrigin side) const { return origin == LineOrigin::Context || origin == side; }
};

/// The lines of one hunk once some are chosen, in an order that is right for both sides. A line that has to
/// gain its line feed is there twice.
QList<Piece> choosePieces(const FileDiff &file, const Hunk &hunk, const Selection &selection);

} // namespace Diff
