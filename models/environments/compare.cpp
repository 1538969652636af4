// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/artifact.h"
#include "environments/catalogue.h"

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

/// What an artifact's version was in one environment, newest first, from the newest on.
QByteArrayList pastOf(const Catalogue &catalogue, const QByteArray &environment, const QByteArray &unit,
                      const VersionValue &now)
{
    QByteArrayList past{now.version};
    for (const ChangeEvent &event : catalogue.events) {
        const bool isSame =
            event.environment == environment && event.unit == unit && event.artifact == now.artifact;
        if (isSame && !event.from.isEmpty())
            past.append(event.from);
    }
    return past;
}

/// How one artifact stands to the same in the environment before.
struct Comparison
{
    Standing standing = Standing::Unknown;
    std::optional<int> behind;
};

const QByteArray &numberOf(const VersionValue &value)
{
    return value.kind == VersionKind::Digest && !value.tag.isEmpty() ? value.tag : value.version;
}

Comparison compareValues(const Catalogue &catalogue, const Cell &cell, const VersionValue &own,
                         const VersionValue &other)
{
    if (own.version == other.version && own.kind == other.kind)
        return {Standing::Same, 0};
    const QByteArray &unit = catalogue.units[cell.unit].name;
    const QByteArrayList before = pastOf(catalogue, catalogue.environments[cell.previous].name, unit, other);
    const QByteArrayList here = pastOf(catalogue, catalogue.environments[cell.environment].name, unit, own);
    const qsizetype index = before.indexOf(own.version);
    const auto count = index > 0 ? std::optional(static_cast<int>(index)) : std::nullopt;
    const bool isPinned = own.kind != VersionKind::Range && other.kind != VersionKind::Range;
    const auto order = isPinned ? compareVersions(numberOf(own), numberOf(other)) : std::nullopt;
    if (order && *order != 0) {
        if (*order > 0)
            return {Standing::Ahead, {}};
        return {Standing::Behind, count};
    }
    if (index > 0)
        return {Standing::Behind, count};
    if (here.indexOf(other.version) > 0)
        return {Standing::Ahead, {}};
    return {catalogue.hasHistory ? Standing::Different : Standing::Unknown, {}};
}

/// The environment that comes before in the order of promotion and has the unit: the nearest lower rank with
/// the same region, else the nearest without one, else the nearest at all.
int previousOf(const Catalogue &catalogue, const QHash<std::pair<int, int>, qsizetype> &index,
               const Cell &cell)
{
    const Environment &own = catalogue.environments[cell.environment];
    int sameVariant = -1, withoutVariant = -1, any = -1;
    for (int i = 0; i < catalogue.environments.size(); ++i) {
        const Environment &other = catalogue.environments[i];
        if (!own.isPlaced || !other.isPlaced || other.rank >= own.rank || !index.contains({cell.unit, i}))
            continue;
        const auto isNearer = [&](int known) {
            return known < 0 || other.rank > catalogue.environments[known].rank;
        };
        if (other.variant == own.variant && isNearer(sameVariant))
            sameVariant = i;
        if (other.variant.isEmpty() && isNearer(withoutVariant))
            withoutVariant = i;
        if (isNearer(any))
            any = i;
    }
    return sameVariant >= 0 ? sameVariant : withoutVariant >= 0 ? withoutVariant : any;
}

void compareCell(const Catalogue &catalogue, Cell &cell, const Cell &previous)
{
    bool isBehind = false, isAhead = false, isDifferent = false, isUnknown = false;
    std::optional<int> most = 0;
    int compared = 0;
    for (const VersionValue &own : std::as_const(cell.versions)) {
        const auto other = std::ranges::find(previous.versions, own.artifact, &VersionValue::artifact);
        if (other == previous.versions.end())
            continue;
        ++compared;
        const Comparison comparison = compareValues(catalogue, cell, own, *other);
        isAhead = isAhead || comparison.standing == Standing::Ahead;
        isDifferent = isDifferent || comparison.standing == Standing::Different;
        isUnknown = isUnknown || comparison.standing == Standing::Unknown;
        if (comparison.standing != Standing::Behind)
            continue;
        isBehind = true;
        most = most && comparison.behind ? std::optional(std::max(*most, *comparison.behind)) : std::nullopt;
    }
    if (compared == 0 || isUnknown)
        cell.standing = Standing::Unknown;
    else if (isAhead)
        cell.standing = Standing::Ahead;
    else if (isBehind)
        cell.standing = Standing::Behind;
    else
        cell.standing = isDifferent ? Standing::Different : Standing::Same;
    if (isBehind)
        cell.behind = most;
    else if (cell.standing == Standing::Same)
        cell.behind = 0;
}

} // namespace

void compareCells(Catalogue &catalogue)
{
    QHash<std::pair<int, int>, qsizetype> index;
    for (qsizetype i = 0; i < catalogue.cells.size(); ++i)
        index.insert({catalogue.cells[i].unit, catalogue.cells[i].environment}, i);
    for (Cell &cell : catalogue.cells) {
        cell.previous = previousOf(catalogue, index, cell);
        cell.behind.reset();
        if (!catalogue.environments[cell.environment].isPlaced)
            cell.standing = Standing::Unknown;
        else if (cell.previous < 0)
            cell.standing = Standing::First;
        else
            compareCell(catalogue, cell, catalogue.cells[index.value({cell.unit, cell.previous})]);
    }
}

} // namespace Environments
