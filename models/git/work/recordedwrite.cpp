// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/recordedwrite.h"

#include "base/text.h"
#include "git/text.h"
#include "git/work/indexlock.h"

namespace Git {

namespace {

std::unexpected<Error> failChanging(const QByteArray &path)
{
    return fail(
        ErrorKind::Conflict,
        Text::tr("%1 is being changed by another program, so it is left as it is.").arg(displayPath(path)));
}

} // namespace

Result<void> checkUnchanged(const WorkTree &tree, const QList<Discarded> &files)
{
    for (const Discarded &entry : files) {
        const auto info = tree.status(entry.path);
        if (!info)
            return std::unexpected(info.error());
        const qint64 size = *info ? (*info)->st_size : 0;
        const qint64 changed = *info ? modifiedAt(**info) : 0;
        if (size != entry.before.size || changed != entry.before.changed)
            return failChanging(entry.path);
    }
    return {};
}

std::unexpected<Error> failAfterRecord(Error error, const UndoRecord &record)
{
    //: %1: name of a Git ref
    error.hint = Text::tr("What was there is kept in %1.").arg(displayText(record.ref));
    return std::unexpected(std::move(error));
}

Result<UndoRecord> writeRecorded(const Program &git, UndoContent what, const QList<NewContent> &files,
                                 const CancelToken &cancel)
{
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    QList<QByteArray> paths;
    for (const NewContent &file : files)
        paths += file.path;
    const auto states = readFileStates(git, *tree, paths, Storing::Objects, cancel);
    if (!states)
        return std::unexpected(states.error());
    for (qsizetype at = 0; at < files.size(); ++at) {
        const FileState &before = states->at(at);
        const NewContent &file = files[at];
        if (file.expected && (file.expected->isNull() ? before.mode != 0 : before.id != *file.expected))
            return failChanging(file.path);
        const auto id = hashContent(git, file.content, Storing::IdsOnly, cancel);
        if (!id)
            return std::unexpected(id.error());
        what.files.append({.path = file.path,
                           .before = before,
                           .aftermath = Aftermath::Content,
                           .mode = before.mode != 0 ? before.mode : file.modeOfNew,
                           .id = *id});
    }
    auto record = writeUndoRecord(git, what, cancel);
    if (!record)
        return record;
    const auto held = IndexLock::take(git, {}); // so that none of us stages the file meanwhile
    const auto checked = held ? checkUnchanged(*tree, what.files) : std::unexpected(held.error());
    if (!checked)
        return failAfterRecord(checked.error(), *record);
    for (qsizetype at = 0; at < files.size(); ++at) {
        if (const auto written = tree->write(files[at].path, files[at].content, what.files[at].mode);
            !written)
            return failAfterRecord(written.error(), *record);
    }
    return record;
}

} // namespace Git
