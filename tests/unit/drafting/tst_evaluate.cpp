// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/evaluate.h"
#include "git/open.h"

#include "support/repobuilder.h"
#include "support/verify.h"

using namespace Qt::StringLiterals;
using namespace Drafting;

/// What is said of how well drafts agree with people.
class EvaluateTest final : public QObject
{
    Q_OBJECT

    struct Place
    {
        Git::RepoLocation where;
        Git::ObjectId head;
    };

    static Place locate(const Tests::RepoBuilder &repo)
    {
        const auto info = Git::openRepository(repo.path());
        const auto head = Git::ObjectId::fromHex(repo.resolve("HEAD"));
        return info && head ? Place{info->location, *head} : Place();
    }

    // Pages are docs and programs are feat, one after another; the first two teach.
    static void fill(Tests::RepoBuilder &repo, int pairs)
    {
        for (int i = 0; i < pairs; ++i) {
            const QByteArray text = QByteArray::number(i) + "\nline\n";
            repo.write("docs/page.md", text).commit("docs: explain " + QByteArray::number(i));
            repo.write("src/main.cpp", text).commit("feat(core): grow " + QByteArray::number(i));
        }
    }

    static Result<DraftEvaluation> evaluate(const Tests::RepoBuilder &repo, int last)
    {
        const Place place = locate(repo);
        return evaluateDrafts(place.where, {.tip = place.head, .last = last}, [](qsizetype, qsizetype) {},
                              {});
    }

private Q_SLOTS:
    void initTestCase()
    {
        Tests::isolatedHome();
        Git::initializeLibrary();
    }

    void aRegularRepositoryIsKnownWell()
    {
        Tests::RepoBuilder repo;
        fill(repo, 20);
        const auto result = evaluate(repo, 20);
        VERIFY_RESULT(result);
        QCOMPARE(result->asked, 20);
        QCOMPARE(result->learned, 20);
        QCOMPARE(result->within[0], 20);
        QCOMPARE(result->types.value(u"docs"_s).agreed, 10);
        QCOMPARE(result->types.value(u"feat"_s).written, 10);
        QCOMPARE(result->lintPassed, result->linted);
        qsizetype drafts = 0;
        for (const auto &bin : result->calibration)
            drafts += bin.drafts;
        QCOMPARE(drafts, 20);
    }

    // The same files with the types the other way round must not score: a draft that saw the message would.
    void theMessageItselfIsNotLookedAt()
    {
        Tests::RepoBuilder repo;
        fill(repo, 20);
        repo.write("docs/page.md", "other\n").commit("perf: fly");
        const auto result = evaluate(repo, 1);
        VERIFY_RESULT(result);
        QCOMPARE(result->asked, 1);
        QCOMPARE(result->within[0], 0);
        QCOMPARE(result->types.value(u"docs"_s).drafted, 1);
    }

    void whatComesAfterTeachesNothing()
    {
        Tests::RepoBuilder repo;
        repo.write("ops/a.txt", "1\n").commit("perf: first");
        for (int i = 0; i < 30; ++i)
            repo.write("ops/a.txt", QByteArray::number(i) + "x\n").commit("perf: again");
        const auto all = evaluate(repo, 31);
        VERIFY_RESULT(all);
        QCOMPARE(all->asked, 31);
        QVERIFY(all->within[0] < 31); // the first could not know
        const auto last = evaluate(repo, 5);
        VERIFY_RESULT(last);
        QCOMPARE(last->within[0], 5);
    }

    void untypedHistoryIsNotFound()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1\n").commit("Begin");
        VERIFY_FAILS(evaluate(repo, 10), ErrorKind::NotFound);
    }

    void itIsCancelled()
    {
        Tests::RepoBuilder repo;
        fill(repo, 5);
        CancelSource source;
        const Place place = locate(repo);
        const auto result = evaluateDrafts(
            place.where, {.tip = place.head, .last = 10},
            [&](qsizetype done, qsizetype all) {
                QVERIFY(done <= all);
                source.cancel();
            },
            source.token());
        VERIFY_FAILS(result, ErrorKind::Cancelled);
    }

    void versionsAreComparedWithTheSubject_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("right");
        QTest::newRow("words") << u"chore: bump web from 1.2.0 to v1.3.0"_s << 1 << 1;
        QTest::newRow("arrow") << u"fix(container): update web (1.2.0 ➔ 1.3.0)"_s << 1 << 1;
        QTest::newRow("other version") << u"chore: bump web from 1.2.0 to 1.4.0"_s << 1 << 0;
        QTest::newRow("no pair") << u"chore: bump web to 1.3.0"_s << 0 << 0;
    }

    void versionsAreComparedWithTheSubject()
    {
        QFETCH(QString, subject);
        QFETCH(int, asked);
        QFETCH(int, right);
        DraftEvaluation evaluation;
        evaluation.add({.versions = {{u"web"_s, u"1.2.0"_s, u"1.3.0"_s}}}, subject, true);
        QCOMPARE(evaluation.versions, asked);
        QCOMPARE(evaluation.versionsRight, right);
        QCOMPARE(evaluation.asked, 0); // a bot's type is not asked for
    }
};

QTEST_GUILESS_MAIN(EvaluateTest)
#include "tst_evaluate.moc"
