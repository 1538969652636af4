// SPDX-License-Identifier: GPL-3.0-or-later
#include "injection.h"

#include "audit/format.h"
#include "audit/trail.h"
#include "audit/words.h"
#include "support/verify.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using FaultTest::Fault;

namespace {

Audit::Entry entry(int number)
{
    return {.timestamp = QDateTime::currentDateTimeUtc(),
            .model = Audit::kOfflineModel,
            .operation = u"generate_commit_message"_s,
            .requestId = QString::number(number)};
}

QList<Audit::Record> recordsIn(const QString &folder)
{
    const auto read = Audit::readRecords(folder, {}, 1000, {});
    return read ? read->records : QList<Audit::Record>();
}

qsizetype countOf(const QList<Audit::Record> &records, const QString &request)
{
    return std::ranges::count_if(
        records, [&](const Audit::Record &record) { return record.entry.requestId == request; });
}

} // namespace

/// What the system refuses to the audit trail, and who ends its writer.
class AuditFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void k05_whatIsNotWrittenIsRefusedAndLeavesNothing_data();
    void k05_whatIsNotWrittenIsRefusedAndLeavesNothing();
    void k03_aKilledWriterLeavesAChain();
};

void AuditFaultsTest::initTestCase()
{
    if (const QByteArray problem = FaultTest::injectionProblem(); !problem.isEmpty())
        QSKIP(problem.constData());
}

void AuditFaultsTest::k05_whatIsNotWrittenIsRefusedAndLeavesNothing_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("before");
    QTest::addColumn<QByteArray>("torn");
    for (const int before : {0, 3}) {
        const QByteArray stage = before == 0 ? "the first" : "a later";
        QTest::addRow("%s record, one write fails", stage.constData()) << Fault::DiskFull << before << ""_ba;
        QTest::addRow("%s record, the disk is full", stage.constData())
            << Fault::DiskStaysFull << before << ""_ba;
        QTest::addRow("%s record, one sync fails", stage.constData()) << Fault::SyncFails << before << ""_ba;
        QTest::addRow("%s record, a new file is refused", stage.constData())
            << Fault::Refused << before << ""_ba;
    }
    QTest::addRow("a torn tail, one write fails") << Fault::DiskFull << 3 << "{\"ai_op"_ba;
    QTest::addRow("a torn tail, one sync fails") << Fault::SyncFails << 3 << "{\"ai_op"_ba;
}

void AuditFaultsTest::k05_whatIsNotWrittenIsRefusedAndLeavesNothing()
{
    QFETCH(Fault, fault);
    QFETCH(int, before);
    QFETCH(QByteArray, torn);
    int refusals = 0;
    for (int at = 1; at < 100; ++at) {
        QTemporaryDir dir;
        const QString folder = dir.path() + u"/audit"_s;
        for (int number = 1; number <= before; ++number)
            VERIFY_RESULT(Audit::append(folder, entry(number)));
        if (!torn.isEmpty()) {
            QFile file(Audit::trailPath(folder));
            QVERIFY(file.open(QIODevice::Append) && file.write(torn) == torn.size());
        }
        const FaultTest::Injection injection{
            .fault = fault, .at = at, .folder = QFile::encodeName(dir.path())};
        const FaultTest::Outcome outcome = FaultTest::runInjected(
            [&] {
                const auto added = Audit::append(folder, entry(100));
                return added ? "done"_ba
                             : "refused " + QByteArray::number(int(added.error().kind)) + ' ' +
                                   added.error().message.toUtf8();
            },
            injection);
        QVERIFY(outcome.isOver);
        QCOMPARE(outcome.exitCode, 0);
        const bool isDone = outcome.output == "done";
        const QByteArray told = "call " + QByteArray::number(at) + ": " + outcome.output;
        if (!outcome.wasInjected(injection)) {
            QVERIFY2(isDone, told.constData());
            qInfo("%d calls, %d refusals", outcome.calls, refusals);
            QVERIFY(refusals > 0 || fault == Fault::Refused);
            return;
        }
        refusals += isDone ? 0 : 1;
        if (fault != Fault::DiskStaysFull) // which does not let a record be taken back, either
            QVERIFY2(countOf(recordsIn(folder), u"100"_s) == (isDone ? 1 : 0), told.constData());
        QVERIFY2(!isDone || countOf(recordsIn(folder), u"100"_s) == 1, told.constData());
        // The next one goes on, and nothing is lost or broken.
        VERIFY_RESULT(Audit::append(folder, entry(200)));
        const QList<Audit::Record> records = recordsIn(folder);
        for (int number = 1; number <= before; ++number)
            QCOMPARE(countOf(records, QString::number(number)), 1);
        QCOMPARE(countOf(records, u"200"_s), 1);
        const auto found = Audit::verify(folder, {});
        VERIFY_RESULT(found);
        QVERIFY2(found->isIntact(),
                 QByteArray(told + " | " + Audit::verdictText(*found).toUtf8()).constData());
    }
    QFAIL("no end of calls");
}

// Whenever it is killed: what it said is there, and the chain holds.
void AuditFaultsTest::k03_aKilledWriterLeavesAChain()
{
    QTemporaryDir dir;
    const QString folder = dir.path() + u"/audit"_s;
    int said = 0;
    for (int at = 1; at < 40; ++at) {
        const FaultTest::Outcome outcome = FaultTest::runInjected(
            [&] {
                for (int number = 0; number < 3; ++number)
                    std::ignore = Audit::append(folder, entry(at * 10 + number));
                return "done"_ba;
            },
            {.fault = Fault::AllKilled, .at = at, .folder = QFile::encodeName(dir.path())});
        QVERIFY(outcome.wasKilled || outcome.output == "done");
        said += outcome.wasKilled ? 0 : 3;
        VERIFY_RESULT(Audit::append(folder, entry(at * 10 + 9)));
        ++said;
        const auto found = Audit::verify(folder, {});
        VERIFY_RESULT(found);
        QVERIFY2(found->isIntact(), qPrintable(Audit::verdictText(*found)));
        QVERIFY(found->records >= quint64(said));
        if (!outcome.wasKilled)
            return;
    }
}

QTEST_GUILESS_MAIN(AuditFaultsTest)
#include "tst_auditfaults.moc"
