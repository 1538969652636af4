// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/graphpainter.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

GraphPainter::GraphPainter(const QPalette &palette, qreal laneWidth)
    : m_palette(palette)
    , m_laneWidth(laneWidth)
{}

qreal GraphPainter::widthOf(const History::GraphRow &row) const
{
    return m_laneWidth * (qMin(row.width, kLimit) + 0.5);
}

qreal GraphPainter::x(const QRectF &cell, int column) const
{
    return cell.left() + m_laneWidth * (qMin(column, kLimit - 1) + 0.75);
}

void GraphPainter::paintStroke(QPainter *painter, const QRectF &cell, const History::GraphRow &row,
                               const History::Stroke &stroke) const
{
    const QPointF dot(x(cell, row.column), cell.center().y());
    const qreal lane = x(cell, stroke.column);
    QPainterPath path;
    if (stroke.kind == History::StrokeKind::Through) {
        path.moveTo(lane, cell.top());
        path.lineTo(lane, cell.bottom());
    } else {
        const qreal edge = stroke.kind == History::StrokeKind::Into ? cell.top() : cell.bottom();
        path.moveTo(lane, edge);
        if (qFuzzyCompare(lane, dot.x()))
            path.lineTo(dot);
        else
            path.cubicTo(QPointF(lane, dot.y()), QPointF((lane + dot.x()) / 2, dot.y()), dot);
    }
    QPen pen(Theme::laneColor(stroke.color, m_palette), qMax(1.5, m_laneWidth / 9));
    pen.setCapStyle(Qt::FlatCap);
    painter->strokePath(path, pen);
}

void GraphPainter::paint(QPainter *painter, const QRectF &cell, const History::GraphRow &row, bool isMerge,
                         bool isHead, bool isSelected) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(cell);
    if (isSelected) // lanes keep their colours: they stand on the page's own ground
        painter->fillRect(cell, m_palette.color(QPalette::Base));
    for (const History::Stroke &stroke : row.strokes)
        paintStroke(painter, cell, row, stroke);
    const QColor color = Theme::laneColor(row.color, m_palette);
    const QPointF dot(x(cell, row.column), cell.center().y());
    const qreal radius = m_laneWidth * (isHead ? 0.34 : 0.26);
    painter->setPen(QPen(color, qMax(1.5, m_laneWidth / 9)));
    painter->setBrush(isMerge || isHead ? m_palette.color(QPalette::Base) : color);
    painter->drawEllipse(dot, radius, radius);
    if (isHead) {
        painter->setBrush(color);
        painter->drawEllipse(dot, radius / 2.5, radius / 2.5);
    }
    painter->restore();
}
