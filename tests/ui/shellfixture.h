// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/mainwindow.h"

#include "base/clock.h"
#include "base/runlog.h"
#include "settings/settings.h"

#include <QMutex>

namespace Tests {

/// Services for controllers and pages: real readers and programs, trust and settings in memory.
class ShellServices
{
    Q_DISABLE_COPY_MOVE(ShellServices)

public:
    ShellServices() = default;
    ~ShellServices()
    {
        longReads.waitForDone();
        reads.waitForDone();
    }

    WorkspaceServices workspace()
    {
        return {.runner = &logged,
                .clock = &clock,
                .reads = &reads,
                .longReads = &longReads,
                .settings = &settings,
                .readTrust =
                    [this](const Git::RepoLocation &where) {
                        const QMutexLocker lock(&mutex);
                        return trust.value(where.gitDir, Git::Trust::Unknown);
                    },
                .storeTrust = [this](const Git::RepoLocation &where, Git::Trust value) -> Result<void> {
                    const QMutexLocker lock(&mutex);
                    trust.insert(where.gitDir, value);
                    return {};
                },
                .runLog = &logged};
    }

    SystemProcessRunner runner;
    LoggedRunner logged{runner};
    SystemClock clock;
    Settings settings{{}};
    QMutex mutex;
    QHash<QByteArray, Git::Trust> trust;
    QThreadPool reads, longReads; // last: jobs use the others
};

/// A page that holds what tests need to see; its result comes when the test says so.
class ProbeController final : public PageController
{
public:
    void refresh() override { ++refreshes; }
    bool isBusy() const override { return busy; }
    void beReady() { setReady(); }
    void beEmpty() { setEmpty(); }
    void fail(const Error &error) { setFailed(error); }
    int refreshes = 0;
    bool busy = false;
};

class ProbePage final : public Page
{
public:
    explicit ProbePage(RepositoryContext &context)
        : context(context)
    {
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(QStringLiteral("probe"));
        connect(addCommand(QStringLiteral("probe.count"), QStringLiteral("Count && <b>mark</b>"),
                           QKeySequence(Qt::ALT | Qt::Key_K)),
                &QAction::triggered, this, [this] { ++commands; });
    }
    PageController &controller() override { return probe; }
    void openArgument(const QVariant &value) override { argument = value; }
    void startSearch() override { ++searches; }
    QJsonObject saveState() const override { return state; }
    void restoreState(const QJsonObject &saved) override { state = saved; }

    RepositoryContext &context;
    ProbeController probe;
    QVariant argument;
    QJsonObject state;
    int commands = 0, searches = 0;
};

inline QList<PageFactory> probeFactories()
{
    auto make = [](RepositoryContext &context) -> Page * { return new ProbePage(context); };
    return {{QStringLiteral("one"), QStringLiteral("One"), QStringLiteral("vcs-branch"), make},
            {QStringLiteral("two"), QStringLiteral("Two"), QStringLiteral("vcs-diff"), make}};
}

} // namespace Tests
