// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/encoding.h"
#include "diff/lfspointer.h"
#include "diff/moved.h"
#include "diff/parse.h"
#include "diff/split.h"
#include "diff/whitespace.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QStringEncoder>

using namespace Qt::StringLiterals;
using Diff::LineOrigin;
using Diff::TextEncoding;

namespace {

/// A file of one hunk from lines with their marks, "-old" "+new" " same".
Diff::FileDiff makeFile(const QList<QByteArray> &marked, const QByteArray &path = "a.txt"_ba)
{
    QByteArray body;
    int before = 0, after = 0;
    for (const QByteArray &line : marked) {
        body += line + '\n';
        before += line[0] != '+' ? 1 : 0;
        after += line[0] != '-' ? 1 : 0;
    }
    const QByteArray head = "diff --git a/" + path + " b/" + path + "\n--- a/" + path + "\n+++ b/" + path +
                            "\n@@ -1," + QByteArray::number(before) + " +1," + QByteArray::number(after) +
                            " @@\n";
    const auto files = Diff::parseUnified(QByteArray(head + body));
    if (!files || files->size() != 1)
        qFatal("a test made a diff that cannot be read");
    return files->first();
}

/// Each line of a file with the id of the move it belongs to, "-" for none, in order.
QByteArray idsOf(const Diff::Moves &moves, qsizetype file, qsizetype lines)
{
    QByteArray ids;
    for (qsizetype at = 0; at < lines; ++at) {
        const auto id = moves.ids.constFind({file, at});
        ids += id == moves.ids.cend() ? '-' : char('a' + *id);
    }
    return ids;
}

Diff::FileDiff randomFile(QRandomGenerator &random)
{
    QList<QByteArray> lines;
    const int count = 1 + int(random.bounded(30U));
    for (int at = 0; at < count; ++at)
        lines.append(QByteArray(1, " -+-+"[random.bounded(5U)]) + QByteArray::number(at));
    return makeFile(lines);
}

} // namespace

class DiffTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodingsAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<TextEncoding>("encoding");
        const QString text = u"name: Grüße, café\nkey: value\n"_s;
        const auto encode = [&text](QStringEncoder::Encoding encoding, QStringEncoder::Flag flag) {
            return QByteArray(QStringEncoder(encoding, flag)(text));
        };
        using Flag = QStringEncoder::Flag;
        QTest::newRow("nothing") << ""_ba << TextEncoding::Utf8;
        QTest::newRow("ascii") << "plain\n"_ba << TextEncoding::Utf8;
        QTest::newRow("utf-8") << text.toUtf8() << TextEncoding::Utf8;
        QTest::newRow("utf-8 bom") << "\xef\xbb\xbf" + text.toUtf8() << TextEncoding::Utf8Bom;
        QTest::newRow("utf-8 bom, then not") << "\xef\xbb\xbf\xff\n"_ba << TextEncoding::Unknown;
        QTest::newRow("utf-16 le") << encode(QStringEncoder::Utf16LE, Flag::Default) << TextEncoding::Utf16Le;
        QTest::newRow("utf-16 be") << encode(QStringEncoder::Utf16BE, Flag::Default) << TextEncoding::Utf16Be;
        QTest::newRow("utf-16 le bom")
            << encode(QStringEncoder::Utf16LE, Flag::WriteBom) << TextEncoding::Utf16LeBom;
        QTest::newRow("utf-16 be bom")
            << encode(QStringEncoder::Utf16BE, Flag::WriteBom) << TextEncoding::Utf16BeBom;
        QTest::newRow("utf-16 le bom, ideographs")
            << QByteArray("\xff\xfe\x2d\x4e\x87\x65\x0a\x00", 8) << TextEncoding::Utf16LeBom;
        QTest::newRow("utf-16, odd length") << QByteArray("\xff\xfe\x61\x00\x0a", 5) << TextEncoding::Unknown;
        QTest::newRow("utf-16, half a pair")
            << QByteArray("\xff\xfe\x3d\xd8\x0a\x00", 6) << TextEncoding::Unknown;
        QTest::newRow("utf-32 le") << QByteArray("\xff\xfe\0\0\x61\0\0\0", 8) << TextEncoding::Unknown;
        QTest::newRow("latin 1") << text.toLatin1() << TextEncoding::Latin1;
        QTest::newRow("windows-1252") << "price: 5 \x80\n"_ba << TextEncoding::Windows1252;
        QTest::newRow("not defined in windows-1252") << "\x80 \x81\n"_ba << TextEncoding::Unknown;
        QTest::newRow("control characters") << "\x01\x02\xff\n"_ba << TextEncoding::Unknown;
        QTest::newRow("a program") << QByteArray("\x7f"
                                                 "ELF\x02\x01\x01\0\0\0\0\0",
                                                 12)
                                   << TextEncoding::Unknown;
        QTest::newRow("zeros") << QByteArray(64, '\0') << TextEncoding::Unknown;
    }

    void encodingsAreToldApart()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(TextEncoding, encoding);
        QCOMPARE(Diff::detectEncoding(bytes), encoding);
        QCOMPARE(Diff::encodingName(encoding).isEmpty(), encoding == TextEncoding::Unknown);
        const auto text = Diff::convertToUtf8(bytes, encoding);
        QCOMPARE(text.has_value(), encoding != TextEncoding::Unknown);
        QVERIFY(!text || text->isValidUtf8());
    }

    void convertedTextIsWhatWasWritten()
    {
        const QByteArray wanted = u"Grüße für 5 €\n"_s.toUtf8();
        QCOMPARE(Diff::convertToUtf8("Gr\xfc\xdf"
                                     "e f\xfcr 5 \x80\n",
                                     TextEncoding::Windows1252),
                 wanted);
        const QString text = QString::fromUtf8(wanted);
        QStringEncoder encode(QStringEncoder::Utf16BE, QStringEncoder::Flag::WriteBom);
        QCOMPARE(Diff::convertToUtf8(QByteArray(encode(text)), TextEncoding::Utf16BeBom), wanted);
        QCOMPARE(Diff::convertToUtf8(QByteArray("\xef\xbb\xbf" + wanted), TextEncoding::Utf8Bom), wanted);
        QVERIFY(!Diff::convertToUtf8("\x80", TextEncoding::Latin1));
        QVERIFY(!Diff::convertToUtf8("abc", TextEncoding::Utf16Le));
    }

    void randomBytesAreNeverTakenForUtf16()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 2'000; ++round) {
            QByteArray bytes(64 + int(random.bounded(64U)), Qt::Uninitialized);
            for (char &byte : bytes)
                byte = char(random.bounded(256U));
            bytes[3] = 0;
            QCOMPARE(Diff::detectEncoding(bytes), TextEncoding::Unknown);
        }
    }

    void pointersAreReadAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<qint64>("size");
        const QByteArray version = "version https://git-lfs.github.com/spec/v1\n"_ba;
        const QByteArray oid = "oid sha256:" + QByteArray(64, 'a') + '\n';
        QTest::newRow("pointer") << version + oid + "size 12345\n" << qint64(12345);
        QTest::newRow("with an extension")
            << version + "ext-0-foo sha256:" + QByteArray(64, 'b') + '\n' + oid + "size 0\n"
            << qint64(0);
        QTest::newRow("old name") << "version https://hawser.github.com/spec/v1\n" + oid + "size 1\n"
                                  << qint64(1);
        QTest::newRow("other order") << version + "size 1\n" + oid << qint64(-1);
        QTest::newRow("no size") << version + oid << qint64(-1);
        QTest::newRow("no hash") << version + "size 1\n" << qint64(-1);
        QTest::newRow("short hash") << version + "oid sha256:abc\nsize 1\n" << qint64(-1);
        QTest::newRow("other hash") << version + "oid md5:" + QByteArray(64, 'a') + "\nsize 1\n"
                                    << qint64(-1);
        QTest::newRow("negative") << version + oid + "size -1\n" << qint64(-1);
        QTest::newRow("too big a number") << version + oid + "size 99999999999999999999\n" << qint64(-1);
        QTest::newRow("no last line feed") << version + oid + "size 1" << qint64(-1);
        QTest::newRow("carriage returns")
            << QByteArray(version + oid + "size 1\n").replace("\n", "\r\n") << qint64(-1);
        QTest::newRow("text behind it") << version + oid + "size 1\nhello\n" << qint64(-1);
        QTest::newRow("a kilobyte") << version + oid + "size 1\nx " + QByteArray(1000, 'x') + '\n'
                                    << qint64(-1);
        QTest::newRow("nothing") << ""_ba << qint64(-1);
        QTest::newRow("empty line") << version + '\n' + oid + "size 1\n" << qint64(-1);
    }

    void pointersAreReadAndNothingElse()
    {
        QFETCH(QByteArray, content);
        QFETCH(qint64, size);
        const auto pointer = Diff::parseLfsPointer(content);
        QCOMPARE(pointer.has_value(), size >= 0);
        if (pointer)
            QCOMPARE(*pointer, (Diff::LfsPointer{QByteArray(64, 'a'), size}));
    }

    void blanksAloneAreWhitespace_data()
    {
        QTest::addColumn<QList<QByteArray>>("lines");
        QTest::addColumn<bool>("isOnly");
        using Lines = QList<QByteArray>;
        QTest::newRow("indentation") << Lines{"-a: b", "+  a: b"} << true;
        QTest::newRow("tabs") << Lines{"-  a", "-  b", "+\ta", "+\tb"} << true;
        QTest::newRow("carriage return") << Lines{"-a", "+a\r"} << true;
        QTest::newRow("empty line") << Lines{" a", "+", "+  ", " b"} << true;
        QTest::newRow("two blocks, one not") << Lines{"-a", "+ a", " c", "-b", "+bb"} << false;
        QTest::newRow("a letter") << Lines{"-a", "+b"} << false;
        QTest::newRow("a line broken in two") << Lines{"-a b", "+a", "+b"} << false;
        QTest::newRow("swapped") << Lines{"-a", " b", "+a"} << false;
        QTest::newRow("nothing changed") << Lines{" a"} << false;
    }

    void blanksAloneAreWhitespace()
    {
        QFETCH(QList<QByteArray>, lines);
        QFETCH(bool, isOnly);
        const Diff::FileDiff file = makeFile(lines);
        QCOMPARE(Diff::isWhitespaceOnly(file, file.hunks.first()), isOnly);
    }

    void movedBlocksAreFound_data()
    {
        QTest::addColumn<QList<QByteArray>>("lines");
        QTest::addColumn<QByteArray>("ids");
        using Lines = QList<QByteArray>;
        QTest::newRow("three lines") << Lines{"-a", "-b", "-c", " x", "+a", "+b", "+c"} << "aaa-aaa"_ba;
        QTest::newRow("two short lines") << Lines{"-a", "-b", " x", "+a", "+b"} << "-----"_ba;
        QTest::newRow("one long line")
            << Lines{"-a line with enough letters", " x", "+a line with enough letters"} << "a-a"_ba;
        QTest::newRow("brackets") << Lines{"-}", "-}", "-}", "-}", " x", "+}", "+}", "+}", "+}"}
                                  << "---------"_ba;
        QTest::newRow("blank lines above belong to it")
            << Lines{"-", "-a", "-b", "-c", " x", "+", "+a", "+b", "+c"} << "aaaa-aaaa"_ba;
        QTest::newRow("changed in between")
            << Lines{"-a", "-b", "-c", " x", "+a", "+B", "+c"} << "-------"_ba;
        QTest::newRow("indented is not the same")
            << Lines{"-a", "-b", "-c", " x", "+ a", "+ b", "+ c"} << "-------"_ba;
        QTest::newRow("twice") << Lines{"-a", "-b", "-c", " x", "+a", "+b", "+c", " y", "+a", "+b", "+c"}
                               << "aaa-aaa-bbb"_ba;
        QTest::newRow("the longest wins")
            << Lines{"-a", "-b", "-c", " x", "-a", "-b", "-c", "-d", " y", "+a", "+b", "+c", "+d"}
            << "----aaaa-aaaa"_ba;
        QTest::newRow("a gap ends a block")
            << Lines{"-a", "-b", " x", "-c", " y", "+a", "+b", "+c"} << "--------"_ba;
    }

    void movedBlocksAreFound()
    {
        QFETCH(QList<QByteArray>, lines);
        QFETCH(QByteArray, ids);
        const Diff::Moves moves = Diff::findMoved({makeFile(lines)}, {});
        QVERIFY(moves.isComplete);
        QCOMPARE(idsOf(moves, 0, lines.size()), ids);
    }

    void aBlockMovesBetweenFiles()
    {
        const auto from = makeFile({"-one", "-two", "-three", " x"}, "from"_ba);
        const auto to = makeFile({" y", "+one", "+two", "+three"}, "to"_ba);
        const Diff::Moves moves = Diff::findMoved({from, to}, {});
        QCOMPARE(idsOf(moves, 0, 4), "aaa-"_ba);
        QCOMPARE(idsOf(moves, 1, 4), "-aaa"_ba);
        QCOMPARE(moves.blocks, 1);
    }

    void aHundredThousandEqualLinesTakeNoLongTime()
    {
        QList<QByteArray> lines;
        for (int at = 0; at < 100'000; ++at)
            lines.append("-key: value"_ba);
        lines.append(" x"_ba);
        for (int at = 0; at < 100'000; ++at)
            lines.append("+key: value"_ba);
        const auto file = makeFile(lines);
        QElapsedTimer watch;
        watch.start();
        const Diff::Moves moves = Diff::findMoved({file}, {});
        QVERIFY(moves.isComplete);
        QCOMPARE(moves.ids.size(), 200'000);
        QVERIFY2(watch.elapsed() < 5'000, qPrintable(QString::number(watch.elapsed())));
    }

    void tooManyLinesAndACancelAreSaid()
    {
        Diff::FileDiff large;
        large.lines.fill({.origin = LineOrigin::Added, .newNumber = 1}, Diff::kMostMovedLines + 1);
        QVERIFY(!Diff::findMoved({large}, {}).isComplete);
        CancelSource source;
        source.cancel();
        const auto moves =
            Diff::findMoved({makeFile({"-a", "-b", "-c", " x", "+a", "+b", "+c"})}, source.token());
        QVERIFY(!moves.isComplete);
        QVERIFY(moves.ids.isEmpty());
    }

    void everyLineStandsSideBySideOnce()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 300; ++round) {
            const QList<Diff::FileDiff> files{randomFile(random), randomFile(random), Diff::FileDiff{}};
            QSet<qsizetype> collapsed;
            if (round % 5 == 0)
                collapsed.insert(1);
            const Diff::RowHeights heights{.gap = 3, .file = 7, .note = 2, .hunk = 5, .line = 4};
            const Diff::RowIndex unified(files, collapsed, heights);
            const Diff::SplitIndex split(files, collapsed, heights);
            QList<Diff::Row> wanted, shown;
            for (qsizetype at = 0; at < unified.count(); ++at)
                wanted.append(unified.at(at));
            for (qsizetype at = 0; at < split.count(); ++at)
                QVERIFY(checkRow(files, split, at, shown));
            std::ranges::sort(shown, {},
                              [&unified](const Diff::Row &row) { return unified.positionOf(row); });
            QCOMPARE(shown, wanted);
            QVERIFY(split.count() <= unified.count());
        }
    }

    void removedAndAddedStandBesideEachOther()
    {
        const auto file = makeFile({" a", "-b", "-c", "+B", " d", "+e"});
        const Diff::SplitIndex split({file}, {}, {});
        QList<std::pair<qsizetype, qsizetype>> sides;
        for (qsizetype at = 2; at < split.count(); ++at)
            sides.append({split.sidesAt(at).left, split.sidesAt(at).right});
        const QList<std::pair<qsizetype, qsizetype>> wanted{{0, 0}, {1, 3}, {2, -1}, {4, 4}, {-1, 5}};
        QCOMPARE(sides, wanted);
    }

private:
    /// Adds the row's lines to those that are shown.
    static bool checkRow(const QList<Diff::FileDiff> &files, const Diff::SplitIndex &split, qsizetype at,
                         QList<Diff::Row> &shown)
    {
        const Diff::Row found = split.at(at);
        const Diff::Sides sides = split.sidesAt(at);
        bool isRight = split.positionOf(found) == at && split.positionAt(split.topOf(at)) == at;
        if (found.kind != Diff::RowKind::Line) {
            shown.append(found);
            return isRight && sides.left < 0 && sides.right < 0;
        }
        const auto add = [&](qsizetype line, LineOrigin origin) {
            Diff::Row row = found;
            row.line = line;
            shown.append(row);
            isRight = isRight && files[row.file].lines[line].origin == origin && split.positionOf(row) == at;
        };
        if (sides.left >= 0 && sides.left == sides.right) {
            add(sides.left, LineOrigin::Context);
            return isRight;
        }
        if (sides.left >= 0)
            add(sides.left, LineOrigin::Removed);
        if (sides.right >= 0)
            add(sides.right, LineOrigin::Added);
        return isRight && (sides.left >= 0 || sides.right >= 0);
    }
};

QTEST_GUILESS_MAIN(DiffTextTest)
#include "tst_difftext.moc"
