// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"
#include "environments/types.h"
#include "items/findingitems.h"
#include "workspace/repositorycontroller.h"

/// What one environment was compared with and what came of it.
struct DriftResult
{
    QByteArray environment;
    QString snapshot;          ///< file compared with; empty: none recorded
    bool isChosenFile = false; ///< the snapshot is not the recorded one
    QByteArray against;        ///< the other environment, when that was asked for
    std::optional<Drift::Report> report;
    std::optional<Drift::Report>
        recorded; ///< against the recorded snapshot, while report is against an environment

    /// Whether it is in sync with what runs: comparing with an environment does not change that.
    const std::optional<Drift::Report> &standing() const { return against.isEmpty() ? report : recorded; }
    Error error; ///< why there is no report; empty message: there was nothing to compare with
};

/// The drift page: every environment against its recorded snapshot (.plumbline/snapshots/NAME.yaml or .json),
/// and the chosen one against any file or another environment. GUI thread only.
class DriftController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit DriftController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override { return m_all.isRunning() || m_one.isRunning() || m_look.isRunning(); }

    const QList<DriftResult> &results() const { return m_results; } ///< by rank of environment
    int current() const { return m_current; }                       ///< index in results(); -1: none
    const DriftResult *currentResult() const { return m_current < 0 ? nullptr : &m_results[m_current]; }
    FindingItems &findings() { return m_findings; }

    void select(int index);
    void compareWithSnapshot(const QString &file);       ///< the current environment; empty: the recorded one
    void compareWithEnvironment(const QByteArray &name); ///< the current environment

Q_SIGNALS:
    void resultsChanged();
    void currentChanged();

private:
    struct Choice
    {
        QString snapshot;   ///< empty: the recorded one
        QByteArray against; ///< empty: the snapshot
    };

    struct Compared
    {
        QList<DriftResult> results;
        size_t print = 0; ///< of the snapshots before they were read
    };

    struct Again
    {
        DriftResult result;
        size_t before = 0, print = 0; ///< of the snapshots, without and with the one that was chosen now
    };

    void take(QList<DriftResult> results);
    void takeAgain(const QByteArray &environment, Result<Again> again);
    void lookAtSnapshots();
    QStringList chosenFiles() const;
    void rerun(const Choice &choice);
    void showCurrent();

    RepositoryController &m_repository;
    Git::ObjectId m_head;
    QList<DriftResult> m_results;
    QHash<QByteArray, Choice> m_choices; ///< by environment, what to compare it with
    int m_current = -1;
    FindingItems m_findings;
    size_t m_print = 0;   // of the snapshots that results() are of
    bool m_isDue = false; // files changed while they were read
    LatestTask<Compared> m_all;
    LatestTask<Again> m_one;
    LatestTask<size_t> m_look;
};
