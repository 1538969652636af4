// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/undomove.h"

#include "base/text.h"
#include "git/actionfailure.h"
#include "git/commitactions.h"
#include "git/refname.h"
#include "git/sequence/sequenceend.h"
#include "git/text.h"
#include "git/undo/headmove.h"
#include "git/undo/undorefs.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// What can be had when nothing is undone.
std::unexpected<Error> failGoingBack(const UndoRecord &record, const ObjectId &before,
                                     const QString &sentence)
{
    return fail(ErrorKind::Conflict, sentence, {},
                //: %1: the short id of a commit
                Text::tr("A branch made at %1 has the commits that were left.").arg(before.abbreviated()) +
                    u' ' +
                    //: %1: name of a Git ref
                    Text::tr("What was there is kept in %1.").arg(displayText(record.ref)));
}

QString shownRef(const QByteArray &name)
{
    return displayPath(name.startsWith(kBranches) ? name.sliced(kBranches.size()) : name);
}

bool leavesIndex(UndoAction action)
{
    return action == UndoAction::Amend || action == UndoAction::Commit;
}

/// Goes back over one record.
class MoveBack
{
public:
    MoveBack(const Program &git, const UndoRecord &record, const UndoContent &content)
        : m_git(git)
        , m_record(record)
        , m_content(content)
        , m_ref(content.refs.first())
    {}

    Result<UndoEnd> run(const CancelToken &cancel)
    {
        Result<void> done = checkNothingInProgress(m_git);
        if (done)
            done = findPlace();
        if (done && !m_isBack)
            done = leavesIndex(m_content.action) ? moveRef() : moveTree(cancel);
        if (done)
            done = dropUndoRecord(m_git, m_record, {});
        return done ? Result<UndoEnd>(UndoEnd::Whole) : std::unexpected(done.error());
    }

private:
    Result<void> findPlace()
    {
        const auto branch = readHeadBranch(m_git);
        const auto present = branch ? readRefId(m_git, m_ref.name) : std::unexpected(branch.error());
        if (!present)
            return std::unexpected(present.error());
        if (*branch != m_content.head)
            return failGoingBack(m_record, m_ref.before,
                                 m_content.head.isEmpty()
                                     ? Text::tr("HEAD is on a branch by now, so nothing was undone.")
                                     //: %1: a branch
                                     : Text::tr("%1 is not checked out any more, so nothing was undone.")
                                           .arg(shownRef(m_content.head)));
        m_isBack = *present == m_ref.before;
        if (m_isBack)
            return {};
        m_after = m_ref.after.isNull() ? findMoveEnd(m_git.location(), m_content, *present) : m_ref.after;
        if (*present == m_after)
            return {};
        return failGoingBack(
            m_record, m_ref.before,
            m_after.isNull()
                //: %1: a branch
                ? Text::tr("How it ended is not known, and %1 is elsewhere now, so nothing was "
                           "undone.")
                      .arg(shownRef(m_ref.name))
                //: %1: a branch
                : Text::tr("%1 has moved on since, so nothing was undone.").arg(shownRef(m_ref.name)));
    }

    // What was committed stays staged, as it was before.
    Result<void> moveRef() const
    {
        const QByteArray option = m_ref.name == "HEAD" ? "option no-deref\n"_ba : QByteArray();
        const auto moved =
            m_git.run({.arguments = {u"update-ref"_s, u"-m"_s, u"plumbline: undo"_s, u"--stdin"_s},
                       .input = option + "update " + m_ref.name + ' ' + m_ref.before.toHex() + ' ' +
                                m_after.toHex() + '\n'},
                      {});
        return moved ? Result<void>() : std::unexpected(moved.error());
    }

    // As a switch of branches: Git carries changes along, or says which ones stand in the way.
    Result<void> moveTree(const CancelToken &cancel) const
    {
        QStringList arguments{u"switch"_s, u"--quiet"_s, u"--no-overwrite-ignore"_s};
        if (m_content.head.isEmpty()) {
            arguments << u"--detach"_s;
        } else {
            const QByteArray name = m_content.head.sliced(kBranches.size());
            if (const QString problem = refNameProblem(name); !problem.isEmpty())
                return fail(ErrorKind::Invalid, problem, displayPath(m_content.head));
            arguments << u"--no-track"_s << u"--force-create"_s << QFile::decodeName(name);
        }
        const auto moved = m_git.run({.arguments = arguments << m_ref.before.text(),
                                      .timeout = {},
                                      .kind = Program::Kind::Hooks,
                                      .runsToEnd = true,
                                      .beforeStart = [this] { return checkHeadIs(m_git, m_after); }},
                                     cancel);
        if (moved)
            return {};
        // Git sets the branch when all files are written; only its hook comes after that.
        const auto present = readRefId(m_git, m_ref.name);
        if (present && *present == m_ref.before)
            return {};
        return failAction(moved.error(), Text::tr("Nothing was undone."));
    }

    const Program &m_git;
    const UndoRecord &m_record;
    const UndoContent &m_content;
    const MovedRef &m_ref;
    ObjectId m_after;
    bool m_isBack = false; ///< an undo that was cut short got this far, or it was aborted
};

} // namespace

Result<UndoEnd> undoMove(const Program &git, const UndoRecord &record, const UndoContent &content,
                         const CancelToken &cancel)
{
    return MoveBack(git, record, content).run(cancel);
}

Result<UndoEnd> undoLeaving(const Program &git, const UndoRecord &record, const UndoContent &content,
                            const CancelToken &cancel)
{
    const MovedRef &ref = content.refs.first();
    const auto branch = readHeadBranch(git);
    const auto head = branch ? readHeadCommit(git) : std::unexpected(branch.error());
    if (!head)
        return std::unexpected(head.error());
    const bool isBack = branch->isEmpty() && *head == ref.before;
    const bool isKnown = !content.head.isEmpty() || !ref.after.isNull(); // older records say nothing
    const bool isThere = *branch == content.head && (!branch->isEmpty() || *head == ref.after);
    if (isKnown && !isThere && !isBack)
        return failGoingBack(record, ref.before,
                             Text::tr("HEAD is elsewhere by now, so nothing was undone."));
    const auto back = isBack ? Result<CheckoutEnd>() : checkoutCommit(git, ref.before, cancel);
    const auto dropped = back ? dropUndoRecord(git, record, {}) : Result<void>(std::unexpected(back.error()));
    return dropped ? Result<UndoEnd>(UndoEnd::Whole) : std::unexpected(dropped.error());
}

} // namespace Git
