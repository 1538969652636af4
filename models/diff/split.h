// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/rows.h"

namespace Diff {

/// The rows of RowIndex side by side: removed lines on the left, the added ones that follow them on the
/// right, one beside the other. Each line is there once (context once for both sides). Nothing is stored per
/// line: building is O(lines), memory O(files + runs), every look-up O(log). A value.
class SplitIndex final : public RowLayout
{
public:
    SplitIndex() = default;
    SplitIndex(const QList<FileDiff> &files, const QSet<qsizetype> &collapsed, const RowHeights &heights,
               const RowExtras &extras = {});

    qsizetype count() const override { return m_rows.count(); }
    qint64 height() const override { return m_rows.height(); }
    Row at(qsizetype position) const override; ///< the line on the left, or on the right where left has none
    Sides sidesAt(qsizetype position) const override;
    qsizetype positionOf(const Row &row) const override; ///< a line of either side
    qint64 topOf(qsizetype position) const override { return m_rows.topOf(position); }
    int heightOf(qsizetype position) const override { return m_rows.heightOf(position); }
    qsizetype positionAt(qint64 y) const override { return m_rows.positionAt(y); }
    qsizetype nextOf(RowKind kind, qsizetype position) const override
    {
        return m_rows.nextOf(kind, position);
    }
    qsizetype previousOf(RowKind kind, qsizetype position) const override
    {
        return m_rows.previousOf(kind, position);
    }
    bool isCollapsed(qsizetype file) const override { return m_rows.isCollapsed(file); }

private:
    /// Lines of one sort: context, or removed ones and then added ones.
    struct Run
    {
        qsizetype firstRow = 0;  // among the line rows of the file
        qsizetype firstLine = 0; // in FileDiff::lines
        qsizetype removed = 0, added = 0;
        bool isContext = false;

        qsizetype rowCount() const { return isContext ? removed : std::max(removed, added); }
    };
    static QList<Run> runsOf(const FileDiff &file, const Hunk &hunk, qsizetype firstRow);
    const Run &runAt(qsizetype file, qsizetype key, qsizetype Run::*start) const;

    RowIndex m_rows; // its lines are the line rows of the file
    QList<Run> m_runs;
    QList<qsizetype> m_firstRuns; // by file, and one more
};

} // namespace Diff
