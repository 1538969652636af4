// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo.h"

#include "base/text.h"
#include "git/keptindex.h"
#include "git/keptoperation.h"
#include "git/stash/stashstore.h"
#include "git/text.h"
#include "git/undo/branchsettings.h"
#include "git/undo/settledconflict.h"
#include "git/undo/stagedloss.h"
#include "git/undo/tagobjects.h"
#include "git/undo/undoend.h"
#include "git/undo/undomove.h"
#include "git/undo/undorefs.h"
#include "git/undofiles.h"
#include "git/work/excludelist.h"
#include "git/work/indexlock.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

class Undoing
{
public:
    Undoing(const Program &git, const UndoRecord &record, UndoContent content, UndoExtent extent)
        : m_git(git)
        , m_record(record)
        , m_content(std::move(content))
        , m_isWhole(extent == UndoExtent::Everything)
    {}

    Result<void> check(const CancelToken &cancel)
    {
        if (m_isWhole) {
            if (const auto checked = checkRefs(); !checked)
                return checked;
            if (const auto checked = bringsIndexBack() ? checkOperation(m_git.location(), m_content.operation)
                                                       : Result<void>();
                !checked)
                return checked;
        }
        return bringsIndexBack() ? findFiles(cancel) : Result<void>();
    }

    Result<UndoEnd> carryOut(const CancelToken &cancel)
    {
        if (bringsIndexBack()) {
            const bool isMixed = m_content.action == UndoAction::MixedReset;
            const auto done = bringIndexBack(m_git, m_content.index, m_content.refs.first().after,
                                             isMixed ? WorkTreeToo::No : WorkTreeToo::Yes);
            if (!done)
                return failWithRest(done.error());
        }
        if (const auto done = bringFiles(bringsIndexBack() ? CancelToken() : cancel); !done)
            return std::unexpected(done.error());
        if (m_isWhole) {
            if (const auto done = bringRestBack(); !done)
                return std::unexpected(done.error());
        }
        const bool isMore = !m_content.refs.isEmpty() || settlesConflict(m_content.action);
        if (m_isWhole ? m_content.action == UndoAction::LeaveStep : isMore)
            return UndoEnd::Part;
        return endUndo(m_git, m_record, [this] { return isAllThere(); });
    }

private:
    Result<bool> isAllThere() const
    {
        if (m_staged) {
            const auto staged = readKeptIndex(m_git, {});
            if (!staged)
                return std::unexpected(staged.error());
            if (*staged != *m_staged)
                return false;
        }
        return areFilesBack(m_git.location(), m_content.files);
    }

    bool bringsIndexBack() const
    {
        return m_isWhole && !m_content.index.isNull() && !m_content.refs.isEmpty();
    }

    // What is staged again takes files along. While the index is held nobody stages a file as it was found.
    Result<void> bringFiles(const CancelToken &cancel)
    {
        if (m_content.files.isEmpty())
            return {};
        const auto held = IndexLock::take(m_git, cancel);
        if (!held)
            return std::unexpected(held.error());
        const auto found = findFiles(cancel);
        return found ? bringFilesBack(m_git.location(), m_toBringBack) : found;
    }

    Result<void> findFiles(const CancelToken &cancel)
    {
        const ObjectId index = settlesConflict(m_content.action) ? ObjectId() : m_content.index;
        auto files = findToBringBack(m_git, m_content.files, index, cancel);
        if (!files)
            return failWithRest(files.error());
        m_toBringBack = *std::move(files);
        return {};
    }

    // Each ref is where it was left, or where an undo that was cut short has put it already.
    Result<void> checkRefs()
    {
        if (m_content.refs.isEmpty())
            return {};
        const bool isDetached = m_content.refs.first().name == "HEAD";
        if (isDetached || !m_content.head.isEmpty()) {
            const auto branch = readHeadBranch(m_git);
            if (!branch)
                return std::unexpected(branch.error());
            if (*branch != m_content.head)
                return failWithRest({ErrorKind::Conflict,
                                     isDetached
                                         ? Text::tr("HEAD is on a branch by now, so nothing was undone.")
                                         //: %1: a branch
                                         : Text::tr("%1 is not checked out any more, so nothing was undone.")
                                               .arg(displayPath(m_content.head)),
                                     {},
                                     {}});
        }
        for (const MovedRef &ref : std::as_const(m_content.refs)) {
            const auto present = readRefId(m_git, ref.name);
            if (!present)
                return std::unexpected(present.error());
            if (*present != ref.after && *present != ref.before)
                return failWithRest(
                    {ErrorKind::Conflict,
                     //: %1: a branch
                     Text::tr("%1 has moved on since, so nothing was undone.").arg(displayPath(ref.name)),
                     {},
                     {}});
            if (*present == ref.after && !(ref.after == ref.before))
                m_toMove.append(ref);
        }
        return {};
    }

