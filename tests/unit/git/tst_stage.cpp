// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/stage.h"

#include "diff/parse.h"
#include "git/status.h"
#include "git/work/largefiles.h"
#include "writefixture.h"

#include <QFile>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using Diff::FileStatus;
using Git::DiffSides;

namespace {

QByteArray numbered(int count, const QByteArray &end = "\n"_ba)
{
    QByteArray text;
    for (int line = 1; line <= count; ++line)
        text += "line " + QByteArray::number(line) + end;
    return text;
}

QByteArray replaced(QByteArray text, const QByteArray &before, const QByteArray &after)
{
    return text.replace(before, after);
}

} // namespace

class StageTest final : public QObject
{
    Q_OBJECT

    static void stageRest(const WriteFixture &fixture, const QByteArray &path)
    {
        const Diff::FileDiff rest = fixture.diff(path);
        VERIFY_RESULT(Git::stageLines(fixture.git(), rest, changedLines(rest), {}));
        QVERIFY(!fixture.hasDiff(path));
    }

private Q_SLOTS:
    void t01_lineEndsOfAFileWithReturnsStayAsTheyAre()
    {
        WriteFixture fixture;
        fixture.repo.config(u"core.autocrlf"_s, u"false"_s);
        const QByteArray before = numbered(20, "\r\n"_ba);
        fixture.repo.write("f", before).commit("c");
        const QByteArray after =
            replaced(replaced(before, "line 3\r"_ba, "three\r"_ba), "line 15\r"_ba, "fifteen\r"_ba);
        fixture.repo.write("f", after);
        const Diff::FileDiff file = fixture.diff("f");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-line 3\r|+three\r"_ba), {}));
        QCOMPARE(fixture.staged("f"), replaced(before, "line 3\r"_ba, "three\r"_ba));
        stageRest(fixture, "f");
        QCOMPARE(fixture.staged("f"), after);
    }

    void t02_convertedLineEndsLeaveNoChangeBehind_data()
    {
        QTest::addColumn<QString>("autocrlf");
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("committed");
        QTest::addColumn<QByteArray>("workTree");
        const QByteArray lf = numbered(20), crlf = numbered(20, "\r\n"_ba);
        const QByteArray mixed = "line 1\r\nline 2\nline 3\r\nlone\rcr\nline 15\r\nend\n"_ba;
        QTest::addRow("autocrlf true") << u"true"_s << ""_ba << lf << crlf;
        QTest::addRow("autocrlf input") << u"input"_s << ""_ba << lf << lf;
        QTest::addRow("autocrlf input, returns written") << u"input"_s << ""_ba << lf << crlf;
        QTest::addRow("text=auto") << u"false"_s << "* text=auto\n"_ba << lf << crlf;
        QTest::addRow("eol=crlf") << u"false"_s << "* text eol=crlf\n"_ba << lf << crlf;
        QTest::addRow("mixed, no conversion") << u"false"_s << ""_ba << mixed << mixed;
        QTest::addRow("mixed, autocrlf true") << u"true"_s << ""_ba << mixed << mixed;
        QTest::addRow("returns committed, autocrlf true") << u"true"_s << ""_ba << crlf << crlf;
    }

