// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/graphdelegate.h"

#include "ui/history/graphpainter.h"
#include "ui/history/refchips.h"
#include "ui/widgets/rowpainter.h"
#include "ui/widgets/statuschip.h"

#include <QPainter>

namespace {

constexpr qreal kMostGraph = 0.4; // of the first column's width

QRectF contentOf(const QStyleOptionViewItem &option)
{
    const int unit = Theme::unit(option.font);
    return QRectF(option.rect).adjusted(unit, 0, -unit, 0);
}

History::GraphRow shownGraph(const GraphPainter &lanes, const QModelIndex &index, const QRectF &area)
{
    return History::folded(index.data(CommitItems::GraphRole).value<History::GraphRow>(),
                           lanes.columnsIn(area.width() * kMostGraph));
}

} // namespace

qreal GraphDelegate::graphEnd(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const GraphPainter lanes(option.palette, option.font);
    const QRectF area = contentOf(option);
    return area.left() + lanes.widthOf(shownGraph(lanes, index, area));
}

// Returns where the graph ends.
qreal GraphDelegate::paintGraph(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const QRectF &area) const
{
    const GraphPainter lanes(option.palette, option.font);
    const auto refs = index.data(CommitItems::RefsRole).value<QList<RefLabel>>();
    const History::GraphRow graph = shownGraph(lanes, index, area);
    GraphPainter::Look look{.isMerge = index.data(CommitItems::IsMergeRole).toBool(),
                            .isHead = std::ranges::any_of(refs, &RefLabel::isCurrent),
                            .isSelected = option.state.testFlag(QStyle::State_Selected)};
    if (!m_raised.isEmpty())
        look.isRaised = [&](const History::Stroke &stroke) {
            return m_raised.has(index.row(), stroke, graph.fold);
        };
    const QRectF cell(area.left(), option.rect.top(), lanes.widthOf(graph), option.rect.height());
    lanes.paint(painter, cell, graph, look);
    return cell.right();
}

void GraphDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const QString text = index.data().toString(); // asks for the row
    if (!index.data(CommitItems::IsLoadedRole).toBool()) {
        paintLoading(painter, option, index);
        return;
    }
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
    QRectF area = contentOf(option);
    if (index.column() == CommitItems::SubjectColumn) {
        const bool isMerge = index.data(CommitItems::IsMergeRole).toBool();
        const auto refs = index.data(CommitItems::RefsRole).value<QList<RefLabel>>();
        area.setLeft(paintGraph(painter, option, index, area) + unit);
        area.setLeft(area.left() + paintRefChips(painter, area.adjusted(0, 0, -area.width() / 2, 0), refs,
                                                 Theme::small(option.font), option.palette));
        row.text(area.toRect(), text, isMerge ? row.quiet() : row.strong(), option.font);
    } else {
        const bool isWhen = index.column() == CommitItems::WhenColumn;
        if (!isWhen)
            area.setLeft(area.left() + paintSignature(painter, row, area, index));
        row.text(area.toRect(), text, row.quiet(), option.font, Qt::ElideRight,
                 isWhen ? Qt::AlignRight : Qt::AlignLeft);
    }
}

// What is not known yet leaves its place free, so that no name moves when it is.
qreal GraphDelegate::paintSignature(QPainter *painter, const RowPainter &row, const QRectF &area,
                                    const QModelIndex &index) const
{
    const QVariant mark = index.data(CommitItems::SignatureRole);
    if (!mark.isValid())
        return 0;
    const qreal side = area.height() / 2;
    const QRectF where(area.left(), area.center().y() - side / 2, side, side);
    const auto shape = [&](StatusShape wanted, Theme::Token token) {
        paintStatusShape(painter, where, wanted, row.color(token));
    };
    switch (static_cast<SignatureMark>(mark.toInt())) {
    case SignatureMark::Awaited:
    case SignatureMark::None:
        break;
    case SignatureMark::Good:
        shape(StatusShape::Check, Theme::Token::Good);
        break;
    case SignatureMark::Doubtful:
        shape(StatusShape::Exclamation, Theme::Token::Warn);
        break;
    case SignatureMark::Bad:
        shape(StatusShape::Cross, Theme::Token::Bad);
        break;
    case SignatureMark::Unknown:
        shape(StatusShape::Question, Theme::Token::Unknown);
        break;
    }
    return side + side / 2;
}

void GraphDelegate::paintLoading(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const RowPainter row(painter, option);
    if (!m_showsLoading || index.column() == CommitItems::WhenColumn)
        return;
    const int unit = Theme::unit(option.font);
    QRectF bar = QRectF(option.rect).adjusted(unit, 0, -unit, 0);
    if (index.column() == CommitItems::SubjectColumn) // of different lengths, as lines are
        bar.setWidth(bar.width() * (3 + index.row() % 4) / 10);
    else
        bar.setWidth(bar.width() * 0.6);
    bar.setTop(option.rect.center().y() - unit / 2.0);
    bar.setHeight(unit);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::hairline(option.palette));
    painter->drawRoundedRect(bar, unit / 2.0, unit / 2.0);
}

QSize GraphDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return rowSize(option, 1.5);
}
