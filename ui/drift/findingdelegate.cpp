// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drift/findingdelegate.h"

#include "items/findingitems.h"
#include "ui/drift/driftstatus.h"
#include "ui/widgets/rowpainter.h"

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
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
    const bool isObject = !index.parent().isValid();
    QColor color = row.strong();
    QRect area = option.rect.adjusted(unit, 0, -unit, 0);
    QFont font = option.font;
    if (index.column() == FindingItems::ClassColumn) {
        const DriftStatus status =
            isObject
                ? statusOf(static_cast<Drift::Verdict>(index.data(FindingItems::VerdictRole).toInt()))
                : statusOf(static_cast<Drift::FindingClass>(index.data(FindingItems::ClassRole).toInt()));
        color = row.color(status.token);
        const int side = option.fontMetrics.height();
        paintStatusShape(painter, QRectF(area.left(), area.center().y() - side / 2.0, side, side),
                         status.shape, color);
        area.setLeft(area.left() + side + unit);
    } else if (isObject && index.column() == FindingItems::WhatColumn) {
        font.setWeight(QFont::DemiBold);
    } else if (index.column() == FindingItems::WhoColumn) {
        color = row.quiet();
    }
    row.text(area, index.data().toString(), color, font, Qt::ElideMiddle);
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return rowSize(option);
}
