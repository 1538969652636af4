// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/calmstyle.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace {

QColor over(const QColor &ground, QColor paint, float share)
{
    auto part = [share](float a, float b) { return a * (1 - share) + b * share; };
    return QColor::fromRgbF(part(ground.redF(), paint.redF()), part(ground.greenF(), paint.greenF()),
                            part(ground.blueF(), paint.blueF()));
}

void paintButton(const QStyleOptionButton &option, QPainter *painter)
{
    const QPalette &palette = option.palette;
    const QStyle::State state = option.state;
    const bool isEnabled = state.testFlag(QStyle::State_Enabled);
    if (option.features.testFlag(QStyleOptionButton::Flat) &&
        !(state &
          (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On | QStyle::State_HasFocus)))
        return;
    const QColor text = palette.color(QPalette::ButtonText), accent = palette.color(QPalette::Accent);
    QColor ground = isEnabled ? palette.color(QPalette::Button) : palette.color(QPalette::Window);
    if (state.testFlag(QStyle::State_On))
        ground = over(ground, accent, 0.22F);
    if (isEnabled && state & QStyle::State_Sunken)
        ground = over(ground, text, 0.14F);
    else if (isEnabled && state & QStyle::State_MouseOver)
        ground = over(ground, text, 0.06F);
    const bool hasFocus = state.testFlag(QStyle::State_HasFocus);
    const bool isDefault = isEnabled && option.features.testFlag(QStyleOptionButton::DefaultButton);
    const QColor edge = hasFocus || isDefault ? accent
                        : isEnabled           ? over(palette.color(QPalette::Window), text, 0.3F)
                                              : Theme::hairline(palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(edge, hasFocus ? 2 : 1));
    painter->setBrush(ground);
    const double inset = hasFocus ? 1 : 0.5;
    const double radius = option.fontMetrics.height() / 5.0;
    painter->drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

} // namespace

CalmStyle::CalmStyle()
    : QProxyStyle(u"fusion"_s)
{}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton && option)
        whole.rwidth() = std::max(whole.width(), size.width() + option->fontMetrics.height() * 3 / 2);
    return whole;
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_HeaderSection) {
        // A heading is quiet: the ground of the window and one line below.
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        const QRect line = option->rect.adjusted(0, option->rect.height() - 1, 0, 0);
        painter->fillRect(line, Theme::hairline(option->palette));
        return;
    }
    if (element == CE_PushButtonBevel && button && !button->features.testFlag(QStyleOptionButton::HasMenu))
        paintButton(*button, painter);
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (element != PE_IndicatorTabClose) {
        // The frame around a focused button's words: its edge tells already.
        if (element != PE_FrameFocusRect || !widget || !widget->inherits("QPushButton"))
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    if (option->state & (State_MouseOver | State_Sunken))
        painter->fillRect(option->rect, over(option->palette.color(QPalette::Window),
                                             option->palette.color(QPalette::WindowText), 0.14F));
    const int side = std::min(option->rect.width(), option->rect.height()) * 3 / 4;
    QRect place(0, 0, side, side);
    place.moveCenter(option->rect.center());
    Theme::icon(u"window-close"_s, option->palette).paint(painter, place);
}
