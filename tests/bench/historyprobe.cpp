// SPDX-License-Identifier: GPL-3.0-or-later
// Does one thing with a history, as the window would on a worker, and prints as JSON what that took. A
// program of its own, so that its memory is that of the thing measured.
#include "git/blame.h"
#include "git/filehistory.h"
#include "git/open.h"
#include "git/refs.h"
#include "histories.h"
#include "history/log.h"
#include "items/refitems.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/resource.h>

#include <cstdio>
#include <ctime>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kScreen = 200, kScreenful = 50; // rows: first ones, and those in sight

/// Milliseconds: by the clock on the wall, and computed by all threads, which is free of what else the
/// machine does.
struct Moment
{
    double wall = read(CLOCK_MONOTONIC), cpu = read(CLOCK_PROCESS_CPUTIME_ID);

    static double read(clockid_t clock)
    {
        timespec time{};
        clock_gettime(clock, &time);
        return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
    }
    Moment since(const Moment &start) const
    {
        Moment span;
        span.wall = wall - start.wall;
        span.cpu = cpu - start.cpu;
        return span;
    }
};

/// Moments of many turns by the name of what they measure.
class Laps
{
public:
    void start() { m_last = Moment(); }
    /// Since start() or the lap before.
    Moment lap(const QString &name)
    {
        const Moment now, span = now.since(m_last);
        m_walls[name] += span.wall;
        m_cpus[name] += span.cpu;
        m_last = now;
        return span;
    }
    void add(const QString &name, const Moment &span)
    {
        m_walls[name] += span.wall;
        m_cpus[name] += span.cpu;
    }
    QJsonObject medians() const
    {
        QJsonObject told;
        for (auto each = m_walls.begin(); each != m_walls.end(); ++each) {
            told.insert(each.key() + u"Milliseconds"_s, middle(each.value()));
            told.insert(each.key() + u"CpuMilliseconds"_s, middle(m_cpus[each.key()]));
        }
        return told;
    }

private:
    static double middle(QList<double> values)
    {
        std::ranges::sort(values);
        return values.value(values.size() / 2);
    }

    Moment m_last;
    QHash<QString, QList<double>> m_walls, m_cpus;
};

[[noreturn]] void give(const QString &reason)
{
    std::fprintf(stderr, "historyprobe: %s\n", qUtf8Printable(reason));
    std::exit(1);
}

template<class Value> Value valueOf(Result<Value> result)
{
    if (!result)
        give(result.error().message + u' ' + result.error().detail);
    return std::move(*result);
}

void print(QJsonObject told)
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto milliseconds = [](const timeval &time) {
        return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000;
    };
    told.insert(u"cpuMilliseconds"_s, milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime));
    told.insert(u"peakMiB"_s, double(usage.ru_maxrss) / 1024);
    std::fputs(QJsonDocument(told).toJson(QJsonDocument::Compact).constData(), stdout);
}

Git::RepoLocation locationOf(const QString &path)
{
    Git::RepoLocation where = valueOf(Git::openRepository(path)).location;
    where.trust = Git::Trust::Trusted; // the reader's own, given on the command line
    return where;
}

History::LogRequest everything(const Git::RepoLocation &where)
{
    return {.tips = History::tipsOf(valueOf(Git::readRefs(where, {})))};
}

QList<qsizetype> rowsTo(qsizetype count)
{
    QList<qsizetype> rows(count);
    std::ranges::iota(rows, 0);
    return rows;
}

/// load REPOSITORY [CACHE]: everything, from refs to lanes.
void load(const QStringList &arguments)
{
    const Moment start;
    Laps laps;
    const Git::RepoLocation where = locationOf(arguments.value(0));
    History::Log log(QFile::encodeName(arguments.value(1)));
    bool isFirst = true;
    const auto sink = [&](const History::RowChange &change) {
        if (!isFirst || valueOf(change.after.rowsAt(where, rowsTo(kScreen), {})).isEmpty())
            return;
        isFirst = false;
        laps.add(u"first"_s, Moment().since(start));
    };
    valueOf(log.load(where, everything(where), sink, {}));
    laps.add(u"whole"_s, Moment().since(start));
    QJsonObject told = laps.medians();
    told.insert(u"rows"_s, double(log.view().rowCount()));
    print(std::move(told));
}

