// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commandpalette.h"
#include "ui/shell/page.h"
#include "ui/shell/recentrepositories.h"

#include "settings/settings.h"
#include "settings/statefile.h"
#include "workspace/services.h"

#include <QMainWindow>

class QActionGroup;
class RepositoryView;
class ShortcutBook;
class StatusStrip;
class QStackedWidget;
class QTabBar;
class Welcome;

/// The window: tabs of repositories, menus, the status strip, the command palette.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// services and state outlive the window.
    MainWindow(const WorkspaceServices &services, StateFile &state, QList<PageFactory> factories,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    void restoreSession(); ///< geometry and tabs of the last time; repositories open when shown
    void openRepository(const QString &path); ///< in a new tab, or the tab that has it
    void closeTab(int index);
    bool hasTabs() const { return !m_views.isEmpty(); }
    RepositoryView *currentView() const;
    void showMessage(const QString &text);
    void takeAttention(); ///< raised by another instance
    /// Every command with its keys. Those of pages that are only made with a repository are there once one
    /// is open.
    ShortcutBook shortcutBook() const;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    // mainwindow.cpp
    void buildCentre();
    RepositoryView *addView(const QString &path);
    void showCurrent();
    void focusCurrent();
    void mergeDuplicate(RepositoryView *opened);
    void applyTitles();
    void stepTab(int step);

    // session.cpp
    void saveSession();
    void chooseFolder();
    // clonecommand.cpp
    void askClone();
    void askNewRepository();
    QString newParent(); ///< where clones and new repositories go

    // menus.cpp
    void buildMenus();
    void fillFileMenu(QMenu *menu);
    void fillEditMenu(QMenu *menu);
    void fillViewMenu(QMenu *menu);
    void fillGoMenu(QMenu *menu);
    void fillRepositoryMenu(QMenu *menu);
    void fillHelpMenu(QMenu *menu);
    // transfercommands.cpp
    void fillTransferMenu(QMenu *menu);
    void applyTransfers();
    void watchTransfers(RepositoryView *view);
    // operationcommands.cpp
    void fillOperationMenu(QMenu *menu);
    void applyOperation();
    void watchOperation(RepositoryView *view);
    // menus.cpp
    QAction *addCommand(QMenu *menu, const QString &id, const QString &text, const QKeySequence &shortcut,
                        std::function<void()> run);
    void addFurtherPages(QMenu *menu);
    void addThemes(QMenu *menu);
    void fillRecentMenu();

    // windowcommands.cpp
    void applyPageMenu();
    void applyEnabled();
    QList<PaletteCommand> allCommands() const;
    void showAbout();

    // windowtargets.cpp
    QList<PaletteGroup> paletteGroups() const;
    static PaletteGroup refGroup(RepositoryView *view, Git::RefKind kind, const QString &area);
    void showPalette();
    void goToFile();
    void showTargets(const RepositoryView *view);

    // windowsettings.cpp
    void applySetting(const QString &name);
    void showKeys(RepositoryView *view); ///< in tool tips
    void showShortcuts();
    void showPreferences();
    void setTheme(ThemeChoice choice);
    void applyTheme();

    WorkspaceServices m_services;
    StateFile &m_state;
    RecentRepositories m_recent;
    QList<PageFactory> m_factories;
    QList<RepositoryView *> m_views; // in the order of the tabs
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_centre = nullptr;
    Welcome *m_welcome = nullptr;
    StatusStrip *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    QMenu *m_recentMenu = nullptr, *m_pageMenu = nullptr;
    QAction *m_open = nullptr, *m_clone = nullptr;
    QList<QAction *> m_needRepository, m_transferActions, m_operationActions;
    QActionGroup *m_pageActions = nullptr, *m_themeActions = nullptr;
    QTimer m_saveDelay;
    bool m_isRestoring = false;
    bool m_findsFiles = false; ///< the palette
};
