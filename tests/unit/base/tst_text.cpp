// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lookalike.h"
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

    void c05_lettersOfAnotherScriptInAWordAreNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::addRow("Cyrillic in Latin") << u"\u0440\u0430ypal"_s << u"<U+0440><U+0430>ypal"_s;
        QTest::addRow("Greek in Latin") << u"g\u03BFogle"_s << u"g<U+03BF>ogle"_s;
        QTest::addRow("Armenian in Latin") << u"g\u0585"_s << u"g<U+0585>"_s;
        QTest::addRow("Cherokee in Latin") << u"M\u13AA"_s << u"M<U+13AA>"_s;
        QTest::addRow("Greek in Cyrillic") << u"\u0434\u03BF\u043C"_s << u"\u0434<U+03BF>\u043C"_s;
        QTest::addRow("in one part of a path") << u"src/m\u0430in.cpp"_s << u"src/m<U+0430>in.cpp"_s;
        QTest::addRow("behind a digit") << u"v1\u0430b"_s << u"v1<U+0430>b"_s;
        QTest::addRow("parted by what hides") << u"a\u200B\u0430"_s << u"a<U+200B><U+0430>"_s;
        QTest::addRow("line feed") << u"a\nb"_s << u"a<U+000A>b"_s;
        for (const QString &plain :
             {u"main"_s, u"\u0440\u0443\u043A\u043E\u0432\u043E\u0434\u0441\u0442\u0432\u043E.md"_s,
              u"docs/\u0441\u043E\u0440\u0430"_s, u"\u0395\u03BB\u03BB\u03AC\u03B4\u03B1"_s, u"テストtest"_s,
              u"\u0394x"_s, u"5\u03C3"_s, u"caf\u00E9"_s, u"👩‍💻"_s})
            QTest::addRow("%s stays", qPrintable(plain)) << plain << plain;
    }

    void c05_lettersOfAnotherScriptInAWordAreNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(visibleName(name), expected);
        QCOMPARE(displayPath(name.toUtf8()), expected);
        QCOMPARE(hasLookalikes(name), expected.contains("<U+0"_L1) && !expected.contains("000A"_L1)
                                          ? true
                                          : expected.contains("<U+13"_L1));
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
