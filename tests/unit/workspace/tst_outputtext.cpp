// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/outputtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What is left of a text that arrives in pieces of the given size.
QByteArray plainOf(QByteArrayView text, qsizetype size)
{
    OutputText output;
    QByteArray plain;
    for (qsizetype at = 0; at < text.size(); at += size)
        plain += output.take(text.sliced(at, std::min(size, text.size() - at)));
    return plain + output.finish();
}

} // namespace

/// What a program prints for a terminal, without what only a terminal understands.
class OutputTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sequencesGoAndEverythingElseStays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("text") << "a\tb\r\nc\n"_ba << "a\tb\r\nc\n"_ba;
        QTest::newRow("colour") << "\x1b[31;1mred\x1b[0m and \x1b[mplain"_ba << "red and plain"_ba;
        QTest::newRow("256 and true colour") << "\x1b[38;5;9ma\x1b[38:2::1:2:3mb"_ba << "ab"_ba;
        QTest::newRow("moves") << "50%\x1b[2K\x1b[1G\x1b[?25l100%"_ba << "50%100%"_ba;
        QTest::newRow("title") << "\x1b]0;a title\x07text"_ba << "text"_ba;
        QTest::newRow("link") << "\x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\."_ba << "here."_ba;
        QTest::newRow("UTF-8") << "\x1b[32m\xe2\x9c\x93 gr\xc3\xbcn \xf0\x9f\x8d\x8f\x1b[0m"_ba
                               << "\xe2\x9c\x93 gr\xc3\xbcn \xf0\x9f\x8d\x8f"_ba;
        QTest::newRow("other controls") << "a\0b\x07\x08\x7f\xc2\x9b"
                                           "31m"_ba
                                        << "a\0b\x07\x08\x7f\xc2\x9b"
                                           "31m"_ba;
        QTest::newRow("other escapes") << "\x1b(B\x1b"
                                          "7\x1b\x1b"_ba
                                       << "\x1b(B\x1b"
                                          "7\x1b\x1b"_ba;
        QTest::newRow("a line feed in a colour") << "\x1b[31\nm"_ba << "\x1b[31\nm"_ba;
        QTest::newRow("a line feed in a title") << "\x1b]0;a\nb\x07"_ba << "\x1b]0;a\nb\x07"_ba;
        QTest::newRow("a colour in a title") << "\x1b]0;a\x1b[31mb"_ba << "\x1b]0;a\x1b[31mb"_ba;
        QTest::newRow("a colour after a broken one") << "\x1b[3\x1b[31mb"_ba << "\x1b[3b"_ba;
        QTest::newRow("an end without a start") << "a\x1b[31"_ba << "a\x1b[31"_ba;
        QTest::newRow("a title without an end") << "a\x1b]0;b"_ba << "a\x1b]0;b"_ba;
        QTest::newRow("invalid bytes") << "\xff\xc3(\xe2\x9c \x80\xf0"_ba << "\xff\xc3(\xe2\x9c \x80\xf0"_ba;
    }
    void sequencesGoAndEverythingElseStays()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, plain);
        for (qsizetype size = 1; size <= text.size() + 1; ++size)
            QCOMPARE(plainOf(text, size), plain);
    }

    void aTitleThatNeverEndsHidesNothing()
    {
        const QByteArray text = "\x1b]0;" + QByteArray(100'000, 'x') + "\nthe error\n";
        QCOMPARE(plainOf(text, 1000), text);
    }

    void whatIsCompleteIsHandedOutAtOnce()
    {
        OutputText output;
        QCOMPARE(output.take("one\x1b[3"), "one"_ba);
        QCOMPARE(output.take("1mtwo\xe2\x9c"), "two"_ba);
        QCOMPARE(output.take("\x93"), "\xe2\x9c\x93"_ba);
        QCOMPARE(output.finish(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(OutputTextTest)
#include "tst_outputtext.moc"
