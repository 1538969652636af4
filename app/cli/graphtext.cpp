// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/graphtext.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

/// In which directions lines leave the middle of a cell.
struct Cell
{
    bool up = false, down = false, left = false, right = false;

    QChar glyph() const
    {
        static constexpr QStringView glyphs = u" ╵╷│╴╯╮┤╶╰╭├─┴┬┼";
        return glyphs[(up ? 1 : 0) + (down ? 2 : 0) + (left ? 4 : 0) + (right ? 8 : 0)];
    }
};

} // namespace

QString graphText(const History::GraphRow &row)
{
    QList<Cell> cells(row.width);
    for (const History::Stroke &stroke : row.strokes) {
        Cell &end = cells[stroke.column];
        end.up = end.up || stroke.kind != History::StrokeKind::OutOf;
        end.down = end.down || stroke.kind != History::StrokeKind::Into;
        if (stroke.kind == History::StrokeKind::Through || stroke.column == row.column)
            continue;
        const int left = qMin(stroke.column, row.column), right = qMax(stroke.column, row.column);
        for (int column = left; column <= right; ++column) {
            cells[column].left = cells[column].left || column > left;
            cells[column].right = cells[column].right || column < right;
        }
    }
    QString text;
    for (int column = 0; column < row.width; ++column) {
        text += column == row.column ? QChar(u'●') : cells[column].glyph();
        const bool isJoined = cells[column].right && column + 1 < row.width;
        text += isJoined ? QChar(u'─') : QChar(u' ');
    }
    return text;
}

} // namespace Cli
