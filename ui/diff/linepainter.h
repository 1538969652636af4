// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/cells.h"
#include "diff/words.h"
#include "ui/diff/diffcolors.h"
#include "ui/diff/diffmetrics.h"
#include "ui/highlight/codespans.h"

#include <memory>
#include <optional>

class QPainter;

/// One line as it is to be drawn.
struct LineLook
{
    QByteArrayView bytes;
    std::shared_ptr<const Diff::CellMarks> marks; ///< of a long line
    QList<Diff::WordRange> words;                 ///< drawn on wordBackground
    QList<Diff::WordRange> matches;               ///< of a search
    qsizetype currentMatch = -1;                  ///< index in matches
    QList<Diff::WordRange> selection;             ///< none, or one that is selected as text
    bool selectsEnd = false;                      ///< and what follows the line
    LineSpans spans;
    QColor background, wordBackground;
    bool endsWithNewline = true;
    bool showsWhitespace = false; ///< draws blanks and tabs
    bool isFaint = false;         ///< the text steps back
    /// A piece of a wrapped line: from here to that column. scroll is then that of the first one.
    std::optional<Diff::CellMarks::Mark> from;
    qint64 until = 0;
};

/// Draws the text of lines on the grid of cells: only the part that is visible, whatever the length of the
/// line.
class LinePainter
{
public:
    LinePainter(QPainter &painter, const DiffMetrics &metrics, const DiffColors &colors, int tabWidth);

    /// area: the visible part of the row's text column. scroll: how far it is scrolled to the left.
    /// Returns the columns it reached: at least those of a line that ends in sight, 0 while they are not
    /// known.
    qint64 paint(const LineLook &look, const QRectF &area, qreal scroll);

private:
    void paintRun(const Diff::CellRun &run);
    void paintAscii(const Diff::CellRun &run);
    void paintGlyphs(const Diff::CellRun &run);
    void paintLabel(const Diff::CellRun &run);
    void paintTab(const Diff::CellRun &run);
    void paintBlanks(QByteArrayView part, qreal left, const QColor &background);
    QColor textColor(const CodeSpan *span, const QColor &background) const;
    void paintSelectedEnd(qint64 column);
    void drawGlyphs(const Diff::CellRun &run, const QRectF &clip, const QColor &color);
    QRectF selectedPart(const Diff::CellRun &run) const; // null: all of it or nothing
    void paintNoNewline(qint64 column);
    void setFont(bool isBold, bool isItalic);
    QColor fill(qsizetype byte, const QRectF &rect) const; // paints what lies behind and returns its colour
    qreal x(qint64 column) const;

    QPainter &m_painter;
    const DiffMetrics &m_metrics;
    const DiffColors &m_colors;
    int m_tabWidth;
    QFont m_bold, m_italic, m_boldItalic;
    const LineLook *m_look = nullptr;
    QRectF m_area;
    qreal m_scroll = 0;
    qint64 m_firstColumn = 0, m_lastColumn = 0;
};
