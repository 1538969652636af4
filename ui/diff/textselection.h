// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diff/diffcontent.h"

/// A place between two characters.
struct TextPlace
{
    Diff::Row row; ///< of a line
    qsizetype byte = 0;
    bool isValid() const { return row.isValid() && row.kind == Diff::RowKind::Line; }
    bool operator==(const TextPlace &) const = default;
};

/// Where the caret is in the text of a file, and what is selected up to it. In two columns it stays in one.
/// Without a caret it is rows that are selected.
class TextSelection
{
public:
    enum class Column { Only, Left, Right };

    bool hasCaret() const { return m_caret.isValid(); }
    bool isEmpty() const { return m_anchor == m_caret; }
    const TextPlace &caret() const { return m_caret; }
    Column column() const { return m_column; }

    void place(const TextPlace &caret, Column column);
    void extendTo(const TextPlace &caret);
    void clear() { *this = {}; }

    /// The line of a row that is in its column; -1: none.
    qsizetype lineIn(const Diff::Sides &sides) const;

    struct Range
    {
        qsizetype start = 0, end = 0; ///< bytes
        bool takesEnd = false;        ///< the selection goes on in the next line
    };
    /// What is selected of a line. O(log).
    std::optional<Range> rangeIn(const DiffContent &content, const Diff::Row &row) const;

    /// The text in its order, lines ended by line feeds. O(selected).
    QByteArray text(const DiffContent &content) const;

    void moveToFile(qsizetype file); ///< the same text at another place in the list

private:
    std::pair<TextPlace, TextPlace> ordered(const Diff::RowLayout &rows) const;

    TextPlace m_anchor, m_caret;
    Column m_column = Column::Only;
};
