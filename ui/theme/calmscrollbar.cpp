// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/calmscrollbar.h"

#include "ui/theme/mixed.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>

namespace {

struct Handle
{
    int begin, length; ///< along the bar
};

bool isUpright(const QStyleOptionSlider &option)
{
    return option.orientation == Qt::Vertical;
}

Handle handleOf(const QStyleOptionSlider &option)
{
    const int room = isUpright(option) ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0)
        return {0, room};
    const auto share = static_cast<int>(qint64(room) * option.pageStep / (range + option.pageStep));
    const int length = std::clamp(share, std::min(room, 2 * option.fontMetrics.height()), room);
    return {QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                            room - length, option.upsideDown),
            length};
}

} // namespace

QRect CalmScrollBar::part(const QStyleOptionSlider &option, QStyle::SubControl control)
{
    const Handle handle = handleOf(option);
    const int room = isUpright(option) ? option.rect.height() : option.rect.width();
    int begin = 0, length = 0;
    switch (control) {
    case QStyle::SC_ScrollBarGroove:
        length = room;
        break;
    case QStyle::SC_ScrollBarSlider:
        begin = handle.begin;
        length = handle.length;
        break;
    case QStyle::SC_ScrollBarSubPage:
        length = handle.begin;
        break;
    case QStyle::SC_ScrollBarAddPage:
        begin = handle.begin + handle.length;
        length = room - begin;
        break;
    default:
        return {};
    }
    const QRect upright =
        isUpright(option)
            ? QRect(option.rect.left(), option.rect.top() + begin, option.rect.width(), length)
            : QRect(option.rect.left() + begin, option.rect.top(), length, option.rect.height());
    return QStyle::visualRect(option.direction, option.rect, upright);
}

void CalmScrollBar::paint(const QStyleOptionSlider &option, QPainter *painter)
{
    const QColor window = option.palette.color(QPalette::Window);
    const QColor text = option.palette.color(QPalette::WindowText);
    painter->fillRect(option.rect, Theme::mixed(window, text, 0.04F));
    if (option.maximum <= option.minimum)
        return;
    const bool isHeld = option.state.testFlag(QStyle::State_Sunken) &&
                        option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    const bool isUnder = option.state.testFlag(QStyle::State_MouseOver) &&
                         option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    QRectF handle = part(option, QStyle::SC_ScrollBarSlider);
    const double inset = (isUpright(option) ? handle.width() : handle.height()) / 5;
    handle.adjust(inset, inset, -inset, -inset);
    const double radius = std::min(handle.width(), handle.height()) / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::mixed(window, text, isHeld ? 0.8F : isUnder ? 0.68F : 0.56F));
    painter->drawRoundedRect(handle, radius, radius);
    painter->restore();
}
