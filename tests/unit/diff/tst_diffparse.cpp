// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/parse.h"
#include "diff/patch.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using Diff::FileStatus;
using Diff::LineOrigin;

namespace {

const QByteArray kText = "diff --git a/one.yaml b/one.yaml\n"
                         "index 1111111..2222222 100755\n"
                         "--- a/one.yaml\n"
                         "+++ b/one.yaml\n"
                         "@@ -1,3 +1,4 @@\n"
                         " a\n"
                         "-b\r\n"
                         "+B\n"
                         "+\xff\n"
                         " c\n"
                         "@@ -10,2 +11 @@ section: x\n"
                         " y\n"
                         "-z\n"
                         "\\ No newline at end of file\n"
                         "diff --git a/gone b/gone\n"
                         "deleted file mode 100644\n"
                         "index 3333333..0000000\n"
                         "--- a/gone\n"
                         "+++ /dev/null\n"
                         "@@ -1 +0,0 @@\n"
                         "-x\n"_ba;

} // namespace

class DiffParseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hunksBecomeNumberedLines()
    {
        const auto files = Diff::parseUnified(QByteArray("noise\n" + kText));
        QVERIFY2(files, files ? "" : qPrintable(files.error().detail));
        QCOMPARE(files->size(), 2);
        const Diff::FileDiff &file = files->first();
        QCOMPARE(file.path(), "one.yaml"_ba);
        QCOMPARE(file.oldMode, 0100755U);
        QCOMPARE(file.newMode, 0100755U);
        QCOMPARE(file.oldId, "1111111"_ba);
        QCOMPARE(file.hunks.size(), 2);
        QCOMPARE(file.hunks[1].section, "section: x"_ba);
        QCOMPARE(file.hunks[1].firstLine, 5);
        QCOMPARE(file.lines.size(), 7);
        QCOMPARE(file.content(file.lines[1]), "b\r"_ba);
        QCOMPARE(file.content(file.lines[3]), "\xff"_ba);
        QCOMPARE(file.lines[3].origin, LineOrigin::Added);
        QCOMPARE(file.lines[3].oldNumber, 0U);
        QCOMPARE(file.lines[3].newNumber, 3U);
        QCOMPARE(file.lines[5].oldNumber, 10U);
        QCOMPARE(file.lines[5].newNumber, 11U);
        QVERIFY(!file.lines[6].endsWithNewline);
        QCOMPARE(file.content(file.lines[6]), "z"_ba);
        QCOMPARE(Diff::countLines(file), (Diff::LineCounts{.added = 2, .removed = 2}));
        QCOMPARE(files->last().status, FileStatus::Deleted);
        QCOMPARE(files->last().oldPath, "gone"_ba);
        QVERIFY(files->last().newPath.isEmpty());
        QVERIFY(files->last().newId.isEmpty());
    }

    void namesAreRead_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("path");
        QTest::addRow("plain") << "a/x b/x"_ba << "x"_ba;
        QTest::addRow("folder") << "a/d/x b/d/x"_ba << "d/x"_ba;
        QTest::addRow("space") << "a/x y b/x y"_ba << "x y"_ba;
        QTest::addRow("looks like two") << "a/x b/x b/x b/x"_ba << "x b/x"_ba;
        QTest::addRow("no prefix") << "d/x d/x"_ba << "d/x"_ba;
        QTest::addRow("mnemonic prefix") << "i/x w/x"_ba << "x"_ba;
        QTest::addRow("quoted")
            << "\"a/caf\\303\\251\\t\\\"q\\\"\\\\\" \"b/caf\\303\\251\\t\\\"q\\\"\\\\\""_ba
            << "caf\xc3\xa9\t\"q\"\\"_ba;
        QTest::addRow("not utf-8") << "\"a/\\377\" \"b/\\377\""_ba << "\xff"_ba;
        QTest::addRow("leading dash") << "a/-rf b/-rf"_ba << "-rf"_ba;
        QTest::addRow("raw bytes") << "a/\xff b/\xff"_ba << "\xff"_ba;
    }

    void namesAreRead()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, path);
        const auto files =
            Diff::parseUnified(QByteArray("diff --git " + header + "\nold mode 100644\nnew mode 100755\n"));
        QVERIFY(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().oldPath, path);
        QCOMPARE(files->first().newPath, path);
        QCOMPARE(files->first().newMode, 0100755U);
    }

    void renamesTakeBothNames()
    {
        const auto files = Diff::parseUnified("diff --git a/old name b/new\n"
                                              "similarity index 87%\n"
                                              "rename from old name\n"
                                              "rename to \"n\\303\\251w\"\n"
                                              "index 1..2 100644\n"
                                              "--- a/old name\t\n"
                                              "+++ \"b/n\\303\\251w\"\n"
                                              "@@ -1 +1 @@\n-a\n+b\n");
        QVERIFY(files);
        QCOMPARE(files->first().status, FileStatus::Renamed);
        QCOMPARE(files->first().oldPath, "old name"_ba);
        QCOMPARE(files->first().newPath, "n\xc3\xa9w"_ba);
        QCOMPARE(files->first().similarity, 87);
        QCOMPARE(files->first().lines.size(), 2);
    }

    void prefixesOfUnequalLengthAreTakenFromTheLabels()
    {
        const auto files = Diff::parseUnified(
            "diff --git before/x after/x\n--- before/x\n+++ after/x\n@@ -1 +1 @@\n-a\n+b\n");
        QVERIFY(files);
        QCOMPARE(files->first().path(), "x"_ba);
    }

    void filesWithoutLinesSayWhy()
    {
        const auto files = Diff::parseUnified(
            "diff --git a/i.png b/i.png\nindex 1..2 100644\n"
            "Binary files a/i.png and b/i.png differ\n"
            "diff --git a/sub b/sub\nindex 1..2 160000\n--- a/sub\n+++ b/sub\n"
            "@@ -1 +1 @@\n-Subproject commit 1234\n+Subproject commit 5678\n"
            "* Unmerged path torn\n"
            "diff --cc both\nindex 1,2..3\n--- a/both\n+++ b/both\n@@@ -1,1 -1,1 +1,1 @@@\n"
            "- a\n -b\n++c\n");
        QVERIFY(files);
        QCOMPARE(files->size(), 4);
        QCOMPARE(files->at(0).omission, Diff::Omission::Binary);
        QCOMPARE(files->at(1).omission, Diff::Omission::Submodule);
        QCOMPARE(files->at(1).newId, "5678"_ba);
        QVERIFY(files->at(1).lines.isEmpty());
        QCOMPARE(files->at(2).status, FileStatus::Conflicted);
        QCOMPARE(files->at(3).newPath, "both"_ba);
    }

    void brokenTextIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        const QByteArray head = "diff --git a/x b/x\n--- a/x\n+++ b/x\n"_ba;
        QTest::addRow("cut short") << QByteArray(head + "@@ -1,3 +1,3 @@\n a\n") << u"line 5"_s;
        QTest::addRow("too many lines") << QByteArray(head + "@@ -1 +1 @@\n-a\n+b\n+c\n") << u"line 7"_s;
        QTest::addRow("other lines") << QByteArray(head + "@@ -1 +1 @@\n-a\n-b\n") << u"line 6"_s;
        QTest::addRow("huge count") << QByteArray(head + "@@ -1,99999999999 +1 @@\n-a\n") << u"line 4"_s;
        QTest::addRow("no number") << QByteArray(head + "@@ -,1 +1 @@\n-a\n") << u"line 4"_s;
        QTest::addRow("start without lines") << QByteArray(head + "@@ -0,1 +1 @@\n-a\n") << u"line 4"_s;
        QTest::addRow("note first") << QByteArray(head + "@@ -1 +1 @@\n\\ No newline\n-a\n") << u"line 5"_s;
        QTest::addRow("no name") << "diff --git \"a/x b/x\nold mode 100644\n"_ba << u"line 2"_s;
    }

    void brokenTextIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        const auto files = Diff::parseUnified(text);
        QVERIFY(!files);
        QCOMPARE(files.error().kind, ErrorKind::Invalid);
        QVERIFY2(files.error().message.endsWith(line), qPrintable(files.error().message));
    }

    void anyDamageIsSurvived()
    {
        QRandomGenerator random(7);
        const auto at = [&random](qsizetype size) {
            return static_cast<qsizetype>(random.bounded(static_cast<int>(size)));
        };
        for (int round = 0; round < 20'000; ++round) {
            QByteArray text = kText;
            for (int damage = random.bounded(1, 5); damage > 0 && !text.isEmpty(); --damage) {
                switch (random.bounded(4)) {
                case 0:
                    text.truncate(at(text.size()));
                    break;
                case 1:
                    text[at(text.size())] = "@-+ \\\n\"/09,"[at(11)];
                    break;
                case 2:
                    text.remove(at(text.size()), at(20));
                    break;
                default:
                    text.insert(at(text.size()), text.sliced(at(text.size())).first(1));
                }
            }
            const auto files = Diff::parseUnified(text);
            if (!files)
                continue;
            for (const Diff::FileDiff &file : *files) {
                QVERIFY(!file.path().isEmpty());
                for (const Diff::Line &line : file.lines)
                    QVERIFY(line.offset + line.length <= file.text.size());
                for (const Diff::Hunk &hunk : file.hunks)
                    QVERIFY(hunk.firstLine + hunk.lineCount <= file.lines.size());
                Diff::makePatch(file);
            }
        }
    }
};

QTEST_GUILESS_MAIN(DiffParseTest)
#include "tst_diffparse.moc"
