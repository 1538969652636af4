// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/apply.h"

#include "ui/theme/calmstyle.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace {

// A platform that has colours of its own gives another palette than the one Fusion falls back to.
bool platformHasColors()
{
    const QStyle *style = QApplication::style();
    if (style->name().compare("fusion"_L1, Qt::CaseInsensitive) != 0)
        return true;
    const QPalette fallback = style->standardPalette();
    const QPalette current = QApplication::palette();
    return current.color(QPalette::Window) != fallback.color(QPalette::Window) ||
           current.color(QPalette::Base) != fallback.color(QPalette::Base);
}

} // namespace

void Theme::apply(Qt::ColorScheme scheme)
{
    static const bool followsPlatform = platformHasColors(); // looked at once, before a palette is set
    if (!followsPlatform && !qobject_cast<CalmStyle *>(QApplication::style()))
        QApplication::setStyle(new CalmStyle);
    QStyleHints *hints = QGuiApplication::styleHints();
    hints->setColorScheme(scheme);
    const Qt::ColorScheme wanted = scheme == Qt::ColorScheme::Unknown ? hints->colorScheme() : scheme;
    const bool isDarkNow = isDark(QApplication::palette());
    if (!followsPlatform ||
        (scheme != Qt::ColorScheme::Unknown && isDarkNow != (wanted == Qt::ColorScheme::Dark)))
        QApplication::setPalette(palette(wanted));
    else if (scheme == Qt::ColorScheme::Unknown)
        QApplication::setPalette(QPalette());
}

void Theme::applyFixed(Qt::ColorScheme scheme)
{
    QApplication::setStyle(new CalmStyle);
    QGuiApplication::styleHints()->setColorScheme(scheme);
    QApplication::setPalette(palette(scheme));
}
