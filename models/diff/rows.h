// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

#include <QSet>

namespace Diff {

enum class RowKind : quint8 {
    File, ///< header of a file
    Note, ///< says why there are no lines, or what else changed
    Hunk, ///< header of a hunk
    Line,
    More, ///< below the last hunk: the file goes on
};

/// One row of a list that shows several files below each other. Names a place, so it survives collapsing.
struct Row
{
    RowKind kind = RowKind::File;
    qsizetype file = -1; ///< index in the list of files
    qsizetype hunk = -1; ///< for Hunk and Line
    qsizetype line = -1; ///< index in FileDiff::lines, for Line

    bool isValid() const { return file >= 0; }
    bool operator==(const Row &) const = default;
};

/// Heights by kind, in any one unit.
struct RowHeights
{
    int gap = 0; ///< above every file but the first, and below the last
    int file = 1, note = 1, hunk = 1, line = 1;
    bool operator==(const RowHeights &) const = default;
};

/// Rows that only some files have, by index in the list of files.
struct RowExtras
{
    QSet<qsizetype> noted;     ///< a note, also where hasNote() asks for none
    QSet<qsizetype> continued; ///< RowKind::More
};

/// The lines that one row shows: one, or one in each of two columns. -1: none.
struct Sides
{
    qsizetype left = -1, right = -1; ///< in FileDiff::lines; the same one for context
    bool operator==(const Sides &) const = default;
};

/// How rows lie below each other, whatever a row shows. Positions count rows, y is in the unit of the
/// heights.
class RowLayout
{
public:
    virtual ~RowLayout() = default;

    virtual qsizetype count() const = 0;
    virtual qint64 height() const = 0;

    virtual Row at(qsizetype position) const = 0;        ///< position must be inside
    virtual Sides sidesAt(qsizetype position) const = 0; ///< of a line; left alone where there is one column
    virtual qsizetype
    positionOf(const Row &row) const = 0; ///< a row of a collapsed file: its header; invalid: -1
    virtual qint64 topOf(qsizetype position) const = 0; ///< below the gap, for a file's header
    virtual int heightOf(qsizetype position) const = 0; ///< without the gap
    virtual qsizetype positionAt(qint64 y) const = 0; ///< the row at or above y; -1 only when there are none

    /// File or Hunk; the same position when there is none.
    virtual qsizetype nextOf(RowKind kind, qsizetype position) const = 0;
    virtual qsizetype previousOf(RowKind kind, qsizetype position) const = 0; ///< likewise
    virtual bool isCollapsed(qsizetype file) const = 0;
};

/// All rows of all files, as prefix sums over files and hunks: nothing is stored per line.
/// Building is O(files + hunks), every look-up O(log). A value; never changes once built.
class RowIndex final : public RowLayout
{
public:
    RowIndex() = default;
    RowIndex(const QList<FileDiff> &files, const QSet<qsizetype> &collapsed, const RowHeights &heights,
             const RowExtras &extras = {});

    qsizetype count() const override { return m_count; }
    qint64 height() const override { return m_height; }
    Row at(qsizetype position) const override;
    Sides sidesAt(qsizetype position) const override { return {at(position).line, -1}; }
    qsizetype positionOf(const Row &row) const override;
    qint64 topOf(qsizetype position) const override;
    int heightOf(qsizetype position) const override;
    qsizetype positionAt(qint64 y) const override;
    qsizetype nextOf(RowKind kind, qsizetype position) const override;
    qsizetype previousOf(RowKind kind, qsizetype position) const override;
    bool isCollapsed(qsizetype file) const override { return m_files[file].isCollapsed; }

private:
    struct FileBlock
    {
        qsizetype firstRow = 0;
        qint64 top = 0; // of the header, below the gap
        qsizetype firstHunk = 0, hunkCount = 0;
        bool hasNote = false, isCollapsed = false, isContinued = false;
    };
    struct HunkBlock
    {
        qsizetype firstRow = 0;
        qint64 top = 0;
        qsizetype file = 0, firstLine = 0, lineCount = 0;
    };
    qsizetype fileAtRow(qsizetype position) const;
    qsizetype hunkAtRow(const FileBlock &file, qsizetype position) const; // -1 above the first

    RowHeights m_heights;
    QList<FileBlock> m_files;
    QList<HunkBlock> m_hunks; // of files that are not collapsed
    qsizetype m_count = 0;
    qint64 m_height = 0;
};

/// How many lines of the new side are not shown above a hunk. O(1).
qint64 hiddenAbove(const FileDiff &file, qsizetype hunk);

/// False when the last hunk surely reaches the end of the file. True may be wrong by chance: a difference
/// does not say how long a file is.
bool mayContinue(const FileDiff &file);

/// First and last line number of the new side in a hunk; first is one more than last where it has none.
std::pair<quint32, quint32> newSideOf(const Hunk &hunk);

/// True when a file's header is followed by a note: something is left out, or nothing but the header changed.
bool hasNote(const FileDiff &file);

/// Where a row of one version of the files is in the next: the same path, the nearest line number on the same
/// side. Invalid when the path is gone. O(files + lines of that file).
Row relocate(const Row &row, const QList<FileDiff> &from, const QList<FileDiff> &to);

/// The line that replaces a removed line, or that an added line replaces: the n-th of a run of removals and
/// the n-th of the additions that follow it. -1 when there is none. Looks at most 1,000 lines around.
qsizetype counterpart(const FileDiff &file, const Row &row);

} // namespace Diff
