// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/changedpaths.h"
#include "git/generations.h"
#include "git/types.h"

#include <QHash>

#include <memory>
#include <vector>

namespace Git {

class CommitGraphFile;

/// What Git keeps about the commits of a repository in its commit-graph: one file or a chain of them, read
/// into memory and checked once, so that nothing that is read later can be outside, and every walk to the
/// parents ends. Immutable: may be read from several threads. See gitformat-commit-graph(5).
class CommitGraph
{
    Q_DISABLE_COPY_MOVE(CommitGraph)

public:
    /// objectsFolder: .git/objects, absolute. Looks for info/commit-graph, then for the chain in
    /// info/commit-graphs, then into the alternates. hashSize: 20 or 32, of the repository's ids. Costs about
    /// 30 ms per million commits. NotFound: there is none. Invalid: there is one that cannot be trusted,
    /// which the message names; the caller goes on without.
    static Result<std::shared_ptr<const CommitGraph>> open(const QByteArray &objectsFolder, int hashSize,
                                                           const CancelToken &cancel);
    /// A single file anywhere, which needs no other.
    static Result<std::shared_ptr<const CommitGraph>> openFile(const QByteArray &file, int hashSize,
                                                               const CancelToken &cancel);
    ~CommitGraph();

    /// Positions are 0 to count() - 1: the lowest file of a chain first, each sorted by id.
    CommitPosition count() const { return m_count; }
    int hashSize() const { return m_hashSize; }
    ObjectId id(CommitPosition commit) const;
    ObjectId tree(CommitPosition commit) const;
    CommitPosition find(const ObjectId &id) const; ///< kNoCommit: not in the graph. A few 100 ns
    /// In the commit's order, each once. Replaces what out held.
    void parents(CommitPosition commit, ParentPositions &out) const;
    void prefetch(CommitPosition commit) const; ///< what parents() needs, into the processor's cache
    /// Of the committer, as Git stores it here: 34 bits, never negative; a date before 1970 is what is left
    /// of it, as for `git rev-list`.
    quint64 date(CommitPosition commit) const; ///< of Git's own files the lower 34 bits
    /// Always known, greater than that of every parent: the corrected commit date when every file has them,
    /// else the topological level.
    quint64 generation(CommitPosition commit) const { return m_generations.at(commit); }
    bool hasCorrectedDates() const { return m_generations.areCorrectedDates; }

    bool hasChangedPaths() const;
    enum class PathChange { No, Maybe };
    /// Whether the commit differs from its first parent (a root: from nothing) in the path or below it. Maybe
    /// also when nothing is known. The first call reads the filters.
    PathChange mayHaveChanged(CommitPosition commit, const ChangedPathKey &path) const;

    /// The files, lowest first.
    QList<QByteArray> files() const;
    /// The same with what tells each from a later one: see RegularFile::stamp().
    QHash<QByteArray, QByteArray> stamps() const;
    /// What had to be left out, one sentence each: a damaged upper file of a chain, a file beside a better
    /// one.
    QStringList problems() const { return m_problems; }
    /// Reads the files again, though they may be replaced by now, and compares their checksums, which open()
    /// does not. About 100 ms per million commits. Invalid: damaged.
    Result<void> verifyChecksums(const CancelToken &cancel) const;

private:
    CommitGraph() = default;
    friend class CommitGraphChain;

    struct Layer
    {
        CommitPosition first = 0;
        std::unique_ptr<const CommitGraphFile> file;
    };
    const Layer &layerOf(CommitPosition commit) const;

    std::vector<Layer> m_layers;
    Generations m_generations;
    QStringList m_problems;
    CommitPosition m_count = 0;
    int m_hashSize = 20;
};

} // namespace Git
