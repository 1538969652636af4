// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitgraphfile.h"
#include "git/generations.h"

namespace Git {

/// Calls each(parent) for every parent as it is stored, until one returns false, which is then returned.
template<class Each> bool forEachParent(const CommitGraphFile &file, CommitPosition index, const Each &each)
{
    const quint32 first = file.firstParent(index), second = file.secondParent(index);
    if (first == CommitGraphFile::kNoParent)
        return true;
    if (!each(first))
        return false;
    if (second == CommitGraphFile::kNoParent)
        return true;
    if ((second & CommitGraphFile::kHighBit) == 0)
        return each(second);
    for (quint32 at = second & ~CommitGraphFile::kHighBit;; ++at) {
        const quint32 edge = file.edge(at);
        if (!each(edge & ~CommitGraphFile::kHighBit))
            return false;
        if ((edge & CommitGraphFile::kHighBit) != 0)
            return true;
    }
}

/// Checks what the files of a chain, lowest first, say about parents and generations: every parent is in the
/// same file or a lower one, no list of parents leaves the file, nothing is its own ancestor. Corrected dates
/// that do not rise are not used; levels that nobody computed are computed here. Linear in time: no list may
/// share entries with another. Invalid: damaged.
Result<Generations> checkCommitGraph(std::span<const std::unique_ptr<CommitGraphFile>> files,
                                     const CancelToken &cancel);

} // namespace Git
