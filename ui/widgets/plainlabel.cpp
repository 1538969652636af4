// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plainlabel.h"

#include "base/text.h"

#include <QEvent>
#include <QStyle>

#include <QtMath>

PlainLabel::PlainLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : PlainLabel(parent)
{
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_visible = visibleText(text);
    updateGeometry();
    fit();
}

void PlainLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
    fit();
}

void PlainLabel::setSelectable(bool isSelectable)
{
    setTextInteractionFlags(isSelectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                         : Qt::NoTextInteraction);
    fit();
}

void PlainLabel::setWraps(bool wraps)
{
    setWordWrap(wraps);
    updateGeometry();
    fit();
}

bool PlainLabel::canElide() const
{
    return m_elide != Qt::ElideNone && !wordWrap() && !(textInteractionFlags() & Qt::TextSelectableByMouse);
}

QSize PlainLabel::minimumSizeHint() const
{
    if (wordWrap()) // a word of 10,000 characters must not make a window of that width
        return QLabel::minimumSizeHint().boundedTo({fontMetrics().averageCharWidth() * 30, QWIDGETSIZE_MAX});
    if (!canElide())
        return QLabel::minimumSizeHint();
    const int narrow = fontMetrics().horizontalAdvance(u'm') * 3;
    return {std::min(narrow, sizeHint().width()), sizeHint().height()};
}

QSize PlainLabel::sizeHint() const
{
    if (wordWrap()) { // nor a window whose height fits that width and which no screen has room for
        const int width = std::min(QLabel::sizeHint().width(), fontMetrics().averageCharWidth() * 90);
        return {width, heightForWidth(width)};
    }
    if (!canElide())
        return QLabel::sizeHint();
    const QMargins margins = contentsMargins();
    // Text of 10,000 characters must not make a window of that width.
    const int widest = fontMetrics().averageCharWidth() * 120;
    // Up, and one more: eliding compares with the exact width.
    const int width = qCeil(QFontMetricsF(font()).horizontalAdvance(m_visible.left(300))) + 1 + 2 * margin();
    return {std::min(width, widest) + margins.left() + margins.right(),
            fontMetrics().height() + 2 * margin() + margins.top() + margins.bottom()};
}

void PlainLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void PlainLabel::fit()
{
    if (m_isFitting)
        return;
    m_isFitting = true;
    QString shown = m_visible;
    if (canElide()) {
        shown.replace(u'\n', u' ');
        const int room = contentsRect().width() - 2 * margin();
        shown = fontMetrics().elidedText(shown.left(4000), m_elide, std::max(room, 0));
    }
    if (shown != QLabel::text())
        QLabel::setText(shown);
    if (canElide())
        setPlainToolTip(this, shown == m_visible ? QString() : m_text);
    setAccessibleName(m_visible.left(4000));
    m_isFitting = false;
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<span style=\"white-space:pre-wrap\">") +
           visibleText(firstLine(text, 1000) == text ? text : text.left(2000)).toHtmlEscaped() +
           QStringLiteral("</span>");
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(plainToolTip(text));
}

QString withoutMnemonic(const QString &text)
{
    return visibleText(text).replace(u'&', QStringLiteral("&&"));
}
