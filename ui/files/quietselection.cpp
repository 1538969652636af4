// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/quietselection.h"

#include "ui/theme/mixed.h"

#include <QStyleOptionViewItem>
#include <QWidget>

void quietUnlessFocused(QStyleOptionViewItem *option, const QWidget *view)
{
    if (view->hasFocus())
        return;
    option->state &= ~QStyle::State_Active;
    QPalette &palette = option->palette;
    const QColor active = palette.color(QPalette::Active, QPalette::Highlight);
    if (palette.color(QPalette::Inactive, QPalette::Highlight) != active)
        return;
    const QColor ground = palette.color(QPalette::Inactive, QPalette::Base);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, Theme::mixed(ground, active, 0.25F));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText,
                     palette.color(QPalette::Inactive, QPalette::Text));
}
