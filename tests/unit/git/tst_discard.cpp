// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/discard.h"
#include "git/work/discardall.h"

#include "git/stage.h"
#include "writefixture.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

mode_t permissions(const WriteFixture &fixture, const QByteArray &path)
{
    struct stat info = {};
    if (::lstat(fixture.repo.bytePath(path).constData(), &info) != 0)
        qFatal("no %s", path.constData());
    return info.st_mode & 07777U;
}

QByteArray linkTarget(const WriteFixture &fixture, const QByteArray &path)
{
    char target[4096];
    const auto length = ::readlink(fixture.repo.bytePath(path).constData(), target, sizeof target);
    return length < 0 ? "(no link)"_ba : QByteArray(target, length);
}

qsizetype recordCount(const WriteFixture &fixture)
{
    const auto records = Git::readUndoRecords(fixture.where());
    return records ? records->size() : -1;
}

} // namespace

class DiscardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t18_theIndexIsLeftAlone()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "head\n").commit("c");
        fixture.repo.write("f", "staged\n").stage().write("f", "more\n");
        const QByteArray entry = fixture.entry("f");
        VERIFY_RESULT(Git::discardPaths(fixture.git(), {"f"}, {}));
        QCOMPARE(fixture.repo.read("f"), "staged\n"_ba);
        QCOMPARE(fixture.entry("f"), entry);
        QVERIFY(!fixture.hasDiff("f"));
    }

    void t19_everythingDiscardedComesBackByteForByte()
    {
        WriteFixture fixture;
        fixture.repo.config(u"core.autocrlf"_s, u"true"_s);
        fixture.repo.write("text", "a\nb\n")
            .write("run", "x\n")
            .write("gone", "g\n")
            .link("link", "old")
            .commit("c");
        const QByteArray text = "A\r\nb\nlone\rcr"_ba;
        fixture.repo.write("text", text).write("run", "x\n", 0755).remove("gone").link("link", "/etc/\xff");
        fixture.repo.write("new/deep/caf\xe9", "\0bin\xff\r\n"_ba)
            .write("new/run", "#!\n", 0755)
            .link("new/l", "../text");
        const auto record = Git::discardPaths(fixture.git(), {"text", "run", "gone", "link", "new/"}, {});
        VERIFY_RESULT(record);
        QCOMPARE(record->paths.size(), 7);
        QVERIFY(record->ref.startsWith("refs/plumbline/undo/"));
        QCOMPARE(permissions(fixture, "run") & 0111U, 0U);
        QCOMPARE(fixture.repo.read("gone").replace("\r", ""), "g\n"_ba);
        QCOMPARE(linkTarget(fixture, "link"), "old"_ba);
        QVERIFY(!fixture.repo.exists("new"));
        QCOMPARE(fixture.repo.git({u"status"_s, u"--porcelain"_s}), ""_ba);

        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(*records, QList<Git::UndoRecord>{*record});
        VERIFY_RESULT(Git::undo(fixture.git(), records->first(), Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("text"), text);
        QCOMPARE(permissions(fixture, "run") & 0111U, 0111U);
        QVERIFY(!fixture.repo.exists("gone"));
        QCOMPARE(linkTarget(fixture, "link"), "/etc/\xff"_ba);
        QCOMPARE(fixture.repo.read("new/deep/caf\xe9"), "\0bin\xff\r\n"_ba);
        QCOMPARE(permissions(fixture, "new/run") & 0111U, 0111U);
        QCOMPARE(linkTarget(fixture, "new/l"), "../text"_ba);
        QCOMPARE(recordCount(fixture), 0);
    }

    void t20_aPlanCountsBothAndNamesWhatIsLeft()
    {
        WriteFixture fixture;
        fixture.repo.write("a", "a\n").write("b", "b\n").write("c", "c\n").write(".gitignore", "*.log\n");
        fixture.repo.commit("c");
        fixture.repo.branch("side").checkout("side").write("c", "side\n").commit("side");
        fixture.repo.checkout("main").write("c", "main\n").commit("main");
        QVERIFY(fixture.repo.tryGit({u"merge"_s, u"-q"_s, u"side"_s}).exitCode != 0);
        fixture.repo.write("a", "changed\n").remove("b").write("new/one", "1\n").write("new/two", "2\n");
        fixture.repo.write("new/x.log", "ignored\n").write("staged", "s\n").stage({"staged"});
        fixture.repo.write("announced", "n\n").git({u"add"_s, u"-N"_s, u"announced"_s});
        fixture.repo.git({u"init"_s, u"-q"_s, u"inner"_s});
        fixture.repo.write("inner/x", "x\n");
        const auto plan = Git::planDiscardAll(fixture.git(), {});
        VERIFY_RESULT(plan);
        QCOMPARE(plan->reverted, (QList<QByteArray>{"a", "b"}));
        QCOMPARE(plan->deleted, (QList<QByteArray>{"new/one", "new/two"}));
        QCOMPARE(plan->left, (QList<QByteArray>{"announced", "c", "inner/"}));

        const auto record = Git::discardPaths(fixture.git(), plan->paths(), {});
        VERIFY_RESULT(record);
        QCOMPARE(fixture.repo.read("a"), "a\n"_ba);
        QVERIFY(fixture.repo.exists("b") && !fixture.repo.exists("new/one"));
        QVERIFY(fixture.repo.exists("new/x.log") && fixture.repo.exists("inner/x"));
        QVERIFY(fixture.repo.exists("announced"));
        VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("new/two"), "2\n"_ba);
        QVERIFY(!fixture.repo.exists("b"));
    }

    void t20_ignoredFilesStay()
    {
        WriteFixture fixture;
        fixture.repo.write(".gitignore", "*.log\n").commit("c");
        fixture.repo.write("new/a", "a\n").write("new/b.log", "keep\n").write("c.log", "keep\n");
        VERIFY_RESULT(Git::discardPaths(fixture.git(), {"new/"}, {}));
        QVERIFY(!fixture.repo.exists("new/a"));
        QCOMPARE(fixture.repo.read("new/b.log"), "keep\n"_ba);
        VERIFY_FAILURE(Git::discardPaths(fixture.git(), {"c.log"}, {}), ErrorKind::Conflict);
        VERIFY_FAILURE(Git::discardPaths(fixture.git(), {"new/"}, {}), ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("c.log"), "keep\n"_ba);
    }

    void t21_nothingIsPassedOverInSilence()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").commit("c");
        fixture.repo.write("new", "n\n");
        VERIFY_FAILURE(Git::discardPaths(fixture.git(), {"new", "f"}, {}), ErrorKind::Conflict);
        VERIFY_FAILURE(Git::discardPaths(fixture.git(), {"new", "gone"}, {}), ErrorKind::Conflict);
        VERIFY_FAILURE(Git::discardPaths(fixture.git(), {}, {}), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::discardPaths(fixture.git(), {"../x"}, {}), ErrorKind::Invalid);
        QVERIFY(fixture.repo.exists("new"));
        QCOMPARE(recordCount(fixture), 0);
        VERIFY_RESULT(Git::discardPaths(fixture.git(), {"new"}, {}));
        QVERIFY(!fixture.repo.exists("new"));
    }

    void discardWorksBeforeTheFirstCommit()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").stage().write("f", "b\n").write("g", "g\n");
        VERIFY_RESULT(Git::discardPaths(fixture.git(), {"f", "g"}, {}));
        QCOMPARE(fixture.repo.read("f"), "a\n"_ba);
        QVERIFY(!fixture.repo.exists("g"));
    }

    void t09_aModeChangeIsDiscardedAlone()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").commit("c");
        fixture.repo.write("f", "a\n", 0755);
        VERIFY_RESULT(Git::discardLines(fixture.git(), fixture.diff("f"), {}, {}));
        QCOMPARE(permissions(fixture, "f") & 0111U, 0U);
    }

    void oddNamesAreDiscardedAndComeBack_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const QByteArray &name :
             {"\"q\""_ba, "tab\tname"_ba, "line\nfeed"_ba, "caf\xe9"_ba, "-rf"_ba, ":(top)x"_ba, "*"_ba,
              " lead"_ba, "trail "_ba, "back\\slash"_ba, "a\001b"_ba})
            QTest::addRow("%s", Diff::quotePath(name).constData()) << name;
    }

    void oddNamesAreDiscardedAndComeBack()
    {
        QFETCH(QByteArray, name);
        WriteFixture fixture;
        const QByteArray untracked = name + "2";
        fixture.repo.write(name, "a\n").write("other", "a\n").commit("c");
        fixture.repo.write(name, "b\n").write("other", "b\n").write(untracked, "u\n");
        const auto record = Git::discardPaths(fixture.git(), {name, untracked}, {});
        VERIFY_RESULT(record);
        QCOMPARE(fixture.repo.read(name), "a\n"_ba);
        QVERIFY(!fixture.repo.exists(untracked));
        QCOMPARE(fixture.repo.read("other"), "b\n"_ba);
        VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read(name), "b\n"_ba);
        QCOMPARE(fixture.repo.read(untracked), "u\n"_ba);
    }

    void undoRefusesWhatChangedSince()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").write("g", "a\n").commit("c");
        fixture.repo.write("f", "b\n").write("g", "b\n").write("new", "n\n");
        const auto record = Git::discardPaths(fixture.git(), {"f", "g", "new"}, {});
        VERIFY_RESULT(record);
        fixture.repo.write("f", "later\n");
        VERIFY_FAILURE(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}),
                       ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("f"), "later\n"_ba);
        QCOMPARE(fixture.repo.read("g"), "a\n"_ba);
        fixture.repo.stage({"f"});
        VERIFY_FAILURE(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}),
                       ErrorKind::Conflict);
        fixture.repo.write("f", "a\n").stage({"f"}).write("new", "other\n");
        VERIFY_FAILURE(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}),
                       ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("new"), "other\n"_ba);
        QCOMPARE(recordCount(fixture), 1);
        fixture.repo.write("new", "n\n").write("g", "b\n"); // as an undo that was cut short left it
        VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("f"), "b\n"_ba);
        QCOMPARE(recordCount(fixture), 0);
    }

    void recordsAreListedNewestFirst()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").commit("c");
        QList<Git::UndoRecord> expected;
        for (const QByteArray &content : {"1\n"_ba, "2\n"_ba, "3\n"_ba}) {
            fixture.repo.write("f", content);
            const auto record = Git::discardPaths(fixture.git(), {"f"}, {});
            VERIFY_RESULT(record);
            expected.prepend(*record);
        }
        fixture.repo.git({u"update-ref"_s, u"refs/plumbline/undo/planted"_s, u"HEAD"_s});
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(*records, expected);
        QCOMPARE(records->first().meaning, u"Discarded f"_s);
    }

    void aRecordNamesWhatWasDiscarded()
    {
        WriteFixture fixture;
        const QByteArray odd = "sub/a\nb";
        fixture.repo.write(odd, "1\n2\n3\n").write("f", "a\n").commit("c");
        fixture.repo.write(odd, "x\n1\n2\ny\nz\n3\n").write("f", "b\n");
        const auto diff = Git::readDiff(fixture.where(), {.paths = {odd}}, {});
        VERIFY_RESULT(diff);
        QSet<qsizetype> added;
        for (qsizetype at = 0; at < diff->first().lines.size(); ++at)
            if (diff->first().lines[at].origin == Diff::LineOrigin::Added && added.size() < 2)
                added += at;
        added += 1; // context counts for nothing
        const auto lines = Git::discardLines(fixture.git(), diff->first(), added, {});
        VERIFY_RESULT(lines);
        QCOMPARE(lines->meaning, u"Discarded 2 line(s) of sub/a<U+000A>b"_s);
        const auto files = Git::discardPaths(fixture.git(), {odd, "f"}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->meaning, u"Discarded 2 file(s)"_s);
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(*records, QList<Git::UndoRecord>({*files, *lines}));
    }

    void aRecordThatNamesAPathOutsideIsRefused()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").commit("c");
        const QByteArray tree = fixture.repo.resolve("HEAD^{tree}");
        const QByteArray message =
            "Discard files\n\nPlumbline-Undo: discard\nPlumbline-Discarded: absent 000000 " +
            QByteArray(40, '0') + " \"../planted\"\n";
        const QByteArray commit =
            fixture.repo.git({u"commit-tree"_s, QString::fromLatin1(tree)}, message).trimmed();
        fixture.repo.git({u"update-ref"_s, u"refs/plumbline/undo/x-1"_s, QString::fromLatin1(commit)});
        QCOMPARE(recordCount(fixture), 0);
        const Git::UndoRecord record{.ref = "refs/plumbline/undo/x-1",
                                     .commit = *Git::ObjectId::fromHex(commit)};
        VERIFY_FAILURE(Git::undo(fixture.git(), record, Git::UndoExtent::Everything, {}), ErrorKind::Invalid);
    }

    void linesAreTakenOutAndAllOtherBytesStay_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QString>("autocrlf");
        QTest::addRow("one of a block")
            << "a\nb\nc\n"_ba << "A\nB\nC\n"_ba << "-b|+B"_ba << "A\nb\nC\n"_ba << u"false"_s;
        QTest::addRow("mixed ends") << "a\r\nb\nc\r\n"_ba << "a\r\nB\nC\r\n"_ba << "-b|+B"_ba
                                    << "a\r\nb\nC\r\n"_ba << u"false"_s;
        QTest::addRow("converted ends")
            << "a\nb\nc\n"_ba << "A\r\nB\r\nc\r\n"_ba << "-a|+A"_ba << "a\r\nB\r\nc\r\n"_ba << u"true"_s;
        QTest::addRow("converted ends of which none is left")
            << "a\nb\nc\n"_ba << "x"_ba << "-a|-b"_ba << "a\r\nb\r\nx"_ba << u"true"_s;
        QTest::addRow("no newline") << "a\nb"_ba << "A\nb\n"_ba << "-b|+b"_ba << "A\nb"_ba << u"false"_s;
        QTest::addRow("latin-1") << "\xe9\nb\n"_ba << "\xe8\nB\n"_ba << "-b|+B"_ba << "\xe8\nb\n"_ba
                                 << u"false"_s;
    }

    void linesAreTakenOutAndAllOtherBytesStay()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, expected);
        QFETCH(QString, autocrlf);
        WriteFixture fixture;
        fixture.repo.config(u"core.autocrlf"_s, u"false"_s).write("f", before, 0755).commit("c");
        fixture.repo.config(u"core.autocrlf"_s, autocrlf).write("f", after, 0750);
        const QByteArray entry = fixture.entry("f");
        const Diff::FileDiff file = fixture.diff("f");
        const auto record = Git::discardLines(fixture.git(), file, pick(file, lines), {});
        VERIFY_RESULT(record);
        QCOMPARE(fixture.repo.read("f"), expected);
        QCOMPARE(permissions(fixture, "f"), 0750U);
        QCOMPARE(fixture.entry("f"), entry);
        VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("f"), after);
    }

    void linesOfNewAndDeletedFilesAreDiscarded()
    {
        WriteFixture fixture;
        fixture.repo.write("gone", "a\nb\n").commit("c");
        fixture.repo.remove("gone").write("new", "a\nb\n");
        Diff::FileDiff file = fixture.diff("new");
        VERIFY_RESULT(Git::discardLines(fixture.git(), file, pick(file, "+a"_ba), {}));
        QCOMPARE(fixture.repo.read("new"), "b\n"_ba);
        file = fixture.diff("new");
        VERIFY_RESULT(Git::discardLines(fixture.git(), file, changedLines(file), {}));
        QVERIFY(!fixture.repo.exists("new"));
        file = fixture.diff("gone");
        const auto record = Git::discardLines(fixture.git(), file, pick(file, "-b"_ba), {});
        VERIFY_RESULT(record);
        QCOMPARE(fixture.repo.read("gone"), "b\n"_ba);
        VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
        QVERIFY(!fixture.repo.exists("gone"));
    }

    void t15_linesThatMovedAreNotDiscarded()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\nb\nc\n").commit("c");
        fixture.repo.write("f", "a\nB\nC\n");
        const Diff::FileDiff file = fixture.diff("f");
        fixture.repo.write("f", "above\na\nB\nC\n");
        VERIFY_FAILURE(Git::discardLines(fixture.git(), file, pick(file, "-b|+B"_ba), {}),
                       ErrorKind::Conflict);
        VERIFY_FAILURE(Git::discardLines(fixture.git(), file, changedLines(file), {}), ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("f"), "above\na\nB\nC\n"_ba);
        QCOMPARE(recordCount(fixture), 0);
    }

    void linesBehindAFilterAreRefused()
    {
        WriteFixture fixture;
        fixture.repo.config(u"filter.low.clean"_s, u"tr A-Z a-z"_s);
        fixture.repo.write(".gitattributes", "f filter=low\n").write("f", "ONE\nTWO\n").commit("c");
        fixture.repo.write("f", "ONE\nNEW\nMORE\n");
        const auto stored = Git::readConvertedDiff(fixture.git(), "f", 3, {});
        VERIFY_RESULT(stored);
        VERIFY_FAILURE(
            Git::discardLines(fixture.git(), stored->first(), pick(stored->first(), "+more"_ba), {}),
            ErrorKind::Invalid);
        QCOMPARE(fixture.repo.read("f"), "ONE\nNEW\nMORE\n"_ba);
    }

    void whatStandsBehindALinkIsNotTouched()
    {
        WriteFixture fixture;
        fixture.repo.write("d/f", "a\n").commit("c");
        const QString outside = fixture.repo.folder();
        QFile file(outside + u"/f"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("outside\n");
        file.close();
        fixture.repo.remove("d/f");
        QVERIFY(QDir(fixture.repo.path()).rmdir(u"d"_s));
        fixture.repo.link("d", outside.toUtf8());
        QVERIFY(!Git::discardPaths(fixture.git(), {"d/f"}, {}));
        QCOMPARE(linkTarget(fixture, "d"), outside.toUtf8());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "outside\n"_ba);
    }

    void undoDoesNotWriteThroughALink()
    {
        WriteFixture fixture;
        fixture.repo.write("d/new", "n\n");
        const auto record = Git::discardPaths(fixture.git(), {"d/"}, {});
        VERIFY_RESULT(record);
        fixture.repo.link("d", fixture.repo.folder().toUtf8());
        VERIFY_FAILURE(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}), ErrorKind::Denied);
        QVERIFY(!QFile::exists(fixture.repo.folder() + u"/new"_s));
        QCOMPARE(recordCount(fixture), 1);
    }

    void aFolderWhereAFileShouldBeIsLeftAlone()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").write(".gitignore", "*.log\n").commit("c");
        fixture.repo.remove("f").write("f/precious.log", "keep\n");
        VERIFY_FAILURE(Git::discardPaths(fixture.git(), {"f"}, {}), ErrorKind::Invalid);
        QCOMPARE(fixture.repo.read("f/precious.log"), "keep\n"_ba);
    }

    void conflictsAndOtherRepositoriesAreRefused()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").commit("c");
        fixture.repo.branch("side").checkout("side").write("f", "side\n").commit("side");
        fixture.repo.checkout("main").write("f", "main\n").commit("main");
        QVERIFY(fixture.repo.tryGit({u"merge"_s, u"-q"_s, u"side"_s}).exitCode != 0);
        const QByteArray torn = fixture.repo.read("f");
        VERIFY_FAILURE(Git::discardPaths(fixture.git(), {"f"}, {}), ErrorKind::Invalid);
        QCOMPARE(fixture.repo.read("f"), torn);
        fixture.repo.git({u"init"_s, u"-q"_s, u"inner"_s});
        fixture.repo.write("inner/x", "x\n");
        VERIFY_FAILURE(Git::discardPaths(fixture.git(), {"inner/"}, {}), ErrorKind::Invalid);
        QVERIFY(fixture.repo.exists("inner/x"));
    }

    void withoutTrustNothingIsDiscarded()
    {
        WriteFixture fixture;
        fixture.repo.write("new", "n\n");
        Git::RepoLocation where = fixture.where();
        where.trust = Git::Trust::Restricted;
        VERIFY_FAILURE(Git::discardPaths(Git::Program(fixture.runner, where), {"new"}, {}),
                       ErrorKind::Denied);
        QVERIFY(fixture.repo.exists("new"));
    }
};

QTEST_GUILESS_MAIN(DiscardTest)
#include "tst_discard.moc"
