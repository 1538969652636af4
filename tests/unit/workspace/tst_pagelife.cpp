// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefixture.h"

#include "support/verify.h"
#include "tests/ui/gitopsfixture.h"
#include "workspace/blamecontroller.h"
#include "workspace/changescontroller.h"
#include "workspace/commitactions.h"
#include "workspace/environmentscontroller.h"
#include "workspace/filehistorycontroller.h"

#include <QPointer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Runs programs, but those whose arguments hold one of the words only end when they are cancelled.
class StuckRunner final : public ProcessRunner
{
public:
    explicit StuckRunner(const QStringList &words)
        : m_words(words)
    {}
    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override
    {
        if (std::ranges::none_of(m_words,
                                 [&](const QString &word) { return request.arguments.contains(word); }))
            return m_runner.run(request, cancel);
        ++stuck;
        while (!cancel.isCancelled())
            QThread::sleep(2ms);
        --stuck;
        return failCancelled();
    }

    mutable std::atomic_int stuck = 0;

private:
    QStringList m_words;
    SystemProcessRunner m_runner;
};

QList<QByteArray> pathsOf(const FileItems &items)
{
    QList<QByteArray> paths;
    for (const FileItem &file : items.files())
        paths += file.path;
    return paths;
}

void allow(const QString &file)
{
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
}

/// A hook that says that it began and then waits to be allowed to end.
struct HeldHook
{
    HeldHook(Tests::RepoBuilder &repo, const QByteArray &name)
        : started(repo.folder() + u"/started"_s)
        , go(repo.folder() + u"/go"_s)
    {
        repo.hook(name, "#!/bin/sh\ntouch '" + QFile::encodeName(started) + "'\nn=0; while [ ! -e '" +
                            QFile::encodeName(go) +
                            "' ] && [ $n -lt 400 ]; do sleep 0.05; n=$((n+1)); done\n");
    }
    QString started, go;
};

} // namespace

