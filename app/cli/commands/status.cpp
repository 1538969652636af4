// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/commands/operationreport.h"
#include "app/cli/commands/statusreport.h"

#include "app/cli/text.h"
#include "base/text.h"
#include "git/linked/gitmodules.h"
#include "git/work/workdiff.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// What cannot be read of it is a problem, and no reason to keep the rest back.
Result<void> addOperation(StatusOverview &overview)
{
    const auto state = Git::readOperation(overview.info.location, {});
    overview.operation = state ? *state : Git::OperationState{.kind = overview.info.operation};
    if (!state)
        overview.refs.problems += state.error().message;
    if (overview.info.location.isBare())
        return {};
    auto conflicts = Git::readConflicts(overview.info.location, {});
    if (!conflicts)
        return std::unexpected(conflicts.error());
    overview.conflicts = *std::move(conflicts);
    return {};
}

Result<StatusOverview> readOverview(const Arguments &arguments, std::optional<Git::SubmoduleIgnore> ignore,
                                    const Services &services)
{
    auto info = openRepositoryFor(arguments, services);
    if (!info)
        return std::unexpected(info.error());
    StatusOverview overview{.info = *info};
    if (auto locks = Git::findLocks(info->location))
        overview.locks = *std::move(locks);
    auto refs = Git::readRefs(info->location, {});
    if (!refs)
        return std::unexpected(refs.error());
    overview.refs = std::move(*refs);
    if (!info->location.isBare()) {
        auto status = Git::readWorkStatus(Git::Program(services.processes, info->location),
                                          {.ignoresSubmodules = ignore}, {});
        if (!status)
            return std::unexpected(status.error());
        overview.status = std::move(*status);
    }
    if (const auto added = addOperation(overview); !added)
        return std::unexpected(added.error());
    if (const auto tracking = Git::trackingOf(overview.refs)) {
        const auto distance = Git::readAheadBehind(info->location, tracking->local, tracking->upstream);
        if (distance)
            overview.distance = *distance;
        else
            overview.refs.problems += distance.error().message;
    }
    return overview;
}

QString headText(const Git::Head &head)
{
    const QString branch = displayText(Git::Ref{.name = head.branch}.shortName());
    switch (head.state) {
    case Git::HeadState::Branch:
        return branch;
    case Git::HeadState::Detached:
        return Text::tr("detached at %1").arg(head.target.abbreviated());
    case Git::HeadState::Unborn:
        return Text::tr("%1, no commit yet").arg(branch);
    case Git::HeadState::Broken:
        break;
    }
    return Text::tr("HEAD cannot be read");
}

void printEntries(const QString &title, const QList<Git::StatusEntry> &entries, Tint tint, Output &out)
{
    if (entries.isEmpty())
        return;
    out.print(title);
    for (const Git::StatusEntry &entry : entries) {
        const QString from = entry.oldPath.isEmpty() ? QString() : displayPath(entry.oldPath) + u" -> "_s;
        out.printPieces({{u"  "_s + statusWord(entry.status).leftJustified(12) + u' ', tint},
                         {from + displayPath(entry.path)}});
    }
}

QString lockText(const Git::HeldLock &lock)
{
    const QString name = displayText(lock.path), since = lock.since.toString(Qt::ISODate);
    if (lock.holder)
        //: %1: path of a lock file; %2: such as "git (process 1234)"; %3: a moment
        return Text::tr("Locked: %1 is held by %2, since %3").arg(name, lock.holder->displayName(), since);
    if (lock.isStale())
        //: %1: path of a lock file; %2: a moment
        return Text::tr("Locked: %1 was left behind at %2 by a program that ended; when nothing works here "
                        "from another computer or a container either, remove that file")
            .arg(name, since);
    //: %1: path of a lock file; %2: a moment
    return Text::tr("Locked: %1 is there since %2; who holds it cannot be told from here").arg(name, since);
}

void printText(const StatusOverview &overview, Output &out)
{
    QString line = Text::tr("On %1").arg(headText(overview.refs.head));
    if (overview.distance)
        line +=
            Text::tr(", %1 ahead, %2 behind")
                .arg(QString::number(overview.distance->ahead), QString::number(overview.distance->behind));
    out.print(line);
    if (const QString operation = operationText(overview.operation); !operation.isEmpty())
        out.print(operation);
    for (const Git::HeldLock &lock : overview.locks)
        out.print(lockText(lock));
    printEntries(Text::tr("Staged:"), overview.status.staged, Tint::Good, out);
    printEntries(Text::tr("Not staged:"), overview.status.unstaged, Tint::Bad, out);
    if (overview.info.location.isBare())
        out.print(Text::tr("Bare repository: there is no work tree"));
    else if (overview.status.staged.isEmpty() && overview.status.unstaged.isEmpty())
        out.print(Text::tr("Nothing to commit"));
}

class StatusCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"status"_s,
                .summary = Text::tr("Show the branch and what is staged and not staged"),
                .options = {{u"contents"_s, {}, Text::tr("--json: also what takes reading the differences")},
                            {u"ignore-submodules"_s, u"WHEN"_s,
                             Text::tr("none, untracked, dirty or all, whatever is configured")}},
                .details = statusJsonHelp(),
                .examples = {u"ai-cli status --json"_s, u"ai-cli status --json --contents"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const auto ignore = Git::parseSubmoduleIgnore(arguments.value(u"ignore-submodules"_s).toUtf8());
        if (arguments.has(u"ignore-submodules"_s) && !ignore)
            return out.failUsage(Text::tr("--ignore-submodules takes none, untracked, dirty or all"));
        if (arguments.has(u"contents"_s) && !out.isJson())
            return out.failUsage(Text::tr("--contents goes with --json"));
        const auto overview = readOverview(arguments, ignore, services);
        if (!overview)
            return out.fail(overview.error());
        const auto depth = arguments.has(u"contents"_s) ? StatusDepth::Contents : StatusDepth::Names;
        const StatusDetails details =
            out.isJson() ? readStatusDetails(*overview, depth, services) : StatusDetails();
        for (const QString &problem :
             overview->info.readOnlyReasons + overview->refs.problems + details.problems)
            out.note(problem);
        if (out.isJson())
            out.printJson(statusJson(*overview, details));
        else
            printText(*overview, out);
        return ExitDone;
    }
};

} // namespace

std::unique_ptr<Command> makeStatusCommand()
{
    return std::make_unique<StatusCommand>();
}

} // namespace Cli
