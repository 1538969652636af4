// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/textselection.h"

void TextSelection::place(const TextPlace &caret, Column column)
{
    m_anchor = m_caret = caret;
    m_column = column;
}

void TextSelection::extendTo(const TextPlace &caret)
{
    if (!m_anchor.isValid())
        m_anchor = caret;
    m_caret = caret;
}

void TextSelection::moveToFile(qsizetype file)
{
    if (m_caret.isValid())
        m_anchor.row.file = m_caret.row.file = file;
}

qsizetype TextSelection::lineIn(const Diff::Sides &sides) const
{
    return m_column == Column::Right ? sides.right : sides.left;
}

std::pair<TextPlace, TextPlace> TextSelection::ordered(const Diff::RowLayout &rows) const
{
    const auto key = [&](const TextPlace &place) {
        return std::pair(rows.positionOf(place.row), place.byte);
    };
    return key(m_anchor) <= key(m_caret) ? std::pair(m_anchor, m_caret) : std::pair(m_caret, m_anchor);
}

std::optional<TextSelection::Range> TextSelection::rangeIn(const DiffContent &content,
                                                           const Diff::Row &row) const
{
    if (isEmpty() || row.file != m_caret.row.file)
        return std::nullopt;
    const Diff::RowLayout &rows = content.rows();
    const qsizetype position = rows.positionOf(row);
    if (lineIn(rows.sidesAt(position)) != row.line)
        return std::nullopt;
    const auto [first, last] = ordered(rows);
    const qsizetype from = rows.positionOf(first.row), until = rows.positionOf(last.row);
    if (position < from || position > until)
        return std::nullopt;
    Range range{0, content.bytes(row).size(), position < until};
    if (position == from)
        range.start = first.byte;
    if (position == until)
        range.end = last.byte;
    return range;
}

QByteArray TextSelection::text(const DiffContent &content) const
{
    if (isEmpty())
        return {};
    const Diff::RowLayout &rows = content.rows();
    const auto [first, last] = ordered(rows);
    const qsizetype from = rows.positionOf(first.row), until = rows.positionOf(last.row);
    QByteArray text;
    bool isNext = false;
    for (qsizetype position = from; position <= until; ++position) {
        Diff::Row row = rows.at(position);
        if (row.kind != Diff::RowKind::Line)
            continue;
        row.line = lineIn(rows.sidesAt(position));
        if (row.line < 0) // nothing in this column
            continue;
        const QByteArrayView bytes = content.bytes(row);
        const qsizetype start = position == from ? first.byte : 0;
        const qsizetype end = position == until ? last.byte : bytes.size();
        if (std::exchange(isNext, true))
            text += '\n';
        text += bytes.sliced(start, end - start);
    }
    return text;
}
