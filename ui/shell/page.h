// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/pagestate.h"

#include <QAction>
#include <QJsonObject>
#include <QMenu>
#include <QVariant>
#include <QWidget>

class RepositoryContext;

/// A command as it stands in menus, also of a page that is not made yet.
struct PageCommand
{
    QString id;   ///< stable, English, "changes.stage": by it the user's own shortcut is found
    QString text; ///< as in the menu
    QKeySequence shortcut = {};
};

/// One page of an open repository. A page builds its own controller and shows it in a StateStack.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual PageController &controller() = 0;

    /// The number on the page bar; 0: none.
    virtual int badge() const { return 0; }

    /// True when nothing more will appear without the user: the controller has a result and is not busy. A
    /// page that loads details after that (the diff of the first row) overrides it and emits
    /// settledChanged().
    virtual bool isSettled();

    /// Follows a cross link, see RepositoryContext::openPage(); the page says which arguments it takes.
    virtual void openArgument(const QVariant &argument) { Q_UNUSED(argument) }

    /// Ctrl+F.
    virtual void startSearch() {}

    /// Ctrl+Z outside of a text: takes back what was done last in the repository, on whichever page.
    virtual void undo() { Q_EMIT undoWanted(); }

    /// The tab or the window closes: ends what would take long (a commit's hooks). Asks nothing, waits for
    /// nothing.
    virtual void stopWork() {}

    /// Splitters, columns, chosen view; kept between runs. restoreState() gets only what saveState() gave, or
    /// {}.
    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject &state) { Q_UNUSED(state) }

    /// What the page can do, in menu order (null: a separator): its menu and the command palette.
    const QList<QAction *> &commands() const { return m_commands; }
    QList<QAction *> flatCommands() const; ///< with those of groups instead of the groups; no separators

Q_SIGNALS:
    void badgeChanged();
    void settledChanged();
    void stateSaveWanted(); ///< a splitter moved
    void undoWanted();
    void closeWanted(); ///< of a page on demand: stopWork() follows, then it is deleted

protected:
    /// A new command: text as in the menu ("Stage file"), the default shortcut, which works while the focus
    /// is in the page. id: stable, English, "changes.stage": by it the user's own shortcut is found.
    QAction *addCommand(const QString &id, const QString &text, const QKeySequence &shortcut = {});
    QAction *addCommand(const PageCommand &command)
    {
        return addCommand(command.id, command.text, command.shortcut);
    }
    void addCommandSeparator() { m_commands.append(nullptr); }
    /// What is added until the group ends stands in a menu of its own within the page's menu.
    void openCommandGroup(const QString &text);
    void closeCommandGroup();

private:
    QList<QAction *> m_commands;
    QMenu *m_group = nullptr; ///< that is being filled
};

/// How the shell makes a page. One line per page in app/gui/pages.cpp.
struct PageFactory
{
    QString id;       ///< "history"; the name of its capture
    QString title;    ///< translated, short
    QString iconName; ///< Breeze
    std::function<Page *(RepositoryContext &)> make;
    bool isMadeEarly =
        false; ///< made after the first page is ready: its badge matters, or it is where most people go
    QList<PageCommand> commands = {}; ///< of a page that is not made early, for the command palette
    /// Made and put on the page bar when somebody goes there, and gone when it is closed (Page::closeWanted).
    bool isOnDemand = false;
};
