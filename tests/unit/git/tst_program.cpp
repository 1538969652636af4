// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/lockfile.h"
#include "writefixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QThread>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using Kind = Git::Program::Kind;

namespace {

// A program in git's place that prints its environment.
QString environmentPrinter(const WriteFixture &fixture)
{
    const QString path = fixture.repo.folder() + u"/printer"_s;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the printer");
    file.write("#!/bin/sh\nenv\npwd\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void touch(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot make %s", qPrintable(path));
}

/// A `git commit -a` elsewhere that holds the lock of the index, because its hook does not end.
class WaitingCommit
{
public:
    explicit WaitingCommit(WriteFixture &fixture)
        : m_go(fixture.repo.folder() + u"/go"_s)
    {
        fixture.repo.write("tracked", "1\n").commit("One");
        fixture.repo.write("tracked", "2\n");
        fixture.repo.hook("pre-commit", "#!/bin/sh\nfor i in $(seq 600); do [ -e '" +
                                            QFile::encodeName(m_go) + "' ] && exit 0; sleep 0.05; done\n");
        m_process.setWorkingDirectory(fixture.repo.path());
        m_process.start(u"git"_s, {u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, u"Two"_s});
        m_process.waitForStarted();
    }
    ~WaitingCommit() { letGo(); }

    qint64 process() const { return m_process.processId(); }
    void letGo()
    {
        touch(m_go);
        m_process.waitForFinished();
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QString m_go;
    QProcess m_process;
};

} // namespace

class ProgramTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStartsWithoutTrust_data()
    {
        QTest::addColumn<int>("trust");
        QTest::addRow("unknown") << static_cast<int>(Git::Trust::Unknown);
        QTest::addRow("restricted") << static_cast<int>(Git::Trust::Restricted);
    }

    void nothingStartsWithoutTrust()
    {
        QFETCH(int, trust);
        WriteFixture fixture;
        Git::RepoLocation where = fixture.where();
        where.trust = static_cast<Git::Trust>(trust);
        const Git::Program git(fixture.runner, where);
        VERIFY_FAILURE(git.run({.arguments = {u"init"_s, fixture.repo.folder() + u"/canary"_s}}, {}),
                       ErrorKind::Denied);
        QVERIFY(!QFile::exists(fixture.repo.folder() + u"/canary"_s));
    }

    void missingGitSaysWhatToInstall()
    {
        WriteFixture fixture;
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", fixture.repo.folder().toUtf8());
        const Git::Program git(fixture.runner, fixture.where());
        qputenv("PATH", path);
        const auto result = git.run({.arguments = {u"version"_s}}, {});
        VERIFY_FAILURE(result, ErrorKind::NotFound);
        QVERIFY(result.error().hint.contains(u"git"_s));
    }

    void theEnvironmentIsOurs()
    {
        WriteFixture fixture;
        for (const char *name :
             {"GIT_EXEC_PATH", "GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF", "LD_PRELOAD", "GIT_INDEX_FILE"})
            qputenv(name, "/planted");
        const Git::Program git(fixture.runner, fixture.where(), environmentPrinter(fixture));
        const auto read = git.run({.kind = Kind::Read, .config = {u"a.b=c=d"_s}}, {});
        const auto hooks = git.run({.kind = Kind::Hooks}, {});
        for (const char *name :
             {"GIT_EXEC_PATH", "GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF", "LD_PRELOAD", "GIT_INDEX_FILE"})
            qunsetenv(name);
        VERIFY_RESULT(read);
        QVERIFY(!read->output.contains("/planted"));
        const QByteArray lines = '\n' + read->output;
        const QByteArray root = fixture.repo.bytePath();
        for (const QByteArray &line :
             {"GIT_TERMINAL_PROMPT=0"_ba, "GIT_OPTIONAL_LOCKS=0"_ba, "GIT_PAGER=cat"_ba, "GIT_EDITOR=:"_ba,
              "GIT_LITERAL_PATHSPECS=1"_ba, "LC_ALL=C.UTF-8"_ba, "GIT_CONFIG_COUNT=2"_ba,
              "GIT_CONFIG_KEY_0=safe.bareRepository"_ba, "GIT_CONFIG_KEY_1=a.b"_ba,
              "GIT_CONFIG_VALUE_1=c=d"_ba, QByteArray("GIT_DIR=" + root + "/.git"),
              QByteArray("GIT_WORK_TREE=" + root), root})
            QVERIFY2(lines.contains(QByteArray('\n' + line + '\n')), line.constData());
        VERIFY_RESULT(hooks);
        QVERIFY(!hooks->output.contains("GIT_LITERAL_PATHSPECS"));
        QVERIFY(!hooks->output.contains("GIT_CONFIG_COUNT"));
        QVERIFY(!hooks->output.contains("GIT_OPTIONAL_LOCKS"));
    }

