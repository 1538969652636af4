// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undofiles.h"

#include "base/text.h"
#include "git/filemodes.h"
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

/// A file that stood in the place of a folder, and what lies below: one of them is there, and then not the
/// others. folders: paths that are folders now; covered: paths below something that is none.
void findCovered(const WorkTree &tree, const QList<QByteArray> &paths, QSet<QByteArray> &folders,
                 QSet<QByteArray> &covered)
{
    const QSet<QByteArray> all(paths.begin(), paths.end());
    for (const QByteArray &path : paths) {
        for (qsizetype end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            const QByteArray folder = path.first(end);
            const auto info =
                all.contains(folder) ? tree.status(folder) : Result<std::optional<struct stat>>(std::nullopt);
            if (!info || !*info)
                continue;
            if (S_ISDIR((*info)->st_mode))
                folders.insert(folder);
            else
                covered.insert(path);
        }
    }
}

Result<Present> readPresent(const Program &git, const WorkTree &tree, const QList<Discarded> &discarded,
                            const ObjectId &index, const CancelToken &cancel)
{
    QList<QByteArray> paths, standing;
    QSet<QByteArray> folders, covered;
    for (const Discarded &entry : discarded)
        paths.append(entry.path);
    findCovered(tree, paths, folders, covered);
    for (const QByteArray &path : std::as_const(paths)) {
        if (!folders.contains(path) && !covered.contains(path))
            standing.append(path);
    }
    const auto found = readFileStates(git, tree, standing, Storing::IdsOnly, cancel);
    if (!found)
        return std::unexpected(found.error());
    QList<FileState> states;
    for (qsizetype next = 0; const QByteArray &path : std::as_const(paths))
        states.append(folders.contains(path) || covered.contains(path) ? FileState() : found->at(next++));
    const auto entries = readIndexEntries(git.location(), paths);
    if (!entries)
        return std::unexpected(entries.error());
    auto changed = readChangedPaths(git, cancel);
    if (!changed)
        return std::unexpected(changed.error());
    const auto assumed = readAssumedChanges(git, tree, cancel);
    if (!assumed)
        return std::unexpected(assumed.error());
    Present present{.states = std::move(states), .index = {}, .changed = *changed + *assumed, .kept = {}};
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
    const bool isThere = info->has_value() && !(file.present.mode == 0 && S_ISDIR((*info)->st_mode));
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
    tree.removeFolderIfEmpty(entry.path); // that has taken its place
    return tree.write(entry.path, *content, entry.before.mode);
}

Result<bool> isFileBack(const RepoLocation &where, const WorkTree &tree, const Discarded &file)
{
    const auto info = tree.status(file.path);
    const bool isThere = info && *info && !S_ISDIR((*info)->st_mode);
    if (!isThere || file.before.mode == 0)
        return isThere == (file.before.mode != 0);
    const auto content = readBlob(where, file.before.id, kLargestKept);
    if (!content)
        return std::unexpected(content.error());
    if (S_ISLNK((*info)->st_mode) != (file.before.mode == kLinkMode) || (*info)->st_size != content->size())
        return false;
    const auto present = file.before.mode == kLinkMode ? tree.readLink(file.path)
                                                       : readWorkFile(where, file.path, kLargestKept);
    return present && *present == *content; // what vanishes while it is read is not there
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
    for (const bool removes : {true, false}) { // what stands in a folder that has to give way
        for (const ToBringBack &file : files) {
            const bool isMeant = (file.entry.before.mode == 0) == removes;
            if (const auto done = isMeant ? bringBack(where, *tree, file) : Result<void>(); !done)
                return done;
        }
    }
    return {};
}

Result<bool> areFilesBack(const RepoLocation &where, const QList<Discarded> &files)
{
    if (files.isEmpty())
        return true;
    const auto tree = WorkTree::open(where);
    if (!tree)
        return std::unexpected(tree.error());
    for (const Discarded &file : files) {
        const auto isBack = isFileBack(where, *tree, file);
        if (!isBack || !*isBack)
            return isBack;
    }
    return true;
}

} // namespace Git
