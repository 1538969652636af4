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
    void mergeDuplicate(RepositoryView *opened);
    void applyTitles();
    void stepTab(int step);

    // session.cpp
    void saveSession();
    void chooseFolder();

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
    // menus.cpp
    QAction *addCommand(QMenu *menu, const QString &id, const QString &text, const QKeySequence &shortcut,
                        std::function<void()> run);
    void fillRecentMenu();
    void setTheme(ThemeChoice choice);

    // windowcommands.cpp
    void applyPageMenu();
    void applyEnabled();
    QList<PaletteCommand> allCommands() const;
    void showPalette();
    void showShortcuts();
    void showAbout();

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
    QAction *m_open = nullptr;
    QList<QAction *> m_needRepository, m_transferActions;
    QActionGroup *m_pageActions = nullptr;
    QTimer m_saveDelay;
    bool m_isRestoring = false;
};
