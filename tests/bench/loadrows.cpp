// SPDX-License-Identifier: GPL-3.0-or-later
// Rows about loading: without a graph file, again after a new commit.
#include "historyrows.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

constexpr double kLikeOne = 1.2;
constexpr int kNewCommits = 5;

} // namespace

void HistoryRows::measureWithoutGraph()
{
    for (const quint32 commits : std::as_const(m_setup.sizes)) {
        const QString from = commits > 1'000'000 ? QString() : repository({.commits = commits});
        if (from.isEmpty())
            continue;
        const QString what = u"%1 commits without a graph file"_s.arg(grouped(commits));
        const QString path =
            accepted(Histories::copyWithoutGraph(from, m_setup.scratch + u"/nograph.git"_s), what);
        if (path.isEmpty())
            continue;
        const QString cache = m_setup.scratch + u"/cache"_s;
        Contestant load = probe({u"load"_s, path, cache});
        Contestant print = ours(path, {u"log"_s, u"--graph"_s, u"--all"_s, u"--format"_s, u"id"_s});
        print.command.environment = {u"XDG_CACHE_HOME="_s + cache};
        load.before = print.before = [this] { freshFolder(u"cache"_s); };
        QList<Figures> figures = compete(
            {load, print,
             git(path, {u"-c"_s, u"core.commitGraph=false"_s, u"rev-list"_s, u"--all"_s, u"--topo-order"_s},
                 true)},
            std::min(m_setup.runs, 3));
        requireAll(figures[0], u"rows"_s, commits);
        addTold(u"first 200 rows of "_s + what, u"at most 300 ms"_s, figures[0], u"firstMilliseconds"_s, 300);
        const QString peer = u"git -c core.commitGraph=false rev-list"_s;
        addRace(u"all of "_s + what + u", loaded"_s, u"at most the time of git rev-list"_s, figures[0], peer,
                figures[2], 1);
        addRace(u"all of "_s + what + u", printed"_s, u"at most the time of git rev-list"_s, figures[1], peer,
                figures[2], 1);
        measureSecondStart(from, commits, what);
    }
}

// The cache folder holds what the last run before left there; now nobody empties it.
void HistoryRows::measureSecondStart(const QString &repository, quint32 commits, const QString &what)
{
    const QString cache = freshFolder(u"cache"_s);
    const QString path = m_setup.scratch + u"/nograph.git"_s;
    QList<Figures> figures =
        compete({probe({u"load"_s, path, cache}), probe({u"load"_s, repository, freshFolder(u"nocache"_s)})},
                m_setup.runs);
    requireAll(figures[0], u"rows"_s, commits);
    requireAll(figures[1], u"rows"_s, commits);
    addRace(u"second start with "_s + what, u"as fast as with one (at most 1.2 times)"_s, figures[0],
            u"ours with the graph file"_s, figures[1], kLikeOne);
}

void HistoryRows::measureRefresh()
{
    for (const quint32 commits : std::as_const(m_setup.sizes)) {
        const QString from = repository({.commits = commits});
        if (from.isEmpty())
            continue;
        const QString what = u"refresh after one new commit on %1"_s.arg(grouped(commits));
        const QString path = accepted(Histories::copy(from, m_setup.scratch + u"/refresh.git"_s), what);
        if (path.isEmpty())
            continue;
        Contestant refresh = probe({u"refresh"_s, path, QString::number(kNewCommits)});
        refresh.mostRuns = 1; // it repeats by itself
        addTold(what, u"at most 50 ms"_s, compete({refresh}, 1).first(), u"wholeMilliseconds"_s, 50);
    }
}
