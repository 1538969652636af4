// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/graphtext.h"
#include "base/text.h"
#include "git/refs.h"
#include "history/load.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

using RefNames = QHash<Git::ObjectId, QStringList>;

RefNames namesByCommit(const Git::Refs &refs)
{
    RefNames names;
    if (!refs.head.target.isNull())
        names[refs.head.target] += u"HEAD"_s;
    for (const Git::Ref &ref : refs.all) {
        if (!ref.target.isNull())
            names[ref.target] += displayText(ref.shortName());
    }
    return names;
}

QList<Piece> oneLine(const History::Row &row, const RefNames &names, bool hasGraph)
{
    const Git::Commit &commit = row.commit;
    QList<Piece> line;
    if (hasGraph)
        line += {graphText(row.graph)};
    line += {commit.id.abbreviated(), Tint::Notable};
    if (const QStringList refs = names.value(commit.id); !refs.isEmpty())
        line += {u" ("_s + refs.join(u", "_s) + u')', Tint::Name};
    line += {u' ' + commit.subject + u" — "_s + commit.author.name + u", "_s +
             commit.committed.toDateTime().date().toString(Qt::ISODate)};
    return line;
}

QJsonObject toJson(const History::Row &row, const RefNames &names)
{
    const Git::Commit &commit = row.commit;
    QJsonArray parents;
    for (const Git::ObjectId &parent : commit.parents)
        parents += parent.text();
    return {
        {u"id"_s, commit.id.text()},
        {u"parents"_s, parents},
        {u"author"_s, QJsonObject{{u"name"_s, commit.author.name}, {u"email"_s, commit.author.email}}},
        {u"authored"_s, commit.authored.toDateTime().toString(Qt::ISODate)},
        {u"committed"_s, commit.committed.toDateTime().toString(Qt::ISODate)},
        {u"subject"_s, commit.subject},
        {u"refs"_s, QJsonArray::fromStringList(names.value(commit.id))},
        {u"column"_s, row.graph.column},
    };
}

class LogCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"log"_s,
                .summary = Text::tr("Show history, newest first"),
                .positional = u"[REVISION]"_s,
                .positionalMaximum = 1,
                .options = {{u"graph"_s, {}, Text::tr("Draw the graph beside the commits")},
                            {u"n"_s, u"N"_s, Text::tr("Stop after N commits")},
                            {u"all"_s, {}, Text::tr("Start from every ref, not from HEAD alone")},
                            {u"first-parent"_s, {}, Text::tr("Follow first parents only")}},
                .examples = {u"ai-cli log --graph --all -n 20"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        Git::LogQuery query{.firstParentOnly = arguments.has(u"first-parent"_s)};
        if (arguments.has(u"n"_s)) {
            bool isNumber = false;
            query.limit = arguments.value(u"n"_s).toInt(&isNumber);
            if (!isNumber || query.limit < 1)
                return out.failUsage(
                    Text::tr("-n takes a number above 0, not “%1”").arg(arguments.value(u"n"_s)));
        }
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return out.fail(info.error());
        if (arguments.has(u"all"_s) && !arguments.positional.isEmpty())
            return out.failUsage(Text::tr("--all and a revision exclude each other"));
        const auto refs = Git::readRefs(info->location, {});
        if (!refs)
            return out.fail(refs.error());
        const QByteArray revision =
            arguments.positional.isEmpty() ? "HEAD"_ba : arguments.positional.first().toUtf8();
        const bool isUnborn = refs->head.state == Git::HeadState::Unborn;
        if (isUnborn && (arguments.has(u"all"_s) ? refs->all.isEmpty() : revision == "HEAD"))
            return out.fail({ErrorKind::NotFound, Text::tr("There is no commit yet"), {}, {}});
        if (!arguments.has(u"all"_s)) {
            const auto tip = Git::resolveRevision(info->location, revision);
            if (!tip)
                return out.fail(tip.error());
            query.tips = {*tip};
        }
        return print(info->location, query, namesByCommit(*refs), arguments.has(u"graph"_s), out);
    }

private:
    static int print(const Git::RepoLocation &where, const Git::LogQuery &query, const RefNames &names,
                     bool hasGraph, Output &out)
    {
        QJsonArray commits;
        const auto end = History::loadHistory(where, query,
                                              [&](const QList<History::Row> &rows) {
                                                  for (const History::Row &row : rows) {
                                                      if (out.isJson())
                                                          commits += toJson(row, names);
                                                      else
                                                          out.printPieces(oneLine(row, names, hasGraph));
                                                  }
                                              },
                                              {});
        if (!end)
            return out.fail(end.error());
        for (const QString &problem : end->problems)
            out.note(problem);
        if (out.isJson())
            out.printJson({{u"commits"_s, commits}});
        return ExitDone;
    }
};

} // namespace

std::unique_ptr<Command> makeLogCommand()
{
    return std::make_unique<LogCommand>();
}

} // namespace Cli
