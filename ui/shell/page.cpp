// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "ui/shell/mnemonics.h"

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
    if (m_group)
        m_group->addAction(action);
    else
        m_commands.append(action);
    return action;
}

// No child of the page: QWidget::setFocusProxy() would put the page before its first child in the chain of
// the Tab key, and a menu has a chain of its own.
void Page::openCommandGroup(const QString &text)
{
    m_group = new QMenu(text);
    connect(this, &QObject::destroyed, m_group, [menu = m_group] { delete menu; });
    m_group->setToolTipsVisible(true);
    m_commands.append(m_group->menuAction());
}

void Page::closeCommandGroup()
{
    giveMnemonics(m_group->actions());
    // Entries stand in other menus, too, which have given them other letters.
    connect(m_group, &QMenu::aboutToShow, m_group, [menu = m_group] { giveMnemonics(menu->actions()); });
    m_group = nullptr;
}

QList<QAction *> Page::flatCommands() const
{
    QList<QAction *> flat;
    for (QAction *command : m_commands) {
        if (command && command->menu())
            flat += command->menu()->actions();
        else if (command)
            flat += command;
    }
    return flat;
}
