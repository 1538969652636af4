// SPDX-License-Identifier: GPL-3.0-or-later
#include "contest.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QStandardPaths>

#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct Series
{
    QList<double> cpu, wall, first;
    long peak = 0;
    bool isStopped = false;
    QHash<QString, QList<double>> told;
    QString failure;
};

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void add(Series &series, const Cost &cost, const Contestant &contestant)
{
    series.cpu += cost.cpu;
    series.wall += cost.wall;
    series.first += cost.first;
    series.peak = std::max(series.peak, cost.peak);
    series.isStopped |= cost.isStopped;
    const QByteArray report = contestant.report.isEmpty() ? cost.output : content(contestant.report);
    QJsonObject told = QJsonDocument::fromJson(report).object();
    if (contestant.read)
        told = contestant.read(told);
    for (auto each = told.begin(); each != told.end(); ++each) {
        if (each->isDouble())
            series.told[each.key()] += each->toDouble();
    }
}

void runOnceMore(Series &series, const Contestant &contestant, bool isWarmUp)
{
    if (!series.failure.isEmpty())
        return;
    if (contestant.before)
        contestant.before();
    const Cost cost = runOnce(contestant.command, contestant.use);
    if (cost.code != 0 && !cost.isStopped)
        series.failure = u"%1 ended with %2"_s.arg(contestant.command.words.join(u' ')).arg(cost.code);
    else if (!isWarmUp)
        add(series, cost, contestant);
}

Figures figuresOf(const Series &series)
{
    if (!series.failure.isEmpty())
        return {.failure = series.failure};
    Figures figures{.cpu = middle(series.cpu),
                    .wall = middle(series.wall),
                    .first = middle(series.first),
                    .peak = double(series.peak) / 1024,
                    .isStopped = series.isStopped};
    for (auto each = series.told.begin(); each != series.told.end(); ++each)
        figures.told.insert(each.key(), middle(each.value()));
    return figures;
}

double rounded(double value)
{
    return double(qRound64(value * 100)) / 100;
}

QString numberOf(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QString measured(double value, const QString &unit, double cpu)
{
    const QString text = numberOf(value) + u' ' + unit;
    return cpu < 0 ? text : u"%1 (CPU %2 ms)"_s.arg(text, numberOf(cpu));
}

QString lineOf(const Row &row)
{
    if (!row.unmeasured.isEmpty())
        return u"| %1 | %2 | | | | not measured: %3 |\n"_s.arg(row.what, row.bar, row.unmeasured);
    const QString more = row.isPeerStopped ? u"over "_s : QString(),
                  most = row.isPeerStopped ? u"under "_s : QString();
    const QString peer = row.peer.isEmpty()
                             ? u"—"_s
                             : more + u"%1, %2"_s.arg(measured(row.peers, row.unit, row.peersCpu), row.peer);
    return u"| %1 | %2 | %3 | %4 | %5 | %6 |\n"_s.arg(row.what, row.bar,
                                                      measured(row.ours, row.unit, row.oursCpu), peer,
                                                      row.ratio() < 0 ? u"—"_s : most + numberOf(row.ratio()),
                                                      row.allowed < 0 ? u"—"_s
                                                      : row.holds()   ? u"yes"_s
                                                                      : u"**no**"_s);
}

Row impossible(const QString &what, const QString &bar, const QString &why)
{
    return {.what = what, .bar = bar, .unmeasured = why, .isImpossible = true};
}

} // namespace

QJsonObject Figures::toJson() const
{
    if (!failure.isEmpty())
        return {{u"failed"_s, failure}};
    QJsonObject object{{u"cpuMilliseconds"_s, rounded(cpu)},
                       {u"wallMilliseconds"_s, rounded(wall)},
                       {u"peakMiB"_s, rounded(peak)}};
    if (isStopped)
        object.insert(u"stopped"_s, true);
    if (first >= 0)
        object.insert(u"firstMilliseconds"_s, rounded(first));
    if (!told.isEmpty())
        object.insert(u"told"_s, told);
    return object;
}

QList<Figures> compete(const QList<Contestant> &contestants, int runs)
{
    QList<Series> series(contestants.size());
    for (int run = -1; run < runs; ++run) {
        for (qsizetype at = 0; at < contestants.size(); ++at) {
            const int most = contestants[at].mostRuns;
            if (most == 0 || (run >= 0 && run < most))
                runOnceMore(series[at], contestants[at], run < 0);
        }
    }
    QList<Figures> figures;
    for (const Series &each : std::as_const(series))
        figures += figuresOf(each);
    return figures;
}

