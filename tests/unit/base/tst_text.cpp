// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

using namespace Qt::StringLiterals;

class TextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainTextStaysAsItIs()
    {
        const QString text = u"feat(api): überraschung — 日本語 👩‍💻\n\tsecond"_s;
        QCOMPARE(visibleText(text), text);
        QCOMPARE(displayText(text.toUtf8()), text);
        QVERIFY(!hasHiddenCharacters(text));
    }

    void hiddenCharactersAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addRow("right-to-left override") << u"a\u202Eb"_s << u"a<U+202E>b"_s;
        QTest::addRow("isolate") << u"\u2066x\u2069"_s << u"<U+2066>x<U+2069>"_s;
        QTest::addRow("zero width space") << u"a\u200Bb"_s << u"a<U+200B>b"_s;
        QTest::addRow("byte order mark") << u"\uFEFFa"_s << u"<U+FEFF>a"_s;
        QTest::addRow("soft hyphen") << u"a\u00ADb"_s << u"a<U+00AD>b"_s;
        QTest::addRow("escape") << u"\x1b[31m"_s << u"<U+001B>[31m"_s;
        QTest::addRow("C1") << u"\u009b"_s << u"<U+009B>"_s;
        QTest::addRow("carriage return") << u"a\r\n"_s << u"a<U+000D>\n"_s;
        QTest::addRow("tag") << u"\U000E0041"_s << u"<U+E0041>"_s;
        QTest::addRow("lone surrogate") << QString(QChar(0xd800)) << u"<U+D800>"_s;
        QTest::addRow("line separator") << u"a\u2028b"_s << u"a<U+2028>b"_s;
    }

    void hiddenCharactersAreNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(visibleText(text), expected);
        QVERIFY(hasHiddenCharacters(text));
    }

    void invalidBytesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::addRow("latin-1") << "caf\xe9.txt"_ba << u"caf\\xe9.txt"_s;
        QTest::addRow("lone continuation") << "\x80x"_ba << u"\\x80x"_s;
        QTest::addRow("overlong") << "\xc0\xaf"_ba << u"\\xc0\\xaf"_s;
        QTest::addRow("surrogate") << "\xed\xa0\x80"_ba << u"\\xed\\xa0\\x80"_s;
        QTest::addRow("cut short") << "a\xe2\x82"_ba << u"a\\xe2\\x82"_s;
        QTest::addRow("beyond unicode") << "\xf4\x90\x80\x80"_ba << u"\\xf4\\x90\\x80\\x80"_s;
    }

    void invalidBytesAreNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        QCOMPARE(displayText(bytes), expected);
    }

    void firstLineIsShortened()
    {
        QCOMPARE(firstLine(u"one\ntwo"), u"one"_s);
        QCOMPARE(firstLine(QString(20, u'x'), 5), u"xxxx…"_s);
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
