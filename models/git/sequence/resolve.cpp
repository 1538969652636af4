// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/resolve.h"

#include "base/text.h"
#include "git/filemodes.h"
#include "git/indexentry.h"
#include "git/keptobjects.h"
#include "git/sequence/conflictfile.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/undo/settledconflict.h"
#include "git/work/indexlock.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr quint32 kTypeBits = 0170000, kRegularType = 0100000;
constexpr qint64 kLargestSide = 1'000'000'000; // bytes

bool isRegular(const ConflictStage &stage)
{
    return (stage.mode & kTypeBits) == kRegularType;
}

const ConflictStage &stageOf(const ConflictEntry &entry, Side side)
{
    return side == Side::Base ? entry.base : side == Side::Ours ? entry.ours : entry.theirs;
}

Result<void> checkEntry(const ConflictEntry &entry)
{
    if (entry.isBinary || entry.isPointer)
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 has no lines that could have been merged.").arg(displayPath(entry.path)), {},
                    Text::tr("Choose one of its sides."));
    if (entry.hasMarkers)
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 still has conflict markers.").arg(displayPath(entry.path)), {},
                    Text::tr("Edit the file, or choose one of its sides."));
    return {};
}

/// The lines of both sides. By way of files: git takes objects only since 2.43.
Result<QByteArray> unite(const Program &git, const ConflictEntry &entry, const CancelToken &cancel)
{
    const QTemporaryDir folder;
    QStringList arguments{u"merge-file"_s, u"--union"_s, u"-p"_s};
    for (const ConflictStage *stage : {&entry.ours, &entry.base, &entry.theirs}) {
        const auto content = isRegular(*stage) ? readBlob(git.location(), stage->id, kLargestSide)
                                               : Result<QByteArray>(QByteArray());
        if (!content)
            return std::unexpected(content.error());
        QFile file(folder.filePath(QString::number(arguments.size())));
        if (!folder.isValid() || !file.open(QIODevice::WriteOnly) ||
            file.write(*content) != content->size() || !file.flush())
            return fail(ErrorKind::External, Text::tr("There is no room for temporary files."),
                        folder.isValid() ? file.errorString() : folder.errorString());
        arguments << file.fileName();
    }
    const auto merged = git.run({.arguments = arguments, .timeout = {}, .kind = Program::Kind::Read}, cancel);
    return merged ? Result<QByteArray>(merged->output) : std::unexpected(merged.error());
}

Result<ConflictEntry> readUnresolvable(const RepoLocation &where, const QByteArray &path)
{
    auto open = readConflict(where, path); // its file may have been emptied: the same again
    return open || open.error().kind != ErrorKind::Conflict ? open : readResolved(where, path);
}

/// A stage in the place of a path, which is settled by that.
Result<SettledPath> settledAs(const Program &git, const ConflictEntry &entry, const ConflictStage &stage,
                              const CancelToken &cancel)
{
    SettledPath settled{.path = entry.path, .entries = stagedEntries(entry.path, stage)};
    if (entry.isSubmodule) {
        settled.file = SettledPath::File::IsSubmodule;
        return settled;
    }
    auto by = replacementOf(git, entry.path, stage, cancel);
    if (!by)
        return std::unexpected(by.error());
    settled.by = *std::move(by);
    return settled;
}

Result<SettledPath> settleBySide(const Program &git, const QByteArray &path, Side side,
                                 const CancelToken &cancel)
{
    const auto entry = readConflict(git.location(), path);
    if (!entry)
        return std::unexpected(entry.error());
    const ConflictStage &stage = stageOf(*entry, side);
    if (entry->isSubmodule && stage.isThere() && stage.mode != kSubmoduleMode)
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 is a submodule on one side and a file on the other.").arg(displayPath(path)),
                    {}, Text::tr("Remove the submodule first, or keep it."));
    return settledAs(git, *entry, stage, cancel);
}

Result<SettledPath> settleByBoth(const Program &git, const QByteArray &path, const CancelToken &cancel)
{
    const auto entry = readConflict(git.location(), path);
    if (!entry)
        return std::unexpected(entry.error());
    if (!isRegular(entry->ours) || !isRegular(entry->theirs) || entry->isBinary || entry->isPointer)
        return fail(ErrorKind::Invalid, Text::tr("%1 is not text on both sides.").arg(displayPath(path)), {},
                    Text::tr("Choose one of its sides."));
    const auto merged = unite(git, *entry, cancel);
    const auto id = merged ? hashContent(git, *merged, Storing::Objects, cancel)
                           : Result<ObjectId>(std::unexpected(merged.error()));
    return id ? settledAs(git, *entry, {*id, entry->ours.mode}, cancel) : std::unexpected(id.error());
}

Result<SettledPath> makeConflict(const Program &git, const QByteArray &path, const CancelToken &cancel)
{
    const auto entry = readUnresolvable(git.location(), path);
    if (!entry)
        return std::unexpected(entry.error());
    // As git leaves it: the side that is there, ours first.
    auto made = isRegular(entry->ours) && isRegular(entry->theirs)
                    ? Result<SettledPath>({.path = path, .file = SettledPath::File::Marked})
                    : settledAs(git, *entry, entry->ours.isThere() ? entry->ours : entry->theirs, cancel);
    if (made)
        made->entries = conflictEntries(*entry);
    return made;
}

