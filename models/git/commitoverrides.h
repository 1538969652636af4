// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/repository.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Git {

/// Where the history that Git shows is another than the one the commits record: by the edge of a shallow
/// clone, the deprecated info/grafts and refs/replace. As in Git, shallow wins over grafts, and both over
/// what a replacement says about parents.
class CommitOverrides
{
public:
    static CommitOverrides read(const RepoLocation &where, git_repository *repository,
                                const CancelToken &cancel);

    bool isEmpty() const { return m_parents.isEmpty() && m_replacements.isEmpty(); }
    /// Tells these from others; empty when there are none.
    QByteArray print() const;
    /// Commits of which something differs.
    QList<ObjectId> commits() const;
    /// The id of the object to read for a commit.
    ObjectId contentOf(const ObjectId &commit) const;
    /// Nothing: as the commit's content says.
    const QList<ObjectId> *parentsOf(const ObjectId &commit) const;
    bool isShallow(const ObjectId &commit) const { return m_shallow.contains(commit); }
    /// To what is to be read in the end: at most five steps are followed, as in Git.
    const QHash<ObjectId, ObjectId> &replacements() const { return m_replacements; }

    /// What of it could not be read, one sentence each.
    const QStringList &problems() const { return m_problems; }

    bool operator==(const CommitOverrides &) const = default;

private:
    void readGrafts(const RepoLocation &where, const CancelToken &cancel);
    void readShallow(const RepoLocation &where);
    void readReplacements(const RepoLocation &where, git_repository *repository, const CancelToken &cancel);
    bool mayHaveReplacements(const RepoLocation &where, const CancelToken &cancel);

    QSet<ObjectId> m_shallow;
    QHash<ObjectId, QList<ObjectId>> m_parents;
    QHash<ObjectId, ObjectId> m_replacements;
    QStringList m_problems;
};

/// One commit as Git shows it: what its replacement says, with the parents that a graft or the edge of a
/// shallow clone gives it. NotFound: it is not there, or damaged.
Result<CommitDetails> readShownCommit(const OpenedObjects &opened, const CommitOverrides &overrides,
                                      const ObjectId &id);
/// The tree that Git shows for a commit. NotFound as above.
Result<TreeHandle> openShownTree(const OpenedObjects &opened, const CommitOverrides &overrides,
                                 const ObjectId &commit);

} // namespace Git