/// Controllers of pages that come, go and wait while much else goes on.
class PageLifeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageClosedDuringItsWriteIsNotTouchedAndTheWriteEnds()
    {
        Tests::RepoBuilder repo;
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("a", "1").commit("one");
        repo.write("a", "2").stage();
        repo.write("b", "new");
        const HeldHook hook(repo, "pre-commit");
        Tests::LiveRepository live(repo);
        QPointer<ChangesController> closing = new ChangesController(live.controller);
        ChangesController staying(live.controller);
        QTRY_VERIFY(!closing->isBusy() && !staying.isBusy());
        closing->commit(u"second"_s, false);
        closing->stage({"b"}); // waits behind the commit
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(hook.started), 10'000);
        delete closing;
        QVERIFY(!closing);
        QVERIFY(live.controller.writes().isBusy());
        staying.unstage({"b"});
        allow(hook.go);
        QTRY_VERIFY_WITH_TIMEOUT(!live.controller.writes().isBusy(), 20'000);
        QCOMPARE(repo.git({u"log"_s, u"-1"_s, u"--format=%s"_s}), "second\n"_ba);
        QVERIFY(!QFile::exists(repo.gitDir() + u"/index.lock"_s));
        QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), "?? b\n"_ba);
        QTRY_VERIFY(!staying.isWriting() && !staying.isBusy());
        QCOMPARE(pathsOf(staying.unstaged()), QList<QByteArray>{"b"});
    }

    void aMenuThatIsGoneIsNotToldHowItsActionEnded()
    {
        Tests::RepoBuilder repo;
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("a", "1").commit("one");
        repo.branch("topic");
        const HeldHook hook(repo, "post-checkout");
        Tests::LiveRepository live(repo);
        auto actions = std::make_unique<CommitActionsController>(live.controller);
        bool isTold = false;
        QObject told;
        connect(actions.get(), &CommitActionsController::succeeded, &told, [&] { isTold = true; });
        actions->checkoutBranch("refs/heads/topic");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(hook.started), 10'000);
        actions.reset();
        allow(hook.go);
        QTRY_VERIFY_WITH_TIMEOUT(!live.controller.writes().isBusy(), 20'000);
        QVERIFY(!isTold);
        QTRY_COMPARE_WITH_TIMEOUT(live.controller.refs().head.branch, "refs/heads/topic"_ba, 5'000);
    }

    void theStatusArrivesHoweverManyLongJobsNeverEnd()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("one");
        repo.write("a", "2");
        const StuckRunner runner({u"blame"_s, u"log"_s});
        Tests::LiveServices services;
        services.reads.setMaxThreadCount(3);
        services.longReads.setMaxThreadCount(3);
        WorkspaceServices workspace = services.workspace();
        workspace.runner = &runner;
        RepositoryController controller(workspace, repo.path());
        controller.refresh();
        QTRY_VERIFY(controller.watcher().isSettled() && !controller.isBusy());
        std::vector<std::unique_ptr<BlameController>> blames;
        for (int i = 0; i < 5; ++i)
            blames.emplace_back(std::make_unique<BlameController>(controller))->open({.path = "a"});
        FileHistoryController history(controller);
        history.open("a", {});
        QTRY_VERIFY(runner.stuck >= 3);
        ChangesController changes(controller);
        QTRY_COMPARE_WITH_TIMEOUT(pathsOf(changes.unstaged()), QList<QByteArray>{"a"}, 5'000);
        changes.select(ChangeSide::Unstaged, {"a"});
        QTRY_COMPARE_WITH_TIMEOUT(changes.diff().size(), 1, 5'000);
        QVERIFY(QDir().mkpath(repo.path() + u"/new/deep"_s)); // a folder that is to be watched as well
        repo.write("new/deep/b", "b");
        QTRY_COMPARE_WITH_TIMEOUT(pathsOf(changes.unstaged()), (QList<QByteArray>{"a", "new/"}), 5'000);
        repo.git({u"tag"_s, u"late"_s});
        QTRY_COMPARE_WITH_TIMEOUT(controller.refs().all.size(), 2, 5'000);
        QVERIFY(runner.stuck >= 3);
        blames.clear();
        history.stop();
        QTRY_COMPARE(runner.stuck, 0);
    }

    void aRepositoryThatIsBackShowsWhenTheUserComesBack()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("one");
        Tests::LiveRepository live(repo);
        ChangesController changes(live.controller);
        QTRY_VERIFY(!changes.isBusy());
        const QString away = repo.folder() + u"/away"_s;
        QVERIFY(QDir().rename(repo.path(), away));
        QTRY_COMPARE_WITH_TIMEOUT(live.controller.state(), PageState::Failed, 3'000);
        QTRY_VERIFY(!live.controller.isBusy());
        QSignalSpy shown(&live.controller, &PageController::stateChanged);
        live.controller.setActive(false);
        live.controller.setActive(true);
        QVERIFY(live.controller.isBusy());
        QTRY_VERIFY(!live.controller.isBusy());
        QVERIFY(shown.isEmpty()); // in vain, and nothing flickers
        live.controller.setActive(false);
        QVERIFY(QDir().rename(away, repo.path()));
        live.controller.setActive(true);
        QTRY_COMPARE(live.controller.state(), PageState::Ready);
        QVERIFY(live.settle());
        repo.write("b", "2");
        QTRY_COMPARE_WITH_TIMEOUT(pathsOf(changes.unstaged()), QList<QByteArray>{"b"}, 3'000);
    }

    void aRepositoryThatWasNotThereAtFirstOpensWhenTheUserComesBack()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("one");
        const QString away = repo.folder() + u"/away"_s;
        QVERIFY(QDir().rename(repo.path(), away));
        Tests::LiveServices services;
        RepositoryController controller(services.workspace(), repo.path());
        QSignalSpy opened(&controller, &RepositoryController::opened);
        controller.refresh();
        QTRY_COMPARE(controller.state(), PageState::Failed);
        QVERIFY(QDir().rename(away, repo.path()));
        controller.setActive(true);
        QTRY_COMPARE(controller.state(), PageState::Ready);
        QCOMPARE(opened.size(), 1);
    }

    void nobodyIsToldReadyWhileSomethingElseIsStillToBeRead()
    {
        Tests::RepoBuilder repo;
        GitOpsFixture::make(repo);
        repo.git({u"branch"_s, u"-q"_s, u"up"_s, u"HEAD~1"_s});
        repo.git({u"branch"_s, u"-q"_s, u"--set-upstream-to=up"_s});
        repo.write("new", "1");
        Tests::LiveServices services;
        RepositoryController controller(services.workspace(), repo.path());
        QStringList early;
        connect(&controller, &PageController::stateChanged, &controller, [&] {
            if (controller.state() == PageState::Ready && !controller.isBusy() && !controller.aheadBehind())
                early += u"repository"_s;
        });
        ChangesController changes(controller);
        changes.select(ChangeSide::Unstaged, {"new"});
        connect(&changes, &PageController::stateChanged, &changes, [&] {
            if (changes.state() == PageState::Ready && !changes.isBusy() && changes.diff().isEmpty())
                early += u"changes"_s;
        });
        std::optional<EnvironmentsController> environments;
        connect(&controller, &RepositoryController::opened, &controller, [&] {
            environments.emplace(controller, QString());
            connect(&*environments, &PageController::stateChanged, &controller, [&] {
                if (environments->state() == PageState::Ready && !environments->isBusy() &&
                    environments->matrix().catalogue().events.isEmpty())
                    early += u"environments"_s;
            });
        });
        controller.refresh();
        QTRY_VERIFY(environments && environments->state() == PageState::Ready && !environments->isBusy());
        QTRY_VERIFY(changes.state() == PageState::Ready && !changes.isBusy() && !controller.isBusy());
        QVERIFY(controller.aheadBehind() && !changes.diff().isEmpty());
        QVERIFY(!environments->matrix().catalogue().events.isEmpty());
        QCOMPARE(early, QStringList());
    }
};

QTEST_GUILESS_MAIN(PageLifeTest)
#include "tst_pagelife.moc"
