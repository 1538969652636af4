// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/text.h"
#include "base/text.h"
#include "environments/catalogue.h"
#include "environments/history.h"
#include "git/refs.h"
#include "items/when.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString standingWord(Environments::Standing standing)
{
    switch (standing) {
    case Environments::Standing::Unknown:
        return u"unknown"_s;
    case Environments::Standing::First:
        return u"first"_s;
    case Environments::Standing::Same:
        return u"same"_s;
    case Environments::Standing::Behind:
        return u"behind"_s;
    case Environments::Standing::Ahead:
        return u"ahead"_s;
    case Environments::Standing::Different:
        return u"different"_s;
    }
    return u"unknown"_s;
}

QString versionKindWord(Environments::VersionKind kind)
{
    switch (kind) {
    case Environments::VersionKind::Tag:
        return u"tag"_s;
    case Environments::VersionKind::Digest:
        return u"digest"_s;
    case Environments::VersionKind::Chart:
        return u"chart"_s;
    case Environments::VersionKind::Ref:
        return u"ref"_s;
    case Environments::VersionKind::Range:
        return u"range"_s;
    case Environments::VersionKind::Floating:
        return u"floating"_s;
    case Environments::VersionKind::Variable:
        return u"variable"_s;
    case Environments::VersionKind::Unversioned:
        return u"unversioned"_s;
    }
    return u"unknown"_s;
}

QJsonObject toJson(const Environments::VersionValue &value)
{
    return {{u"artifact"_s, displayText(value.artifact)}, {u"version"_s, displayText(value.version)},
            {u"kind"_s, versionKindWord(value.kind)},     {u"source"_s, displayText(value.source)},
            {u"path"_s, displayText(value.path)},         {u"line"_s, value.line}};
}

QJsonObject toJson(const Environments::Cell &cell, const Environments::Catalogue &catalogue)
{
    QJsonArray versions;
    for (const Environments::VersionValue &value : cell.versions)
        versions += toJson(value);
    QJsonObject object{{u"unit"_s, displayText(catalogue.units[cell.unit].name)},
                       {u"environment"_s, displayText(catalogue.environments[cell.environment].name)},
                       {u"versions"_s, versions},
                       {u"standing"_s, standingWord(cell.standing)}};
    if (cell.previous >= 0)
        object.insert(u"comparedWith"_s, displayText(catalogue.environments[cell.previous].name));
    if (cell.behind)
        object.insert(u"behind"_s, *cell.behind);
    if (cell.since) {
        object.insert(u"commit"_s, cell.since->commit.text());
        object.insert(u"since"_s, cell.since->time.toDateTime().toString(Qt::ISODate));
        object.insert(u"by"_s,
                      QJsonObject{{u"name"_s, cell.since->by.name}, {u"email"_s, cell.since->by.email}});
        object.insert(u"subject"_s, cell.since->subject);
    }
    return object;
}

/// Where a file that cannot be read hides what runs; without versions.
QList<Environments::Cell> unknownCells(const Environments::Catalogue &catalogue)
{
    QList<Environments::Cell> cells;
    for (int unit = 0; unit < catalogue.units.size(); ++unit)
        for (int environment = 0; environment < catalogue.environments.size(); ++environment)
            if (catalogue.isUnknown(unit, environment))
                cells += Environments::Cell{.unit = unit, .environment = environment, .versions = {}};
    return cells;
}

QJsonObject toJson(const Environments::Catalogue &catalogue)
{
    QJsonArray environments, cells, problems;
    for (const Environments::Environment &environment : catalogue.environments) {
        environments += QJsonObject{{u"name"_s, displayText(environment.name)},
                                    {u"rank"_s, environment.rank},
                                    {u"placed"_s, environment.isPlaced}};
    }
    for (const Environments::Cell &cell : catalogue.cells)
        cells += toJson(cell, catalogue);
    for (const Environments::Cell &cell : unknownCells(catalogue)) {
        QJsonObject object = toJson(cell, catalogue);
        object.insert(u"unreadable"_s, true);
        cells += object;
    }
    for (const Environments::Problem &problem : catalogue.problems) {
        problems += QJsonObject{{u"path"_s, displayText(problem.path)},
                                {u"line"_s, problem.line},
                                {u"message"_s, problem.sentence}};
    }
    return {{u"commit"_s, catalogue.commit.text()},
            {u"environments"_s, environments},
            {u"cells"_s, cells},
            {u"problems"_s, problems}};
}

QString placeText(const Environments::Problem &problem)
{
    const QString path = displayText(problem.path);
    return problem.line > 0 ? u"%1:%2"_s.arg(path, QString::number(problem.line)) : path;
}

QString versionText(const Environments::Cell &cell)
{
    if (cell.versions.isEmpty())
        return Text::tr("unreadable");
    QStringList parts;
    for (const Environments::VersionValue &value : cell.versions) {
        const QString version =
            value.version.isEmpty() ? versionKindWord(value.kind) : displayText(value.version);
        parts += cell.versions.size() == 1 ? version : displayText(value.artifact) + u' ' + version;
    }
    return parts.join(u", "_s);
}

void printText(const Environments::Catalogue &catalogue, const Clock &clock, Output &out)
{
    int last = -1;
    QList<Environments::Cell> cells = catalogue.cells + unknownCells(catalogue);
    std::ranges::sort(cells, {},
                      [](const Environments::Cell &cell) { return std::pair(cell.unit, cell.environment); });
    for (const Environments::Cell &cell : std::as_const(cells)) {
        if (cell.unit != last)
            out.print(displayText(catalogue.units[cell.unit].name));
        last = cell.unit;
        QList<Piece> line = {
            {u"  %1 %2"_s.arg(displayText(catalogue.environments[cell.environment].name).leftJustified(22),
                              versionText(cell).leftJustified(18))}};
        if (cell.standing == Environments::Standing::Behind && cell.behind)
            line += {Text::tr("  %1 behind").arg(*cell.behind), Tint::Notable};
        else if (cell.standing == Environments::Standing::Ahead)
            line += {Text::tr("  ahead of %1").arg(displayText(catalogue.environments[cell.previous].name)),
                     Tint::Notable};
        if (cell.since)
            line += {u"  "_s + cell.since->commit.abbreviated() + u' ' + cell.since->by.name + u' ' +
                     relativeTime(cell.since->time.toDateTime(), clock.now())};
        out.printPieces(line);
    }
}

class EnvironmentsCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"environments"_s,
                .summary = Text::tr("Show which environments there are and what runs in each"),
                .examples = {u"ai-cli environments --json"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return out.fail(info.error());
        const auto head = resolveHead(info->location);
        if (!head)
            return out.fail(head.error());
        const auto catalogue =
            Environments::readCatalogue(info->location, *head, {}).and_then([&](auto found) {
                return Environments::withHistory(info->location, std::move(found),
                                                 {.cacheFolder = services.cacheFolder}, {});
            });
        if (!catalogue)
            return out.fail(catalogue.error());
        for (const Environments::Problem &problem : catalogue->problems)
            out.note(placeText(problem) + u": "_s + problem.sentence);
        if (catalogue->environments.isEmpty())
            out.note(
                Text::tr("No environments found: no folders or files differ by an environment's name alone"));
        if (out.isJson())
            out.printJson(toJson(*catalogue));
        else
            printText(*catalogue, services.clock, out);
        return ExitDone;
    }
};

} // namespace

std::unique_ptr<Command> makeEnvironmentsCommand()
{
    return std::make_unique<EnvironmentsCommand>();
}

} // namespace Cli
