// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/workdiff.h"

#include "diff/findings.h"
#include "git/discard.h"
#include "git/stage.h"
#include "git/undo.h"
#include "git/work/conversion.h"
#include "git/work/discardall.h"
#include "git/work/lfscontent.h"
#include "writefixture.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using Diff::FileDiff;
using Diff::FileStatus;
using Diff::Omission;

namespace {

QByteArray utf16(const QString &text)
{
    return QByteArray("\xff\xfe", 2) +
           QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

QByteArray pointer(const QByteArray &content)
{
    return "version https://git-lfs.github.com/spec/v1\noid sha256:" +
           QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() + "\nsize " +
           QByteArray::number(content.size()) + '\n';
}

/// "-old|+new": the changed lines.
QByteArray shownLines(const FileDiff &file)
{
    QByteArrayList lines;
    for (const Diff::Line &line : file.lines) {
        if (line.origin != Diff::LineOrigin::Context)
            lines +=
                QByteArray(line.origin == Diff::LineOrigin::Added ? "+" : "-").append(file.content(line));
    }
    return lines.join('|');
}

} // namespace

class WorkDiffTest final : public QObject
{
    Q_OBJECT

    static QList<FileDiff> read(const WriteFixture &fixture, const QByteArray &path,
                                bool ignoresWhitespace = false)
    {
        const auto files =
            Git::readWorkDiff(fixture.git(), {.paths = {path}, .ignoresWhitespace = ignoresWhitespace}, {});
        if (!files)
            qFatal("%s", qPrintable(files.error().message));
        return *files;
    }

    static FileDiff one(const WriteFixture &fixture, const QByteArray &path)
    {
        const QList<FileDiff> files = read(fixture, path);
        if (files.size() != 1)
            qFatal("%s: %lld differences", path.constData(), static_cast<long long>(files.size()));
        return files.first();
    }

    static QByteArrayList unstaged(const WriteFixture &fixture, Git::Trust trust = Git::Trust::Trusted)
    {
        Git::RepoLocation where = fixture.where();
        where.trust = trust;
        const auto status = Git::readWorkStatus(Git::Program(fixture.runner, where), {}, {});
        QByteArrayList paths;
        for (const Git::StatusEntry &entry : status.value_or(Git::Status()).unstaged)
            paths += entry.path;
        return paths;
    }

