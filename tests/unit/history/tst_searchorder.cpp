// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchfixture.h"
#include "support/verify.h"

#include <QRandomGenerator>

using namespace SearchFixture;

namespace {

/// Branches that leave and join at random; each commit changes f or g.
void addBranches(RepoBuilder &repo, int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray input;
    QList<int> heads;
    qint64 now = 1'700'000'000;
    const auto takeHead = [&] { return heads.takeAt(random.bounded(static_cast<int>(heads.size()))); };
    for (int mark = 1; mark <= count; ++mark) {
        const QByteArray number = QByteArray::number(mark);
        now += random.bounded(3);
        input += "reset refs/heads/w\n\ncommit refs/heads/w\nmark :" + number +
                 "\ncommitter A <a@example.org> " + QByteArray::number(now) + " +0000\ndata " +
                 QByteArray::number(number.size()) + '\n' + number + '\n';
        if (mark > 1) {
            const int first = takeHead();
            input += "from :" + QByteArray::number(first) + '\n';
            if (heads.size() < 12 && random.bounded(4) == 0)
                heads += first; // a branch leaves here
            else if (heads.size() > 6 && random.bounded(3) == 0)
                input += "merge :" + QByteArray::number(takeHead()) + '\n';
        }
        input += QByteArray("M 644 inline ") + (random.bounded(2) == 0 ? "f" : "g") + "\ndata " +
                 QByteArray::number(number.size()) + '\n' + number + "\n\n";
        heads += mark;
    }
    for (const int head : std::as_const(heads))
        input +=
            "reset refs/heads/b" + QByteArray::number(head) + "\nfrom :" + QByteArray::number(head) + "\n\n";
    repo.git({u"fast-import"_s, u"--quiet"_s, u"--force"_s}, input);
}

} // namespace

class SearchOrderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hitsComeInTheOrderOfTheRows_data()
    {
        QTest::addColumn<bool>("firstParentOnly");
        QTest::addColumn<bool>("isByDate");
        QTest::addColumn<bool>("hasGraph");
        for (const bool first : {true, false})
            for (const bool byDate : {true, false})
                for (const bool graph : {true, false})
                    QTest::addRow("%s, %s, %s", first ? "first parents" : "all parents",
                                  byDate ? "by date" : "topological", graph ? "graph file" : "none")
                        << first << byDate << graph;
    }

    // The rows are those of git with a graph file, which are ours in either case.
    void hitsComeInTheOrderOfTheRows()
    {
        QFETCH(bool, firstParentOnly);
        QFETCH(bool, isByDate);
        QFETCH(bool, hasGraph);
        for (const quint32 seed : {1U, 2U, 3U}) {
            RepoBuilder repo({u"--bare"_s});
            addBranches(repo, 400, seed);
            repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
            QStringList from{u"--all"_s};
            if (isByDate)
                from.prepend(u"--date-order"_s);
            if (firstParentOnly)
                from.prepend(u"--first-parent"_s);
            const QList<Git::ObjectId> rows = rowsOf(repo, from);
            if (!hasGraph)
                QVERIFY(QFile::remove(repo.path() + u"/objects/info/commit-graph"_s));
            History::SearchScope scope = scopeOf(repo, rows);
            scope.isByDate = isByDate;
            scope.firstParentOnly = firstParentOnly;
            for (const QString &line : {u"path:f"_s, u"content:/./"_s, u"path:f message:1"_s}) {
                const Found found = searchIn(repo, scope, line);
                VERIFY_RESULT(found.end);
                QVERIFY(found.hits.size() > 5);
                QVERIFY2(std::ranges::is_sorted(found.hits, {}, &SearchHit::row), qPrintable(line));
                for (const SearchHit &hit : found.hits)
                    QCOMPARE(rows[hit.row], hit.commit.id);
            }
        }
    }
};

QTEST_GUILESS_MAIN(SearchOrderTest)
#include "tst_searchorder.moc"
