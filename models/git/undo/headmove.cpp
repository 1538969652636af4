// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/headmove.h"

#include "git/sequence/operation.h"
#include "git/sequence/reflog.h"
#include "git/sequence/sequenceend.h"
#include "git/text.h"
#include "git/undo/undorefs.h"

namespace Git {

namespace {

constexpr qsizetype kMostPicks = 10'000;

/// How git begins the line of the reflog.
QList<QByteArray> reflogWords(UndoAction action)
{
    switch (action) {
    case UndoAction::Merge:
        return {"merge", "commit (merge)"};
    case UndoAction::Rebase:
        return {"rebase"};
    case UndoAction::CherryPick:
        return {"cherry-pick", "commit (cherry-pick)"};
    case UndoAction::Revert:
        return {"revert", "commit: Revert "};
    case UndoAction::Commit:
        return {"commit: "};
    default:
        return {"commit (amend)"};
    }
}

bool isInProgress(const Program &git)
{
    const auto state = readOperation(git.location(), {});
    return !state || (state->kind != Operation::None && state->kind != Operation::Bisect);
}

/// Nothing: it was dropped, because the ref has not moved.
std::optional<UndoRecord> completeRecord(const Program &git, const UndoRecord &record, UndoContent content,
                                         const ObjectId &after)
{
    MovedRef &ref = content.refs.first();
    if (after == ref.before) {
        (void)dropUndoRecord(git, record, {});
        return std::nullopt;
    }
    ref.after = after;
    const auto completed = replaceUndoRecord(git, record, content, {});
    return completed ? *completed : record;
}

} // namespace

Result<HeadMove> HeadMove::record(const Program &git, UndoContent what, const CancelToken &cancel)
{
    HeadMove move(git);
    const auto head = readHeadCommit(git);
    const auto branch = head ? readHeadBranch(git) : std::unexpected(head.error());
    if (!branch)
        return std::unexpected(branch.error());
    move.m_head = *head;
    if (head->isNull())
        return move;
    move.m_content = std::move(what);
    move.m_content.head = *branch;
    move.m_content.refs = {{branch->isEmpty() ? QByteArray("HEAD") : *branch, *head, ObjectId()}};
    auto record = writeUndoRecord(git, move.m_content, cancel);
    if (!record)
        return std::unexpected(record.error());
    move.m_record = *std::move(record);
    return move;
}

Result<void> HeadMove::checkSame() const
{
    const auto branch = m_record ? readHeadBranch(*m_git) : Result<QByteArray>(m_content.head);
    if (!branch)
        return std::unexpected(branch.error());
    if (*branch == m_content.head)
        return checkHeadIs(*m_git, m_head);
    return fail(ErrorKind::Conflict, Text::tr("Another branch was checked out meanwhile; nothing was done."),
                {}, Text::tr("Look at the repository and try again."));
}

std::optional<UndoRecord> HeadMove::complete() const
{
    if (!m_record || isInProgress(*m_git))
        return m_record;
    const auto present = readRefId(*m_git, m_content.refs.first().name);
    if (!present || present->isNull())
        return m_record;
    return completeRecord(*m_git, *m_record, m_content, *present);
}

ObjectId findMoveEnd(const RepoLocation &where, const UndoContent &content, const ObjectId &present)
{
    const MovedRef &ref = content.refs.first();
    // Of several picks there is a line for each.
    const qsizetype most = std::clamp<qsizetype>(content.commitCount, 1, kMostPicks);
    const auto entries = readReflog(where, ref.name, most, {});
    if (!entries)
        return {};
    ObjectId after = present;
    for (const ReflogEntry &entry : *entries) {
        const bool isMeant = std::ranges::any_of(reflogWords(content.action), [&](const QByteArray &words) {
            return entry.message.startsWith(words);
        });
        if (!isMeant || entry.after != after)
            return {};
        if (entry.before == ref.before)
            return present;
        after = entry.before;
    }
    return {};
}

void completeMoves(const Program &git)
{
    const auto listed = listUndo(git.location());
    if (!listed || isInProgress(git))
        return;
    for (const ListedUndo &entry : *listed) {
        if (!movesHead(entry.content.action) || !entry.content.refs.first().after.isNull())
            continue;
        const MovedRef &ref = entry.content.refs.first();
        const auto present = readRefId(git, ref.name);
        if (!present || present->isNull())
            continue;
        const ObjectId after =
            *present == ref.before ? *present : findMoveEnd(git.location(), entry.content, *present);
        if (!after.isNull())
            (void)completeRecord(git, entry.record, entry.content, after);
    }
}

} // namespace Git
