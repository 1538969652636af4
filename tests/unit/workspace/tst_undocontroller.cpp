// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/discard.h"
#include "git/open.h"
#include "livefixture.h"
#include "workspace/undo/undocontroller.h"
#include "workspace/undo/undodetail.h"
#include "workspace/undo/undoitems.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

class FakeClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc().addDays(days.load()); }
    std::atomic<int> days = 0;
};

struct Fixture
{
    Fixture() { repo.write("f", "1\n").write("g", "1\n").commit("one"); }

    /// As a session before, or another program.
    Git::UndoRecord discard(const QByteArray &path, const QByteArray &content = "mine\n")
    {
        repo.write(path, content);
        Git::RepoLocation where = Git::openRepository(repo.path())->location;
        where.trust = Git::Trust::Trusted;
        const auto record = Git::discardPaths(Git::Program(runner, where), {path}, {});
        if (!record)
            qFatal("%s", qPrintable(record.error().message));
        return *record;
    }
    qsizetype recordCount() const
    {
        return repo.git({u"for-each-ref"_s, u"refs/plumbline/undo/"_s}).count('\n');
    }

    RepoBuilder repo;
    SystemProcessRunner runner;
};

struct Open
{
    Open(const Fixture &fixture, Git::Trust trust = Git::Trust::Trusted)
        : Open(fixture, trust, nullptr)
    {}
    Open(const Fixture &fixture, Git::Trust trust, const Clock *clock)
        : controller(withClock(trust, clock), fixture.repo.path())
    {
        controller.refresh();
        if (!QTest::qWaitFor([this] { return undo().state() != PageState::Loading && !undo().isBusy(); },
                             20'000))
            qFatal("the records were not read");
    }
    WorkspaceServices withClock(Git::Trust trust, const Clock *clock)
    {
        services.trust = trust;
        WorkspaceServices made = services.workspace();
        if (clock)
            made.clock = clock;
        return made;
    }
    UndoController &undo() { return controller.undo(); }

    Tests::LiveServices services;
    RepositoryController controller;
};

} // namespace

class UndoControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t19_whatAnEarlierSessionDiscardedIsTakenBack()
    {
        Fixture fixture;
        fixture.discard("f");
        fixture.discard("g", "newer\n");
        Open open(fixture);
        QCOMPARE(open.undo().state(), PageState::Ready);
        QCOMPARE(open.undo().records().size(), 2);
        QCOMPARE(open.controller.undoMeaning(), u"Discarded g"_s);
        QSignalSpy undone(&open.undo(), &UndoController::undone);
        open.undo().undoLast();
        open.undo().undoLast(); // the one before, while the first is under way
        QVERIFY(!open.controller.canUndo());
        QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 2, 20'000);
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);
        QCOMPARE(fixture.repo.read("g"), "newer\n"_ba);
        QCOMPARE(fixture.recordCount(), 0);
        QTRY_COMPARE(open.undo().state(), PageState::Empty);
    }

    void t19_recordsOfAnotherProgramShowByThemselves()
    {
        Fixture fixture;
        Open open(fixture);
        QCOMPARE(open.undo().state(), PageState::Empty);
        const Git::UndoRecord record = fixture.discard("f");
        QTRY_COMPARE_WITH_TIMEOUT(open.undo().records(), QList<Git::UndoRecord>{record}, 20'000);
        QVERIFY(open.undo().isRecent());
        fixture.repo.git({u"update-ref"_s, u"-d"_s, QString::fromLatin1(record.ref)});
        QTRY_VERIFY_WITH_TIMEOUT(open.undo().records().isEmpty(), 20'000);
    }

    void t19_whatCannotBeTakenBackStaysOnTheList()
    {
        Fixture fixture;
        const Git::UndoRecord record = fixture.discard("f");
        fixture.repo.write("f", "in the way\n");
        Open open(fixture);
        QSignalSpy failed(&open.undo(), &UndoController::failed);
        open.undo().undoLast();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        QCOMPARE(failed.first().at(1).value<Error>().kind, ErrorKind::Conflict);
        QCOMPARE(open.undo().last()->ref, record.ref);
        QCOMPARE(fixture.repo.read("f"), "in the way\n"_ba);
    }

    void withoutTrustRecordsAreListedAndNothingIsTakenBack()
    {
        Fixture fixture;
        fixture.discard("f");
        Open open(fixture, Git::Trust::Restricted);
        QCOMPARE(open.undo().records().size(), 1);
        QVERIFY(!open.controller.canUndo());
        open.undo().undoLast();
        QVERIFY(!open.undo().isRunning());
        QCOMPARE(fixture.repo.read("f"), "1\n"_ba);
    }

    void recordsAreRemovedAfterThirtyDaysAndNotWithoutTrust_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isTrusted");
        QTest::addColumn<int>("left");
        QTest::addRow("29 days") << 29 << true << 1;
        QTest::addRow("31 days") << 31 << true << 0;
        QTest::addRow("31 days, not trusted") << 31 << false << 1;
    }
    void recordsAreRemovedAfterThirtyDaysAndNotWithoutTrust()
    {
        QFETCH(int, days);
        QFETCH(bool, isTrusted);
        QFETCH(int, left);
        Fixture fixture;
        fixture.discard("f");
        FakeClock clock;
        clock.days = days;
        Open open(fixture, isTrusted ? Git::Trust::Trusted : Git::Trust::Unknown, &clock);
        QVERIFY(left == 0 || !open.controller.writes().isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!open.controller.writes().isBusy(), 20'000);
        QCOMPARE(fixture.recordCount(), left);
        QTRY_COMPARE_WITH_TIMEOUT(open.undo().records().size(), left, 20'000);
    }

    void theyAreLookedThroughOnceADay()
    {
        Fixture fixture;
        fixture.discard("f");
        FakeClock clock;
        clock.days = 30 - 1;
        Open open(fixture, Git::Trust::Trusted, &clock);
        QCOMPARE(fixture.recordCount(), 1);
        clock.days = 31;
        fixture.repo.branch("something"); // happens
        QTRY_COMPARE_WITH_TIMEOUT(fixture.recordCount(), 0, 20'000);
        fixture.discard("f"); // as if it were 31 days old at once, but today was looked already
        QTRY_COMPARE_WITH_TIMEOUT(open.undo().records().size(), 1, 20'000);
        QVERIFY(!open.undo().isBusy() || QTest::qWaitFor([&] { return !open.undo().isBusy(); }));
        QCOMPARE(fixture.recordCount(), 1);
    }

    void oneOfManyIsTakenBackAndOneIsRemoved()
    {
        Fixture fixture;
        const Git::UndoRecord first = fixture.discard("f"), second = fixture.discard("g");
        Open open(fixture);
        UndoItems items(open.services.clock);
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::QtTest);
        items.setRecords(open.undo().records());
        QCOMPARE(items.rowCount(), 2);
        QCOMPARE(items.index(0).data().toString(), u"Discarded g"_s);
        QSignalSpy undone(&open.undo(), &UndoController::undone);
        open.undo().undo(first);
        QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 1, 20'000);
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);
        items.setRecords(open.undo().records());
        QCOMPARE(items.rowCount(), 1);
        open.undo().remove(second);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.recordCount(), 0, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(open.undo().state(), PageState::Empty, 20'000);
        QCOMPARE(fixture.repo.read("g"), "1\n"_ba);
    }

    void whatARecordHoldsFollowsTheFiles()
    {
        Fixture fixture;
        const Git::UndoRecord record = fixture.discard("f");
        Open open(fixture);
        UndoDetail detail(open.controller);
        detail.choose(record);
        QTRY_COMPARE_WITH_TIMEOUT(detail.files().size(), 1, 20'000);
        QCOMPARE(Diff::countLines(detail.files().first()), (Diff::LineCounts{1, 1}));
        fixture.repo.write("f", "mine\nand more\n");
        QTRY_COMPARE_WITH_TIMEOUT(detail.files().isEmpty() ? Diff::LineCounts()
                                                           : Diff::countLines(detail.files().first()),
                                  (Diff::LineCounts{0, 1}), 20'000);
        detail.choose({});
        QVERIFY(detail.files().isEmpty());
    }
};

QTEST_GUILESS_MAIN(UndoControllerTest)
#include "tst_undocontroller.moc"
