// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/transfer.h"

#include "remotefixture.h"

using namespace Qt::StringLiterals;
using Git::PushForce;
using Git::RefUpdateKind;

class TransferTest final : public QObject
{
    Q_OBJECT

    static Git::PushRequest pushOfMain()
    {
        return {.remote = "origin", .source = "refs/heads/main", .destination = "refs/heads/main"};
    }

    std::unique_ptr<RemoteFixture> m_unchanged;

private Q_SLOTS:
    void aFetchSaysWhatChanged()
    {
        RemoteFixture fixture;
        const QByteArray there = fixture.commitThere("main", "b\n");
        const QByteArray topic = fixture.commitThere("topic", "c\n");
        QList<Git::TransferProgress> heard;
        const auto end = Git::fetch(fixture.local.git(), {.remote = "origin"},
                                    [&](const Git::TransferProgress &progress) { heard += progress; }, {});
        VERIFY_RESULT(end);
        QVERIFY(!end->isRejected());
        QCOMPARE(end->refs.size(), 2);
        QCOMPARE(end->refs[0], (Git::RefUpdate{.kind = RefUpdateKind::FastForward,
                                               .ref = "refs/remotes/origin/main",
                                               .before = RemoteFixture::id(fixture.first),
                                               .after = RemoteFixture::id(there)}));
        QCOMPARE(end->refs[1].kind, RefUpdateKind::New);
        QCOMPARE(end->refs[1].after.toHex(), topic);
        QCOMPARE(fixture.local.repo.resolve("refs/remotes/origin/main"), there);
        QVERIFY(std::ranges::contains(heard, Git::TransferPhase::Counting, &Git::TransferProgress::phase));
        const auto again = Git::fetch(fixture.local.git(), {.remote = "origin"}, {}, {});
        VERIFY_RESULT(again);
        QVERIFY(again->refs.isEmpty());
    }

    void aBranchThatIsGoneThereIsRemovedOnlyWhenAskedFor()
    {
        RemoteFixture fixture;
        fixture.commitThere("topic", "c\n");
        VERIFY_RESULT(Git::fetch(fixture.local.git(), {.remote = "origin"}, {}, {}));
        fixture.origin.git({u"branch"_s, u"-D"_s, u"topic"_s});
        const auto kept = Git::fetch(fixture.local.git(), {.remote = "origin"}, {}, {});
        VERIFY_RESULT(kept);
        QVERIFY(kept->refs.isEmpty());
        fixture.local.repo.resolve("refs/remotes/origin/topic");
        const auto pruned = Git::fetch(fixture.local.git(), {.remote = "origin", .prunes = true}, {}, {});
        VERIFY_RESULT(pruned);
        QCOMPARE(pruned->refs.size(), 1);
        QCOMPARE(pruned->refs[0].kind, RefUpdateKind::Removed);
        QCOMPARE(pruned->refs[0].ref, "refs/remotes/origin/topic"_ba);
        QCOMPARE(fixture.local.repo.git({u"for-each-ref"_s, u"--format=%(refname)"_s, u"refs/remotes"_s}),
                 "refs/remotes/origin/main\n"_ba);
    }

    void aFetchThatWouldLoseCommitsHereIsRejectedUnlessForced()
    {
        RemoteFixture fixture;
        const QByteArray there = fixture.commitThere("main", "b\n");
        VERIFY_RESULT(Git::fetch(fixture.local.git(), {.remote = "origin"}, {}, {}));
        fixture.origin.git({u"update-ref"_s, u"refs/heads/main"_s, QString::fromLatin1(fixture.first)});
        Git::FetchRequest request{.remote = "origin", .refSpecs = {"refs/heads/main:refs/kept/main"}};
        fixture.local.repo.git({u"update-ref"_s, u"refs/kept/main"_s, QString::fromLatin1(there)});
        const auto rejected = Git::fetch(fixture.local.git(), request, {}, {});
        VERIFY_RESULT(rejected);
        QVERIFY(rejected->isRejected());
        QCOMPARE(fixture.local.repo.resolve("refs/kept/main"), there);
        request.refSpecs = {"+refs/heads/*:refs/kept/*"};
        const auto forced = Git::fetch(fixture.local.git(), request, {}, {});
        VERIFY_RESULT(forced);
        QVERIFY(!forced->isRejected());
        QCOMPARE(fixture.local.repo.resolve("refs/kept/main"), fixture.first);
    }

