// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

namespace {

struct Shades
{
    QRgb window, base, alternate, button, text, quiet, disabled, highlight, link, mid, dark, tip;
};

constexpr Shades kLight{0xfff3f4f6, 0xffffffff, 0xfff7f8fa, 0xfffafbfc, 0xff1f2328, 0xff646b75,
                        0xff9aa1ab, 0xff0b63bd, 0xff0b5cad, 0xffc6cad1, 0xffa5abb4, 0xffffffff};
constexpr Shades kDark{0xff1f2227, 0xff17191d, 0xff1c1f24, 0xff2c3037, 0xffe4e7eb, 0xff9aa1ab,
                       0xff6a717b, 0xff2a6cb8, 0xff78b4ff, 0xff3c414a, 0xff0f1114, 0xff2c3037};

} // namespace

QPalette Theme::palette(Qt::ColorScheme scheme)
{
    const Shades &shades = scheme == Qt::ColorScheme::Dark ? kDark : kLight;
    QPalette palette(QColor(shades.button), QColor(shades.window));
    auto set = [&palette](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor(color)); };
    set(QPalette::Window, shades.window);
    set(QPalette::WindowText, shades.text);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Text, shades.text);
    set(QPalette::Button, shades.button);
    set(QPalette::ButtonText, shades.text);
    set(QPalette::BrightText, 0xffffffff);
    set(QPalette::PlaceholderText, shades.quiet);
    set(QPalette::Highlight, shades.highlight);
    set(QPalette::Accent, shades.highlight);
    set(QPalette::HighlightedText, 0xffffffff);
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.link);
    set(QPalette::Mid, shades.mid);
    set(QPalette::Midlight, shades.mid);
    set(QPalette::Dark, shades.dark);
    set(QPalette::ToolTipBase, shades.tip);
    set(QPalette::ToolTipText, shades.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.mid));
    return palette;
}
