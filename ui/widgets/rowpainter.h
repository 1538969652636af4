// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyleOptionViewItem>

/// What the delegates of all lists have in common: the ground of a cell, the colours of text upon it, and one
/// shortened line. Paints the ground when made and puts the painter back when it goes.
class RowPainter
{
    Q_DISABLE_COPY_MOVE(RowPainter)

public:
    RowPainter(QPainter *painter, const QStyleOptionViewItem &option);
    ~RowPainter();

    bool isSelected() const { return m_option.state.testFlag(QStyle::State_Selected); }
    QColor strong() const; ///< usual text
    QColor quiet() const;  ///< text of less weight
    /// A meaning's colour; on a selected row, where it would not be readable, the text's.
    QColor color(Theme::Token token) const
    {
        return isSelected() ? strong() : Theme::color(token, palette());
    }
    /// One line in the middle of the area, shortened where it is too narrow. Returns the width it took.
    int text(const QRect &area, const QString &text, const QColor &color, const QFont &font,
             Qt::TextElideMode elide = Qt::ElideRight, Qt::Alignment side = Qt::AlignLeft);

private:
    const QPalette &palette() const { return m_option.palette; }
    QColor paletteColor(QPalette::ColorRole role) const;

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
};

/// The height of a list's row, and a width that is enough for a first layout.
QSize rowSize(const QStyleOptionViewItem &option, double lines = 1.6);
