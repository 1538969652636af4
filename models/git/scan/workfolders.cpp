// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/scan/workfolders.h"

namespace Git {

namespace {

bool isOrdinaryName(QByteArrayView name)
{
    return !name.isEmpty() && name != "." && name != "..";
}

} // namespace

std::optional<std::vector<WorkFolder>> workFoldersOf(std::span<const git_index_entry> entries)
{
    std::vector<WorkFolder> folders(1);
    std::vector<size_t> open{0}; // from the work tree to the folder of the entry before
    QByteArrayView before;
    for (size_t at = 0; at < entries.size(); ++at) {
        const QByteArrayView path(entries[at].path);
        if (path == before) // another side of a conflict
            continue;
        before = path;
        while (!path.startsWith(folders[open.back()].path))
            open.pop_back();
        qsizetype start = folders[open.back()].path.size();
        for (qsizetype slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
            if (!isOrdinaryName(path.sliced(start, slash - start)))
                return std::nullopt;
            start = slash + 1;
            folders[open.back()].folders.push_back(folders.size());
            open.push_back(folders.size());
            folders.push_back({.path = path.first(start), .first = at, .files = {}, .folders = {}});
        }
        if (!isOrdinaryName(path.sliced(start)))
            return std::nullopt;
        folders[open.back()].files.push_back(at);
    }
    return folders;
}

} // namespace Git
