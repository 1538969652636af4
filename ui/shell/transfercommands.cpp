// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/repositoryview.h"
#include "ui/shell/usershortcut.h"
#include "ui/transfer/transferbar.h"
#include "ui/transfer/transferdesk.h"

using namespace Qt::StringLiterals;

void MainWindow::fillTransferMenu(QMenu *menu)
{
    const auto add = [&](const QString &id, const QString &text, TransferKind kind, const QKeySequence &keys,
                         void (TransferDesk::*command)()) {
        QAction *action = addCommand(menu, id, text, keys, [this, kind, command] {
            if (RepositoryView *view = currentView())
                command ? (view->transfers().*command)() : view->transfers().start(kind);
        });
        action->setData(QVariant::fromValue(kind));
        m_transferActions += action;
    };
    const auto shift = Qt::CTRL | Qt::SHIFT;
    add(u"transfer.fetch"_s, tr("&Fetch"), TransferKind::Fetch, QKeySequence(shift | Qt::Key_T), nullptr);
    add(u"transfer.fetchAll"_s, tr("Fetch &all remotes"), TransferKind::Fetch, {}, &TransferDesk::fetchAll);
    add(u"transfer.pull"_s, tr("Pu&ll"), TransferKind::Pull, QKeySequence(shift | Qt::Key_J), nullptr);
    add(u"transfer.push"_s, tr("&Push"), TransferKind::Push, QKeySequence(shift | Qt::Key_K), nullptr);
    add(u"transfer.pushTo"_s, tr("P&ush to…"), TransferKind::Push, {}, &TransferDesk::pushElsewhere);
    add(u"transfer.overwrite"_s, tr("Push &over what is there…"), TransferKind::Push, {},
        &TransferDesk::overwrite);
    QAction *cancel = addCommand(menu, u"transfer.cancel"_s, tr("&Cancel transfer"), {}, [this] {
        if (RepositoryView *view = currentView())
            view->transfers().transfers().cancel();
    });
    m_transferActions += cancel;
}

void MainWindow::applyTransfers()
{
    RepositoryView *view = currentView();
    const bool isOpen = view && view->repository().state() == PageState::Ready;
    for (QAction *action : std::as_const(m_transferActions)) {
        if (!action->data().isValid()) {
            action->setEnabled(isOpen && view->transfers().transfers().isRunning());
            continue;
        }
        const auto kind = action->data().value<TransferKind>();
        const QString problem = isOpen ? view->transfers().transfers().problem(kind) : QString();
        action->setEnabled(isOpen && problem.isEmpty());
        action->setStatusTip(problem);
    }
}

void MainWindow::watchTransfers(RepositoryView *view)
{
    connect(&view->transfers().transfers(), &TransfersController::changed, this, &MainWindow::applyTransfers);
    const QHash<QString, TransferKind> buttons{{u"transfer.fetch"_s, TransferKind::Fetch},
                                               {u"transfer.pull"_s, TransferKind::Pull},
                                               {u"transfer.push"_s, TransferKind::Push}};
    for (const QAction *action : std::as_const(m_transferActions)) {
        if (const auto kind = buttons.constFind(action->objectName()); kind != buttons.cend())
            view->transfers().bar()->setShortcut(*kind, action->shortcut());
    }
}
