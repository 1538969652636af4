// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/conflicts.h"
#include "git/sequence/resolve.h"
#include "sequencefixture.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using Git::ConflictKind;
using Git::Resolution;
using Git::Side;

namespace {

const QByteArray kPointer =
    "version https://git-lfs.github.com/spec/v1\noid sha256:" + QByteArray(64, 'a') + "\nsize 12345\n";

struct Fixture : SequenceFixture
{
    QList<Git::ConflictEntry> open() const { return Git::readConflicts(where(), {}).value().open; }
    Git::ConflictEntry entry(const QByteArray &path) const
    {
        for (const Git::ConflictEntry &one : open())
            if (one.path == path)
                return one;
        return {};
    }
    QByteArray stages() const { return repo.git({u"ls-files"_s, u"-u"_s}); }

    /// Both sides commit their version of a path; an empty one: no file. Leaves the merge in conflict.
    void collide(const QByteArray &path, const QByteArray &was, const QByteArray &our,
                 const QByteArray &their)
    {
        const auto put = [&](const QByteArray &content) {
            content.isEmpty() ? repo.remove(path) : repo.write(path, content);
        };
        if (!was.isEmpty())
            repo.write(path, was).commit("was");
        repo.branch("topic").checkout("topic");
        put(their);
        repo.commit("theirs", {.arguments = {u"--allow-empty"_s}});
        repo.checkout("main");
        put(our);
        repo.commit("ours", {.arguments = {u"--allow-empty"_s}});
        run({u"merge"_s, u"topic"_s});
    }
    /// The index by hand: what only renames on both sides would leave.
    void stageSides(const QByteArray &path, const QList<int> &numbers)
    {
        QByteArray lines = "0 " + QByteArray(40, '0') + "\t" + path + '\0';
        for (const int number : numbers) {
            const QByteArray blob = repo.git({u"hash-object"_s, u"-w"_s, u"--stdin"_s},
                                             "side " + QByteArray::number(number) + '\n');
            lines += "100644 " + blob.trimmed() + ' ' + QByteArray::number(number) + '\t' + path + '\0';
        }
        repo.git({u"update-index"_s, u"-z"_s, u"--index-info"_s}, lines);
    }
};

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
        VERIFY_FAILURE(Git::takeSide(fixture.git(), "folder/f", Side::Theirs, {}), ErrorKind::Denied);
        VERIFY_FAILURE(Git::takeBoth(fixture.git(), "folder/f", {}), ErrorKind::Denied);
        VERIFY_FAILURE(Git::unresolve(fixture.git(), "folder/f", {}), ErrorKind::Denied);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "canary\n"_ba);
        QCOMPARE(fixture.stages(), stages);
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

        const auto replaced = Git::unresolve(fixture.git(), "f", {});
        VERIFY_RESULT(replaced);
        QCOMPARE(fixture.stages(), stages);
        QVERIFY(fixture.entry("f").hasMarkers);
        VERIFY_RESULT(Git::undo(fixture.git(), replaced->value(), Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("f"), "one\nmerged\nthree\n"_ba);
        VERIFY_FAILURE(Git::unresolve(fixture.git(), "other", {}), ErrorKind::Conflict);
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
        VERIFY_FAILURE(Git::takeBoth(fixture.git(), "b", {}), ErrorKind::Invalid);
        QVERIFY(!fixture.stages().isEmpty());
        VERIFY_RESULT(Git::takeSide(fixture.git(), "b", Side::Theirs, {}));
        QCOMPARE(fixture.repo.read("b"), their);
        VERIFY_RESULT(Git::unresolve(fixture.git(), "b", {}));
        QVERIFY(!fixture.stages().isEmpty());
        VERIFY_RESULT(Git::markResolved(fixture.git(), {"b"}, Resolution::AsItIs, {}));
        QCOMPARE(fixture.stages(), QByteArray());
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
};

QTEST_GUILESS_MAIN(ConflictsTest)
#include "tst_conflicts.moc"
