// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/repository.h"

#include <vector>

namespace Git {

class IndexFile;

/// Where what is staged differs from a tree.
struct StagedScan
{
    std::vector<size_t> entries;  ///< in order: those that are not as in the tree
    QList<QByteArray> paths;      ///< of these, and what only the tree has; a folder there ends with '/'
    QList<QByteArray> submodules; ///< of the tree, among the paths
};

/// Compares by id and mode, and passes over the folders of which the index says that they still make the tree
/// they are compared with, as Git does. Cost: the other folders and what is in them. Nothing when a tree
/// cannot be read. index: plain.
std::optional<StagedScan> scanStaged(git_repository *repository, git_tree *tree, const IndexFile &index);

} // namespace Git
