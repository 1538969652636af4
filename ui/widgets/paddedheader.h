// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

/// A header whose words stand where those of the rows stand: the first section with the margin of a page, the
/// others with that of a cell.
class PaddedHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit PaddedHeader(Qt::Orientation orientation, QWidget *parent = nullptr);

    /// What a delegate leaves free before the words of a column.
    static int padding(const QFont &font, bool isFirst);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;

private:
    int inset(int section) const;
};
