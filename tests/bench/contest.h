// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cost.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

/// One program that is measured beside others.
struct Contestant
{
    Command command;
    OutputUse use = OutputUse::Discarded; ///< Kept: it prints a JSON object
    int mostRuns = 0;                     ///< if above 0, it is slow: no more runs, and none to warm up
    std::function<void()> before = {};    ///< each run, not measured
    QString report = {};                  ///< a file that it writes a JSON object to
    std::function<QJsonObject(const QJsonObject &)> read = {}; ///< picks the numbers out of it
};

/// What the runs of one program took, by their medians.
struct Figures
{
    double cpu = 0, wall = 0, first = -1; ///< milliseconds
    double peak = 0;                      ///< MiB, the largest
    bool isStopped = false;               ///< it takes longer than this, and was ended
    QJsonObject told;                     ///< the median of each number that it printed
    QString failure;                      ///< why there is nothing; empty: there is

    QJsonObject toJson() const;
};

/// Runs all of them in turns, so that what else the machine does meets each of them alike. The first turn
/// only warms up.
QList<Figures> compete(const QList<Contestant> &contestants, int runs);

/// One line of the result. Never decides anything: holds() is for the reader.
struct Row
{
    QString what, bar; ///< what was measured, and the bar in words
    QString unit = QStringLiteral("ms");
    double ours = -1;
    double allowed = -1; ///< the bar as a number; -1: there is none
    QString peer;        ///< its name; empty: the bar is absolute
    double peers = -1;
    bool isPeerStopped = false;         ///< the peer takes longer than that
    double oursCpu = -1, peersCpu = -1; ///< milliseconds; -1: not known
    QString unmeasured;                 ///< why there are no numbers
    bool isImpossible = false;          ///< unmeasured since something failed, not since something is missing
    QJsonObject more;                   ///< everything that was measured on the way

    bool holds() const { return unmeasured.isEmpty() && (allowed < 0 || ours <= allowed); }
    double ratio() const; ///< to the peer, or else to the bar; -1: to nothing
    QJsonObject toJson() const;
};

/// A row of our wall time, at most `factor` times the peer's.
Row raceRow(const QString &what, const QString &bar, const Figures &ours, const QString &peer,
            const Figures &peers, double factor);
/// A row of something ours printed, with a bar of its own; -1: none.
Row toldRow(const QString &what, const QString &bar, const Figures &ours, const QString &key, double allowed,
            const QString &unit = QStringLiteral("ms"));

QByteArray toMarkdown(const QList<Row> &rows);

/// What the figures were measured on.
QJsonObject machine();

/// Prints all rows as JSON on standard output, and a table behind it if that is wanted. 1: one could not be
/// measured.
int print(const QList<Row> &rows, const QString &benchmark, const QJsonObject &machine, int runs,
          bool hasTable);
