// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffmetrics.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QWidget>

#include <cmath>

DiffMetrics::DiffMetrics(const QWidget &view, quint32 largestNumber)
    : body(view.font())
    , strong(body)
    , small(Theme::small(body))
    , code(Theme::fixedFont())
    , codeSmall(Theme::small(code))
    , unit(std::max(1, Theme::unit(body)))
{
    strong.setWeight(QFont::DemiBold);
    code.setKerning(false);
    const QFontMetricsF codeMetrics(code);
    const QFontMetricsF bodyMetrics(body);
    cell = codeMetrics.horizontalAdvance(QString(64, u'0')) / 64;
    const qreal ratio = view.devicePixelRatioF();
    hairline = std::max(1.0, std::floor(ratio)) / ratio;
    const auto lines = [](const QFontMetricsF &metrics, qreal count) {
        return std::max(1, qRound(metrics.height() * count));
    };
    heights.line = lines(codeMetrics, 1.25);
    heights.hunk = lines(bodyMetrics, 1.7);
    heights.file = lines(bodyMetrics, 2.1);
    heights.note = lines(bodyMetrics, 2.4);
    heights.gap = 3 * unit;
    codeBaseline = std::round((heights.line - codeMetrics.height()) / 2 + codeMetrics.ascent());
    const qsizetype digits = std::max<qsizetype>(3, QString::number(largestNumber).size());
    numberWidth = static_cast<int>(std::ceil(static_cast<qreal>(digits) * cell)) + 2 * unit;
    signLeft = 2 * numberWidth + unit;
    textLeft = signLeft + static_cast<int>(std::ceil(cell)) + 2 * unit;
}
