// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/actor.h"
#include "audit/words.h"
#include "support/verify.h"
#include "trailfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class AuditRecordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsAreFilteredNewestFirst();
    void survivalCountsRunsOfFourWords();
    void tablesQuoteAndDisarm();
};

void AuditRecordsTest::recordsAreFilteredNewestFirst()
{
    const Tests::Trail trail;
    for (int number = 1; number <= 6; ++number) {
        Audit::Entry entry = Tests::Trail::entry(number);
        entry.operation = number % 2 ? u"scan"_s : u"generate_commit_message"_s;
        entry.user = number <= 3 ? u"ada"_s : u"grace"_s;
        entry.repository = number == 6 ? u"/srv/shop-two"_s : u"/home/ada/shop"_s;
        VERIFY_RESULT(trail.add(entry));
    }
    const auto numbers = [&](const Audit::Filter &filter, qsizetype most = 100) {
        QList<quint64> found;
        const auto read = Audit::readRecords(trail.folder(), filter, most, {});
        if (!read)
            qFatal("cannot be read");
        for (const Audit::Record &record : read->records)
            found += record.number;
        return found;
    };
    using Numbers = QList<quint64>;
    const auto moment = [](int number) { return Tests::Trail::entry(number).timestamp; };
    QCOMPARE(numbers({}), Numbers({6, 5, 4, 3, 2, 1}));
    QCOMPARE(numbers({}, 2), Numbers({6, 5}));
    QCOMPARE(numbers({.since = moment(2), .until = moment(5)}), Numbers({4, 3, 2}));
    QCOMPARE(numbers({.operation = u"scan"_s}), Numbers({5, 3, 1}));
    QCOMPARE(numbers({.user = u"grace"_s}), Numbers({6, 5, 4}));
    QCOMPARE(numbers({.repository = u"/srv/shop-two"_s}), Numbers({6}));
    QCOMPARE(numbers({.repository = u"shop"_s}), Numbers({5, 4, 3, 2, 1}));
    QCOMPARE(numbers({.repository = u"/home/ada"_s, .words = {u"SCAN"_s, u"grace"_s}}), Numbers({5}));
    const auto most = Audit::readRecords(trail.folder(), {}, 2, {});
    VERIFY_RESULT(most);
    QVERIFY(most->isMore);
    const auto none = Audit::readRecords(trail.folder() + u"/none"_s, {}, 2, {});
    VERIFY_RESULT(none);
    QVERIFY(none->records.isEmpty());
    trail.write(trail.read() + "torn");
    VERIFY_RESULT(trail.add(Tests::Trail::entry(9)));
    QCOMPARE(numbers({.repository = u"/srv/shop-two"_s}), Numbers({7, 6})); // 7 says what was torn
    CancelSource source;
    source.cancel();
    QCOMPARE(Audit::readRecords(trail.folder(), {}, 2, source.token()).error().kind, ErrorKind::Cancelled);
}

void AuditRecordsTest::survivalCountsRunsOfFourWords()
{
    QCOMPARE(Audit::survivalOf(u"feat: add a staging overlay"_s, u"feat: add a staging overlay"_s), 1.0);
    QCOMPARE(Audit::survivalOf(u"feat: add a staging overlay"_s, u"feat: add a staging area"_s), 0.5);
    QCOMPARE(Audit::survivalOf(u"fix: typo"_s, u"fix: typo"_s), 1.0);
    QCOMPARE(Audit::survivalOf(u"fix: typo"_s, u"something else"_s), 0.0);
    QCOMPARE(Audit::survivalOf({}, u"something else"_s), 0.0);
    QVERIFY(!Audit::actingUser().isEmpty());
    QVERIFY(Audit::newRequestId() != Audit::newRequestId());
}

void AuditRecordsTest::tablesQuoteAndDisarm()
{
    const Tests::Trail trail;
    Audit::Entry entry = Tests::Trail::entry(1);
    entry.user = u"=HYPERLINK(\"x\",\"y\")"_s;
    entry.repository = u"/home/a, b"_s;
    VERIFY_RESULT(trail.add(entry));
    const auto read = Audit::readRecords(trail.folder(), {}, 10, {});
    VERIFY_RESULT(read);
    const QByteArray csv = Audit::formatCsv(read->records);
    QVERIFY(csv.startsWith("seq,timestamp,model,operation,user,result,confidence,"));
    QVERIFY2(csv.contains(",\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",drafted,0.75,,\"/home/a, b\","),
             csv.constData());
    QCOMPARE(csv.count('\n'), 2);
    const QJsonArray acts = QJsonDocument::fromJson(Audit::formatJson(read->records))
                                .object()
                                .value("ai_operations"_L1)
                                .toArray();
    QCOMPARE(acts.size(), 1);
    QCOMPARE(acts.first()["user"_L1].toString(), entry.user);
    QCOMPARE(acts.first()["seq"_L1].toInt(), 1);
}

QTEST_GUILESS_MAIN(AuditRecordsTest)
#include "tst_auditrecords.moc"
