// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

bool Page::isSettled()
{
    return controller().state() != PageState::Loading && !controller().isBusy();
}

QAction *Page::addCommand(const QString &id, const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(id);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_commands.append(action);
    return action;
}
