// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflictfixture.h"
#include "git/sequence/resolve.h"

using namespace Qt::StringLiterals;
using Git::Resolution;
using Git::Side;
using Fixture = ConflictFixture;

class ResolveTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSideIsTakenWithItsAbsence_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("our");
        QTest::addColumn<QByteArray>("their");
        QTest::newRow("both modified") << "a\n"_ba << "b\n"_ba << "c\n"_ba;
        QTest::newRow("both added") << ""_ba << "b\n"_ba << "c\n"_ba;
        QTest::newRow("deleted by us") << "a\n"_ba << ""_ba << "c\n"_ba;
        QTest::newRow("deleted by them") << "a\n"_ba << "b\n"_ba << ""_ba;
    }
    void aSideIsTakenWithItsAbsence()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, our);
        QFETCH(QByteArray, their);
        const QByteArray path = "folder/odd \xff\nname";
        Fixture fixture;
        fixture.collide(path, was, our, their);
        const QByteArray conflicted = fixture.repo.read(path), stages = fixture.stages();
        QVERIFY(!stages.isEmpty());
        for (const auto &[side, content] :
             {std::pair(Side::Ours, our), {Side::Theirs, their}, {Side::Base, was}}) {
            const auto replaced = Git::takeSide(fixture.git(), {path}, side, {});
            VERIFY_RESULT(replaced);
            QCOMPARE(fixture.stages(), QByteArray());
            QCOMPARE(fixture.repo.exists(path), !content.isEmpty());
            if (!content.isEmpty())
                QCOMPARE(fixture.repo.read(path), content);
            QCOMPARE(fixture.staged(path), content.isEmpty() ? "(none)"_ba : content);
            QVERIFY(!fixture.hasDiff(path));
            QCOMPARE(replaced->paths, QList{path});

            VERIFY_FAILURE(Git::takeSide(fixture.git(), {path}, side, {}),
                           ErrorKind::Conflict); // it is none now
            VERIFY_RESULT(Git::unresolve(fixture.git(), {path}, {}));
            QCOMPARE(fixture.stages(), stages);
            QCOMPARE(fixture.repo.read(path).contains("<<<<<<<"), conflicted.contains("<<<<<<<"));
        }
    }

    void severalFilesAreOneActAndOneRecord()
    {
        Fixture fixture;
        fixture.repo.write("a", "a\n").write("b", "b\n").write("gone", "g\n").commit("Base");
        fixture.repo.branch("topic").checkout("topic");
        fixture.repo.write("a", "a theirs\n").write("b", "b theirs\n").remove("gone").commit("theirs");
        fixture.repo.checkout("main");
        fixture.repo.write("a", "a ours\n").write("b", "b ours\n").write("gone", "g ours\n").commit("ours");
        fixture.run({u"merge"_s, u"topic"_s});
        const QByteArray stages = fixture.stages(), first = fixture.repo.read("a");
        const QList<QByteArray> all{"a", "b", "gone"};
        const auto records = [&] { return Git::readUndoRecords(fixture.where()).value(); };

        VERIFY_FAILURE(Git::takeBoth(fixture.git(), all, {}), ErrorKind::Invalid); // one has no lines of both
        QCOMPARE(fixture.stages(), stages);
        QCOMPARE(fixture.repo.read("a"), first);
        QVERIFY(records().isEmpty());

        const auto taken = Git::takeSide(fixture.git(), all, Side::Theirs, {});
        VERIFY_RESULT(taken);
        QCOMPARE(fixture.stages(), QByteArray());
        QCOMPARE(fixture.staged("a"), "a theirs\n"_ba);
        QCOMPARE(fixture.repo.read("b"), "b theirs\n"_ba);
        QVERIFY(!fixture.repo.exists("gone"));
        QCOMPARE(records(), QList{*taken});
        QCOMPARE(taken->paths, all);
        QCOMPARE(taken->meaning, u"Resolved 3 file(s) by taking a side"_s);

        const auto again = Git::unresolve(fixture.git(), all, {});
        VERIFY_RESULT(again);
        QCOMPARE(fixture.stages(), stages);
        QVERIFY(fixture.repo.read("b").contains("<<<<<<<"));
        QCOMPARE(fixture.repo.read("gone"), "g ours\n"_ba);
        QCOMPARE(records().size(), 2);
        QCOMPARE(again->meaning, u"Made 3 file(s) conflicts again"_s);

        VERIFY_RESULT(Git::undo(fixture.git(), *again, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.stages(), QByteArray());
        QVERIFY(!fixture.repo.exists("gone"));
        VERIFY_RESULT(Git::undo(fixture.git(), *taken, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.stages(), stages);
        QCOMPARE(fixture.repo.read("a"), first);
        QCOMPARE(fixture.repo.read("gone"), "g ours\n"_ba);
        QVERIFY(records().isEmpty());

        const auto both = Git::takeBoth(fixture.git(), {"a", "b"}, {});
        VERIFY_RESULT(both);
        QCOMPARE(fixture.staged("b"), "b ours\nb theirs\n"_ba);
        QCOMPARE(both->meaning, u"Resolved 2 file(s) by taking both sides"_s);
        QCOMPARE(records().size(), 1);
    }

    void whatStoodThereComesBack()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        fixture.repo.write("f", "half done\n<<<<<<< mine\n");
        const QByteArray stages = fixture.stages();
        const auto replaced = Git::takeSide(fixture.git(), {"f"}, Side::Theirs, {});
        VERIFY_RESULT(replaced);
        VERIFY_RESULT(Git::undo(fixture.git(), *replaced, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("f"), "half done\n<<<<<<< mine\n"_ba);
        QCOMPARE(fixture.stages(), stages);
        VERIFY_RESULT(Git::takeSide(fixture.git(), {"f"}, Side::Theirs, {}));
        const auto again = Git::unresolve(fixture.git(), {"f"}, {});
        VERIFY_RESULT(again);
        QVERIFY(fixture.repo.read("f").contains(">>>>>>>"));
        VERIFY_RESULT(Git::undo(fixture.git(), *again, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("f"), "one\nTHEIRS\nthree\n"_ba);
        QCOMPARE(fixture.stages(), QByteArray()); // resolved, as it was
    }

    void theRecordSaysWhatWasDone()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        const auto meaning = [](const Result<Git::UndoRecord> &record) {
            return record ? record->meaning : record.error().message;
        };
        const QByteArray read = fixture.repo.read("f");
        const auto written = Git::writeMerged(fixture.git(), "f", "one\nBOTH\nthree\n", read, {});
        QCOMPARE(meaning(written), u"Edited f, which is in conflict"_s);
        const auto marked = Git::markResolved(fixture.git(), {"f"}, Resolution::Checked, {});
        QCOMPARE(meaning(marked), u"Marked f as resolved"_s);
        QCOMPARE(meaning(Git::unresolve(fixture.git(), {"f"}, {})), u"Made f a conflict again"_s);
        QCOMPARE(meaning(Git::takeSide(fixture.git(), {"f"}, Side::Ours, {})),
                 u"Resolved f by taking a side"_s);
        VERIFY_RESULT(Git::unresolve(fixture.git(), {"f"}, {}));
        QCOMPARE(meaning(Git::takeBoth(fixture.git(), {"f"}, {})), u"Resolved f by taking both sides"_s);
    }

    void whatWasMarkedIsAConflictAgainAfterUndo()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        const QByteArray stages = fixture.stages(), read = fixture.repo.read("f");
        const auto written = Git::writeMerged(fixture.git(), "f", "one\nBOTH\nthree\n", read, {});
        const auto marked = Git::markResolved(fixture.git(), {"f"}, Resolution::Checked, {});
        VERIFY_RESULT(written);
        VERIFY_RESULT(marked);
        QCOMPARE(fixture.stages(), QByteArray());
        const auto joined = Git::joinResolution(fixture.git(), *written, *marked);
        VERIFY_RESULT(joined);
        QCOMPARE(joined->meaning, u"Marked f as resolved"_s);
        QCOMPARE(Git::readUndoRecords(fixture.where()).value(), QList{*joined});
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        VERIFY_RESULT(Git::undo(fixture.git(), *joined, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.stages(), stages);
        QCOMPARE(fixture.repo.read("f"), read);
        QVERIFY(Git::readUndoRecords(fixture.where()).value().isEmpty());
    }

    void whatWasEditedAfterItWasMarkedStays()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        const QByteArray stages = fixture.stages();
        fixture.repo.write("f", "one\nBOTH\nthree\n");
        const auto marked = Git::markResolved(fixture.git(), {"f"}, Resolution::Checked, {});
        VERIFY_RESULT(marked);
        fixture.repo.write("f", "nothing of that\n");
        VERIFY_FAILURE(Git::undo(fixture.git(), *marked, Git::UndoExtent::Everything, {}),
                       ErrorKind::Conflict); // only the index has the lines
        QCOMPARE(fixture.stages(), QByteArray());
        fixture.repo.write("f", "one\nBOTH\nthree\nand more\n");
        VERIFY_RESULT(Git::undo(fixture.git(), *marked, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.stages(), stages);
        QCOMPARE(fixture.repo.read("f"), "one\nBOTH\nthree\nand more\n"_ba);
    }

    void aMergeThatIsOverGetsNoConflictBack_data()
    {
        QTest::addColumn<QStringList>("end");
        QTest::addRow("committed") << QStringList{u"commit"_s, u"-q"_s, u"--no-edit"_s};
        QTest::addRow("aborted") << QStringList{u"merge"_s, u"--abort"_s};
    }
    void aMergeThatIsOverGetsNoConflictBack()
    {
        QFETCH(QStringList, end);
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        const auto taken = Git::takeSide(fixture.git(), {"f"}, Side::Ours, {});
        VERIFY_RESULT(taken);
        QVERIFY(Git::readUndoRecords(fixture.where()).value().first().obstacle.isEmpty());
        fixture.repo.git(end);
        VERIFY_FAILURE(Git::undo(fixture.git(), *taken, Git::UndoExtent::Everything, {}),
                       ErrorKind::Conflict);
        QCOMPARE(fixture.stages(), QByteArray());
        QCOMPARE(Git::readUndoRecords(fixture.where()).value().first().obstacle,
                 u"what was in progress is over"_s);
    }

    void aConflictThatIsStagedIsRecordedToo()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        const QByteArray stages = fixture.stages();
        fixture.repo.write("f", "one\nBOTH\nthree\n").write("other", "x\n");
        const auto record = Git::stageResolved(fixture.git(), {"other", "f"}, Git::LineEnds::Checked, {});
        VERIFY_RESULT(record);
        QVERIFY(*record);
        QCOMPARE((*record)->paths, QList{"f"_ba});
        VERIFY_RESULT(Git::undo(fixture.git(), **record, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.stages(), stages);
        QCOMPARE(fixture.staged("other"), "x\n"_ba);
        const auto none = Git::stageResolved(fixture.git(), {"other"}, Git::LineEnds::Checked, {});
        QVERIFY(none && !*none);
    }

    void whatWasComposedIsWrittenOnlyOverWhatWasRead()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        const QByteArray read = fixture.repo.read("f"), made = "one\nBOTH\nthree"_ba;
        fixture.repo.write("f", "by another program\n");
        VERIFY_FAILURE(Git::writeMerged(fixture.git(), "f", made, read, {}), ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("f"), "by another program\n"_ba);
        fixture.repo.write("f", read);
        const auto replaced = Git::writeMerged(fixture.git(), "f", made, read, {});
        VERIFY_RESULT(replaced);
        QCOMPARE(fixture.repo.read("f"), made);
        QVERIFY(!fixture.stages().isEmpty()); // it is a conflict still
        VERIFY_RESULT(Git::undo(fixture.git(), *replaced, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("f"), read);
        VERIFY_FAILURE(Git::writeMerged(fixture.git(), "other", "x", "o\n", {}), ErrorKind::Conflict);
    }

    void aSideIsWrittenThroughItsFilters()
    {
        Fixture fixture;
        fixture.repo.config(u"filter.caesar.clean"_s, u"tr b-za-a a-z"_s);
        fixture.repo.config(u"filter.caesar.smudge"_s, u"tr a-z b-za-a"_s);
        fixture.repo.write(".gitattributes", "f eol=crlf\ng filter=caesar\n").commit("attributes");
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        VERIFY_RESULT(Git::takeSide(fixture.git(), {"f"}, Side::Theirs, {}));
        QCOMPARE(fixture.repo.read("f"), "one\r\nTHEIRS\r\nthree\r\n"_ba);
        QCOMPARE(fixture.staged("f"), "one\nTHEIRS\nthree\n"_ba);

        fixture.stageSides("g", {1, 2, 3});
        VERIFY_RESULT(Git::takeSide(fixture.git(), {"g"}, Side::Ours, {}));
        QCOMPARE(fixture.staged("g"), "side 2\n"_ba);
        QCOMPARE(fixture.repo.read("g"), "tjef 2\n"_ba);
    }

    void linksAndModesAreTakenAsTheyAre()
    {
        Fixture fixture;
        fixture.repo.branch("topic").checkout("topic");
        fixture.repo.link("l", "target of theirs").write("x", "theirs\n", 0755).commit("theirs");
        fixture.repo.checkout("main");
        fixture.repo.link("l", "target of ours").write("x", "ours\n").commit("ours");
        fixture.run({u"merge"_s, u"topic"_s});
        VERIFY_RESULT(Git::takeSide(fixture.git(), {"l"}, Side::Theirs, {}));
        QCOMPARE(QFile::symLinkTarget(QString(fixture.repo.path() + u"/l")),
                 QString(fixture.repo.path() + u"/target of theirs"));
        QVERIFY(fixture.entry("l").path.isEmpty());
        VERIFY_RESULT(Git::takeSide(fixture.git(), {"x"}, Side::Theirs, {}));
        QVERIFY(QFileInfo(QString(fixture.repo.path() + u"/x")).isExecutable());
        QVERIFY(fixture.entry("x").path.isEmpty());
        QCOMPARE(fixture.repo.git({u"diff"_s, u"--name-only"_s, u"topic"_s, u"--"_s, u"l"_s, u"x"_s}),
                 QByteArray());
        VERIFY_FAILURE(Git::takeBoth(fixture.git(), {"l"}, {}), ErrorKind::Conflict);
    }

    void bothTakesTheLinesOfBoth()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        VERIFY_RESULT(Git::takeBoth(fixture.git(), {"f"}, {}));
        QCOMPARE(fixture.repo.read("f"), "one\nOURS\nTHEIRS\nthree\n"_ba);
        QCOMPARE(fixture.staged("f"), "one\nOURS\nTHEIRS\nthree\n"_ba);

        Fixture added;
        added.collide("n", "", "b\n", "c\n");
        VERIFY_RESULT(Git::takeBoth(added.git(), {"n"}, {}));
        QCOMPARE(added.repo.read("n"), "b\nc\n"_ba);

        Fixture deleted;
        deleted.collide("n", "a\n", "b\n", "");
        VERIFY_FAILURE(Git::takeBoth(deleted.git(), {"n"}, {}), ErrorKind::Invalid);
        QVERIFY(!deleted.stages().isEmpty());
    }

    void aDeletedFileIsMarkedAsDeleted()
    {
        Fixture fixture;
        fixture.collide("n", "a\n", "b\n", "");
        fixture.repo.remove("n");
        VERIFY_RESULT(Git::markResolved(fixture.git(), {"n"}, Resolution::Checked, {}));
        QCOMPARE(fixture.stages(), QByteArray());
        QCOMPARE(fixture.staged("n"), "(none)"_ba);
    }

    void whatBothDeletedIsResolvedAsDeleted()
    {
        for (const bool isMarked : {true, false}) {
            Fixture fixture;
            fixture.stageSides("gone", {1});
            const auto done = isMarked ? Git::markResolved(fixture.git(), {"gone"}, Resolution::Checked, {})
                                       : Git::takeSide(fixture.git(), {"gone"}, Side::Ours, {});
            VERIFY_RESULT(done);
            VERIFY_RESULT(Git::undo(fixture.git(), *done, Git::UndoExtent::Everything, {}));
            QVERIFY(!fixture.stages().isEmpty());
            VERIFY_RESULT(Git::takeSide(fixture.git(), {"gone"}, Side::Ours, {}));
            QCOMPARE(fixture.stages(), QByteArray());
            QCOMPARE(fixture.staged("gone"), "(none)"_ba);
            fixture.repo.write(".git/MERGE_HEAD", fixture.head() + '\n');
            VERIFY_RESULT(Git::unresolve(fixture.git(), {"gone"}, {}));
            QVERIFY(!fixture.stages().isEmpty());
        }
    }

    void ofASubmoduleOnlyThePointerIsTaken()
    {
        Fixture fixture;
        QByteArray lines = "0 " + QByteArray(40, '0') + "\tmodule" + '\0';
        for (const char number : {'1', '2', '3'})
            lines += "160000 " + QByteArray(40, number) + ' ' + number + "\tmodule" + '\0';
        fixture.repo.git({u"update-index"_s, u"-z"_s, u"--index-info"_s}, lines);
        fixture.repo.write("module/file", "stays\n");
        QVERIFY(fixture.entry("module").isSubmodule);
        VERIFY_FAILURE(Git::readStages(fixture.where(), "module"), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::takeBoth(fixture.git(), {"module"}, {}), ErrorKind::Invalid);
        const auto replaced = Git::takeSide(fixture.git(), {"module"}, Side::Theirs, {});
        VERIFY_RESULT(replaced);
        QCOMPARE(replaced->meaning, u"Resolved module by taking a side"_s);
        VERIFY_RESULT(Git::undo(fixture.git(), *replaced, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.stages().count("160000"), 3);
        VERIFY_RESULT(Git::takeSide(fixture.git(), {"module"}, Side::Theirs, {}));
        QCOMPARE(fixture.Fixture::WriteFixture::entry("module"), "160000 " + QByteArray(40, '3'));
        QCOMPARE(fixture.repo.read("module/file"), "stays\n"_ba);
        VERIFY_RESULT(Git::unresolve(fixture.git(), {"module"}, {}));
        QCOMPARE(fixture.stages().count("160000"), 3);
    }

    void bothSidesAreTakenByAnOlderGitToo()
    {
        Fixture fixture;
        fixture.collide("f", "a\n", "b\n", "c\n");
        const QString program = fixture.repo.folder() + u"/git"_s;
        QFile script(program);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\ncase \" $* \" in *' --object-id '*) exit 129;; esac\nexec '" +
                     findProgram(u"git"_s).toUtf8() + "' \"$@\"\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        const Git::Program git(fixture.runner, fixture.where(), program);
        VERIFY_RESULT(Git::takeBoth(git, {"f"}, {}));
        QCOMPARE(fixture.repo.read("f"), "b\nc\n"_ba);
        QCOMPARE(fixture.staged("f"), "b\nc\n"_ba);
    }
};

QTEST_GUILESS_MAIN(ResolveTest)
#include "tst_resolve.moc"
