// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/printhistory.h"
#include "app/cli/queryline.h"
#include "app/cli/text.h"
#include "base/text.h"
#include "git/refs.h"
#include "history/tips.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr int kColumns = 24; // of the graph, as in the window
constexpr int kMostCommits = std::numeric_limits<int>::max();

/// The number behind an option; nothing when it is none.
std::optional<int> numberOf(const Arguments &arguments, const QString &option, int missing, int least)
{
    if (!arguments.has(option))
        return missing;
    bool isNumber = false;
    const int number = arguments.value(option).toInt(&isNumber);
    return isNumber && number >= least ? std::optional(number) : std::nullopt;
}

/// One of the words, which are named when it is none of them.
std::expected<QString, QString> wordOf(const Arguments &arguments, const QString &option,
                                       const QStringList &words)
{
    const QString word = arguments.has(option) ? arguments.value(option) : words.first();
    if (words.contains(word))
        return word;
    return std::unexpected(
        Text::tr("--%1 takes %2, not “%3”").arg(option, words.join(u", "_s), word.left(60)));
}

Error unreadable(const Git::Refs &refs)
{
    return {ErrorKind::NotFound, refs.problems.first(), refs.problems.sliced(1).join(u'\n'),
            Text::tr(
                "objects/info/alternates in the Git folder lists where objects are borrowed from; “git fsck” "
                "tells what is missing.")};
}

Error noCommit(const Git::Refs &refs)
{
    if (!refs.problems.isEmpty())
        return unreadable(refs);
    const bool isElsewhere =
        std::ranges::any_of(refs.all, [](const Git::Ref &ref) { return !ref.target.isNull(); });
    if (!isElsewhere)
        return {ErrorKind::NotFound, Text::tr("There is no commit yet"), {}, {}};
    return {ErrorKind::NotFound,
            Text::tr("There is no commit yet on %1").arg(displayText(refs.head.branch)),
            {},
            Text::tr("--all shows those of the other branches, --from NAME one of them.")};
}

QString problemOf(const History::QueryProblem &problem, const QString &line)
{
    const QString before = line.first(problem.position).right(30);
    //: %1: a part of what was typed, %2: a sentence
    return before.isEmpty() ? problem.sentence : Text::tr("Behind “%1”: %2").arg(before, problem.sentence);
}

/// What a command line asks for, without the tips; else the sentence that says what is wrong with it.
std::expected<PrintRequest, QString> parseRequest(const Arguments &arguments, const Services &services,
                                                  const Output &out)
{
    const auto limit = numberOf(arguments, u"n"_s, 0, 1);
    if (!limit)
        return std::unexpected(Text::tr("-n takes a number from 1 to %1, not “%2”")
                                   .arg(QString::number(kMostCommits), arguments.value(u"n"_s).left(60)));
    const auto columns = numberOf(arguments, u"columns"_s, kColumns, 0);
    if (!columns)
        return std::unexpected(Text::tr("--columns takes a number from 0 on, not “%1”")
                                   .arg(arguments.value(u"columns"_s).left(60)));
    const auto order = wordOf(arguments, u"order"_s, {u"topo"_s, u"date"_s});
    const auto format = wordOf(arguments, u"format"_s, {u"short"_s, u"id"_s});
    if (!order || !format)
        return std::unexpected(order ? format.error() : order.error());
    if (arguments.has(u"all"_s) && arguments.has(u"from"_s))
        return std::unexpected(Text::tr("--all and --from exclude each other"));
    const QString line = queryLine(arguments.positional);
    const auto query = History::parseQuery(line, services.clock.now().toLocalTime());
    if (!query)
        return std::unexpected(problemOf(query.error(), line));
    return PrintRequest{
        .rows = {.order = *order == "date"_L1 ? History::Order::Date : History::Order::Topological,
                 .firstParentOnly = arguments.has(u"first-parent"_s),
                 .maxColumns = *columns == 0 ? History::Lanes::kUnlimited : *columns},
        .format = {.isJson = out.isJson(),
                   .hasTexts = *format != "id"_L1,
                   .hasGraph = arguments.has(u"graph"_s),
                   .isColored = out.isColored()},
        .limit = *limit,
        .query = *query};
}

class LogCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {
            .name = u"log"_s,
            .summary = Text::tr("Show history, newest first, or what a query finds in it"),
            .positional = u"[QUERY…]"_s,
            .positionalMaximum = 1000,
            .options = {{u"graph"_s, {}, Text::tr("Draw the graph beside the commits")},
                        {u"all"_s, {}, Text::tr("Start from every ref, not from HEAD alone")},
                        {u"from"_s, u"REVISION"_s, Text::tr("Start from this commit, branch or tag")},
                        {u"n"_s, u"N"_s, Text::tr("Stop after N commits")},
                        {u"order"_s, u"ORDER"_s,
                         Text::tr("topo: lines stay together, as in git log --graph; or date")},
                        {u"first-parent"_s, {}, Text::tr("Follow first parents only")},
                        {u"format"_s, u"FORMAT"_s,
                         Text::tr("short; or id: nothing but what the graph knows")},
                        {u"columns"_s, u"N"_s,
                         Text::tr("Fold the graph at N columns; 24 by default, 0: never")}},
            .details = Text::tr(
                "A query is words, which are searched for in messages, authors and ids, and fields:\n"
                "message: author: committer: path: content: before: after: id: branch: or ref:\n"
                "In quotes a word is text, also with a colon. What stands behind - or ! must not hold.\n"
                "path:f is the f of the topmost folder, path:**/f one in any; * stands for folders, too, as "
                "in git log -- '*.py'. branch:next is origin/next if there is no other."),
            .examples = {u"ai-cli log --graph --all -n 20"_s,
                         u"ai-cli log author:ada after:\"2 weeks ago\" fix"_s,
                         u"ai-cli log --all path:src/main.cpp -- -message:merge"_s,
                         u"ai-cli log --all --json --format id > graph.ndjson"_s},
            .dashHint = Text::tr("What must not be found goes behind “--”: ai-cli log -- -message:merge. "
                                 "“-n 5” stops after 5 commits.")};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        auto request = parseRequest(arguments, services, out);
        if (!request)
            return out.failUsage(request.error(), Text::tr("ai-cli log --help shows what it takes"));
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return out.fail(info.error());
        const auto refs = Git::readRefs(info->location, {});
        if (!refs)
            return out.fail(refs.error());
        if (arguments.has(u"all"_s)) {
            request->rows.tips =
                History::tipsOf(*refs, true, History::TipRefs::All) + History::detachedTips(info->location);
        } else if (arguments.has(u"from"_s)) {
            const auto tip = Git::resolveRevision(info->location, arguments.value(u"from"_s).toUtf8());
            if (!tip)
                return out.fail(tip.error());
            request->rows.tips = {*tip};
        } else if (!refs->head.target.isNull()) {
            request->rows.tips = {refs->head.target};
        }
        if (request->rows.tips.isEmpty())
            return out.fail(noCommit(*refs));
        return printHistory(Git::Program(services.processes, info->location), services.cacheFolder.toUtf8(),
                            *refs, *request, out);
    }
};

} // namespace

std::unique_ptr<Command> makeLogCommand()
{
    return std::make_unique<LogCommand>();
}

} // namespace Cli
