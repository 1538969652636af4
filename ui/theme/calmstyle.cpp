// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/calmstyle.h"

#include "ui/theme/calmscrollbar.h"
#include "ui/theme/mixed.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStyleOptionSlider>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

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
        ground = Theme::mixed(ground, accent, 0.22F);
    if (isEnabled && state & QStyle::State_Sunken)
        ground = Theme::mixed(ground, text, 0.14F);
    else if (isEnabled && state & QStyle::State_MouseOver)
        ground = Theme::mixed(ground, text, 0.06F);
    const bool hasFocus = state.testFlag(QStyle::State_HasFocus);
    const bool isDefault = isEnabled && option.features.testFlag(QStyleOptionButton::DefaultButton);
    const QColor edge = hasFocus || isDefault ? accent
                        : isEnabled           ? Theme::mixed(palette.color(QPalette::Window), text, 0.3F)
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

QPolygonF line(const QRectF &box, std::initializer_list<QPointF> shares)
{
    QPolygonF points;
    for (const QPointF &share : shares)
        points << QPointF(box.left() + box.width() * share.x(), box.top() + box.height() * share.y());
    return points;
}

void paintStroke(QPainter *painter, const QPolygonF &points, const QColor &color, double thick)
{
    painter->setPen(QPen(color, thick, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(points);
}

// An empty box must be seen: its edge is as strong as quiet text.
enum class MarkShape { Box, Circle };

void paintMark(const QStyleOption &option, MarkShape shape, QPainter *painter)
{
    const QPalette &palette = option.palette;
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isMarked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor disabled = palette.color(QPalette::Disabled, QPalette::WindowText);
    const QColor accent = palette.color(QPalette::Accent);
    QColor ground = isMarked && isEnabled ? accent : palette.color(QPalette::Base);
    if (isEnabled && option.state.testFlag(QStyle::State_MouseOver))
        ground = Theme::mixed(ground, palette.color(QPalette::Text), 0.08F);
    const int side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side - 1, side - 1);
    box.moveCenter(QRectF(option.rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isEnabled ? Theme::subdued(palette) : disabled, 1));
    painter->setBrush(ground);
    const double corner = shape == MarkShape::Circle ? side / 2.0 : side / 6.0;
    painter->drawRoundedRect(box, corner, corner);
    const QColor mark = isEnabled ? palette.color(QPalette::HighlightedText) : disabled;
    const double thick = std::max(1.5, side / 8.0);
    if (shape == MarkShape::Circle && isMarked) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(box.center(), side / 5.0, side / 5.0);
    } else if (option.state.testFlag(QStyle::State_NoChange))
        paintStroke(painter, line(box, {{0.25, 0.5}, {0.75, 0.5}}), mark, thick);
    else if (option.state.testFlag(QStyle::State_On))
        paintStroke(painter, line(box, {{0.24, 0.52}, {0.43, 0.72}, {0.77, 0.3}}), mark, thick);
    painter->restore();
}

// The option does not tell whether the branch stands on the colour of a selected row.
bool isOnSelection(const QStyleOption &option, const QWidget *widget)
{
    const auto *tree = qobject_cast<const QTreeView *>(widget);
    return option.state.testFlag(QStyle::State_Selected) ||
           (tree && tree->selectionModel() &&
            tree->selectionModel()->isSelected(tree->indexAt(option.rect.center())));
}

void paintBranch(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    if (!option.state.testFlag(QStyle::State_Children))
        return;
    const double side =
        std::min({option.rect.width(), option.rect.height(), option.fontMetrics.height()}) * 0.5;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    const bool isOpen = option.state.testFlag(QStyle::State_Open);
    const bool isLeftward = option.direction == Qt::RightToLeft;
    const QPolygonF arrow = isOpen       ? line(box, {{0.1, 0.3}, {0.5, 0.7}, {0.9, 0.3}})
                            : isLeftward ? line(box, {{0.7, 0.1}, {0.3, 0.5}, {0.7, 0.9}})
                                         : line(box, {{0.3, 0.1}, {0.7, 0.5}, {0.3, 0.9}});
    const QColor color = isOnSelection(option, widget) ? option.palette.color(QPalette::HighlightedText)
                                                       : Theme::subdued(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintStroke(painter, arrow, color, std::max(1.5, side / 5));
    painter->restore();
}

void paintTabClose(const QStyleOption &option, QPainter *painter)
{
    if (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken))
        painter->fillRect(option.rect, Theme::mixed(option.palette.color(QPalette::Window),
                                                    option.palette.color(QPalette::WindowText), 0.14F));
    const int side = std::min(option.rect.width(), option.rect.height()) * 3 / 4;
    QRect place(0, 0, side, side);
    place.moveCenter(option.rect.center());
    Theme::icon(u"window-close"_s, option.palette).paint(painter, place);
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
    switch (element) {
    case PE_IndicatorTabClose:
        return paintTabClose(*option, painter);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintMark(*option, MarkShape::Box, painter);
    case PE_IndicatorRadioButton:
        return paintMark(*option, MarkShape::Circle, painter);
    case PE_IndicatorBranch:
        return paintBranch(*option, painter, widget);
    case PE_FrameFocusRect:
        // The frame around a focused button's words: its edge tells already.
        if (widget && widget->inherits("QPushButton"))
            return;
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    return control == CC_ScrollBar && bar ? CalmScrollBar::part(*bar, part)
                                          : QProxyStyle::subControlRect(control, option, part, widget);
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar)
        CalmScrollBar::paint(*bar, painter);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}
