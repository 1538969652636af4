// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/edgechain.h"

#include <QStyledItemDelegate>

class RowPainter;

/// Paints a commit: lanes, ref chips and subject in the first column, author and age in the others. What is
/// not loaded is a quiet bar.
class GraphDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the graph of a row ends, in the coordinates of option.rect, which is that of its first column.
    qreal graphEnd(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    EdgeChain &raised() { return m_raised; }
    void setShowsLoading(bool shows) { m_showsLoading = shows; } ///< bars for rows that are not there

private:
    qreal paintGraph(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const QRectF &area) const;
    qreal paintSignature(QPainter *painter, const RowPainter &row, const QRectF &area,
                         const QModelIndex &index) const;
    void paintLoading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    EdgeChain m_raised;
    bool m_showsLoading = false;
};
