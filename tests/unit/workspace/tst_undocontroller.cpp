// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitwrite.h"
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
    Fixture()
    {
        repo.write("f", "1\n").write("g", "1\n").commit("one");
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
    }

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
    void commit(const QByteArray &message, bool amends)
    {
        Git::RepoLocation where = Git::openRepository(repo.path())->location;
        where.trust = Git::Trust::Trusted;
        const auto made =
            Git::createCommit(Git::Program(runner, where), {.message = message, .amends = amends}, {}, {});
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
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

    void whatCannotBeTakenBackNeverBlocksTheKey()
    {
        Fixture fixture;
        fixture.discard("f");
        fixture.discard("g", "newer\n");
        fixture.repo.write("g", "in the way\n");
        Open open(fixture);
        QSignalSpy failed(&open.undo(), &UndoController::failed);
        QSignalSpy undone(&open.undo(), &UndoController::undone);
        open.undo().undoLast();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        const Error error = failed.first().at(1).value<Error>();
        QVERIFY2(error.hint.contains(u"take back “Discarded f” instead"_s), qPrintable(error.hint));
        QCOMPARE(open.controller.undoMeaning(), u"Discarded f"_s);
        open.undo().undoLast();
        QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 1, 20'000);
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);
        QCOMPARE(fixture.repo.read("g"), "in the way\n"_ba);
        QCOMPARE(undone.first().at(2).value<QList<Git::UndoRecord>>().size(), 1); // and it is said
        fixture.repo.write("g", "1\n");                                           // it gives way
        open.undo().undoLast();
        QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 2, 20'000);
        QCOMPARE(fixture.repo.read("g"), "newer\n"_ba);
    }

    void anAmendedCommitUnderALaterOneIsPassedOverAndSaid()
    {
        Fixture fixture;
        const Git::UndoRecord discarded = fixture.discard("f");
        fixture.commit("better words\n", true);
        fixture.repo.write("g", "2\n").commit("in a terminal");
        const QByteArray head = fixture.repo.resolve("HEAD");
        Open open(fixture);
        QCOMPARE(open.undo().records().size(), 2);
        QCOMPARE(open.undo().records().first().obstacle, u"main has moved on since"_s);
        QCOMPARE(open.controller.undoMeaning(), u"Discarded f"_s);
        QSignalSpy undone(&open.undo(), &UndoController::undone);
        open.undo().undoLast();
        QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 1, 20'000);
        QCOMPARE(undone.first().at(0).value<Git::UndoRecord>().ref, discarded.ref);
        const auto passed = undone.first().at(2).value<QList<Git::UndoRecord>>();
        QCOMPARE(passed.size(), 1);
        QVERIFY(passed.first().meaning.startsWith(u"Amended"_s));
        QCOMPARE(fixture.repo.resolve("HEAD"), head);
        QTRY_VERIFY_WITH_TIMEOUT(!open.controller.canUndo(),
                                 20'000); // only what cannot be taken back is left
        QSignalSpy refused(&open.undo(), &UndoController::refused);
        open.undo().undoLast();
        QCOMPARE(refused.count(), 1);
        QCOMPARE(open.undo().records().size(), 1);
    }

    void aRecordThatWasNotReadYetIsTakenFirst()
    {
        Fixture fixture;
        fixture.discard("f");
        Open open(fixture);
        const QByteArray head = fixture.repo.resolve("HEAD");
        fixture.repo.write("g", "2\n").stage();
        fixture.commit("mine\n", false);
        QSignalSpy undone(&open.undo(), &UndoController::undone);
        open.undo().undoLast(); // nothing was told of the commit
        QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 1, 20'000);
        QCOMPARE(undone.first().at(0).value<Git::UndoRecord>().meaning, u"Committed “mine”"_s);
        QCOMPARE(fixture.repo.resolve("HEAD"), head);
        open.undo().undoLast();
        QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 2, 20'000);
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);
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
