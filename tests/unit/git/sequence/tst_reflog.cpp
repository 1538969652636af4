// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitactions.h"
#include "git/sequence/branches.h"
#include "git/sequence/reflog.h"
#include "git/undorecord.h"
#include "sequencefixture.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class ReflogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesAreThoseOfGitNewestFirst()
    {
        SequenceFixture fixture;
        fixture.diverge();
        fixture.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});
        for (const QByteArray &ref : {"HEAD"_ba, "refs/heads/main"_ba}) {
            const auto entries = Git::readReflog(fixture.where(), ref, 100, {});
            VERIFY_RESULT(entries);
            QList<QByteArray> ours;
            for (const Git::ReflogEntry &entry : *entries)
                ours += entry.after.toHex() + ' ' + entry.message;
            const QByteArray theirs =
                fixture.repo.git({u"log"_s, u"-g"_s, u"--format=%H %gs"_s, QString::fromLatin1(ref)});
            QCOMPARE(ours.join('\n'), theirs.trimmed());
            QVERIFY(entries->last().before.isNull());
            QCOMPARE(entries->first().before.toHex(), fixture.ours);
        }
        const auto some = Git::readReflog(fixture.where(), "HEAD", 2, {});
        VERIFY_RESULT(some);
        QCOMPARE(some->size(), 2);
        QCOMPARE(some->first().who.email, u"ada@example.org"_s);
    }

    void aRefWithoutALogHasNoEntries()
    {
        SequenceFixture fixture;
        const auto entries = Git::readReflog(fixture.where(), "refs/heads/none", 10, {});
        VERIFY_RESULT(entries);
        QVERIFY(entries->isEmpty());
        for (const QByteArray &name : {"../config"_ba, "refs/../../x"_ba, ""_ba, "refs/heads/"_ba})
            VERIFY_FAILURE(Git::readReflog(fixture.where(), name, 10, {}), ErrorKind::Invalid);
    }

    void aLongOrDamagedLogIsReadFromItsEnd()
    {
        SequenceFixture fixture;
        const QByteArray id(40, 'a'), other(40, 'b');
        const QByteArray good = id + ' ' + other + " Bo <bo@x> 1700000000 -0330\tmove ";
        QByteArray log;
        for (int at = 0; at < 5000; ++at)
            log += good + QByteArray::number(at) + '\n';
        log += "junk\n" + id + " <>\n\n" + good + "without an end";
        fixture.repo.write(".git/logs/HEAD", log);
        const auto entries = Git::readReflog(fixture.where(), "HEAD", 3000, {});
        VERIFY_RESULT(entries);
        QCOMPARE(entries->size(), 3000);
        QCOMPARE(entries->at(0).message, "move without an end"_ba);
        for (int at = 1; at < 3000; ++at)
            QCOMPARE(entries->at(at).message, "move " + QByteArray::number(5000 - at));
        QCOMPARE(entries->first().when, (Git::Moment{1'700'000'000, -210}));
    }

    void aPlantedLogIsRefused()
    {
        SequenceFixture fixture;
        const QByteArray path = ".git/logs/HEAD";
        fixture.repo.remove(path).link(path, "/etc/passwd");
        VERIFY_FAILURE(Git::readReflog(fixture.where(), "HEAD", 10, {}), ErrorKind::Denied);
        fixture.repo.remove(path);
        QCOMPARE(::mkfifo(fixture.repo.bytePath(path).constData(), 0600), 0);
        VERIFY_FAILURE(Git::readReflog(fixture.where(), "HEAD", 10, {}), ErrorKind::Invalid);
    }

    void lostCommitsAreTipsThatNoRefReaches()
    {
        SequenceFixture fixture;
        fixture.diverge();
        fixture.repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        fixture.repo.write("f", "a\n").commit("lost 1");
        const QByteArray tip = fixture.repo.write("f", "b\n").commit("lost 2");
        QVERIFY(Git::findLostCommits(fixture.git(), 10, {}).value().tips.isEmpty()); // HEAD reaches them
        fixture.repo.checkout("main");
        const auto lost = Git::findLostCommits(fixture.git(), 10, {});
        VERIFY_RESULT(lost);
        QCOMPARE(lost->found, 1);
        QCOMPARE(lost->tips.first().id.toHex(), tip);
        QCOMPARE(lost->tips.first().subject, u"lost 2"_s);
        QCOMPARE(Git::findLostCommits(fixture.git(), 0, {}).value().found, 1);
        VERIFY_RESULT(
            Git::createBranch(fixture.git(), "found", lost->tips.first().id, Git::Afterwards::Stay, {}));
        QVERIFY(Git::findLostCommits(fixture.git(), 10, {}).value().tips.isEmpty());
    }

    void aDroppedUndoRecordIsNotAmongThem()
    {
        SequenceFixture fixture;
        const auto record = Git::writeUndoRecord(
            fixture.git(),
            {.action = Git::UndoAction::DeleteBranch,
             .refs = {{.name = "refs/heads/x", .before = fixture.headId(), .after = {}}}},
            {});
        VERIFY_RESULT(record);
        VERIFY_RESULT(Git::dropUndoRecord(fixture.git(), *record, {}));
        QVERIFY(Git::findLostCommits(fixture.git(), 10, {}).value().tips.isEmpty());
    }

    void commitsOfADeletedBranchAreFoundWhoeverKeepsThem()
    {
        SequenceFixture fixture;
        fixture.diverge();
        const auto deleted =
            Git::deleteBranch(fixture.git(), "refs/heads/topic", SequenceFixture::id(fixture.theirs), {});
        VERIFY_RESULT(deleted);
        qint64 looked = -1;
        auto lost = Git::findLostCommits(fixture.git(), 10, {}, [&](qint64 objects) { looked = objects; });
        VERIFY_RESULT(lost);
        QCOMPARE(lost->found, 1); // the record of undo is none
        QCOMPARE(lost->tips.first().id.toHex(), fixture.theirs);
        QVERIFY(lost->inUndo.contains(lost->tips.first().id));
        QVERIFY(looked > 0);
        VERIFY_RESULT(Git::dropUndoRecord(fixture.git(), deleted->undo, {}));
        lost = Git::findLostCommits(fixture.git(), 10, {});
        VERIFY_RESULT(lost);
        QCOMPARE(lost->found, 1); // although the dropped record leads to it
        QCOMPARE(lost->tips.first().id.toHex(), fixture.theirs);
        QVERIFY(lost->inUndo.isEmpty());
    }

    void theStashIsNotLostUntilItIsDropped()
    {
        SequenceFixture fixture;
        for (const QByteArray &content : {"1\n"_ba, "2\n"_ba}) {
            fixture.repo.write("f", content).write("untracked", content);
            fixture.repo.git({u"stash"_s, u"push"_s, u"-q"_s, u"-u"_s, u"-m"_s, u"put away"_s});
        }
        QVERIFY(Git::findLostCommits(fixture.git(), 10, {}).value().tips.isEmpty());
        const QByteArray first = fixture.repo.resolve("stash@{1}");
        fixture.repo.git({u"stash"_s, u"drop"_s, u"-q"_s, u"stash@{1}"_s});
        const auto lost = Git::findLostCommits(fixture.git(), 10, {});
        VERIFY_RESULT(lost);
        QCOMPARE(lost->found, 1);
        QCOMPARE(lost->tips.first().id.toHex(), first);
    }

    void whatAResetKeepsForUndoIsNobodysWork()
    {
        SequenceFixture fixture;
        const QByteArray tip = fixture.repo.write("f", "more\n").commit("more");
        fixture.repo.write("f", "staged\n").stage();
        VERIFY_RESULT(Git::resetTo(fixture.git(),
                                   {.commit = SequenceFixture::id(fixture.base),
                                    .kind = Git::ResetKind::Hard,
                                    .expectedBranch = "refs/heads/main",
                                    .expectedHead = SequenceFixture::id(tip)},
                                   {}));
        const auto lost = Git::findLostCommits(fixture.git(), 10, {});
        VERIFY_RESULT(lost);
        QCOMPARE(lost->found, 1); // neither the record nor the index that it keeps
        QCOMPARE(lost->tips.first().id.toHex(), tip);
    }

    void aDamagedRepositoryStillTellsWhatItHas()
    {
        SequenceFixture fixture;
        fixture.diverge();
        fixture.repo.git({u"branch"_s, u"-qD"_s, u"topic"_s});
        const QByteArray blob = fixture.repo.resolve("HEAD:other");
        fixture.repo.remove(".git/objects/" + blob.first(2) + '/' + blob.sliced(2));
        const auto lost = Git::findLostCommits(fixture.git(), 10, {});
        VERIFY_RESULT(lost);
        QCOMPARE(lost->tips.first().id.toHex(), fixture.theirs);
    }
};

QTEST_GUILESS_MAIN(ReflogTest)
#include "tst_reflog.moc"
