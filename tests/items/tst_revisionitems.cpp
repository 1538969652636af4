// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/revisionitems.h"

using namespace Qt::StringLiterals;

namespace {

struct FixedClock final : Clock
{
    QDateTime now() const override { return QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::UTC); }
};

RevisionItem revision(int number, const QString &subject = u"subject"_s)
{
    RevisionItem item;
    item.commit.id = *Git::ObjectId::fromHex(QByteArray::number(number + 1, 16).rightJustified(40, '0'));
    item.commit.subject = subject;
    item.commit.author.name = u"Mara"_s;
    item.commit.authored.seconds = 1'800'000'000 - 7200;
    item.path = "web.yaml";
    return item;
}

QList<RevisionItem> revisions(const QList<int> &numbers)
{
    QList<RevisionItem> list;
    for (const int number : numbers)
        list += revision(number);
    return list;
}

} // namespace

class RevisionItemsTest final : public QObject
{
    Q_OBJECT

    FixedClock m_clock;

private Q_SLOTS:
    void revisionsComeAtTheEnd()
    {
        RevisionItems items(m_clock);
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy inserted(&items, &QAbstractItemModel::rowsInserted);
        items.append({});
        QCOMPARE(inserted.count(), 0);
        items.append(revisions({5, 4}));
        const QPersistentModelIndex kept = items.index(1);
        items.append(revisions({3}));
        QCOMPARE(items.rowCount(), 3);
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(kept.row(), 1);
        QCOMPARE(items.rowOf(revision(3).commit.id), 2);
        QCOMPARE(items.rowOf(revision(9).commit.id), -1);
        QCOMPARE(items.rowCount(items.index(0)), 0);
    }

    void aRefreshKeepsTheRowsThatStay()
    {
        RevisionItems items(m_clock);
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        items.setRevisions(revisions({3, 2, 1}));
        const QPersistentModelIndex kept = items.index(1);
        QSignalSpy resets(&items, &QAbstractItemModel::modelReset);
        items.setRevisions(revisions({4, 3, 2, 1}));
        QCOMPARE(kept.row(), 2);
        items.setRevisions(revisions({2, 1}));
        QCOMPARE(kept.row(), 0);
        items.setRevisions(revisions({2, 8, 1}));
        QCOMPARE(kept.row(), 0);
        QCOMPARE(items.revisions(), revisions({2, 8, 1}));
        items.setRevisions({});
        QVERIFY(!kept.isValid());
        QCOMPARE(items.rowCount(), 0);
        QCOMPARE(resets.count(), 0);
    }

    void aRevisionThatSaysOtherThingsIsAnotherRow()
    {
        RevisionItems items(m_clock);
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        items.setRevisions(revisions({3, 2, 1}));
        QList<RevisionItem> renamed = revisions({3, 2, 1});
        renamed[1].oldPath = "old.yaml";
        renamed[1].status = Diff::FileStatus::Renamed;
        items.setRevisions(renamed);
        QCOMPARE(items.index(1).data(RevisionItems::RenameRole).toString(), u"old.yaml → web.yaml"_s);
        QVERIFY(items.index(0).data(RevisionItems::RenameRole).toString().isEmpty());
    }

    void whatIsShownIsAlsoSaidAndHiddenCharactersAreShown()
    {
        RevisionItems items(m_clock);
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        RevisionItem odd = revision(1, u"a\u202Eb"_s);
        odd.path = "<b>\xff";
        odd.oldPath = "old";
        odd.status = Diff::FileStatus::Renamed;
        items.append({odd});
        const QModelIndex index = items.index(0);
        QCOMPARE(index.data().toString(), u"a<U+202E>b"_s);
        QCOMPARE(index.data(RevisionItems::PathRole).toByteArray(), "<b>\xff"_ba);
        QCOMPARE(index.data(RevisionItems::RenameRole).toString(), u"old → <b>\\xff"_s);
        QCOMPARE(index.data(RevisionItems::AgeRole).toString(), u"2 h"_s);
        QCOMPARE(index.data(RevisionItems::IdRole).value<Git::ObjectId>(), odd.commit.id);
        const QString said = index.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(said.startsWith(u"a<U+202E>b, Mara, "_s) && said.endsWith(u"renamed, old → <b>\\xff"_s),
                 qPrintable(said));
        QCOMPARE(items.data({}, Qt::DisplayRole), QVariant());
        QCOMPARE(items.index(1).data(), QVariant());
    }
};

QTEST_GUILESS_MAIN(RevisionItemsTest)
#include "tst_revisionitems.moc"
