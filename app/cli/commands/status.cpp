// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/commands/operationreport.h"

#include "app/cli/text.h"
#include "base/text.h"
#include "git/refs.h"
#include "git/status.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString statusWord(Diff::FileStatus status)
{
    switch (status) {
    case Diff::FileStatus::Added:
        return u"added"_s;
    case Diff::FileStatus::Deleted:
        return u"deleted"_s;
    case Diff::FileStatus::Renamed:
        return u"renamed"_s;
    case Diff::FileStatus::Copied:
        return u"copied"_s;
    case Diff::FileStatus::TypeChanged:
        return u"type changed"_s;
    case Diff::FileStatus::Untracked:
        return u"untracked"_s;
    case Diff::FileStatus::Conflicted:
        return u"conflicted"_s;
    case Diff::FileStatus::Modified:
    case Diff::FileStatus::Unmodified:
        break;
    }
    return u"modified"_s;
}

QJsonArray toJson(const QList<Git::StatusEntry> &entries)
{
    QJsonArray array;
    for (const Git::StatusEntry &entry : entries) {
        QJsonObject object{{u"path"_s, displayText(entry.path)}, {u"status"_s, statusWord(entry.status)}};
        if (!entry.oldPath.isEmpty())
            object.insert(u"oldPath"_s, displayText(entry.oldPath));
        array += object;
    }
    return array;
}

struct Overview
{
    Git::RepositoryInfo info;
    Git::Refs refs;
    Git::Status status;
    std::optional<Git::AheadBehind> distance;
    Git::OperationState operation;
    QList<Git::ConflictEntry> conflicts;
};

// What cannot be read of it is a problem, and no reason to keep the rest back.
Result<void> addOperation(Overview &overview)
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
    overview.conflicts = std::move(conflicts->open);
    return {};
}

Result<Overview> readOverview(const Arguments &arguments, const Services &services)
{
    auto info = openRepositoryFor(arguments, services);
    if (!info)
        return std::unexpected(info.error());
    Overview overview{.info = *info};
    auto refs = Git::readRefs(info->location, {});
    if (!refs)
        return std::unexpected(refs.error());
    overview.refs = std::move(*refs);
    if (!info->location.isBare()) {
        auto status = Git::readStatus(info->location, {}, {});
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
        const QString from = entry.oldPath.isEmpty() ? QString() : displayText(entry.oldPath) + u" -> "_s;
        out.printPieces({{u"  "_s + statusWord(entry.status).leftJustified(12) + u' ', tint},
                         {from + displayText(entry.path)}});
    }
}

void printText(const Overview &overview, Output &out)
{
    QString line = Text::tr("On %1").arg(headText(overview.refs.head));
    if (overview.distance)
        line +=
            Text::tr(", %1 ahead, %2 behind").arg(overview.distance->ahead).arg(overview.distance->behind);
    out.print(line);
    if (const QString operation = operationText(overview.operation); !operation.isEmpty())
        out.print(operation);
    printEntries(Text::tr("Staged:"), overview.status.staged, Tint::Good, out);
    printEntries(Text::tr("Not staged:"), overview.status.unstaged, Tint::Bad, out);
    if (overview.info.location.isBare())
        out.print(Text::tr("Bare repository: there is no work tree"));
    else if (overview.status.staged.isEmpty() && overview.status.unstaged.isEmpty())
        out.print(Text::tr("Nothing to commit"));
}

QJsonObject toJson(const Overview &overview)
{
    static const QHash<Git::HeadState, QString> states = {{Git::HeadState::Branch, u"branch"_s},
                                                          {Git::HeadState::Detached, u"detached"_s},
                                                          {Git::HeadState::Unborn, u"unborn"_s},
                                                          {Git::HeadState::Broken, u"broken"_s}};
    const Git::Head &head = overview.refs.head;
    QJsonObject object{
        {u"repository"_s,
         displayText(overview.info.location.workTree.isEmpty() ? overview.info.location.gitDir
                                                               : overview.info.location.workTree)},
        {u"bare"_s, overview.info.location.isBare()},
        {u"head"_s, QJsonObject{{u"state"_s, states.value(head.state)},
                                {u"branch"_s, displayText(Git::Ref{.name = head.branch}.shortName())},
                                {u"commit"_s, head.target.isNull() ? QString() : head.target.text()}}},
        {u"operation"_s, operationJson(overview.operation)},
        {u"conflicts"_s, conflictsJson(overview.conflicts)},
        {u"readOnlyReasons"_s, QJsonArray::fromStringList(overview.info.readOnlyReasons)},
        {u"problems"_s, QJsonArray::fromStringList(overview.refs.problems)},
        {u"staged"_s, toJson(overview.status.staged)},
        {u"unstaged"_s, toJson(overview.status.unstaged)},
    };
    if (overview.distance) {
        object.insert(u"ahead"_s, overview.distance->ahead);
        object.insert(u"behind"_s, overview.distance->behind);
    }
    return object;
}

class StatusCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"status"_s,
                .summary = Text::tr("Show the branch and what is staged and not staged"),
                .examples = {u"ai-cli status --json"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const auto overview = readOverview(arguments, services);
        if (!overview)
            return out.fail(overview.error());
        for (const QString &problem : overview->info.readOnlyReasons + overview->refs.problems)
            out.note(problem);
        if (out.isJson())
            out.printJson(toJson(*overview));
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
