// SPDX-License-Identifier: GPL-3.0-or-later
// Rows about the window, without a display.
#include "historyrows.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr int kManyRefs = 50'000;
constexpr double kFirstRows = 150, kFrame = 16; // milliseconds
constexpr double kPeak = 250e6 / (1 << 20);     // MiB: 250 MB

// What the rows tell, from the milestones that the window wrote.
QJsonObject readTimings(const QJsonObject &report)
{
    const QJsonObject milestones = report[u"milestones"_s].toObject();
    const QJsonObject shown = milestones[u"windowShown"_s].toObject(),
                      first = milestones[u"firstRows"_s].toObject(),
                      all = milestones[u"allRows"_s].toObject(), block = report[u"longestBlock"_s].toObject();
    if (first.isEmpty() || all.isEmpty())
        return {};
    const auto span = [](const QJsonObject &from, const QJsonObject &to, const QString &key) {
        return to[key].toDouble() - from[key].toDouble();
    };
    return {{u"firstRowsMilliseconds"_s, span(shown, first, u"milliseconds"_s)},
            {u"firstRowsCpuMilliseconds"_s, span(shown, first, u"cpuMilliseconds"_s)},
            {u"allRowsMilliseconds"_s, span(shown, all, u"milliseconds"_s)},
            {u"allRowsCpu"_s, all[u"cpuMilliseconds"_s]},
            {u"peakMiB"_s, report[u"peakBytes"_s].toDouble() / (1 << 20)},
            {u"longestBlockMilliseconds"_s, block[u"milliseconds"_s]},
            {u"longestBlockCpuMilliseconds"_s, block[u"busyMilliseconds"_s]},
            {u"commits"_s, report[u"commits"_s]}};
}

} // namespace

Contestant HistoryRows::timed(const QString &repository) const
{
    const QString report = m_setup.scratch + u"/timings.json"_s;
    return {.command = {.words = {m_setup.programs + u"/plumbline"_s, u"--new-window"_s, u"--timings"_s,
                                  report, u"--quit"_s, repository},
                        .folder = m_setup.scratch,
                        .environment = {u"QT_QPA_PLATFORM=offscreen"_s}},
            .before = [report] { QFile::remove(report); },
            .report = report,
            .read = readTimings};
}

// With a graph file; from there on two times the bar when it is longer.
void HistoryRows::measureWindow()
{
    for (const quint32 commits : std::as_const(m_setup.sizes)) {
        const QString path = repository({.commits = commits});
        if (!path.isEmpty())
            measureWindow(path, commits, u"%1 commits"_s.arg(grouped(commits)),
                          commits > 1'000'000 ? 2 * kFirstRows : kFirstRows, double(commits) / 1e6);
    }
}

void HistoryRows::measureWindow(const QString &repository, quint32 commits, const QString &what,
                                double firstRows, double millions)
{
    Figures window = compete({timed(repository)}, m_setup.runs).first();
    requireAll(window, u"commits"_s, commits);
    addTold(u"first rows in the window, "_s + what, u"at most %1 ms after it is shown"_s.arg(firstRows),
            window, u"firstRowsMilliseconds"_s, firstRows);
    const double cpu = millions > 0 ? 2000 * std::max(1.0, millions) : -1;
    addTold(u"CPU until the whole graph is there, "_s + what,
            cpu > 0 ? u"at most %1 s"_s.arg(cpu / 1000) : u"none"_s, window, u"allRowsCpu"_s, cpu);
    const double peak = millions >= 0 && millions <= 1 ? kPeak : -1;
    addTold(u"peak memory of the window, "_s + what, peak > 0 ? u"at most 250 MB, 238.4 MiB"_s : u"none"_s,
            window, u"peakMiB"_s, peak, u"MiB"_s);
    addTold(u"longest block of the window while it opens, "_s + what, u"none"_s, window,
            u"longestBlockMilliseconds"_s, -1);
}

void HistoryRows::measureManyRefs()
{
    const quint32 commits = std::min(m_setup.sizes.last(), 1'000'000U);
    const QString from = repository({.commits = commits});
    if (from.isEmpty())
        return;
    const QString what = grouped(kManyRefs) + u" refs"_s;
    const QString path =
        accepted(Histories::copyWithRefs(from, m_setup.scratch + u"/refs.git"_s, kManyRefs), what);
    if (path.isEmpty())
        return;
    addTold(u"filter of the refs panel, %1, slowest key"_s.arg(what), u"under 50 ms"_s,
            compete({probe({u"refs"_s, path})}, m_setup.runs).first(), u"keyMilliseconds"_s, 50);
    measureWindow(path, commits, what, 2 * kFirstRows, -1);
}

void HistoryRows::measureScrolling()
{
    for (const quint32 commits : std::as_const(m_setup.sizes)) {
        const QString path = repository({.commits = commits});
        if (path.isEmpty())
            continue;
        Contestant scroll = probe({path}, u"scrollprobe"_s);
        scroll.mostRuns = 3;
        const Figures figures = compete({scroll}, m_setup.runs).first();
        const QString what = u", %1 commits"_s.arg(grouped(commits)), bar = u"at most 16 ms"_s;
        addTold(u"longest block while scrolling as rows come"_s + what, bar, figures, u"comingMilliseconds"_s,
                kFrame);
        addTold(u"longest block while scrolling"_s + what, bar, figures, u"scrollingMilliseconds"_s, kFrame);
    }
}
