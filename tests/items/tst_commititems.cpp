// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/commititems.h"
#include "items/when.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

struct FixedClock final : Clock
{
    QDateTime now() const override { return QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::UTC); }
};

History::Row row(int number, const QString &subject = u"subject"_s)
{
    History::Row row;
    row.commit.id = *Git::ObjectId::fromHex(QByteArray::number(number + 1, 16).rightJustified(40, '0'));
    row.commit.subject = subject;
    row.commit.author.name = u"Mara"_s;
    row.commit.committed.seconds = 1'800'000'000 - 7200;
    return row;
}

QList<History::Row> rows(const QList<int> &numbers)
{
    QList<History::Row> list;
    for (const int number : numbers)
        list += row(number);
    return list;
}

} // namespace

class CommitItemsTest final : public QObject
{
    Q_OBJECT

    FixedClock m_clock;

private Q_SLOTS:
    void signaturesAreWishedForOnlyWhenShownAndSeen()
    {
        CommitItems items(m_clock);
        items.growTo(300);
        QList<int> all(300);
        std::iota(all.begin(), all.end(), 0);
        items.fill(0, rows(all));
        SignatureMarks &marks = items.signatures();
        QList<Git::ObjectId> wanted;
        int wishes = 0;
        connect(&marks, &SignatureMarks::wanted, this, [&](const QList<Git::ObjectId> &commits) {
            wanted = commits;
            ++wishes;
        });
        QVERIFY(!items.index(0, CommitItems::AuthorColumn).data(CommitItems::SignatureRole).isValid());
        marks.setShown(true);
        for (int at = 0; at < 300; ++at) // as when somebody scrolls
            std::ignore = items.index(at, CommitItems::AuthorColumn).data(CommitItems::SignatureRole);
        QTRY_COMPARE(wishes, 1);
        QCOMPARE(wanted.size(), SignatureMarks::kMostWanted);
        QCOMPARE(wanted.last(), row(299).commit.id);
        marks.add({{row(299).commit.id, SignatureMark::Good}, {row(298).commit.id, SignatureMark::Unknown}});
        QCOMPARE(items.index(299, CommitItems::AuthorColumn).data(CommitItems::SignatureRole).toInt(),
                 static_cast<int>(SignatureMark::Good));
        QCOMPARE(items.index(299, CommitItems::AuthorColumn).data(Qt::AccessibleTextRole).toString(),
                 u"Mara, good signature"_s);
        QVERIFY(
            items.index(298, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"signed, not verified"_s));
        QTest::qWait(300);
        QCOMPARE(wishes, 1); // what is known is not asked for again
        marks.setShown(false);
        QVERIFY(!items.index(299, CommitItems::AuthorColumn).data(CommitItems::SignatureRole).isValid());
    }

    void rowsAreThereBeforeTheirTexts()
    {
        CommitItems items(m_clock);
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        items.growTo(3);
        items.growTo(2);
        QCOMPARE(items.rowCount(), 3);
        QCOMPARE(items.index(2, 0).data(), QVariant());
        QVERIFY(!items.index(2, 0).data(CommitItems::IsLoadedRole).toBool());
        QCOMPARE(items.index(2, 0).data(Qt::AccessibleTextRole).toString(), u"Loading"_s);
        items.fill(1, rows({2, 1, 9})); // what lies beyond the end is dropped
        QCOMPARE(items.loadedRowOf(row(1).commit.id), 2);
        QCOMPARE(items.loadedRowOf(row(9).commit.id), -1);
        QCOMPARE(items.at(0), nullptr);
        QCOMPARE(items.at(1)->commit.id, row(2).commit.id);
        QCOMPARE(items.index(1, CommitItems::WhenColumn).data().toString(), u"2 h"_s);
    }

