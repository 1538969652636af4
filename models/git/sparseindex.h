// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/handle.h"

#include <QByteArray>

namespace Git {

/// One entry of an index file; of a sparse one it may stand for a whole folder.
struct IndexRecord
{
    git_index_entry entry = {}; ///< without its path
    QByteArray path;            ///< of a folder with '/' at its end
    bool isFolder() const { return entry.mode == GIT_FILEMODE_TREE; }
};

/// The entries of an index file of SHA-1, versions 2 to 4, in its order. Invalid: it is damaged. After Git's
/// gitformat-index; extensions are not looked at. Pure.
Result<QList<IndexRecord>> parseIndex(const QByteArray &content);

/// True when what libgit2 just reported is that it cannot read the index because it is a sparse one.
bool isSparseIndexRefused();

/// The same for one that core.splitIndex spread over two files.
bool isSplitIndexRefused();

/// The index of a sparse checkout (`git sparse-checkout --sparse-index`), which keeps a folder outside as one
/// entry: in memory, with all files of those folders as entries that are not in the work tree, as the same
/// index would have them if it were not sparse. Cost: files, and folders outside that hold them. NotFound: a
/// tree of such a folder is not in this clone. Invalid: the file is damaged, or holds more than it should.
Result<IndexHandle> openSparseIndex(git_repository *repository, const QByteArray &path);

} // namespace Git
