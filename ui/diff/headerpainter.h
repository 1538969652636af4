// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diff/diffcolors.h"
#include "ui/diff/diffmetrics.h"
#include "ui/diff/rowbuttons.h"

#include "diff/types.h"

class QPainter;

/// What surrounds the text of a header row.
struct HeaderLook
{
    QColor background;
    bool isCollapsed = false;
    bool isCurrent = false;
    bool isWarning = false;   ///< of a note
    QList<RowButton> buttons; ///< already placed
    QStringList facts;        ///< what else is to be said, while there is room
};

/// Draws the rows that are not lines: headers of files and hunks, and notes.
class HeaderPainter
{
public:
    HeaderPainter(QPainter &painter, const DiffMetrics &metrics, const DiffColors &colors);

    void paintFile(const Diff::FileDiff &file, const Diff::LineCounts &counts, const QRectF &rect,
                   const HeaderLook &look);
    void paintHunk(const Diff::Hunk &hunk, const QRectF &rect, const HeaderLook &look);
    void paintNote(const QString &words, const QRectF &rect, const HeaderLook &look);

    /// The right edge that the counts leave to the buttons of a file's header.
    static qreal fileButtonsRight(const Diff::LineCounts &counts, const DiffMetrics &metrics,
                                  const QRectF &rect);
    /// Where the collapse arrow is.
    static QRectF arrowRect(const DiffMetrics &metrics, const QRectF &rect);

private:
    void paintArrow(const QRectF &rect, bool isCollapsed, const QColor &background);
    void paintStatus(Diff::FileStatus status, const QRectF &box, const QColor &background);
    void paintCounts(const Diff::LineCounts &counts, const QRectF &rect, const QColor &background);
    qreal paintPath(const Diff::FileDiff &file, const QRectF &rect,
                    const QColor &background); // returns its right edge
    void line(const QRectF &rect, const QColor &color);
    QColor statusColor(Diff::FileStatus status) const;

    QPainter &m_painter;
    const DiffMetrics &m_metrics;
    const DiffColors &m_colors;
};
