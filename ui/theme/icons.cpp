// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <BreezeIcons>

using namespace Qt::StringLiterals;

namespace {

QString findSymbol(const QString &name)
{
    static const bool isReady = [] {
        BreezeIcons::initIcons();
        return true;
    }();
    Q_UNUSED(isReady)
    for (const auto folder :
         {"actions/16"_L1, "actions/22"_L1, "places/16"_L1, "places/22"_L1, "status/16"_L1, "status/22"_L1,
          "emblems/16"_L1, "apps/16"_L1, "devices/16"_L1, "mimetypes/16"_L1}) {
        const QString path = u":/icons/breeze/"_s + folder + u'/' + name + u".svg"_s;
        if (QFile::exists(path))
            return path;
    }
    return {};
}

// Breeze marks what follows the text colour by a style rule; the rule's colour is what gets replaced.
QByteArray tinted(QByteArray svg, const QColor &color)
{
    const QByteArray name = color.name().toLatin1();
    const qsizetype rule = svg.indexOf(".ColorScheme-Text");
    const qsizetype start = rule < 0 ? -1 : svg.indexOf("color:", rule);
    const qsizetype end = start < 0 ? -1 : svg.indexOf(';', start);
    if (end > start && start >= 0)
        svg.replace(start, end - start, QByteArray("color:" + name));
    return svg.replace("#232629", name);
}

class SymbolEngine final : public QIconEngine
{
public:
    SymbolEngine(QString path, const QPalette &palette)
        : m_path(std::move(path))
        , m_normal(palette.color(QPalette::Active, QPalette::WindowText))
        , m_disabled(palette.color(QPalette::Disabled, QPalette::WindowText))
        , m_selected(palette.color(QPalette::Active, QPalette::HighlightedText))
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size(), mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = mode == QIcon::Disabled   ? m_disabled
                             : mode == QIcon::Selected ? m_selected
                                                       : m_normal;
        const QString key =
            u"symbol:%1:%2:%3x%4@%5"_s.arg(m_path, color.name(), QString::number(size.width()),
                                           QString::number(size.height()), QString::number(scale));
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size * scale);
        pixmap.fill(Qt::transparent);
        QFile file(m_path);
        if (file.open(QFile::ReadOnly)) {
            QSvgRenderer renderer(tinted(file.readAll(), color));
            QPainter painter(&pixmap);
            renderer.setAspectRatioMode(Qt::KeepAspectRatio);
            renderer.render(&painter);
        }
        pixmap.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new SymbolEngine(*this); }

private:
    QString m_path;
    QColor m_normal, m_disabled, m_selected;
};

} // namespace

QIcon Theme::icon(const QString &name, const QPalette &palette)
{
    const QString path = findSymbol(name);
    if (path.isEmpty()) {
        qWarning("There is no symbol named %s", qUtf8Printable(name));
        return {};
    }
    return QIcon(new SymbolEngine(path, palette));
}
