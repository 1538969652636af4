// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/discard.h"

#include "base/text.h"
#include "git/indexentry.h"
#include "git/shown.h"
#include "git/tree.h"
#include "git/undorecord.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Git)
};

constexpr quint32 kSubmodule = 0160000;

/// What a discard will touch.
struct Targets
{
    QList<IndexEntry> tracked;
    QList<QByteArray> untracked;

    QList<QByteArray> paths() const
    {
        QList<QByteArray> all;
        for (const IndexEntry &entry : tracked)
            all.append(entry.path);
        return all + untracked;
    }
};

std::unexpected<Error> refuse(ErrorKind kind, const QString &sentence, const QByteArray &path)
{
    return fail(kind, sentence.arg(displayText(path)));
}

Result<void> checkTracked(const IndexEntry &entry, bool isNamed)
{
    if (entry.isConflicted)
        return refuse(ErrorKind::Invalid, Text::tr("%1 is in conflict, which has to be resolved first."),
                      entry.path);
    if (entry.mode == kSubmodule && isNamed)
        return refuse(ErrorKind::Invalid,
                      Text::tr("%1 is a submodule, whose changes are discarded in itself."), entry.path);
    if (entry.isIntentToAdd)
        return refuse(ErrorKind::Invalid,
                      Text::tr("%1 is announced to the index without content: unstage it first."),
                      entry.path);
    return {};
}

Result<QList<IndexEntry>> findTracked(const Program &git, const QList<QByteArray> &paths,
                                      const CancelToken &cancel)
{
    const auto entries = readIndexEntries(git.location(), paths);
    if (!entries || entries->isEmpty())
        return entries;
    const auto changed = readChangedPaths(git, cancel);
    if (!changed)
        return std::unexpected(changed.error());
    const QSet<QByteArray> named(paths.begin(), paths.end());
    QList<IndexEntry> tracked;
    for (const IndexEntry &entry : *entries) {
        const bool isNamed = named.contains(entry.path);
        if (entry.mode == kSubmodule && !isNamed)
            continue;
        if (!changed->contains(entry.path) && !entry.isConflicted && entry.mode != kSubmodule)
            continue;
        if (const auto checked = checkTracked(entry, isNamed); !checked)
            return std::unexpected(checked.error());
        tracked.append(entry);
    }
    return tracked;
}

Result<QList<QByteArray>> findUntracked(const Program &git, const QList<QByteArray> &paths,
                                        const CancelToken &cancel)
{
    const auto listed = git.run({.arguments = {u"ls-files"_s, u"-o"_s, u"--exclude-standard"_s, u"-z"_s},
                                 .timeout = {},
                                 .kind = Program::Kind::Read},
                                cancel);
    if (!listed)
        return std::unexpected(listed.error());
    const PathSet wanted(paths);
    QList<QByteArray> untracked;
    for (const QByteArray &path : listed->output.split('\0')) {
        if (path.isEmpty() || !wanted.contains(path))
            continue;
        if (path.endsWith('/'))
            return refuse(ErrorKind::Invalid, Text::tr("%1 is a repository of its own and is left alone."),
                          path);
        untracked.append(path);
    }
    return untracked;
}

// Nothing that was asked for is passed over in silence.
Result<void> checkAllFound(const WorkTree &tree, const QList<QByteArray> &paths, const Targets &targets)
{
    const QList<QByteArray> found = targets.paths();
    const QSet<QByteArray> exact(found.begin(), found.end());
    for (const QByteArray &path : paths) {
        const bool isFound =
            path.endsWith('/')
                ? std::ranges::any_of(found, [&](const QByteArray &at) { return at.startsWith(path); })
                : exact.contains(path);
        if (isFound)
            continue;
        const auto info = tree.status(path.endsWith('/') ? path.chopped(1) : path);
        if (!info)
            return std::unexpected(info.error());
        return refuse(ErrorKind::Conflict,
                      *info ? Text::tr("%1 has nothing to discard: it is unchanged or ignored.")
                            : Text::tr("%1 is no longer there."),
                      path);
    }
    return {};
}

Result<Targets> findTargets(const Program &git, const WorkTree &tree, const QList<QByteArray> &paths,
                            const CancelToken &cancel)
{
    if (paths.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("Nothing is selected."));
    if (const auto checked = checkPaths(paths); !checked)
        return std::unexpected(checked.error());
    auto tracked = findTracked(git, paths, cancel);
    if (!tracked)
        return std::unexpected(tracked.error());
    auto untracked = findUntracked(git, paths, cancel);
    if (!untracked)
        return std::unexpected(untracked.error());
    Targets targets{*std::move(tracked), *std::move(untracked)};
    if (const auto checked = checkAllFound(tree, paths, targets); !checked)
        return std::unexpected(checked.error());
    return targets;
}

Result<QList<Discarded>> keepContent(const Program &git, const WorkTree &tree, const Targets &targets,
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
            return refuse(ErrorKind::Conflict,
                          Text::tr("%1 is being changed by another program; nothing was discarded."),
                          entry.path);
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

Result<QByteArray> readBase(const Program &git, const Diff::FileDiff &file)
{
    if (file.status == Diff::FileStatus::Deleted)
        return QByteArray();
    return readWorkFile(git.location(), file.path(), kLargestShownFile);
}

Result<UndoRecord> replaceContent(const Program &git, const Diff::FileDiff &file, const QByteArray &content,
                                  const CancelToken &cancel)
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
    auto record = writeUndoRecord(git, DiscardKind::Lines, discarded, cancel);
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
    const auto targets = findTargets(git, *tree, paths, cancel);
    if (!targets)
        return std::unexpected(targets.error());
    const auto discarded = keepContent(git, *tree, *targets, cancel);
    if (!discarded)
        return std::unexpected(discarded.error());
    auto record = writeUndoRecord(git, DiscardKind::Files, *discarded, cancel);
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
    return replaceContent(git, file, *content, cancel);
}

} // namespace Git
