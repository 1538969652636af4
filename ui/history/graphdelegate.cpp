// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/graphdelegate.h"

#include "items/commititems.h"
#include "ui/history/graphpainter.h"
#include "ui/history/refchips.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace {

QColor textColor(const QStyleOptionViewItem &option, bool isQuiet)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    if (isSelected)
        return option.palette.color(group, QPalette::HighlightedText);
    return isQuiet ? Theme::subdued(option.palette) : option.palette.color(group, QPalette::Text);
}

} // namespace

void GraphDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const int unit = Theme::unit(option.font);
    painter->save();
    painter->setFont(option.font);
    QRectF area = QRectF(option.rect).adjusted(unit, 0, -unit, 0);
    const QString text = index.data().toString();
    if (index.column() == CommitItems::SubjectColumn) {
        const auto graph = index.data(CommitItems::GraphRole).value<History::GraphRow>();
        const auto refs = index.data(CommitItems::RefsRole).value<QList<RefLabel>>();
        const bool isHead = std::ranges::any_of(refs, &RefLabel::isCurrent);
        const bool isMerge = index.data(CommitItems::IsMergeRole).toBool();
        const GraphPainter lanes(option.palette, QFontMetricsF(option.font).height() * 0.8);
        const qreal width = qMin(lanes.widthOf(graph), area.width() / 2);
        const QRectF cell(area.left(), option.rect.top(), width, option.rect.height());
        lanes.paint(painter, cell, graph, isMerge, isHead, option.state & QStyle::State_Selected);
        area.setLeft(cell.right() + unit);
        area.setLeft(area.left() + paintRefChips(painter, area.adjusted(0, 0, -area.width() / 2, 0), refs,
                                                 Theme::small(option.font), option.palette));
        painter->setPen(textColor(option, isMerge));
        painter->drawText(
            area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            option.fontMetrics.elidedText(text, Qt::ElideRight, static_cast<int>(area.width())));
    } else {
        const bool isWhen = index.column() == CommitItems::WhenColumn;
        painter->setPen(textColor(option, true));
        painter->drawText(
            area, Qt::AlignVCenter | (isWhen ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
            option.fontMetrics.elidedText(text, Qt::ElideRight, static_cast<int>(area.width())));
    }
    painter->restore();
}

QSize GraphDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {Theme::unit(option.font) * 20, qRound(option.fontMetrics.height() * 1.5)};
}
