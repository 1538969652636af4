// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/repobuilder.h"
#include "tests/ui/runwindow.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using Tests::Run;
using Tests::runWindow;

/// What --timings writes, and that it always ends.
class TimingsTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_runtime;

private Q_SLOTS:
    void initTestCase()
    {
        Tests::isolatedHome();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }

    void timingsAreWrittenWhenEverythingIsThere()
    {
        Tests::RepoBuilder repo;
        repo.write("a.txt", "1").commit("first");
        repo.write("a.txt", "2").commit("second");
        const QString file = repo.folder() + u"/timings.json"_s;
        const Run run = runWindow({u"--timings"_s, file, u"--quit"_s, repo.path()});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QFile written(file);
        QVERIFY(written.open(QFile::ReadOnly));
        const QJsonObject report = QJsonDocument::fromJson(written.readAll()).object();
        QCOMPARE(report[u"commits"_s].toInt(), 2);
        QVERIFY(report[u"peakBytes"_s].toDouble() > 1'000'000);
        QVERIFY(report[u"longestBlock"_s].toObject()[u"milliseconds"_s].toDouble() > 0);
        double before = 0;
        for (const QString &name :
             {u"made"_s, u"windowShown"_s, u"firstRows"_s, u"allRows"_s, u"settled"_s}) {
            const double at =
                report[u"milestones"_s].toObject()[name].toObject()[u"milliseconds"_s].toDouble();
            QVERIFY2(at >= before && at > 0, qPrintable(name));
            before = at;
        }
        QVERIFY(!report.contains("problem"_L1));
        QCOMPARE(runWindow({u"--quit"_s}).exitCode, 2);
        QCOMPARE(
            runWindow({u"--timings"_s, repo.folder() + u"/none/x.json"_s, u"--quit"_s, repo.path()}).exitCode,
            1);
    }

    void whereNoHistoryComesTheProblemIsWritten()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"timings.json"_s);
        const auto problemOf = [&](const QString &path) {
            QFile::remove(file);
            const Run run = runWindow({u"--timings"_s, file, u"--quit"_s, path});
            QFile written(file);
            if (run.exitCode != 1 || !written.open(QFile::ReadOnly))
                return u"exit %1, nothing written"_s.arg(run.exitCode);
            return QJsonDocument::fromJson(written.readAll()).object()[u"problem"_s].toString();
        };
        const QString none = folder.filePath(u"no such repository"_s);
        QVERIFY2(problemOf(none).contains(u"no such repository"_s), qPrintable(problemOf(none)));
        Tests::RepoBuilder damaged;
        damaged.write("a", "1").commit("first");
        damaged.write(".git/config", "[core\n");
        QVERIFY2(!problemOf(damaged.path()).isEmpty(), qPrintable(problemOf(damaged.path())));
    }

    void anEmptyRepositoryIsNoProblem()
    {
        Tests::RepoBuilder empty;
        const QString file = empty.folder() + u"/timings.json"_s;
        const Run run = runWindow({u"--timings"_s, file, u"--quit"_s, empty.path()});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QFile written(file);
        QVERIFY(written.open(QFile::ReadOnly));
        const QJsonObject report = QJsonDocument::fromJson(written.readAll()).object();
        QCOMPARE(report[u"commits"_s].toInt(-1), 0);
        QVERIFY(!report.contains("problem"_L1));
    }
};

QTEST_GUILESS_MAIN(TimingsTest)
#include "tst_timings.moc"
