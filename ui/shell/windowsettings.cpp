// SPDX-License-Identifier: GPL-3.0-or-later
// What the window makes of the settings, and the dialogs that change them.
#include "ui/shell/mainwindow.h"

#include "ui/shell/preferencesdialog.h"
#include "ui/shell/repositoryview.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/usershortcut.h"
#include "ui/theme/apply.h"
#include "ui/transfer/transferbar.h"
#include "ui/transfer/transferdesk.h"

#include <QActionGroup>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace {

const auto kShortcutPrefix = u"shortcuts/"_s;

void gatherShortcuts(const QMenu *menu, const QString &area, QList<ShortcutCommand> *commands)
{
    for (const QAction *action : menu->actions()) {
        if (const QMenu *deeper = action->menu())
            gatherShortcuts(deeper, area + u" › "_s + commandName(action->text()), commands);
        else if (!action->objectName().isEmpty())
            commands->append({.id = action->objectName(),
                              .area = area,
                              .name = commandName(action->text()),
                              .page = {},
                              .own = ownShortcuts(action)});
    }
}

void gatherShortcuts(const PageFactory &factory, const Page *made, QList<ShortcutCommand> *commands)
{
    const auto add = [&](const QString &id, const QString &text, const QList<QKeySequence> &own) {
        commands->append({id, factory.title, commandName(text), factory.id, own});
    };
    if (made) {
        for (const QAction *action : made->flatCommands())
            if (action && !action->isSeparator())
                add(action->objectName(), action->text(), ownShortcuts(action));
        return;
    }
    for (const PageCommand &command : factory.commands)
        add(command.id, command.text,
            command.shortcut.isEmpty() ? QList<QKeySequence>() : QList{command.shortcut});
}

} // namespace

ShortcutBook MainWindow::shortcutBook() const
{
    QList<ShortcutCommand> commands;
    for (const QAction *top : menuBar()->actions())
        if (top->menu() && top->menu() != m_pageMenu)
            gatherShortcuts(top->menu(), commandName(top->text()), &commands);
    for (const PageFactory &factory : m_factories) {
        const auto hasMade = [&](const RepositoryView *view) { return view->madePage(factory.id); };
        const auto view = std::ranges::find_if(m_views, hasMade);
        gatherShortcuts(factory, view == m_views.end() ? nullptr : (*view)->madePage(factory.id), &commands);
    }
    return ShortcutBook(commands, *m_services.settings);
}

void MainWindow::applySetting(const QString &name)
{
    if (name == QLatin1StringView(SettingKeys::theme.name))
        applyTheme();
    if (!name.startsWith(kShortcutPrefix))
        return;
    for (QAction *command : findChildren<QAction *>(name.sliced(kShortcutPrefix.size())))
        applyUserShortcut(command, m_services.settings);
    for (RepositoryView *view : std::as_const(m_views))
        showKeys(view);
}

void MainWindow::showKeys(RepositoryView *view)
{
    const QList<QAction *> commands = actions();
    const auto keysOf = [&](const QString &id) {
        const auto found = std::ranges::find(commands, id, &QObject::objectName);
        return found == commands.end() ? QKeySequence() : (*found)->shortcut();
    };
    view->setShortcuts(keysOf);
    TransferBar *bar = view->transfers().bar();
    bar->setShortcut(TransferKind::Fetch, keysOf(u"transfer.fetch"_s));
    bar->setShortcut(TransferKind::Pull, keysOf(u"transfer.pull"_s));
    bar->setShortcut(TransferKind::Push, keysOf(u"transfer.push"_s));
}

void MainWindow::showShortcuts()
{
    if (!m_services.settings)
        return;
    auto *dialog = new ShortcutsDialog(shortcutBook(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showPreferences()
{
    if (!m_services.settings)
        return;
    auto *dialog = new PreferencesDialog(m_services, shortcutBook(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::setTheme(ThemeChoice choice)
{
    m_services.settings->setTheme(choice);
    applyTheme(); // also where the choice is the old one and the program was started with another
}

void MainWindow::applyTheme()
{
    const ThemeChoice choice = m_services.settings->theme();
    for (QAction *action : m_themeActions->actions())
        action->setChecked(action->data().value<ThemeChoice>() == choice);
    Theme::apply(choice == ThemeChoice::Light  ? Qt::ColorScheme::Light
                 : choice == ThemeChoice::Dark ? Qt::ColorScheme::Dark
                                               : Qt::ColorScheme::Unknown);
}
