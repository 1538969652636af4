// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

#include <optional>
#include <vector>

namespace Git {

class IndexFile;

/// Where a work tree differs from its index, or may.
struct WorkTreeScan
{
    std::vector<size_t>
        modified; ///< of another size, but the same kind: libgit2 says so without reading them
    std::vector<size_t> deleted;
    std::vector<size_t> entries; ///< others that are not known to be the same
    QList<QByteArray> untracked; ///< names the index does not have, ignored ones too; a folder ends with '/'
    /// In order: entries that show which folders with something untracked hold tracked files, too.
    std::vector<size_t> beside;
};

/// Looks at the times and sizes of all files, and at the names in all folders that hold tracked ones, with
/// several threads where there are many. Reads no file. Nothing when that does not do, such as where a folder
/// took the place of a file, or may not be read. What is said to be the same is so by the rules of Git and
/// libgit2, which trust size, times, owner and file number of what is older than the index. index: plain; its
/// checksum is looked at meanwhile, and nothing is found when it is wrong.
Result<std::optional<WorkTreeScan>> scanWorkTree(const QByteArray &workTree, const IndexFile &index,
                                                 const CancelToken &cancel);

} // namespace Git
