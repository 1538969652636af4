// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "support/repobuilder.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;

/// evaluate-drafts.
class EvaluateCommandTest final : public QObject
{
    Q_OBJECT

    static Run evaluate(const QString &folder, const QStringList &more = {})
    {
        return CliTest::run(QStringList{u"evaluate-drafts"_s, u"--repo"_s, folder} + more);
    }

private Q_SLOTS:
    void initTestCase() { Tests::isolatedHome(); }

    void theFiguresAreOnStandardOutputAndProgressIsNot()
    {
        const CliTest::Demo demo;
        const Run run = evaluate(demo.path(), {u"--last"_s, u"20"_s, u"--json"_s});
        VERIFY_EXIT(run, 0);
        const QJsonObject json = run.json();
        QCOMPARE(json["commits"_L1].toInt(), 20);
        QCOMPARE(json["calibration"_L1].toArray().size(), 10);
        const double first = json["top1"_L1].toDouble(), third = json["top3"_L1].toDouble();
        QVERIFY(first > 0 && first <= json["top2"_L1].toDouble() && third <= 1);
        QCOMPARE(json["lint"_L1]["drafts"_L1], json["lint"_L1]["passed"_L1]);
        QVERIFY(run.messages.contains("commits"));
        QVERIFY(evaluate(demo.path(), {u"--last"_s, u"20"_s, u"--quiet"_s}).messages.isEmpty());
        QCOMPARE(evaluate(demo.path(), {u"--last"_s, u"20"_s, u"--json"_s}).results, run.results);
    }

    void anotherModelIsReadAndChecked()
    {
        const CliTest::Demo demo;
        demo.write(u"model.txt"_s, "not a model\n");
        VERIFY_EXIT(evaluate(demo.path(), {u"--type-model"_s, demo.path() + u"/model.txt"_s}), 2);
        VERIFY_EXIT(evaluate(demo.path(), {u"--type-model"_s, demo.path() + u"/missing"_s}), 3);
    }

    void wrongUseAndNothingToAsk()
    {
        const CliTest::Demo demo;
        for (const QString &last : {u"0"_s, u"x"_s, u"100001"_s})
            VERIFY_EXIT(evaluate(demo.path(), {u"--last=%1"_s.arg(last)}), 2);
        Tests::RepoBuilder repo;
        repo.write("a", "1\n").commit("Begin");
        VERIFY_EXIT(evaluate(repo.path()), 3);
    }
};

QTEST_GUILESS_MAIN(EvaluateCommandTest)
#include "tst_evaluatecommand.moc"
