// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drift/findingdelegate.h"

#include "items/findingitems.h"
#include "ui/drift/driftstatus.h"

#include <QApplication>
#include <QPainter>

DriftStatus statusOf(Drift::Verdict verdict)
{
    switch (verdict) {
    case Drift::Verdict::InSync:
        return {StatusShape::Check, Theme::Token::Good};
    case Drift::Verdict::Drifted:
        return {StatusShape::NotEqual, Theme::Token::Bad};
    case Drift::Verdict::Missing:
        return {StatusShape::HollowCircle, Theme::Token::Bad};
    case Drift::Verdict::Extra:
        return {StatusShape::Plus, Theme::Token::Warn};
    case Drift::Verdict::Unknown:
        break;
    }
    return {StatusShape::Question, Theme::Token::Unknown};
}

DriftStatus statusOf(Drift::FindingClass kind)
{
    switch (kind) {
    case Drift::FindingClass::Missing:
        return {StatusShape::HollowCircle, Theme::Token::Bad};
    case Drift::FindingClass::Extra:
    case Drift::FindingClass::OutOfBand:
        return {StatusShape::Plus, Theme::Token::Warn};
    case Drift::FindingClass::Changed:
    case Drift::FindingClass::RemovedFromGit:
    case Drift::FindingClass::Unexplained:
        return {StatusShape::NotEqual, Theme::Token::Bad};
    case Drift::FindingClass::Version:
        return {StatusShape::Dot, Theme::Token::Info};
    case Drift::FindingClass::Unattributed:
    case Drift::FindingClass::Tolerated:
    case Drift::FindingClass::Expected:
        break;
    }
    return {StatusShape::Dot, Theme::Token::Unknown};
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const int unit = Theme::unit(option.font);
    const bool isSelected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const bool isObject = !index.parent().isValid();
    QColor color = option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    QRect area = option.rect.adjusted(unit, 0, -unit, 0);
    painter->save();
    QFont font = option.font;
    if (index.column() == FindingItems::ClassColumn) {
        const DriftStatus status =
            isObject
                ? statusOf(static_cast<Drift::Verdict>(index.data(FindingItems::VerdictRole).toInt()))
                : statusOf(static_cast<Drift::FindingClass>(index.data(FindingItems::ClassRole).toInt()));
        if (!isSelected)
            color = Theme::color(status.token, option.palette);
        const int side = option.fontMetrics.height();
        paintStatusShape(painter, QRectF(area.left(), area.center().y() - side / 2.0, side, side),
                         status.shape, color);
        area.setLeft(area.left() + side + unit);
    } else if (isObject && index.column() == FindingItems::WhatColumn) {
        font.setWeight(QFont::DemiBold);
    } else if (!isSelected && index.column() == FindingItems::WhoColumn) {
        color = Theme::subdued(option.palette);
    }
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {Theme::unit(option.font) * 20, qRound(option.fontMetrics.height() * 1.6)};
}