    void aMissingRemoteOrRepositoryIsSaid()
    {
        RemoteFixture fixture;
        VERIFY_FAILURE(Git::fetch(fixture.local.git(), {.remote = "gone"}, {}, {}), ErrorKind::NotFound);
        VERIFY_FAILURE(Git::fetch(fixture.local.git(), {.remote = fixture.origin.bytePath()}, {}, {}),
                       ErrorKind::Invalid);
        fixture.local.repo.git({u"remote"_s, u"add"_s, u"empty"_s, fixture.local.repo.folder()});
        const auto empty = Git::fetch(fixture.local.git(), {.remote = "empty"}, {}, {});
        VERIFY_FAILURE(empty, ErrorKind::NotFound);
        QVERIFY(empty.error().detail.contains("does not appear to be a git repository"_L1));
        VERIFY_FAILURE(
            Git::fetch(fixture.local.git(), {.remote = "origin", .refSpecs = {"refs/heads/none"}}, {}, {}),
            ErrorKind::NotFound);
    }

    void whatConfigurationNamesIsStillChecked_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("kind");
        QTest::newRow("helper") << u"ext::sh -c touch% CANARY"_s << static_cast<int>(ErrorKind::Invalid);
        QTest::newRow("option") << u"ssh://-oProxyCommand=touch CANARY/x"_s
                                << static_cast<int>(ErrorKind::Invalid);
        QTest::newRow("unencrypted") << u"http://example.org/a"_s << static_cast<int>(ErrorKind::Denied);
        QTest::newRow("git") << u"git://example.org/a"_s << static_cast<int>(ErrorKind::Invalid);
    }

    void whatConfigurationNamesIsStillChecked()
    {
        QFETCH(QString, url);
        QFETCH(int, kind);
        RemoteFixture fixture;
        const QString canary = fixture.local.repo.folder() + u"/canary"_s;
        fixture.local.repo.config(u"remote.origin.url"_s, url.replace(u"CANARY"_s, canary));
        fixture.local.repo.config(u"protocol.allow"_s, u"always"_s);
        VERIFY_FAILURE(Git::fetch(fixture.local.git(), {.remote = "origin"}, {}, {}),
                       static_cast<ErrorKind>(kind));
        VERIFY_FAILURE(Git::push(fixture.local.git(), pushOfMain(), {}, {}), static_cast<ErrorKind>(kind));
        QVERIFY(!QFile::exists(canary));
    }

    void aPushSaysWhatChanged()
    {
        RemoteFixture fixture;
        const QByteArray mine = fixture.local.repo.write("a", "b\n").commit("B");
        const auto end = Git::push(fixture.local.git(), pushOfMain(), {}, {});
        VERIFY_RESULT(end);
        QCOMPARE(end->refs.size(), 1);
        QCOMPARE(end->refs[0].kind, RefUpdateKind::FastForward);
        QCOMPARE(end->refs[0].ref, "refs/heads/main"_ba);
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), mine);
        const auto again = Git::push(fixture.local.git(), pushOfMain(), {}, {});
        VERIFY_RESULT(again);
        QCOMPARE(again->refs[0].kind, RefUpdateKind::UpToDate);
    }

    void aNewBranchIsPushedAndFollowed()
    {
        RemoteFixture fixture;
        fixture.local.repo.branch("topic/x");
        Git::PushRequest request{.remote = "origin",
                                 .source = "refs/heads/topic/x",
                                 .destination = "refs/heads/topic/y",
                                 .setsUpstream = true};
        const auto end = Git::push(fixture.local.git(), request, {}, {});
        VERIFY_RESULT(end);
        QCOMPARE(end->refs[0].kind, RefUpdateKind::New);
        QCOMPARE(fixture.origin.resolve("refs/heads/topic/y"), fixture.first);
        QCOMPARE(fixture.local.repo.git({u"config"_s, u"branch.topic/x.merge"_s}).trimmed(),
                 "refs/heads/topic/y"_ba);
    }

    void aCommitIsPushedWithoutABranchOfItsOwn()
    {
        RemoteFixture fixture;
        Git::PushRequest request = pushOfMain();
        request.source = fixture.first;
        request.destination = "refs/heads/release";
        fixture.local.repo.write("a", "b\n").commit("B");
        VERIFY_RESULT(Git::push(fixture.local.git(), request, {}, {}));
        QCOMPARE(fixture.origin.resolve("refs/heads/release"), fixture.first);
    }

    void whatIsNewerThereIsNotOverwritten()
    {
        RemoteFixture fixture;
        const QByteArray there = fixture.commitThere("main", "b\n");
        fixture.local.repo.write("a", "c\n").commit("C");
        const auto unseen = Git::push(fixture.local.git(), pushOfMain(), {}, {});
        VERIFY_RESULT(unseen);
        QVERIFY(unseen->isRejected());
        QCOMPARE(unseen->refs[0].reason, "fetch first"_ba);
        VERIFY_RESULT(Git::fetch(fixture.local.git(), {.remote = "origin"}, {}, {}));
        const auto seen = Git::push(fixture.local.git(), pushOfMain(), {}, {});
        VERIFY_RESULT(seen);
        QCOMPARE(seen->refs[0].reason, "non-fast-forward"_ba);
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), there);
    }

    void onlyWhatWasSeenIsOverwritten()
    {
        RemoteFixture fixture;
        const QByteArray seen = fixture.commitThere("main", "b\n");
        const QByteArray mine = fixture.local.repo.write("a", "c\n").commit("C");
        Git::PushRequest request = pushOfMain();
        request.force = PushForce::WithLease;
        VERIFY_FAILURE(Git::push(fixture.local.git(), request, {}, {}), ErrorKind::Invalid);
        request.expected = RemoteFixture::id(fixture.first);
        const auto stale = Git::push(fixture.local.git(), request, {}, {});
        VERIFY_RESULT(stale);
        QVERIFY(stale->isRejected());
        QCOMPARE(stale->refs[0].reason, "stale info"_ba);
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), seen);
        request.expected = RemoteFixture::id(seen);
        const auto forced = Git::push(fixture.local.git(), request, {}, {});
        VERIFY_RESULT(forced);
        QCOMPARE(forced->refs[0].kind, RefUpdateKind::Forced);
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), mine);
    }

    void aBranchThatAppearedMeanwhileIsNotOverwritten()
    {
        RemoteFixture fixture;
        const QByteArray there = fixture.commitThere("topic", "b\n");
        Git::PushRequest request = pushOfMain();
        request.destination = "refs/heads/topic";
        request.force = PushForce::WithLease;
        request.expected = Git::ObjectId();
        const auto end = Git::push(fixture.local.git(), request, {}, {});
        VERIFY_RESULT(end);
        QVERIFY(end->isRejected());
        QCOMPARE(fixture.origin.resolve("refs/heads/topic"), there);
    }

    void aRemoteBranchIsRemovedOnlyAsSeen()
    {
        RemoteFixture fixture;
        const QByteArray there = fixture.commitThere("topic", "b\n");
        Git::PushRequest request{.remote = "origin", .destination = "refs/heads/topic"};
        VERIFY_FAILURE(Git::push(fixture.local.git(), request, {}, {}), ErrorKind::Invalid);
        request.expected = RemoteFixture::id(fixture.first);
        const auto stale = Git::push(fixture.local.git(), request, {}, {});
        VERIFY_RESULT(stale);
        QVERIFY(stale->isRejected());
        QCOMPARE(fixture.origin.resolve("refs/heads/topic"), there);
        request.expected = RemoteFixture::id(there);
        const auto removed = Git::push(fixture.local.git(), request, {}, {});
        VERIFY_RESULT(removed);
        QCOMPARE(removed->refs[0].kind, RefUpdateKind::Removed);
        QCOMPARE(fixture.origin.tryGit({u"rev-parse"_s, u"-q"_s, u"--verify"_s, u"topic"_s}).exitCode, 1);
    }

    void t30_prePushRunsAndIsHeard()
    {
        RemoteFixture fixture;
        fixture.local.repo.write("a", "b\n").commit("B");
        fixture.local.repo.hook("pre-push", "#!/bin/sh\necho to output; echo to errors >&2\n"
                                            "printf '*\\trefs/heads/x:refs/heads/forged\\tnew\\n'\n"
                                            "env > ../beside/environment; exit 1\n");
        QList<QByteArray> heard;
        const auto listen = [&](const Git::TransferProgress &progress) { heard += progress.words; };
        const auto declined = Git::push(fixture.local.git(), pushOfMain(), listen, {});
        VERIFY_FAILURE(declined, ErrorKind::External);
        QVERIFY(declined.error().detail.contains("to errors"_L1));
        QVERIFY(declined.error().detail.contains("to output"_L1));
        QVERIFY(heard.contains("to output"));
        QVERIFY(heard.contains("to errors"));
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), fixture.first);
        const QByteArray environment = fixture.local.repo.read("../beside/environment");
        for (const char *name : {"GIT_LITERAL_PATHSPECS", "GIT_CONFIG_COUNT", "GIT_WORK_TREE"})
            QVERIFY2(!environment.contains(name), name);

        Git::PushRequest request = pushOfMain();
        request.skipsHook = true;
        const auto pushed = Git::push(fixture.local.git(), request, {}, {});
        VERIFY_RESULT(pushed);
        QCOMPARE(pushed->refs.size(), 1);
        QVERIFY(fixture.origin.resolve("refs/heads/main") != fixture.first);
    }

    void aHookOfTheRemoteThatSaysNoIsHeard()
    {
        RemoteFixture fixture;
        fixture.local.repo.write("a", "b\n").commit("B");
        fixture.origin.hook("pre-receive", "#!/bin/sh\nprintf 'policy \\033[31mred\\n' >&2; exit 1\n");
        QList<Git::TransferProgress> heard;
        const auto end = Git::push(fixture.local.git(), pushOfMain(),
                                   [&](const Git::TransferProgress &progress) { heard += progress; }, {});
        VERIFY_RESULT(end);
        QVERIFY(end->isRejected());
        QCOMPARE(end->refs[0].reason, "pre-receive hook declined"_ba);
        QVERIFY(heard.contains(Git::TransferProgress{.isRemote = true, .words = "policy \x1b[31mred"}));
    }

    void hostileRefsNeverReachGit_data()
    {
        QTest::addColumn<QByteArray>("ref");
        for (const QByteArray &ref :
             QList<QByteArray>{"--output=x", "-h", "main", "refs/heads/--x y", "refs/heads/a:refs/heads/b",
                               "+refs/heads/a", "refs/heads/a\nb", "refs/heads/*", "HEAD", ":refs/heads/a"})
            QTest::newRow(ref.constData()) << ref;
    }

    void hostileRefsNeverReachGit()
    {
        QFETCH(QByteArray, ref);
        if (!m_unchanged)
            m_unchanged = std::make_unique<RemoteFixture>();
        RemoteFixture &fixture = *m_unchanged;
        Git::PushRequest source = pushOfMain();
        source.source = ref;
        Git::PushRequest destination = pushOfMain();
        destination.destination = ref;
        VERIFY_FAILURE(Git::push(fixture.local.git(), source, {}, {}), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::push(fixture.local.git(), destination, {}, {}), ErrorKind::Invalid);
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), fixture.first);
    }

    void d18_aCancelledFetchLeavesNoProcessAndNoUnfinishedPack()
    {
        RemoteFixture fixture;
        for (int file = 0; file < 3; ++file) {
            QByteArray noise(400'000, '\0');
            std::ranges::generate(noise, [state = static_cast<quint32>(file + 1)]() mutable {
                state = state * 1664525 + 1013904223;
                return static_cast<char>(state >> 24);
            });
            fixture.commitThere("main", noise);
        }
        fixture.local.repo.config(u"fetch.unpackLimit"_s, u"1"_s);
        const QString pids = fixture.local.repo.folder() + u"/pids"_s;
        fixture.answerBy("echo $$ >> '" + pids.toUtf8() + "'\ngit-upload-pack \"$@\" | { echo $$ >> '" +
                         pids.toUtf8() + "'; dd bs=4096 count=60 2>/dev/null; sleep 600 & echo $! >> '" +
                         pids.toUtf8() + "'; wait; }\n");
        // Of another git, which is busy with it; and of one that was killed long ago.
        QFile foreign(fixture.local.repo.gitDir() + u"/objects/pack/tmp_pack_before"_s);
        QVERIFY(foreign.open(QIODevice::WriteOnly));
        QFile busy(fixture.local.repo.gitDir() + u"/objects/pack/tmp_pack_busy"_s);

        const auto git = fixture.local.git();
        CancelSource source;
        const auto ending = qScopeGuard([&] { source.cancel(); });
        auto running =
            QtConcurrent::run([&] { return Git::fetch(git, {.remote = "origin"}, {}, source.token()); });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.unfinishedPacks().size() == 2 && runningProcesses(pids) >= 3,
                                 20'000);
        QVERIFY(busy.open(QIODevice::WriteOnly));
        source.cancel();
        const auto end = running.result();
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(runningProcesses(pids), 0);
        QCOMPARE(fixture.unfinishedPacks(), (QStringList{u"tmp_pack_before"_s, u"tmp_pack_busy"_s}));
        QCOMPARE(fixture.local.repo.resolve("refs/remotes/origin/main"), fixture.first);
        fixture.local.repo.git({u"fsck"_s, u"--no-dangling"_s});
    }

    void withoutTrustNothingIsFetchedOrPushed()
    {
        RemoteFixture fixture;
        Git::RepoLocation where = fixture.local.where();
        where.trust = Git::Trust::Unknown;
        const Git::Program git(fixture.local.runner, where);
        VERIFY_FAILURE(Git::fetch(git, {.remote = "origin"}, {}, {}), ErrorKind::Denied);
        VERIFY_FAILURE(Git::push(git, pushOfMain(), {}, {}), ErrorKind::Denied);
    }
};

QTEST_GUILESS_MAIN(TransferTest)
#include "tst_transfer.moc"
