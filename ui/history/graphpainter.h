// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/types.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

#include <functional>

class QPainter;

/// Draws the lanes of one row. Lines meet the neighbouring rows' at the cell's upper and lower edge. A folded
/// row's last column stands for all to its right and says how many.
class GraphPainter
{
public:
    struct Look
    {
        bool isMerge = false, isHead = false, isSelected = false;
        bool hasLanes = true; ///< false: the dot alone, where rows in between are not shown
        std::function<bool(const History::Stroke &)> isRaised = {}; ///< drawn stronger, above the others
    };

    /// font: of the row; lanes are as wide as most of its height.
    GraphPainter(const QPalette &palette, const QFont &font);

    qreal widthOf(const History::GraphRow &row) const;
    int columnsIn(qreal width) const; ///< that a graph of that width has room for, at least one
    void paint(QPainter *painter, const QRectF &cell, const History::GraphRow &row, const Look &look) const;

private:
    struct Line
    {
        qreal width, overlap; ///< overlap: beyond the cell
    };

    qreal x(const QRectF &cell, int column) const;
    void paintStroke(QPainter *painter, const QRectF &cell, const History::GraphRow &row,
                     const History::Stroke &stroke, Line line) const;
    void paintDot(QPainter *painter, const QRectF &cell, const History::GraphRow &row,
                  const Look &look) const;
    void paintFold(QPainter *painter, const QRectF &cell, const History::GraphRow &row) const;

    QPalette m_palette;
    QFont m_markFont;
    qreal m_laneWidth;
    qreal m_markWidth; ///< of "+99"
};
