// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/graphdelegate.h"

#include "items/commititems.h"
#include "ui/history/graphpainter.h"
#include "ui/history/refchips.h"
#include "ui/widgets/rowpainter.h"

#include <QPainter>

void GraphDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
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
        row.text(area.toRect(), text, isMerge ? row.quiet() : row.strong(), option.font);
    } else {
        const bool isWhen = index.column() == CommitItems::WhenColumn;
        row.text(area.toRect(), text, row.quiet(), option.font, Qt::ElideRight,
                 isWhen ? Qt::AlignRight : Qt::AlignLeft);
    }
}

QSize GraphDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return rowSize(option, 1.5);
}
