// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/programicon.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

// Outside of any namespace, as its macro wants it.
static void initResources()
{
    Q_INIT_RESOURCE(icons);
}

// Drawn here and not by QIcon, which would need the plugin for SVG icons.
QIcon programIcon()
{
    initResources();
    QSvgRenderer renderer(u":/plumbline/icon.svg"_s);
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}
