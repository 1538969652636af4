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
            const auto replaced = Git::takeSide(fixture.git(), path, side, {});
            VERIFY_RESULT(replaced);
            QCOMPARE(fixture.stages(), QByteArray());
            QCOMPARE(fixture.repo.exists(path), !content.isEmpty());
            if (!content.isEmpty())
                QCOMPARE(fixture.repo.read(path), content);
            QCOMPARE(fixture.staged(path), content.isEmpty() ? "(none)"_ba : content);
            QVERIFY(!fixture.hasDiff(path));
            QVERIFY(*replaced);
            QCOMPARE((*replaced)->paths, QList{path});

            VERIFY_FAILURE(Git::takeSide(fixture.git(), path, side, {}),
                           ErrorKind::Conflict); // it is none now
            VERIFY_RESULT(Git::unresolve(fixture.git(), path, {}));
            QCOMPARE(fixture.stages(), stages);
            QCOMPARE(fixture.repo.read(path).contains("<<<<<<<"), conflicted.contains("<<<<<<<"));
        }
    }

    void whatStoodThereComesBack()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        fixture.repo.write("f", "half done\n<<<<<<< mine\n");
        const auto replaced = Git::takeSide(fixture.git(), "f", Side::Theirs, {});
        VERIFY_RESULT(replaced);
        VERIFY_RESULT(Git::undo(fixture.git(), replaced->value(), Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("f"), "half done\n<<<<<<< mine\n"_ba);
        const auto again = Git::unresolve(fixture.git(), "f", {});
        VERIFY_RESULT(again);
        QVERIFY(fixture.repo.read("f").contains(">>>>>>>"));
        VERIFY_RESULT(Git::undo(fixture.git(), again->value(), Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("f"), "half done\n<<<<<<< mine\n"_ba);
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
        VERIFY_RESULT(Git::undo(fixture.git(), replaced->value(), Git::UndoExtent::Everything, {}));
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
        VERIFY_RESULT(Git::takeSide(fixture.git(), "f", Side::Theirs, {}));
        QCOMPARE(fixture.repo.read("f"), "one\r\nTHEIRS\r\nthree\r\n"_ba);
        QCOMPARE(fixture.staged("f"), "one\nTHEIRS\nthree\n"_ba);

        fixture.stageSides("g", {1, 2, 3});
        VERIFY_RESULT(Git::takeSide(fixture.git(), "g", Side::Ours, {}));
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
        VERIFY_RESULT(Git::takeSide(fixture.git(), "l", Side::Theirs, {}));
        QCOMPARE(QFile::symLinkTarget(QString(fixture.repo.path() + u"/l")),
                 QString(fixture.repo.path() + u"/target of theirs"));
        QVERIFY(fixture.entry("l").path.isEmpty());
        VERIFY_RESULT(Git::takeSide(fixture.git(), "x", Side::Theirs, {}));
        QVERIFY(QFileInfo(QString(fixture.repo.path() + u"/x")).isExecutable());
        QVERIFY(fixture.entry("x").path.isEmpty());
        QCOMPARE(fixture.repo.git({u"diff"_s, u"--name-only"_s, u"topic"_s, u"--"_s, u"l"_s, u"x"_s}),
                 QByteArray());
        VERIFY_FAILURE(Git::takeBoth(fixture.git(), "l", {}), ErrorKind::Conflict);
    }

    void bothTakesTheLinesOfBoth()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        VERIFY_RESULT(Git::takeBoth(fixture.git(), "f", {}));
        QCOMPARE(fixture.repo.read("f"), "one\nOURS\nTHEIRS\nthree\n"_ba);
        QCOMPARE(fixture.staged("f"), "one\nOURS\nTHEIRS\nthree\n"_ba);

        Fixture added;
        added.collide("n", "", "b\n", "c\n");
        VERIFY_RESULT(Git::takeBoth(added.git(), "n", {}));
        QCOMPARE(added.repo.read("n"), "b\nc\n"_ba);

        Fixture deleted;
        deleted.collide("n", "a\n", "b\n", "");
        VERIFY_FAILURE(Git::takeBoth(deleted.git(), "n", {}), ErrorKind::Invalid);
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
            const auto done =
                isMarked ? Git::markResolved(fixture.git(), {"gone"}, Resolution::Checked, {})
                         : Git::takeSide(fixture.git(), "gone", Side::Ours, {}).transform([](auto) {});
            VERIFY_RESULT(done);
            QCOMPARE(fixture.stages(), QByteArray());
            QCOMPARE(fixture.staged("gone"), "(none)"_ba);
            VERIFY_RESULT(Git::unresolve(fixture.git(), "gone", {}));
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
        VERIFY_FAILURE(Git::takeBoth(fixture.git(), "module", {}), ErrorKind::Invalid);
        const auto replaced = Git::takeSide(fixture.git(), "module", Side::Theirs, {});
        VERIFY_RESULT(replaced);
        QVERIFY(!*replaced);
        QCOMPARE(fixture.Fixture::WriteFixture::entry("module"), "160000 " + QByteArray(40, '3'));
        QCOMPARE(fixture.repo.read("module/file"), "stays\n"_ba);
        VERIFY_RESULT(Git::unresolve(fixture.git(), "module", {}));
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
        VERIFY_RESULT(Git::takeBoth(git, "f", {}));
        QCOMPARE(fixture.repo.read("f"), "b\nc\n"_ba);
        QCOMPARE(fixture.staged("f"), "b\nc\n"_ba);
    }
};

QTEST_GUILESS_MAIN(ResolveTest)
#include "tst_resolve.moc"
