// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undorecord.h"

#include "diff/names.h"
#include "git/discard.h"

#include "meddlingrunner.h"
#include "undofixture.h"

using Fixture = UndoFixture;

class UndoRecordTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesThatGitDoesNotCompareAreNotLost_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addRow("assumed unchanged") << u"--assume-unchanged"_s;
        QTest::addRow("skipped") << u"--skip-worktree"_s;
    }
    void filesThatGitDoesNotCompareAreNotLost()
    {
        QFETCH(QString, option);
        Fixture fixture;
        fixture.repo.git({u"update-index"_s, option, u"f"_s});
        fixture.repo.write("f", "local\n");
        const auto end = fixture.reset(fixture.first, Git::ResetKind::Hard);
        QVERIFY(end || end.error().kind == ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("f"), "local\n"_ba);
        QCOMPARE(fixture.recordCount(), end ? 1 : 0);
        if (end)
            VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.repo.read("f"), "local\n"_ba);
        QCOMPARE(fixture.repo.resolve("HEAD"), fixture.second);
    }

    void aFileInThePlaceOfAFolderIsNoDeadEndAndComesBack_data()
    {
        QTest::addColumn<bool>("isLink");
        QTest::addRow("link") << true;
        QTest::addRow("file") << false;
    }
    void aFileInThePlaceOfAFolderIsNoDeadEndAndComesBack()
    {
        QFETCH(bool, isLink);
        Fixture fixture;
        const QString elsewhere = fixture.repo.folder() + u"/elsewhere"_s;
        QVERIFY(QDir().mkpath(elsewhere));
        fixture.repo.remove("d/deep").write("f", "mine\n");
        (void)QDir(fixture.repo.path()).rmdir(u"d"_s);
        isLink ? fixture.repo.link("d", QFile::encodeName(elsewhere)) : fixture.repo.write("d", "precious\n");
        const auto before = fixture.everything();
        const auto end = fixture.reset(fixture.second, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        QCOMPARE(fixture.repo.read("d/deep"), "d\n"_ba);
        QVERIFY(QDir(elsewhere).isEmpty()); // nothing went through the link
        QVERIFY(end->undo);
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.everything(), before);
    }

    void aSubmodulesFolderIsLeftAlone()
    {
        Fixture fixture;
        const QString sub = fixture.repo.path() + u"/sub"_s;
        fixture.repo.git({u"init"_s, u"-q"_s, sub});
        fixture.repo.git({u"-C"_s, sub, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"inner"_s});
        fixture.repo.write("sub/work", "inner\n");
        fixture.repo.git({u"-c"_s, u"advice.addEmbeddedRepo=false"_s, u"add"_s, u"sub"_s});
        const QByteArray entry = fixture.entry("sub");
        QVERIFY(entry.startsWith("160000"));
        const auto end = fixture.reset(fixture.first, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        QCOMPARE(fixture.entry("sub"), ""_ba);
        QCOMPARE(fixture.repo.read("sub/work"), "inner\n"_ba);
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.entry("sub"), entry);
        QCOMPARE(fixture.repo.read("sub/work"), "inner\n"_ba);
    }

    void aDeletedBranchComesBackWhateverItsName()
    {
        Fixture fixture;
        const QByteArray name = "refs/heads/topic/caf\xe9\"x";
        const Git::ObjectId tip = *Git::ObjectId::fromHex(fixture.repo.write("t", "t\n").commit("topic"));
        const auto record = Git::writeUndoRecord(
            fixture.git(),
            {.action = Git::UndoAction::DeleteBranch, .refs = {{name, tip, Git::ObjectId()}}, .files = {}},
            {});
        VERIFY_RESULT(record);
        fixture.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});
        fixture.repo.git({u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(*records, QList<Git::UndoRecord>{*record});
        VERIFY_RESULT(fixture.undo(*record));
        QCOMPARE(fixture.repo.git({u"cat-file"_s, u"--batch-check=%(objectname)"_s}, name + '\n').trimmed(),
                 tip.toHex());
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
        QCOMPARE(fixture.recordCount(), 0);

        const auto again =
            Git::writeUndoRecord(fixture.git(),
                                 {.action = Git::UndoAction::DeleteBranch,
                                  .refs = {{name, *Git::ObjectId::fromHex(fixture.first), Git::ObjectId()}},
                                  .files = {}},
                                 {});
        VERIFY_RESULT(again);
        VERIFY_FAILURE(fixture.undo(*again), ErrorKind::Conflict); // another one of that name is there
        QCOMPARE(fixture.recordCount(), 1);
    }

    void commitsOnNoBranchAreKeptWhenTheyAreLeft_data()
    {
        QTest::addColumn<bool>("toCommit");
        QTest::addRow("to a branch") << false;
        QTest::addRow("to a commit") << true;
    }
    void commitsOnNoBranchAreKeptWhenTheyAreLeft()
    {
        QFETCH(bool, toCommit);
        Fixture fixture;
        fixture.repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        const QByteArray left = fixture.repo.write("loose", "l\n").commit("on no branch");
        const auto end = toCommit
                             ? Git::checkoutCommit(fixture.git(), *Git::ObjectId::fromHex(fixture.first), {})
                             : Git::checkoutBranch(fixture.git(), "refs/heads/main", {});
        VERIFY_RESULT(end);
        QVERIFY(end->undo);
        fixture.repo.git({u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        QCOMPARE(*Git::readUndoRecords(fixture.where()), QList<Git::UndoRecord>{*end->undo});
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.branch(), ""_ba);
        QCOMPARE(fixture.repo.resolve("HEAD"), left);
        QCOMPARE(fixture.recordCount(), 0);
    }

    void nothingIsRecordedWhereNothingIsLeft()
    {
        Fixture fixture;
        const Git::ObjectId first = *Git::ObjectId::fromHex(fixture.first);
        const auto away = Git::checkoutCommit(fixture.git(), first, {}); // from a branch
        VERIFY_RESULT(away);
        const auto back = Git::checkoutBranch(fixture.git(), "refs/heads/main", {}); // it is on main
        VERIFY_RESULT(back);
        QVERIFY(!away->undo && !back->undo);
        fixture.repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        const QByteArray loose = fixture.repo.write("loose", "l\n").commit("on no branch");
        const auto made = Git::createBranch(fixture.git(), "kept", *Git::ObjectId::fromHex(loose),
                                            Git::Afterwards::CheckOut, {});
        VERIFY_RESULT(made);
        QVERIFY(!made->undo);
        QCOMPARE(fixture.recordCount(), 0);
    }

    void aPlantedRecordMovesNoOtherRef_data()
    {
        QTest::addColumn<QByteArray>("trailers");
        const QByteArray ids = QByteArray(40, '1') + ' ' + QByteArray(40, '2') + ' ';
        for (const QByteArray &name : {"refs/tags/v1"_ba, "refs/heads/../../config"_ba, "refs/heads/-x"_ba,
                                       "ORIG_HEAD"_ba, "refs/remotes/origin/x"_ba})
            QTest::addRow("%s", name.constData())
                << QByteArray("Plumbline-Undo: reset-soft\nPlumbline-Ref: " + ids + name + '\n');
        QTest::addRow("no ref") << "Plumbline-Undo: reset-hard\n"_ba;
        QTest::addRow("to come") << QByteArray("Plumbline-Undo: of-a-later-version\nPlumbline-Ref: " + ids +
                                               "refs/heads/main\n");
        QTest::addRow("no action") << QByteArray("Plumbline-Ref: " + ids + "refs/heads/main\n");
    }
    void aPlantedRecordMovesNoOtherRef()
    {
        QFETCH(QByteArray, trailers);
        Fixture fixture;
        const QByteArray commit =
            fixture.repo
                .git({u"commit-tree"_s, QString::fromLatin1(fixture.repo.resolve("HEAD^{tree}"))},
                     "Planted\n\n" + trailers)
                .trimmed();
        fixture.repo.git({u"update-ref"_s, u"refs/plumbline/undo/x-1"_s, QString::fromLatin1(commit)});
        QCOMPARE(fixture.recordCount(), 0);
        const Git::UndoRecord record{.ref = "refs/plumbline/undo/x-1",
                                     .commit = *Git::ObjectId::fromHex(commit)};
        VERIFY_FAILURE(fixture.undo(record), ErrorKind::Invalid);
    }

    void aResetLooksAgainWhenAllWaitingIsOver_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char *what : {"a clean file", "a commit", "staged"})
            QTest::addRow("%s", what) << QByteArray(what);
    }
    void aResetLooksAgainWhenAllWaitingIsOver()
    {
        QFETCH(QByteArray, what);
        Fixture fixture;
        fixture.repo.write("f", "mine\n");
        const MeddlingRunner runner(u"update-ref"_s, [&] { // its record is made by then
            fixture.repo.write("clean", "saved meanwhile\n");
            if (what != "a clean file")
                fixture.repo.stage({"clean"});
            if (what == "a commit")
                fixture.repo.git({u"commit"_s, u"-q"_s, u"-m"_s, u"meanwhile"_s});
        });
        const auto end = Git::resetTo(Git::Program(runner, fixture.where()),
                                      fixture.request(fixture.first, Git::ResetKind::Hard), {});
        QVERIFY(runner.hasMeddled());
        VERIFY_FAILURE(end, ErrorKind::Conflict);
        QVERIFY(fixture.repo.resolve("HEAD") != fixture.first);
        QCOMPARE(fixture.repo.read("clean"), "saved meanwhile\n"_ba);
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);
        QCOMPARE(fixture.recordCount(), 0); // nothing was done
    }

    void whatIsAssumedUnchangedComesBack()
    {
        Fixture fixture;
        fixture.repo.git({u"update-index"_s, u"--assume-unchanged"_s, u"f"_s});
        fixture.repo.write("f", "local\n").write("clean", "changed\n");
        const auto end = fixture.reset(fixture.second, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        QCOMPARE(fixture.repo.read("f"), "2\n"_ba); // git does not look at it and writes it anew
        QVERIFY(end->undo);
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.repo.read("f"), "local\n"_ba);
        QCOMPARE(fixture.repo.read("clean"), "changed\n"_ba);
    }

    void whatWasDoneInOneWorkTreeIsNotUndoneInAnother()
    {
        Fixture fixture;
        fixture.repo.branch("other", fixture.second);
        const QString folder = fixture.repo.folder() + u"/tree"_s;
        fixture.repo.git({u"worktree"_s, u"add"_s, u"-q"_s, folder, u"other"_s});
        fixture.repo.write("untracked", "precious\n").write("f", "mine\n");
        const auto record = Git::discardPaths(fixture.git(), {"untracked", "f"}, {});
        VERIFY_RESULT(record);
        Git::RepoLocation there = Git::openRepository(folder)->location;
        there.trust = Git::Trust::Trusted;
        QVERIFY(Git::readUndoRecords(there)->isEmpty());
        const auto refusal =
            Git::undo(Git::Program(fixture.runner, there), *record, Git::UndoExtent::Everything, {});
        VERIFY_FAILURE(refusal, ErrorKind::Invalid);
        QVERIFY2(refusal.error().message.contains(fixture.repo.path()), qPrintable(refusal.error().message));
        QVERIFY(!QFile::exists(folder + u"/untracked"_s));
        QCOMPARE(fixture.recordCount(), 1);
        VERIFY_RESULT(fixture.undo(*record));
        QCOMPARE(fixture.repo.read("untracked"), "precious\n"_ba);
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);

        // From before the work tree was noted.
        const QByteArray old =
            fixture.repo
                .git({u"commit-tree"_s, QString::fromLatin1(fixture.repo.resolve("HEAD^{tree}"))},
                     "Old\n\nPlumbline-Undo: discard\nPlumbline-Discarded: absent 100644 " +
                         QByteArray(40, '1') + " \"f\"\n")
                .trimmed();
        fixture.repo.git({u"update-ref"_s, u"refs/plumbline/undo/x-1"_s, QString::fromLatin1(old)});
        QCOMPARE(fixture.recordCount(), 0);
        fixture.repo.git({u"worktree"_s, u"remove"_s, folder});
        QCOMPARE(fixture.recordCount(), 1);
    }

    void aPlantedRecordWritesNothingIntoTheGitFolder_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const QByteArray &path :
             {".git/hooks/pre-commit"_ba, ".GIT/hooks/pre-commit"_ba, "sub/.git/config"_ba, "GIT~1/config"_ba,
              ".git /config"_ba, ".git::$INDEX_ALLOCATION/config"_ba, ".g\xe2\x80\x8cit/config"_ba})
            QTest::addRow("%s", QByteArray(path.toPercentEncoding()).constData()) << path;
    }
    void aPlantedRecordWritesNothingIntoTheGitFolder()
    {
        QFETCH(QByteArray, path);
        Fixture fixture;
        const QByteArray commit =
            fixture.repo
                .git({u"commit-tree"_s, QString::fromLatin1(fixture.repo.resolve("HEAD^{tree}"))},
                     "Planted\n\nPlumbline-Undo: discard\nPlumbline-WorkTree: \"\"\n"
                     "Plumbline-Discarded: absent 100644 " +
                         QByteArray(40, '1') + ' ' + Diff::quotePathAlways(path) + '\n')
                .trimmed();
        fixture.repo.git({u"update-ref"_s, u"refs/plumbline/undo/x-1"_s, QString::fromLatin1(commit)});
        QCOMPARE(fixture.recordCount(), 0);
        VERIFY_FAILURE(
            fixture.undo({.ref = "refs/plumbline/undo/x-1", .commit = *Git::ObjectId::fromHex(commit)}),
            ErrorKind::Invalid);
        const auto tree = Git::WorkTree::open(fixture.where());
        VERIFY_RESULT(tree);
        VERIFY_FAILURE(tree->write(path, "#!/bin/sh\n", 0100755), ErrorKind::Denied);
        VERIFY_FAILURE(tree->remove(path), ErrorKind::Denied);
        QVERIFY(Git::isInnerPath("a.git/.github/.gitmodules/git~2"));
    }
};

QTEST_GUILESS_MAIN(UndoRecordTest)
#include "tst_undorecord.moc"
