// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "audit/format.h"
#include "audit/trail.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;

namespace {

QString stateFolder()
{
    return Tests::isolatedHome() + u"/state"_s;
}

QString folder()
{
    return Audit::trailFolder(stateFolder());
}

QJsonArray recordsOf(const QStringList &filter = {})
{
    return CliTest::run(QStringList{u"audit"_s, u"list"_s, u"--json"_s} + filter)
        .json()["records"_L1]
        .toArray();
}

constexpr QByteArrayView
    kDiff("diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n");

} // namespace

class AuditCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void draftsAreRecordedWithoutTheirText();
    void scansAndSuggestionsAreRecorded();
    void d06_whatCannotBeRecordedIsNotPrinted();
    void theListIsFilteredByTimeOperationUserAndRepository();
    void verifySaysTheFirstWrongLine();
    void aHeadThatWasNotedDownIsLookedFor();
    void recordsAreExportedAsTablesAndJson();
    void wrongUsageIsExplained();

private:
    void fill(int count) const;
};

void AuditCommandTest::init()
{
    QDir(folder()).removeRecursively();
}

void AuditCommandTest::fill(int count) const
{
    for (int number = 1; number <= count; ++number)
        VERIFY_RESULT(
            Audit::append(folder(), {.timestamp = QDateTime({2026, 1, number}, {12, 0}, QTimeZone::UTC),
                                     .model = Audit::kOfflineModel,
                                     .operation = number % 2 ? u"scan"_s : u"describe_changes"_s,
                                     .user = number < 4 ? u"ada"_s : u"grace"_s,
                                     .result = u"clean"_s,
                                     .confidence = 0.5,
                                     .repository = number == 1 ? u"/srv/one"_s : u"/srv/two"_s}));
}

void AuditCommandTest::draftsAreRecordedWithoutTheirText()
{
    const CliTest::Demo demo;
    demo.write(u"README.md"_s, "CANARY-7391\n");
    demo.git({u"add"_s, u"README.md"_s});
    const Run made = demo.run({u"generate-commit-message"_s, u"--staged"_s});
    VERIFY_EXIT(made, 0);
    const Run described = demo.run({u"describe-changes"_s, u"--diff"_s});
    VERIFY_EXIT(described, 0);
    const QJsonArray records = recordsOf();
    QVERIFY2(records.size() == 2, QJsonDocument(records).toJson().constData());
    const QJsonValue draft = records[1];
    QCOMPARE(draft["model"_L1].toString(), u"offline-rules/1"_s);
    QCOMPARE(draft["operation"_L1].toString(), u"generate_commit_message"_s);
    QCOMPARE(draft["result"_L1].toString(), u"drafted"_s);
    QCOMPARE(draft["use"_L1].toString(), u"printed"_s);
    QCOMPARE(draft["output_sha256"_L1].toString().toLatin1(), Audit::digestOf(made.results.trimmed()));
    QVERIFY(draft["confidence"_L1].isDouble() && draft["latency_ms"_L1].isDouble());
    QVERIFY(draft["offline"_L1].toBool());
    QVERIFY(!draft["user"_L1].toString().isEmpty() && !draft["timestamp"_L1].toString().isEmpty());
    QVERIFY(demo.path().endsWith(draft["repository"_L1].toString().section(u'/', -1)));
    QCOMPARE(records[0]["operation"_L1].toString(), u"describe_changes"_s);
    QCOMPARE(records[0]["diff_sha256"_L1], draft["diff_sha256"_L1]);
    QFile trail(Audit::trailPath(folder()));
    QVERIFY(trail.open(QIODevice::ReadOnly));
    const QByteArray kept = trail.readAll();
    QVERIFY(!kept.contains("CANARY"));
    QVERIFY(!kept.contains(made.results.trimmed()));
    VERIFY_EXIT(CliTest::run({u"audit"_s, u"verify"_s}), 0);
}

void AuditCommandTest::scansAndSuggestionsAreRecorded()
{
    const CliTest::Demo demo;
    demo.write(u"notes.txt"_s, "nothing secret\n");
    demo.git({u"add"_s, u"notes.txt"_s});
    const Run scanned = demo.run({u"security-scan"_s, u"--staged"_s});
    VERIFY_EXIT(scanned, 0);
    demo.write(u"message"_s, "added notes\n");
    const Run suggested = demo.run({u"suggest-commit-message"_s, demo.path() + u"/message"_s});
    VERIFY_EXIT(suggested, 0);
    const QJsonArray records = recordsOf();
    QCOMPARE(records.size(), 2);
    QCOMPARE(records[0]["operation"_L1].toString(), u"suggest_commit_message"_s);
    QCOMPARE(records[0]["output_sha256"_L1].toString().toLatin1(),
             Audit::digestOf(suggested.results.trimmed()));
    QCOMPARE(records[1]["operation"_L1].toString(), u"security_scan"_s);
    QCOMPARE(records[1]["result"_L1].toString(), u"clean"_s);
    QCOMPARE(records[1]["model"_L1].toString(), QString());
}

void AuditCommandTest::d06_whatCannotBeRecordedIsNotPrinted()
{
    QDir().mkpath(stateFolder());
    QFile blocker(folder()); // a file where the folder belongs
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    for (const QString &command : {u"generate-commit-message"_s, u"describe-changes"_s}) {
        const Run refused = CliTest::run({command, u"-"_s}, kDiff.toByteArray());
        VERIFY_EXIT(refused, 4);
        QVERIFY(refused.messages.contains("audit trail"));
    }
    VERIFY_EXIT(CliTest::Demo().run({u"status"_s}), 0); // reading goes on
    blocker.remove();
    VERIFY_EXIT(CliTest::run({u"generate-commit-message"_s, u"-"_s}, kDiff.toByteArray()), 0);
}

