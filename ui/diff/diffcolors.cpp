// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffcolors.h"

#include "ui/theme/theme.h"

#include <cmath>

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF())) +
           0.0722 * linear(double(color.blueF()));
}

} // namespace

double contrastRatio(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor blend(const QColor &under, const QColor &over, double share)
{
    const auto mix = [share](int low, int high) {
        return static_cast<int>(std::lround(low + (high - low) * share));
    };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue())};
}

DiffColors::DiffColors(const QPalette &palette, bool isActive)
    : base(palette.color(QPalette::Base))
    , text(palette.color(QPalette::Text))
    , subdued(Theme::subdued(palette))
    , hairline(Theme::hairline(palette))
    , accent(palette.color(isActive ? QPalette::Active : QPalette::Inactive, QPalette::Highlight))
    , accentText(palette.color(isActive ? QPalette::Active : QPalette::Inactive, QPalette::HighlightedText))
    , good(Theme::color(Theme::Token::Good, palette))
    , warn(Theme::color(Theme::Token::Warn, palette))
    , bad(Theme::color(Theme::Token::Bad, palette))
    , info(Theme::color(Theme::Token::Info, palette))
    , unknown(Theme::color(Theme::Token::Unknown, palette))
    , m_added(Theme::color(Theme::Token::Added, palette))
    , m_removed(Theme::color(Theme::Token::Removed, palette))
    , m_addedWord(Theme::color(Theme::Token::AddedWord, palette))
    , m_removedWord(Theme::color(Theme::Token::RemovedWord, palette))
    , m_moved(Theme::color(Theme::Token::Moved, palette))
    , m_isDark(Theme::isDark(palette))
{
    header = blend(base, text, m_isDark ? 0.10 : 0.065);
    hunk = blend(base, text, m_isDark ? 0.045 : 0.025);
}

QColor DiffColors::row(Diff::LineOrigin origin) const
{
    switch (origin) {
    case Diff::LineOrigin::Added:
        return m_added;
    case Diff::LineOrigin::Removed:
        return m_removed;
    case Diff::LineOrigin::Context:
        break;
    }
    return base;
}

QColor DiffColors::movedRow(int block) const
{
    return block % 2 == 0 ? m_moved : blend(m_moved, base, 0.4);
}

QColor DiffColors::faint(Diff::LineOrigin origin) const
{
    return blend(hunk, row(origin), 0.25);
}

QColor DiffColors::gutter(Diff::LineOrigin origin) const
{
    if (origin == Diff::LineOrigin::Context)
        return hunk;
    return blend(row(origin), word(origin), m_isDark ? 0.35 : 0.45);
}

QColor DiffColors::word(Diff::LineOrigin origin) const
{
    switch (origin) {
    case Diff::LineOrigin::Added:
        return m_addedWord;
    case Diff::LineOrigin::Removed:
        return m_removedWord;
    case Diff::LineOrigin::Context:
        break;
    }
    return base;
}

QColor DiffColors::selected(const QColor &background) const
{
    return blend(background, accent, m_isDark ? 0.32 : 0.26);
}

QColor DiffColors::marked(const QColor &background) const
{
    return blend(background, accent, m_isDark ? 0.55 : 0.45);
}

QColor DiffColors::current(const QColor &background) const
{
    return blend(background, accent, m_isDark ? 0.16 : 0.09);
}

QColor DiffColors::match(const QColor &background) const
{
    return blend(background, warn, m_isDark ? 0.45 : 0.38);
}

QColor DiffColors::readable(const QColor &color, const QColor &background) const
{
    const quint64 key = (quint64(color.rgb()) << 32) | background.rgb();
    const auto known = m_readable.constFind(key);
    if (known != m_readable.cend())
        return *known;
    const QColor target = luminance(background) < 0.18 ? QColor(Qt::white) : QColor(Qt::black);
    QColor result = color;
    for (int step = 1; step <= 16 && contrastRatio(result, background) < 4.5; ++step)
        result = blend(color, target, step / 16.0);
    m_readable.insert(key, result);
    return result;
}
