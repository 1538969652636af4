// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitgraph.h"
#include "git/commitgraphfile.h"

namespace Git {

/// Finds the files of a commit-graph and puts them together.
class CommitGraphChain
{
public:
    using Graph = Result<std::shared_ptr<const CommitGraph>>;

    CommitGraphChain(int hashSize, const CancelToken &cancel)
        : m_hashSize(hashSize)
        , m_cancel(cancel)
    {}

    /// The first graph there is in these object folders.
    Graph fromFolders(const QList<QByteArray> &folders);
    Graph fromFile(const QByteArray &file);

private:
    using Files = std::vector<std::unique_ptr<CommitGraphFile>>;

    Graph fromChain(const QByteArray &folder, const QList<QByteArray> &folders);
    Result<std::unique_ptr<CommitGraphFile>> readLayer(const QByteArray &hash, const Files &below,
                                                       const QList<QByteArray> &folders) const;
    Graph assemble(Files files);

    int m_hashSize;
    CancelToken m_cancel;
    QStringList m_problems;
};

} // namespace Git
