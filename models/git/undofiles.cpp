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
    QSet<QByteArray> changed;                        ///< tracked paths that differ from the index
    std::optional<QHash<QByteArray, ObjectId>> kept; ///< what was staged; nothing: that was not kept
};

/// The entries of a kept index at the paths.
Result<QHash<QByteArray, ObjectId>> readKept(const RepoLocation &where, const ObjectId &index,
                                             const QList<QByteArray> &paths, const CancelToken &cancel)
{
    const auto files = readTree(where, index, cancel);
    if (!files)
        return std::unexpected(files.error());
    const QSet<QByteArray> wanted(paths.begin(), paths.end());
    QHash<QByteArray, ObjectId> kept;
    for (const TreeFile &file : *files) {
        if (wanted.contains(file.path))
            kept.insert(file.path, file.id);
    }
    return kept;
}

Result<Present> readPresent(const Program &git, const WorkTree &tree, const QList<Discarded> &discarded,
                            const ObjectId &index, const CancelToken &cancel)
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
    const auto assumed = readAssumedChanges(git, tree, cancel);
    if (!assumed)
        return std::unexpected(assumed.error());
    Present present{.states = *std::move(states), .index = {}, .changed = *changed + *assumed, .kept = {}};
    if (!index.isNull()) {
        auto kept = readKept(git.location(), index, paths, cancel);
        if (!kept)
            return std::unexpected(kept.error());
        present.kept = *std::move(kept);
    }
    for (const IndexEntry &entry : *entries)
        present.index.insert(entry.path, entry);
    return present;
}

// The index was brought back already, and the file with it.
bool isAsStaged(const Discarded &entry, const FileState &state, const Present &present)
{
    if (!present.kept)
        return false;
    const auto kept = present.kept->constFind(entry.path);
    if (kept == present.kept->constEnd())
        return state.mode == 0;
    const auto indexed = present.index.constFind(entry.path);
    return indexed != present.index.constEnd() && indexed->id == *kept && !indexed->isConflicted &&
           !present.changed.contains(entry.path);
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

// Size and time are enough here: this only narrows the moment in which another program's write could be lost.
Result<void> checkStillThere(const WorkTree &tree, const ToBringBack &file)
{
    const auto info = tree.status(file.entry.path);
    if (!info)
        return std::unexpected(info.error());
    const bool isThere = info->has_value();
    if (isThere == (file.present.mode != 0) &&
        (!isThere || ((*info)->st_size == file.present.size && modifiedAt(**info) == file.present.changed)))
        return {};
    return fail(ErrorKind::Conflict,
                Text::tr("%1 is being changed by another program, so it was not brought back.")
                    .arg(displayText(file.entry.path)));
}

Result<void> bringBack(const RepoLocation &where, const WorkTree &tree, const ToBringBack &file)
{
    const Discarded &entry = file.entry;
    if (const auto checked = checkStillThere(tree, file); !checked)
        return checked;
    if (entry.before.mode == 0)
        return tree.remove(entry.path);
    const auto content = readBlob(where, entry.before.id, kLargestKept);
    if (!content)
        return std::unexpected(content.error());
    return tree.write(entry.path, *content, entry.before.mode);
}

} // namespace

Result<QList<ToBringBack>> findToBringBack(const Program &git, const QList<Discarded> &files,
                                           const ObjectId &index, const CancelToken &cancel)
{
    if (files.isEmpty())
        return QList<ToBringBack>();
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    const auto present = readPresent(git, *tree, files, index, cancel);
    if (!present)
        return std::unexpected(present.error());
    QList<ToBringBack> found;
    for (qsizetype at = 0; at < files.size(); ++at) {
        const FileState &state = present->states[at];
        if (state.isSame(files[at].before)) // an earlier undo got this far
            continue;
        if (!isAsLeft(files[at], state, *present) && !isAsStaged(files[at], state, *present))
            return fail(ErrorKind::Conflict, Text::tr("%1 was changed since, so nothing was brought back.")
                                                 .arg(displayText(files[at].path)));
        found.append({files[at], state});
    }
    return found;
}

Result<void> bringFilesBack(const RepoLocation &where, const QList<ToBringBack> &files)
{
    if (files.isEmpty())
        return {};
    const auto tree = WorkTree::open(where);
    if (!tree)
        return std::unexpected(tree.error());
    for (const ToBringBack &file : files) {
        if (const auto done = bringBack(where, *tree, file); !done)
            return done;
    }
    return {};
}

} // namespace Git