void AuditCommandTest::theListIsFilteredByTimeOperationUserAndRepository()
{
    fill(6);
    const auto numbers = [](const QStringList &filter) {
        QList<int> found;
        for (const QJsonValue &record : recordsOf(filter))
            found += record["seq"_L1].toInt();
        return found;
    };
    using Numbers = QList<int>;
    QCOMPARE(numbers({}), Numbers({6, 5, 4, 3, 2, 1}));
    QCOMPARE(numbers({u"-n"_s, u"2"_s}), Numbers({6, 5}));
    QCOMPARE(numbers({u"--since"_s, u"2026-01-03T00:00:00Z"_s, u"--until"_s, u"2026-01-05T00:00:00Z"_s}),
             Numbers({4, 3}));
    QCOMPARE(numbers({u"--operation"_s, u"scan"_s}), Numbers({5, 3, 1}));
    QCOMPARE(numbers({u"--user"_s, u"grace"_s}), Numbers({6, 5, 4}));
    QCOMPARE(numbers({u"--repo"_s, u"/srv/one"_s}), Numbers({1}));
    QCOMPARE(numbers({u"--repo"_s, u"two"_s, u"--user"_s, u"ada"_s}), Numbers({3, 2}));
    const Run text = CliTest::run({u"audit"_s, u"list"_s, u"-n"_s, u"1"_s});
    VERIFY_EXIT(text, 0);
    QVERIFY2(text.results.contains("describe_changes  clean  offline-rules/1  grace  0.50  /srv/two"),
             text.results.constData());
    QVERIFY(text.messages.contains("older"));
    const Run none = CliTest::run({u"audit"_s, u"list"_s, u"--user"_s, u"nobody"_s});
    VERIFY_EXIT(none, 0);
    QVERIFY(none.results.isEmpty() && !none.messages.isEmpty());
}

void AuditCommandTest::verifySaysTheFirstWrongLine()
{
    VERIFY_EXIT(CliTest::run({u"audit"_s, u"verify"_s}), 3);
    fill(5);
    const Run good = CliTest::run({u"audit"_s, u"verify"_s});
    VERIFY_EXIT(good, 0);
    QVERIFY(good.results.contains("Head: 5:"));
    QFile trail(Audit::trailPath(folder()));
    QVERIFY(trail.open(QIODevice::ReadWrite));
    QByteArray content = trail.readAll();
    content.replace(content.indexOf("ada", content.indexOf('\n')), 3, "eve");
    QVERIFY(trail.seek(0) && trail.write(content) == content.size());
    trail.close();
    const Run bad = CliTest::run({u"audit"_s, u"verify"_s});
    VERIFY_EXIT(bad, 1);
    QVERIFY2(bad.results.contains("Line 2 was changed"), bad.results.constData());
    const Run json = CliTest::run({u"audit"_s, u"verify"_s, u"--json"_s});
    VERIFY_EXIT(json, 1);
    QCOMPARE(json.json()["intact"_L1].toBool(true), false);
    QCOMPARE(json.json()["line"_L1].toInt(), 2);
    QCOMPARE(json.json()["flaw"_L1].toString(), u"altered"_s);
}

void AuditCommandTest::aHeadThatWasNotedDownIsLookedFor()
{
    fill(3);
    const QString head = CliTest::run({u"audit"_s, u"verify"_s, u"--json"_s}).json()["head"_L1].toString();
    fill(1);
    VERIFY_EXIT(CliTest::run({u"audit"_s, u"verify"_s, u"--head"_s, head}), 0);
    init();
    fill(2);
    const Run gone = CliTest::run({u"audit"_s, u"verify"_s, u"--head"_s, head});
    VERIFY_EXIT(gone, 1);
    VERIFY_EXIT(CliTest::run({u"audit"_s, u"verify"_s, u"--head"_s, u"3:abc"_s}), 2);
}

void AuditCommandTest::recordsAreExportedAsTablesAndJson()
{
    fill(3);
    const Run csv = CliTest::run({u"audit"_s, u"export"_s});
    VERIFY_EXIT(csv, 0);
    QVERIFY(csv.results.startsWith("seq,timestamp,model,operation,user,result,confidence,"));
    QVERIFY(csv.results.contains("\n1,2026-01-01T12:00:00Z,offline-rules/1,scan,ada,clean,0.5,"));
    QCOMPARE(csv.results.count('\n'), 4);
    const Run json = CliTest::run({u"audit"_s, u"export"_s, u"--json"_s, u"--user"_s, u"ada"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(json.json()["ai_operations"_L1].toArray().size(), 3);
    QCOMPARE(json.json()["ai_operations"_L1][0]["seq"_L1].toInt(), 1);

    QTemporaryDir dir;
    const QString path = dir.path() + u"/acts.csv"_s;
    VERIFY_EXIT(CliTest::run({u"audit"_s, u"export"_s, u"--output"_s, path}), 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), csv.results);
    QCOMPARE(file.permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    // M07
    VERIFY_EXIT(CliTest::run({u"audit"_s, u"export"_s, u"--output"_s, dir.path() + u"/no/acts.csv"_s}), 7);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"acts.csv"_s});
}

void AuditCommandTest::wrongUsageIsExplained()
{
    for (const QString &words :
         {u"audit"_s, u"audit show"_s, u"audit list --since whenever"_s, u"audit list -n 0"_s,
          u"audit list -n x"_s, u"audit verify --user ada"_s, u"audit list --output x"_s,
          u"audit export -n 3"_s, u"audit list --head 1:2"_s, u"audit verify --repo /tmp"_s})
        VERIFY_EXIT(CliTest::run(words.split(u' ')), 2);
}

QTEST_GUILESS_MAIN(AuditCommandTest)
#include "tst_auditcommand.moc"
