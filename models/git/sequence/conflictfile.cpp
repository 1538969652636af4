// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/conflictfile.h"

#include "base/text.h"
#include "git/filemodes.h"
#include "git/keptobjects.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/undo/settledconflict.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qsizetype kLargestFile = 2'000'000'000; // bytes

std::unexpected<Error> failWithRecord(Error error, const UndoRecord &record)
{
    if (error.hint.isEmpty())
        //: %1: name of a Git ref
        error.hint = Text::tr("What was there is kept in %1.").arg(displayText(record.ref));
    return std::unexpected(std::move(error));
}

Result<void> setIndex(const Program &git, const QByteArray &lines)
{
    const auto result = git.run(
        {.arguments = {u"update-index"_s, u"-z"_s, u"--index-info"_s}, .input = lines, .timeout = {}}, {});
    return result ? Result<void>() : std::unexpected(result.error());
}

// All stages go first; git then remembers them, so that the path can be made a conflict again.
QByteArray emptyLine(const QByteArray &path)
{
    return entryLine(0, ObjectId(), 0, path);
}

void removeEmptyFolders(const WorkTree &tree, const QByteArray &path)
{
    for (qsizetype end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
        tree.removeFolderIfEmpty(path.first(end));
}

} // namespace

Result<void> setStaged(const Program &git, const QByteArray &path, const ConflictStage &stage)
{
    return setIndex(git, emptyLine(path) +
                             (stage.isThere() ? entryLine(stage.mode, stage.id, 0, path) : QByteArray()));
}

Result<void> setConflict(const Program &git, const ConflictEntry &entry)
{
    QByteArray lines = emptyLine(entry.path);
    int number = 1;
    for (const ConflictStage *stage : {&entry.base, &entry.ours, &entry.theirs}) {
        if (stage->isThere())
            lines += entryLine(stage->mode, stage->id, number, entry.path);
        ++number;
    }
    return setIndex(git, lines);
}

Result<Replacement> replacementOf(const Program &git, const QByteArray &path, const ConflictStage &stage,
                                  const CancelToken &cancel)
{
    if (!stage.isThere())
        return Replacement();
    if (stage.mode == kLinkMode) {
        auto target = readBlob(git.location(), stage.id);
        return target ? Result<Replacement>(Replacement{stage.mode, *std::move(target)})
                      : std::unexpected(target.error());
    }
    // A path may be any bytes, so it goes by input. The answer: a line about the object, its content, LF.
    QByteArray answer;
    bool isTooLarge = false;
    const auto collect = [&](OutputChannel channel, QByteArrayView piece) {
        isTooLarge = isTooLarge || answer.size() + piece.size() > kLargestFile;
        if (channel == OutputChannel::Output && !isTooLarge)
            answer += piece;
    };
    const auto result = git.run({.arguments = {u"cat-file"_s, u"--batch"_s, u"--filters"_s, u"-z"_s},
                                 .input = stage.id.toHex() + ' ' + path + '\0',
                                 .timeout = {},
                                 .onOutput = collect,
                                 .kind = Program::Kind::Read,
                                 .keepsOutput = false},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    if (isTooLarge)
        return fail(ErrorKind::Invalid, Text::tr("%1 is too large.").arg(displayPath(path)));
    const qsizetype start = answer.indexOf('\n') + 1;
    if (!answer.startsWith(QByteArray(stage.id.toHex() + " blob ")) || !answer.endsWith('\n') ||
        start == answer.size())
        return fail(ErrorKind::NotFound,
                    Text::tr("The content of %1 is not in this clone.").arg(displayPath(path)),
                    displayText(answer.first(std::min<qsizetype>(answer.size(), 200))));
    return Replacement{stage.mode, answer.sliced(start).chopped(1)};
}

Result<ConflictFile> ConflictFile::open(const Program &git, const QByteArray &path, UndoAction action,
                                        const CancelToken &cancel)
{
    auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    const auto states = readFileStates(git, *tree, {path}, Storing::Objects, cancel);
    auto what = states ? keepConflict(git, action, {path}, cancel) : std::unexpected(states.error());
    if (!what)
        return std::unexpected(what.error());
    return ConflictFile(git, *std::move(tree), path, states->first(), *std::move(what));
}

// Size and time are enough here: this only narrows the moment in which another program's write could be lost.
Result<void> ConflictFile::checkUnchanged() const
{
    const auto info = m_tree.status(m_path);
    if (!info)
        return std::unexpected(info.error());
    const qint64 size = *info ? (*info)->st_size : 0;
    const qint64 changed = *info ? (*info)->st_mtim.tv_sec * 1'000'000'000LL + (*info)->st_mtim.tv_nsec : 0;
    if (size == m_before.size && changed == m_before.changed)
        return {};
    return fail(
        ErrorKind::Conflict,
        Text::tr("%1 is being changed by another program; nothing was replaced.").arg(displayPath(m_path)));
}

Result<UndoRecord> ConflictFile::record(Aftermath aftermath, quint32 mode, const ObjectId &id,
                                        const CancelToken &cancel) const
{
    UndoContent content = m_what;
    content.files = {{.path = m_path, .before = m_before, .aftermath = aftermath, .mode = mode, .id = id}};
    return writeUndoRecord(m_git, content, cancel);
}

Result<UndoRecord> ConflictFile::replace(const Replacement &by, const CancelToken &cancel) const
{
    const auto id = by.mode == 0 ? Result<ObjectId>(ObjectId())
                                 : hashContent(m_git, by.content, Storing::IdsOnly, cancel);
    if (!id)
        return std::unexpected(id.error());
    auto made = record(by.mode == 0 ? Aftermath::Absent : Aftermath::Content, by.mode, *id, cancel);
    if (!made)
        return made;
    // From here on it is not cut in half by a cancel.
    if (const auto checked = checkUnchanged(); !checked)
        return failWithRecord(checked.error(), *made);
    const auto done = by.mode == 0 ? m_tree.remove(m_path) : m_tree.write(m_path, by.content, by.mode);
    if (!done)
        return failWithRecord(done.error(), *made);
    if (by.mode == 0)
        removeEmptyFolders(m_tree, m_path);
    return made;
}

Result<UndoRecord> ConflictFile::replace(const std::function<Result<void>()> &write,
                                         const CancelToken &cancel) const
{
    const auto made = record(Aftermath::Content, m_before.mode, m_before.id, cancel);
    if (!made)
        return made;
    if (const auto checked = checkUnchanged(); !checked)
        return failWithRecord(checked.error(), *made);
    if (const auto done = write(); !done)
        return failWithRecord(done.error(), *made);
    const auto states = readFileStates(m_git, m_tree, {m_path}, Storing::IdsOnly, {});
    if (!states)
        return failWithRecord(states.error(), *made);
    const FileState &after = states->first();
    const auto better =
        record(after.mode == 0 ? Aftermath::Absent : Aftermath::Content, after.mode, after.id, {});
    if (better)
        (void)dropUndoRecord(m_git, *made, {});
    return better ? better : made;
}

} // namespace Git
