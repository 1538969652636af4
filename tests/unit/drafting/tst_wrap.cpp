// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/validate.h"
#include "drafting/wrap.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Lines of a message are broken as they are written, where nothing is lost by it.
class WrapTest final : public QObject
{
    Q_OBJECT

    static constexpr int kWidth = 20;

private Q_SLOTS:
    void linesThatWouldLoseTheirMeaningStayWhole_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("line");
        QTest::addColumn<bool>("isWhole");
        const QString subject = u"fix: a thing\n\n"_s;
        QTest::newRow("subject") << subject << 0 << true;
        QTest::newRow("subject behind a comment") << u"# c\n\nfix: a thing\n\nb"_s << 2 << true;
        QTest::newRow("prose") << QString(subject + u"why it was so"_s) << 2 << false;
        QTest::newRow("prose right below") << u"fix: a thing\nwhy"_s << 1 << false;
        QTest::newRow("comment") << QString(subject + u"# of git"_s) << 2 << true;
        QTest::newRow("bullet") << QString(subject + u"- one\n"_s) << 2 << true;
        QTest::newRow("star") << QString(subject + u"* one"_s) << 2 << true;
        QTest::newRow("number") << QString(subject + u"12. one"_s) << 2 << true;
        QTest::newRow("a dash in prose") << QString(subject + u"-Wall is on"_s) << 2 << false;
        QTest::newRow("indented code") << QString(subject + u"    code here"_s) << 2 << true;
        QTest::newRow("tab") << QString(subject + u"\tcode here"_s) << 2 << true;
        QTest::newRow("rest of a list item") << QString(subject + u"- a\n  more"_s) << 3 << true;
        QTest::newRow("fenced") << QString(subject + u"```\ncode here\n```"_s) << 3 << true;
        QTest::newRow("behind a fence") << QString(subject + u"```\ncode here\n```\nprose"_s) << 5 << false;
        QTest::newRow("quotation") << QString(subject + u"> said so"_s) << 2 << true;
        QTest::newRow("table") << QString(subject + u"| a | b |"_s) << 2 << true;
        QTest::newRow("link with a number") << QString(subject + u"[1] https://example.org/x"_s) << 2 << true;
        QTest::newRow("trailer") << QString(subject + u"Signed-off-by: Ada <ada@example.org>"_s) << 2 << true;
        QTest::newRow("trailer in lower case") << QString(subject + u"reviewed-by: Ada"_s) << 2 << true;
        QTest::newRow("breaking") << QString(subject + u"BREAKING CHANGE: all of it"_s) << 2 << true;
        QTest::newRow("fixes") << QString(subject + u"Fixes: #12 and more"_s) << 2 << true;
        QTest::newRow("word with a colon") << QString(subject + u"Note: it is so"_s) << 2 << false;
        QTest::newRow("words of trailers") << QString(subject + u"Note: it is so\nTeam: all"_s) << 2 << true;
        QTest::newRow("not the last paragraph")
            << QString(subject + u"Note: it is so\nTeam: all\n\nmore"_s) << 2 << false;
    }
    void linesThatWouldLoseTheirMeaningStayWhole()
    {
        QFETCH(QString, message);
        QFETCH(int, line);
        QFETCH(bool, isWhole);
        QCOMPARE(Drafting::standsWhole(message, line, u"#"_s), isWhole);
    }

    void aLineIsBrokenAtItsLastSpaceThatFits()
    {
        const QString prose = u"s\n\none two three four five"_s;
        QCOMPARE(Drafting::breakPlace(prose, 2, kWidth, u"#"_s), 18);
        QCOMPARE(Drafting::breakPlace(prose, 2, 80, u"#"_s), std::nullopt);
        QCOMPARE(Drafting::breakPlace(u"s\n\n; of git and very long"_s, 2, kWidth, u";"_s), std::nullopt);
        QCOMPARE(Drafting::breakPlace(u"one two three four five six"_s, 0, kWidth, u"#"_s), std::nullopt);
    }

    void aLinkIsNotCutAndWhatFollowsGoesBelow()
    {
        const QString link = u"https://example.org/very/long"_s;
        QCOMPARE(Drafting::breakPlace(u"s\n\n"_s + link, 2, kWidth, u"#"_s), std::nullopt);
        QCOMPARE(Drafting::breakPlace(u"s\n\n"_s + link + u" and"_s, 2, kWidth, u"#"_s), link.size());
        QCOMPARE(Drafting::breakPlace(u"s\n\nsee "_s + link, 2, kWidth, u"#"_s), 3);
    }

    void nobodyIsToldToWrapATrailerOrCode()
    {
        const QString longName = u"Ada "_s.repeated(30);
        const auto rules = [](const QString &message) {
            QStringList names;
            for (const Drafting::Validation &one : Drafting::validateMessage(message, {}))
                names += one.rule;
            return names;
        };
        QCOMPARE(rules(u"fix: a\n\nSigned-off-by: "_s + longName), QStringList());
        QCOMPARE(rules(u"fix: a\n\n    "_s + longName), QStringList());
        QCOMPARE(rules(u"fix: a\n\n- "_s + longName), QStringList{u"body-max-line-length"_s});
        QCOMPARE(rules(u"fix: a\n\n"_s + longName), QStringList{u"body-max-line-length"_s});
    }
};

QTEST_GUILESS_MAIN(WrapTest)
#include "tst_wrap.moc"
