// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <algorithm>

namespace History {

enum class StrokeKind : quint8 {
    Through, ///< a lane that passes this row from top to bottom
    Into,    ///< a lane that ends in this row's dot, coming from above
    OutOf,   ///< a lane that leaves this row's dot, going down to a parent
};

/// One line of the graph within one row.
struct Stroke
{
    StrokeKind kind = StrokeKind::Through;
    int column = 0; ///< where the lane is at the top (Into), at the bottom (OutOf) or in between (Through)
    int color = 0;  ///< of the lane, the same from end to end; see Theme::laneColor
    bool operator==(const Stroke &) const = default;
};

/// The graph beside one commit.
struct GraphRow
{
    int column = 0; ///< of the dot
    int color = 0;
    int width = 1; ///< columns in use
    QList<Stroke> strokes;
    int fold = -1; ///< the last column, if it stands for itself and all lanes to its right; -1: none does
    int hiddenAbove = 0; ///< lanes that the fold stands for, at the upper edge
    int hiddenBelow = 0; ///< and at the lower edge

    /// The n of the fold's "+n" mark; 0: no mark.
    int hidden() const { return std::max({hiddenAbove, hiddenBelow, column == fold ? 1 : 0}); }
    bool operator==(const GraphRow &) const = default;
};

/// The row with no more than maxColumns columns: lanes and dot from the last one on are drawn in it, strokes
/// of one kind as one. Lines still meet those of neighbouring rows, whether these fold or not. May be folded
/// again.
GraphRow folded(GraphRow row, int maxColumns);

struct Row
{
    Git::Commit commit;
    GraphRow graph;
    bool isUnreadable = false; ///< the commit's object is missing or damaged: its id is all there is
    bool operator==(const Row &) const = default;
};

} // namespace History
