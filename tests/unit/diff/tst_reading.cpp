// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/context.h"
#include "diff/reading.h"
#include "diff/reversed.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Diff;

namespace {

/// A hunk of lines that begin with ' ', '+' or '-'.
FileDiff fileOf(const QList<QByteArray> &lines)
{
    FileDiff file{.oldPath = "a", .newPath = "a", .oldMode = 0100644, .newMode = 0100644};
    file.hunks.append({1, 0, 1, 0, {}, 0, lines.size()});
    Hunk &hunk = file.hunks.last();
    for (const QByteArray &line : lines) {
        const LineOrigin origin = line[0] == '+'   ? LineOrigin::Added
                                  : line[0] == '-' ? LineOrigin::Removed
                                                   : LineOrigin::Context;
        file.lines.append({.origin = origin,
                           .oldNumber = origin == LineOrigin::Added ? 0 : ++hunk.oldCount,
                           .newNumber = origin == LineOrigin::Removed ? 0 : ++hunk.newCount,
                           .offset = quint32(file.text.size()),
                           .length = quint32(line.size() - 1)});
        file.text += line.sliced(1) + '\n';
    }
    return file;
}

QByteArray readLine(const FileDiff &file, qsizetype line)
{
    const FileDiff shown = asRead(file);
    return shown.content(shown.lines[line]).toByteArray();
}

} // namespace

class ReadingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesOfEncodingsAreReadAsText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isGuess");
        QTest::newRow("Latin-1") << "Gr\xfc\xdf\x65"_ba << ""_ba << "Gr\xc3\xbc\xc3\x9f\x65"_ba
                                 << "ISO 8859-1"_ba << true;
        QTest::newRow("Windows-1252") << "5 \x80 \x96 ok"_ba << ""_ba << "5 \xe2\x82\xac \xe2\x80\x93 ok"_ba
                                      << "Windows-1252"_ba << true;
        const QByteArray kana = "\x83\x65\x83\x58\x83\x67\x82\xf0\x93\xc7\x82\xde"_ba;
        const QByteArray kanaText = QString(u"テストを読む"_s).toUtf8();
        QTest::newRow("Shift_JIS") << kana << ""_ba << kanaText << "Shift_JIS"_ba << true;
        QTest::newRow("Shift_JIS declared") << kana << "shift_jis"_ba << kanaText << "shift_jis"_ba << false;
        QTest::newRow("KOI8-R declared")
            << "\xf0\xd2\xc9"_ba << "KOI8-R"_ba << QString(u"При"_s).toUtf8() << "KOI8-R"_ba << false;
        QTest::newRow("declared, unknown here")
            << "\xfc"_ba << "no-such-set"_ba << "\xc3\xbc"_ba << "ISO 8859-1"_ba << true;
        QTest::newRow("declared, hostile")
            << "\xfc"_ba << "--x\n$(id)"_ba << "\xc3\xbc"_ba << "ISO 8859-1"_ba << true;
        QTest::newRow("declared, of units")
            << "\xfc"_ba << "UTF-16LE"_ba << "\xc3\xbc"_ba << "ISO 8859-1"_ba << true;
    }

    void bytesOfEncodingsAreReadAsText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, declared);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        QFETCH(bool, isGuess);
        FileDiff file = fileOf({" plain", "-" + bytes, "+" + bytes + "!"});
        const QByteArray before = file.text;
        const QList<Line> linesBefore = file.lines;
        QVERIFY(!isPlainText(file));
        takeReading(file, declared);
        QCOMPARE(file.text, before); // what is staged
        QCOMPARE(file.lines, linesBefore);
        QCOMPARE(readLine(file, 0), "plain"_ba);
        QCOMPARE(readLine(file, 1), text);
        QCOMPARE(readLine(file, 2), text + '!');
        QCOMPARE(file.reading.oldEncoding, name);
        QCOMPARE(file.reading.newEncoding, name);
        QCOMPARE(file.reading.isGuess, isGuess);
        QCOMPARE(file.reading.problems, 0);
    }

    void plainTextIsLeftAlone()
    {
        FileDiff file = fileOf({" a", "-\xc3\xbc", "+b"});
        QVERIFY(isPlainText(file));
        takeReading(file, "KOI8-R");
        QCOMPARE(file.reading, Reading{.declared = "KOI8-R"});
        QCOMPARE(asRead(file), file);
    }

    void aFileThatIsConvertedHasBothNames()
    {
        FileDiff file = fileOf({"-gr\xfcn", "+gr\xc3\xbcn"});
        takeReading(file);
        QCOMPARE(file.reading.oldEncoding, "ISO 8859-1"_ba);
        QVERIFY(file.reading.newEncoding.isEmpty());
        QCOMPARE(readLine(file, 0), readLine(file, 1));
    }

    void aSideOfAsciiIsReadAsTheOther()
    {
        FileDiff file = fileOf({"-gruen", "+gr\xfcn"});
        takeReading(file);
        QCOMPARE(file.reading.oldEncoding, "ISO 8859-1"_ba);
        QCOMPARE(file.reading.newEncoding, "ISO 8859-1"_ba);
    }

    void whatHasNoCharacterIsCountedAndKept()
    {
        FileDiff few = fileOf({" \xc3\xbc", " \xc3\xa4", "+bad \xff byte"});
        takeReading(few);
        QVERIFY(few.reading.newEncoding.isEmpty()); // UTF-8 but for one place
        QCOMPARE(few.reading.problems, 1);
        QCOMPARE(asRead(few).text, few.text);

        FileDiff undefined = fileOf({"+\x81 \xfc"});
        takeReading(undefined);
        QCOMPARE(undefined.reading.newEncoding, "Windows-1252"_ba);
        QCOMPARE(undefined.reading.problems, 1);
        QCOMPARE(readLine(undefined, 0), "\x81 \xc3\xbc"_ba); // the byte, which views show as such

        FileDiff cut = fileOf({"+\x83\x65 \x83"});
        takeReading(cut, "Shift_JIS");
        QCOMPARE(cut.reading.problems, 1);
        QVERIFY(readLine(cut, 0).contains("\xef\xbf\xbd"));
    }

    void moreContextAndTheOtherDirectionKeepTheLinesTogether()
    {
        QList<QByteArray> lines;
        for (int at = 0; at < 40; ++at)
            lines += " zeile \xfc" + QByteArray::number(at);
        lines[20] = "-alt \xe4";
        lines.insert(21, "+neu \xf6");
        FileDiff whole = fileOf(lines);
        takeReading(whole);
        const FileDiff cut = withContext(whole, 1, {});
        QCOMPARE(cut.lines.size(), 4);
        QCOMPARE(readLine(cut, 0), "zeile \xc3\xbc"
                                   "19"_ba);
        QCOMPARE(readLine(cut, 1), "alt \xc3\xa4"_ba);
        QCOMPARE(readLine(cut, 2), "neu \xc3\xb6"_ba);
        const FileDiff back = reversed(cut);
        QCOMPARE(readLine(back, 1), "neu \xc3\xb6"_ba);
        QCOMPARE(readLine(back, 2), "alt \xc3\xa4"_ba);
    }

    void aLongLineOrManyStayLinear()
    {
        const QByteArray line(1'000'000, '\xfc');
        FileDiff file = fileOf({"+" + line});
        takeReading(file);
        QCOMPARE(readLine(file, 0).size(), 2 * line.size());
    }
};

QTEST_GUILESS_MAIN(ReadingTest)
#include "tst_reading.moc"