/// One act and one record of it for all paths, or none.
template<class Settle> Result<UndoRecord> settleAll(const Program &git, const QList<QByteArray> &paths,
                                                    UndoAction action, Settle settle,
                                                    const CancelToken &cancel)
{
    if (paths.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("Nothing is selected."));
    auto held = IndexLock::take(git, cancel);
    if (!held)
        return std::unexpected(held.error());
    QList<SettledPath> settled;
    for (const QByteArray &path : paths) {
        auto each = settle(path);
        if (!each)
            return std::unexpected(each.error());
        settled += *std::move(each);
    }
    return settlePaths(git, *std::move(held), action, settled, cancel);
}

} // namespace

Result<UndoRecord> takeSide(const Program &git, const QList<QByteArray> &paths, Side side,
                            const CancelToken &cancel)
{
    return settleAll(
        git, paths, UndoAction::TakeSide,
        [&](const QByteArray &path) { return settleBySide(git, path, side, cancel); }, cancel);
}

Result<UndoRecord> takeBoth(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel)
{
    return settleAll(
        git, paths, UndoAction::TakeBoth,
        [&](const QByteArray &path) { return settleByBoth(git, path, cancel); }, cancel);
}

Result<UndoRecord> unresolve(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel)
{
    return settleAll(
        git, paths, UndoAction::MakeConflict,
        [&](const QByteArray &path) { return makeConflict(git, path, cancel); }, cancel);
}

Result<UndoRecord> writeMerged(const Program &git, const QByteArray &path, const QByteArray &content,
                               const QByteArray &expected, const CancelToken &cancel)
{
    const auto settle = [&](const QByteArray &) -> Result<SettledPath> {
        const auto entry = readConflict(git.location(), path);
        const auto tree = entry ? WorkTree::open(git.location()) : std::unexpected(entry.error());
        const auto info = tree ? tree->status(path) : std::unexpected(tree.error());
        if (!info)
            return std::unexpected(info.error());
        if (*info && S_ISLNK((*info)->st_mode))
            return fail(ErrorKind::Invalid, Text::tr("%1 is a link.").arg(displayPath(path)));
        const auto present = readWorkFile(git.location(), path, kLargestSide);
        if (!*info || !present || *present != expected)
            return fail(
                ErrorKind::Conflict,
                Text::tr("%1 was changed by another program, so nothing was written.").arg(displayPath(path)),
                {}, Text::tr("Load it again, or start over."));
        const quint32 mode = ((*info)->st_mode & 0100U) != 0 ? 0100755 : 0100644;
        return SettledPath{.path = path, .by = {mode, content}};
    };
    return settleAll(git, {path}, UndoAction::WriteMerged, settle, cancel);
}

Result<void> checkResolved(const RepoLocation &where, const QList<QByteArray> &paths)
{
    const auto open = readConflictPaths(where);
    if (!open)
        return std::unexpected(open.error());
    for (const QByteArray &path : *open) {
        if (!paths.contains(path))
            continue;
        const auto entry = readConflict(where, path);
        const auto checked = entry ? checkEntry(*entry) : std::unexpected(entry.error());
        if (!checked)
            return checked;
    }
    return {};
}

Result<UndoRecord> markResolved(const Program &git, const QList<QByteArray> &paths, Resolution resolution,
                                const CancelToken &cancel)
{
    auto held = IndexLock::take(git, cancel);
    if (!held)
        return std::unexpected(held.error());
    for (const QByteArray &path : paths) {
        const auto entry = readConflict(git.location(), path);
        if (!entry)
            return std::unexpected(entry.error());
        const auto checked = resolution == Resolution::Checked ? checkEntry(*entry) : Result<void>();
        if (!checked)
            return std::unexpected(checked.error());
    }
    auto record = recordMark(git, paths, cancel);
    if (!record)
        return record;
    if (const auto staged = stagePaths(git, *std::move(held), paths, cancel); !staged) {
        (void)dropUndoRecord(git, *record, {});
        return std::unexpected(staged.error());
    }
    return record;
}

Result<std::optional<UndoRecord>> stageResolved(const Program &git, const QList<QByteArray> &paths,
                                                LineEnds ends, const CancelToken &cancel)
{
    auto held = IndexLock::take(git, cancel);
    auto open =
        held ? readConflictPaths(git.location()) : Result<QList<QByteArray>>(std::unexpected(held.error()));
    if (!open)
        return std::unexpected(open.error());
    const PathSet wanted(paths);
    open->removeIf([&](const QByteArray &path) { return !wanted.contains(path); });
    std::optional<UndoRecord> marked;
    if (!open->isEmpty()) {
        if (const auto checked = checkResolved(git.location(), *open); !checked)
            return std::unexpected(checked.error());
        auto record = recordMark(git, *open, cancel);
        if (!record)
            return std::unexpected(record.error());
        marked = *std::move(record);
    }
    if (const auto staged = stagePaths(git, *std::move(held), paths, cancel, ends); !staged) {
        if (marked)
            (void)dropUndoRecord(git, *marked, {});
        return std::unexpected(staged.error());
    }
    return marked;
}

Result<UndoRecord> joinResolution(const Program &git, const UndoRecord &written, const UndoRecord &marked)
{
    auto content = readUndoContent(git.location(), written.commit);
    if (!content)
        return std::unexpected(content.error());
    content->action = UndoAction::MarkResolved;
    auto joined = replaceUndoRecord(git, written, *content, {});
    if (joined)
        (void)dropUndoRecord(git, marked, {});
    return joined;
}

} // namespace Git
