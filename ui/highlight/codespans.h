// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRgb>

/// A byte range of a line with the look its syntax gives it.
struct CodeSpan
{
    quint32 start = 0, length = 0;
    QRgb color = 0;
    bool isBold = false, isItalic = false;
    bool operator==(const CodeSpan &) const = default;
};

using LineSpans = QList<CodeSpan>; ///< in order, without overlaps; the gaps are plain text

/// The highlighted lines of a file from one line on.
struct CodeBatch
{
    qsizetype file = 0, firstLine = 0;
    QList<LineSpans> lines;
};
