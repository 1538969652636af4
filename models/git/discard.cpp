// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/discard.h"

#include "base/text.h"
#include "git/discardtargets.h"
#include "git/filemodes.h"
#include "git/shown.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/undorecord.h"

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

// Size and time are enough here: this only narrows the moment in which another program's write could be lost.
Result<void> checkUnchanged(const WorkTree &tree, const QList<Discarded> &discarded)
{
    for (const Discarded &entry : discarded) {
        const auto info = tree.status(entry.path);
        if (!info)
            return std::unexpected(info.error());
        const qint64 size = *info ? (*info)->st_size : 0;
        const qint64 changed =
            *info ? (*info)->st_mtim.tv_sec * 1'000'000'000LL + (*info)->st_mtim.tv_nsec : 0;
        if (size != entry.before.size || changed != entry.before.changed)
            return fail(ErrorKind::Conflict,
                        Text::tr("%1 is being changed by another program; nothing was discarded.")
                            .arg(displayText(entry.path)));
    }
    return {};
}

Result<void> restoreTracked(const Program &git, const QList<IndexEntry> &tracked, const CancelToken &cancel)
{
    if (tracked.isEmpty())
        return {};
    QByteArray names;
    for (const IndexEntry &entry : tracked)
        names += entry.path + '\0';
    const auto result = git.run({.arguments = {u"checkout-index"_s, u"-f"_s, u"-u"_s, u"-z"_s, u"--stdin"_s},
                                 .input = names,
                                 .timeout = {}},
                                cancel);
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

std::unexpected<Error> failAfterRecord(Error error, const UndoRecord &record)
{
    //: %1: name of a Git ref
    error.hint = Text::tr("What was there is kept in %1.").arg(displayText(record.ref));
    return std::unexpected(std::move(error));
}

bool selectsAll(const Diff::FileDiff &file, const QSet<qsizetype> &lines)
{
    for (qsizetype at = 0; at < file.lines.size(); ++at) {
        if (file.lines[at].origin != Diff::LineOrigin::Context && !lines.contains(at))
            return false;
    }
    return true;
}

qsizetype changedCount(const Diff::FileDiff &file, const QSet<qsizetype> &lines)
{
    return std::ranges::count_if(lines, [&file](qsizetype at) {
        return at >= 0 && at < file.lines.size() && file.lines[at].origin != Diff::LineOrigin::Context;
    });
}

Result<QByteArray> readBase(const Program &git, const Diff::FileDiff &file)
{
    if (file.status == Diff::FileStatus::Deleted)
        return QByteArray();
    return readWorkFile(git.location(), file.path(), kLargestShownFile);
}

Result<UndoRecord> replaceContent(const Program &git, const Diff::FileDiff &file, const QByteArray &content,
                                  qsizetype lineCount, const CancelToken &cancel)
{
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    const auto states = readFileStates(git, *tree, {file.path()}, Storing::Objects, cancel);
    if (!states)
        return std::unexpected(states.error());
    const auto id = hashContent(git, content, Storing::IdsOnly, cancel);
    if (!id)
        return std::unexpected(id.error());
    const FileState &before = states->first();
    const quint32 mode = before.mode != 0 ? before.mode : file.oldMode;
    const QList<Discarded> discarded{
        {.path = file.path(), .before = before, .aftermath = Aftermath::Content, .mode = mode, .id = *id}};
    auto record = writeUndoRecord(
        git, {.action = UndoAction::DiscardLines, .lineCount = lineCount, .files = discarded}, cancel);
    if (!record)
        return record;
    if (const auto checked = checkUnchanged(*tree, discarded); !checked)
        return failAfterRecord(checked.error(), *record);
    if (const auto written = tree->write(file.path(), content, mode); !written)
        return failAfterRecord(written.error(), *record);
    return record;
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
    if (const auto checked = checkUnchanged(*tree, *discarded); !checked)
        return failAfterRecord(checked.error(), *record);
    if (const auto restored = restoreTracked(git, targets->tracked, {}); !restored)
        return failAfterRecord(restored.error(), *record);
    if (const auto removed = removeUntracked(*tree, targets->untracked, paths); !removed)
        return failAfterRecord(removed.error(), *record);
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
    if (Diff::makePatch(file, lines, Diff::PatchUse::Reverse).isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("No changed line is selected."));
    if (file.newMode == kLinkMode || file.oldMode == kLinkMode)
        return fail(ErrorKind::Invalid, Text::tr("A link has no lines to choose from."));
    const auto base = readBase(git, file);
    if (!base)
        return std::unexpected(base.error());
    const auto content =
        Diff::applyLines(file, lines, Diff::PatchUse::Reverse, *base, Diff::LineEnds::MayHaveReturns);
    if (!content)
        return failConverted(file);
    return replaceContent(git, file, *content, changedCount(file, lines), cancel);
}

} // namespace Git
