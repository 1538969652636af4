// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pagehead.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QToolButton>

QToolButton *makeTextButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    return button;
}

QWidget *makePageHead(PlainLabel *title, PlainLabel *about, const QList<QAction *> &actions, QWidget *parent)
{
    const int unit = Theme::unit(parent->font());
    auto *head = new QWidget(parent);
    QFont strong = parent->font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    about->setFont(Theme::small(parent->font()));
    about->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QVBoxLayout;
    words->setSpacing(unit);
    words->addWidget(title);
    words->addWidget(about);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(3 * unit, 2 * unit, 2 * unit, 2 * unit);
    row->setSpacing(unit);
    row->addLayout(words, 1);
    for (QAction *action : actions)
        row->addWidget(makeTextButton(action, head), 0, Qt::AlignTop);
    return head;
}
