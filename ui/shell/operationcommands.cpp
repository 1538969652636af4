// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/operation/operationbanner.h"
#include "ui/shell/repositoryview.h"

using namespace Qt::StringLiterals;

void MainWindow::fillOperationMenu(QMenu *menu)
{
    const auto add = [&](const QString &id, const QString &text, const QKeySequence &keys,
                         void (OperationBanner::*command)()) {
        m_operationActions += addCommand(menu, id, text, keys, [this, command] {
            if (RepositoryView *view = currentView())
                (view->operationBanner()->*command)();
        });
    };
    const auto shift = Qt::CTRL | Qt::SHIFT;
    add(u"operation.conflicts"_s, tr("Show confl&icts"), QKeySequence(shift | Qt::Key_X),
        &OperationBanner::showConflicts);
    add(u"operation.continue"_s, tr("Co&ntinue operation"), QKeySequence(shift | Qt::Key_Return),
        &OperationBanner::goOn);
    add(u"operation.skip"_s, tr("S&kip step"), {}, &OperationBanner::skip);
    add(u"operation.abort"_s, tr("A&bort operation…"), {}, &OperationBanner::askAbort);
    add(u"operation.forget"_s, tr("Forget &damaged operation…"), {}, &OperationBanner::askForget);
}

void MainWindow::applyOperation()
{
    const RepositoryView *view = currentView();
    const OperationController *now = view ? &view->operationBanner()->operation() : nullptr;
    const bool isFree = now && !now->isRunning();
    const Git::OperationState state = now ? now->operation() : Git::OperationState();
    const std::array enabled{now && now->conflictCount().value_or(0) > 0,
                             isFree && state.canContinue() && now->continueProblem().isEmpty(),
                             isFree && state.canSkip(), isFree && state.kind != Git::Operation::None,
                             isFree && now->canForget()};
    for (size_t at = 0; at < enabled.size(); ++at)
        m_operationActions[static_cast<qsizetype>(at)]->setEnabled(enabled[at]);
}

void MainWindow::watchOperation(RepositoryView *view)
{
    OperationController &operation = view->operationBanner()->operation();
    for (const auto news : {&OperationController::changed, &OperationController::runningChanged})
        connect(&operation, news, this, &MainWindow::applyOperation);
}
