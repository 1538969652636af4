// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/runlog.h"

#include "base/secrets.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Ends with what it is told to, without starting anything.
class ToldRunner final : public ProcessRunner
{
public:
    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &) const override
    {
        if (request.arguments.contains(u"cancelled"_s))
            return failCancelled();
        if (request.arguments.contains(u"late"_s))
            return fail(ErrorKind::Timeout, u"It was ended."_s, u"said before"_s);
        return ProcessResult{.exitCode = 3, .output = "out", .errors = errors};
    }
    QByteArray errors = "words\n";
};

} // namespace

class RunLogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRanIsKept()
    {
        const SystemProcessRunner system;
        const LoggedRunner runner(system);
        const auto result = runner.run({.program = u"/bin/sh"_s,
                                        .arguments = {u"-c"_s, u"cat >/dev/null; echo no >&2; exit 4"_s},
                                        .workingDirectory = u"/usr"_s,
                                        .input = "hunter2",
                                        .environment = scrubbedEnvironment()},
                                       {});
        QVERIFY(result);
        QCOMPARE(result->exitCode, 4);
        const QList<RunRecord> records = runner.records();
        QCOMPARE(records.size(), 1);
        QCOMPARE(records[0].number, 1u);
        QCOMPARE(records[0].program, u"/bin/sh"_s);
        QCOMPARE(records[0].arguments.size(), 2);
        QCOMPARE(records[0].folder, u"/usr"_s);
        QCOMPARE(records[0].exitCode, 4);
        QCOMPARE(records[0].errorTail, u"no\n"_s);
        QVERIFY(!records[0].problem);
        QVERIFY(records[0].startedAt.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    }

    void whatDidNotEndByItselfSaysWhy()
    {
        const ToldRunner told;
        const LoggedRunner runner(told);
        QVERIFY(!runner.run({.arguments = {u"cancelled"_s}}, {}));
        QVERIFY(!runner.run({.arguments = {u"late"_s}}, {}));
        const QList<RunRecord> records = runner.records();
        QCOMPARE(records[0].problem, ErrorKind::Cancelled);
        QCOMPARE(records[0].exitCode, -1);
        QCOMPARE(records[1].problem, ErrorKind::Timeout);
        QCOMPARE(records[1].errorTail, u"said before"_s);
    }

    void onlyTheLastOnesAreKept()
    {
        const ToldRunner told;
        const LoggedRunner runner(told, 3);
        for (int at = 0; at < 10; ++at)
            QVERIFY(runner.run({.arguments = {QString::number(at)}}, {}));
        const QList<RunRecord> records = runner.records();
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.first().number, 8u);
        QCOMPARE(records.last().arguments, QStringList{u"9"_s});
    }

    void neitherInputNorSecretsAreKept()
    {
        ToldRunner told;
        told.errors = "fatal: 'https://ada:hunter2@example.org/a'\n";
        const LoggedRunner runner(told);
        ProcessRequest request{.program = u"/usr/bin/git"_s,
                               .arguments = {u"clone"_s, u"https://ada:hunter2@example.org/a"_s},
                               .input = "hunter2"};
        request.environment.insert(u"PASSWORD"_s, u"hunter2"_s);
        QVERIFY(runner.run(request, {}));
        const RunRecord record = runner.records().constFirst();
        QVERIFY(!QString(record.arguments.join(u' ') + record.errorTail).contains("hunter2"_L1));
        QCOMPARE(record.arguments[1], u"https://ada:•••@example.org/a"_s);
    }

    void theTailOfLongErrorsBeginsWithALine()
    {
        ToldRunner told;
        told.errors = "https://ada:" + QByteArray(5000, 'x') + "@example.org/\nlast \x1b line\n";
        const LoggedRunner runner(told);
        QVERIFY(runner.run({}, {}));
        QCOMPARE(runner.records().constFirst().errorTail, u"last <U+001B> line\n"_s);
    }

    void manyThreadsLoseNothing()
    {
        const ToldRunner told;
        LoggedRunner runner(told);
        std::atomic<int> heard = 0, heardToo = 0;
        const quint64 first = runner.subscribe([&](const RunRecord &) { ++heard; });
        const quint64 second = runner.subscribe([&](const RunRecord &) { ++heardToo; });
        QList<QFuture<void>> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads += QtConcurrent::run([&] {
                for (int at = 0; at < 200; ++at)
                    (void)runner.run({}, {});
            });
        }
        for (QFuture<void> &thread : threads)
            thread.waitForFinished();
        QCOMPARE(heard, 800);
        QSet<quint64> numbers;
        for (const RunRecord &record : runner.records())
            numbers.insert(record.number);
        QCOMPARE(numbers.size(), 800);
        runner.unsubscribe(first);
        QVERIFY(runner.run({}, {}));
        QCOMPARE(heard, 800);
        QCOMPARE(heardToo, 801); // one leaves, the others stay
        runner.unsubscribe(second);
    }

    void secretsAreMasked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("masked");
        const auto row = [](const QString &text, const QString &masked) {
            QTest::newRow(qPrintable(text)) << text << masked;
        };
        row(u"https://a:hunter2@h/x y"_s, u"https://a:•••@h/x y"_s);
        row(u"https://a:hun/t@er2@h/x"_s, u"https://a:•••@h/x"_s);
        row(u"https://h:8443/x"_s, u"https://h:8443/x"_s);
        row(u"git@host:path"_s, u"git@host:path"_s);
        row(u"Authorization: Bearer hunter2"_s, u"Authorization: Bearer •••"_s);
        row(u"authorization: Basic aHVudGVyMg=="_s, u"authorization: Basic •••"_s);
        row(u"--password=hunter2 -v"_s, u"--password=••• -v"_s);
        row(u"x?access_token=hunter2&b=1"_s, u"x?access_token=•••&b=1"_s);
        row(u"AWS_SECRET_ACCESS_KEY=hunter2"_s, u"AWS_SECRET_ACCESS_KEY=•••"_s);
        row(u"say ghp_0123456789abcdefghij now"_s, u"say ••• now"_s);
        row(u"glpat-0123456789abcdefghij"_s, u"•••"_s);
        row(u"commit -m tokens are fine"_s, u"commit -m tokens are fine"_s);
        row(QString(), QString());
    }

    void secretsAreMasked()
    {
        QFETCH(QString, text);
        QTEST(maskSecrets(text), "masked");
    }

    void aSecretBehindItsNameIsMasked()
    {
        QCOMPARE(maskSecrets(QStringList{u"login"_s, u"--token"_s, u"hunter2"_s, u"-v"_s}),
                 (QStringList{u"login"_s, u"--token"_s, u"•••"_s, u"-v"_s}));
        QCOMPARE(maskSecrets(QStringList{u"-c"_s, u"http.https://h/.extraHeader=X: hunter2 b"_s}),
                 (QStringList{u"-c"_s, u"http.https://h/.extraHeader=•••"_s}));
    }
};

QTEST_GUILESS_MAIN(RunLogTest)
#include "tst_runlog.moc"
