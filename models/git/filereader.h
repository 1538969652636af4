// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/compare.h"
#include "git/diff.h"

namespace Git {

inline bool hasWorkTree(DiffSides sides)
{
    return sides == DiffSides::IndexToWorkTree || sides == DiffSides::CommitToWorkTree;
}

/// Reads the files of one comparison; what a side is decides where its size and content come from. All that
/// it is given outlives it.
class FileReader
{
    Q_DISABLE_COPY_MOVE(FileReader)

public:
    FileReader(const RepoLocation &where, const DiffRequest &request, Comparison &comparison,
               git_odb *database)
        : m_where(where)
        , m_request(request)
        , m_comparison(comparison)
        , m_database(database)
        , m_readsWorkTree(hasWorkTree(request.sides))
    {}

    /// position: of a delta of the comparison. What cannot be read is an omission.
    Diff::FileDiff read(size_t position);

private:
    struct Side
    {
        git_oid id;
        quint32 mode;
    };

    Diff::FileDiff describe(const git_diff_delta &delta) const;
    static QByteArray idOf(const git_diff_file &side);
    void takeSizes(const git_diff_delta &delta, Diff::FileDiff &file);
    qint64 blobSize(const git_oid &id, Diff::FileDiff &file);
    void takeContent(size_t position, Diff::FileDiff &file);
    std::optional<QByteArray> storedContent(const QByteArray &hex) const;
    bool isOfGitCrypt(const Diff::FileDiff &file) const;
    void takeUtf16(Diff::FileDiff &file) const;
    Result<PatchHandle> plainPatch(size_t position);
    Result<PatchHandle> conflictPatch(Diff::FileDiff &file);
    Result<std::optional<Side>> beforeConflict(const QByteArray &path) const;

    const RepoLocation &m_where;
    const DiffRequest &m_request;
    Comparison &m_comparison;
    git_odb *m_database;
    bool m_readsWorkTree;
    QByteArray m_conflictContent; // a patch points into the buffer it was made from
};

} // namespace Git
