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

std::unexpected<Error> failNotStaged(Error error, const UndoRecord &replaced)
{
    //: %1: name of a Git ref
    error.hint = Text::tr("What was there is kept in %1.").arg(displayText(replaced.ref));
    return std::unexpected(std::move(error));
}

/// Of a submodule: nothing in the work tree changes.
template<class Set> Result<UndoRecord> setPointer(const Program &git, const QByteArray &path,
                                                  UndoAction action, Set set, const CancelToken &cancel)
{
    const auto content = keepConflict(git, action, {path}, cancel);
    auto record = content ? writeUndoRecord(git, *content, cancel) : std::unexpected(content.error());
    const Result<void> done = record ? set() : std::unexpected(record.error());
    return done ? record : std::unexpected(done.error());
}

// The index is set only after the file: a conflict that is cut short stays one.
Result<UndoRecord> settle(const Program &git, const ConflictEntry &entry, const ConflictStage &stage,
                          UndoAction action, const CancelToken &cancel)
{
    if (entry.isSubmodule)
        return setPointer(git, entry.path, action, [&] { return setStaged(git, entry.path, stage); }, cancel);
    const auto content = replacementOf(git, entry.path, stage, cancel);
    const auto file =
        content ? ConflictFile::open(git, entry.path, action, cancel) : std::unexpected(content.error());
    if (!file)
        return std::unexpected(file.error());
    auto replaced = file->replace(*content, cancel);
    if (!replaced)
        return replaced;
    if (const auto done = setStaged(git, entry.path, stage); !done)
        return failNotStaged(done.error(), *replaced);
    return replaced;
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

Result<void> writeMarkers(const Program &git, const QByteArray &path)
{
    const auto result = git.run({.arguments = {u"checkout"_s, u"--quiet"_s, u"--merge"_s,
                                               u"--pathspec-from-file=-"_s, u"--pathspec-file-nul"_s},
                                 .input = path,
                                 .timeout = {}},
                                {});
    return result ? Result<void>() : std::unexpected(result.error());
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

} // namespace

Result<UndoRecord> takeSide(const Program &git, const QByteArray &path, Side side, const CancelToken &cancel)
{
    const auto entry = readConflict(git.location(), path);
    if (!entry)
        return std::unexpected(entry.error());
    const ConflictStage &stage = stageOf(*entry, side);
    if (entry->isSubmodule && stage.isThere() && stage.mode != kSubmoduleMode)
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 is a submodule on one side and a file on the other.").arg(displayPath(path)),
                    {}, Text::tr("Remove the submodule first, or keep it."));
    return settle(git, *entry, stage, UndoAction::TakeSide, cancel);
}

Result<UndoRecord> takeBoth(const Program &git, const QByteArray &path, const CancelToken &cancel)
{
    const auto entry = readConflict(git.location(), path);
    if (!entry)
        return std::unexpected(entry.error());
    if (!isRegular(entry->ours) || !isRegular(entry->theirs) || entry->isBinary || entry->isPointer)
        return fail(ErrorKind::Invalid, Text::tr("%1 is not text on both sides.").arg(displayPath(path)), {},
                    Text::tr("Choose one of its sides."));
    const auto merged = unite(git, *entry, cancel);
    if (!merged)
        return std::unexpected(merged.error());
    const auto id = hashContent(git, *merged, Storing::Objects, cancel);
    if (!id)
        return std::unexpected(id.error());
    return settle(git, *entry, {*id, entry->ours.mode}, UndoAction::TakeBoth, cancel);
}

Result<UndoRecord> writeMerged(const Program &git, const QByteArray &path, const QByteArray &content,
                               const QByteArray &expected, const CancelToken &cancel)
{
    if (const auto entry = readConflict(git.location(), path); !entry)
        return std::unexpected(entry.error());
    const auto file = ConflictFile::open(git, path, UndoAction::WriteMerged, cancel);
    if (!file)
        return std::unexpected(file.error());
    if (file->mode() == kLinkMode)
        return fail(ErrorKind::Invalid, Text::tr("%1 is a link.").arg(displayPath(path)));
    const auto present = readWorkFile(git.location(), path, kLargestSide);
    if (!present || *present != expected)
        return fail(
            ErrorKind::Conflict,
            Text::tr("%1 was changed by another program, so nothing was written.").arg(displayPath(path)), {},
            Text::tr("Load it again, or start over."));
    return file->replace({file->mode(), content}, cancel);
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
    if (const auto staged = stagePaths(git, paths, cancel); !staged) {
        (void)dropUndoRecord(git, *record, {});
        return std::unexpected(staged.error());
    }
    return record;
}

Result<std::optional<UndoRecord>> stageResolved(const Program &git, const QList<QByteArray> &paths,
                                                LineEnds ends, const CancelToken &cancel)
{
    auto open = readConflictPaths(git.location());
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
    if (const auto staged = stagePaths(git, paths, cancel, ends); !staged) {
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

Result<UndoRecord> unresolve(const Program &git, const QByteArray &path, const CancelToken &cancel)
{
    const auto entry = readUnresolvable(git.location(), path);
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->isSubmodule)
        return setPointer(
            git, path, UndoAction::MakeConflict, [&] { return setConflict(git, *entry); }, cancel);
    const auto file = ConflictFile::open(git, path, UndoAction::MakeConflict, cancel);
    if (!file)
        return std::unexpected(file.error());
    if (isRegular(entry->ours) && isRegular(entry->theirs)) {
        return file->replace(
            [&]() -> Result<void> {
                const auto set = setConflict(git, *entry);
                return set ? writeMarkers(git, path) : set;
            },
            cancel);
    }
    // As git leaves it: the side that is there, ours first.
    const auto content =
        replacementOf(git, path, entry->ours.isThere() ? entry->ours : entry->theirs, cancel);
    if (!content)
        return std::unexpected(content.error());
    auto replaced = file->replace(*content, cancel);
    if (!replaced)
        return replaced;
    if (const auto set = setConflict(git, *entry); !set)
        return failNotStaged(set.error(), *replaced);
    return replaced;
}

} // namespace Git
