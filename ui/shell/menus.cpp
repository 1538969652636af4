// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/mnemonics.h"
#include "ui/shell/repositoryview.h"
#include "ui/shell/usershortcut.h"
#include "ui/widgets/plainlabel.h"

#include "base/text.h"

#include <QActionGroup>
#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace {

// Any widget with a slot of that name takes part in the Edit menu; the nearest around the focus is asked.
void editFocus(const char *slot)
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (widget->metaObject()->indexOfMethod(QByteArray(slot).append("()").constData()) < 0)
            continue;
        QMetaObject::invokeMethod(widget, slot);
        return;
    }
}

bool canUndoText(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return !line->isReadOnly() && line->isUndoAvailable();
    const auto *edit = qobject_cast<const QPlainTextEdit *>(widget);
    return edit && !edit->isReadOnly() && edit->document()->isUndoAvailable();
}

void undoIn(Page *page)
{
    if (canUndoText(QApplication::focusWidget()))
        editFocus("undo");
    else if (page)
        page->undo();
}

} // namespace

QAction *MainWindow::addCommand(QMenu *menu, const QString &id, const QString &text,
                                const QKeySequence &shortcut, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(id);
    action->setShortcut(shortcut);
    applyUserShortcut(action, m_services.settings);
    addAction(action); // so that it works when the menu bar is hidden
    menu->addAction(action);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return action;
}

void MainWindow::buildMenus()
{
    fillFileMenu(menuBar()->addMenu(tr("&File")));
    fillEditMenu(menuBar()->addMenu(tr("&Edit")));
    fillViewMenu(menuBar()->addMenu(tr("&View")));
    fillGoMenu(menuBar()->addMenu(tr("&Go")));
    fillRepositoryMenu(menuBar()->addMenu(tr("&Repository")));
    m_pageMenu = menuBar()->addMenu(QString());
    m_pageMenu->setToolTipsVisible(true);
    m_pageMenu->menuAction()->setVisible(false);
    // A page changes its texts ("Discard 3 files").
    connect(m_pageMenu, &QMenu::aboutToShow, this, [this] { giveMnemonics(m_pageMenu->actions()); });
    fillHelpMenu(menuBar()->addMenu(tr("&Help")));
}

void MainWindow::fillFileMenu(QMenu *menu)
{
    m_open = addCommand(menu, u"file.open"_s, tr("&Open repository…"), QKeySequence::Open,
                        [this] { chooseFolder(); });
    m_clone = addCommand(menu, u"file.clone"_s, tr("C&lone repository…"), {}, [this] { askClone(); });
    addCommand(menu, u"file.new"_s, tr("&New repository…"), {}, [this] { askNewRepository(); });
    m_recentMenu = menu->addMenu(tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    menu->addSeparator();
    m_needRepository +=
        addCommand(menu, u"file.closeTab"_s, tr("&Close repository"), QKeySequence(Qt::CTRL | Qt::Key_W),
                   [this] { closeTab(m_tabs->currentIndex()); });
    addCommand(menu, u"file.quit"_s, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q),
               [] { QApplication::closeAllWindows(); });
}

