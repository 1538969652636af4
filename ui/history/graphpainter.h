// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/types.h"

#include <QPalette>
#include <QRectF>

class QPainter;

/// Draws the lanes of one row. Lines meet the neighbouring rows' at the cell's upper and lower edge.
class GraphPainter
{
public:
    /// laneWidth in device-independent pixels, from the font.
    GraphPainter(const QPalette &palette, qreal laneWidth);

    /// Width that a row's graph takes; graphs wider than limit columns are cut there with a mark.
    qreal widthOf(const History::GraphRow &row) const;
    void paint(QPainter *painter, const QRectF &cell, const History::GraphRow &row, bool isMerge, bool isHead,
               bool isSelected) const;

private:
    static constexpr int kLimit = 24;

    qreal x(const QRectF &cell, int column) const;
    void paintStroke(QPainter *painter, const QRectF &cell, const History::GraphRow &row,
                     const History::Stroke &stroke) const;

    QPalette m_palette;
    qreal m_laneWidth;
};