    Result<void> bringRestBack()
    {
        if (bringsIndexBack()) {
            const auto kept = readKeptIndex(m_git.location(), m_content.index);
            const auto done =
                kept ? intendAgain(m_git, kept->intended) : Result<void>(std::unexpected(kept.error()));
            if (!done)
                return done;
            auto staged = readKeptIndex(m_git, {});
            if (!staged)
                return std::unexpected(staged.error());
            m_staged = *std::move(staged);
        }
        if (!m_content.operation.isNull()) {
            if (const auto done = bringOperationBack(m_git.location(), m_content.operation); !done)
                return done;
        }
        if (m_content.action == UndoAction::DeleteTag) {
            const auto done = bringTagObjectsBack(m_git, m_record.commit, m_content.refs.first().before);
            if (!done)
                return done;
        }
        const auto moved = moveRefs();
        return moved && m_content.action == UndoAction::DeleteBranch
                   ? restoreBranchSettings(m_git, m_content.refs.first().name, m_content.settings)
                   : moved;
    }

    Result<void> moveRefs()
    {
        QByteArray commands;
        for (const MovedRef &ref : std::as_const(m_toMove)) {
            if (ref.name == "HEAD")
                commands += "option no-deref\n";
            const QByteArray what = ref.name + ' ' + ref.before.toHex();
            commands += ref.after.isNull() ? QByteArray("create " + what)
                                           : QByteArray("update " + what + ' ' + ref.after.toHex());
            commands += '\n';
        }
        if (commands.isEmpty())
            return {};
        const auto result = m_git.run(
            {.arguments = {u"update-ref"_s, u"-m"_s, u"plumbline: undo"_s, u"--stdin"_s}, .input = commands},
            {});
        return result ? Result<void>() : std::unexpected(result.error());
    }

    // What can be had when not all of it can.
    std::unexpected<Error> failWithRest(Error error) const
    {
        QStringList ways;
        if (m_isWhole && !m_content.refs.isEmpty()) {
            if (!m_content.files.isEmpty())
                ways += Text::tr("The %n file(s) that were overwritten or removed can be brought back alone.",
                                 nullptr, static_cast<int>(m_content.files.size()));
            if (m_content.action != UndoAction::DeleteTag)
                //: %1: the short id of a commit
                ways += Text::tr("A branch made at %1 has the commits that were left.")
                            .arg(m_content.refs.first().before.abbreviated());
        }
        //: %1: name of a Git ref
        ways += Text::tr("What was there is kept in %1.").arg(displayText(m_record.ref));
        if (!error.hint.isEmpty())
            ways.prepend(error.hint);
        error.hint = ways.join(u' ');
        return std::unexpected(std::move(error));
    }

    const Program &m_git;
    const UndoRecord &m_record;
    UndoContent m_content;
    bool m_isWhole;
    QList<ToBringBack> m_toBringBack;
    std::optional<KeptIndex> m_staged; ///< when all was back
    QList<MovedRef> m_toMove;
};

// Another window may have been quicker.
Result<void> checkRecorded(const Program &git, const UndoRecord &record)
{
    const auto present = readRefId(git, record.ref);
    if (!present)
        return std::unexpected(present.error());
    if (*present == record.commit)
        return {};
    return fail(ErrorKind::NotFound, Text::tr("It was undone already, or its record was removed."));
}

} // namespace

Result<UndoEnd> undo(const Program &git, const UndoRecord &record, UndoExtent extent,
                     const CancelToken &cancel)
{
    auto content = readUndoContent(git.location(), record.commit);
    if (!content)
        return std::unexpected(content.error());
    auto checked = checkWorkTree(git.location(), *content);
    if (checked)
        checked = checkRecorded(git, record);
    if (!checked)
        return std::unexpected(checked.error());
    if (extent == UndoExtent::FilesOnly && content->files.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("There are no files to bring back."));
    if (content->action == UndoAction::DropStash)
        return undoStashDrop(git, record, *content, cancel);
    if (content->action == UndoAction::LeaveCommits)
        return undoLeaving(git, record, *content, cancel);
    if (content->action == UndoAction::ReplaceStaged)
        return undoStagedLoss(git, record, *content, cancel);
    if (content->action == UndoAction::IgnoreHere)
        return undoExclude(git, record, *content, cancel);
    if (settlesConflict(content->action) && extent == UndoExtent::Everything)
        return undoSettling(git, record, *content, cancel);
    if (movesHead(content->action))
        return undoMove(git, record, *content, cancel);
    Undoing undoing(git, record, *std::move(content), extent);
    checked = undoing.check(cancel);
    return checked ? undoing.carryOut(cancel) : std::unexpected(checked.error());
}

} // namespace Git