    /// A repository with a.low, whose filter makes small letters of its text, and says so in a file.
    static void makeFiltered(WriteFixture &fixture)
    {
        fixture.repo.config(u"filter.low.clean"_s, u"echo ran >>.git/ran; tr A-Z a-z"_s);
        fixture.repo.write(".gitattributes", "*.low filter=low\n").write("a.low", "ONE\nTWO\n").commit("c");
        fixture.repo.remove(".git/ran");
    }

private Q_SLOTS:
    void t08_aUtf16FileIsShownReadableAndStagedByLine()
    {
        WriteFixture fixture;
        fixture.repo.write(".gitattributes", "*.txt text working-tree-encoding=UTF-16\n");
        fixture.repo.write("w.txt", utf16(u"grün\ntwo\nthree\n"_s)).commit("c");
        QCOMPARE(fixture.staged("w.txt"), "grün\ntwo\nthree\n"_ba);
        fixture.repo.write("w.txt", utf16(u"gelb\ntwo\nTHREE\n"_s));
        FileDiff file = one(fixture, "w.txt");
        QCOMPARE(file.status, FileStatus::Modified);
        QCOMPARE(shownLines(file), "-grün|+gelb|-three|+THREE"_ba);
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "-grün|+gelb"_ba), {}));
        QCOMPARE(fixture.staged("w.txt"), "gelb\ntwo\nthree\n"_ba);
        QCOMPARE(fixture.repo.read("w.txt"), utf16(u"gelb\ntwo\nTHREE\n"_s));

        file = one(fixture, "w.txt");
        QCOMPARE(shownLines(file), "-three|+THREE"_ba);
        const auto record = Git::discardLines(fixture.git(), file, pick(file, "+THREE"_ba), {});
        VERIFY_RESULT(record);
        QCOMPARE(fixture.repo.read("w.txt"), utf16(u"gelb\ntwo\n"_s));
        VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("w.txt"), utf16(u"gelb\ntwo\nTHREE\n"_s));
    }

    void t08_aNewUtf16FileIsStagedByLine()
    {
        WriteFixture fixture;
        fixture.repo.write(".gitattributes", "*.txt text working-tree-encoding=UTF-16\n").commit("c");
        fixture.repo.write("new.txt", utf16(u"ä\nb\n"_s));
        const FileDiff file = one(fixture, "new.txt");
        QCOMPARE(file.status, FileStatus::Untracked);
        QCOMPARE(shownLines(file), "+ä|+b"_ba);
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "+b"_ba), {}));
        QCOMPARE(fixture.staged("new.txt"), "b\n"_ba);
    }

    void t08_bytesThatCannotBeConvertedBackAreNotDiscardedByLine()
    {
        WriteFixture fixture;
        fixture.repo.write(".gitattributes", "*.txt text working-tree-encoding=UTF-16\n");
        fixture.repo.write("w.txt", utf16(u"a\nb\n"_s)).commit("c");
        const QByteArray bigEndian("\xfe\xff\0A\0\n\0B\0\n", 10); // read like the other, but not written
        fixture.repo.write("w.txt", bigEndian);
        const FileDiff file = one(fixture, "w.txt");
        QCOMPARE(shownLines(file), "-a|-b|+A|+B"_ba);
        VERIFY_FAILURE(Git::discardLines(fixture.git(), file, pick(file, "+B"_ba), {}), ErrorKind::Invalid);
        QCOMPARE(fixture.repo.read("w.txt"), bigEndian);
    }

    void aFilteredFileIsShownAndStagedAsGitStoresIt()
    {
        WriteFixture fixture;
        makeFiltered(fixture);
        const QByteArray odd = ":odd \xff\"name.low";
        fixture.repo.write("a.low", "ONE\nNEW\n").write(odd, "ODD\n");
        const FileDiff file = one(fixture, "a.low");
        QCOMPARE(shownLines(file), "-two|+new"_ba);
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, pick(file, "+new"_ba), {}));
        QCOMPARE(fixture.staged("a.low"), "one\ntwo\nnew\n"_ba);

        FileDiff fresh = one(fixture, odd);
        QCOMPARE(shownLines(fresh), "+odd"_ba);
        fixture.repo.stage({odd}).write(odd, "ODD\nMORE\n");
        fresh = one(fixture, odd);
        QCOMPARE(shownLines(fresh), "+more"_ba);
        VERIFY_RESULT(Git::stageLines(fixture.git(), fresh, changedLines(fresh), {}));
        QCOMPARE(fixture.staged(odd), "odd\nmore\n"_ba);
    }

    void aConvertedFileThatIsAsStagedIsNoChange()
    {
        WriteFixture fixture;
        makeFiltered(fixture);
        fixture.repo.write("a.low", "One\nTwo\n"); // of another time, and the same for Git
        QCOMPARE(unstaged(fixture), QByteArrayList());
        QCOMPARE(read(fixture, "a.low"), QList<FileDiff>());
        const auto plan = Git::planDiscardAll(fixture.git(), {});
        VERIFY_RESULT(plan);
        QCOMPARE(plan->paths(), QList<QByteArray>());
        fixture.repo.write("a.low", "One\nTwo \n");
        QCOMPARE(unstaged(fixture), QByteArrayList{"a.low"});
        const QList<FileDiff> blanks = read(fixture, "a.low", true);
        QCOMPARE(blanks.size(), 1);
        QCOMPARE(shownLines(blanks.first()), ""_ba);
    }

    void withoutTrustNothingRunsAndTheReasonIsSaid_data()
    {
        QTest::addColumn<QByteArray>("attribute");
        QTest::addColumn<QByteArray>("named");
        QTest::addRow("filter") << "filter=low"_ba << "low"_ba;
        QTest::addRow("encoding") << "-filter working-tree-encoding=UTF-16"_ba << "UTF-16"_ba;
    }

    void withoutTrustNothingRunsAndTheReasonIsSaid()
    {
        QFETCH(QByteArray, attribute);
        QFETCH(QByteArray, named);
        WriteFixture fixture;
        makeFiltered(fixture);
        fixture.repo.write(".gitattributes", "*.low " + attribute + '\n');
        fixture.repo.write("a.low", "ONE\nNEW\n").write("new.low", "NEW\n");
        for (const Git::Trust trust : {Git::Trust::Unknown, Git::Trust::Restricted}) {
            Git::RepoLocation where = fixture.where();
            where.trust = trust;
            const auto files =
                Git::readWorkDiff(Git::Program(fixture.runner, where), {.paths = {"a.low", "new.low"}}, {});
            VERIFY_RESULT(files);
            QCOMPARE(files->size(), 2);
            QCOMPARE(files->first().omission, Omission::Unreadable);
            QVERIFY2(files->first().omissionReason.contains(named),
                     files->first().omissionReason.constData());
            QVERIFY(files->first().lines.isEmpty());
            QCOMPARE(shownLines(files->last()), "+NEW"_ba); // compared with nothing, so it is what it is
            QVERIFY(unstaged(fixture, trust).contains("a.low"));
        }
        QVERIFY(!fixture.repo.exists(".git/ran"));
    }

    void aFilterThatFailsIsSaid()
    {
        WriteFixture fixture;
        makeFiltered(fixture);
        fixture.repo.config(u"filter.low.clean"_s, u"echo no disk left >&2; false"_s);
        fixture.repo.config(u"filter.low.required"_s, u"true"_s).write("a.low", "ONE\nNEW\n");
        const FileDiff file = one(fixture, "a.low");
        QCOMPARE(file.omission, Omission::Unreadable);
        QVERIFY2(file.omissionReason.contains("no disk left"), file.omissionReason.constData());
        QCOMPARE(unstaged(fixture), QByteArrayList{"a.low"});
    }

    void withoutAProgramAFilterIsNone()
    {
        WriteFixture fixture;
        makeFiltered(fixture);
        fixture.repo.config(u"filter.low.clean"_s, u""_s).write("a.low", "one\nNEW\n");
        fixture.repo.write("b.txt", "x")
            .write(".gitattributes", "*.low filter=low\nb.txt working-tree-encoding=utf-8\n");
        const auto conversions = Git::readConversions(fixture.where(), {"a.low", "b.txt"});
        VERIFY_RESULT(conversions);
        QVERIFY(std::ranges::all_of(*conversions, &Git::Conversion::isNone));
        QCOMPARE(shownLines(one(fixture, "a.low")), "-two|+NEW"_ba);
    }

    void attributesOfAnyPlaceCount_data()
    {
        QTest::addColumn<QByteArray>("place");
        for (const QByteArray &place : {".gitattributes"_ba, "deep/.gitattributes"_ba,
                                        "deep/er/.gitattributes"_ba, ".git/info/attributes"_ba, "named"_ba})
            QTest::addRow("%s", place.constData()) << place;
    }

    void attributesOfAnyPlaceCount()
    {
        QFETCH(QByteArray, place);
        WriteFixture fixture;
        fixture.repo.config(u"filter.low.clean"_s, u"tr A-Z a-z"_s);
        fixture.repo.config(u"core.attributesFile"_s, fixture.repo.path() + u"/named"_s);
        fixture.repo.write(place, "[attr]small filter=low\n*.low filter=low working-tree-encoding=UTF-16\n");
        const auto found = Git::readConversions(fixture.where(), {"a.txt", "deep/er/a.low"});
        VERIFY_RESULT(found);
        QVERIFY(found->first().isNone());
        QCOMPARE(found->last().filter, "low"_ba);
        QCOMPARE(found->last().encoding, "UTF-16"_ba);
    }

    void attributesThatAreOnlyStagedCount_data()
    {
        QTest::addColumn<QStringList>("change");
        QTest::newRow("plain") << QStringList();
        QTest::newRow("version 4") << QStringList{u"--index-version"_s, u"4"_s};
    }

    void attributesThatAreOnlyStagedCount()
    {
        QFETCH(QStringList, change);
        WriteFixture fixture;
        fixture.repo.config(u"filter.low.clean"_s, u"tr A-Z a-z"_s);
        const auto filterOf = [&](const QByteArray &path) {
            const auto found = Git::readConversions(fixture.where(), {path});
            return found ? found->first().filter : "failed"_ba;
        };
        fixture.repo.write("deep/.gitattributes", "*.low filter=low\n").write("deep/er/a.low", "a\n").stage();
        if (!change.isEmpty())
            fixture.repo.git(QStringList{u"update-index"_s} + change);
        fixture.repo.remove("deep/.gitattributes");
        QCOMPARE(filterOf("deep/er/a.low"), "low"_ba);
        QCOMPARE(filterOf("a.low"), ""_ba);
    }

    void identNeedsNoProgram()
    {
        WriteFixture fixture;
        fixture.repo.write(".gitattributes", "f ident\n").write("f", "$Id$\nb\n").commit("c");
        fixture.repo.remove("f").git({u"checkout"_s, u"-q"_s, u"f"_s});
        QVERIFY(fixture.repo.read("f").startsWith("$Id: "));
        fixture.repo.write("f", fixture.repo.read("f").replace("b\n", "B\n"));
        const FileDiff file = one(fixture, "f");
        QCOMPARE(shownLines(file), "-b|+B"_ba);
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, changedLines(file), {}));
        QCOMPARE(fixture.staged("f"), "$Id$\nB\n"_ba);
    }

    void ofLfsThePointersAreComparedAndTakenAsAWhole()
    {
        WriteFixture fixture;
        fixture.repo.config(u"filter.lfs.clean"_s,
                            u"cat >.git/x; echo version https://git-lfs.github.com/spec/v1; "
                            "printf 'oid sha256:%s\\n' $(sha256sum <.git/x | cut -c1-64); "
                            "printf 'size %d\\n' $(wc -c <.git/x)"_s);
        fixture.repo.write(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n");
        const QByteArray before(3000, '\1'), after(5000, '\0');
        fixture.repo.write("a.bin", before).commit("c");
        QCOMPARE(fixture.staged("a.bin"), pointer(before));
        fixture.repo.write("a.bin", after).write("new.bin", before);
        const QList<FileDiff> files{one(fixture, "a.bin"), one(fixture, "new.bin")};
        const auto findings = Diff::readFindings(files, {});
        VERIFY_RESULT(findings);
        QCOMPARE(findings->files.first().oldPointer.value_or(Diff::LfsPointer()).size, 3000);
        QCOMPARE(findings->files.first().newPointer.value_or(Diff::LfsPointer()).size, 5000);
        QCOMPARE(findings->files.last().newPointer.value_or(Diff::LfsPointer()).size, 3000);

        const FileDiff &file = files.first();
        const QSet<qsizetype> part{*changedLines(file).begin()};
        VERIFY_FAILURE(Git::stageLines(fixture.git(), file, part, {}), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::discardLines(fixture.git(), file, part, {}), ErrorKind::Invalid);
        VERIFY_RESULT(Git::stageLines(fixture.git(), file, changedLines(file), {}));
        QCOMPARE(fixture.staged("a.bin"), pointer(after));
        const FileDiff staged = fixture.diff("a.bin", Git::DiffSides::HeadToIndex);
        VERIFY_FAILURE(Git::unstageLines(fixture.git(), staged, part, {}), ErrorKind::Invalid);
        VERIFY_RESULT(Git::unstageLines(fixture.git(), staged, changedLines(staged), {}));
        QCOMPARE(fixture.staged("a.bin"), pointer(before));
    }

    void whatGitLfsKeepsIsReadFromWhereItIsAndOnlyWhenItIsThat()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "1\n").commit("first");
        const QByteArray hash = QCryptographicHash::hash("content\n", QCryptographicHash::Sha256).toHex();
        const Diff::LfsPointer named{hash, 8};
        const QByteArray below = "/objects/" + hash.first(2) + '/' + hash.sliced(2, 2) + '/' + hash;
        const auto read = [&](qint64 limit = 1000) {
            return Git::readLfsContent(fixture.where(), named, limit, {});
        };
        VERIFY_FAILURE(read(), ErrorKind::NotFound);
        QVERIFY(read().error().hint.contains(u"git lfs fetch"_s));
        fixture.repo.write(".git/lfs" + below, "content\n");
        QCOMPARE(read().value_or(QByteArray()), "content\n"_ba);
        VERIFY_FAILURE(read(7), ErrorKind::Invalid);
        fixture.repo.write(".git/lfs" + below, "Content\n");
        VERIFY_FAILURE(read(), ErrorKind::Invalid); // somebody changed it
        fixture.repo.write(".git/lfs" + below, "content\nmore\n");
        VERIFY_FAILURE(read(), ErrorKind::Invalid);
        fixture.repo.config(u"lfs.storage"_s, u"elsewhere"_s);
        VERIFY_FAILURE(read(), ErrorKind::NotFound);
        fixture.repo.write(".git/elsewhere" + below, "content\n");
        QCOMPARE(read().value_or(QByteArray()), "content\n"_ba);
        const QString linked = fixture.repo.folder() + u"/linked"_s;
        fixture.repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"--detach"_s, linked});
        const auto there = Git::openRepository(linked);
        VERIFY_RESULT(there);
        QCOMPARE(Git::readLfsContent(there->location, named, 1000, {}).value_or(QByteArray()),
                 "content\n"_ba);
    }

    void sidesThatArePointersAreComparedByWhatTheyStandFor()
    {
        WriteFixture fixture;
        for (const QByteArray &content : {"a\nb\n"_ba, "a\nc\n"_ba}) {
            const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
            fixture.repo.write(".git/lfs/objects/" + hash.first(2) + '/' + hash.sliced(2, 2) + '/' + hash,
                               content);
        }
        const FileDiff file{.oldPath = "f", .newPath = "f"};
        Git::FileSides sides = Git::followPointers(
            fixture.where(), {.before = pointer("a\nb\n"), .after = pointer("a\nc\n")}, 1000, {});
        QVERIFY(sides.isOfLfs && !sides.lfsProblem);
        const auto compared = Git::compareSides(file, sides);
        VERIFY_RESULT(compared);
        QCOMPARE(shownLines(*compared), "-b|+c"_ba);
        sides =
            Git::followPointers(fixture.where(), {.before = "plain\n", .after = pointer("gone")}, 1000, {});
        QVERIFY(sides.lfsProblem && sides.lfsProblem->kind == ErrorKind::NotFound);
        QCOMPARE(sides.before, "plain\n"_ba);
        QVERIFY(!Git::followPointers(fixture.where(), {.before = "plain\n", .after = {}}, 1000, {}).isOfLfs);
        const auto binary = Git::compareSides(file, {.before = "\0"_ba, .after = "a"});
        QCOMPARE(binary->omission, Omission::Binary);
    }

    void linesThatComeBackHaveTheEndsOfTheirFile_data()
    {
        QTest::addColumn<QString>("autocrlf");
        QTest::addColumn<QByteArray>("staged");
        QTest::addColumn<QByteArray>("workTree");
        QTest::addColumn<QByteArray>("expected");
        QTest::addRow("mixed, as they are") << u"false"_s << "a\r\nb\nc\nd\n"_ba << "a\r\nb\nd\n"_ba
                                            << "a\r\nb\nc\nd\n"_ba;
        QTest::addRow("converted") << u"true"_s << "a\nb\nc\nd\n"_ba << "a\r\nb\r\nd\r\n"_ba
                                   << "a\r\nb\r\nc\r\nd\r\n"_ba;
        QTest::addRow("mixed in the index, so not converted")
            << u"true"_s << "a\r\nb\nc\nd\n"_ba << "a\r\nb\nd\n"_ba << "a\r\nb\nc\nd\n"_ba;
    }

    void linesThatComeBackHaveTheEndsOfTheirFile()
    {
        QFETCH(QString, autocrlf);
        QFETCH(QByteArray, staged);
        QFETCH(QByteArray, workTree);
        QFETCH(QByteArray, expected);
        WriteFixture fixture;
        fixture.repo.write("f", staged).commit("c");
        fixture.repo.config(u"core.autocrlf"_s, autocrlf).write("f", workTree + "more\r\n");
        const auto files = Git::readWorkDiff(fixture.git(), {.paths = {"f"}, .contextLines = 0}, {});
        VERIFY_RESULT(files);
        const FileDiff &file = files->first();
        VERIFY_RESULT(Git::discardLines(fixture.git(), file, pick(file, "-c"_ba), {}));
        QCOMPARE(fixture.repo.read("f"), expected + "more\r\n");
    }
};

QTEST_GUILESS_MAIN(WorkDiffTest)
#include "tst_workdiff.moc"
