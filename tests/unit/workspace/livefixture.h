// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/repobuilder.h"
#include "workspace/repositorycontroller.h"

#include <QElapsedTimer>
#include <QtConcurrentRun>

namespace Tests {

/// Services for controllers without a window: real readers and programs.
class LiveServices
{
    Q_DISABLE_COPY_MOVE(LiveServices)

public:
    LiveServices() = default;
    ~LiveServices()
    {
        longReads.waitForDone();
        reads.waitForDone();
    }

    WorkspaceServices workspace()
    {
        return {.runner = &runner,
                .clock = &clock,
                .reads = &reads,
                .longReads = &longReads,
                .settings = nullptr,
                .readTrust = [this](const Git::RepoLocation &) { return trust; },
                .storeTrust = {}};
    }

    Git::Trust trust = Git::Trust::Trusted;
    SystemProcessRunner runner;
    SystemClock clock;
    QThreadPool reads, longReads; // last: jobs use the others
};

/// A repository that is open and watched, and what it told since the last forget().
class LiveRepository
{
    Q_DISABLE_COPY_MOVE(LiveRepository)

public:
    explicit LiveRepository(const RepoBuilder &repo, qsizetype mostFolders = -1)
        : LiveRepository(repo.path(), mostFolders)
    {}
    explicit LiveRepository(const QString &path, qsizetype mostFolders = -1)
        : controller(services.workspace(), path)
    {
        QObject::connect(&controller, &RepositoryController::repositoryChanged, &controller,
                         [this](RepositoryChanges what) {
                             told |= what;
                             ++times;
                         });
        QObject::connect(&controller, &RepositoryController::noticeRaised, &controller,
                         [this](const QString &text) { notices += text; });
        controller.watcher().setMostFolders(mostFolders);
        controller.refresh();
        settle();
        forget();
    }

    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                return controller.watcher().isSettled() && !controller.isBusy() &&
                       !controller.writes().isBusy() &&
                       (controller.watcher().isIdle() || controller.watcher().isPolling());
            },
            20'000);
    }
    void forget()
    {
        told = {};
        times = 0;
    }
    /// Waits until it told of this; prints how long it took.
    bool tells(RepositoryChanges what, const char *why)
    {
        QElapsedTimer timer;
        timer.start();
        const bool isTold = QTest::qWaitFor([&] { return told.testFlags(what); }, 3'000);
        qInfo("%s: %s after %lld ms", why, isTold ? "told" : "not told", timer.elapsed());
        return isTold;
    }

    LiveServices services;
    RepositoryController controller;
    RepositoryChanges told;
    int times = 0;
    QStringList notices;
};

} // namespace Tests
