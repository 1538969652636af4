// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

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
    int color = 0;  ///< running number of the lane; see Theme::laneColor
    bool operator==(const Stroke &) const = default;
};

/// The graph beside one commit.
struct GraphRow
{
    int column = 0; ///< of the dot
    int color = 0;
    int width = 1; ///< columns in use
    QList<Stroke> strokes;
    bool operator==(const GraphRow &) const = default;
};

struct Row
{
    Git::Commit commit;
    GraphRow graph;
    bool operator==(const Row &) const = default;
};

} // namespace History
