// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drift/environmentbutton.h"

#include "base/text.h"
#include "items/findingitems.h"
#include "ui/drift/driftstatus.h"
#include "ui/widgets/plainlabel.h"

#include <QPainter>

using namespace Qt::StringLiterals;

EnvironmentButton::EnvironmentButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void EnvironmentButton::setStatus(const QByteArray &environment, Drift::Verdict verdict, int drifts)
{
    m_whole = displayPath(environment);
    m_verdict = verdict;
    m_word = verdict == Drift::Verdict::Drifted ? tr("%n drift(s)", nullptr, drifts)
                                                : FindingItems::verdictWord(verdict);
    setAccessibleName(m_whole + u", "_s + m_word);
    fit();
}

// A name may be as long as a file's; a button that long would push the others out of the window.
void EnvironmentButton::fit()
{
    const QFontMetrics metrics(font());
    m_name = metrics.elidedText(m_whole, Qt::ElideMiddle, metrics.averageCharWidth() * 28);
    setPlainToolTip(this, m_name == m_whole ? QString() : m_whole);
    updateGeometry();
    update();
}

void EnvironmentButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

QSize EnvironmentButton::sizeHint() const
{
    const int unit = Theme::unit(font());
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_name) + metrics.horizontalAdvance(m_word) + metrics.height() +
                8 * unit,
            qRound(metrics.height() * 1.8)};
}

void EnvironmentButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const int unit = Theme::unit(font());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor accent = palette().color(QPalette::Highlight);
    QColor fill = isChecked() || underMouse() ? accent : Qt::transparent;
    if (fill.alpha() > 0)
        fill.setAlphaF(isChecked() ? 0.16F : 0.07F);
    painter.setBrush(fill);
    painter.setPen(QPen(hasFocus() || isChecked() ? accent : Theme::hairline(palette()), hasFocus() ? 2 : 1));
    painter.drawRoundedRect(box, unit, unit);

    const DriftStatus status = statusOf(m_verdict);
    const int side = fontMetrics().height();
    int left = 2 * unit;
    painter.setPen(palette().color(QPalette::WindowText));
    const int width = fontMetrics().horizontalAdvance(m_name);
    painter.drawText(QRect(left, 0, width, height()), Qt::AlignVCenter | Qt::TextSingleLine, m_name);
    left += width + 2 * unit;
    const QColor color = Theme::color(status.token, palette());
    paintStatusShape(&painter, QRectF(left, (height() - side) / 2.0, side, side), status.shape, color);
    left += side + unit;
    painter.setPen(color);
    painter.drawText(QRect(left, 0, this->width() - left, height()), Qt::AlignVCenter | Qt::TextSingleLine,
                     m_word);
}
