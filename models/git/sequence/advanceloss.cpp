// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/advanceloss.h"

#include "git/keptoperation.h"
#include "git/leftcommits.h"
#include "git/locate.h"
#include "git/log.h"
#include "git/refname.h"
#include "git/resetloss.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

std::unexpected<Error> failMeanwhile(const QString &sentence)
{
    return fail(ErrorKind::Conflict, sentence, {}, Text::tr("Look at the repository and try again."));
}

/// Where `git am --abort` goes back to: not over commits that somebody made meanwhile.
ObjectId mailboxStart(const RepoLocation &where, const ObjectId &head)
{
    const auto id = [&](const char *name) {
        return ObjectId::fromHex(readSmallFile(where.gitDir + name).trimmed()).value_or(ObjectId());
    };
    const ObjectId start = id("/ORIG_HEAD");
    return start.isNull() || id("/rebase-apply/abort-safety") != head ? head : start;
}

/// The commit that git puts the work tree to; null: none.
ObjectId targetOf(const RepoLocation &where, const OperationState &state, Advance how, const ObjectId &head)
{
    if (how == Advance::Continue || how == Advance::Quit || state.kind == Operation::Bisect)
        return {};
    if (how == Advance::Abort && state.kind == Operation::ApplyMailbox)
        return mailboxStart(where, head);
    return how == Advance::Abort && !state.original.isNull() ? state.original : head;
}

} // namespace

Result<AdvanceLoss> AdvanceLoss::record(const Program &git, const OperationState &state, Advance how,
                                        const CancelToken &cancel)
{
    AdvanceLoss loss(git, state);
    if (const auto found = loss.find(how, cancel); !found)
        return std::unexpected(found.error());
    const bool isWhole = loss.m_content.action == UndoAction::AbortOperation;
    const bool hasContent = !loss.m_content.files.isEmpty() || loss.m_hasStaged;
    if (loss.m_target.isNull() || (!hasContent && (!isWhole || loss.m_head == loss.m_target)))
        return loss;
    auto record = writeUndoRecord(git, loss.m_content, cancel);
    if (!record)
        return std::unexpected(record.error());
    loss.m_record = *std::move(record);
    return loss;
}

Result<void> AdvanceLoss::find(Advance how, const CancelToken &cancel)
{
    const auto head = readHeadCommit(*m_git);
    if (!head)
        return std::unexpected(head.error());
    m_head = *head;
    m_target = targetOf(m_git->location(), m_state, how, m_head);
    if (how == Advance::Abort && m_target != m_head) {
        const QByteArray branch = m_state.branch.startsWith(kBranches) ? m_state.branch : QByteArray();
        auto left = recordLeftCommits(*m_git, m_target, branch, cancel);
        if (!left)
            return std::unexpected(left.error());
        m_left = *std::move(left);
    }
    if (m_target.isNull())
        return {};
    auto files = findResetLoss(*m_git, m_target, Storing::Objects, cancel);
    if (!files)
        return std::unexpected(files.error());
    m_content.files = *std::move(files);
    describe(how);
    return keepStaged(cancel);
}

void AdvanceLoss::describe(Advance how)
{
    const bool isKept = m_state.kind == Operation::Merge || m_state.kind == Operation::CherryPick ||
                        m_state.kind == Operation::Revert || m_state.kind == Operation::ApplyMailbox;
    const QByteArray &branch = m_state.branch;
    if (how != Advance::Abort || !isKept || !(branch.isEmpty() || branch.startsWith(kBranches))) {
        m_content.action = UndoAction::LeaveStep;
        return;
    }
    m_content.action = UndoAction::AbortOperation;
    m_content.head = branch;
    m_content.refs = {{branch.isEmpty() ? "HEAD"_ba : branch, m_head, m_target}};
}

Result<void> AdvanceLoss::keepStaged(const CancelToken &cancel)
{
    auto index = readKeptIndex(*m_git, cancel);
    const auto kept = index ? keepIndex(*m_git, *index, cancel) : std::unexpected(index.error());
    const auto head = kept ? readCommit(m_git->location(), m_head) : std::unexpected(kept.error());
    if (!head)
        return std::unexpected(head.error());
    m_index = *std::move(index);
    m_hasStaged = !m_index.isPlain() || m_index.tree != head->commit.tree;
    m_content.index = *kept;
    if (m_content.action != UndoAction::AbortOperation)
        return {};
    const auto operation = keepOperation(*m_git, cancel);
    if (!operation)
        return std::unexpected(operation.error());
    m_content.operation = *operation;
    return {};
}

Result<void> AdvanceLoss::checkSame()
{
    const auto state = readOperation(m_git->location(), {});
    if (!state)
        return std::unexpected(state.error());
    if (*state != m_state)
        return failMeanwhile(Text::tr("Another program goes on with the operation in progress."));
    if (!m_target.isNull()) {
        const auto index = readKeptIndex(*m_git, {});
        if (!index)
            return std::unexpected(index.error());
        if (*index != m_index)
            return failMeanwhile(Text::tr("Another program is staging changes; nothing was done."));
        auto checked = checkHeadIs(*m_git, m_head);
        if (checked) // the files last: they are what others change at any moment
            checked = checkSameLoss(*m_git, m_target, m_content.files);
        if (!checked)
            return checked;
    }
    m_hasStarted = true;
    return {};
}

Result<bool> AdvanceLoss::areFilesThere() const
{
    QList<QByteArray> paths;
    for (const Discarded &entry : m_content.files)
        paths.append(entry.path);
    const auto tree = WorkTree::open(m_git->location());
    const auto states =
        tree ? readFileStates(*m_git, *tree, paths, Storing::IdsOnly, {}) : std::unexpected(tree.error());
    if (!states)
        return std::unexpected(states.error());
    return std::ranges::equal(*states, m_content.files, [](const FileState &state, const Discarded &entry) {
        return state.isSame(entry.before);
    });
}

// Git leaves changes alone that have nothing to do with the operation: of those there is nothing to undo.
bool AdvanceLoss::isAnythingLost() const
{
    const auto there = areFilesThere();
    const auto index = readKeptIndex(*m_git, {});
    const auto head = readHeadCommit(*m_git);
    if (!there || !index || !head)
        return true; // as far as anybody knows
    return !*there || (m_hasStaged && *index != m_index) || (!m_content.refs.isEmpty() && *head != m_head);
}

std::optional<UndoRecord> AdvanceLoss::keepWhatIsLost() const
{
    const bool isLost = m_record && m_hasStarted && isAnythingLost();
    if (m_record && !isLost)
        (void)dropUndoRecord(*m_git, *m_record, {});
    if (m_left) {
        const auto head = readHeadCommit(*m_git);
        if (!m_hasStarted || (head && *head == m_head))
            (void)dropUndoRecord(*m_git, *m_left, {});
        else if (!isLost)
            return m_left;
    }
    return isLost ? m_record : std::nullopt;
}

} // namespace Git
