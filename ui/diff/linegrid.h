// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/cells.h"
#include "ui/diff/diffmetrics.h"

#include <memory>

/// Where characters begin and end within a run of cells, in the order of the text: a script that is written
/// from the right has them from the right.
struct GlyphStops
{
    struct Stop
    {
        qsizetype byte = 0; ///< of the line
        qreal column = 0;   ///< in cells, from the beginning of the line
    };
    QList<Stop> list; ///< at least the first and the last

    qreal columnOf(qsizetype byte) const;
    qsizetype byteAt(qreal column) const; ///< the nearest
};

GlyphStops glyphStops(QByteArrayView line, const Diff::CellRun &run, const DiffMetrics &metrics);

/// Which byte of a line stands where on its grid of cells, and where characters begin. Bytes and metrics must
/// stay. Costs a walk over at most some 2,000 bytes of a long line.
class LineGrid
{
public:
    LineGrid(QByteArrayView line, std::shared_ptr<const Diff::CellMarks> marks, int tabWidth,
             const DiffMetrics &metrics)
        : m_line(line)
        , m_marks(std::move(marks))
        , m_tabWidth(tabWidth)
        , m_metrics(metrics)
    {}

    qreal columnOf(qsizetype byte) const;     ///< in cells
    qsizetype byteAt(qreal column) const;     ///< the nearest place between two characters
    qsizetype next(qsizetype byte) const;     ///< where the character ends that begins there
    qsizetype previous(qsizetype byte) const; ///< where the character begins that ends there

    struct Range
    {
        qsizetype start = 0, end = 0;
    };
    /// The word, the blanks or the one other character around a byte.
    Range wordAt(qsizetype byte) const;

private:
    template<class Wanted> Diff::CellRun find(const Diff::CellMarks::Mark &from, Wanted wanted) const;
    Diff::CellRun runWith(qsizetype byte) const; ///< that begins at or before it; empty behind the last
    Diff::CellRun runBefore(qsizetype byte) const;
    bool isShapedRun(const Diff::CellRun &run) const;

    QByteArrayView m_line;
    std::shared_ptr<const Diff::CellMarks> m_marks;
    int m_tabWidth;
    const DiffMetrics &m_metrics;
};