    void aFetchThatGitMakesByItselfAsksNobody()
    {
        WriteFixture fixture;
        const Git::Program git(fixture.runner, fixture.where(), environmentPrinter(fixture));
        for (const Kind kind : {Kind::Read, Kind::Write}) {
            const auto run = git.run({.kind = kind}, {});
            VERIFY_RESULT(run);
            for (const QByteArray &line :
                 {"GIT_ASKPASS=false"_ba, "SSH_ASKPASS=false"_ba, "SSH_ASKPASS_REQUIRE=force"_ba})
                QVERIFY2(run->output.contains(QByteArray(line + '\n')), line.constData());
        }
    }

    void whatIsLookedAtLastIsLookedAtWhenTheLockIsGone()
    {
        WriteFixture fixture;
        const QString lock = fixture.repo.gitDir() + u"/index.lock"_s;
        touch(lock);
        bool wasHeld = true;
        const auto look = [&]() -> Result<void> {
            wasHeld = QFile::exists(lock);
            return fail(ErrorKind::Conflict, u"changed"_s);
        };
        auto job = std::async(std::launch::async, [&, git = fixture.git()] {
            return git.run({.arguments = {u"init"_s, u"canary"_s}, .kind = Kind::Hooks, .beforeStart = look},
                           {});
        });
        QCOMPARE(job.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
        QVERIFY(QFile::remove(lock));
        VERIFY_FAILURE(job.get(), ErrorKind::Conflict);
        QVERIFY(!wasHeld);
        QVERIFY(!fixture.repo.exists("canary")); // git was not started
    }

    void aRunHasTheSessionAndNothingThatLeadsGitElsewhere()
    {
        WriteFixture fixture;
        for (const char *name :
             {"https_proxy", "SSL_CERT_FILE", "NODE_ENV", "GIT_SSH_COMMAND", "GIT_PROXY_COMMAND"})
            qputenv(name, "/planted");
        const Git::Program git(fixture.runner, fixture.where(), environmentPrinter(fixture));
        const auto network = git.run({.kind = Kind::Network, .network = {.protocols = {u"file"_s}}}, {});
        const auto write = git.run({.kind = Kind::Write}, {});
        for (const char *name :
             {"https_proxy", "SSL_CERT_FILE", "NODE_ENV", "GIT_SSH_COMMAND", "GIT_PROXY_COMMAND"})
            qunsetenv(name);
        VERIFY_RESULT(network);
        const QByteArray lines = '\n' + network->output;
        for (const QByteArray &line :
             {"https_proxy=/planted"_ba, "SSL_CERT_FILE=/planted"_ba, "GIT_ALLOW_PROTOCOL=https:ssh:file"_ba,
              "GIT_TERMINAL_PROMPT=0"_ba, "SSH_ASKPASS_REQUIRE=force"_ba})
            QVERIFY2(lines.contains(QByteArray('\n' + line + '\n')), line.constData());
        for (const char *name : {"GIT_SSH_COMMAND", "GIT_PROXY_COMMAND", "GIT_LITERAL_PATHSPECS",
                                 "GIT_CONFIG_COUNT", "GIT_DIR", "GIT_WORK_TREE"})
            QVERIFY2(!network->output.contains(name), name);
        VERIFY_RESULT(write);
        for (const char *name : {"GIT_SSH_COMMAND", "GIT_PROXY_COMMAND"})
            QVERIFY2(!write->output.contains(name), name);
        QVERIFY(write->output.contains("NODE_ENV=/planted\n")); // filters need it, too
        QVERIFY(write->output.contains("GIT_ALLOW_PROTOCOL=https:ssh\n"));
    }

    void theIndexOfTheLocationIsUsed()
    {
        WriteFixture fixture;
        fixture.repo.write("a", "a\n");
        Git::RepoLocation where = fixture.where();
        where.indexFile = fixture.repo.folder().toUtf8() + "/other.index";
        const Git::Program git(fixture.runner, where);
        VERIFY_RESULT(git.run({.arguments = {u"add"_s, u"a"_s}}, {}));
        QVERIFY(QFile::exists(fixture.repo.folder() + u"/other.index"_s));
        QVERIFY(fixture.entry("a").isEmpty());
    }

    void failuresCarryGitsWords()
    {
        WriteFixture fixture;
        const auto result = fixture.git().run({.arguments = {u"cat-file"_s, u"-t"_s, u"HEAD"_s}}, {});
        VERIFY_FAILURE(result, ErrorKind::External);
        QVERIFY(result.error().message.contains(u"cat-file"_s));
        QVERIFY(result.error().detail.contains(u"Not a valid object name"_s));
    }

    void aLockThatIsReleasedIsWaitedFor()
    {
        WriteFixture fixture;
        fixture.repo.write("a", "a\n");
        const QString lock = fixture.repo.gitDir() + u"/index.lock"_s;
        touch(lock);
        const std::unique_ptr<QThread> other(QThread::create([&lock] {
            QThread::sleep(std::chrono::milliseconds(600));
            QFile::remove(lock);
        }));
        other->start();
        const auto result = fixture.git().run({.arguments = {u"add"_s, u"a"_s}}, {});
        other->wait();
        VERIFY_RESULT(result);
        QCOMPARE(fixture.staged("a"), "a\n"_ba);
    }

    void aLockThatIsHeldIsNamedAndLeftAlone_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addRow("write") << static_cast<int>(Kind::Write);
        QTest::addRow("hooks") << static_cast<int>(Kind::Hooks);
    }

