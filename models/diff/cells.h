// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <functional>

/// How a line of untrusted bytes falls onto a grid of equal cells, as in a terminal: never reordered, nothing
/// hidden.
namespace Diff {

enum class CellKind : quint8 {
    Ascii,  ///< printable ASCII, one cell a byte
    Glyphs, ///< one character with its marks, or a run of a script whose letters join
    Tab,
    Control, ///< a character that would hide or reorder text: shown by its code point
    LineEnd, ///< the carriage return at the end of a line
    Invalid, ///< a byte that is not UTF-8
};

struct CellRun
{
    CellKind kind = CellKind::Ascii;
    qsizetype start = 0, length = 0; ///< bytes
    qint64 column = 0;
    qint64 cells = 0;
};

/// Walks the runs from a byte whose column is known; at most 2,048 bytes a run. Ends when visit returns
/// false. Returns the column after the last run visited. O(bytes walked).
qint64 walkCells(QByteArrayView line, qsizetype from, qint64 column, int tabWidth,
                 const std::function<bool(const CellRun &)> &visit);

/// What a Control, LineEnd or Invalid run shows: "U+202E", "CR", "\xff".
QString cellLabel(QByteArrayView line, const CellRun &run);

/// Where to start walking a long line without reading it from its beginning: a mark every 2,048 bytes.
/// Made piece by piece, because megabytes of anything but ASCII take longer than a frame. The bytes must
/// stay.
class CellMarks
{
public:
    CellMarks() = default;
    CellMarks(QByteArrayView line, int tabWidth);

    /// Walks on over at most so many runs (about 50 ns each). Returns how many it took.
    qint64 extend(qint64 runs);
    bool isComplete() const { return m_byte == m_line.size(); }

    struct Mark
    {
        qsizetype byte = 0;
        qint64 column = 0;
    };
    Mark before(qint64 column) const; ///< the last mark at or before the column
    Mark beforeByte(qsizetype byte) const;
    qint64 knownColumns() const { return m_column; } ///< as far as it has walked
    qint64 columns() const;                          ///< of the whole line; an estimate until complete

private:
    QByteArrayView m_line;
    int m_tabWidth = 1;
    QList<Mark> m_marks;
    qsizetype m_byte = 0, m_nextMark = 0;
    qint64 m_column = 0;
};

} // namespace Diff
