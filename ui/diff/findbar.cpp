// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/findbar.h"

#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_status(new QLabel(this))
{
    setAutoFillBackground(true);
    const int unit = Theme::unit(font());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    row->setSpacing(unit);
    m_edit->setPlaceholderText(tr("Find in all files"));
    m_edit->setAccessibleName(tr("Find in all files"));
    m_edit->setClearButtonEnabled(true);
    m_status->setTextFormat(Qt::PlainText);
    row->addWidget(m_edit, 1);
    row->addWidget(m_status);
    const auto addButton = [&](const QString &icon, const QString &name, void (FindBar::*signal)()) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setIcon(Theme::icon(icon, palette()));
        button->setToolTip(name);
        button->setAccessibleName(name);
        connect(button, &QToolButton::clicked, this, signal);
        row->addWidget(button);
    };
    addButton(u"go-up-symbolic"_s, tr("Previous match"), &FindBar::previousRequested);
    addButton(u"go-down-symbolic"_s, tr("Next match"), &FindBar::nextRequested);
    addButton(u"window-close-symbolic"_s, tr("Close the find bar"), &FindBar::closed);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::needleChanged);
    setFocusProxy(m_edit);
}

QByteArray FindBar::needle() const
{
    return m_edit->text().toUtf8();
}

void FindBar::setStatus(const QString &text)
{
    m_status->setText(text);
}

void FindBar::open()
{
    show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReverse = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        if (isReverse)
            Q_EMIT previousRequested();
        else
            Q_EMIT nextRequested();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}
