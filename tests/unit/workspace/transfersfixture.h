// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "livefixture.h"

#include "tests/unit/git/remote/remotefixture.h"
#include "workspace/transfer/transferscontroller.h"

inline const TransferTarget kMain{"origin", "refs/heads/main"};

/// A clone with its remote, open, and what its transfers told.
struct Transfers : RemoteFixture
{
    explicit Transfers(Git::Trust trust = Git::Trust::Trusted)
    {
        services.trust = trust;
        repository = std::make_unique<RepositoryController>(workspace(), local.repo.path());
        controller = std::make_unique<TransfersController>(*repository);
        QObject::connect(controller.get(), &TransfersController::succeeded, controller.get(),
                         [this](const QString &message) { succeeded += message; });
        QObject::connect(controller.get(), &TransfersController::conflicted, controller.get(),
                         [this](const QString &message) { conflicted += message; });
        QObject::connect(controller.get(), &TransfersController::failed, controller.get(),
                         [this](const TransferFailure &failure) { failures += failure; });
        QObject::connect(controller.get(), &TransfersController::lossRead, controller.get(),
                         [this](const OverwriteLoss &loss) { losses += loss; });
        repository->refresh();
        settle();
    }
    ~Transfers()
    {
        controller.reset();
        repository.reset();
    }

    WorkspaceServices workspace()
    {
        WorkspaceServices made = services.workspace();
        made.askProgram = qEnvironmentVariable("PLUMBLINE_TEST_ASKPASS");
        return made;
    }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                return repository->watcher().isSettled() && !repository->isBusy() && !controller->isBusy() &&
                       controller->isSettled() && !repository->writes().isBusy();
            },
            30'000);
    }
    /// Reads what was done from outside, then waits.
    bool look()
    {
        repository->note(kEverything);
        repository->refresh();
        return settle();
    }
    QByteArray commitHere(const QByteArray &path, const QByteArray &content)
    {
        return local.repo.write(path, content).commit("Here");
    }
    QString told() const
    {
        QStringList all = succeeded + conflicted;
        for (const TransferFailure &failure : failures)
            all += failure.error.message + QStringLiteral(" | ") + failure.error.detail;
        return all.join(QChar(u'\n'));
    }

    Tests::LiveServices services;
    std::unique_ptr<RepositoryController> repository;
    std::unique_ptr<TransfersController> controller;
    QStringList succeeded, conflicted;
    QList<TransferFailure> failures;
    QList<OverwriteLoss> losses;
};
