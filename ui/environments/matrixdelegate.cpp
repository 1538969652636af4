// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environments/matrixdelegate.h"

#include "items/matrixitems.h"
#include "ui/theme/theme.h"
#include "ui/widgets/statuschip.h"

#include <QApplication>
#include <QPainter>

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

} // namespace

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const int unit = Theme::unit(option.font);
    const bool isSelected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor strong =
        option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = isSelected ? strong : Theme::subdued(option.palette);
    const QRect area = option.rect.adjusted(unit, unit, -2 * unit, -unit);

    painter->save();
    QFont heavy = option.font;
    heavy.setWeight(QFont::DemiBold);
    if (index.column() == 0) {
        painter->setFont(heavy);
        painter->setPen(strong);
        painter->drawText(
            area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            QFontMetrics(heavy).elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
        painter->restore();
        return;
    }
    if (index.data(MatrixItems::UnknownRole).toBool()) {
        const QColor color = isSelected ? strong : Theme::color(Theme::Token::Warn, option.palette);
        const int side = option.fontMetrics.height();
        paintStatusShape(painter, QRectF(area.left(), area.center().y() - side / 2.0, side, side),
                         StatusShape::Question, color);
        const QRect rest = area.adjusted(side + unit, 0, 0, 0);
        painter->setPen(color);
        painter->drawText(
            rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
        painter->restore();
        return;
    }
    if (!index.data(MatrixItems::HasCellRole).toBool()) {
        painter->setPen(quiet);
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, u"–"_s);
        painter->restore();
        return;
    }
    const QRect upper(area.left(), area.top(), area.width(), area.height() / 2);
    const QRect lower(area.left(), upper.bottom() + 1, area.width(), area.height() - upper.height());
    const QFont small = Theme::small(option.font);
    const QFontMetrics smallMetrics(small);
    int right = area.right();
    if (const auto mark = markOf(index)) {
        const QColor color = isSelected ? strong : Theme::color(mark->token, option.palette);
        const QString whole = index.data(MatrixItems::StandingTextRole).toString();
        const QString version = index.data(MatrixItems::VersionRole).toString();
        const int taken = qMin(option.fontMetrics.horizontalAdvance(version), upper.width() / 2);
        const int room = upper.width() - taken - smallMetrics.height() - 3 * unit;
        const QString word = smallMetrics.elidedText(whole, Qt::ElideRight, room);
        painter->setFont(small);
        painter->setPen(color);
        const int wordWidth = word.isEmpty() ? 0 : smallMetrics.horizontalAdvance(word) + unit;
        const int side = smallMetrics.height();
        if (wordWidth > 0) {
            painter->drawText(QRect(right - wordWidth, upper.top(), wordWidth, upper.height()),
                              Qt::AlignVCenter | Qt::AlignRight, word);
        }
        right -= wordWidth + side;
        paintStatusShape(painter, QRectF(right, upper.center().y() - side / 2.0, side, side), mark->shape,
                         color);
        right -= unit;
    }
    const bool isUncertain = index.data(MatrixItems::UncertainRole).toBool();
    painter->setFont(option.font);
    painter->setPen(isUncertain && !isSelected ? Theme::color(Theme::Token::Warn, option.palette) : strong);
    const int width = right - upper.left();
    painter->drawText(QRect(upper.left(), upper.top(), width, upper.height()),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(index.data(MatrixItems::VersionRole).toString(),
                                                    Qt::ElideRight, width));
    painter->setFont(small);
    painter->setPen(quiet);
    painter->drawText(lower, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      smallMetrics.elidedText(index.data(MatrixItems::DetailRole).toString(), Qt::ElideRight,
                                              lower.width()));
    painter->restore();
}

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {option.fontMetrics.averageCharWidth() * 26, qRound(option.fontMetrics.height() * 2.9)};
}
