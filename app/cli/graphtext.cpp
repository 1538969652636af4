// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/graphtext.h"

#include <QVarLengthArray>

#include <cstring>

namespace Cli {

namespace {

// In which directions lines leave the middle of a cell.
constexpr quint8 kUp = 1, kDown = 2, kLeft = 4, kRight = 8;
// In UTF-8 all but the first have three bytes.
constexpr char kGlyphs[] = "   ╵╷│╴╯╮┤╶╰╭├─┴┬┼";
constexpr qsizetype kGlyphSize = 3, kLine = 12;

char *put(char *to, qsizetype glyph)
{
    if (glyph == 0) {
        *to = ' ';
        return to + 1;
    }
    std::memcpy(to, kGlyphs + glyph * kGlyphSize, kGlyphSize);
    return to + kGlyphSize;
}

} // namespace

void appendGraph(QByteArray &out, const History::GraphRow &row)
{
    QVarLengthArray<quint8, 64> cells(row.width, 0);
    int left = row.column, right = row.column; // how far the lines go that leave the commit sideways
    for (const History::Stroke &stroke : row.strokes) {
        cells[stroke.column] |= stroke.kind != History::StrokeKind::OutOf ? kUp : 0;
        cells[stroke.column] |= stroke.kind != History::StrokeKind::Into ? kDown : 0;
        if (stroke.kind == History::StrokeKind::Through)
            continue;
        left = qMin<int>(left, stroke.column);
        right = qMax<int>(right, stroke.column);
    }
    for (int column = left; column <= right; ++column) {
        cells[column] |= column > left ? kLeft : 0;
        cells[column] |= column < right ? kRight : 0;
    }
    const qsizetype start = out.size();
    out.resize(start + row.width * 2 * kGlyphSize);
    char *to = out.data() + start;
    for (int column = 0; column < row.width; ++column) {
        if (column == row.column) {
            std::memcpy(to, "●", kGlyphSize);
            to += kGlyphSize;
        } else {
            to = put(to, cells[column]);
        }
        const bool isJoined = (cells[column] & kRight) != 0 && column + 1 < row.width;
        to = put(to, isJoined ? kLine : 0);
    }
    out.truncate(to - out.constData());
    if (const int hidden = row.hidden(); hidden > 0)
        out += '+' + QByteArray::number(hidden) + ' ';
}

QString graphText(const History::GraphRow &row)
{
    QByteArray text;
    appendGraph(text, row);
    return QString::fromUtf8(text);
}

} // namespace Cli
