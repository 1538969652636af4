// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/repositorycontroller.h"
#include "workspace/sequence/rebaseitems.h"

/// A rebase that is being planned: the present branch's commits behind a base, to be reordered, joined,
/// reworded or dropped, or all of them to be made anew on another commit. Carried out on the repository's
/// queue of writes. State: Empty until something is planned, Failed with the reason why it cannot be. GUI
/// thread only.
class RebaseController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit RebaseController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override; ///< keeps what was changed
    bool isBusy() const override { return m_read.isRunning() || m_isRunning; }

    void planFrom(const Git::ObjectId &base); ///< those behind it
    void planOnto(const Git::ObjectId &onto); ///< those that are not on it yet
    void planUnpublished();                   ///< those that are not on the upstream branch yet
    void startOver();                         ///< reads the same again

    RebaseItems &items() { return m_items; }
    bool isOnto() const { return !m_onto.isNull(); } ///< the steps cannot be changed
    QString sentence() const;                        ///< "Rebase topic onto main: 3 commits"
    QString warning() const; ///< published commits, a branch that has moved; empty: none
    QString summary() const; ///< "1 dropped, 2 joined"; empty: nothing is changed
    QString problem() const; ///< why it cannot start; empty: it can

    bool isRunning() const { return m_isRunning; }
    void start(bool skipsHook = false); ///< pre-rebase, once hookRefused() and the user said so
    void cancel();                      ///< ends the wait for a lock; what has begun runs to its end

Q_SIGNALS:
    void changed(); ///< any of the texts
    void runningChanged();
    void finished(const QString &message); ///< Done, or stopped: then the rebase is in progress
    void failed(const Error &error);
    void hookRefused(const Error &error); ///< pre-rebase, in place of failed(): nothing was begun

private:
    struct Planned
    {
        Git::RebasePlan plan;
        QList<RebaseItems::Row> rows;
        Git::ObjectId onto;
        qsizetype published = 0;
    };
    /// What is asked for; both null: what is not on the upstream branch.
    struct Wish
    {
        Git::ObjectId base, onto, upstream;
    };
    static Result<Planned> readPlan(const Git::Program &git, const Wish &wish, const CancelToken &cancel);
    void plan(const Wish &wish);
    void take(const Planned &planned);
    void finish(const Result<Git::SequenceEnd> &end);
    bool hasMoved() const;
    QString branch() const;

    RepositoryController &m_repository;
    RebaseItems m_items;
    std::optional<Wish> m_wish;
    Git::RebasePlan m_plan;
    Git::ObjectId m_onto;
    qsizetype m_published = 0;
    bool m_isRunning = false;
    CancelSource m_cancel;
    LatestTask<Planned> m_read;
};
