// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/commitsource.h"
#include "git/types.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <atomic>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <vector>

namespace Git {

class CommitGraph;
class CommitOverrides;
class LoadedCommits;
class ObjectReader;
class PackIndexes;
struct CommitHeader;
enum class ObjectProblem;

struct CommitStoreOptions
{
    QByteArray cacheFolder; ///< where keep() writes, absolute; empty: nothing is kept or looked for
    QHash<QByteArray, QByteArray> damagedGraphs = {}; ///< see damagedGraphs()
};

/// The commits of a repository: those of its commit-graph file first, then those that are read from the
/// object database. Lives as long as its repository is shown, so that positions stay; a refresh asks it for
/// the new tips. Edges of shallow clones, grafts and replacements are obeyed; with any of them no generation
/// is known, as in Git, but what keep() wrote of that very history. One job at a time uses it, and that job
/// makes a Job; id(), tree(), find() and problems() may be called from other threads meanwhile.
///
/// A graph file that is stale or belongs to what was at the same path before cannot show wrong history: what
/// a commit says never changes, and position() accepts one only when its object is in the repository.
/// Ancestors of such a commit are believed to be there, as Git does; one that was lost has a row, but no
/// text. One that is damaged is known by its checksum: see verifyGraph().
class CommitStore final : public CommitSource
{
    Q_DISABLE_COPY_MOVE(CommitStore)

public:
    /// Opens no more than files: about 30 ms per million commits of the graph file. One of few commits, whose
    /// checksum takes no time, is verified at once and left out when it is damaged.
    static Result<std::shared_ptr<CommitStore>>
    open(const RepoLocation &where, const CommitStoreOptions &options, const CancelToken &cancel);
    ~CommitStore() override;

    /// Compares the checksums of the graph file that is used, the first time it is called: about 100 ms per
    /// million commits. From any thread. Invalid: it is damaged, and so may be all that was read from here;
    /// problems() has it, this is outdated, and a file of ours is deleted.
    Result<void> verifyGraph(const CancelToken &cancel);
    /// Graph files with a wrong checksum, as CommitStoreOptions for the next store, which goes without them.
    QHash<QByteArray, QByteArray> damagedGraphs() const;

    /// One job on one thread: keeps one handle open from the first object that is read to its end. Without
    /// one, every read opens a handle for itself. Never two at once.
    class [[nodiscard]] Job
    {
        Q_DISABLE_COPY_MOVE(Job)

    public:
        explicit Job(CommitStore &store);
        ~Job();

    private:
        CommitStore &m_store;
    };

    /// Where the commits are, in the order asked; kNoCommit for what is no commit or not in the repository,
    /// which becomes a problem. Reads those that are new (in parallel when they are many), not their parents.
    Result<QList<CommitPosition>> positions(const QList<ObjectId> &ids, const CancelToken &cancel);
    /// The same for one.
    CommitPosition position(const ObjectId &id);
    /// Without reading: kNoCommit also for one that was not met yet.
    CommitPosition find(const ObjectId &id) const;

    /// The newest by date that the tips lead to: a first screen while readAll() runs. O(n + tips) reads.
    QList<CommitPosition> recent(std::span<const CommitPosition> tips, qsizetype n,
                                 const CancelToken &cancel);

    /// Reads all that is reachable from what was asked for and not in the graph file, with several threads,
    /// and gives generations to it. Without it, parents() reads one by one. progress: how many were read,
    /// from time to time, on this thread. About 6 µs of CPU a commit.
    Result<void> readAll(const CancelToken &cancel, const std::function<void(CommitPosition)> &progress = {});
    /// The same, but stops after about `most` commits. False: that was not all.
    Result<bool> readFew(CommitPosition most, const CancelToken &cancel);
    /// Whether enough was read since open() or the last keep() that keep() is worth it.
    bool isWorthKeeping() const;
    /// Writes what was read to the cache folder for the next open(): nothing is ever written to the
    /// repository. Only after readAll(). About 0.6 s per million commits. When it fails, it is not worth
    /// another try before as much again was read. Verifies the graph file, whose damage is not to be kept.
    Result<void> keep(const CancelToken &cancel);