    void aLockThatIsHeldIsNamedAndLeftAlone()
    {
        QFETCH(int, kind);
        WriteFixture fixture;
        fixture.repo.write("a", "a\n");
        const QString lock = fixture.repo.gitDir() + u"/index.lock"_s;
        touch(lock);
        QElapsedTimer timer;
        timer.start();
        const auto result =
            fixture.git().run({.arguments = {u"add"_s, u"a"_s}, .kind = static_cast<Kind>(kind)}, {});
        VERIFY_FAILURE(result, ErrorKind::Conflict);
        QVERIFY2(result.error().message.contains(lock), qPrintable(result.error().message));
        QVERIFY(timer.elapsed() >= 4000 && timer.elapsed() < 9000);
        QVERIFY(QFile::exists(lock));
        VERIFY_RESULT(fixture.git().run({.arguments = {u"ls-files"_s}, .kind = Kind::Read}, {}));
    }

    void d01_theHolderIsNamed()
    {
        WriteFixture fixture;
        const QString lock = fixture.repo.gitDir() + u"/index.lock"_s;
        WaitingCommit commit(fixture);
        QTRY_VERIFY(QFile::exists(lock));
        fixture.repo.write("a", "a\n");
        const auto result = fixture.git().run({.arguments = {u"add"_s, u"a"_s}}, {});
        VERIFY_FAILURE(result, ErrorKind::Conflict);
        const QString holder = u"git (process %1)"_s.arg(commit.process());
        QVERIFY2(result.error().message.contains(holder), qPrintable(result.error().message));
        const auto held = Git::lookAtLock(fixture.where(), QFile::encodeName(lock));
        QVERIFY(held && !held->isStale());
        VERIFY_FAILURE(Git::removeStaleLock(fixture.where(), *held), ErrorKind::Conflict);
        QVERIFY(QFile::exists(lock));
        commit.letGo();
        QVERIFY(!QFile::exists(lock));
        VERIFY_RESULT(fixture.git().run({.arguments = {u"add"_s, u"a"_s}}, {}));
    }

