// SPDX-License-Identifier: GPL-3.0-or-later
#include "remotefixture.h"

using namespace Qt::StringLiterals;
using Git::PushForce;
using Git::RefUpdateKind;

class PushTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RemoteFixture> m_unchanged;

private Q_SLOTS:
    void aPushSaysWhatChanged()
    {
        RemoteFixture fixture;
        const QByteArray mine = fixture.local.repo.write("a", "b\n").commit("B");
        const auto end = Git::push(fixture.local.git(), RemoteFixture::pushOfMain(), {}, {});
        VERIFY_RESULT(end);
        QCOMPARE(end->refs.size(), 1);
        QCOMPARE(end->refs[0].kind, RefUpdateKind::FastForward);
        QCOMPARE(end->refs[0].ref, "refs/heads/main"_ba);
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), mine);
        const auto again = Git::push(fixture.local.git(), RemoteFixture::pushOfMain(), {}, {});
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
        Git::PushRequest request = RemoteFixture::pushOfMain();
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
        const auto unseen = Git::push(fixture.local.git(), RemoteFixture::pushOfMain(), {}, {});
        VERIFY_RESULT(unseen);
        QVERIFY(unseen->isRejected());
        QCOMPARE(unseen->refs[0].reason, "fetch first"_ba);
        VERIFY_RESULT(Git::fetch(fixture.local.git(), {.remote = "origin"}, {}, {}));
        const auto seen = Git::push(fixture.local.git(), RemoteFixture::pushOfMain(), {}, {});
        VERIFY_RESULT(seen);
        QCOMPARE(seen->refs[0].reason, "non-fast-forward"_ba);
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), there);
    }

    void onlyWhatWasSeenIsOverwritten()
    {
        RemoteFixture fixture;
        const QByteArray seen = fixture.commitThere("main", "b\n");
        const QByteArray mine = fixture.local.repo.write("a", "c\n").commit("C");
        Git::PushRequest request = RemoteFixture::pushOfMain();
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
        Git::PushRequest request = RemoteFixture::pushOfMain();
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
        const auto declined = Git::push(fixture.local.git(), RemoteFixture::pushOfMain(), listen, {});
        VERIFY_FAILURE(declined, ErrorKind::External);
        QVERIFY(declined.error().detail.contains("to errors"_L1));
        QVERIFY(declined.error().detail.contains("to output"_L1));
        QVERIFY(heard.contains("to output"));
        QVERIFY(heard.contains("to errors"));
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), fixture.first);
        const QByteArray environment = fixture.local.repo.read("../beside/environment");
        for (const char *name : {"GIT_LITERAL_PATHSPECS", "GIT_CONFIG_COUNT", "GIT_WORK_TREE"})
            QVERIFY2(!environment.contains(name), name);

        Git::PushRequest request = RemoteFixture::pushOfMain();
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
        const auto end = Git::push(fixture.local.git(), RemoteFixture::pushOfMain(),
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
        Git::PushRequest source = RemoteFixture::pushOfMain();
        source.source = ref;
        Git::PushRequest destination = RemoteFixture::pushOfMain();
        destination.destination = ref;
        VERIFY_FAILURE(Git::push(fixture.local.git(), source, {}, {}), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::push(fixture.local.git(), destination, {}, {}), ErrorKind::Invalid);
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), fixture.first);
    }
};

QTEST_GUILESS_MAIN(PushTest)
#include "tst_push.moc"
