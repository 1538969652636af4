// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/cells.h"
#include "diff/codepoints.h"
#include "diff/rows.h"
#include "diff/search.h"
#include "difffiles.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using Diff::Row;
using Diff::RowIndex;
using Diff::RowKind;

/// The models below the difference view: rows, cells of a line, search.
class TestDiffViewRows : public QObject
{
    Q_OBJECT

    static QList<QByteArray> cells(const QByteArray &line, int tabWidth = 4)
    {
        QList<QByteArray> result;
        Diff::walkCells(line, 0, 0, tabWidth, [&](const Diff::CellRun &run) {
            const QString label = Diff::cellLabel(line, run);
            const QByteArray shown =
                label.isEmpty() ? line.mid(run.start, run.length) : '[' + label.toUtf8() + ']';
            result.append(QByteArray::number(run.column) + ':' + shown);
            return true;
        });
        return result;
    }

    static QList<Diff::FileDiff> randomFiles(QRandomGenerator &random)
    {
        QList<Diff::FileDiff> files;
        for (int file = 0, count = random.bounded(1, 8); file < count; ++file) {
            QList<QByteArray> lines;
            for (int hunk = 0, hunks = random.bounded(0, 4); hunk < hunks; ++hunk) {
                lines.append("@@ section"_ba);
                for (int line = 0, size = random.bounded(1, 6); line < size; ++line)
                    lines.append(QByteArray(" +-").mid(random.bounded(3), 1) + "text");
            }
            files.append(DiffFiles::make("file" + QByteArray::number(file), lines));
        }
        return files;
    }

private Q_SLOTS:
    void everyPositionIsOneRowAndEveryRowOnePosition()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            const QList<Diff::FileDiff> files = randomFiles(random);
            QSet<qsizetype> collapsed;
            if (round % 3 == 0)
                collapsed.insert(random.bounded(int(files.size())));
            const RowIndex rows(files, collapsed, {.gap = 3, .file = 9, .note = 11, .hunk = 7, .line = 5});
            qint64 bottom = -3;
            for (qsizetype position = 0; position < rows.count(); ++position) {
                const Row row = rows.at(position);
                QCOMPARE(rows.positionOf(row), position);
                const qint64 expectedTop = bottom + (row.kind == RowKind::File ? 3 : 0);
                QCOMPARE(rows.topOf(position), expectedTop);
                bottom = expectedTop + rows.heightOf(position);
                QCOMPARE(rows.positionAt(expectedTop), position);
                QCOMPARE(rows.positionAt(bottom - 1), position);
            }
            QCOMPARE(rows.height(), bottom + 3);
            QCOMPARE(rows.positionAt(-100), 0);
            QCOMPARE(rows.positionAt(rows.height() + 100), rows.count() - 1);
        }
    }

    void everyLineHasARow()
    {
        QRandomGenerator random(11);
        const QList<Diff::FileDiff> files = randomFiles(random);
        const RowIndex rows(files, {}, {});
        qsizetype lines = 0;
        for (qsizetype position = 0; position < rows.count(); ++position)
            lines += rows.at(position).kind == RowKind::Line ? 1 : 0;
        qsizetype expected = 0;
        for (const Diff::FileDiff &file : files)
            expected += file.lines.size();
        QCOMPARE(lines, expected);
    }

    void rowsOfACollapsedFileAreItsHeader()
    {
        const QList<Diff::FileDiff> files{DiffFiles::make("a"_ba, {" x"_ba, "+y"_ba}),
                                          DiffFiles::make("b"_ba, {"+z"_ba})};
        const RowIndex rows(files, {0}, {});
        QCOMPARE(rows.count(), 4);
        QCOMPARE(rows.positionOf({RowKind::Line, 0, 0, 1}), 0);
        QCOMPARE(rows.positionOf({RowKind::Line, 1, 0, 0}), 3);
    }

    void hunksAndFilesFollowEachOtherBothWays()
    {
        const QList<Diff::FileDiff> files{DiffFiles::make("a"_ba, {"@@ 1"_ba, "+x"_ba, "@@ 2"_ba, "+y"_ba}),
                                          DiffFiles::make("b"_ba, {"@@ 3"_ba, "+z"_ba})};
        const RowIndex rows(files, {}, {});
        QList<qsizetype> hunks;
        for (qsizetype at = 0;;) {
            const qsizetype next = rows.nextOf(RowKind::Hunk, at);
            if (next == at)
                break;
            hunks.append(at = next);
        }
        QCOMPARE(hunks, QList<qsizetype>({1, 3, 6}));
        QCOMPARE(rows.previousOf(RowKind::Hunk, 6), 3);
        QCOMPARE(rows.previousOf(RowKind::Hunk, 1), 1);
        QCOMPARE(rows.nextOf(RowKind::File, 2), 5);
        QCOMPARE(rows.previousOf(RowKind::File, 2), 0);
    }

    void aLineIsFoundAgainByItsNumber()
    {
        const QList<Diff::FileDiff> before{DiffFiles::make("a"_ba, {"@@ 1"_ba, " x"_ba, "+y"_ba, " z"_ba})};
        const QList<Diff::FileDiff> after{
            DiffFiles::make("new"_ba, {"+n"_ba}),
            DiffFiles::make("a"_ba, {"@@ 1"_ba, " w"_ba, " x"_ba, "+y"_ba, " z"_ba})};
        const Row found = Diff::relocate({RowKind::Line, 0, 0, 1}, before, after);
        QCOMPARE(found.file, 1);
        QCOMPARE(after[1].lines[found.line].newNumber, before[0].lines[1].newNumber);
        QVERIFY(!Diff::relocate({RowKind::Line, 0, 0, 1}, before, {after[0]}).isValid());
    }

    void replacedLinesAreCounterpartsInOrder()
    {
        const Diff::FileDiff file =
            DiffFiles::make("a"_ba, {" c"_ba, "-1"_ba, "-2"_ba, "+3"_ba, " d"_ba, "+4"_ba});
        const auto other = [&](qsizetype line) {
            return Diff::counterpart(file, {RowKind::Line, 0, 0, line});
        };
        QCOMPARE(other(0), -1);
        QCOMPARE(other(1), 3);
        QCOMPARE(other(2), -1);
        QCOMPARE(other(3), 1);
        QCOMPARE(other(5), -1);
    }

    void nothingInALineIsHidden_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QList<QByteArray>>("expected");
        QTest::newRow("ascii") << "a b"_ba << QList{"0:a b"_ba};
        QTest::newRow("tab") << "a\tb"_ba << QList{"0:a"_ba, "1:\t"_ba, "4:b"_ba};
        QTest::newRow("markup") << "<b>x</b><img src=file:///dev/zero>"_ba
                                << QList{"0:<b>x</b><img src=file:///dev/zero>"_ba};
        QTest::newRow("override") << "a\xe2\x80\xae"
                                     "b"_ba
                                  << QList{"0:a"_ba, "1:[U+202E]"_ba, "8:b"_ba};
        QTest::newRow("isolate") << "\xe2\x81\xa6"_ba << QList{"0:[U+2066]"_ba};
        QTest::newRow("tag") << "\xf3\xa0\x81\x81"_ba << QList{"0:[U+E0041]"_ba};
        QTest::newRow("escape") << "\x1b[0m"_ba << QList{"0:[U+001B]"_ba, "7:[0m"_ba};
        QTest::newRow("nul") << QByteArray("a\0b", 3) << QList{"0:a"_ba, "1:[U+0000]"_ba, "8:b"_ba};
        QTest::newRow("line end") << "a\r"_ba << QList{"0:a"_ba, "1:[CR]"_ba};
        QTest::newRow("return inside") << "a\rb"_ba << QList{"0:a"_ba, "1:[U+000D]"_ba, "8:b"_ba};
        QTest::newRow("not text") << "\xff\xc3("_ba << QList{"0:[\\xff]"_ba, "5:[\\xc3]"_ba, "10:("_ba};
        QTest::newRow("wide") << "\xe6\x97\xa5x"_ba << QList{"0:\xe6\x97\xa5"_ba, "2:x"_ba};
        QTest::newRow("mark on ascii") << "ae\xcc\x81z"_ba << QList{"0:a"_ba, "1:e\xcc\x81"_ba, "2:z"_ba};
    }

    void nothingInALineIsHidden()
    {
        QFETCH(QByteArray, line);
        QFETCH(QList<QByteArray>, expected);
        QCOMPARE(cells(line), expected);
    }

    void marksDoNotPileUpWithoutEnd()
    {
        const QByteArray line = "e" + QByteArray("\xcc\x81").repeated(1'000);
        const QList<QByteArray> shown = cells(line);
        QVERIFY(shown.size() > 900);
        QVERIFY(shown.last().endsWith("[U+0301]"));
    }

    void runsCoverEveryByteInOrder()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 300; ++round) {
            QByteArray line;
            for (int at = 0, size = random.bounded(0, 400); at < size; ++at)
                line += char(random.bounded(4) == 0 ? random.bounded(256) : random.bounded(32, 127));
            qsizetype byte = 0;
            qint64 column = 0;
            const qint64 end = Diff::walkCells(line, 0, 0, 4, [&](const Diff::CellRun &run) {
                if (run.start != byte || run.column != column || run.length <= 0)
                    qFatal("a hole in a line");
                byte += run.length;
                column += run.cells;
                return true;
            });
            QCOMPARE(byte, line.size());
            QCOMPARE(end, column);
        }
    }

    void marksOfALongLineAgreeWithWalkingFromItsStart()
    {
        QRandomGenerator random(5);
        QByteArray line;
        while (line.size() < 60'000)
            line += random.bounded(3) == 0 ? "\xe6\x97\xa5\t\xcc\x81\xff"_ba : "plain text "_ba;
        Diff::CellMarks marks(line, 4);
        while (!marks.isComplete())
            QVERIFY(marks.extend(1'000) > 0);
        QHash<qsizetype, qint64> columns;
        const qint64 end = Diff::walkCells(line, 0, 0, 4, [&](const Diff::CellRun &run) {
            columns.insert(run.start, run.column);
            return true;
        });
        QCOMPARE(marks.columns(), end);
        for (qint64 column : {qint64(0), end / 3, end / 2, end - 1}) {
            const auto mark = marks.before(column);
            QVERIFY(mark.column <= column && column - mark.column < 20'000);
            QCOMPARE(columns.value(mark.byte, -1), mark.column);
            QCOMPARE(
                Diff::walkCells(line, mark.byte, mark.column, 4, [](const Diff::CellRun &) { return true; }),
                end);
        }
    }

    void searchFindsEveryPlaceAndIgnoresCaseUntilACapital()
    {
        const QList<Diff::FileDiff> files{DiffFiles::make("a"_ba, {"+Image image"_ba, " none"_ba}),
                                          DiffFiles::make("b"_ba, {"-IMAGE"_ba})};
        const auto all = Diff::findInLines(files, "image"_ba, {});
        QVERIFY(all.has_value());
        QCOMPARE(all->list, QList<Diff::LineMatch>({{0, 0, 0, 5}, {0, 0, 6, 5}, {1, 0, 0, 5}}));
        const auto capital = Diff::findInLines(files, "Image"_ba, {});
        QCOMPARE(capital->list, QList<Diff::LineMatch>({{0, 0, 0, 5}}));
        const auto limited = Diff::findInLines(files, "image"_ba, {}, 2);
        QCOMPARE(limited->list.size(), 2);
        QVERIFY(!limited->isComplete);
        CancelSource source;
        source.cancel();
        QCOMPARE(Diff::findInLines(files, "image"_ba, source.token()).error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestDiffViewRows)
#include "tst_diffview_rows.moc"
