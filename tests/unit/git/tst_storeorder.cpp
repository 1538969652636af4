// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random histories at once, each with roots of its own, in one repository: its order is git's.
#include "historyfixture.h"

#include "support/verify.h"

using namespace Tests;

namespace {

constexpr int kGraphs = 500; // in one repository; 20 of these are 10,000
constexpr quint32 kSeeds = 5;

enum class Dates { Skewed, Equal, Old, Wide };

QByteArray dateOf(Dates kind, int at, QRandomGenerator &random)
{
    static const QList<QByteArray> old = {"-1",           "-86400",     "0",  "1", "-1000000000",
                                          "-62135596800", "1700000000", "-3", "5", "7"};
    static const QList<QByteArray> wide = {
        "17179869183", "17179869184", "17179869190",         "253402300799", "5000000000",
        "007",         "8589934597",  "9223372036854775807", "1700000000",   "9223372036854775808"};
    switch (kind) {
    case Dates::Skewed:
        return QByteArray::number(1'700'000'000 + at * 10 -
                                  (random.bounded(5) == 0 ? random.bounded(90) : 0));
    case Dates::Equal:
        return QByteArray::number(1'700'000'000 + random.bounded(3));
    case Dates::Old:
        return old[random.bounded(old.size())];
    case Dates::Wide:
        return wide[random.bounded(wide.size())];
    }
    return {};
}

QList<int> someParents(int first, int mark, QRandomGenerator &random)
{
    QList<int> parents;
    static const QList<int> counts = {0, 1, 1, 1, 1, 2, 2, 2, 3, 4};
    for (int left = mark == first ? 0 : counts[random.bounded(counts.size())]; left > 0; --left) {
        const int near = std::max(first, mark - 6);
        const int parent = random.bounded(4) == 0 ? random.bounded(first, mark) : random.bounded(near, mark);
        if (!parents.contains(parent))
            parents += parent;
    }
    return parents;
}

// All at once and unpeeled, for a thousand files cost more than the rest of the test.
void writeRefs(const RepoBuilder &repo, const QString &marks, const QList<int> &tips)
{
    QFile list(marks), packed(repo.gitDir() + u"/packed-refs"_s);
    if (!list.open(QIODevice::ReadOnly) || !packed.open(QIODevice::WriteOnly))
        qFatal() << "The refs cannot be written.";
    QHash<int, QByteArray> ids;
    for (const QByteArray &line : list.readAll().trimmed().split('\n'))
        ids.insert(line.sliced(1, line.indexOf(' ') - 1).toInt(), line.sliced(line.indexOf(' ') + 1));
    int name = 100'000;
    for (const int tip : tips)
        packed.write(ids.value(tip) + " refs/heads/" + QByteArray::number(++name) + '\n');
}

void addHistories(RepoBuilder &repo, Dates dates, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray input;
    QList<int> tips;
    int mark = 1;
    for (int graph = 0; graph < kGraphs; ++graph) {
        const int first = mark;
        for (const int end = first + random.bounded(1, 15); mark < end; ++mark) {
            const QByteArray name = QByteArray::number(graph) + '/' + QByteArray::number(mark - first);
            input += "reset refs/heads/w\n\ncommit refs/heads/w\nmark :" + QByteArray::number(mark) +
                     "\ncommitter A <a@example.org> " + dateOf(dates, mark - first, random) +
                     " +0000\ndata " + QByteArray::number(name.size()) + '\n' + name + '\n';
            bool isFirst = true;
            for (const int parent : someParents(first, mark, random)) {
                input += (std::exchange(isFirst, false) ? "from :" : "merge :") + QByteArray::number(parent) +
                         '\n';
            }
        }
        for (int left = random.bounded(1, 4), tip = mark - 1; left > 0; --left) {
            tips += tip;
            tip = random.bounded(first, mark);
        }
    }
    const QString marks = repo.folder() + u"/marks"_s;
    repo.git({u"fast-import"_s, u"--quiet"_s, u"--force"_s, u"--date-format=raw-permissive"_s,
              u"--export-marks="_s + marks},
             input);
    writeRefs(repo, marks, tips);
}

/// Empty: they are the same.
QByteArray difference(const QList<QByteArray> &ours, const QList<QByteArray> &git, const RepoBuilder &repo)
{
    const auto names = [&repo](const QByteArray &id) {
        return repo.git({u"log"_s, u"-1"_s, u"--format=%s %ct"_s, QString::fromLatin1(id)}).trimmed();
    };
    if (ours.size() != git.size())
        return "ours has " + QByteArray::number(ours.size()) + ", git " + QByteArray::number(git.size());
    const auto [one, other] = std::ranges::mismatch(ours, git);
    return one == ours.end() ? QByteArray()
                             : "at " + QByteArray::number(one - ours.begin()) + " ours has " + names(*one) +
                                   ", git " + names(*other);
}

} // namespace

class TestStoreOrder : public QObject
{
    Q_OBJECT

