// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/commititems.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

/// Draws refs as chips from the left and returns the width taken, gap included. A chip that does not fit any
/// more is counted in a last one, "+2". Kind is told by shape: filled for the current branch, outlined for
/// local branches, dashed for remote ones, with a cut corner for tags, square for environments. "main =
/// origin" is a branch that stands at the same commit on a remote; "main @ folder" one that another work tree
/// has.
qreal paintRefChips(QPainter *painter, const QRectF &area, const QList<RefLabel> &refs, const QFont &font,
                    const QPalette &palette);
