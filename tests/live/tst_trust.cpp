// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/open.h"
#include "settings/truststore.h"
#include "support/hostilerepo.h"
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/tabfixture.h"
#include "tests/ui/uitest.h"
#include "ui/rebase/rebasepage.h"
#include "ui/shell/pathactions.h"

#include <QAbstractItemView>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

/// Goes through all pages of a repository and chooses all there is on them, as somebody who looks would.
int walk(const QString &path, Git::Trust trust)
{
    Tests::ShellServices services;
    WorkspaceServices made = services.workspace();
    made.readTrust = [trust](const Git::RepoLocation &) { return trust; };
    RepositoryView view(made, path, makePageFactories());
    view.resize(1280, 840);
    view.show();
    view.open();
    const auto isSettled = [&] {
        return view.currentPage() && view.currentPage()->isSettled() && !view.repository().isBusy();
    };
    if (!QTest::qWaitFor([&] { return view.repository().state() == PageState::Ready; }, 20'000))
        return 2;
    const auto head = view.repository().refs().head.target;
    for (const PageFactory &factory : makePageFactories()) {
        const bool isOfFile = factory.id == PathPages::blame() || factory.id == PathPages::fileHistory();
        view.showPage(factory.id, isOfFile                             ? PathPages::argument({"a.txt", head})
                                  : factory.id == RebasePage::pageId() ? RebasePage::behind(head)
                                                                       : QVariant());
        if (!QTest::qWaitFor(isSettled, 20'000))
            return 3;
        for (QAbstractItemView *list : view.currentPage()->findChildren<QAbstractItemView *>()) {
            for (int row = 0; list->isVisible() && list->model() && row < list->model()->rowCount(); ++row) {
                list->setCurrentIndex(list->model()->index(row, 0));
                if (!QTest::qWaitFor(isSettled, 20'000))
                    return 4;
            }
        }
        view.currentPage()->grab();
    }
    view.repository().refreshEverything();
    return QTest::qWaitFor(isSettled, 20'000) ? 0 : 5;
}

struct Traced
{
    int exitCode = -1;
    QByteArray said;
    QStringList started; ///< programs, each once
};

/// Runs a program with all that it starts under strace.
Traced trace(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"log"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"strace"_s, QStringList{u"-f"_s, u"-qq"_s, u"--seccomp-bpf"_s, u"-s"_s, u"200"_s, u"-e"_s,
                                           u"trace=execve,execveat"_s, u"-o"_s, log, program} +
                                   arguments);
    Traced traced;
    if (process.waitForFinished(100'000) && process.exitStatus() == QProcess::NormalExit)
        traced.exitCode = process.exitCode();
    traced.said = process.readAll();
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly))
        return traced;
    QSet<QString> started;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const qsizetype at = line.indexOf("execve");
        const QByteArray name = at < 0 ? QByteArray() : line.sliced(at).split('"').value(1);
        if (!name.isEmpty())
            started += QString::fromUtf8(name);
    }
    traced.started = QStringList(started.cbegin(), started.cend());
    traced.started.sort();
    return traced;
}

QProcessEnvironment environmentFor(const QString &repository, const QString &trust)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PLUMBLINE_WALK"_s, repository);
    environment.insert(u"PLUMBLINE_WALK_TRUST"_s, trust);
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // which cannot look at what is traced
    return environment;
}

void make(RepoBuilder &repo)
{
    repo.write("a.txt", "1\n").write("b.txt", "1\n").write("picture.png", "not really").commit("one");
    repo.write("a.txt", "2\n").write(".gitattributes", "* filter=evil diff=evil merge=evil\n").commit("two");
    const QByteArray signed_ =
        repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s})
            .replace("\n\n",
                     "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\n");
    const QByteArray id =
        repo.git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--stdin"_s}, signed_).trimmed();
    repo.git({u"reset"_s, u"-q"_s, QString::fromLatin1(id)});
    repo.write(".gitmodules",
               "[submodule \"evil\"]\n\tpath = sub\n\turl = ext::touch ran\n\tupdate = !touch ran\n");
    Tests::plantPrograms(repo);
    repo.write("a.txt", "3\n").write("new.txt", "1\n");
}

/// A tab whose trust is kept as the program keeps it.
struct Window
{
    Window(const TrustStore &store, const RepoBuilder &repo)
        : view(keeping(services.workspace(), store), repo.path(), makePageFactories())
    {
        view.resize(1280, 840);
        view.show();
        view.open();
    }
    static WorkspaceServices keeping(WorkspaceServices made, const TrustStore &store)
    {
        made.readTrust = [&store](const Git::RepoLocation &where) {
            return store.answerFor(where).value_or(TrustAnswer());
        };
        made.storeTrust = [&store](const Git::RepoLocation &where, const TrustChoice &choice) {
            return store.setTrust(where, choice);
        };
        return made;
    }
    bool open()
    {
        return QTest::qWaitFor([this] { return view.repository().state() == PageState::Ready; }, 20'000);
    }
    Git::Trust trust() const { return view.repository().location().trust; }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *button : view.findChildren<QPushButton *>())
            if (button->text() == text)
                return button;
        qFatal("no such button");
        return nullptr;
    }

    Tests::ShellServices services;
    mutable RepositoryView view;
};

} // namespace

