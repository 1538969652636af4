// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/open.h"
#include "git/refs.h"
#include "history/log.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Loaded
{
    explicit Loaded(const RepoBuilder &repo, const QString &cacheFolder = {})
        : where(Git::openRepository(repo.path())->location)
        , log(QFile::encodeName(cacheFolder))
    {}

    History::RowChange load(bool isByDate = false)
    {
        History::RowChange last;
        changes = 0;
        const History::LogRequest request{.tips = History::tipsOf(*Git::readRefs(where, {})),
                                          .order =
                                              isByDate ? History::Order::Date : History::Order::Topological,
                                          .withWorktrees = true};
        end = log.load(where, request,
                       [&](const History::RowChange &change) {
                           first = changes == 0 ? change : first;
                           last = change;
                           ++changes;
                       },
                       {});
        return last;
    }
    QList<QByteArray> ids() const
    {
        QList<QByteArray> hex;
        for (const Git::ObjectId &id : log.view().ids(0, log.view().rowCount()))
            hex += id.toHex();
        return hex;
    }

    Git::RepoLocation where;
    History::Log log;
    History::RowChange first;
    int changes = 0;
    Result<Git::LogEnd> end;
};

/// A line of commits on a branch, on top of what is there.
void addLine(const RepoBuilder &repo, int count, const QByteArray &from = {})
{
    static qint64 now = 1'700'000'000;
    QByteArray stream;
    for (int at = 0; at < count; ++at) {
        stream +=
            "commit refs/heads/line\ncommitter A <a@b> " + QByteArray::number(++now) + " +0000\ndata 1\nx\n";
        if (at == 0 && !from.isEmpty())
            stream += "from " + from + '\n';
    }
    repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
}

QList<QByteArray> revList(const RepoBuilder &repo)
{
    return repo.git({u"rev-list"_s, u"--topo-order"_s, u"--all"_s}).trimmed().split('\n');
}

} // namespace

class HistoryLogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefreshTellsWhatIsNewAndNoMore()
    {
        RepoBuilder repo;
        repo.commit("one");
        repo.commit("two");
        Loaded loaded(repo);
        loaded.load();
        VERIFY_RESULT(loaded.end);
        QCOMPARE(loaded.ids(), revList(repo));
        const History::LogView before = loaded.log.view();
        const Git::ObjectId two = before.idAt(0);
        QCOMPARE(before.rowOf(two), 0);

        repo.commit("three");
        const History::RowChange change = loaded.load();
        QCOMPARE(change.first, 0);
        QCOMPARE(change.removed, 0);
        QCOMPARE(change.inserted, 1);
        QCOMPARE(change.rowsBefore, 2);
        QCOMPARE(change.versionBefore, before.version());
        QCOMPARE(loaded.ids(), revList(repo));

        // Who still shows the rows before goes on with them.
        QCOMPARE(before.rowCount(), 2);
        QCOMPARE(before.idAt(0), two);
        QCOMPARE(before.rowOf(two), 0);
        QCOMPARE(loaded.log.view().rowOf(two), 1);
        QVERIFY(change.after.version() == loaded.log.view().version() &&
                change.after.version() != before.version());
    }

    void whatIsGoneAndWhatMovesIsTold()
    {
        RepoBuilder repo;
        repo.commit("base");
        repo.branch("side");
        repo.commit("main");
        repo.checkout("side").commit("side");
        repo.checkout("main");
        Loaded loaded(repo);
        loaded.load();
        QCOMPARE(loaded.log.view().rowCount(), 3);
        repo.git({u"branch"_s, u"-q"_s, u"-D"_s, u"side"_s});
        const History::RowChange change = loaded.load();
        QCOMPARE(change.removed - change.inserted, 1);
        QCOMPARE(loaded.ids(), revList(repo));
        repo.git({u"update-ref"_s, u"-d"_s, u"refs/heads/main"_s});
        loaded.load();
        QCOMPARE(loaded.log.view().rowCount(), 0);
    }

    void anotherOrderIsShownAsItComes()
    {
        RepoBuilder repo;
        repo.commit("base", {.time = 1'700'000'001});
        repo.branch("side");
        repo.commit("main", {.time = 1'700'000'003});
        repo.checkout("side").commit("side 1", {.time = 1'700'000'002});
        repo.commit("side 2", {.time = 1'700'000'004});
        Loaded loaded(repo);
        loaded.load();
        const quint64 before = loaded.log.view().version();
        const History::RowChange change = loaded.load(true);
        QCOMPARE(change.versionBefore, before);
        QCOMPARE(change.removed, 4);
        QCOMPARE(change.inserted, 4);
        QCOMPARE(loaded.ids(),
                 repo.git({u"rev-list"_s, u"--date-order"_s, u"--all"_s}).trimmed().split('\n'));
    }

    void aLostCommitThatAGraphFileNamesIsARowThatSaysSo()
    {
        RepoBuilder repo;
        repo.commit("one");
        const QByteArray two = repo.commit("two");
        repo.commit("three");
        repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
        repo.remove(".git/objects/" + two.first(2) + '/' + two.sliced(2));
        Loaded loaded(repo);
        loaded.load();
        VERIFY_RESULT(loaded.end);
        const auto rows = loaded.log.view().rowsAt(loaded.where, {0, 1, 2, 7}, {});
        VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 3);
        QVERIFY(!rows->at(0).isUnreadable && rows->at(1).isUnreadable && !rows->at(2).isUnreadable);
        QCOMPARE(rows->at(1).commit.id.toHex(), two);
        QCOMPARE(rows->at(2).commit.subject, u"one"_s);
    }

    void detachedHeadsOfOtherWorkTreesAreShown()
    {
        RepoBuilder repo;
        repo.commit("one");
        const QString other = repo.folder() + u"/other"_s;
        repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"--detach"_s, other});
        repo.git({u"-C"_s, other, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"on no branch"_s});
        repo.commit("two");
        Loaded loaded(repo);
        loaded.load();
        QCOMPARE(loaded.ids().size(), 3);
        QCOMPARE(loaded.ids(), revList(repo));
        QCOMPARE(loaded.log.view().request().tips.size(), 3); // what git is asked for starts there, too
    }

    void aKeptHistoryIsNotWrittenAgainWithEachRefresh()
    {
        RepoBuilder repo;
        addLine(repo, 3000);
        const QDir cache(repo.folder() + u"/cache"_s);
        Loaded loaded(repo, cache.path());
        loaded.load();
        const QStringList kept = cache.entryList(QDir::Files);
        QCOMPARE(kept.size(), 1);
        QVERIFY(QFile::remove(cache.filePath(kept.first()))); // or a rewrite could not be told
        repo.git({u"branch"_s, u"other"_s, u"line"_s});
        addLine(repo, 1, "refs/heads/line^0");
        loaded.load();
        QCOMPARE(loaded.ids(), revList(repo));
        QCOMPARE(cache.entryList(QDir::Files), QStringList());
        addLine(repo, 2100, "refs/heads/line^0"); // so many that the next start would feel them
        loaded.load();
        QCOMPARE(loaded.ids(), revList(repo));
        QCOMPARE(cache.entryList(QDir::Files), kept);
    }

    void manyCommitsAfterTheGraphFileDoNotHoldTheFirstRowsBack()
    {
        RepoBuilder repo;
        addLine(repo, 300);
        repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
        addLine(repo, 100, "refs/heads/line^0");
        Loaded few(repo);
        few.load();
        QCOMPARE(few.first.after.version(), few.log.view().version());
        QCOMPARE(few.ids(), revList(repo));

        addLine(repo, 3000, "refs/heads/line^0");
        Loaded loaded(repo);
        loaded.load();
        VERIFY_RESULT(loaded.end);
        QCOMPARE(loaded.first.inserted, 200);
        QVERIFY(loaded.first.after.version() != loaded.log.view().version()); // rows of their own
        QCOMPARE(loaded.first.after.ids(0, 200), loaded.log.view().ids(0, 200));
        QCOMPARE(loaded.ids(), revList(repo));
    }

    void tagsOnOldCommitsChangeNoRow()
    {
        RepoBuilder repo;
        addLine(repo, 5000);
        Loaded loaded(repo);
        loaded.load();
        for (const QString &change : {u"tag"_s, u"delete"_s}) {
            if (change == u"tag"_s)
                repo.git({u"tag"_s, u"old"_s, u"line~4000"_s});
            else
                repo.git({u"tag"_s, u"-d"_s, u"old"_s});
            const History::RowChange told = loaded.load();
            QCOMPARE(told.removed + told.inserted + told.rewoven, 0);
            QCOMPARE(loaded.ids(), revList(repo));
        }
    }

    void parentsAndChildrenAreFoundByRow()
    {
        RepoBuilder repo;
        repo.commit("base");
        repo.branch("side");
        repo.commit("main");
        repo.checkout("side").commit("side");
        repo.checkout("main").merge("side", "merge");
        Loaded loaded(repo);
        loaded.load();
        const History::LogView view = loaded.log.view();
        const QList<qsizetype> parents = view.parentRows(0, 9);
        QCOMPARE(parents.size(), 2);
        QCOMPARE(view.idAt(parents[0]).toHex(), repo.resolve("HEAD^1"));
        QCOMPARE(view.idAt(parents[1]).toHex(), repo.resolve("HEAD^2"));
        QCOMPARE(view.parentRows(0, 1).size(), 1);
        QCOMPARE(view.childRow(parents[0]), 0);
        QCOMPARE(view.childRow(0), -1);
        QVERIFY(view.parentRows(99, 9).isEmpty() && view.idAt(99).isNull() && view.idAt(-1).isNull());
    }
};

QTEST_GUILESS_MAIN(HistoryLogTest)
#include "tst_historylog.moc"