    void whatIsLookedAtIsAskedForOnce()
    {
        CommitItems items(m_clock);
        items.growTo(1'000'000);
        QSignalSpy wanted(&items, &CommitItems::rowsWanted);
        for (int at = 500'000; at < 500'040; ++at)
            std::ignore = items.index(at, 0).data();
        QCOMPARE(wanted.count(), 0); // never from within data()
        QTRY_COMPARE(wanted.count(), 1);
        const int first = wanted[0][0].toInt(), count = wanted[0][1].toInt();
        QVERIFY(first <= 500'000 && first + count >= 500'040 && count < 2000);

        std::ignore = items.index(0, 0).data(); // scrolled on: the end counts
        std::ignore = items.index(999'999, 0).data();
        QTRY_COMPARE(wanted.count(), 2);
        QVERIFY(wanted[1][0].toInt() > 900'000);
        QCOMPARE(wanted[1][0].toInt() + wanted[1][1].toInt(), 1'000'000);
    }

    void onlySomeRowsAreHeld()
    {
        CommitItems items(m_clock);
        items.growTo(100'000);
        int held = 0;
        for (int first = 0; first < 100'000; first += 500) {
            QList<int> numbers(500);
            std::iota(numbers.begin(), numbers.end(), first);
            items.fill(first, rows(numbers));
        }
        for (int at = 0; at < 100'000; ++at)
            held += items.at(at) ? 1 : 0;
        QVERIFY2(held <= CommitItems::kMostHeld + 500, QByteArray::number(held).constData());
        QVERIFY(items.at(99'999));
    }

    void aRefreshKeepsTheRowsThatStay()
    {
        CommitItems items(m_clock);
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        items.growTo(3);
        items.fill(0, rows({3, 2, 1}));
        const QPersistentModelIndex kept = items.index(1, 0);
        QSignalSpy resets(&items, &QAbstractItemModel::modelReset);
        items.replace(0, 0, 2); // 5 4 3 2 1
        QCOMPARE(kept.row(), 3);
        QCOMPARE(items.at(3)->commit.id, row(2).commit.id);
        QCOMPARE(items.at(1), nullptr);
        items.replace(1, 2, 1); // 5 6 2 1
        QCOMPARE(kept.row(), 2);
        QCOMPARE(items.at(2)->commit.id, row(2).commit.id);
        items.forget(0, 3);
        QCOMPARE(items.at(2), nullptr);
        QCOMPARE(items.at(3)->commit.id, row(1).commit.id);
        items.replace(0, 4, 0);
        QVERIFY(!kept.isValid());
        QCOMPARE(items.rowCount(), 0);
        QCOMPARE(resets.count(), 0);
    }

    void refsStandAtTheirCommits()
    {
        CommitItems items(m_clock);
        items.growTo(2);
        items.fill(0, rows({2, 1}));
        Git::Refs refs;
        refs.head = {Git::HeadState::Branch, "refs/heads/main", row(2).commit.id};
        refs.all = {
            {.name = "refs/heads/a\xe2\x80\xae<b>x</b>",
             .kind = Git::RefKind::LocalBranch,
             .target = row(2).commit.id},
            {.name = "refs/heads/main", .kind = Git::RefKind::LocalBranch, .target = row(2).commit.id},
            {.name = "refs/notes/x", .kind = Git::RefKind::Note, .target = row(1).commit.id}};
        items.setRefs(refs);
        const auto labels = items.index(0, 0).data(CommitItems::RefsRole).value<QList<RefLabel>>();
        QCOMPARE(labels.size(), 2);
        QCOMPARE(labels[0], (RefLabel{u"main"_s, Git::RefKind::LocalBranch, true}));
        QCOMPARE(labels[1].text, u"a<U+202E><b>x</b>"_s);
        QVERIFY(items.index(1, 0).data(CommitItems::RefsRole).value<QList<RefLabel>>().isEmpty());
    }

    void hiddenCharactersAreShown()
    {
        CommitItems items(m_clock);
        items.growTo(1);
        items.fill(0, {row(1, u"a\u202Eb"_s)});
        QCOMPARE(items.index(0, 0).data().toString(), u"a<U+202E>b"_s);
    }

    void aCommitThatCannotBeReadSaysSoAndHasNoTime()
    {
        CommitItems items(m_clock);
        items.growTo(1);
        History::Row lost;
        lost.commit.id = row(1).commit.id;
        lost.isUnreadable = true;
        items.fill(0, {lost});
        QVERIFY(items.index(0, 0).data().toString().contains(u"cannot be read"_s));
        QVERIFY(items.index(0, 0).data().toString().contains(lost.commit.id.abbreviated()));
        QVERIFY(items.index(0, CommitItems::WhenColumn).data().toString().isEmpty());
        QVERIFY(!items.index(0, 0).data(CommitItems::WhenRole).toDateTime().isValid());
    }

    void whatIsPaintedIsAlsoSaid()
    {
        CommitItems items(m_clock);
        History::Row merge = row(1);
        merge.commit.parents = {row(2).commit.id, row(3).commit.id};
        items.growTo(1);
        items.fill(0, {merge});
        const QString text = items.index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(text.startsWith(u"subject, Mara, 2 h, merge of 2"_s), qPrintable(text));
    }

    void ages_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("expected");
        QTest::addRow("now") << 59LL << u"now"_s;
        QTest::addRow("minute") << 60LL << u"1 min"_s;
        QTest::addRow("hours") << 3 * 3600LL << u"3 h"_s;
        QTest::addRow("days") << 13 * 86400LL << u"13 d"_s;
        QTest::addRow("weeks") << 14 * 86400LL << u"2 wk"_s;
        QTest::addRow("months") << 90 * 86400LL << u"3 mo"_s;
        QTest::addRow("years") << 800 * 86400LL << u"2 y"_s;
        QTest::addRow("to come") << -7300LL << u"in 2 h"_s;
    }

    void ages()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, expected);
        QCOMPARE(relativeTime(m_clock.now().addSecs(-seconds), m_clock.now()), expected);
    }

    void anExactDayCannotBeTakenForAnother_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("expected");
        QTest::addRow("C") << u"C"_s << u"3 Feb 2026 "_s;
        QTest::addRow("American") << u"en_US"_s << u"Feb 3, 2026 "_s;
        QTest::addRow("British") << u"en_GB"_s << u"3 Feb 2026 "_s;
        QTest::addRow("German") << u"de_DE"_s << u"3. Feb. 2026 "_s;
        QTest::addRow("Japanese") << u"ja_JP"_s << u"2026年2月3日 "_s;
    }

    void anExactDayCannotBeTakenForAnother()
    {
        QFETCH(QString, language);
        QFETCH(QString, expected);
        const QLocale before;
        const auto back = qScopeGuard([&] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(language));
        const QString text = exactTime(QDateTime(QDate(2026, 2, 3), QTime(12, 0)));
        QVERIFY2(text.startsWith(expected), qPrintable(text));
        for (const QLocale &any :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            QLocale::setDefault(any);
            const QString year = any.toString(QDate(2026, 2, 3), u"yyyy"_s);
            QVERIFY2(exactTime(QDateTime(QDate(2026, 2, 3), QTime(12, 0))).contains(year),
                     qPrintable(any.name()));
        }
    }
};

QTEST_GUILESS_MAIN(CommitItemsTest)
#include "tst_commititems.moc"
