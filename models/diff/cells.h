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
class CellMarks
{
public:
    CellMarks() = default;
    CellMarks(QByteArrayView line, int tabWidth); ///< O(bytes): about 1 ms a megabyte of ASCII

    struct Mark
    {
        qsizetype byte = 0;
        qint64 column = 0;
    };
    Mark before(qint64 column) const; ///< the last mark at or before the column
    Mark beforeByte(qsizetype byte) const;
    qint64 columns() const { return m_columns; }

private:
    QList<Mark> m_marks;
    qint64 m_columns = 0;
};

} // namespace Diff
