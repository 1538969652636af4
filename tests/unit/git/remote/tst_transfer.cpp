// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/packleftovers.h"
#include "git/remote/transfer.h"

#include "remotefixture.h"

#include <QThread>

#include <thread>

using namespace Qt::StringLiterals;
using Git::RefUpdateKind;

class TransferTest final : public QObject
{
    Q_OBJECT

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
        VERIFY_FAILURE(Git::push(fixture.local.git(), RemoteFixture::pushOfMain(), {}, {}),
                       static_cast<ErrorKind>(kind));
        QVERIFY(!QFile::exists(canary));
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
        VERIFY_FAILURE(Git::push(git, RemoteFixture::pushOfMain(), {}, {}), ErrorKind::Denied);
    }

    void d18_unfinishedPacksThatStillGrowAreSomebodysElse()
    {
        WriteFixture fixture;
        fixture.repo.write(".git/objects/pack/tmp_pack_before", "b");
        const Git::PackLeftovers leftovers(fixture.where().commonDir);
        fixture.repo.write(".git/objects/pack/tmp_pack_ended", "e");
        fixture.repo.write(".git/objects/pack/tmp_pack_grows", "g");
        const QString folder = fixture.repo.path() + u"/.git/objects/pack/"_s;
        {
            const std::jthread elsewhere([&folder](const std::stop_token &stop) {
                while (!stop.stop_requested()) { // closed in between, as one of another machine looks here
                    QFile file(folder + u"tmp_pack_grows"_s);
                    if (file.exists() && file.open(QFile::Append))
                        file.write("more");
                    file.close();
                    QThread::msleep(20);
                }
            });
            leftovers.remove();
        }
        QVERIFY(QFile::exists(folder + u"tmp_pack_before"_s));
        QVERIFY(QFile::exists(folder + u"tmp_pack_grows"_s));
        QVERIFY(!QFile::exists(folder + u"tmp_pack_ended"_s));
    }
};

QTEST_GUILESS_MAIN(TransferTest)
#include "tst_transfer.moc"
