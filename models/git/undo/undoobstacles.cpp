// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/undoobstacles.h"

#include "base/text.h"
#include "git/refname.h"
#include "git/repository.h"
#include "git/sequence/operation.h"
#include "git/text.h"
#include "git/undo/headmove.h"

namespace Git {

namespace {

QString shortRef(const QByteArray &name)
{
    for (const QByteArray &folder : {kBranches, kRemotes, kTags}) {
        if (name.startsWith(folder))
            return displayPath(name.sliced(folder.size()));
    }
    return displayPath(name);
}

class Obstacles
{
public:
    Obstacles(const RepoLocation &where, git_repository *repository)
        : m_where(where)
        , m_repository(repository)
        , m_head(idOf("HEAD"))
    {
        git_reference *raw = nullptr;
        if (git_reference_lookup(&raw, repository, "HEAD") == 0) {
            const ReferenceHandle head(raw);
            m_branch = git_reference_symbolic_target(raw);
        }
        const auto state = readOperation(where, {});
        m_isInProgress = !state || (state->kind != Operation::None && state->kind != Operation::Bisect);
        m_applied = state ? state->commit : ObjectId();
    }

    QString of(const UndoContent &content) const
    {
        if (settlesConflict(content.action))
            return content.commit == m_head && content.operation == m_applied
                       ? QString()
                       : Text::tr("what was in progress is over");
        if (content.refs.isEmpty() || content.action == UndoAction::DropStash)
            return {};
        if (content.action == UndoAction::LeaveCommits)
            return ofLeaving(content);
        return ofMove(content);
    }

private:
    QString ofLeaving(const UndoContent &content) const
    {
        const MovedRef &ref = content.refs.first();
        const bool isBack = m_branch.isEmpty() && m_head == ref.before;
        const bool isKnown = !content.head.isEmpty() || !ref.after.isNull();
        const bool isThere = m_branch == content.head && (!m_branch.isEmpty() || m_head == ref.after);
        return isKnown && !isThere && !isBack ? Text::tr("HEAD is elsewhere by now") : QString();
    }

    QString ofMove(const UndoContent &content) const
    {
        const MovedRef &ref = content.refs.first();
        const bool isMove = movesHead(content.action);
        if (isMove && m_isInProgress)
            return Text::tr("another operation is in progress");
        if ((isMove || !content.head.isEmpty() || ref.name == "HEAD") && m_branch != content.head)
            return content.head.isEmpty()
                       ? Text::tr("HEAD is on a branch by now")
                       //: %1: a branch
                       : Text::tr("%1 is not checked out any more").arg(shortRef(content.head));
        const ObjectId present = idOf(ref.name);
        if (present == ref.before)
            //: %1: a branch
            return isMove ? Text::tr("%1 is where it was before").arg(shortRef(ref.name)) : QString();
        const bool isOpen = isMove && ref.after.isNull();
        if (present != (isOpen ? findMoveEnd(m_where, content, present) : ref.after))
            //: %1: a branch
            return Text::tr("%1 has moved on since").arg(shortRef(ref.name));
        const bool isCommit = content.action == UndoAction::Commit || content.action == UndoAction::Amend;
        const QByteArray publisher = isCommit ? findPublisher(present) : QByteArray();
        return publisher.isEmpty() ? QString()
                                   //: %1: a remote branch
                                   : Text::tr("%1 has the commit already").arg(shortRef(publisher));
    }

    /// A branch at a remote that has the commit of HEAD's branch; empty: none of its name, and not what it
    /// follows.
    QByteArray findPublisher(const ObjectId &commit) const
    {
        QList<QByteArray> candidates;
        Buffer upstream;
        if (git_branch_upstream_name(&upstream, m_repository, m_branch.constData()) == 0)
            candidates += upstream.bytes();
        git_strarray remotes = {};
        if (m_branch.startsWith(kBranches) && git_remote_list(&remotes, m_repository) == 0) {
            for (size_t at = 0; at < remotes.count; ++at)
                candidates += kRemotes + remotes.strings[at] + '/' + m_branch.sliced(kBranches.size());
            git_strarray_dispose(&remotes);
        }
        const auto wanted = toOid(commit);
        for (const QByteArray &name : std::as_const(candidates)) {
            const auto tip = toOid(idOf(name));
            if (wanted && tip && name.startsWith(kRemotes) &&
                (git_oid_equal(&*tip, &*wanted) != 0 ||
                 git_graph_descendant_of(m_repository, &*tip, &*wanted) == 1))
                return name;
        }
        return {};
    }

    ObjectId idOf(const QByteArray &name) const
    {
        git_oid id;
        return git_reference_name_to_id(&id, m_repository, name.constData()) == 0 ? toId(&id) : ObjectId();
    }

    const RepoLocation &m_where;
    git_repository *m_repository;
    ObjectId m_head, m_applied;
    QByteArray m_branch; ///< full name of HEAD's; empty: it is on none
    bool m_isInProgress = false;
};

} // namespace

QStringList findObstacles(const RepoLocation &where, const QList<ListedUndo> &records)
{
    const auto repository = records.isEmpty() ? Result<RepositoryHandle>() : openHandle(where);
    QStringList found(records.size());
    if (!repository || !*repository)
        return found;
    const Obstacles obstacles(where, repository->get());
    for (qsizetype at = 0; at < records.size(); ++at)
        found[at] = obstacles.of(records[at].content);
    return found;
}

} // namespace Git
