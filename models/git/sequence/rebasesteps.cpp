// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/rebasesteps.h"

#include "git/actionfailure.h"
#include "git/keptobjects.h"
#include "git/log.h"
#include "git/refs.h"
#include "git/sequence/hookrefusal.h"
#include "git/sequence/operation.h"
#include "git/text.h"
#include "git/undo/headmove.h"
#include "git/work/intheway.h"

#include <QSet>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

using Action = RebaseStep::Action;

constexpr qsizetype kMostSteps = 5000;

bool joins(const RebaseStep &step)
{
    return step.action == Action::Squash || step.action == Action::Fixup;
}

Result<void> checkSteps(const RebasePlan &plan, const RebasePlan &present)
{
    if (plan.head != present.head)
        return fail(ErrorKind::Conflict,
                    Text::tr("The branch has moved since it was shown, so nothing was done."), {},
                    Text::tr("Look at the new history and try again."));
    QSet<ObjectId> wanted, there;
    for (const RebaseStep &step : plan.steps)
        wanted.insert(step.commit);
    for (const RebaseStep &step : present.steps)
        there.insert(step.commit);
    if (wanted != there || plan.steps.size() != present.steps.size())
        return fail(ErrorKind::Invalid, Text::tr("The steps are not the commits that are to be made anew."));
    const auto first =
        std::ranges::find_if(plan.steps, [](const RebaseStep &step) { return step.action != Action::Drop; });
    if (first != plan.steps.end() && joins(*first))
        return fail(ErrorKind::Invalid, Text::tr("There is no commit before the first one to join it with."));
    for (const RebaseStep &step : plan.steps) {
        if (step.message.contains('\0'))
            return fail(ErrorKind::Invalid,
                        Text::tr("The message contains a NUL character, which Git cannot store."));
        if (step.action == Action::Reword && step.message.trimmed().isEmpty())
            return fail(ErrorKind::Invalid, Text::tr("A commit needs a message."));
    }
    return {};
}

// A commit that changes nothing; `fixup -C` takes its message for the one before, without a first paragraph
// that begins with "amend!". With one of ours, all that was asked for stays, whatever it begins with.
Result<QByteArray> messageLine(const Program &git, const RebaseStep &step, const CancelToken &cancel)
{
    const auto details = readCommit(git.location(), step.commit);
    if (!details)
        return std::unexpected(details.error());
    const QByteArray text = "amend! message\n\n" + step.message + (step.message.endsWith('\n') ? "" : "\n");
    const auto carrier = writeKeptCommit(git, details->commit.tree, {step.commit}, text,
                                         QDateTime::currentDateTimeUtc(), cancel);
    return carrier ? Result<QByteArray>("fixup -C " + carrier->toHex() + '\n')
                   : std::unexpected(carrier.error());
}

QByteArray commandOf(const RebaseStep &step)
{
    switch (step.action) {
    case Action::Pick:
    case Action::Reword:
        return "pick ";
    case Action::Squash:
        return step.message.isEmpty() ? "squash " : "fixup ";
    case Action::Fixup:
        return "fixup ";
    case Action::Drop:
        return "drop ";
    case Action::Edit:
        break;
    }
    return "edit ";
}

Result<QByteArray> makeTodo(const Program &git, const RebasePlan &plan, const CancelToken &cancel)
{
    QByteArray todo;
    for (const RebaseStep &step : plan.steps) {
        todo += commandOf(step) + step.commit.toHex() + '\n';
        const bool hasMessage =
            step.action == Action::Reword || (step.action == Action::Squash && !step.message.isEmpty());
        if (!hasMessage)
            continue;
        const auto line = messageLine(git, step, cancel);
        if (!line)
            return line;
        todo += *line;
    }
    return todo;
}

// Git opens its list in an editor. Ours copies the list over it that was made here; its text is fixed, and
// what it needs stands in the environment. A list of git's that begins with a newer commit is left alone:
// that ends the rebase, and nothing was done. Hooks inherit the editor: a rebase of their own goes on as
// without one.
Result<ProcessResult> run(const Program &git, const RebasePlan &plan, const QString &list, bool skipsHook,
                          const OutputSink &onOutput, const CancelToken &cancel)
{
    const QString copy = findProgram(u"cp"_s);
    if (copy.isEmpty())
        return fail(ErrorKind::NotFound, Text::tr("The program “cp” is not installed."));
    const QString todo = QFile::decodeName(git.location().gitDir + "/rebase-merge/git-rebase-todo");
    return git.run(
        {.arguments = {u"rebase"_s, u"--interactive"_s, u"--no-autostash"_s, u"--no-autosquash"_s,
                       u"--no-rebase-merges"_s, u"--no-fork-point"_s, u"--no-stat"_s, u"--empty=keep"_s,
                       skipsHook ? u"--no-verify"_s : u"--verify"_s, plan.base.text()},
         .timeout = {},
         .onOutput = onOutput,
         .kind = Program::Kind::Hooks,
         .environment = {u"GIT_SEQUENCE_EDITOR=edit() { test \"$1\" != \"$PLUMBLINE_TODO\" || "
                         "{ test \"$(git rev-parse HEAD)\" = \"$PLUMBLINE_HEAD\" && "
                         "\"$PLUMBLINE_COPY\" -- \"$PLUMBLINE_LIST\" \"$1\"; }; }; edit"_s,
                         QString(u"PLUMBLINE_TODO="_s + todo), QString(u"PLUMBLINE_COPY="_s + copy),
                         QString(u"PLUMBLINE_LIST="_s + list),
                         QString(u"PLUMBLINE_HEAD="_s + plan.head.text())},
         .runsToEnd = true,
         .beforeStart = [&] { return checkHeadIs(git, plan.head); }},
        cancel);
}

