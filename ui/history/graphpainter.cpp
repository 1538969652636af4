// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/graphpainter.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

GraphPainter::GraphPainter(const QPalette &palette, const QFont &font)
    : m_palette(palette)
    , m_markFont(Theme::small(font))
    , m_laneWidth(QFontMetricsF(font).height() * 0.8)
    , m_markWidth(QFontMetricsF(m_markFont).horizontalAdvance(u"99+ "_s))
{}

qreal GraphPainter::widthOf(const History::GraphRow &row) const
{
    return m_laneWidth * (row.width + 0.5) + (row.hidden() > 0 ? m_markWidth : 0);
}

int GraphPainter::columnsIn(qreal width) const
{
    return qMax(1, static_cast<int>((width - m_markWidth) / m_laneWidth - 0.5));
}

qreal GraphPainter::x(const QRectF &cell, int column) const
{
    return cell.left() + m_laneWidth * (column + 0.75);
}

void GraphPainter::paintStroke(QPainter *painter, const QRectF &cell, const History::GraphRow &row,
                               const History::Stroke &stroke, Line line) const
{
    const QPointF dot(x(cell, row.column), cell.center().y());
    const qreal lane = x(cell, stroke.column);
    QPainterPath path;
    if (stroke.kind == History::StrokeKind::Through) {
        path.moveTo(lane, cell.top() - line.overlap);
        path.lineTo(lane, cell.bottom() + line.overlap);
    } else {
        const bool isAbove = stroke.kind == History::StrokeKind::Into;
        const qreal edge = isAbove ? cell.top() : cell.bottom();
        path.moveTo(lane, edge + (isAbove ? -line.overlap : line.overlap));
        path.lineTo(lane, edge);
        if (qFuzzyCompare(lane, dot.x()))
            path.lineTo(dot);
        else
            path.cubicTo(QPointF(lane, dot.y()), QPointF((lane + dot.x()) / 2, dot.y()), dot);
    }
    QPen pen(stroke.column == row.fold ? Theme::subdued(m_palette)
                                       : Theme::laneColor(stroke.color, m_palette),
             line.width);
    pen.setCapStyle(Qt::FlatCap);
    if (stroke.column == row.fold)
        pen.setStyle(Qt::DotLine);
    painter->strokePath(path, pen);
}

void GraphPainter::paintDot(QPainter *painter, const QRectF &cell, const History::GraphRow &row,
                            const Look &look) const
{
    const QColor color =
        row.column == row.fold ? Theme::subdued(m_palette) : Theme::laneColor(row.color, m_palette);
    const QPointF dot(x(cell, row.column), cell.center().y());
    const qreal radius = m_laneWidth * (look.isHead ? 0.34 : 0.26);
    painter->setPen(QPen(color, qMax(1.5, m_laneWidth / 9)));
    painter->setBrush(look.isMerge || look.isHead ? m_palette.color(QPalette::Base) : color);
    painter->drawEllipse(dot, radius, radius);
    if (look.isHead) {
        painter->setBrush(color);
        painter->drawEllipse(dot, radius / 2.5, radius / 2.5);
    }
}

void GraphPainter::paintFold(QPainter *painter, const QRectF &cell, const History::GraphRow &row) const
{
    const qreal left = x(cell, row.fold) + m_laneWidth * 0.5;
    const QString text = row.hidden() > 99 ? u"99+"_s : u"+%1"_s.arg(row.hidden());
    painter->setFont(m_markFont);
    painter->setPen(Theme::subdued(m_palette));
    painter->drawText(QRectF(left, cell.top(), cell.right() - left, cell.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void GraphPainter::paint(QPainter *painter, const QRectF &cell, const History::GraphRow &row,
                         const Look &look) const
{
    painter->save();
    // At a scale such as 1.25 rows meet within a pixel, which two rounded edges would leave half empty.
    const qreal scale = painter->device()->devicePixelRatio();
    const qreal overlap = qFuzzyCompare(scale, std::round(scale)) ? 0 : 1;
    painter->setClipRect(cell.adjusted(0, -overlap, 0, overlap));
    painter->setRenderHint(QPainter::Antialiasing);
    if (look.isSelected) // lanes keep their colours: they stand on the page's own ground
        painter->fillRect(cell, m_palette.color(QPalette::Base));
    const qreal thin = qMax(1.5, m_laneWidth / 9);
    const auto isRaised = [&](const History::Stroke &stroke) {
        return look.isRaised && look.isRaised(stroke);
    };
    if (look.hasLanes) {
        for (const History::Stroke &stroke : row.strokes)
            if (!isRaised(stroke))
                paintStroke(painter, cell, row, stroke, {thin, overlap});
        for (const History::Stroke &stroke : row.strokes)
            if (isRaised(stroke))
                paintStroke(painter, cell, row, stroke, {thin * 2, overlap});
    }
    paintDot(painter, cell, row, look);
    if (look.hasLanes && row.hidden() > 0)
        paintFold(painter, cell, row);
    painter->restore();
}