void MainWindow::fillEditMenu(QMenu *menu)
{
    addCommand(menu, u"edit.undo"_s, tr("&Undo"), QKeySequence::Undo,
               [this] { undoIn(currentView() ? currentView()->currentPage() : nullptr); });
    addCommand(menu, u"edit.redo"_s, tr("&Redo"), QKeySequence::Redo, [] { editFocus("redo"); });
    menu->addSeparator();
    addCommand(menu, u"edit.cut"_s, tr("Cu&t"), QKeySequence::Cut, [] { editFocus("cut"); });
    addCommand(menu, u"edit.copy"_s, tr("&Copy"), QKeySequence::Copy, [] { editFocus("copy"); });
    addCommand(menu, u"edit.paste"_s, tr("&Paste"), QKeySequence::Paste, [] { editFocus("paste"); });
    addCommand(menu, u"edit.selectAll"_s, tr("Select &all"), QKeySequence::SelectAll,
               [] { editFocus("selectAll"); });
    menu->addSeparator();
    m_needRepository += addCommand(menu, u"edit.find"_s, tr("&Find"), QKeySequence::Find, [this] {
        if (currentView() && currentView()->currentPage())
            currentView()->currentPage()->startSearch();
    });
    menu->addSeparator();
    addCommand(menu, u"edit.preferences"_s, tr("Prefere&nces…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
               [this] { showPreferences(); });
}

void MainWindow::fillViewMenu(QMenu *menu)
{
    m_pageActions = new QActionGroup(this);
    int number = 0;
    for (const PageFactory &factory : std::as_const(m_factories)) {
        if (factory.isOnDemand)
            continue;
        const int key = Qt::Key_1 + number++;
        QAction *action = addCommand(menu, u"view."_s + factory.id, factory.title,
                                     number <= 9 ? QKeySequence(int(Qt::CTRL) | key) : QKeySequence(),
                                     [this, id = factory.id] {
                                         if (currentView())
                                             currentView()->showPage(id);
                                     });
        action->setCheckable(true);
        action->setData(factory.id);
        m_pageActions->addAction(action);
        m_needRepository += action;
    }
    addFurtherPages(menu->addMenu(tr("&More pages")));
    menu->addSeparator();
    QAction *refresh = addCommand(menu, u"view.refresh"_s, tr("&Refresh"), QKeySequence::Refresh, [this] {
        if (RepositoryView *view = currentView())
            view->repository().refreshEverything();
    });
    giveShortcuts(refresh, {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)},
                  m_services.settings);
    m_needRepository += refresh;
    addCommand(menu, u"view.palette"_s, tr("&Commands…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
               [this] { showPalette(); });
    menu->addSeparator();
    addThemes(menu->addMenu(tr("&Theme")));
    addCommand(menu, u"view.fullScreen"_s, tr("&Full screen"), QKeySequence(Qt::Key_F11),
               [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    giveMnemonics(menu->actions());
}

// Of those that the Repository menu leads to there is no second entry.
void MainWindow::addFurtherPages(QMenu *menu)
{
    static const QStringList elsewhere{u"linked"_s, u"remotes"_s, u"reflog"_s, u"undo"_s};
    for (const PageFactory &factory : std::as_const(m_factories))
        if (factory.isOnDemand && !elsewhere.contains(factory.id))
            m_needRepository += addCommand(menu, u"view."_s + factory.id, factory.title, {},
                                           [this, id = factory.id] { currentView()->showPage(id); });
    menu->menuAction()->setVisible(!menu->isEmpty());
    giveMnemonics(menu->actions());
}

void MainWindow::addThemes(QMenu *menu)
{
    m_themeActions = new QActionGroup(this);
    const QList<std::tuple<QString, QString, ThemeChoice>> choices{
        {u"view.themeSystem"_s, tr("As the &system"), ThemeChoice::System},
        {u"view.themeLight"_s, tr("&Light"), ThemeChoice::Light},
        {u"view.themeDark"_s, tr("&Dark"), ThemeChoice::Dark}};
    for (const auto &[id, text, choice] : choices) {
        QAction *action = addCommand(menu, id, text, {}, [this, choice] { setTheme(choice); });
        action->setCheckable(true);
        action->setData(QVariant::fromValue(choice));
        action->setChecked(m_services.settings && m_services.settings->theme() == choice);
        m_themeActions->addAction(action);
    }
}

void MainWindow::fillGoMenu(QMenu *menu)
{
    addCommand(menu, u"go.nextRepository"_s, tr("&Next repository"), QKeySequence(Qt::CTRL | Qt::Key_Tab),
               [this] { stepTab(1); });
    addCommand(menu, u"go.previousRepository"_s, tr("&Previous repository"),
               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), [this] { stepTab(-1); });
    menu->addSeparator();
    m_needRepository += addCommand(menu, u"go.file"_s, tr("&File…"), QKeySequence(Qt::CTRL | Qt::Key_P),
                                   [this] { goToFile(); });
    m_needRepository += addCommand(menu, u"go.pageBar"_s, tr("Page &bar"), QKeySequence(Qt::Key_F6),
                                   [this] { currentView()->focusPageBar(); });
    m_needRepository +=
        addCommand(menu, u"go.page"_s, tr("Pa&ge"), QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] {
            if (Page *page = currentView()->currentPage())
                page->setFocus(Qt::ShortcutFocusReason);
        });
}

void MainWindow::fillRepositoryMenu(QMenu *menu)
{
    fillTransferMenu(menu);
    menu->addSeparator();
    m_needRepository += addCommand(menu, u"linked.list"_s, tr("Work tr&ees and submodules"), {},
                                   [this] { currentView()->showPage(u"linked"_s); });
    m_needRepository += addCommand(menu, u"remote.list"_s, tr("Re&motes"), {},
                                   [this] { currentView()->showPage(u"remotes"_s); });
    m_needRepository += addCommand(menu, u"reflog.list"_s, tr("Reflo&g and lost commits"), {},
                                   [this] { currentView()->showPage(u"reflog"_s); });
    m_needRepository += addCommand(menu, u"undo.list"_s, tr("&What can be undone"), {},
                                   [this] { currentView()->showPage(u"undo"_s); });
    menu->addSeparator();
    fillOperationMenu(menu->addMenu(tr("Operat&ion"))); // there are no letters left for all
    menu->addSeparator();
    QAction *trust = addCommand(menu, u"repository.trust"_s, tr("&Trust this repository…"), {},
                                [this] { currentView()->context().requestTrust(); });
    trust->setData(false);
    QAction *distrust = addCommand(menu, u"repository.distrust"_s, tr("&Read only from now on"), {},
                                   [this] { currentView()->repository().setTrust(Git::Trust::Restricted); });
    distrust->setData(true);
    m_needRepository += {trust, distrust};
    giveMnemonics(menu->actions());
}

void MainWindow::fillHelpMenu(QMenu *menu)
{
    QAction *shortcuts = addCommand(menu, u"help.shortcuts"_s, tr("&Shortcuts"),
                                    QKeySequence(Qt::CTRL | Qt::Key_Question), [this] { showShortcuts(); });
    giveShortcuts(shortcuts, {QKeySequence(Qt::CTRL | Qt::Key_Question), QKeySequence(Qt::Key_F1)},
                  m_services.settings);
    addCommand(menu, u"help.about"_s, tr("&About Plumbline"), {}, [this] { showAbout(); });
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString &path : m_recent.paths()) {
        QAction *action = m_recentMenu->addAction(withoutMnemonic(path));
        connect(action, &QAction::triggered, this, [this, path] { openRepository(path); });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
}
