// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/rowbuttons.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace {

constexpr qreal kDisabledText = 0.45; // of the text's weight

} // namespace

namespace RowButtons {

QList<RowButton> place(const QList<RowButton> &buttons, const DiffMetrics &metrics, const QRectF &row,
                       qreal right)
{
    const QFontMetricsF text(metrics.small);
    const qreal height =
        std::round(std::min(row.height() - metrics.unit, text.height() + 1.5 * metrics.unit));
    const qreal top = std::round(row.top() + (row.height() - height) / 2);
    QList<RowButton> result;
    qreal edge = std::floor(right);
    for (bool isDestructive : {false, true}) {
        bool isFirst = true;
        for (const RowButton &button : buttons) {
            if (button.isDestructive != isDestructive)
                continue;
            edge -= isFirst && isDestructive && !result.isEmpty() ? 4 * metrics.unit : 0;
            isFirst = false;
            const qreal width = std::ceil(text.horizontalAdvance(button.text)) + 4 * metrics.unit;
            result.append(button);
            result.last().rect = QRectF(edge - width, top, width, height);
            edge -= width + metrics.unit;
        }
    }
    return result;
}

void paint(QPainter &painter, const RowButton &button, const DiffMetrics &metrics, const DiffColors &colors,
           const QColor &background, bool isHovered, bool isPressed)
{
    const QColor tint = button.isDestructive ? colors.bad : colors.accent;
    QColor face = blend(background, colors.base, 0.7);
    const bool isEnabled = button.problem.isEmpty();
    if (isEnabled && (isHovered || isPressed))
        face = blend(face, tint, isPressed ? 0.40 : 0.20);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(isHovered && isEnabled ? tint : blend(background, colors.text, 0.28), metrics.hairline));
    painter.setBrush(face);
    const qreal half = metrics.hairline / 2;
    painter.drawRoundedRect(button.rect.adjusted(half, half, -half, -half), metrics.unit * 0.9,
                            metrics.unit * 0.9);
    painter.setFont(metrics.small);
    if (isEnabled)
        painter.setPen(colors.readable(button.isDestructive ? colors.bad : colors.text, face));
    else
        painter.setPen(blend(face, colors.text, kDisabledText));
    painter.drawText(button.rect, Qt::AlignCenter | Qt::TextSingleLine, button.text);
    painter.restore();
}

} // namespace RowButtons
