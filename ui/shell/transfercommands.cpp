// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/repositoryview.h"
#include "ui/transfer/transferdesk.h"

using namespace Qt::StringLiterals;

void MainWindow::fillTransferMenu(QMenu *menu)
{
    const auto addTo = [&](QMenu *into, const QString &id, const QString &text, TransferKind kind,
                           const QKeySequence &keys, const std::function<void(TransferDesk &)> &command) {
        QAction *action = addCommand(into, id, text, keys, [this, kind, command] {
            if (RepositoryView *view = currentView())
                command ? command(view->transfers()) : view->transfers().start(kind);
        });
        action->setData(QVariant::fromValue(kind));
        m_transferActions += action;
    };
    const auto add = [&](const QString &id, const QString &text, TransferKind kind, const QKeySequence &keys,
                         const std::function<void(TransferDesk &)> &command) {
        addTo(menu, id, text, kind, keys, command);
    };
    const auto shift = Qt::CTRL | Qt::SHIFT;
    add(u"transfer.fetch"_s, tr("&Fetch"), TransferKind::Fetch, QKeySequence(shift | Qt::Key_T), nullptr);
    add(u"transfer.fetchAll"_s, tr("Fetch &all remotes"), TransferKind::Fetch, {}, &TransferDesk::fetchAll);
    add(u"transfer.pull"_s, tr("Pu&ll"), TransferKind::Pull, QKeySequence(shift | Qt::Key_J), nullptr);
    QMenu *ways = menu->addMenu(tr("Pull &in another way"));
    addTo(ways, u"transfer.pullMerge"_s, tr("Pull (&merge)"), TransferKind::Pull, {},
          [](TransferDesk &desk) { desk.pull(Git::PullWay::Merge); });
    addTo(ways, u"transfer.pullRebase"_s, tr("Pull (&rebase)"), TransferKind::Pull, {},
          [](TransferDesk &desk) { desk.pull(Git::PullWay::Rebase); });
    addTo(ways, u"transfer.pullForward"_s, tr("Pull (&fast-forward only)"), TransferKind::Pull, {},
          [](TransferDesk &desk) { desk.pull(Git::PullWay::FastForwardOnly); });
    add(u"transfer.push"_s, tr("&Push"), TransferKind::Push, QKeySequence(shift | Qt::Key_K), nullptr);
    add(u"transfer.pushTags"_s, tr("Pus&h with tags"), TransferKind::Push, {}, &TransferDesk::pushWithTags);
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
}
