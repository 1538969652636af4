// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QHash>
#include <QSet>

/// What stands beside a commit besides refs.
enum class LabelMark : quint8 {
    None,
    Deployment, ///< an environment's versions changed here for the last time
    CutOff,     ///< a shallow clone left out what is before
};

/// A ref beside a commit, or another mark.
struct RefLabel
{
    QString text;
    Git::RefKind kind = Git::RefKind::Other;
    bool isCurrent = false; ///< HEAD is on it
    LabelMark mark = LabelMark::None;
    QString remotes = {};  ///< of a local branch: where a branch of this name is at the same commit
    QString worktree = {}; ///< the folder of another work tree that has it checked out
    bool operator==(const RefLabel &) const = default;
};
Q_DECLARE_METATYPE(RefLabel)

/// Another work tree of the same repository; see Git::LinkedWorktree.
struct OtherWorktree
{
    QByteArray path;      ///< of its folder
    QByteArray branch;    ///< full ref name; empty: detached
    Git::ObjectId target; ///< of a detached HEAD
    bool operator==(const OtherWorktree &) const = default;
};

/// Where an environment's versions come from.
struct Deployment
{
    QString environment; ///< for display
    Git::ObjectId commit;
    bool operator==(const Deployment &) const = default;
};

/// What is known beside refs, as it comes to be known.
struct RefSurroundings
{
    QList<OtherWorktree> worktrees;
    QSet<Git::ObjectId> cutOff; ///< commits whose parents are not in this clone
    QList<Deployment> deployments;
    bool operator==(const RefSurroundings &) const = default;
};

using RefLabels = QHash<Git::ObjectId, QList<RefLabel>>;

/// The labels of every commit that has some: HEAD's first, then environments, branches, tags. Pure. About a
/// microsecond a ref.
RefLabels labelsOf(const Git::Refs &refs, const RefSurroundings &around);

/// What a label says, with what its shape and colour say, for those who hear it.
QString spokenLabel(const RefLabel &label);

/// Of many labels the first ones, and then how many more there are.
QStringList spokenLabels(const QList<RefLabel> &labels, qsizetype most);