/// refresh REPOSITORY COUNT: so many times a commit by git and then what is new. Writes to the
/// repository.
void refresh(const QStringList &arguments)
{
    const Git::RepoLocation where = locationOf(arguments.value(0));
    History::Log log;
    valueOf(log.load(where, everything(where), {}, {}));
    Laps laps;
    for (int turn = 0; turn < arguments.value(1).toInt(); ++turn) {
        const qsizetype before = log.view().rowCount();
        if (!addCommit(arguments.value(0)))
            give(u"git could not commit"_s);
        const Moment start;
        laps.start();
        const History::LogRequest request = everything(where);
        laps.lap(u"refs"_s);
        valueOf(log.load(where, request, {}, {}));
        laps.lap(u"load"_s);
        valueOf(log.view().rowsAt(where, rowsTo(kScreenful), {}));
        laps.lap(u"rows"_s);
        laps.add(u"whole"_s, Moment().since(start));
        if (log.view().rowCount() != before + 1)
            give(u"the new commit is not there"_s);
    }
    print(laps.medians());
}

/// refs REPOSITORY: reads them, lists them and looks for one, key by key.
void filterRefs(const QStringList &arguments)
{
    const Git::RepoLocation where = locationOf(arguments.value(0));
    Laps laps;
    laps.start();
    const Git::Refs refs = valueOf(Git::readRefs(where, {}));
    laps.lap(u"read"_s);
    RefItems items;
    items.setEntries(entriesOf(refs, {}));
    laps.lap(u"list"_s);
    Moment worst{.wall = 0, .cpu = 0};
    const QString typed = u"team-7 task-4"_s;
    for (qsizetype length = 1; length <= typed.size(); ++length) {
        const Moment start;
        items.setFilter(typed.first(length));
        const Moment span = Moment().since(start);
        worst = span.wall > worst.wall ? span : worst;
    }
    laps.add(u"key"_s, worst);
    QJsonObject told = laps.medians();
    told.insert(u"refs"_s, double(refs.all.size()));
    told.insert(u"found"_s, double(items.rowCount()));
    print(std::move(told));
}

constexpr double kLongEnough = 2000; // milliseconds

/// A window has read something before; the first turn pays for the start of libraries, so there are several.
template<class Turn> void repeat(Turn &&turn)
{
    const Moment start;
    for (int at = 0; at < 7 && Moment().since(start).wall < kLongEnough; ++at)
        turn();
}

/// blame REPOSITORY PATH: of what HEAD has.
void blame(const QStringList &arguments)
{
    const SystemProcessRunner runner;
    const Git::Program git(runner, locationOf(arguments.value(0)));
    Laps laps;
    qsizetype lines = 0;
    repeat([&] {
        const Moment start;
        lines = 0;
        const Git::BlameSink sink{
            .text = [&](const Git::BlameText &) { laps.add(u"text"_s, Moment().since(start)); },
            .batch =
                [&](const Git::BlameBatch &batch) {
                    if (lines == 0)
                        laps.add(u"first"_s, Moment().since(start));
                    for (const Git::BlameHunk &hunk : batch.hunks)
                        lines += hunk.count;
                }};
        const Git::ObjectId head = valueOf(Git::resolveRevision(git.location(), "HEAD"));
        valueOf(
            Git::readBlame(git, {.path = QFile::encodeName(arguments.value(1)), .revision = head}, sink, {}));
        laps.add(u"whole"_s, Moment().since(start));
    });
    QJsonObject told = laps.medians();
    told.insert(u"lines"_s, double(lines));
    print(std::move(told));
}

/// filehistory REPOSITORY PATH: from HEAD.
void fileHistory(const QStringList &arguments)
{
    const SystemProcessRunner runner;
    const Git::Program git(runner, locationOf(arguments.value(0)));
    Laps laps;
    qsizetype revisions = 0;
    repeat([&] {
        const Moment start;
        revisions = 0;
        const auto sink = [&](const QList<Git::FileRevision> &batch) {
            if (revisions == 0)
                laps.add(u"first"_s, Moment().since(start));
            revisions += batch.size();
        };
        valueOf(Git::readFileHistory(git, {.path = QFile::encodeName(arguments.value(1))}, sink, {}));
        laps.add(u"whole"_s, Moment().since(start));
    });
    QJsonObject told = laps.medians();
    told.insert(u"revisions"_s, double(revisions));
    print(std::move(told));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Git::initializeLibrary();
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    const QHash<QString, void (*)(const QStringList &)> probes = {{u"load"_s, load},
                                                                  {u"refresh"_s, refresh},
                                                                  {u"refs"_s, filterRefs},
                                                                  {u"blame"_s, blame},
                                                                  {u"filehistory"_s, fileHistory}};
    const auto probe = probes.value(arguments.value(0));
    if (!probe)
        give(u"load, refresh, refs, blame or filehistory, and a repository"_s);
    probe(arguments.sliced(1));
    return 0;
}