    void d02_aStaleLockIsRemovedOnlyAfterASecondLook()
    {
        WriteFixture fixture;
        const auto where = fixture.where();
        const QString lock = fixture.repo.gitDir() + u"/index.lock"_s;
        const QString ref = fixture.repo.gitDir() + u"/refs/heads/main.lock"_s;
        {
            WaitingCommit commit(fixture);
            QTRY_VERIFY(QFile::exists(lock));
            commit.kill();
        }
        touch(ref);
        const auto locks = Git::findLocks(where);
        VERIFY_RESULT(locks);
        QCOMPARE(locks->size(), 2);
        const Git::HeldLock seen = locks->first();
        QCOMPARE(seen.path, QFile::encodeName(lock));
        QVERIFY(seen.isStale() && locks->last().isStale());
        QVERIFY(seen.since.secsTo(QDateTime::currentDateTime()) < 120);

        // Another one by now: it is not the one that somebody said yes to.
        QVERIFY(QFile::rename(lock, lock + u"-before"_s));
        touch(lock);
        VERIFY_FAILURE(Git::removeStaleLock(where, seen), ErrorKind::Conflict);
        const auto present = Git::lookAtLock(where, seen.path);
        QVERIFY(present);
        QFile holder(lock);
        QVERIFY(holder.open(QIODevice::ReadOnly));
        VERIFY_FAILURE(Git::removeStaleLock(where, *present), ErrorKind::Conflict);
        QVERIFY(QFile::exists(lock));
        holder.close();
        Git::HeldLock elsewhere = *present;
        elsewhere.path = fixture.repo.bytePath("a.lock");
        VERIFY_FAILURE(Git::removeStaleLock(where, elsewhere), ErrorKind::Denied);
        elsewhere.path = QFile::encodeName(fixture.repo.gitDir()) + "/HEAD";
        VERIFY_FAILURE(Git::removeStaleLock(where, elsewhere), ErrorKind::Denied);

        VERIFY_RESULT(Git::removeStaleLock(where, *present));
        VERIFY_RESULT(Git::removeStaleLock(where, locks->last()));
        VERIFY_RESULT(Git::removeStaleLock(where, *present)); // gone already
        QVERIFY(!QFile::exists(lock) && !QFile::exists(ref));
        VERIFY_RESULT(fixture.git().run({.arguments = {u"add"_s, u"tracked"_s}}, {}));
    }

    void whoOnlyReadsHoldsNoLock()
    {
        WriteFixture fixture;
        const QByteArray lock = QFile::encodeName(fixture.repo.gitDir()) + "/index.lock";
        touch(QFile::decodeName(lock));
        QProcess reader;
        reader.setWorkingDirectory(fixture.repo.path());
        for (const bool takesNoLock : {true, false}) {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            if (takesNoLock) // as our own reads, of which there is one whenever something changes
                environment.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
            reader.setProcessEnvironment(environment);
            reader.start(findProgram(u"git"_s), {u"cat-file"_s, u"--batch"_s});
            QVERIFY(reader.waitForStarted());
            const auto held = Git::lookAtLock(fixture.where(), lock);
            QVERIFY(held);
            QCOMPARE(held->isStale(), takesNoLock);
            reader.closeWriteChannel();
            QVERIFY(reader.waitForFinished());
        }
    }

    void aLockIsNamedWhole()
    {
        WriteFixture fixture;
        const QString lock = fixture.repo.gitDir() + u"/config.lock"_s;
        touch(lock);
        const auto result =
            fixture.git().run({.arguments = {u"config"_s, u"a.b"_s, u"c"_s}, .kind = Kind::Hooks},
                              {}); // git says ".git/config"
        VERIFY_FAILURE(result, ErrorKind::Conflict);
        QVERIFY2(result.error().message.contains(lock), qPrintable(result.error().message));
        QVERIFY2(result.error().message.startsWith(u"A program that ended"_s),
                 qPrintable(result.error().message));
    }

    void waitingForALockCanBeCancelled()
    {
        WriteFixture fixture;
        touch(fixture.repo.gitDir() + u"/index.lock"_s);
        fixture.repo.write("a", "a\n");
        CancelSource source;
        const std::unique_ptr<QThread> other(QThread::create([&source] {
            QThread::sleep(std::chrono::milliseconds(300));
            source.cancel();
        }));
        other->start();
        QElapsedTimer timer;
        timer.start();
        const auto result = fixture.git().run({.arguments = {u"add"_s, u"a"_s}}, source.token());
        other->wait();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 3000);
    }

    void whatRunsToItsEndIsEndedOnlyWhenItIsAbandoned()
    {
        WriteFixture fixture;
        CancelSource source;
        std::atomic_bool isRunning = false;
        QElapsedTimer timer;
        const auto result = [&] {
            const std::jthread closing([&] {
                while (!isRunning)
                    QThread::msleep(5);
                source.cancel(); // the user: it goes on
                QThread::msleep(200);
                timer.start();
                source.abandon();
            });
            return fixture.git().run(
                {.arguments = {u"-c"_s, u"alias.wait=!echo here; sleep 600"_s, u"wait"_s},
                 .timeout = {},
                 .onOutput = [&](OutputChannel, QByteArrayView) { isRunning = true; },
                 .kind = Git::Program::Kind::Hooks,
                 .runsToEnd = true},
                source.token());
        }();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.isValid()); // not before
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
