// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diff/diffaction.h"
#include "ui/diff/diffcolors.h"
#include "ui/diff/diffmetrics.h"

#include <QList>
#include <QRectF>

class QPainter;

/// A small button that a header row shows for an action.
struct RowButton
{
    int action = -1; ///< index in the list of actions
    QString text;
    QRectF rect;
    bool isDestructive = false;
    QString problem{}; ///< why it cannot be pressed; empty: it can
};

namespace RowButtons {

/// Places buttons from a right edge to the left: first the ordinary ones, then, with a distance, the
/// destructive ones.
QList<RowButton> place(const QList<RowButton> &buttons, const DiffMetrics &metrics, const QRectF &row,
                       qreal right);

void paint(QPainter &painter, const RowButton &button, const DiffMetrics &metrics, const DiffColors &colors,
           const QColor &background, bool isHovered, bool isPressed);

} // namespace RowButtons
