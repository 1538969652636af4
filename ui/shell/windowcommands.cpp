// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/aboutdialog.h"
#include "ui/shell/mnemonics.h"
#include "ui/shell/repositoryview.h"

#include <QActionGroup>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace {

void gather(const QMenu *menu, const QString &area, QList<PaletteCommand> *commands)
{
    for (QAction *action : menu->actions()) {
        if (const QMenu *deeper = action->menu())
            gather(deeper, QString(area + u" › "_s + action->text()), commands);
        else if (!action->isSeparator())
            commands->append(
                {.area = area, .text = action->text(), .shortcuts = action->shortcuts(), .action = action});
    }
}

} // namespace

void MainWindow::applyPageMenu()
{
    RepositoryView *view = currentView();
    Page *page = view ? view->currentPage() : nullptr;
    m_pageMenu->clear();
    for (QAction *command : page ? page->commands() : QList<QAction *>()) {
        if (command)
            m_pageMenu->addAction(command);
        else
            m_pageMenu->addSeparator();
    }
    giveMnemonics(m_pageMenu->actions());
    m_pageMenu->menuAction()->setVisible(!m_pageMenu->isEmpty());
    for (QAction *action : m_pageActions->actions()) {
        const bool isCurrent = view && action->data().toString() == view->currentPageId();
        action->setChecked(isCurrent);
        if (isCurrent)
            m_pageMenu->setTitle(commandName(action->text()).replace(u'&', "&&"_L1));
    }
    if (page && !m_pageActions->checkedAction())
        m_pageMenu->setTitle(page->accessibleName().replace(u'&', "&&"_L1));
    giveMnemonics(menuBar()->actions());
    applyEnabled();
}

void MainWindow::applyEnabled()
{
    RepositoryView *view = currentView();
    const bool isOpen = view && view->repository().state() == PageState::Ready;
    for (QAction *action : std::as_const(m_needRepository)) {
        const bool isTrustChoice = action->objectName().startsWith("repository."_L1);
        const bool fits =
            !isTrustChoice || (isOpen && view->repository().isTrusted() == action->data().toBool());
        const bool isClosing = action->objectName() == "file.closeTab"_L1;
        action->setEnabled((isOpen || (isClosing && view)) && fits);
    }
    applyTransfers();
    applyOperation();
}

QList<PaletteCommand> MainWindow::allCommands() const
{
    QList<PaletteCommand> commands;
    for (const QAction *top : menuBar()->actions())
        if (top->menu() && top->isVisible())
            gather(top->menu(), top->text(), &commands);
    if (RepositoryView *view = currentView(); view && view->currentPage())
        commands += view->commandsElsewhere();
    return commands;
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}
