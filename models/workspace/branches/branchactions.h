// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/merge.h"
#include "workspace/repositoryactions.h"

/// What is done with branches beside checking them out. Branches are full names. What can be taken back is
/// recorded first.
class BranchActionsController final : public RepositoryActions
{
    Q_OBJECT

public:
    explicit BranchActionsController(RepositoryController &repository, QObject *parent = nullptr);

    /// Why a branch cannot be given this short name; empty: it can. Cheap: for every key stroke.
    QString renameProblem(const QByteArray &branch, const QString &name) const;

    void rename(const QByteArray &branch, const QString &name);
    /// How many commits nothing but this branch reaches: then counted().
    void countOwnCommits(const QByteArray &branch);
    /// Refused when the branch is elsewhere than where it was shown.
    void remove(const QByteArray &branch, const Git::ObjectId &expected);
    /// The same of a tag, which also has to lead to the commit still.
    void removeTag(const QByteArray &tag, const Git::ObjectId &expected);
    void setUpstream(const QByteArray &branch, const QByteArray &upstream);
    void unsetUpstream(const QByteArray &branch);
    /// Into HEAD, which has to be where it is shown. way: nothing for what is configured.
    void merge(const QByteArray &name, const Git::ObjectId &commit, const std::optional<Git::MergeWay> &way);
    /// What is configured for merging a branch into HEAD's: then wayRead().
    void readWay(const QByteArray &name);

Q_SIGNALS:
    void wayRead(const QByteArray &name, const Git::MergeWay &way);
    void counted(const QByteArray &branch, qsizetype ownCommits);

private:
    QString headName() const;
    QByteArray headBranch() const; ///< full name; empty: HEAD is on none
    void tellMerged(const Git::SequenceEnd &end, const QString &name, const QString &into);
};
