// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/matrixitems.h"

using namespace Qt::StringLiterals;
using namespace Environments;

namespace {

struct FixedClock final : Clock
{
    QDateTime now() const override { return QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::UTC); }
};

Cell cell(int unit, int environment, const QByteArray &version)
{
    return {.unit = unit,
            .environment = environment,
            .versions = {{.artifact = "api", .version = version, .path = "a.yaml", .line = 1}}};
}

/// web is only in production.
Catalogue catalogue()
{
    Catalogue made;
    made.environments = {{.name = "dev", .rank = 10}, {.name = "production", .rank = 70}};
    made.units = {{.name = "api"}, {.name = "web"}};
    made.cells = {cell(0, 0, "1.1"), cell(0, 1, "1.0"), cell(1, 1, "2.0")};
    made.cells[1].standing = Standing::Behind;
    made.cells[1].previous = 0;
    made.cells[1].behind = 2;
    return made;
}

Catalogue withHistory(Catalogue made)
{
    made.hasHistory = true;
    Arrival arrival;
    arrival.time.seconds = 1'800'000'000 - 7200;
    arrival.by.name = u"Ma\u202Era"_s;
    made.cells[1].since = arrival;
    return made;
}

} // namespace

class MatrixItemsTest final : public QObject
{
    Q_OBJECT

    FixedClock m_clock;

private Q_SLOTS:
    void rowsAreUnitsAndColumnsEnvironments()
    {
        MatrixItems items(m_clock);
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(items.rowCount(), 0);
        items.setCatalogue(catalogue());
        QCOMPARE(items.rowCount(), 2);
        QCOMPARE(items.columnCount(), 3);
        QCOMPARE(items.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"production"_s);
        QCOMPARE(items.headerData(3, Qt::Horizontal, Qt::DisplayRole), QVariant());
        QCOMPARE(items.index(0, 0).data().toString(), u"api"_s);
        QCOMPARE(items.index(0, 1).data().toString(), u"1.1"_s);
        QCOMPARE(items.index(0, 2).data(MatrixItems::StandingTextRole).toString(), u"2 behind"_s);
        items.setCatalogue({});
        QCOMPARE(items.rowCount(), 0);
    }

    void aUnitThatIsNotThereIsNoEmptyVersion()
    {
        MatrixItems items(m_clock);
        items.setCatalogue(catalogue());
        const QModelIndex none = items.index(1, 1);
        QCOMPARE(items.cellAt(none), nullptr);
        QCOMPARE(none.data(MatrixItems::HasCellRole).toBool(), false);
        QCOMPARE(none.data(), QVariant());
        QCOMPARE(none.data(Qt::AccessibleTextRole).toString(), u"web, dev, not there"_s);
        QCOMPARE(items.cellAt(items.index(1, 2))->versions.first().version, "2.0"_ba);
        QCOMPARE(items.cellAt(items.index(1, 0)), nullptr);
    }

    void whatAnUnreadableFileHidesIsNotShownAsNotThere()
    {
        MatrixItems items(m_clock);
        Catalogue made = catalogue();
        made.units[1].places = {"overlays/{env}"};
        made.members = {{.environment = 0, .slot = "overlays/{env}", .isUnreadable = true}};
        items.setCatalogue(made);
        const QModelIndex hidden = items.index(1, 1);
        QCOMPARE(hidden.data(MatrixItems::HasCellRole).toBool(), false);
        QCOMPARE(hidden.data(MatrixItems::UnknownRole).toBool(), true);
        QCOMPARE(hidden.data().toString(), u"unreadable"_s);
        QCOMPARE(hidden.data(Qt::AccessibleTextRole).toString(), u"web, dev, unreadable"_s);
        QCOMPARE(items.index(1, 2).data(MatrixItems::UnknownRole).toBool(), false);
    }

    void historyArrivesWithoutAReset()
    {
        MatrixItems items(m_clock);
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        items.setCatalogue(catalogue());
        const QPersistentModelIndex chosen = items.index(0, 2);
        QSignalSpy resets(&items, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&items, &QAbstractItemModel::dataChanged);
        QCOMPARE(chosen.data(MatrixItems::DetailRole).toString(), QString());
        items.setCatalogue(withHistory(catalogue()));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QVERIFY(chosen.isValid());
        QCOMPARE(chosen.data(MatrixItems::DetailRole).toString(), u"2 h · Ma<U+202E>ra"_s);
        QCOMPARE(items.index(1, 2).data(MatrixItems::DetailRole).toString(), u"since when is not known"_s);
        Catalogue other = catalogue();
        other.units += {.name = "worker"};
        items.setCatalogue(other);
        QCOMPARE(resets.count(), 1);
        QCOMPARE(items.rowCount(), 3);
    }

    void namesAreShownLiterally()
    {
        MatrixItems items(m_clock);
        Catalogue made = catalogue();
        made.units[0].name = "<b>\xff";
        made.environments[0].name = "de\xe2\x80\xaev";
        made.cells[0].versions[0].version = "<img src=x>\xe2\x80\xae";
        items.setCatalogue(made);
        QCOMPARE(items.index(0, 0).data().toString(), u"<b>\\xff"_s);
        QCOMPARE(items.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"de<U+202E>v"_s);
        QCOMPARE(items.index(0, 1).data().toString(), u"<img src=x><U+202E>"_s);
    }

    void versionsThatMayChangeWithoutACommitAreMarked_data()
    {
        QTest::addColumn<VersionKind>("kind");
        QTest::addColumn<bool>("isUncertain");
        QTest::addRow("tag") << VersionKind::Tag << false;
        QTest::addRow("digest") << VersionKind::Digest << false;
        QTest::addRow("range") << VersionKind::Range << true;
        QTest::addRow("floating") << VersionKind::Floating << true;
        QTest::addRow("variable") << VersionKind::Variable << true;
        QTest::addRow("unversioned") << VersionKind::Unversioned << true;
    }

    void versionsThatMayChangeWithoutACommitAreMarked()
    {
        QFETCH(VersionKind, kind);
        QFETCH(bool, isUncertain);
        MatrixItems items(m_clock);
        Catalogue made = catalogue();
        made.cells[0].versions[0].kind = kind;
        items.setCatalogue(made);
        QCOMPARE(items.index(0, 1).data(MatrixItems::UncertainRole).toBool(), isUncertain);
        QCOMPARE(items.index(0, 1).data().toString() != u"1.1"_s, isUncertain);
    }

    void severalArtifactsAreToldApart()
    {
        Cell both = cell(0, 0, "1.1");
        both.versions += {.artifact = "web", .version = "2.0"};
        QCOMPARE(versionText(both), u"api 1.1, web 2.0"_s);
    }
};

QTEST_GUILESS_MAIN(MatrixItemsTest)
#include "tst_matrixitems.moc"
