// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyrows.h"

#include <QDir>
#include <QLocale>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kManyBranches = 2000;
constexpr int kSlowRuns = 3;
constexpr int kMostSeconds =
    180; // git needs a quarter of an hour for 2,000 branches; the bar is decided long before

} // namespace

QString grouped(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

HistoryRows::HistoryRows(Setup setup, const Histories &histories)
    : m_setup(std::move(setup))
    , m_histories(histories)
    , m_git(QStandardPaths::findExecutable(u"git"_s))
{}

QStringList HistoryRows::groups()
{
    return {u"window"_s, u"nograph"_s,     u"refresh"_s, u"manyrefs"_s, u"scroll"_s,
            u"blame"_s,  u"filehistory"_s, u"ids"_s,     u"texts"_s}; // the long ones last
}

void HistoryRows::measure()
{
    const QHash<QString, void (HistoryRows::*)()> measures = {
        {u"ids"_s, &HistoryRows::measureIds},
        {u"texts"_s, &HistoryRows::measureTexts},
        {u"window"_s, &HistoryRows::measureWindow},
        {u"nograph"_s, &HistoryRows::measureWithoutGraph},
        {u"refresh"_s, &HistoryRows::measureRefresh},
        {u"manyrefs"_s, &HistoryRows::measureManyRefs},
        {u"scroll"_s, &HistoryRows::measureScrolling},
        {u"blame"_s, &HistoryRows::measureBlame},
        {u"filehistory"_s, &HistoryRows::measureFileHistory}};
    for (const QString &group : groups()) {
        if (m_setup.only.isEmpty() || m_setup.only.contains(group))
            (this->*measures.value(group))();
    }
}

void HistoryRows::add(Row row)
{
    std::fputs(toMarkdown({row}).split('\n').value(2).append('\n').constData(), stderr);
    m_rows += std::move(row);
}

void HistoryRows::addFailed(const QString &what, const QString &bar, const QString &why)
{
    add({.what = what, .bar = bar, .unmeasured = why, .isImpossible = true});
}

void HistoryRows::addRace(const QString &what, const QString &bar, const Figures &ours, const QString &peer,
                          const Figures &peers, double factor)
{
    add(raceRow(what, bar, ours, peer, peers, factor));
}

void HistoryRows::addTold(const QString &what, const QString &bar, const Figures &ours, const QString &key,
                          double allowed, const QString &unit)
{
    add(toldRow(what, bar, ours, key, allowed, unit));
}

void HistoryRows::requireAll(Figures &figures, const QString &key, quint32 commits)
{
    const double told = figures.told.value(key).toDouble();
    if (figures.failure.isEmpty() && told < commits) // one that is given may have more
        figures.failure = u"%1 of %2 commits were there"_s.arg(told, 0, 'f', 0).arg(commits);
}

QString HistoryRows::accepted(const Histories::Path &path, const QString &what)
{
    if (path)
        return *path;
    addFailed(what, {}, path.error());
    return {};
}

QString HistoryRows::repository(Shape shape)
{
    return accepted(m_histories.make(shape), u"%1 commits"_s.arg(grouped(shape.commits)));
}

QString HistoryRows::freshFolder(const QString &name) const
{
    QString path = m_setup.scratch + u'/' + name;
    QDir(path).removeRecursively();
    QDir().mkpath(path);
    return path;
}

Contestant HistoryRows::git(const QString &repository, const QStringList &arguments, int mostRuns) const
{
    return {.command = {.words = QStringList{m_git} + arguments, .folder = repository}, .mostRuns = mostRuns};
}

Contestant HistoryRows::ours(const QString &repository, const QStringList &arguments) const
{
    return {
        .command = {.words = QStringList{m_setup.programs + u"/ai-cli"_s} + arguments, .folder = repository}};
}

Contestant HistoryRows::probe(const QStringList &arguments, const QString &program) const
{
    return {.command = {.words = QStringList{m_setup.probes + u'/' + program} + arguments,
                        .folder = m_setup.scratch},
            .use = OutputUse::Kept};
}

void HistoryRows::measureIds()
{
    for (const quint32 commits : std::as_const(m_setup.sizes))
        measureIds({.commits = commits});
    if (m_setup.sizes.contains(1'000'000))
        measureIds({.commits = 1'000'000, .branches = kManyBranches});
    measureGrowth();
}

void HistoryRows::measureIds(Shape shape)
{
    const QString path = repository(shape);
    if (path.isEmpty())
        return;
    const bool isWide = shape.branches > HistoryStream::kBranches;
    const QString what =
        u"graph and ids of %1 commits, %2 branches"_s.arg(grouped(shape.commits), grouped(shape.branches));
    Contestant graph =
        git(path, {u"log"_s, u"--graph"_s, u"--all"_s, u"--format=%H"_s}, isWide ? 1 : kSlowRuns);
    graph.command.mostSeconds = isWide ? kMostSeconds : 0;
    const QList<Figures> figures =
        compete({ours(path, {u"log"_s, u"--graph"_s, u"--all"_s, u"--format"_s, u"id"_s}),
                 git(path, {u"rev-list"_s, u"--all"_s, u"--topo-order"_s}), graph},
                m_setup.runs);
    if (!isWide) {
        m_idsCpu.insert(shape.commits, figures[0].cpu);
        addRace(what, u"at most the time of git rev-list"_s, figures[0], u"git rev-list --all --topo-order"_s,
                figures[1], 1);
    }
    addRace(what, isWide ? u"at most 1/20 of git log --graph"_s : u"at most 1/4 of git log --graph"_s,
            figures[0], u"git log --graph --all --format=%H"_s, figures[2], isWide ? 0.05 : 0.25);
}

void HistoryRows::measureGrowth()
{
    const QString what = u"CPU of graph and ids, for each commit"_s;
    const quint32 least = m_setup.sizes.first(), most = m_setup.sizes.last();
    if (least == most || m_idsCpu.value(least) <= 0 || m_idsCpu.value(most) <= 0)
        return;
    const double few = m_idsCpu[least] * 1000 / least, many = m_idsCpu[most] * 1000 / most;
    add({.what = u"%1, %2 commits"_s.arg(what, grouped(most)),
         .bar = u"at most 1.3 times that at %1"_s.arg(grouped(least)),
         .unit = u"µs"_s,
         .ours = many,
         .allowed = few * 1.3,
         .peer = u"ours at %1"_s.arg(grouped(least)),
         .peers = few});
}

void HistoryRows::measureTexts()
{
    for (const quint32 commits : std::as_const(m_setup.sizes)) {
        const QString path = commits > 1'000'000 ? QString() : repository({.commits = commits});
        if (path.isEmpty())
            continue;
        const QList<Figures> figures =
            compete({ours(path, {u"log"_s, u"--graph"_s, u"--all"_s}),
                     git(path, {u"log"_s, u"--graph"_s, u"--all"_s, u"--format=%H %an %ad %s"_s}, kSlowRuns)},
                    m_setup.runs);
        addRace(u"graph, id, author, date and subject of %1 commits"_s.arg(grouped(commits)),
                u"at most 1/2 of git log --graph"_s, figures[0],
                u"git log --graph --format='%H %an %ad %s'"_s, figures[1], 0.5);
    }
}
