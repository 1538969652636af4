// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changedtrees.h"
#include "contest.h"

/// Measures reviewing and committing, row by row of the table that says how fast they have to be, against git
/// where git does the same. A minute, and the first time another one to make what is measured.
class ChangesRows
{
public:
    struct Setup
    {
        QString probes; ///< folder of changesprobe and pageprobe
        int runs = 5;
        QStringList only; ///< groups to measure, see groups(); empty: all
    };

    ChangesRows(Setup setup, const ChangedTrees &trees);

    static QStringList groups();

    void measure();
    const QList<Row> &rows() const { return m_rows; }

private:
    void measureStatus();
    void measureStaging();
    void measureUntracked();
    void measureSwitching();
    void measureLarge();
    void measureCommit();
    void measureIdle();

    void add(Row row);
    /// Adds a row of something the probe printed, with a bar of its own.
    void addTold(const QString &what, const QString &bar, const Figures &ours, const QString &key,
                 double allowed, const QString &unit = QStringLiteral("ms"));
    QString accepted(const ChangedTrees::Path &path, const QString &what); ///< empty: none, which got a row
    Figures use(const QString &scene, const QString &repository) const;    ///< the window
    Contestant probe(const QStringList &arguments, const QString &program) const;

    Setup m_setup;
    const ChangedTrees &m_trees;
    QString m_git;
    QList<Row> m_rows;
};
