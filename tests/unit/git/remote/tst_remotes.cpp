// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/refs.h"
#include "git/remote/remotes.h"

#include "../writefixture.h"

using namespace Qt::StringLiterals;

namespace {

/// Holds a lock until a program has failed.
class ReleasingRunner final : public ProcessRunner
{
public:
    explicit ReleasingRunner(QString lock)
        : m_lock(std::move(lock))
    {
        QFile file(m_lock);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot hold the lock");
    }
    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override
    {
        auto result = m_system.run(request, cancel);
        if (!result || result->exitCode != 0) {
            ++failures;
            QFile::remove(m_lock);
        }
        return result;
    }
    mutable int failures = 0;

private:
    QString m_lock;
    SystemProcessRunner m_system;
};

/// Says that git crashed when it had renamed or removed a remote, and what it was given.
class HalfwayRunner final : public ProcessRunner
{
public:
    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override
    {
        if (!request.arguments.contains(u"rename"_s) && !request.arguments.contains(u"remove"_s))
            return m_system.run(request, cancel);
        source.cancel();
        timeout = request.timeout;
        isCancellable = cancel.isCancelled();
        (void)m_system.run(request, {});
        return fail(ErrorKind::External, u"git ended unexpectedly"_s);
    }
    mutable CancelSource source;
    mutable std::chrono::milliseconds timeout{1};
    mutable bool isCancellable = true;

private:
    SystemProcessRunner m_system;
};

} // namespace

class RemotesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remotesAreReadAsGitUsesThem()
    {
        WriteFixture fixture;
        fixture.repo.config(u"url.https://example.org/.insteadOf"_s, u"ex:"_s);
        fixture.repo.git({u"remote"_s, u"add"_s, u"origin"_s, u"ex:ada/a.git"_s});
        fixture.repo.git({u"remote"_s, u"add"_s, u"backup"_s, u"/srv/a.git"_s});
        fixture.repo.git({u"remote"_s, u"set-url"_s, u"--push"_s, u"backup"_s, u"git@example.org:a"_s});
        const auto remotes = Git::readRemotes(fixture.where());
        VERIFY_RESULT(remotes);
        QCOMPARE(remotes->size(), 2);
        QCOMPARE(remotes->at(0).name, "backup"_ba);
        QCOMPARE(remotes->at(0).fetchUrl, "/srv/a.git"_ba);
        QCOMPARE(remotes->at(0).pushUrl, "git@example.org:a"_ba);
        QCOMPARE(remotes->at(1).fetchUrl, "https://example.org/ada/a.git"_ba);
        QCOMPARE(remotes->at(1).pushUrl, "https://example.org/ada/a.git"_ba);
        QCOMPARE(remotes->at(1).fetchSpecs, QList<QByteArray>{"+refs/heads/*:refs/remotes/origin/*"_ba});
        for (const Git::Remote &remote : *remotes)
            QCOMPARE(fixture.repo.git({u"remote"_s, u"get-url"_s, QString::fromUtf8(remote.name)}).trimmed(),
                     remote.fetchUrl);
    }

    void aRemoteIsAddedRenamedMovedAndRemoved()
    {
        WriteFixture fixture;
        const Git::Program git = fixture.git();
        const QByteArray commit = fixture.repo.write("a", "a\n").commit("A");
        VERIFY_RESULT(Git::addRemote(git, "origin", "https://example.org/a.git", {}));
        fixture.repo.git({u"update-ref"_s, u"refs/remotes/origin/main"_s, QString::fromLatin1(commit)});
        fixture.repo.git({u"branch"_s, u"--set-upstream-to=origin/main"_s});
        VERIFY_RESULT(Git::renameRemote(git, "origin", "upstream", {}));
        QCOMPARE(fixture.repo.git({u"rev-parse"_s, u"--symbolic-full-name"_s, u"@{u}"_s}).trimmed(),
                 "refs/remotes/upstream/main"_ba);
        VERIFY_RESULT(Git::setRemoteUrl(git, "upstream", Git::RemoteUrlUse::Fetch, "git@example.org:b", {}));
        VERIFY_RESULT(Git::setRemoteUrl(git, "upstream", Git::RemoteUrlUse::Push, "/srv/b", {}));
        const auto changed = Git::readRemote(fixture.where(), "upstream");
        VERIFY_RESULT(changed);
        QCOMPARE(changed->fetchUrl, "git@example.org:b"_ba);
        QCOMPARE(changed->pushUrl, "/srv/b"_ba);
        VERIFY_RESULT(Git::removeRemote(git, "upstream", {}));
        const auto remotes = Git::readRemotes(fixture.where());
        VERIFY_RESULT(remotes);
        QVERIFY(remotes->isEmpty());
        QCOMPARE(fixture.repo.git({u"for-each-ref"_s, u"refs/remotes"_s}), QByteArray());
    }

    void theBranchesThatGoWithARemoteAreThoseThatGitRemoves()
    {
        WriteFixture fixture;
        const QString commit = QString::fromLatin1(fixture.repo.write("a", "a\n").commit("A"));
        for (const QString &name : {u"origin"_s, u"origin/more"_s, u"other"_s})
            fixture.repo.config(u"remote.%1.url"_s.arg(name), u"/srv/a"_s);
        const auto fetches = [&](const QString &name, const QString &spec) {
            fixture.repo.git({u"config"_s, u"--add"_s, u"remote.%1.fetch"_s.arg(name), spec});
        };
        fetches(u"origin"_s, u"+refs/heads/*:refs/remotes/origin/*"_s);
        fetches(u"origin"_s, u"refs/heads/one:refs/remotes/elsewhere/one"_s);
        fetches(u"origin"_s, u"+refs/heads/*:refs/mirror/*"_s);
        fetches(u"origin/more"_s, u"+refs/heads/*:refs/remotes/origin/more/*"_s); // shared with the first
        fetches(u"other"_s, u"+refs/heads/*:refs/remotes/other/*"_s);
        for (const QString &ref : {u"origin/main"_s, u"origin/x/y"_s, u"origin/more/z"_s, u"elsewhere/one"_s,
                                   u"elsewhere/two"_s, u"other/main"_s})
            fixture.repo.git({u"update-ref"_s, QString(u"refs/remotes/"_s + ref), commit});
        fixture.repo.git({u"update-ref"_s, u"refs/mirror/main"_s, commit});
        const auto remotes = Git::readRemotes(fixture.where());
        const auto before = Git::readRefs(fixture.where(), {});
        VERIFY_RESULT(remotes);
        VERIFY_RESULT(before);
        const QList<QByteArray> going = Git::branchesOfRemote(*remotes, "origin", before->all);
        VERIFY_RESULT(Git::removeRemote(fixture.git(), "origin", {}));
        const auto after = Git::readRefs(fixture.where(), {});
        VERIFY_RESULT(after);
        QList<QByteArray> gone;
        for (const Git::Ref &ref : before->all) {
            if (!std::ranges::contains(after->all, ref.name, &Git::Ref::name))
                gone += ref.name;
        }
        QCOMPARE(going, gone);
        QVERIFY(gone.size() >= 3);
    }

    void pushingGoesWhereFetchingDoesAgain()
    {
        WriteFixture fixture;
        VERIFY_RESULT(Git::addRemote(fixture.git(), "origin", "/srv/a", {}));
        for (const QByteArray &push : {"/srv/b"_ba, ""_ba, ""_ba}) {
            VERIFY_RESULT(Git::setRemoteUrl(fixture.git(), "origin", Git::RemoteUrlUse::Push, push, {}));
            QCOMPARE(Git::readRemote(fixture.where(), "origin").value().pushUrl,
                     push.isEmpty() ? "/srv/a"_ba : push);
        }
        VERIFY_FAILURE(Git::setRemoteUrl(fixture.git(), "origin", Git::RemoteUrlUse::Fetch, "", {}),
                       ErrorKind::Invalid);
    }

    void aLockedConfigurationIsWaitedFor()
    {
        WriteFixture fixture;
        const ReleasingRunner runner(fixture.repo.gitDir() + u"/config.lock"_s);
        VERIFY_RESULT(Git::addRemote(Git::Program(runner, fixture.where()), "origin", "/srv/a", {}));
        QCOMPARE(runner.failures, 1);
        QCOMPARE(fixture.repo.git({u"remote"_s}), "origin\n"_ba);
    }

    void whatIsThereAlreadyOrIsNotIsSaid()
    {
        WriteFixture fixture;
        const Git::Program git = fixture.git();
        VERIFY_RESULT(Git::addRemote(git, "origin", "/srv/a", {}));
        VERIFY_RESULT(Git::addRemote(git, "other", "/srv/b", {}));
        VERIFY_FAILURE(Git::addRemote(git, "origin", "/srv/c", {}), ErrorKind::Conflict);
        VERIFY_FAILURE(Git::renameRemote(git, "origin", "other", {}), ErrorKind::Conflict);
        VERIFY_FAILURE(Git::renameRemote(git, "gone", "new", {}), ErrorKind::NotFound);
        VERIFY_FAILURE(Git::removeRemote(git, "gone", {}), ErrorKind::NotFound);
        VERIFY_FAILURE(Git::setRemoteUrl(git, "gone", Git::RemoteUrlUse::Fetch, "/srv/c", {}),
                       ErrorKind::NotFound);
        VERIFY_FAILURE(Git::readRemote(fixture.where(), "gone"), ErrorKind::NotFound);
        QCOMPARE(fixture.repo.git({u"remote"_s}), "origin\nother\n"_ba);
    }

    void hostileNamesAndAddressesNeverReachGit_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("option as name") << "--mirror=push"_ba << "/srv/a"_ba;
        QTest::newRow("name with a space") << "a b"_ba << "/srv/a"_ba;
        QTest::newRow("name with a line end") << "a\nb"_ba << "/srv/a"_ba;
        QTest::newRow("helper") << "a"_ba << "ext::sh -c id"_ba;
        QTest::newRow("option as address") << "a"_ba << "--upload-pack=id"_ba;
        QTest::newRow("password") << "a"_ba << "https://ada:hunter2@example.org/a"_ba;
    }

    void hostileNamesAndAddressesNeverReachGit()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, url);
        WriteFixture fixture;
        const Git::Program git = fixture.git();
        VERIFY_FAILURE(Git::addRemote(git, name, url, {}), ErrorKind::Invalid);
        QCOMPARE(fixture.repo.git({u"remote"_s}), QByteArray());
        VERIFY_RESULT(Git::addRemote(git, "origin", "/srv/a", {}));
        if (name != "a")
            VERIFY_FAILURE(Git::renameRemote(git, "origin", name, {}), ErrorKind::Invalid);
        else
            VERIFY_FAILURE(Git::setRemoteUrl(git, "origin", Git::RemoteUrlUse::Push, url, {}),
                           ErrorKind::Invalid);
        QCOMPARE(fixture.repo.git({u"remote"_s, u"-v"_s}),
                 "origin\t/srv/a (fetch)\norigin\t/srv/a (push)\n"_ba);
    }

    void withoutTrustNothingIsChanged()
    {
        WriteFixture fixture;
        Git::RepoLocation where = fixture.where();
        where.trust = Git::Trust::Restricted;
        VERIFY_FAILURE(Git::addRemote(Git::Program(fixture.runner, where), "origin", "/srv/a", {}),
                       ErrorKind::Denied);
        QCOMPARE(fixture.repo.git({u"remote"_s}), QByteArray());
    }

    void aRenameThatHasBegunRunsToItsEnd_data()
    {
        QTest::addColumn<bool>("renames");
        QTest::newRow("rename") << true;
        QTest::newRow("remove") << false;
    }
    void aRenameThatHasBegunRunsToItsEnd()
    {
        QFETCH(bool, renames);
        WriteFixture fixture;
        VERIFY_RESULT(Git::addRemote(fixture.git(), "origin", "/srv/a", {}));
        const HalfwayRunner runner;
        const Git::Program git(runner, fixture.where());
        const auto answer = renames ? Git::renameRemote(git, "origin", "new", runner.source.token())
                                    : Git::removeRemote(git, "origin", runner.source.token());
        VERIFY_FAILURE(answer, ErrorKind::External);
        QVERIFY2(answer.error().hint.contains(u"origin"_s), qPrintable(answer.error().hint));
        QCOMPARE(runner.timeout.count(), 0);
        QVERIFY(!runner.isCancellable);
    }
};

QTEST_GUILESS_MAIN(RemotesTest)
#include "tst_remotes.moc"