// From the first step on that is not what is there already: git leaves those before it alone.
Result<QList<Incoming>> readRebasedSteps(const Program &git, const RebasePlan &plan,
                                         const RebasePlan &present, const CancelToken &cancel)
{
    const auto differing = std::ranges::mismatch(plan.steps, present.steps);
    const ObjectId start =
        differing.in2 == present.steps.begin() ? plan.base : std::prev(differing.in2)->commit;
    QList<ObjectId> commits;
    for (auto step = differing.in1; step != plan.steps.end(); ++step) {
        if (step->action != Action::Drop)
            commits.append(step->commit);
    }
    auto base = readIncoming(git, plan.head, start, cancel);
    auto steps = base ? readIncomingOf(git, commits, Applied::Forward, cancel) : base;
    return steps ? Result<QList<Incoming>>(*base + *steps) : steps;
}

// Why nothing was rebased, as far as the repository says it.
Error explain(const Program &git, const RebasePlan &plan, Error error)
{
    const auto state = readOperation(git.location(), {});
    const auto unmoved = checkHeadIs(git, plan.head);
    if (state && state->kind != Operation::Rebase && !unmoved && unmoved.error().kind == ErrorKind::Conflict)
        return unmoved.error();
    if (error.detail.contains("unstaged changes"_L1) || error.detail.contains("uncommitted changes"_L1)) {
        error.kind = ErrorKind::Conflict;
        error.hint = Text::tr("Commit, stash or discard your changes first.");
    }
    explainHookRefusal(error);
    return error;
}

} // namespace

Result<RebasePlan> planRebase(const RepoLocation &where, const ObjectId &base, const CancelToken &cancel)
{
    const auto head = resolveRevision(where, "HEAD");
    if (!head)
        return std::unexpected(head.error());
    RebasePlan plan{.base = base, .head = *head, .steps = {}};
    for (ObjectId at = *head; at != base;) {
        if (cancel.isCancelled())
            return failCancelled();
        const auto details = readCommit(where, at);
        if (!details)
            return std::unexpected(details.error());
        const QList<ObjectId> &parents = details->commit.parents;
        if (parents.size() > 1)
            return fail(ErrorKind::Invalid, Text::tr("A merge lies between: %1.").arg(at.abbreviated()), {},
                        Text::tr("Begin after it."));
        if (parents.isEmpty())
            return fail(ErrorKind::Invalid,
                        Text::tr("The branch does not lead to %1.").arg(base.abbreviated()));
        if (plan.steps.size() == kMostSteps)
            return fail(ErrorKind::Invalid, Text::tr("Too many commits lie between."));
        plan.steps.prepend({.action = Action::Pick, .commit = at, .message = {}});
        at = parents.first();
    }
    return plan;
}

Result<SequenceEnd> runRebase(const Program &git, const RebasePlan &plan, const OutputSink &onOutput,
                              const CancelToken &cancel, bool skipsHook)
{
    const auto present = planRebase(git.location(), plan.base, cancel);
    if (!present)
        return std::unexpected(present.error());
    Result<void> checked = checkSteps(plan, *present);
    if (checked)
        checked = checkNothingInProgress(git);
    if (!checked)
        return std::unexpected(checked.error());
    if (plan == *present)
        return SequenceEnd{SequenceOutcome::UpToDate, plan.head, {}};
    const auto checkedWay = checkNothingInTheWay(git, readRebasedSteps(git, plan, *present, cancel), cancel);
    if (!checkedWay)
        return std::unexpected(checkedWay.error());
    const auto todo = makeTodo(git, plan, cancel);
    if (!todo)
        return std::unexpected(todo.error());
    QTemporaryFile list;
    if (!list.open() || list.write(*todo) != todo->size() || !list.flush())
        return fail(ErrorKind::External, Text::tr("The list of steps cannot be written."),
                    list.errorString());
    const auto move =
        HeadMove::record(git, {.action = UndoAction::Rebase, .commit = plan.base, .files = {}}, cancel);
    if (!move)
        return std::unexpected(move.error());
    const auto ran = run(git, plan, list.fileName(), skipsHook, onOutput, cancel);
    (void)move->complete();
    auto end = endOf(git, ran, Text::tr("Nothing was rebased."));
    return end ? end : std::unexpected(explain(git, plan, end.error()));
}

} // namespace Git