    void t02_convertedLineEndsLeaveNoChangeBehind()
    {
        QFETCH(QString, autocrlf);
        QFETCH(QByteArray, attributes);
        QFETCH(QByteArray, committed);
        QFETCH(QByteArray, workTree);
        WriteFixture fixture;
        fixture.repo.config(u"core.autocrlf"_s, u"false"_s);
        fixture.repo.write("f", committed).commit("c");
        fixture.repo.write(".gitattributes", attributes).commit("a");
        fixture.repo.config(u"core.autocrlf"_s, autocrlf);
        const auto change = [](const QByteArray &text) {
            return replaced(replaced(text, "line 3"_ba, "three"_ba), "line 15"_ba, "fifteen"_ba);
        };
        fixture.repo.write("f", change(workTree));
        const Diff::FileDiff file = fixture.diff("f");
        QSet<qsizetype> first;
        for (const qsizetype line : changedLines(file)) {
            const QByteArrayView content = file.content(file.lines[line]);
            if (content.startsWith("line 3") || content.startsWith("three"))
                first.insert(line);
        }
        QCOMPARE(first.size(), 2);
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, first, {}));
        QCOMPARE(fixture.staged("f"), replaced(committed, "line 3"_ba, "three"_ba));
        stageRest(fixture, "f");
        QCOMPARE(fixture.staged("f"), change(committed));
        QCOMPARE(fixture.repo.git({u"diff"_s, u"--stat"_s}), ""_ba);
        QCOMPARE(fixture.repo.read("f"), change(workTree));
    }

    void t03_safecrlfIsExplained()
    {
        WriteFixture fixture;
        fixture.repo.config(u"core.autocrlf"_s, u"true"_s).config(u"core.safecrlf"_s, u"true"_s);
        fixture.repo.write("f", "a\nb\n");
        const auto result = Git::stagePaths(fixture.git(), {"f"}, {});
        VERIFY_FAILURE(result, ErrorKind::Invalid);
        QVERIFY(result.error().message.contains(u"core.safecrlf"_s));
        QVERIFY(!result.error().hint.isEmpty());
        QVERIFY(fixture.entry("f").isEmpty());
        QVERIFY(Git::isLineEndRefusal(result.error()));

        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"f"}, {}, Git::LineEnds::Converted));
        QCOMPARE(fixture.staged("f"), "a\nb\n"_ba);
        const auto missing = Git::stagePaths(fixture.git(), {"none"}, {});
        VERIFY_FAILURE(missing, ErrorKind::Conflict);
        QVERIFY(!Git::isLineEndRefusal(missing.error()));
    }

    void t17_largeFilesAreFoundBeforeTheyAreStaged()
    {
        WriteFixture fixture;
        const auto large = [&](const QList<QByteArray> &paths) {
            const auto found = Git::findLargeFiles(fixture.where(), paths, 100, {});
            return found ? *found : QList<Git::LargeFile>();
        };
        fixture.repo.write("tracked", "x").write("gone", QByteArray(300, 'g')).commit("c");
        fixture.repo.write("tracked", QByteArray(200, 't')).write("small", QByteArray(100, 's'));
        fixture.repo.write("new/big", QByteArray(101, 'b')).write("new/deep/small", "s").remove("gone");
        fixture.repo.link("link", QByteArray(120, 'l'));
        QCOMPARE(large({"small", "gone"}), {});
        QCOMPARE(large({"tracked"}), (QList<Git::LargeFile>{{"tracked", 200}}));
        QCOMPARE(large({"new/"}), (QList<Git::LargeFile>{{"new/big", 101}}));
        fixture.repo.write(".gitattributes", "tracked filter=lfs\n");
        QCOMPARE(large({"tracked", "new/"}), (QList<Git::LargeFile>{{"new/big", 101}}));
    }

    void t04_aMissingLastNewlineIsKeptOrStagedAlone()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\nb\nc").commit("c");
        fixture.repo.write("f", "A\nb\nc\n");
        Diff::FileDiff file = fixture.diff("f");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-a|+A"_ba), {}));
        QCOMPARE(fixture.staged("f"), "A\nb\nc"_ba);
        file = fixture.diff("f");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-c|+c"_ba), {}));
        QCOMPARE(fixture.staged("f"), "A\nb\nc\n"_ba);
        fixture.repo.write("f", "A\nb\nc\nd");
        stageRest(fixture, "f");
        QCOMPARE(fixture.staged("f"), "A\nb\nc\nd"_ba);
        file = fixture.diff("f", DiffSides::HeadToIndex);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), file, pick(file, "+d"_ba), {}));
        QCOMPARE(fixture.staged("f"), "A\nb\nc\n"_ba);
    }

    void t04_aLineAfterOneWithoutNewlineBringsTheNewline()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\nb").commit("c");
        fixture.repo.write("f", "a\nb\nc\nd\n");
        const Diff::FileDiff file = fixture.diff("f");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "+c"_ba), {}));
        QCOMPARE(fixture.staged("f"), "a\nb\nc\n"_ba);
    }

    void t04_aLastLineThatRepeatsTheOneBeforeIsTakenAlone()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\nb\nc\nc").commit("c");
        fixture.repo.write("f", "A\nb\nc\n");
        const Diff::FileDiff file = fixture.diff("f", DiffSides::IndexToWorkTree, 0);
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-c"_ba), {}));
        QCOMPARE(fixture.staged("f"), "a\nb\nc\n"_ba);
    }

    void t05_theFirstReplacedLineOfABlockKeepsItsPlace()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "0\na\nb\nc\n9\n").commit("c");
        fixture.repo.write("f", "0\nA\nB\nC\n9\n");
        Diff::FileDiff file = fixture.diff("f");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-a|+A"_ba), {}));
        QCOMPARE(fixture.staged("f"), "0\nA\nb\nc\n9\n"_ba);
        stageRest(fixture, "f");
        file = fixture.diff("f", DiffSides::HeadToIndex);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), file, pick(file, "-c|+C"_ba), {}));
        QCOMPARE(fixture.staged("f"), "0\nA\nB\nc\n9\n"_ba);
    }

    void t06_theSecondPartAloneFits()
    {
        WriteFixture fixture;
        const QByteArray before = numbered(40);
        fixture.repo.write("f", before).commit("c");
        fixture.repo.write(
            "f", replaced(replaced(before, "line 2\n"_ba, "x\ny\nz\n"_ba), "line 30\n"_ba, "thirty\n"_ba));
        const Diff::FileDiff file = fixture.diff("f");
        QCOMPARE(file.hunks.size(), 2);
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-line 30|+thirty"_ba), {}));
        QCOMPARE(fixture.staged("f"), replaced(before, "line 30\n"_ba, "thirty\n"_ba));
    }

    void t07_anyContextWorks_data()
    {
        QTest::addColumn<int>("context");
        QTest::addColumn<bool>("byProgram");
        for (const int context : {0, 1, 3, 10, 1'000'000}) {
            QTest::addRow("%d", context) << context << false;
            QTest::addRow("%d, read by git", context) << context << true;
        }
    }

    void t07_anyContextWorks()
    {
        QFETCH(int, context);
        QFETCH(bool, byProgram);
        WriteFixture fixture;
        const QByteArray before = numbered(30);
        fixture.repo.write("f", before).commit("c");
        fixture.repo.write("f", "new\n" + replaced(replaced(before, "line 10\n"_ba, ""_ba), "line 20\n"_ba,
                                                   "line 20\nmore\n"_ba));
        const auto read = [&](const QStringList &more) {
            const QByteArray text = fixture.repo.git(QStringList{u"diff"_s, u"-U%1"_s.arg(context)} + more);
            return Diff::parseUnified(text)->first();
        };
        const Diff::FileDiff file =
            byProgram ? read({}) : fixture.diff("f", DiffSides::IndexToWorkTree, context);
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-line 10|+more"_ba), {}));
        QCOMPARE(fixture.staged("f"),
                 replaced(replaced(before, "line 10\n"_ba, ""_ba), "line 20\n"_ba, "line 20\nmore\n"_ba));
        const Diff::FileDiff staged =
            byProgram ? read({u"--cached"_s}) : fixture.diff("f", DiffSides::HeadToIndex, context);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), staged, pick(staged, "-line 10"_ba), {}));
        QCOMPARE(fixture.staged("f"), replaced(before, "line 20\n"_ba, "line 20\nmore\n"_ba));
    }

    void t08_bytesOfAnyEncodingAreKept_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("staged");
        QTest::addRow("latin-1") << "caf\xe9\nb\n"_ba << "caf\xe8\nB\n"_ba << "-caf\xe9|+caf\xe8"_ba
                                 << "caf\xe8\nb\n"_ba;
        QTest::addRow("gbk") << "\xc4\xe3\xba\xc3\nb\n"_ba << "\xc4\xe3\nB\n"_ba
                             << "-\xc4\xe3\xba\xc3|+\xc4\xe3"_ba << "\xc4\xe3\nb\n"_ba;
        QTest::addRow("broken utf-8")
            << "\xff\xfe\xc0\nb\n"_ba << "\xf5\nB\n"_ba << "-\xff\xfe\xc0|+\xf5"_ba << "\xf5\nb\n"_ba;
        QTest::addRow("bom") << "\xef\xbb\xbf"
                                "a\nb\n"_ba
                             << "a\nB\n"_ba
                             << "-\xef\xbb\xbf"
                                "a|+a"_ba
                             << "a\nb\n"_ba;
    }

    void t08_bytesOfAnyEncodingAreKept()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, staged);
        WriteFixture fixture;
        fixture.repo.write("f", before).commit("c");
        fixture.repo.write("f", after);
        const Diff::FileDiff file = fixture.diff("f");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, lines), {}));
        QCOMPARE(fixture.staged("f"), staged);
    }

    void t08_filesThatGitReencodesAreRefusedOrStagedAsGitStoresThem()
    {
        WriteFixture fixture;
        const auto utf16 = [](const QString &text) {
            return QByteArray("\xff\xfe", 2) +
                   QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        };
        fixture.repo.write(".gitattributes", "*.txt text working-tree-encoding=UTF-16\n*.low filter=low\n");
        fixture.repo.config(u"filter.low.clean"_s, u"tr A-Z a-z"_s);
        fixture.repo.write("w.txt", utf16(u"grün\ntwo\n"_s)).write("f.low", "ONE\nTWO\n").commit("c");
        fixture.repo.write("w.txt", utf16(u"gelb\nTWO\n"_s)).write("f.low", "ONE\nNEW\n");
        const Diff::FileDiff wide = fixture.diff("w.txt");
        VERIFY_FAILURE(Git::stageLines(fixture.git(), wide, changedLines(wide), {}), ErrorKind::Invalid);
        const Diff::FileDiff filtered = fixture.diff("f.low");
        VERIFY_FAILURE(Git::stageLines(fixture.git(), filtered, changedLines(filtered), {}),
                       ErrorKind::Invalid);

        auto stored = Git::readConvertedDiff(fixture.git(), "w.txt", 3, {});
        VERIFY_RESULT(stored);
        VERIFY_RESULT(
            Git::stageLines(fixture.git(), stored->first(), pick(stored->first(), "-grün|+gelb"_ba), {}));
        QCOMPARE(fixture.staged("w.txt"), "gelb\ntwo\n"_ba);
        stored = Git::readConvertedDiff(fixture.git(), "f.low", 3, {});
        VERIFY_RESULT(stored);
        VERIFY_RESULT(Git::stageLines(fixture.git(), stored->first(), pick(stored->first(), "+new"_ba), {}));
        QCOMPARE(fixture.staged("f.low"), "one\ntwo\nnew\n"_ba);
    }

    void t09_modesAreKeptAndStagedAlone()
    {
        WriteFixture fixture;
        fixture.repo.write("run", "a\nb\n", 0755).write("plain", "a\n").commit("c");
        fixture.repo.write("run", "A\nB\n", 0755).write("plain", "a\n", 0755);
        const Diff::FileDiff file = fixture.diff("run");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-a|+A"_ba), {}));
        QVERIFY(fixture.entry("run").startsWith("100755 "));
        QCOMPARE(fixture.staged("run"), "A\nb\n"_ba);

        Diff::FileDiff mode = fixture.diff("plain");
        QVERIFY(mode.lines.isEmpty());
        VERIFY_RESULT(Git::stageLines(fixture.git(), mode, {}, {}));
        QVERIFY(fixture.entry("plain").startsWith("100755 "));
        mode = fixture.diff("plain", DiffSides::HeadToIndex);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), mode, {}, {}));
        QVERIFY(fixture.entry("plain").startsWith("100644 "));
    }

    void t09_aDeletedProgramOrLinkIsUnstagedByLineAsWhatItWas()
    {
        WriteFixture fixture;
        fixture.repo.write("run", "a\nb\n", 0755).link("link", "there").commit("c");
        fixture.repo.remove("run").remove("link").stage();
        Diff::FileDiff file = fixture.diff("run", DiffSides::HeadToIndex);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), file, pick(file, "-b"_ba), {}));
        QVERIFY(fixture.entry("run").startsWith("100755 "));
        QCOMPARE(fixture.staged("run"), "b\n"_ba);
        file = fixture.diff("link", DiffSides::HeadToIndex);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), file, changedLines(file), {}));
        QVERIFY(fixture.entry("link").startsWith("120000 "));
    }

    void t09_aModeChangeWaitsForTheLastLine()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\nb\n").commit("c");
        fixture.repo.write("f", "A\nB\n", 0755);
        Diff::FileDiff file = fixture.diff("f");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-a|+A"_ba), {}));
        QVERIFY(fixture.entry("f").startsWith("100644 "));
        stageRest(fixture, "f");
        QVERIFY(fixture.entry("f").startsWith("100755 "));
    }

    void t09_aFileThatBecameALinkIsStagedAsAWhole()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").commit("c");
        fixture.repo.link("f", "target");
        const auto files = Git::readDiff(fixture.where(), {.paths = {"f"}}, {});
        VERIFY_RESULT(files);
        for (const Diff::FileDiff &file : *files) {
            if (file.status == FileStatus::TypeChanged)
                VERIFY_FAILURE(Git::stageLines(fixture.git(), file, changedLines(file), {}),
                               ErrorKind::Invalid);
        }
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"f"}, {}));
        QVERIFY(fixture.entry("f").startsWith("120000 "));
        QCOMPARE(fixture.staged("f"), "target"_ba);
    }

    void t10_oddNamesAreStagedByLineAndAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const QByteArray &name :
             {"with space"_ba, " lead"_ba,       "trail "_ba,  "\"q\""_ba,     "tab\tname"_ba,
              "line\nfeed"_ba, "caf\xc3\xa9"_ba, "caf\xe9"_ba, "\xff"_ba,      "-rf"_ba,
              "--help"_ba,     ":(top)x"_ba,     ":!a"_ba,     "*"_ba,         "back\\slash"_ba,
              "HEAD"_ba,       "@{u}"_ba,        "#x"_ba,      "dir/a b/c"_ba, "$(id)"_ba})
            QTest::addRow("%s", Diff::quotePath(name).constData()) << name;
    }

    void t10_oddNamesAreStagedByLineAndAsAWhole()
    {
        QFETCH(QByteArray, name);
        WriteFixture fixture;
        fixture.repo.write(name, "a\nb\n").write("other", "a\n").commit("c");
        fixture.repo.write(name, "A\nB\n").write("other", "b\n");
        Diff::FileDiff file = fixture.diff(name);
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-a|+A"_ba), {}));
        QCOMPARE(fixture.staged(name), "A\nb\n"_ba);
        file = fixture.diff(name, DiffSides::HeadToIndex);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), file, changedLines(file), {}));
        QCOMPARE(fixture.staged(name), "a\nb\n"_ba);
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {name}, {}));
        QCOMPARE(fixture.staged(name), "A\nB\n"_ba);
        QCOMPARE(fixture.staged("other"), "a\n"_ba);
        VERIFY_RESULT(Git::unstagePaths(fixture.git(), {name}, {}));
        QCOMPARE(fixture.staged(name), "a\nb\n"_ba);
    }

    void t11_aStagedRenameStaysOneThroughPartialStaging()
    {
        WriteFixture fixture;
        const QByteArray text = numbered(20);
        fixture.repo.write("old name", text).commit("c");
        fixture.repo.remove("old name").write("new", replaced(text, "line 3\n"_ba, "three\n"_ba));
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"old name", "new"}, {}));
        fixture.repo.write("new",
                           replaced(replaced(text, "line 3\n"_ba, "three\n"_ba), "line 9\n"_ba, "nine\n"_ba));
        const auto renamed = [&fixture] {
            const QList<QByteArray> both{"old name", "new"};
            const auto files =
                Git::readDiff(fixture.where(), {.sides = DiffSides::HeadToIndex, .paths = both}, {});
            return files && files->size() == 1 ? files->first() : Diff::FileDiff();
        };
        Diff::FileDiff file = fixture.diff("new");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, changedLines(file), {}));
        file = renamed();
        QCOMPARE(file.status, FileStatus::Renamed);
        QCOMPARE(Diff::countLines(file), (Diff::LineCounts{.added = 2, .removed = 2}));
        VERIFY_RESULT(Git::unstageLines(fixture.git(), file, pick(file, "-line 3|+three"_ba), {}));
        QCOMPARE(fixture.staged("new"), replaced(text, "line 9\n"_ba, "nine\n"_ba));
        QCOMPARE(renamed().status, FileStatus::Renamed);

        VERIFY_RESULT(Git::unstagePaths(fixture.git(), {"old name", "new"}, {}));
        QVERIFY(fixture.entry("new").isEmpty());
        QCOMPARE(fixture.staged("old name"), text);
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"old name", "new"}, {}));
        const auto status = Git::readStatus(fixture.where(), {}, {});
        VERIFY_RESULT(status);
        QCOMPARE(status->staged.size(), 1);
        QCOMPARE(status->staged.first().status, FileStatus::Renamed);
    }

    void t12_everythingWorksBeforeTheFirstCommit()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\nb\nc\n").write("run", "x\ny\n", 0755);
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"f"}, {}));
        QCOMPARE(fixture.staged("f"), "a\nb\nc\n"_ba);
        Diff::FileDiff file = fixture.diff("f", DiffSides::HeadToIndex);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), file, pick(file, "+b"_ba), {}));
        QCOMPARE(fixture.staged("f"), "a\nc\n"_ba);
        VERIFY_RESULT(Git::unstagePaths(fixture.git(), {"f"}, {}));
        QVERIFY(fixture.entry("f").isEmpty());
        QVERIFY(fixture.repo.exists("f"));

        file = fixture.diff("run");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "+y"_ba), {}));
        QCOMPARE(fixture.staged("run"), "y\n"_ba);
        QVERIFY(fixture.entry("run").startsWith("100755 "));
        file = fixture.diff("run", DiffSides::HeadToIndex);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), file, changedLines(file), {}));
        QVERIFY(fixture.entry("run").isEmpty());
    }

    void t15_linesThatMovedAreRefused()
    {
        WriteFixture fixture;
        fixture.repo.write("f", numbered(9)).commit("c");
        fixture.repo.write("f", replaced(numbered(9), "line 5"_ba, "five"_ba));
        const Diff::FileDiff file = fixture.diff("f");
        const QByteArray before = fixture.staged("f");
        fixture.repo.write("f", "above\n" + fixture.repo.read("f"));
        VERIFY_FAILURE(Git::stageLines(fixture.git(), file, changedLines(file), {}), ErrorKind::Conflict);
        fixture.repo.remove("f");
        VERIFY_FAILURE(Git::stageLines(fixture.git(), file, changedLines(file), {}), ErrorKind::Conflict);
        QCOMPARE(fixture.staged("f"), before);

        fixture.repo.write("f", replaced(numbered(9), "line 5"_ba, "five"_ba));
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"f"}, {}));
        VERIFY_FAILURE(Git::stageLines(fixture.git(), file, changedLines(file), {}), ErrorKind::Conflict);
        const Diff::FileDiff staged = fixture.diff("f", DiffSides::HeadToIndex);
        fixture.repo.write("f", "else\n").stage();
        VERIFY_FAILURE(Git::unstageLines(fixture.git(), staged, changedLines(staged), {}),
                       ErrorKind::Conflict);
        QCOMPARE(fixture.staged("f"), "else\n"_ba);
    }

    void deletionsAreStagedAsAWholeAndByLine()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\nb\n").write("d/g", "x\n").commit("c");
        fixture.repo.remove("f").remove("d/g");
        Diff::FileDiff file = fixture.diff("f");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-a"_ba), {}));
        QCOMPARE(fixture.staged("f"), "b\n"_ba);
        file = fixture.diff("f");
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, changedLines(file), {}));
        QVERIFY(fixture.entry("f").isEmpty());
        file = fixture.diff("f", DiffSides::HeadToIndex);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), file, pick(file, "-b"_ba), {}));
        QCOMPARE(fixture.staged("f"), "b\n"_ba);
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"d/"}, {}));
        QVERIFY(fixture.entry("d/g").isEmpty());
        VERIFY_RESULT(Git::unstagePaths(fixture.git(), {"d/"}, {}));
        QCOMPARE(fixture.staged("d/g"), "x\n"_ba);
    }

    void namesThatStandForMoreThanOneFileAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const QByteArray &name : {""_ba, "."_ba, "./"_ba, "/"_ba, "../x"_ba, "a/../b"_ba, "a//b"_ba,
                                       "/etc/passwd"_ba, QByteArray("a\0b", 3)})
            QTest::addRow("%s", Diff::quotePath(name).constData()) << name;
    }

    void namesThatStandForMoreThanOneFileAreRefused()
    {
        QFETCH(QByteArray, name);
        WriteFixture fixture;
        fixture.repo.write("a", "a\n");
        VERIFY_FAILURE(Git::stagePaths(fixture.git(), {name}, {}), ErrorKind::Invalid);
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {}, {}));
        QVERIFY(fixture.entry("a").isEmpty());
        VERIFY_FAILURE(Git::unstagePaths(fixture.git(), {name}, {}), ErrorKind::Invalid);
    }

    void filesThatAreGoneOrIgnoredAreNamed()
    {
        WriteFixture fixture;
        fixture.repo.write(".gitignore", "ignored\n").write("ignored", "x\n");
        VERIFY_FAILURE(Git::stagePaths(fixture.git(), {"gone"}, {}), ErrorKind::Conflict);
        VERIFY_FAILURE(Git::stagePaths(fixture.git(), {"ignored"}, {}), ErrorKind::Invalid);
    }

    void anyChoiceOfLinesGivesWhatItSays()
    {
        WriteFixture fixture;
        QRandomGenerator random(11);
        const auto text = [&random] {
            QByteArray lines;
            for (int count = random.bounded(1, 12); count > 0; --count)
                lines += QByteArray(1, static_cast<char>('a' + random.bounded(4))) +
                         (random.bounded(4) ? "\n"_ba : "\r\n"_ba);
            if (random.bounded(3) == 0)
                lines.chop(1);
            return lines;
        };
        fixture.repo.config(u"core.autocrlf"_s, u"false"_s);
        for (int round = 0; round < 40; ++round) {
            const QByteArray before = text();
            QByteArray after = text();
            while (after == before)
                after = text();
            fixture.repo.write("f", before).stage().write("f", after);
            const Diff::FileDiff file = fixture.diff("f", DiffSides::IndexToWorkTree, random.bounded(4));
            QSet<qsizetype> chosen;
            for (const qsizetype line : changedLines(file)) {
                if (random.bounded(2))
                    chosen.insert(line);
            }
            if (chosen.isEmpty())
                continue;
            const auto expected = Diff::applyLines(file, chosen, Diff::PatchUse::Forward, before);
            QVERIFY(expected);
            VERIFY_RESULT(Git::stageLines(fixture.git(), file, chosen, {}));
            QCOMPARE(fixture.staged("f"), *expected);
        }
    }
};

QTEST_GUILESS_MAIN(StageTest)
#include "tst_stage.moc"
