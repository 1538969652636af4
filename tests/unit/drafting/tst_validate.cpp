// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/validate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Drafting::Severity;
using Drafting::Validation;

class ValidateTest final : public QObject
{
    Q_OBJECT

    static QString placesOf(const QList<Validation> &remarks)
    {
        QStringList all;
        for (const Validation &one : remarks)
            all.append(QString(u"%1 %2 %3:%4+%5"_s)
                           .arg(one.severity == Severity::Error ? u"error"_s : u"warning"_s, one.rule,
                                QString::number(one.line), QString::number(one.start),
                                QString::number(one.length)));
        return all.join(u"; "_s);
    }

private Q_SLOTS:
    void remarksHavePlaces_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("expected");
        const QString fifty(50, u'x');
        QTest::newRow("good") << u"feat(web)!: add overlay\n\nBody.\n\nRefs: A-1"_s << QString();
        QTest::newRow("empty") << u"# comment\n\n"_s << u"error header-empty 0:0+0"_s;
        QTest::newRow("no type") << u"add overlay"_s << u"error header-shape 0:0+11"_s;
        QTest::newRow("unknown type") << u"feature: add"_s << u"error type-enum 0:0+7"_s;
        QTest::newRow("type case") << u"Feat: add"_s << u"error type-case 0:0+4"_s;
        QTest::newRow("type missing") << u"(web): add"_s << u"error type-empty 0:0+1"_s;
        QTest::newRow("scope empty") << u"fix(): add"_s << u"error scope-empty 0:3+2"_s;
        QTest::newRow("subject empty") << u"fix: "_s << u"error subject-empty 0:3+1"_s;
        QTest::newRow("two spaces") << u"fix:  add"_s << u"error subject-space 0:3+3"_s;
        QTest::newRow("full stop") << u"fix: add."_s << u"error subject-full-stop 0:8+1"_s;
        QTest::newRow("73") << u"fix: "_s + QString(68, u'x') << u"warning header-max-length 0:72+1"_s;
        QTest::newRow("72") << u"fix: "_s + QString(67, u'x') << QString();
        QTest::newRow("101") << u"fix: "_s + QString(96, u'x') << u"error header-max-length 0:100+1"_s;
        QTest::newRow("glued body") << u"fix: a\nbody"_s << u"warning body-leading-blank 1:0+4"_s;
        QTest::newRow("long line") << u"fix: a\n\n"_s + fifty + u' ' + fifty
                                   << u"warning body-max-line-length 2:100+1"_s;
        QTest::newRow("long link") << u"fix: a\n\nhttps://example.org/"_s + fifty + fifty << QString();
        QTest::newRow("comments count as lines")
            << u"# hint\nfix: a.\n# more"_s << u"error subject-full-stop 1:6+1"_s;
        QTest::newRow("scissors") << u"fix: a\n# ---- >8 ----\ndiff --git "_s + fifty + fifty + u" x"
                                  << QString();
        QTest::newRow("carriage returns") << u"fix: a\r\n\r\nbody\r\n"_s << QString();
        QTest::newRow("merge") << u"Merge branch 'a' into b"_s << QString();
        QTest::newRow("git revert") << u"Revert \"fix: a\"\n\nThis reverts commit abc."_s << QString();
        QTest::newRow("fixup") << u"fixup! fix: a"_s << QString();
        QTest::newRow("colon in subject") << u"fix: a: b"_s << QString();
    }

    void remarksHavePlaces()
    {
        QFETCH(QString, message);
        QFETCH(QString, expected);
        const auto remarks = Drafting::validateMessage(message);
        QCOMPARE(placesOf(remarks), expected);
        QCOMPARE(Drafting::isValidMessage(message), !expected.contains("error"_L1));
        for (const Validation &one : remarks)
            QVERIFY(!one.text.isEmpty());
    }

    void theTypesOfTheRepositoryCount()
    {
        Drafting::RuleOptions rules;
        rules.types = {u"ops"_s};
        QVERIFY(Drafting::isValidMessage(u"ops: restart"_s, rules));
        QVERIFY(!Drafting::isValidMessage(u"fix: restart"_s, rules));
    }
};

QTEST_GUILESS_MAIN(ValidateTest)
#include "tst_validate.moc"
