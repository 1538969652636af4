// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/settledconflict.h"

#include "base/text.h"
#include "git/filemodes.h"
#include "git/keptindex.h"
#include "git/keptobjects.h"
#include "git/sequence/operation.h"
#include "git/sequence/sequenceend.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/undo/stagedloss.h"
#include "git/undo/undoend.h"
#include "git/undofiles.h"
#include "git/work/indexlock.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

quint32 modeOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Executable:
        return 0100755;
    case FileKind::Symlink:
        return kLinkMode;
    case FileKind::Submodule:
        return kSubmoduleMode;
    default:
        return 0100644;
    }
}

/// What the index has at some paths.
struct Staged
{
    QList<ConflictSide> sides; ///< stage 0: what is staged; by path and stage
    bool operator==(const Staged &) const = default;
};

Result<Staged> readStaged(const RepoLocation &where, const ObjectId &kept)
{
    const auto index = readKeptIndex(where, kept);
    const auto plain = index ? readTree(where, kept, {}) : std::unexpected(index.error());
    if (!plain)
        return std::unexpected(plain.error());
    Staged staged{index->sides};
    for (const TreeFile &file : *plain)
        staged.sides.append({0, modeOf(file.kind), file.id, file.path});
    std::ranges::sort(staged.sides, {},
                      [](const ConflictSide &side) { return std::pair(side.path, side.stage); });
    return staged;
}

QList<QByteArray> pathsOf(const UndoContent &content, const Staged &staged)
{
    QSet<QByteArray> paths;
    for (const Discarded &file : content.files)
        paths.insert(file.path);
    for (const ConflictSide &side : staged.sides)
        paths.insert(side.path);
    return paths.values();
}

std::unexpected<Error> failSettled(const UndoRecord &record, const QString &sentence)
{
    return fail(ErrorKind::Conflict, sentence, {},
                //: %1: name of a Git ref
                Text::tr("What was there is kept in %1.").arg(displayText(record.ref)));
}

/// Takes one record back.
class Unsettling
{
public:
    Unsettling(const Program &git, IndexLock held, const UndoRecord &record, const UndoContent &content,
               Staged staged)
        : m_git(git)
        , m_held(std::move(held))
        , m_record(record)
        , m_content(content)
        , m_staged(std::move(staged))
        , m_paths(pathsOf(content, m_staged))
    {}

    Result<void> check(const CancelToken &cancel)
    {
        const auto state = readOperation(m_git.location(), {});
        const auto head = state ? readHeadCommit(m_git) : std::unexpected(state.error());
        if (!head)
            return std::unexpected(head.error());
        if (*head != m_content.commit || state->commit != m_content.operation)
            return failSettled(m_record,
                               Text::tr("What was in progress then is over, so nothing was undone."));
        QList<Discarded> written;
        for (const Discarded &file : m_content.files) {
            const bool isGone = file.aftermath == Aftermath::Absent;
            if (isGone ? file.before.mode != 0 : !file.before.isSame({file.mode, file.id}))
                written.append(file);
        }
        auto files = findToBringBack(m_git, written, {}, cancel);
        const auto lost = files ? findStagedLoss(m_git.location(), m_paths, cancel)
                                : Result<QList<Discarded>>(std::unexpected(files.error()));
        if (!lost)
            return std::unexpected(lost.error());
        m_written = std::move(written);
        m_toBringBack = *std::move(files);
        m_isBack = isIndexBack().value_or(false);
        if (lost->isEmpty() || m_isBack)
            return {};
        return failSettled(m_record,
                           //: %1: a file's path
                           Text::tr("Something else was staged at %1 since, so nothing was brought back.")
                               .arg(displayText(lost->first().path)));
    }

    // The index last, as when it was settled.
    Result<UndoEnd> carryOut()
    {
        Result<void> done = bringFilesBack(m_git.location(), m_toBringBack);
        if (done && !m_isBack)
            done = setIndex();
        if (done)
            done = m_held.put();
        if (!done)
            return std::unexpected(done.error());
        return endUndo(m_git, m_record, [this]() -> Result<bool> {
            const auto isBack = isIndexBack();
            return isBack && *isBack ? areFilesBack(m_git.location(), m_written) : isBack;
        });
    }

private:
    Result<bool> isIndexBack() const
    {
        const auto present = keepIndexAt(m_git, m_paths, {});
        const auto staged =
            present ? readStaged(m_git.location(), *present) : std::unexpected(present.error());
        return staged ? Result<bool>(*staged == m_staged) : std::unexpected(staged.error());
    }

    // All stages of a path go first; git then remembers them.
    Result<void> setIndex()
    {
        QByteArray lines;
        for (const QByteArray &path : m_paths)
            lines += entryLine(0, ObjectId(), 0, path);
        for (const ConflictSide &side : m_staged.sides)
            lines += entryLine(side.mode, side.id, side.stage, side.path);
        const auto set =
            m_held.run({.arguments = {u"update-index"_s, u"-z"_s, u"--index-info"_s}, .input = lines}, {});
        return set ? Result<void>() : std::unexpected(set.error());
    }

    const Program &m_git;
    IndexLock m_held;
    const UndoRecord &m_record;
    const UndoContent &m_content;
    Staged m_staged;
    QList<QByteArray> m_paths;
    QList<Discarded> m_written; ///< files that got other content
    QList<ToBringBack> m_toBringBack;
    bool m_isBack = false; ///< an undo that was cut short got this far
};

} // namespace

Result<UndoContent> keepConflict(const Program &git, UndoAction action, const QList<QByteArray> &paths,
                                 const CancelToken &cancel)
{
    const auto index = keepIndexAt(git, paths, cancel);
    const auto state = index ? readOperation(git.location(), cancel) : std::unexpected(index.error());
    const auto head = state ? readHeadCommit(git) : std::unexpected(state.error());
    if (!head)
        return std::unexpected(head.error());
    return UndoContent{.action = action,
                       .name = paths.value(0),
                       .commit = *head,
                       .index = *index,
                       .operation = state->commit,
                       .files = {}};
}

Result<UndoRecord> recordMark(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel)
{
    auto content = keepConflict(git, UndoAction::MarkResolved, paths, cancel);
    const auto tree = content ? WorkTree::open(git.location()) : std::unexpected(content.error());
    if (!tree)
        return std::unexpected(tree.error());
    for (const QByteArray &path : paths) {
        // Of a submodule there is none.
        const auto state = readFileStates(git, *tree, {path}, Storing::Objects, cancel);
        if (!state && state.error().kind != ErrorKind::Invalid)
            return std::unexpected(state.error());
        if (!state)
            continue;
        const FileState &file = state->first();
        content->files.append({.path = path,
                               .before = file,
                               .aftermath = file.mode == 0 ? Aftermath::Absent : Aftermath::Content,
                               .mode = file.mode,
                               .id = file.id});
    }
    return writeUndoRecord(git, *content, cancel);
}

Result<UndoEnd> undoSettling(const Program &git, const UndoRecord &record, const UndoContent &content,
                             const CancelToken &cancel)
{
    auto staged = readStaged(git.location(), content.index);
    if (!staged)
        return std::unexpected(staged.error());
    auto held = IndexLock::take(git, cancel);
    if (!held)
        return std::unexpected(held.error());
    Unsettling unsettling(git, *std::move(held), record, content, *std::move(staged));
    const auto checked = unsettling.check(cancel);
    return checked ? unsettling.carryOut() : std::unexpected(checked.error());
}

} // namespace Git
