// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contest.h"
#include "histories.h"

/// Measures the history engine, the command line and the window against git, row by row of the table that
/// says how fast they have to be. Slow: minutes.
class HistoryRows
{
public:
    struct Setup
    {
        QList<quint32> sizes; ///< commits, rising
        QString programs;     ///< folder of ai-cli and plumbline
        QString probes;       ///< folder of historyprobe and scrollprobe
        QString scratch;      ///< a folder on the histories' file system, emptied afterwards
        QString project;      ///< a repository with files that have a past
        int runs = 5;
        QStringList only; ///< groups to measure, see groups(); empty: all
    };

    HistoryRows(Setup setup, const Histories &histories);

    static QStringList groups();

    void measure();
    const QList<Row> &rows() const { return m_rows; }

private:
    using Shape = HistoryStream::Shape;

    // Printed history, historyrows.cpp
    void measureIds();
    void measureIds(Shape shape);
    void measureTexts();
    void measureGrowth();
    // Loading it, loadrows.cpp
    void measureWithoutGraph();
    void measureSecondStart(const QString &repository, quint32 commits, const QString &what);
    void measureRefresh();
    // One file, filerows.cpp
    struct Subject
    {
        QString repository, file;
        QString name; ///< empty: the project
    };
    QList<Subject> subjects();
    void measureFile(const QString &what, const QString &probed, const QStringList &gits,
                     const QString &peerName);
    void measureBlame();
    void measureFileHistory();
    // The window, windowrows.cpp
    void measureWindow();
    void measureWindow(const QString &repository, quint32 commits, const QString &what, double firstRows,
                       double millions);
    void measureManyRefs();
    void measureScrolling();

    void add(Row row);
    void addFailed(const QString &what, const QString &bar, const QString &why);
    /// Adds a row of our wall time, at most `factor` times the peer's.
    void addRace(const QString &what, const QString &bar, const Figures &ours, const QString &peer,
                 const Figures &peers, double factor);
    /// Adds a row of something ours printed, with a bar of its own.
    void addTold(const QString &what, const QString &bar, const Figures &ours, const QString &key,
                 double allowed, const QString &unit = QStringLiteral("ms"));
    /// Makes a failure of figures whose program told fewer commits.
    static void requireAll(Figures &figures, const QString &key, quint32 commits);
    QString repository(Shape shape); ///< empty: could not be made, which got a row
    QString accepted(const Histories::Path &path, const QString &what);
    Contestant git(const QString &repository, const QStringList &arguments, int mostRuns = 0) const;
    Contestant ours(const QString &repository, const QStringList &arguments) const;
    Contestant probe(const QStringList &arguments,
                     const QString &program = QStringLiteral("historyprobe")) const;
    Contestant timed(const QString &repository) const; ///< the window
    QString freshFolder(const QString &name) const;

    Setup m_setup;
    const Histories &m_histories;
    QString m_git;
    QHash<quint32, double> m_idsCpu; ///< milliseconds by commits
    QList<Row> m_rows;
};

/// 1,000,000
QString grouped(qint64 number);
