// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"

#include <QElapsedTimer>
#include <QThread>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ProcessTest final : public QObject
{
    Q_OBJECT

    static ProcessRequest shell(const QString &script)
    {
        return {
            .program = u"/bin/sh"_s, .arguments = {u"-c"_s, script}, .environment = scrubbedEnvironment()};
    }
    SystemProcessRunner m_runner;

private Q_SLOTS:
    void inputOutputAndExitCodeComeThrough()
    {
        auto request = shell(u"cat; echo no >&2; exit 3"_s);
        request.input = QByteArray(300'000, 'x');
        const auto result = m_runner.run(request, {});
        QVERIFY(result);
        QCOMPARE(result->output.size(), 300'000);
        QCOMPARE(result->errors, "no\n"_ba);
        QCOMPARE(result->exitCode, 3);
    }

    void argumentsAreNeverParsed()
    {
        const auto result = m_runner.run({.program = u"/bin/echo"_s,
                                          .arguments = {u"$(id); *"_s, u"-n '\""_s},
                                          .environment = scrubbedEnvironment()},
                                         {});
        QVERIFY(result);
        QCOMPARE(result->output, "$(id); * -n '\"\n"_ba);
    }

    void relativeProgramsAreRefused()
    {
        const auto result = m_runner.run({.program = u"sh"_s}, {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
    }

    void timeoutEndsEverythingThatWasStarted_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("obedient") << u"sleep 60 & echo $!; wait"_s;
        QTest::newRow("ignores the request") << u"(trap '' TERM; exec sleep 60) & echo $!; wait"_s;
    }
    void timeoutEndsEverythingThatWasStarted()
    {
        QFETCH(QString, script);
        auto request = shell(script);
        request.timeout = 300ms;
        QByteArray grandchild;
        request.onOutput = [&](OutputChannel, QByteArrayView piece) { grandchild += piece; };
        QElapsedTimer timer;
        timer.start();
        const auto result = m_runner.run(request, {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Timeout);
        QVERIFY(timer.elapsed() < 5000);
        const int id = grandchild.trimmed().toInt();
        QVERIFY(id > 0);
        const auto isGone = [id] {
            QFile state(u"/proc/%1/stat"_s.arg(id));
            return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z");
        };
        QTRY_VERIFY(isGone());
    }

    void cancelEndsAtOnce()
    {
        CancelSource source;
        const auto token = source.token();
        std::unique_ptr<QThread> canceller(QThread::create([&] {
            QThread::msleep(100);
            source.cancel();
        }));
        canceller->start();
        QElapsedTimer timer;
        timer.start();
        const auto result = m_runner.run(shell(u"sleep 60"_s), token);
        canceller->wait();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 5000);
    }

    void endlessOutputIsCut()
    {
        auto request = shell(u"yes"_s);
        request.outputCap = 100'000;
        const auto result = m_runner.run(request, {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::External);
    }

    void nothingIsFoundThroughRelativePathEntries()
    {
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", ":.:bin:/bin");
        QCOMPARE(findProgram(u"sh"_s), u"/bin/sh"_s);
        QVERIFY(findProgram(u"no-such-program"_s).isEmpty());
        QCOMPARE(scrubbedEnvironment().value(u"PATH"_s), u"/bin"_s);
        qputenv("PATH", before);
    }

    void environmentIsScrubbed()
    {
        qputenv("GIT_DIR", "/evil");
        qputenv("LD_PRELOAD", "");
        const auto environment = scrubbedEnvironment();
        QVERIFY(!environment.contains(u"GIT_DIR"_s));
        QVERIFY(!environment.contains(u"LD_PRELOAD"_s));
        qunsetenv("GIT_DIR");
    }
};

QTEST_GUILESS_MAIN(ProcessTest)
#include "tst_process.moc"
