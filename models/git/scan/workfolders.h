// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/handle.h"

#include <QByteArrayView>

#include <optional>
#include <span>
#include <vector>

namespace Git {

/// A folder that holds entries of an index, at some depth.
struct WorkFolder
{
    QByteArrayView path;         ///< with '/' at its end; of the work tree itself empty
    size_t first = 0;            ///< its first entry
    std::vector<size_t> files;   ///< entries that stand in it, by name; of several stages the first
    std::vector<size_t> folders; ///< those in it, by name and '/'
};

/// The folders of an index whose entries stand in order, that of the work tree first. Nothing when a path is
/// none inside of a work tree. O(entries). Pure.
std::optional<std::vector<WorkFolder>> workFoldersOf(std::span<const git_index_entry> entries);

} // namespace Git