double Row::ratio() const
{
    const double against = peer.isEmpty() ? allowed : peers;
    return against > 0 ? ours / against : -1;
}

QJsonObject Row::toJson() const
{
    QJsonObject object{{u"what"_s, what}, {u"bar"_s, bar}};
    if (!more.isEmpty())
        object.insert(u"more"_s, more);
    if (!unmeasured.isEmpty()) {
        object.insert(u"notMeasured"_s, unmeasured);
        return object;
    }
    object.insert(u"unit"_s, unit);
    object.insert(u"ours"_s, rounded(ours));
    if (!peer.isEmpty())
        object.insert(
            u"peer"_s,
            QJsonObject{{u"name"_s, peer}, {u"value"_s, rounded(peers)}, {u"stopped"_s, isPeerStopped}});
    if (oursCpu >= 0)
        object.insert(u"oursCpuMilliseconds"_s, rounded(oursCpu));
    if (peersCpu >= 0)
        object.insert(u"peerCpuMilliseconds"_s, rounded(peersCpu));
    if (ratio() >= 0)
        object.insert(u"ratio"_s, rounded(ratio()));
    if (allowed >= 0) {
        object.insert(u"allowed"_s, rounded(allowed));
        object.insert(u"holds"_s, holds());
    }
    return object;
}

Row raceRow(const QString &what, const QString &bar, const Figures &ours, const QString &peer,
            const Figures &peers, double factor)
{
    if (!ours.failure.isEmpty() || !peers.failure.isEmpty())
        return impossible(what, bar, ours.failure.isEmpty() ? peers.failure : ours.failure);
    return {.what = what,
            .bar = bar,
            .ours = ours.wall,
            .allowed = peers.wall * factor,
            .peer = peer,
            .peers = peers.wall,
            .isPeerStopped = peers.isStopped,
            .oursCpu = ours.cpu,
            .peersCpu = peers.cpu,
            .more = {{u"ours"_s, ours.toJson()}, {u"peer"_s, peers.toJson()}}};
}

Row toldRow(const QString &what, const QString &bar, const Figures &ours, const QString &key, double allowed,
            const QString &unit)
{
    if (!ours.failure.isEmpty() || !ours.told.contains(key))
        return impossible(what, bar, ours.failure.isEmpty() ? u"%1 was not told"_s.arg(key) : ours.failure);
    const QString cpu = QString(key).replace("Milliseconds"_L1, "CpuMilliseconds"_L1);
    return {.what = what,
            .bar = bar,
            .unit = unit,
            .ours = ours.told[key].toDouble(),
            .allowed = allowed,
            .oursCpu = cpu == key ? -1 : ours.told[cpu].toDouble(-1),
            .more = {{u"ours"_s, ours.toJson()}}};
}

QJsonObject machine()
{
    utsname system{};
    ::uname(&system);
    double load[1] = {};
    ::getloadavg(load, 1);
    const Cost git =
        runOnce({.words = {QStandardPaths::findExecutable(u"git"_s), u"version"_s}, .folder = u"/"_s});
    return {
        {u"system"_s, u"%1 %2"_s.arg(QLatin1StringView(system.sysname), QLatin1StringView(system.machine))},
        {u"processors"_s, qint64(::sysconf(_SC_NPROCESSORS_ONLN))},
        {u"loadBefore"_s, load[0]},
        {u"git"_s, QString::fromUtf8(git.output.trimmed())}};
}

QByteArray toMarkdown(const QList<Row> &rows)
{
    QString text = u"| what | bar | ours | peer | ratio | holds |\n|---|---|---|---|---|---|\n"_s;
    for (const Row &row : rows)
        text += lineOf(row);
    return text.toUtf8();
}

int print(const QList<Row> &rows, const QString &benchmark, const QJsonObject &machine, int runs,
          bool hasTable)
{
    QJsonArray all;
    for (const Row &row : rows)
        all += row.toJson();
    const QJsonObject report{
        {u"benchmark"_s, benchmark}, {u"machine"_s, machine}, {u"runs"_s, runs}, {u"rows"_s, all}};
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    if (hasTable)
        std::fputs(toMarkdown(rows).prepend('\n').constData(), stdout);
    return std::ranges::any_of(rows, &Row::isImpossible) ? 1 : 0;
}
