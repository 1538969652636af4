// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/mixed.h"

#include <QFontDatabase>

#include <cmath>

namespace {

struct Pair
{
    QRgb light, dark;
};

constexpr Pair kTokens[] = {
    {0xffe2f5e6, 0xff17351f}, // added
    {0xffaee4b9, 0xff235c33}, // added word
    {0xfffbe7e5, 0xff40201f}, // removed
    {0xfff4b8b1, 0xff73302c}, // removed word
    {0xffe8e6fb, 0xff2b2a4a}, // moved
    {0xff1a7f37, 0xff57c274}, // good
    {0xff8a5a00, 0xffe0a93b}, // warn
    {0xffb42318, 0xffff8a80}, // bad
    {0xff0b5cad, 0xff78b4ff}, // info
    {0xff6b7280, 0xffa0a8b2}, // unknown
};

constexpr Pair kLanes[] = {
    {0xff0b6bcb, 0xff69b1ff}, {0xffb8560b, 0xffff9f5a}, {0xff0f7b4f, 0xff4fd39b}, {0xffa02c8c, 0xfff08be0},
    {0xff6b4fc8, 0xffb09bff}, {0xffb3261e, 0xffff8f86}, {0xff00738a, 0xff4cc9e0}, {0xff7a6a00, 0xffd9c64a},
    {0xff44546a, 0xffa9b8cc}, {0xffc2185b, 0xffff86b3},
};

// WCAG 2: relative luminance.
double luminance(const QColor &color)
{
    auto linear = [](float part) {
        const double value = double(part);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// Themes for low vision use pure white on pure black or the reverse; everyday themes stay a little below.
bool isHighContrast(const QPalette &palette)
{
    const double text = luminance(palette.color(QPalette::Text)),
                 base = luminance(palette.color(QPalette::Base));
    const double window = luminance(palette.color(QPalette::Window));
    const double contrast = (std::max(text, base) + 0.05) / (std::min(text, base) + 0.05);
    return contrast > 20.5 && std::abs(window - base) < 0.001;
}

} // namespace

namespace Theme {

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}

QColor color(Token token, const QPalette &palette)
{
    if (isHighContrast(palette)) {
        const bool isBackground = token <= Token::Moved;
        return palette.color(isBackground ? QPalette::Base : QPalette::Text);
    }
    const Pair &pair = kTokens[std::size_t(token)];
    return QColor::fromRgb(isDark(palette) ? pair.dark : pair.light);
}

QColor laneColor(int index, const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::Text);
    const Pair &pair = kLanes[std::size_t(index < 0 ? -index : index) % std::size(kLanes)];
    return QColor::fromRgb(isDark(palette) ? pair.dark : pair.light);
}

QColor hairline(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::WindowText);
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.16F);
}

QColor subdued(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::WindowText);
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.32F);
}

int unit(const QFont &font)
{
    return std::max(2, qRound(QFontMetricsF(font).height() / 4));
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont body = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (body.pointSizeF() > 0)
        font.setPointSizeF(body.pointSizeF());
    return font;
}

QFont small(const QFont &body)
{
    QFont font = body;
    if (body.pointSizeF() > 0)
        font.setPointSizeF(body.pointSizeF() * 0.9);
    return font;
}

QFont title(const QFont &body)
{
    QFont font = body;
    if (body.pointSizeF() > 0)
        font.setPointSizeF(body.pointSizeF() * 1.25);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace Theme
