// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"
#include "diff/patch.h"
#include "diff/reading.h"
#include "git/open.h"
#include "git/stage.h"
#include "git/work/conversion.h"
#include "git/work/workdiff.h"
#include "support/repobuilder.h"
#include "support/verify.h"

using namespace Qt::StringLiterals;
using namespace Diff;
using Git::DiffSides;
using Tests::RepoBuilder;

namespace {

Git::RepoLocation locationOf(const RepoBuilder &repo)
{
    Git::RepoLocation where = Git::openRepository(repo.path())->location;
    where.trust = Git::Trust::Trusted;
    return where;
}

QByteArray utf16(const QString &text)
{
    return QByteArray("\xff\xfe", 2) +
           QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

/// The lines as they are read, with their signs.
QByteArray readText(const FileDiff &given)
{
    const FileDiff file = asRead(given);
    QByteArray text;
    for (const Line &line : file.lines)
        text += QByteArrayView(" +-").sliced(int(line.origin), 1).toByteArray() +
                file.content(line).toByteArray() + '\n';
    return text;
}

QSet<qsizetype> changedIn(const FileDiff &file)
{
    QSet<qsizetype> lines;
    for (qsizetype at = 0; at < file.lines.size(); ++at) {
        if (file.lines[at].origin != LineOrigin::Context)
            lines.insert(at);
    }
    return lines;
}

} // namespace

/// Files that are not UTF-8: read as text, stored and staged as the bytes they are.
class EncodingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t08_linesOfAnEncodingAreReadAndStagedByteForByte_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("older");
        QTest::addColumn<QByteArray>("newer");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("Windows-1252") << ""_ba << "a \x80\r\n"_ba << "a \x80\r\nb \x93x\x94\r\n"_ba
                                      << " a €\r\n+b “x”\r\n"_ba;
        QTest::newRow("declared") << "*.txt encoding=koi8-r\n"_ba << "\xf0\n"_ba << "\xf0\n\xd2\n"_ba
                                  << " П\n+р\n"_ba;
    }

    void t08_linesOfAnEncodingAreReadAndStagedByteForByte()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(QByteArray, older);
        QFETCH(QByteArray, newer);
        QFETCH(QByteArray, text);
        RepoBuilder repo;
        repo.write(".gitattributes", attributes);
        repo.write("a.txt", older).commit("one");
        repo.write("a.txt", newer);
        const SystemProcessRunner runner;
        const Git::Program git(runner, locationOf(repo));
        const auto files = Git::readWorkDiff(git, {.paths = {"a.txt"}}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(readText(files->first()), text);
        QCOMPARE(files->first().text, newer);
        VERIFY_RESULT(Git::stageLines(git, files->first(), changedIn(files->first()), {}));
        QCOMPARE(repo.git({u"cat-file"_s, u"blob"_s, u":a.txt"_s}), newer);
    }

    void whatTheUserSetsCountsWhereNoAttributeSaysIt()
    {
        RepoBuilder repo;
        repo.write("a.txt", "\xf0\n").commit("one");
        const auto where = locationOf(repo);
        QVERIFY(Git::readDeclaredEncoding(where, "a.txt").isEmpty());
        repo.config(u"gui.encoding"_s, u"KOI8-R"_s);
        QCOMPARE(Git::readDeclaredEncoding(where, "a.txt"), "KOI8-R"_ba);
        repo.write(".gitattributes", "a.* encoding=cp1252\nb.* -encoding\n");
        QCOMPARE(Git::readDeclaredEncoding(where, "a.txt"), "cp1252"_ba);
        QCOMPARE(Git::readDeclaredEncoding(where, "b.txt"), "KOI8-R"_ba);
        repo.write("a.txt", "\xf0 \x80\n");
        const auto files = Git::readDiff(where, {.paths = {"a.txt"}}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->first().reading.newEncoding, "cp1252"_ba);
        QVERIFY(!files->first().reading.isGuess);
    }

    void attributesThatAreOnlyStagedCountToo()
    {
        RepoBuilder repo;
        repo.write("d/.gitattributes", "* encoding=koi8-r\n");
        repo.write("d/a.txt", "\xf0\n").commit("one");
        repo.remove("d/.gitattributes");
        repo.write("d/a.txt", "\xf0\xd2\n").stage({"d/a.txt"});
        repo.git({u"commit"_s, u"-q"_s, u"-m"_s, u"two"_s});
        const auto files = Git::readDiff(
            locationOf(repo),
            {.sides = DiffSides::CommitToParent, .commit = *Git::ObjectId::fromHex(repo.resolve("HEAD"))},
            {});
        VERIFY_RESULT(files);
        QCOMPARE(readText(files->first()), "-П\n+Пр\n"_ba);
    }

    void t08_utf16WithoutAnAttributeIsReadAndTakenAsAWhole()
    {
        RepoBuilder repo;
        repo.write("a.txt", utf16(u"eins\nzwei\n"_s)).commit("one");
        repo.write("a.txt", utf16(u"eins\nzwö\n"_s));
        const auto where = locationOf(repo);
        const SystemProcessRunner runner;
        const Git::Program git(runner, where);
        const auto files = Git::readWorkDiff(git, {}, {});
        VERIFY_RESULT(files);
        const FileDiff &file = files->first();
        QCOMPARE(file.omission, Omission::Binary); // for staging, drafts and whoever else asks
        QVERIFY(!hasGitsLines(file));
        QCOMPARE(readText(file), " eins\n-zwei\n+zwö\n"_ba);
        QCOMPARE(file.reading.oldEncoding, "UTF-16 LE BOM"_ba);
        QVERIFY(makePatch(file, changedIn(file), PatchUse::Forward).isEmpty());
        QVERIFY(makePatch(file).isEmpty());
        const auto refused = Git::stageLines(git, file, changedIn(file), {});
        QVERIFY(!refused);
        QVERIFY(repo.git({u"diff"_s, u"--cached"_s}).isEmpty());
        VERIFY_RESULT(Git::stagePaths(git, {"a.txt"}, {}));
        QCOMPARE(repo.git({u"cat-file"_s, u"blob"_s, u":a.txt"_s}), utf16(u"eins\nzwö\n"_s));
        const auto staged = Git::readDiff(where, {.sides = DiffSides::HeadToIndex, .contextLines = 0}, {});
        VERIFY_RESULT(staged);
        QCOMPARE(readText(staged->first()), "-zwei\n+zwö\n"_ba);
    }

    void utf16ThatIsNewOrGoneOrBecameUtf8IsRead()
    {
        RepoBuilder repo;
        repo.write("gone.txt", utf16(u"weg\n"_s)).write("changed.txt", utf16(u"a\nü\n"_s)).commit("one");
        repo.remove("gone.txt").write("new.txt", utf16(u"neu\n"_s)).write("changed.txt", "a\n\xc3\xbc\nb\n");
        const auto files = Git::readDiff(locationOf(repo), {}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 3);
        QCOMPARE(readText(files->at(0)), " a\n ü\n+b\n"_ba);
        QCOMPARE(files->at(0).reading.newEncoding, "UTF-8"_ba);
        QCOMPARE(readText(files->at(1)), "-weg\n"_ba);
        QCOMPARE(files->at(1).reading.newEncoding, "UTF-16 LE BOM"_ba);
        QCOMPARE(readText(files->at(2)), "+neu\n"_ba);
    }

    void whatIsNoTextStaysBinary()
    {
        RepoBuilder repo;
        repo.write("a.bin", "\xff\xfe\x01\x00\x02\x00"_ba).commit("one");
        repo.write("a.bin", "\xff\xfe\x03\x00\x02\x00"_ba);
        const auto files = Git::readDiff(locationOf(repo), {}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->first().omission, Omission::Binary);
        QVERIFY(files->first().hunks.isEmpty());
        QCOMPARE(files->first().reading, Reading());
    }
};

QTEST_GUILESS_MAIN(EncodingsTest)
#include "tst_encodings.moc"
