// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo.h"

#include "base/text.h"
#include "git/commitactions.h"
#include "git/keptindex.h"
#include "git/keptoperation.h"
#include "git/stash/stashstore.h"
#include "git/text.h"
#include "git/undofiles.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// The id that a ref is at; null when there is none.
Result<ObjectId> readRefId(const Program &git, const QByteArray &name)
{
    // The name goes by input: it may be any bytes.
    const auto result = git.run({.arguments = {u"cat-file"_s, u"--batch-check=%(objectname)"_s},
                                 .input = name + '\n',
                                 .kind = Program::Kind::Read},
                                {});
    if (!result)
        return std::unexpected(result.error());
    return ObjectId::fromHex(result->output.trimmed()).value_or(ObjectId());
}

Result<QByteArray> readHeadBranch(const Program &git)
{
    const auto result = git.run({.arguments = {u"symbolic-ref"_s, u"--quiet"_s, u"HEAD"_s},
                                 .kind = Program::Kind::Read,
                                 .goodExits = {0, 1}},
                                {});
    return result ? Result<QByteArray>(result->output.trimmed()) : std::unexpected(result.error());
}

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
        } else if (m_content.files.isEmpty()) {
            return fail(ErrorKind::Invalid, Text::tr("There are no files to bring back."));
        }
        return findFiles(cancel);
    }

    Result<UndoEnd> carryOut()
    {
        if (bringsIndexBack()) {
            const bool isMixed = m_content.action == UndoAction::MixedReset;
            auto done = bringIndexBack(m_git, m_content.index, m_content.refs.first().after,
                                       isMixed ? WorkTreeToo::No : WorkTreeToo::Yes);
            if (done)
                done = findFiles({}); // it takes files along
            if (!done)
                return failWithRest(done.error());
        }
        if (const auto done = bringFilesBack(m_git.location(), m_toBringBack); !done)
            return std::unexpected(done.error());
        if (m_isWhole) {
            if (const auto done = bringRestBack(); !done)
                return std::unexpected(done.error());
        }
        if (m_isWhole ? m_content.action == UndoAction::LeaveStep : !m_content.refs.isEmpty())
            return UndoEnd::Part;
        const auto dropped = dropUndoRecord(m_git, m_record, {});
        return dropped ? Result<UndoEnd>(UndoEnd::Whole) : std::unexpected(dropped.error());
    }

private:
    bool bringsIndexBack() const
    {
        return m_isWhole && !m_content.index.isNull() && !m_content.refs.isEmpty();
    }

    Result<void> findFiles(const CancelToken &cancel)
    {
        auto files = findToBringBack(m_git, m_content.files, m_content.index, cancel);
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
        }
        if (!m_content.operation.isNull()) {
            if (const auto done = bringOperationBack(m_git.location(), m_content.operation); !done)
                return done;
        }
        return moveRefs();
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
    QList<MovedRef> m_toMove;
};

// Git looks at what stands in the way, and what is left by going back is recorded in its turn.
Result<UndoEnd> goBack(const Program &git, const UndoRecord &record, const ObjectId &commit,
                       const CancelToken &cancel)
{
    const auto back = checkoutCommit(git, commit, cancel);
    const auto dropped = back ? dropUndoRecord(git, record, {}) : Result<void>(std::unexpected(back.error()));
    return dropped ? Result<UndoEnd>(UndoEnd::Whole) : std::unexpected(dropped.error());
}

} // namespace

Result<UndoEnd> undo(const Program &git, const UndoRecord &record, UndoExtent extent,
                     const CancelToken &cancel)
{
    auto content = readUndoContent(git.location(), record.commit);
    if (!content)
        return std::unexpected(content.error());
    if (const auto checked = checkWorkTree(git.location(), *content); !checked)
        return std::unexpected(checked.error());
    if (content->action == UndoAction::DropStash)
        return undoStashDrop(git, record, *content, cancel);
    if (content->action == UndoAction::LeaveCommits)
        return goBack(git, record, content->refs.first().before, cancel);
    Undoing undoing(git, record, *std::move(content), extent);
    if (const auto checked = undoing.check(cancel); !checked)
        return std::unexpected(checked.error());
    return undoing.carryOut();
}

} // namespace Git
