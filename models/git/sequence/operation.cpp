// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/operation.h"

#include "base/text.h"
#include "git/locate.h"
#include "git/log.h"
#include "git/text.h"
#include "git/tree.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qint64 kLargestState = 4 * 1024 * 1024; // bytes: a list of some 50,000 steps

/// The files that git keeps about an operation. The first one that is not as git writes it is the problem.
class StateFiles
{
public:
    explicit StateFiles(const RepoLocation &where)
        : m_gitDir{.gitDir = where.gitDir, .commonDir = where.commonDir, .workTree = where.gitDir}
    {}

    /// Nothing when there is none.
    std::optional<QByteArray> text(const QByteArray &name)
    {
        auto content = readWorkFile(m_gitDir, name, kLargestState);
        if (content)
            return *std::move(content);
        if (content.error().kind != ErrorKind::NotFound)
            refuse(name, content.error());
        return std::nullopt;
    }

    bool has(const QByteArray &name) { return text(name).has_value(); }

    QByteArray line(const QByteArray &name)
    {
        const QByteArray content = text(name).value_or(QByteArray());
        return content.first(content.indexOf('\n') < 0 ? content.size() : content.indexOf('\n')).trimmed();
    }

    ObjectId id(const QByteArray &name)
    {
        const QByteArray first = line(name);
        const auto found = ObjectId::fromHex(first);
        if (!found && !first.isEmpty())
            refuse(name, {ErrorKind::Invalid,
                          {},
                          displayText(first.first(std::min<qsizetype>(first.size(), 200))),
                          {}});
        return found.value_or(ObjectId());
    }

    qsizetype number(const QByteArray &name)
    {
        const QByteArray first = line(name);
        bool isNumber = true;
        const int found = first.isEmpty() ? 0 : first.toInt(&isNumber);
        if (!isNumber || found < 0)
            refuse(name, {ErrorKind::Invalid,
                          {},
                          displayText(first.first(std::min<qsizetype>(first.size(), 200))),
                          {}});
        return isNumber && found > 0 ? found : 0;
    }

    QList<QByteArray> steps(const QByteArray &name)
    {
        QList<QByteArray> lines;
        for (const QByteArray &line : text(name).value_or(QByteArray()).split('\n')) {
            const QByteArray step = line.trimmed();
            if (!step.isEmpty() && !step.startsWith('#'))
                lines.append(step);
        }
        return lines;
    }

    const std::optional<Error> &problem() const { return m_problem; }

private:
    void refuse(const QByteArray &name, const Error &error)
    {
        if (m_problem)
            return;
        m_problem = error;
        //: %1: a file in the Git folder
        m_problem->message = Text::tr("What Git notes about the operation in progress cannot be read: %1.")
                                 .arg(displayPath(name));
    }

    RepoLocation m_gitDir; ///< as if it were the work tree, so that nothing leads out of it
    std::optional<Error> m_problem;
};

QByteArray branchIn(const QByteArray &name)
{
    return name.startsWith("refs/") ? name : QByteArray();
}

QByteArray headBranch(StateFiles &files)
{
    const QByteArray head = files.line("HEAD");
    return head.startsWith("ref:") ? branchIn(head.sliced(4).trimmed()) : QByteArray();
}

OperationState readMergeRebase(StateFiles &files)
{
    OperationState state{.kind = Operation::Rebase,
                         .branch = branchIn(files.line("rebase-merge/head-name")),
                         .onto = files.id("rebase-merge/onto"),
                         .original = files.id("rebase-merge/orig-head"),
                         .step = files.number("rebase-merge/msgnum"),
                         .steps = files.number("rebase-merge/end"),
                         .todo = files.steps("rebase-merge/git-rebase-todo"),
                         .isInteractive = files.has("rebase-merge/interactive")};
    if (files.has("rebase-merge/stopped-sha")) // abbreviated there
        state.commit = files.id("REBASE_HEAD");
    return state;
}

OperationState readApply(StateFiles &files)
{
    const bool isMailbox = files.has("rebase-apply/applying");
    OperationState state{.kind = isMailbox ? Operation::ApplyMailbox : Operation::Rebase,
                         .step = files.number("rebase-apply/next"),
                         .steps = files.number("rebase-apply/last")};
    if (isMailbox) {
        state.branch = headBranch(files);
        return state;
    }
    state.branch = branchIn(files.line("rebase-apply/head-name"));
    state.onto = files.id("rebase-apply/onto");
    state.original = files.id("rebase-apply/orig-head");
    state.commit = files.id("rebase-apply/original-commit");
    return state;
}

// Between two picks of a list there is no CHERRY_PICK_HEAD: the list itself says what is going on.
OperationState readPick(StateFiles &files)
{
    OperationState state{.branch = headBranch(files),
                         .original = files.id("sequencer/head"),
                         .todo = files.steps("sequencer/todo")};
    const ObjectId picked = files.id("CHERRY_PICK_HEAD");
    const ObjectId reverted = picked.isNull() ? files.id("REVERT_HEAD") : ObjectId();
    const bool isRevertList = !state.todo.isEmpty() && state.todo.first().startsWith("revert ");
    if (!picked.isNull() || (reverted.isNull() && !state.todo.isEmpty() && !isRevertList))
        state.kind = Operation::CherryPick;
    else if (!reverted.isNull() || isRevertList)
        state.kind = Operation::Revert;
    state.commit = picked.isNull() ? reverted : picked;
    return state;
}

// Git notes it behind the mark that told; a later mark begins the search anew.
ObjectId foundByBisection(const QByteArray &log)
{
    ObjectId found;
    for (const QByteArray &line : log.split('\n')) {
        const qsizetype begin = line.startsWith("# first ") ? line.indexOf(" commit: [") : -1;
        const qsizetype id = begin + qsizetype(sizeof " commit: [") - 1;
        if (begin >= 0)
            found = ObjectId::fromHex(line.sliced(id, std::max<qsizetype>(0, line.indexOf(']') - id)))
                        .value_or(ObjectId());
        else if (line.startsWith("git bisect "))
            found = {};
    }
    return found;
}

OperationState readBisect(StateFiles &files)
{
    const QByteArray start = files.line("BISECT_START");
    const bool isCommit = ObjectId::fromHex(start).has_value();
    return {.kind = Operation::Bisect,
            .branch = start.isEmpty() || isCommit ? QByteArray() : QByteArray("refs/heads/" + start),
            .commit = foundByBisection(files.text("BISECT_LOG").value_or(QByteArray()))};
}

// In the order of openRepository(): the conflicts of a rebase leave CHERRY_PICK_HEAD, too.
OperationState readState(const RepoLocation &where, StateFiles &files)
{
    if (pathExists(where.gitDir + "/rebase-merge"))
        return readMergeRebase(files);
    if (pathExists(where.gitDir + "/rebase-apply"))
        return readApply(files);
    if (files.has("MERGE_HEAD"))
        return {.kind = Operation::Merge, .branch = headBranch(files), .commit = files.id("MERGE_HEAD")};
    if (auto pick = readPick(files); pick.kind != Operation::None)
        return pick;
    return files.has("BISECT_LOG") ? readBisect(files) : OperationState();
}

} // namespace

Result<OperationState> readOperation(const RepoLocation &where, const CancelToken &cancel)
{
    StateFiles files(where);
    OperationState state = readState(where, files);
    if (cancel.isCancelled())
        return failCancelled();
    if (files.problem())
        return std::unexpected(*files.problem());
    if (state.commit.isNull())
        return state;
    if (const auto details = readCommit(where, state.commit))
        state.subject = details->commit.subject;
    return state;
}

} // namespace Git
