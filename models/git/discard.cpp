// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/discard.h"

#include "base/text.h"
#include "git/discardtargets.h"
#include "git/filemodes.h"
#include "git/shown.h"
#include "git/text.h"
#include "git/work/discardcontent.h"
#include "git/work/indexlock.h"
#include "git/work/recordedwrite.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

Result<QList<Discarded>> keepContent(const Program &git, const WorkTree &tree, const DiscardTargets &targets,
                                     const CancelToken &cancel)
{
    const QList<QByteArray> paths = targets.paths();
    const auto states = readFileStates(git, tree, paths, Storing::Objects, cancel);
    if (!states)
        return std::unexpected(states.error());
    QList<Discarded> discarded;
    for (qsizetype at = 0; at < paths.size(); ++at) {
        Discarded entry{.path = paths[at], .before = states->at(at)};
        if (at < targets.tracked.size()) {
            entry.aftermath = Aftermath::Index;
            entry.mode = targets.tracked[at].mode;
            entry.id = targets.tracked[at].id;
        }
        discarded.append(entry);
    }
    return discarded;
}

/// What was found before the index was held.
Result<void> checkStillSame(const RepoLocation &where, const DiscardTargets &targets)
{
    const auto entries = readIndexEntries(where, targets.paths());
    if (!entries)
        return std::unexpected(entries.error());
    if (*entries == targets.tracked)
        return {};
    return fail(ErrorKind::Conflict, Text::tr("Another program is staging changes; nothing was discarded."));
}

Result<void> restoreTracked(IndexLock &held, const QList<IndexEntry> &tracked)
{
    if (tracked.isEmpty())
        return {};
    QByteArray names;
    for (const IndexEntry &entry : tracked)
        names += entry.path + '\0';
    // `git checkout-index -u` would write back the index as it was before it took the lock, and so undo what
    // others staged in between. Hooks: it is no checkout.
    const auto result = held.run({.arguments = {u"restore"_s, u"--worktree"_s, u"--no-recurse-submodules"_s,
                                                u"--ignore-skip-worktree-bits"_s, u"--pathspec-from-file=-"_s,
                                                u"--pathspec-file-nul"_s},
                                  .input = names,
                                  .timeout = {},
                                  .config = {u"core.hooksPath=/dev/null"_s}},
                                 {});
    return result ? Result<void>() : std::unexpected(result.error());
}

Result<void> removeUntracked(const WorkTree &tree, const QList<QByteArray> &untracked,
                             const QList<QByteArray> &wanted)
{
    QSet<QByteArray> folders;
    for (const QByteArray &path : untracked) {
        if (const auto removed = tree.remove(path); !removed)
            return removed;
        for (const QByteArray &folder : wanted) {
            if (!folder.endsWith('/') || !path.startsWith(folder))
                continue;
            for (qsizetype end = path.lastIndexOf('/'); end >= folder.size() - 1;
                 end = path.lastIndexOf('/', end - 1)) {
                folders.insert(path.first(end));
                if (end == 0)
                    break;
            }
        }
    }
    QList<QByteArray> deepestFirst = folders.values();
    std::ranges::sort(deepestFirst, std::ranges::greater{}, &QByteArray::size);
    for (const QByteArray &folder : std::as_const(deepestFirst))
        tree.removeFolderIfEmpty(folder);
    return {};
}

qsizetype changedCount(const Diff::FileDiff &file, const QSet<qsizetype> &lines)
{
    return std::ranges::count_if(lines, [&file](qsizetype at) {
        return at >= 0 && at < file.lines.size() && file.lines[at].origin != Diff::LineOrigin::Context;
    });
}

} // namespace

Result<UndoRecord> discardPaths(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel)
{
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    const auto targets = findDiscardTargets(git, *tree, paths, cancel);
    if (!targets)
        return std::unexpected(targets.error());
    const auto discarded = keepContent(git, *tree, *targets, cancel);
    if (!discarded)
        return std::unexpected(discarded.error());
    auto record = writeUndoRecord(git, {.files = *discarded}, cancel);
    if (!record)
        return record;
    // From here on it is not cut in half by a cancel.
    auto held = IndexLock::take(git, {});
    auto done = held ? checkStillSame(git.location(), *targets) : std::unexpected(held.error());
    if (done)
        done = checkUnchanged(*tree, *discarded);
    if (done)
        done = restoreTracked(*held, targets->tracked);
    if (done)
        done = removeUntracked(*tree, targets->untracked, paths);
    if (done)
        done = held->put();
    if (!done)
        return failAfterRecord(done.error(), *record);
    return record;
}

Result<UndoRecord> discardLines(const Program &git, const Diff::FileDiff &file, const QSet<qsizetype> &lines,
                                const CancelToken &cancel)
{
    if (const auto checked = checkHasLines(file); !checked)
        return std::unexpected(checked.error());
    if (const auto checked = checkIndex(git, file, !isNew(file), file.oldId, Diff::PatchUse::Forward);
        !checked)
        return std::unexpected(checked.error());
    if (const auto checked = checkWorkFile(git, file, cancel); !checked)
        return std::unexpected(checked.error());
    if (selectsAll(file, lines))
        return discardPaths(git, {file.path()}, cancel);
    if (const auto checked = checkNoPointer(git, file, lines); !checked)
        return std::unexpected(checked.error());
    if (Diff::makePatch(file, lines, Diff::PatchUse::Reverse).isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("No changed line is selected."));
    if (file.newMode == kLinkMode || file.oldMode == kLinkMode)
        return fail(ErrorKind::Invalid, Text::tr("A link has no lines to choose from."));
    const auto content = contentWithoutLines(git, file, lines, cancel);
    if (!content)
        return std::unexpected(content.error());
    return writeRecorded(
        git, {.action = UndoAction::DiscardLines, .lineCount = changedCount(file, lines), .files = {}},
        {{.path = file.path(), .content = *content, .modeOfNew = file.oldMode}}, cancel);
}

} // namespace Git