    ObjectId id(CommitPosition commit) const;
    ObjectId tree(CommitPosition commit) const; ///< null: could not be read
    /// Missing and damaged commits, damaged graph files: one sentence each, at most 20 and one that counts
    /// the others.
    QStringList problems() const;
    /// Commits whose parents a shallow clone does not have, as far as they were read: no problem, but an end.
    qsizetype shallowEnds() const;
    /// Commits for whose text another object is to be read.
    const QHash<ObjectId, ObjectId> &replacements() const;
    /// True when the repository's grafts, replacements or the edge of its shallow clone are no longer those
    /// of open(), or its graph file is known to be damaged, or one that was is mended: time for a new store.
    bool isOutdated() const;
    /// Of commits that were read; for writing them down.
    void knownParents(CommitPosition commit, ParentPositions &out) const;
    quint64 knownDate(CommitPosition commit) const;
    const std::shared_ptr<const CommitGraph> &graph() const { return m_graph; } ///< may be null
    /// False: a walk has to look at everything first, so that readAll() is worth its time.
    bool hasGenerations() const;

    CommitPosition count() const override;
    void parents(CommitPosition commit, ParentPositions &out) override;
    quint64 date(CommitPosition commit) override;
    quint64 generation(CommitPosition commit) override;
    void prefetch(CommitPosition commit) const override;

private:
    explicit CommitStore(RepoLocation where);
    friend class CommitLoad;

    struct Reading;

    void openGraph(const CommitStoreOptions &options, const CancelToken &cancel);
    void findOverridden();
    bool areRanksKnown() const;                       ///< generations mean something
    quint32 loadedPlace(CommitPosition commit) const; ///< kNone: as the graph file says
    bool exists(const ObjectId &id, const PackIndexes &packs);
    CommitPosition position(const ObjectId &id, const PackIndexes &packs);
    Result<void> readTips(const QList<ObjectId> &ids, const CancelToken &cancel);
    std::expected<CommitHeader, ObjectProblem> readHeader(const ObjectId &id);
    std::vector<quint32> unreadPlaces() const; ///< of m_loaded
    void readOne(quint32 at);
    void ensureRead(quint32 at);
    /// These three with the guard held.
    CommitPosition place(const ObjectId &id);
    void settle(quint32 at, const std::expected<CommitHeader, ObjectProblem> &header);
    QList<CommitPosition> parentsOf(const ObjectId &id, const CommitHeader &header);
    void addProblem(const QString &sentence);
    Result<void> rank(const CancelToken &cancel);
    bool rankFrom(quint32 at, std::vector<quint32> &stack, ParentPositions &above);

    RepoLocation m_where;
    QByteArray m_cacheFile;           ///< empty: none
    bool m_isGraphOverridden = false; ///< m_graph has the parents that are shown: nothing is to be overridden
    std::shared_ptr<const CommitGraph> m_graph;
    CommitPosition m_graphCount = 0;
    std::unique_ptr<CommitOverrides> m_overrides;
    QHash<CommitPosition, quint32> m_overridden; ///< of the graph file, to their place in m_loaded
    std::unique_ptr<LoadedCommits> m_loaded;
    std::vector<quint64> m_generations; ///< of m_loaded as of the last readAll()
    CommitPosition m_unsettled = 0;     ///< of m_loaded: not read, or missing
    std::unique_ptr<ObjectReader> m_reader;
    bool m_hasJob = false;
    mutable std::atomic<quint32> m_kept = 0; ///< of m_loaded, when keep() was last called
    QHash<QByteArray, QByteArray> m_leftOut; ///< graph files that are known to be damaged
    mutable std::mutex m_verifying;          ///< guards the next one
    std::optional<Result<void>> m_verified;
    std::atomic<bool> m_isGraphDamaged = false;
    QStringList m_problems;
    QSet<size_t> m_furtherProblems; ///< sentences by their hash
    qsizetype m_shallowEnds = 0;
    mutable std::shared_mutex m_guard; ///< of m_loaded and the three above, while the job changes them
};

} // namespace Git
