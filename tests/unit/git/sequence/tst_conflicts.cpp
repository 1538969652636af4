// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflictfixture.h"
#include "git/sequence/resolve.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using Git::ConflictKind;
using Git::Resolution;
using Git::Side;
using Fixture = ConflictFixture;

namespace {

const QByteArray kPointer =
    "version https://git-lfs.github.com/spec/v1\noid sha256:" + QByteArray(64, 'a') + "\nsize 12345\n";

} // namespace

class ConflictsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void d12_theSevenKindsAreToldApart()
    {
        Fixture fixture;
        const QList<std::pair<QList<int>, ConflictKind>> rows{
            {{1, 2, 3}, ConflictKind::BothModified}, {{2, 3}, ConflictKind::BothAdded},
            {{1}, ConflictKind::BothDeleted},        {{1, 3}, ConflictKind::DeletedByUs},
            {{1, 2}, ConflictKind::DeletedByThem},   {{2}, ConflictKind::AddedByUs},
            {{3}, ConflictKind::AddedByThem}};
        for (const auto &[stages, kind] : rows) {
            fixture.stageSides("f", stages);
            const auto entry = fixture.entry("f");
            QCOMPARE(entry.path, "f"_ba);
            QCOMPARE(entry.kind, kind);
            QCOMPARE(entry.base.isThere(), stages.contains(1));
            QCOMPARE(entry.ours.isThere(), stages.contains(2));
            QCOMPARE(entry.theirs.isThere(), stages.contains(3));
        }
    }

    void aConflictHasItsSidesAndMarkers()
    {
        Fixture fixture;
        QVERIFY(fixture.open().isEmpty());
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        QCOMPARE(fixture.open().size(), 1);
        const auto entry = fixture.entry("f");
        QVERIFY(entry.hasMarkers && !entry.isBinary && !entry.isPointer && !entry.isSubmodule);
        QCOMPARE(entry.theirs.id.toHex(), fixture.repo.resolve("topic:f"));
        const auto texts = Git::readStages(fixture.where(), "f", 1000);
        VERIFY_RESULT(texts);
        QCOMPARE(texts->base, "one\ntwo\nthree\n"_ba);
        QCOMPARE(texts->ours, "one\nOURS\nthree\n"_ba);
        QCOMPARE(texts->theirs, "one\nTHEIRS\nthree\n"_ba);
        VERIFY_FAILURE(Git::readStages(fixture.where(), "f", 5), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::readStages(fixture.where(), "other"), ErrorKind::Conflict);

        fixture.repo.remove("f");
        QCOMPARE(::mkfifo(fixture.repo.bytePath("f").constData(), 0600), 0);
        QVERIFY(fixture.entry("f").hasMarkers); // nobody knows: not fine
    }

    void markersOfAnotherSizeAreSeen()
    {
        Fixture fixture;
        fixture.repo.write(".gitattributes", "f conflict-marker-size=12\n").commit("attributes");
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        QVERIFY(fixture.repo.read("f").contains("<<<<<<<<<<<< HEAD"));
        QVERIFY(fixture.entry("f").hasMarkers);
        fixture.repo.write("f", "<<<<<<< quoted in a manual\n");
        QVERIFY(!fixture.entry("f").hasMarkers);
    }

    void e06_aSideIsNotWrittenThroughALink()
    {
        Fixture fixture;
        fixture.collide("folder/f", "a\n", "b\n", "c\n");
        const QByteArray outside = QFile::encodeName(fixture.repo.folder());
        QFile file(QFile::decodeName(outside + "/f"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("canary\n") == 7);
        file.close();
        fixture.repo.remove("folder/f");
        QCOMPARE(::rmdir(fixture.repo.bytePath("folder").constData()), 0);
        fixture.repo.link("folder", outside);
        const QByteArray stages = fixture.stages();
        VERIFY_FAILURE(Git::takeSide(fixture.git(), {"folder/f"}, Side::Theirs, {}), ErrorKind::Denied);
        VERIFY_FAILURE(Git::takeBoth(fixture.git(), {"folder/f"}, {}), ErrorKind::Denied);
        VERIFY_FAILURE(Git::unresolve(fixture.git(), {"folder/f"}, {}), ErrorKind::Denied);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "canary\n"_ba);
        QCOMPARE(fixture.stages(), stages);
    }

    void t28_markersAreNotStagedByOneClick()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        const auto answer = Git::markResolved(fixture.git(), {"f"}, Resolution::Checked, {});
        VERIFY_FAILURE(answer, ErrorKind::Invalid);
        QVERIFY(answer.error().message.contains(u"f"));
        QVERIFY(!fixture.stages().isEmpty());
        fixture.repo.write("f", "one\nmerged\nthree\n");
        VERIFY_RESULT(Git::markResolved(fixture.git(), {"f"}, Resolution::Checked, {}));
        QCOMPARE(fixture.staged("f"), "one\nmerged\nthree\n"_ba);
        VERIFY_FAILURE(Git::markResolved(fixture.git(), {"f"}, Resolution::Checked, {}), ErrorKind::Conflict);
    }

    void t28_aResolvedFileIsUnresolved()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        const QByteArray stages = fixture.stages();
        fixture.repo.stage({"f"}); // markers and all, in a terminal
        QCOMPARE(Git::findStagedMarkers(fixture.where()).value(), QList{"f"_ba});
        QCOMPARE(Git::readConflicts(fixture.where(), {}).value().resolved, QList{"f"_ba});
        fixture.repo.write("f", "one\nmerged\nthree\n").stage({"f"});
        QVERIFY(Git::findStagedMarkers(fixture.where()).value().isEmpty());

        const auto replaced = Git::unresolve(fixture.git(), {"f"}, {});
        VERIFY_RESULT(replaced);
        QCOMPARE(fixture.stages(), stages);
        QVERIFY(fixture.entry("f").hasMarkers);
        VERIFY_RESULT(Git::undo(fixture.git(), *replaced, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("f"), "one\nmerged\nthree\n"_ba);
        VERIFY_FAILURE(Git::unresolve(fixture.git(), {"other"}, {}), ErrorKind::Conflict);
    }

    void t29_binaryAndPointerConflictsNeedAChoice_data()
    {
        QTest::addColumn<QByteArray>("our");
        QTest::addColumn<QByteArray>("their");
        QTest::newRow("binary") << QByteArray("b\0b\n", 4) << QByteArray("c\0c\n", 4);
        QTest::newRow("pointer") << kPointer << QByteArray(kPointer).replace("aaaa", "bbbb");
    }
    void t29_binaryAndPointerConflictsNeedAChoice()
    {
        QFETCH(QByteArray, our);
        QFETCH(QByteArray, their);
        Fixture fixture;
        fixture.collide("b", "", our, their);
        const auto entry = fixture.entry("b");
        QCOMPARE(entry.isBinary, our.contains('\0'));
        QCOMPARE(entry.isPointer, our == kPointer);
        fixture.repo.write("b", our); // as git leaves what it cannot merge
        VERIFY_FAILURE(Git::markResolved(fixture.git(), {"b"}, Resolution::Checked, {}), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::takeBoth(fixture.git(), {"b"}, {}), ErrorKind::Invalid);
        QVERIFY(!fixture.stages().isEmpty());
        VERIFY_RESULT(Git::takeSide(fixture.git(), {"b"}, Side::Theirs, {}));
        QCOMPARE(fixture.repo.read("b"), their);
        VERIFY_RESULT(Git::unresolve(fixture.git(), {"b"}, {}));
        QVERIFY(!fixture.stages().isEmpty());
        VERIFY_RESULT(Git::markResolved(fixture.git(), {"b"}, Resolution::AsItIs, {}));
        QCOMPARE(fixture.stages(), QByteArray());
    }

    void allOrNothingIsMarked()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.run({u"merge"_s, u"topic"_s});
        fixture.stageSides("g", {1, 2, 3});
        fixture.repo.write("g", "done\n");
        VERIFY_FAILURE(Git::markResolved(fixture.git(), {"g", "f"}, Resolution::Checked, {}),
                       ErrorKind::Invalid);
        QCOMPARE(fixture.open().size(), 2);
    }

    void whatIsCommittedIsNoConflictAgain_data()
    {
        QTest::addColumn<QStringList>("begin");
        QTest::addColumn<Git::Side>("side");
        for (const auto &[name, side] : {std::pair("ours", Git::Side::Ours), {"theirs", Git::Side::Theirs}}) {
            QTest::addRow("merge, %s", name) << QStringList{u"merge"_s, u"topic"_s} << side;
            QTest::addRow("pick, %s", name) << QStringList{u"cherry-pick"_s, u"topic"_s} << side;
            QTest::addRow("squash, %s", name) << QStringList{u"merge"_s, u"--squash"_s, u"topic"_s} << side;
        }
    }
    void whatIsCommittedIsNoConflictAgain()
    {
        QFETCH(QStringList, begin);
        QFETCH(Git::Side, side);
        Fixture fixture;
        fixture.diverge();
        fixture.run(begin);
        VERIFY_RESULT(Git::takeSide(fixture.git(), {"f"}, side, {}));
        if (side == Git::Side::Theirs || begin.size() == 2) // else all is as it was
            QCOMPARE(Git::readConflicts(fixture.where(), {}).value().resolved, QList{"f"_ba});
        fixture.repo.git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"done"_s});
        QCOMPARE(Git::readConflicts(fixture.where(), {}).value(), Git::Conflicts());
        VERIFY_FAILURE(Git::unresolve(fixture.git(), {"f"}, {}), ErrorKind::Conflict);
        QCOMPARE(fixture.status(), QByteArray());
        fixture.repo.write("f", "new\n").stage();
        if (side == Git::Side::Theirs) {
            QCOMPARE(Git::readConflicts(fixture.where(), {}).value(), Git::Conflicts());
            VERIFY_FAILURE(Git::unresolve(fixture.git(), {"f"}, {}), ErrorKind::Conflict);
        }
    }
};

QTEST_GUILESS_MAIN(ConflictsTest)
#include "tst_conflicts.moc"
