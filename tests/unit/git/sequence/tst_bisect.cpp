// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/bisect.h"

#include "operationfixture.h"

using namespace Qt::StringLiterals;
using Git::BisectEnd;
using Git::BisectMark;

namespace {

/// Nine commits on main, of which the sixth breaks it.
struct Broken : OperationFixture
{
    Broken()
    {
        for (int at = 1; at <= 9; ++at)
            ids += *Git::ObjectId::fromHex(
                repo.write("n", QByteArray::number(at) + (at >= 6 ? " broken\n" : " fine\n"))
                    .commit("commit " + QByteArray::number(at)));
    }
    Result<BisectEnd> mark(BisectMark how, const Git::ObjectId &commit = {})
    {
        return Git::markBisect(git(), how, commit, {});
    }
    BisectMark judge() const
    {
        return repo.read("n").contains("broken") ? BisectMark::Bad : BisectMark::Good;
    }

    QList<Git::ObjectId> ids;
};

} // namespace

class BisectTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstBadCommitIsFound_data()
    {
        QTest::addColumn<bool>("isBadFirst");
        QTest::newRow("bad first") << true;
        QTest::newRow("good first") << false;
    }
    void theFirstBadCommitIsFound()
    {
        QFETCH(const bool, isBadFirst);
        Broken fixture;
        const auto waiting = isBadFirst ? fixture.mark(BisectMark::Bad, fixture.ids.last())
                                        : fixture.mark(BisectMark::Good, fixture.ids.first());
        VERIFY_RESULT(waiting);
        QVERIFY(waiting->isWaiting());
        QCOMPARE(Git::readBisectProgress(fixture.git(), {}).value(), std::nullopt);
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
        auto end = isBadFirst ? fixture.mark(BisectMark::Good, fixture.ids.first())
                              : fixture.mark(BisectMark::Bad, fixture.ids.last());
        VERIFY_RESULT(end);
        QCOMPARE(end->left, 3);
        QCOMPARE(end->steps, 2);
        const Git::BisectProgress progress{end->left, end->steps}; // of a later start of the program
        QCOMPARE(Git::readBisectProgress(fixture.git(), {}).value(), progress);
        for (int tests = 0; end && end->firstBad.isNull() && tests < 5; ++tests) {
            QCOMPARE(fixture.repo.resolve("HEAD"), end->present.toHex());
            QVERIFY(fixture.state().commit.isNull());
            end = fixture.mark(fixture.judge());
        }
        VERIFY_RESULT(end);
        QCOMPARE(end->firstBad, fixture.ids[5]);
        QCOMPARE(end->subject, u"commit 6"_s);
        QCOMPARE(fixture.state().commit, fixture.ids[5]); // also of a later start of the program
        QCOMPARE(fixture.state().subject, u"commit 6"_s);
        VERIFY_RESULT(fixture.advance(Git::Advance::Abort));
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
    }

    void whatCannotBeTestedIsSkippedAndLeavesCandidates()
    {
        Broken fixture;
        VERIFY_RESULT(fixture.mark(BisectMark::Bad, fixture.ids[6]));
        auto end = fixture.mark(BisectMark::Good, fixture.ids[3]);
        for (int tests = 0; end && end->candidates.isEmpty() && tests < 5; ++tests)
            end = fixture.mark(BisectMark::Skip);
        VERIFY_RESULT(end);
        QCOMPARE(QSet<Git::ObjectId>(end->candidates.begin(), end->candidates.end()),
                 QSet<Git::ObjectId>(fixture.ids.begin() + 4, fixture.ids.begin() + 7));
        QVERIFY(end->firstBad.isNull());
    }

    void otherWordsAreKeptAndForgedOnesRefused()
    {
        Broken fixture;
        fixture.repo.git({u"bisect"_s, u"start"_s, u"--term-old"_s, u"fast"_s, u"--term-new"_s, u"slow"_s});
        VERIFY_RESULT(fixture.mark(BisectMark::Bad, fixture.ids[5]));
        const auto end = fixture.mark(BisectMark::Good, fixture.ids[4]);
        VERIFY_RESULT(end);
        QCOMPARE(end->firstBad, fixture.ids[5]);
        QCOMPARE(fixture.state().commit, fixture.ids[5]);
        fixture.repo.write(".git/BISECT_TERMS", "--help\n--version\n");
        VERIFY_FAILURE(fixture.mark(BisectMark::Bad), ErrorKind::Invalid);
    }

    void nothingIsBegunThatCannotBe()
    {
        Broken fixture;
        VERIFY_FAILURE(fixture.mark(BisectMark::Skip), ErrorKind::Invalid);
        VERIFY_FAILURE(fixture.mark(BisectMark::Bad, *Git::ObjectId::fromHex(QByteArray(40, '7'))),
                       ErrorKind::External);
        QCOMPARE(fixture.state().kind, Git::Operation::None);
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
        OperationFixture merging;
        start(merging, "merge");
        VERIFY_FAILURE(Git::markBisect(merging.git(), BisectMark::Bad, {}, {}), ErrorKind::Conflict);
    }

    void aChangedFileInTheWayLosesNothing()
    {
        Broken fixture;
        VERIFY_RESULT(fixture.mark(BisectMark::Bad, fixture.ids.last()));
        fixture.repo.write("n", "mine\n");
        VERIFY_FAILURE(fixture.mark(BisectMark::Good, fixture.ids.first()), ErrorKind::External);
        QCOMPARE(fixture.repo.read("n"), "mine\n"_ba);
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
    }
};

QTEST_GUILESS_MAIN(BisectTest)
#include "tst_bisect.moc"
