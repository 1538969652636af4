// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undofiles.h"

#include "base/text.h"
#include "git/indexentry.h"
#include "git/text.h"
#include "git/tree.h"

namespace Git {

namespace {

constexpr qint64 kLargestKept = 2'000'000'000; // bytes

/// What stands at the paths of a record now.
struct Present
{
    QList<FileState> states;
    QHash<QByteArray, IndexEntry> index;
    QSet<QByteArray> changed; ///< tracked paths that differ from the index
};

Result<Present> readPresent(const Program &git, const WorkTree &tree, const QList<Discarded> &discarded,
                            const CancelToken &cancel)
{
    QList<QByteArray> paths;
    for (const Discarded &entry : discarded)
        paths.append(entry.path);
    auto states = readFileStates(git, tree, paths, Storing::IdsOnly, cancel);
    if (!states)
        return std::unexpected(states.error());
    const auto entries = readIndexEntries(git.location(), paths);
    if (!entries)
        return std::unexpected(entries.error());
    auto changed = readChangedPaths(git, cancel);
    if (!changed)
        return std::unexpected(changed.error());
    Present present{.states = *std::move(states), .changed = *std::move(changed)};
    for (const IndexEntry &entry : *entries)
        present.index.insert(entry.path, entry);
    return present;
}

bool isAsLeft(const Discarded &entry, const FileState &state, const Present &present)
{
    switch (entry.aftermath) {
    case Aftermath::Absent:
        return state.mode == 0;
    case Aftermath::Content:
        return state.id == entry.id && state.mode == entry.mode;
    case Aftermath::Index:
        break;
    }
    const auto indexed = present.index.constFind(entry.path);
    return indexed != present.index.constEnd() && indexed->id == entry.id && indexed->mode == entry.mode &&
           !indexed->isConflicted && !present.changed.contains(entry.path);
}

Result<void> bringBack(const RepoLocation &where, const WorkTree &tree, const Discarded &entry)
{
    if (entry.before.mode == 0)
        return tree.remove(entry.path);
    const auto content = readBlob(where, entry.before.id, kLargestKept);
    if (!content)
        return std::unexpected(content.error());
    return tree.write(entry.path, *content, entry.before.mode);
}

} // namespace

Result<QList<Discarded>> findToBringBack(const Program &git, const QList<Discarded> &files, Again again,
                                         const CancelToken &cancel)
{
    if (files.isEmpty())
        return QList<Discarded>();
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    const auto present = readPresent(git, *tree, files, cancel);
    if (!present)
        return std::unexpected(present.error());
    QList<Discarded> found;
    for (qsizetype at = 0; at < files.size(); ++at) {
        const FileState &state = present->states[at];
        const bool isBack = state.isSame(files[at].before); // an earlier undo got this far
        if (!isBack && !isAsLeft(files[at], state, *present))
            return fail(ErrorKind::Conflict, Text::tr("%1 was changed since, so nothing was brought back.")
                                                 .arg(displayText(files[at].path)));
        if (!isBack || again == Again::Yes)
            found.append(files[at]);
    }
    return found;
}

Result<void> bringFilesBack(const RepoLocation &where, const QList<Discarded> &files)
{
    if (files.isEmpty())
        return {};
    const auto tree = WorkTree::open(where);
    if (!tree)
        return std::unexpected(tree.error());
    for (const Discarded &entry : files) {
        if (const auto done = bringBack(where, *tree, entry); !done)
            return done;
    }
    return {};
}

} // namespace Git