    static QByteArray differenceFrom(OpenedStore &&opened, const RepoBuilder &repo)
    {
        const bool usesGraph = QFile::exists(repo.gitDir() + u"/objects/info/commit-graph"_s);
        const QString graph = usesGraph ? u"core.commitGraph=true"_s : u"core.commitGraph=false"_s;
        for (const auto order : {History::Order::Topological, History::Order::Date}) {
            const bool byDate = order == History::Order::Date;
            const auto listed = repo.git({u"-c"_s, graph, u"rev-list"_s, u"--all"_s,
                                          byDate ? u"--date-order"_s : u"--topo-order"_s})
                                    .trimmed()
                                    .split('\n');
            if (const QByteArray found = difference(opened.ids(order), listed, repo); !found.isEmpty())
                return (byDate ? "by date, " : "topological, ") + found;
        }
        return {};
    }

private Q_SLOTS:
    void yieldsTheOrderOfGit_data()
    {
        QTest::addColumn<Dates>("dates");
        QTest::addColumn<quint32>("seed");
        const std::pair<const char *, Dates> kinds[] = {{"clock skew", Dates::Skewed},
                                                        {"equal dates", Dates::Equal},
                                                        {"before 1970", Dates::Old},
                                                        {"far beyond 2100", Dates::Wide}};
        for (const auto &[name, dates] : kinds) {
            for (quint32 seed = 1; seed <= kSeeds; ++seed)
                QTest::addRow("%s, %u", name, seed) << dates << seed;
        }
    }
    void yieldsTheOrderOfGit()
    {
        QFETCH(const Dates, dates);
        QFETCH(const quint32, seed);
        RepoBuilder repo({u"--bare"_s});
        addHistories(repo, dates, seed);
        const QString cache = repo.folder() + u"/cache"_s;
        OpenedStore first = openStore(repo.path(), cache);
        QCOMPARE(differenceFrom(std::move(first), repo), "");
        OpenedStore read = openStore(repo.path(), cache);
        VERIFY_RESULT(read.store->readAll({}));
        VERIFY_RESULT(read.store->keep({}));
        QCOMPARE(differenceFrom(std::move(read), repo), "");
        OpenedStore second = openStore(repo.path(), cache);
        QVERIFY(second.store->graph());
        QCOMPARE(differenceFrom(std::move(second), repo), "");
        for (const QString &version : {u"1"_s, u"2"_s}) {
            if (version == u"2"_s && dates == Dates::Old)
                continue; // git hangs while it writes that
            QFile::remove(repo.gitDir() + u"/objects/info/commit-graph"_s);
            repo.git({u"-c"_s, u"commitGraph.generationVersion="_s + version, u"commit-graph"_s, u"write"_s,
                      u"--reachable"_s});
            QCOMPARE(differenceFrom(openStore(repo.path()), repo), "");
        }
    }

    void readsGarbledDatesAsGit()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 2100);
        const QList<QByteArray> dates = {"99999999999999999999999",
                                         "-99999999999999999999999",
                                         "+5",
                                         "abc",
                                         "",
                                         "  12",
                                         "007",
                                         "1e5",
                                         "18446744073709551615",
                                         "-",
                                         "- 5",
                                         "-5",
                                         "--5",
                                         "\t44",
                                         "\v45",
                                         "0x10",
                                         "1700000000.5"};
        int at = 0;
        const QByteArray tree = "tree " + repo.git({u"mktree"_s}, "").trimmed() + '\n';
        const auto add = [&](const QByteArray &people) {
            const QByteArray commit =
                writeCommit(repo, tree + people + "\n" + QByteArray::number(++at) + "\n");
            repo.git({u"update-ref"_s, u"refs/heads/odd%1"_s.arg(at), QString::fromLatin1(commit)});
        };
        for (const QByteArray &date : dates)
            add("author A <a@b> 1 +0000\ncommitter A <a@b> " + date + " +0000\n");
        add("author A <a@b> 1 +0000\ncommitter A 1690000000 +0000\n");
        add("author A <a@b> 1 +0000\ncommitter A <a> b> 1690000001 +0000\n");
        add("committer A <a@b> 1690000002 +0000\n");
        add("author A <a@b> 1 +0000\nencoding x\ncommitter A <a@b> 1690000003 +0000\n");
        add("author A <a@b> 1 +0000\nauthor B <a@b> 1 +0000\ncommitter A <a@b> 1690000004 +0000\n");
        add("authority\ncommitter>1690000005 +0000\n");
        const QString cache = repo.folder() + u"/cache"_s;
        OpenedStore read = openStore(repo.path(), cache);
        VERIFY_RESULT(read.store->readAll({}));
        VERIFY_RESULT(read.store->keep({}));
        QCOMPARE(differenceFrom(std::move(read), repo), "");
        OpenedStore second = openStore(repo.path(), cache);
        QVERIFY(second.store->graph());
        QCOMPARE(differenceFrom(std::move(second), repo), "");
    }
};

QTEST_GUILESS_MAIN(TestStoreOrder)

#include "tst_storeorder.moc"
