// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/text.h"
#include "base/text.h"
#include "git/commitread.h"
#include "git/refname.h"
#include "git/refs.h"
#include "git/sequence/reflog.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr qsizetype kUsualLimit = 100;
constexpr qsizetype kMostMoves = 10'000'000;

std::optional<qsizetype> limitOf(const Arguments &arguments)
{
    if (!arguments.has(u"n"_s))
        return kUsualLimit;
    bool isNumber = false;
    const qlonglong number = arguments.value(u"n"_s).toLongLong(&isNumber);
    return isNumber && number >= 1 && number <= kMostMoves ? std::optional<qsizetype>(number) : std::nullopt;
}

/// The full name of what somebody calls a ref.
Result<QByteArray> findRef(const Git::RepoLocation &where, const QString &asked)
{
    if (asked.isEmpty() || asked == "HEAD"_L1)
        return "HEAD"_ba;
    const auto refs = Git::readRefs(where, {});
    if (!refs)
        return std::unexpected(refs.error());
    const QByteArray name = asked.toUtf8();
    for (const QByteArray &prefix :
         {QByteArray(), QByteArray("refs/"), QByteArray("refs/tags/"), Git::kBranches, Git::kRemotes}) {
        if (std::ranges::contains(refs->all, QByteArray(prefix + name), &Git::Ref::name))
            return QByteArray(prefix + name);
    }
    return fail(ErrorKind::NotFound, Text::tr("There is no ref “%1”").arg(visibleText(asked.left(200))), {},
                Text::tr("Of a deleted branch, HEAD may still know: ai-cli reflog; or ai-cli reflog --lost"));
}

QJsonValue idJson(const Git::ObjectId &id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(id.text());
}

QString dayAndTime(const Git::Moment &when)
{
    return when.toDateTime().toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

QString iso(const Git::Moment &when)
{
    return when.toDateTime().toUTC().toString(Qt::ISODate);
}

int printMoves(const Git::RepoLocation &where, const QByteArray &ref, qsizetype limit, Output &out)
{
    const auto entries = Git::readReflog(where, ref, limit, {});
    auto reader = Git::CommitReader::open(where);
    if (!entries || !reader)
        return out.fail(entries ? reader.error() : entries.error());
    const QString shown = displayText(Git::Ref{.name = ref}.shortName());
    QJsonArray all;
    for (qsizetype at = 0; at < entries->size(); ++at) {
        const Git::ReflogEntry &entry = entries->at(at);
        const Git::ObjectId &id = entry.after.isNull() ? entry.before : entry.after;
        const QString place = u"%1@{%2}"_s.arg(shown, QString::number(at));
        if (!out.isJson()) {
            out.printPieces({{id.abbreviated(), Tint::Notable},
                             {u' ' + place, Tint::Name},
                             {u"  "_s + dayAndTime(entry.when) + u"  "_s + displayPath(entry.message)}});
            continue;
        }
        const auto commit = reader->read(id);
        all +=
            QJsonObject{{u"selector"_s, place},
                        {u"before"_s, idJson(entry.before)},
                        {u"after"_s, idJson(entry.after)},
                        {u"when"_s, iso(entry.when)},
                        {u"name"_s, entry.who.name},
                        {u"email"_s, entry.who.email},
                        {u"message"_s, displayText(entry.message)},
                        {u"subject"_s, commit ? QJsonValue(commit->subject) : QJsonValue(QJsonValue::Null)}};
    }
    if (out.isJson())
        out.printJson({{u"ref"_s, displayText(ref)}, {u"entries"_s, all}});
    else if (entries->isEmpty())
        out.note(Text::tr("No moves of %1 are recorded").arg(shown));
    return ExitDone;
}

int printLost(const Git::Program &git, qsizetype limit, Output &out)
{
    const auto lost = Git::findLostCommits(git, limit, {});
    if (!lost)
        return out.fail(lost.error());
    QJsonArray all;
    for (const Git::Commit &tip : lost->tips) {
        const bool isInUndo = lost->inUndo.contains(tip.id);
        if (out.isJson())
            all += QJsonObject{{u"id"_s, tip.id.text()},          {u"subject"_s, tip.subject},
                               {u"when"_s, iso(tip.committed)},   {u"name"_s, tip.committer.name},
                               {u"email"_s, tip.committer.email}, {u"keptForUndo"_s, isInUndo}};
        else
            out.printPieces({{tip.id.abbreviated(), Tint::Notable},
                             {u"  "_s + dayAndTime(tip.committed) + u"  "_s + visibleText(tip.subject)},
                             {isInUndo ? u"  "_s + Text::tr("(kept for undo)") : QString()}});
    }
    if (out.isJson()) {
        out.printJson({{u"lost"_s, all}, {u"found"_s, lost->found}});
        return ExitDone;
    }
    if (lost->found > lost->tips.size())
        out.note(Text::tr("%1 were found, the newest are shown").arg(lost->found));
    else if (lost->found == 0)
        out.note(Text::tr("No commit is lost"));
    return ExitDone;
}

class ReflogCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {
            .name = u"reflog"_s,
            .summary = Text::tr("Show where HEAD or a branch has been, or the commits that nothing leads to"),
            .positional = u"[REF]"_s,
            .positionalMaximum = 1,
            .options = {{u"lost"_s, {}, Text::tr("Look for commits that no branch, tag or stash leads to")},
                        {u"n"_s, u"N"_s, Text::tr("Stop after N entries; 100 by default")}},
            .examples = {u"ai-cli reflog main -n 20"_s, u"ai-cli reflog --lost --trust"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const bool isLost = arguments.has(u"lost"_s);
        const auto limit = limitOf(arguments);
        if (!limit)
            return out.failUsage(Text::tr("-n takes a number from 1 to %1, not “%2”")
                                     .arg(QString::number(kMostMoves), arguments.value(u"n"_s).left(60)));
        if (isLost && !arguments.positional.isEmpty())
            return out.failUsage(Text::tr("--lost and a ref exclude each other"));
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return out.fail(info.error());
        if (isLost)
            return printLost(Git::Program(services.processes, info->location), *limit, out);
        const auto ref = findRef(info->location, arguments.positional.value(0));
        return ref ? printMoves(info->location, *ref, *limit, out) : out.fail(ref.error());
    }
};

} // namespace

std::unique_ptr<Command> makeReflogCommand()
{
    return std::make_unique<ReflogCommand>();
}

} // namespace Cli
