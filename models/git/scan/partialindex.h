// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/repository.h"
#include "git/scan/indexfile.h"

namespace Git {

/// An entry that matters whatever files are looked at: a side of a conflict, a submodule, one that is only
/// intended, and a file that says how others are read.
bool isAlwaysLookedAt(const git_index_entry &entry);

/// False where names of files match whatever their case is, or nobody knows.
bool heedsCase(git_repository *repository);

/// An index in memory with the entries that are taken, as libgit2 would have read them. Null: it refused.
IndexHandle makePartialIndex(const IndexFile &file, const std::vector<bool> &isTaken);

/// Makes a repository use an index in memory with only what concerns some paths: of very many files, libgit2
/// makes something of every one. While it lives; then the repository uses its own again. One within another
/// of this thread is the other where that has its paths, so that the parts of a job read the file once.
class PartialIndex
{
    Q_DISABLE_COPY_MOVE(PartialIndex)

public:
    /// paths: exact, or folders ending with '/'; none: what isAlwaysLookedAt() alone. repository outlives
    /// this. One read of the file, some 3 ms for 50,000 entries.
    PartialIndex(git_repository *repository, const RepoLocation &where, const QList<QByteArray> &paths,
                 const CancelToken &cancel);
    ~PartialIndex();

    /// Null: it needs the whole, or cannot be read; the repository then uses its own.
    git_index *get() const { return m_outer ? m_outer : m_index.get(); }

private:
    bool covers(git_repository *repository, const QList<QByteArray> &paths) const;

    git_repository *m_repository;
    QList<QByteArray> m_paths;
    IndexHandle m_index;
    git_index *m_outer = nullptr;
};

} // namespace Git
