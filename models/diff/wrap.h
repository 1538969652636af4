// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/cells.h"
#include "diff/rows.h"

namespace Diff {

/// Longer lines are not wrapped: thousands of rows of one line help nobody, and their layout costs too much.
inline constexpr qsizetype kLongestWrapped = 20'000; // bytes

/// How lines are cut into rows of equal width.
struct Wrapping
{
    int width = 0;    ///< columns; 0: lines are not wrapped
    int tabWidth = 4; ///< columns
    int endMark = 0;  ///< columns that stay free behind a line that does not end with a newline
    bool operator==(const Wrapping &) const = default;
};

/// Where each row of a line begins, the first at {0, 0}. Characters stay whole where a row has room for them;
/// a line over kLongestWrapped is one row. O(bytes).
QList<CellMarks::Mark> wrapStarts(QByteArrayView line, bool endsWithNewline, const Wrapping &wrapping);

/// The rows of another layout, some of which are higher because their lines are wrapped. Stores wrapped rows
/// only. Building is O(bytes of all lines), a look-up O(log). Heights are those of the other layout.
class WrapIndex final : public RowLayout
{
public:
    /// base: of the same files. columns: 2 for a layout of two columns.
    WrapIndex(std::unique_ptr<const RowLayout> base, const QList<FileDiff> &files, int lineHeight,
              const Wrapping &wrapping);

    qsizetype count() const override { return m_base->count(); }
    qint64 height() const override;
    Row at(qsizetype position) const override { return m_base->at(position); }
    Sides sidesAt(qsizetype position) const override { return m_base->sidesAt(position); }
    qsizetype positionOf(const Row &row) const override { return m_base->positionOf(row); }
    qint64 topOf(qsizetype position) const override;
    int heightOf(qsizetype position) const override;
    qsizetype positionAt(qint64 y) const override;
    qsizetype nextOf(RowKind kind, qsizetype position) const override
    {
        return m_base->nextOf(kind, position);
    }
    qsizetype previousOf(RowKind kind, qsizetype position) const override
    {
        return m_base->previousOf(kind, position);
    }
    bool isCollapsed(qsizetype file) const override { return m_base->isCollapsed(file); }

private:
    struct Wrapped
    {
        qsizetype position = 0;
        int extra = 0;     // rows beyond the first
        qint64 before = 0; // such rows above
    };
    const Wrapped *lastUpTo(qsizetype position) const;

    std::unique_ptr<const RowLayout> m_base;
    int m_lineHeight = 1;
    QList<Wrapped> m_wrapped;
};

} // namespace Diff
