// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/repositoryview.h"

#include "ui/shell/usershortcut.h"

QList<PaletteCommand> RepositoryView::commandsElsewhere()
{
    QList<PaletteCommand> commands;
    for (const PageFactory &factory : std::as_const(m_factories)) {
        if (factory.id == m_currentId)
            continue;
        const auto add = [&](const QString &id, const QString &text, const QList<QKeySequence> &keys) {
            commands.append({.area = factory.title,
                             .text = text,
                             .shortcuts = keys,
                             .run = [view = QPointer(this), page = factory.id, id] {
                                 if (view)
                                     view->runCommand(page, id);
                             }});
        };
        if (const Page *made = m_pages.value(factory.id)) {
            for (const QAction *action : made->flatCommands())
                add(action->objectName(), action->text(), action->shortcuts());
            continue;
        }
        // Of a page on demand that is not open only the command that opens something makes sense.
        const qsizetype count = factory.isOnDemand ? 1 : factory.commands.size();
        for (const PageCommand &command : factory.commands.first(count)) {
            QAction action; // to ask the user's settings as a made page does
            action.setObjectName(command.id);
            action.setShortcut(command.shortcut);
            applyUserShortcut(&action, m_repository->services().settings);
            add(command.id, command.text, action.shortcuts());
        }
    }
    return commands;
}

void RepositoryView::runCommand(const QString &pageId, const QString &commandId)
{
    showPage(pageId);
    Page *page = currentPage();
    if (!page || m_currentId != pageId)
        return;
    const auto isWanted = [commandId](const QAction *action) { return action->objectName() == commandId; };
    const QList<QAction *> commands = page->flatCommands();
    const auto command = std::ranges::find_if(commands, isWanted);
    if (command == commands.end())
        return;
    auto *waiting = new QObject(page);
    const auto tryNow = [this, page, waiting, action = QPointer(*command)] {
        const bool isStillThere = currentPage() == page && action;
        if (isStillThere && !page->isSettled())
            return;
        waiting->deleteLater();
        disconnect(this, nullptr, waiting, nullptr);
        disconnect(page, nullptr, waiting, nullptr);
        disconnect(&page->controller(), nullptr, waiting, nullptr);
        if (isStillThere && action->isEnabled())
            action->trigger();
    };
    connect(page, &Page::settledChanged, waiting, tryNow);
    connect(&page->controller(), &PageController::stateChanged, waiting, tryNow);
    connect(this, &RepositoryView::currentPageChanged, waiting, tryNow);
    tryNow();
}
