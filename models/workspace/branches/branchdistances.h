// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
#include "workspace/repositorycontroller.h"

/// How far branches are from what they follow: counted for those that somebody looks at, each once until one
/// of the two moves. GUI thread only.
class BranchDistances final : public QObject
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit BranchDistances(RepositoryController &repository, QObject *parent = nullptr);

    bool isBusy() const { return m_count.isRunning(); }
    /// Local branches, by their full names, that are in sight now. What was begun for others and is not
    /// counted yet is given up.
    void want(const QSet<QByteArray> &branches);
    /// "↑2 ↓1"; "gone" where what it follows is not there; empty: they are the same, it follows nothing, or
    /// nobody knows yet.
    QString noteOf(const Git::Ref &branch) const;
    QHash<QByteArray, QString> notes() const; ///< of those that are wanted and have one

Q_SIGNALS:
    void notesChanged();

private:
    using Pair = std::pair<Git::ObjectId, Git::ObjectId>;
    struct Counted
    {
        Pair pair;
        std::optional<Git::AheadBehind> distance;
    };

    void count();
    const Git::Ref *find(const QByteArray &name) const; ///< null: it is not there

    RepositoryController &m_repository;
    QSet<QByteArray> m_wanted;
    QHash<Pair, std::optional<Git::AheadBehind>> m_known;
    LatestStream<Counted, int> m_count;
};
