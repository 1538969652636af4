// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/rows.h"

#include <QFont>

class QWidget;

/// Measures of a difference view, all from the fonts.
struct DiffMetrics
{
    DiffMetrics() = default;
    DiffMetrics(const QWidget &view, quint32 largestNumber);

    QFont body, strong, small, code, codeSmall;
    int unit = 1;
    qreal cell = 1;         ///< width of a character of the code font
    qreal codeBaseline = 0; ///< from the top of a line row
    qreal hairline = 1;     ///< whole device pixels
    Diff::RowHeights heights;
    int numberWidth = 0; ///< one column of line numbers with its margins
    int signLeft = 0;    ///< where the column of + and - begins
    int textLeft = 0;    ///< where the text begins
};