/// What is started in a repository that names programs wherever it can.
class TrustTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RepoBuilder> m_repo;
    QByteArray m_traceProblem;

    /// Says why nothing can be traced here; empty: it can.
    static QByteArray traceProblem()
    {
        if (QStandardPaths::findExecutable(u"strace"_s).isEmpty())
            return "strace is not installed";
        const Traced probe = trace(u"/bin/true"_s, {}, QProcessEnvironment::systemEnvironment());
        if (probe.exitCode != 0)
            return "processes cannot be traced here: " + probe.said;
        return probe.started == QStringList{u"/bin/true"_s} ? QByteArray() : "the trace is not understood"_ba;
    }

private Q_SLOTS:
    void initTestCase() { m_traceProblem = traceProblem(); }

    void init()
    {
        m_repo = std::make_unique<RepoBuilder>();
        make(*m_repo);
    }

    void a04_withoutTrustNothingIsStarted_data()
    {
        QTest::addColumn<QString>("trust");
        QTest::newRow("nobody said") << u"unknown"_s;
        QTest::newRow("the user said no") << u"restricted"_s;
    }

    void a04_withoutTrustNothingIsStarted()
    {
        if (!m_traceProblem.isEmpty())
            QSKIP(m_traceProblem.constData());
        QFETCH(QString, trust);
        const QString self = QCoreApplication::applicationFilePath();
        const Traced traced = trace(self, {}, environmentFor(m_repo->path(), trust));
        QVERIFY2(traced.exitCode == 0, traced.said.constData());
        QCOMPARE(traced.started, QStringList{self});
        QCOMPARE(Tests::ranOf(*m_repo), QStringList());
    }

    void a04_theProgramItselfStartsNothing()
    {
        if (!m_traceProblem.isEmpty())
            QSKIP(m_traceProblem.constData());
        const QString program = qEnvironmentVariable("PLUMBLINE");
        const QTemporaryDir folder;
        const Traced traced =
            trace(program, {u"--capture"_s, folder.path(), m_repo->path()}, environmentFor({}, {}));
        QVERIFY2(traced.exitCode == 0, traced.said.constData());
        QVERIFY(QFile::exists(folder.filePath(u"changes.png"_s)));
        QCOMPARE(traced.started, QStringList{program});
        QCOMPARE(Tests::ranOf(*m_repo), QStringList());
    }

    // Looking compares files, so git asks the monitor and cleans; it checks signatures, and stores what it
    // knows of unchanged files when the user refreshes. No more than that.
    void a05_withTrustOnlyWhatGitItselfWouldRunRuns()
    {
        if (!m_traceProblem.isEmpty())
            QSKIP(m_traceProblem.constData());
        const QString self = QCoreApplication::applicationFilePath();
        const Traced traced = trace(self, {}, environmentFor(m_repo->path(), u"trusted"_s));
        QVERIFY2(traced.exitCode == 0, traced.said.constData());
        const QStringList expected{u"core.fsmonitor"_s,        u"filter.evil.clean"_s,
                                   u"filter.evil.process"_s,   u"filter.evil.smudge"_s,
                                   u"gpg.program"_s,           u"hook-fsmonitor-watchman"_s,
                                   u"hook-post-index-change"_s};
        const QStringList ran = Tests::ranOf(*m_repo);
        for (const QString &each : ran)
            QVERIFY2(expected.contains(each), qPrintable(each));
        QVERIFY2(ran.contains(u"core.fsmonitor"_s) && ran.contains(u"gpg.program"_s),
                 qPrintable(ran.join(u' ')));
        QVERIFY(traced.started.size() > 1);
    }

    void a15_somethingNewThatCouldRunAsksAgainAndIsNamed()
    {
        const QTemporaryDir state;
        const TrustStore store(state.path());
        Window window(store, *m_repo);
        QVERIFY(window.open());
        QCOMPARE(window.trust(), Git::Trust::Unknown);
        window.button(u"Trust this repository"_s)->click();
        QTRY_COMPARE(window.trust(), Git::Trust::Trusted);
        m_repo->config(u"filter.late.clean"_s, u"touch '%1/late'"_s.arg(m_repo->folder()));
        QTRY_COMPARE_WITH_TIMEOUT(window.trust(), Git::Trust::Unknown, 20'000);
        window.view.context().requestTrust(); // unfolds what could run
        const QString said = Tests::spokenTexts(&window.view).join(u'|');
        QVERIFY2(said.contains("something new that could run: filter.late.clean."_L1), qPrintable(said));
        QVERIFY2(said.contains("new: filter.late.clean: touch"_L1), qPrintable(said));
        QVERIFY(!window.view.repository().canWrite());
        window.button(u"Trust this repository"_s)->click();
        QTRY_COMPARE(window.trust(), Git::Trust::Trusted);
        Window later(store, *m_repo);
        QVERIFY(later.open());
        QCOMPARE(later.trust(), Git::Trust::Trusted);
        m_repo->config(u"filter.late.clean"_s, u"touch '%1/later'"_s.arg(m_repo->folder()));
        Window changed(store, *m_repo);
        QVERIFY(changed.open());
        QCOMPARE(changed.trust(), Git::Trust::Unknown);
    }

    void a15_aHookThatAppearsOrChangesWhileOpenAsksAgain_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("appeared") << ".git/hooks/pre-push"_ba;
        QTest::newRow("was replaced") << ".git/hooks/pre-commit"_ba;
        QTest::newRow("appeared in the folder of core.hooksPath") << ".husky/_/pre-push"_ba;
        QTest::newRow("was replaced there") << ".husky/_/pre-commit"_ba;
    }

    // Nobody acts or asks: the banner comes by itself.
    void a15_aHookThatAppearsOrChangesWhileOpenAsksAgain()
    {
        QFETCH(QByteArray, path);
        const bool isElsewhere = path.startsWith(".husky");
        m_repo->write(".husky/.gitignore", "*\n").write(".husky/_/pre-commit", "#!/bin/sh\n", 0755);
        if (isElsewhere) // as husky does it: a folder that is ignored
            m_repo->config(u"core.hooksPath"_s, u".husky/_"_s);
        const QTemporaryDir state;
        const TrustStore store(state.path());
        Window window(store, *m_repo);
        QVERIFY(window.open());
        window.button(u"Trust this repository"_s)->click();
        QTRY_COMPARE(window.trust(), Git::Trust::Trusted);
        QTRY_VERIFY_WITH_TIMEOUT(window.view.repository().watcher().isSettled(), 20'000);
        m_repo->write(path, "#!/bin/sh\ntouch '" + m_repo->folder().toUtf8() + "/late'\n", 0755);
        QTRY_COMPARE_WITH_TIMEOUT(window.trust(), Git::Trust::Unknown, 20'000);
        const QString said = Tests::spokenTexts(&window.view).join(u'|');
        const QString name = u"hooks/"_s + QString::fromUtf8(path.sliced(path.lastIndexOf('/') + 1));
        QVERIFY2(said.contains(u"something new that could run: "_s + name), qPrintable(said));
        window.button(u"Trust this repository"_s)->click();
        QTRY_COMPARE(window.trust(), Git::Trust::Trusted);
    }

    // What the window has not heard of yet, because it looks every few seconds only or has much to do.
    void a15_whatNobodyHasSeenYetIsNotStartedAndAsksAgain()
    {
        const QTemporaryDir state;
        const TrustStore store(state.path());
        Window window(store, *m_repo);
        QVERIFY(window.open());
        window.button(u"Trust this repository"_s)->click();
        QTRY_COMPARE(window.trust(), Git::Trust::Trusted);
        QTRY_VERIFY_WITH_TIMEOUT(window.view.repository().watcher().isSettled(), 20'000);
        m_repo->hook("post-checkout", "#!/bin/sh\ntouch '" + m_repo->folder().toUtf8() + "/late'\n");
        const auto run = QtConcurrent::run([git = window.view.repository().program()] {
            return git.run({.arguments = {u"checkout"_s, u"-q"_s, u"HEAD"_s}}, {});
        });
        while (!run.isFinished()) // nothing that is told in between is taken in
            QThread::msleep(1);
        QVERIFY(!run.result());
        QCOMPARE(run.result().error().kind, ErrorKind::Denied);
        QVERIFY(!QFile::exists(m_repo->folder() + u"/late"_s));
        QTRY_COMPARE_WITH_TIMEOUT(window.trust(), Git::Trust::Unknown, 20'000);
    }

    void aFolderIsTrustedWithAllItHolds()
    {
        const QTemporaryDir state;
        const TrustStore store(state.path());
        Window window(store, *m_repo);
        QVERIFY(window.open());
        window.view.context().requestTrust();
        const QString around = QFileInfo(m_repo->path()).path();
        QPushButton *all = nullptr;
        for (QPushButton *button : window.view.findChildren<QPushButton *>())
            if (button->accessibleName() == u"Trust every repository in "_s + around)
                all = button;
        QVERIFY(all && all->isVisible());
        all->click();
        QTRY_COMPARE(window.trust(), Git::Trust::Trusted);
        m_repo->git({u"init"_s, u"-q"_s, u"../second"_s});
        m_repo->git({u"-C"_s, u"../second"_s, u"config"_s, u"core.pager"_s, u"touch x"_s});
        const auto second = Git::openRepository(around + u"/second"_s);
        QVERIFY(second);
        QCOMPARE(store.trustOf(second->location), Git::Trust::Trusted);
    }
};

int main(int argc, char *argv[])
{
    WatchedApplication application(argc, argv);
    Theme::applyFixed(Qt::ColorScheme::Light);
    if (const QString path = qEnvironmentVariable("PLUMBLINE_WALK"); !path.isEmpty()) {
        const QString trust = qEnvironmentVariable("PLUMBLINE_WALK_TRUST");
        return walk(path, trust == "trusted"_L1      ? Git::Trust::Trusted
                          : trust == "restricted"_L1 ? Git::Trust::Restricted
                                                     : Git::Trust::Unknown);
    }
    TrustTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_trust.moc"
