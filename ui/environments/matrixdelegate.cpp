// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environments/matrixdelegate.h"

#include "items/matrixitems.h"
#include "ui/widgets/paddedheader.h"
#include "ui/widgets/rowpainter.h"
#include "ui/widgets/statuschip.h"

using namespace Qt::StringLiterals;

namespace {

struct Mark
{
    StatusShape shape;
    Theme::Token token;
};

std::optional<Mark> markOf(const QModelIndex &index)
{
    switch (static_cast<Environments::Standing>(index.data(MatrixItems::StandingRole).toInt())) {
    case Environments::Standing::Same:
        return Mark{StatusShape::Check, Theme::Token::Good};
    case Environments::Standing::Behind:
        return Mark{StatusShape::Hourglass, Theme::Token::Info};
    case Environments::Standing::Ahead:
    case Environments::Standing::Different:
        return Mark{StatusShape::NotEqual, Theme::Token::Warn};
    default:
        return std::nullopt;
    }
}

void paintUncertainty(QPainter *painter, RowPainter &row, const QRect &area,
                      const QStyleOptionViewItem &option, const QString &text)
{
    const QColor color = row.color(Theme::Token::Warn);
    const int side = option.fontMetrics.height();
    paintStatusShape(painter, QRectF(area.left(), area.center().y() - side / 2.0, side, side),
                     StatusShape::Question, color);
    row.text(area.adjusted(side + Theme::unit(option.font), 0, 0, 0), text, color, option.font);
}

// At the right end of the line; returns what is left of the line for the version.
QRect paintMark(QPainter *painter, RowPainter &row, const QRect &line, const QStyleOptionViewItem &option,
                const QModelIndex &index)
{
    const auto mark = markOf(index);
    if (!mark)
        return line;
    const int unit = Theme::unit(option.font);
    const QFont small = Theme::small(option.font);
    const QFontMetrics metrics(small);
    const QColor color = row.color(mark->token);
    const QString version = index.data(MatrixItems::VersionRole).toString();
    const int taken = qMin(option.fontMetrics.horizontalAdvance(version), line.width() / 2);
    const int side = metrics.height();
    const int room = line.width() - taken - side - 3 * unit;
    const QString word =
        metrics.elidedText(index.data(MatrixItems::StandingTextRole).toString(), Qt::ElideRight, room);
    const int wordWidth = word.isEmpty() ? 0 : metrics.horizontalAdvance(word) + unit;
    int right = line.right();
    if (wordWidth > 0)
        row.text(QRect(right - wordWidth, line.top(), wordWidth, line.height()), word, color, small,
                 Qt::ElideNone, Qt::AlignRight);
    right -= wordWidth + side;
    paintStatusShape(painter, QRectF(right, line.center().y() - side / 2.0, side, side), mark->shape, color);
    return {line.left(), line.top(), right - unit - line.left(), line.height()};
}

} // namespace

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
    const int before = PaddedHeader::padding(option.font, index.column() == 0);
    const QRect area = option.rect.adjusted(before, unit, -2 * unit, -unit);
    if (index.column() == 0) {
        QFont heavy = option.font;
        heavy.setWeight(QFont::DemiBold);
        row.text(area, index.data().toString(), row.strong(), heavy, Qt::ElideMiddle);
        return;
    }
    if (index.data(MatrixItems::UnknownRole).toBool()) {
        paintUncertainty(painter, row, area, option, index.data().toString());
        return;
    }
    if (!index.data(MatrixItems::HasCellRole).toBool()) {
        row.text(area, u"–"_s, row.quiet(), option.font);
        return;
    }
    const QRect upper(area.left(), area.top(), area.width(), area.height() / 2);
    const QRect lower(area.left(), upper.bottom() + 1, area.width(), area.height() - upper.height());
    const QRect left = paintMark(painter, row, upper, option, index);
    const bool isUncertain = index.data(MatrixItems::UncertainRole).toBool();
    row.text(left, index.data(MatrixItems::VersionRole).toString(),
             isUncertain ? row.color(Theme::Token::Warn) : row.strong(), option.font);
    row.text(lower, index.data(MatrixItems::DetailRole).toString(), row.quiet(), Theme::small(option.font));
}

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {option.fontMetrics.averageCharWidth() * 26, qRound(option.fontMetrics.height() * 2.9)};
}
