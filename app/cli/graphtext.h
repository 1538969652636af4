// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/types.h"

namespace Cli {

/// One row of a commit graph as text, two characters for each column: dots, lanes that pass, and the joints
/// by which lanes leave or reach the dot. "●─╮" opens a lane, "●─╯" ends one; "+3" stands for three lanes
/// that are folded away. In UTF-8.
void appendGraph(QByteArray &out, const History::GraphRow &row);

/// The same by itself.
QString graphText(const History::GraphRow &row);

} // namespace Cli
