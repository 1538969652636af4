// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_symbol(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_explanation(new PlainLabel(this))
    , m_button(new QPushButton(this))
{
    const int u = Theme::unit(font());
    m_symbol->setElideMode(Qt::ElideNone);
    m_symbol->setAlignment(Qt::AlignCenter);
    m_symbol->hide();
    m_title->setFont(Theme::title(font()));
    m_title->setAlignment(Qt::AlignCenter);
    m_explanation->setAlignment(Qt::AlignCenter);
    m_explanation->setWraps(true);
    m_explanation->setMaximumWidth(fontMetrics().averageCharWidth() * 80);
    m_explanation->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_button->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * u, 4 * u, 4 * u, 4 * u);
    column->setSpacing(2 * u);
    column->addStretch(2);
    column->addWidget(m_symbol, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    // Not by alignment: that would give the text the height of its first guess at a width, and cut it.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_explanation, 100);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(u);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void EmptyState::setSymbol(const QString &iconName)
{
    m_symbolName = iconName;
    m_symbol->setVisible(!iconName.isEmpty());
    drawSymbol();
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setText(title);
}

void EmptyState::setExplanation(const QString &text)
{
    m_explanation->setText(text);
}

void EmptyState::setAction(QAction *action)
{
    disconnect(m_click);
    m_button->setVisible(action);
    if (!action)
        return;
    m_button->setText(withoutMnemonic(action->iconText())); // its letter belongs to the menu
    m_button->setEnabled(action->isEnabled());
    m_click = connect(m_button, &QPushButton::clicked, action, &QAction::trigger);
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawSymbol();
}

void EmptyState::drawSymbol()
{
    if (m_symbolName.isEmpty())
        return;
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, Theme::subdued(palette()));
    const int side = fontMetrics().height() * 2;
    m_symbol->setPixmap(Theme::icon(m_symbolName, quiet).pixmap(QSize(side, side), devicePixelRatioF()));
}
