// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/catalogue.h"

#include "git/tree.h"

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

/// Where a unit stands, before names are unique.
struct Placed
{
    QByteArray name, slot;
    MemberKind kind = MemberKind::Raw;
    QMap<std::pair<int, QByteArray>, QByteArray> versions; ///< by environment and artifact
};

/// Two places of the same name are one unit unless they say different things about the same environment.
bool isInConflict(const Placed &a, const Placed &b)
{
    for (auto it = a.versions.begin(); it != a.versions.end(); ++it) {
        const auto other = b.versions.constFind(it.key());
        if (other != b.versions.constEnd() && *other != *it)
            return true;
    }
    return false;
}

QByteArray fixedPart(const QByteArray &slot)
{
    QByteArray fixed = slot.first(std::max<qsizetype>(0, slot.indexOf('{')));
    while (fixed.endsWith('/'))
        fixed.chop(1);
    return fixed.isEmpty() ? slot : fixed;
}

QList<Unit> unitsOf(const QList<Placed> &places)
{
    QMap<QByteArray, QList<Placed>> byName;
    for (const Placed &placed : places)
        byName[placed.name].append(placed);
    QList<Unit> units;
    for (const QList<Placed> &same : byName) {
        bool isOne = true;
        for (qsizetype i = 0; i < same.size() && isOne; ++i) {
            for (qsizetype j = i + 1; j < same.size() && isOne; ++j)
                isOne = !isInConflict(same[i], same[j]);
        }
        QSet<QByteArray> names;
        for (const Placed &placed : same) {
            QByteArray name =
                isOne ? placed.name : QByteArray(placed.name + " (" + fixedPart(placed.slot) + ')');
            if (!isOne && names.contains(name))
                name = placed.name + " (" + placed.slot + ')';
            if (isOne && !names.isEmpty()) {
                units.last().places.append(placed.slot);
                continue;
            }
            names.insert(name);
            units.append({name, placed.kind, placed.name, {placed.slot}});
        }
    }
    std::ranges::sort(units, {}, &Unit::name);
    return units;
}

} // namespace

const Cell *Catalogue::cell(int unit, int environment) const
{
    const auto place = std::ranges::find_if(
        cells, [=](const Cell &cell) { return cell.unit == unit && cell.environment == environment; });
    return place == cells.end() ? nullptr : &*place;
}

bool Catalogue::isUnknown(int unit, int environment) const
{
    if (cell(unit, environment))
        return false;
    return std::ranges::any_of(members, [&](const Member &member) {
        return member.isUnreadable && member.environment == environment &&
               units[unit].places.contains(member.slot);
    });
}

int unitOf(const Catalogue &catalogue, const Member &member, const QByteArray &ownName)
{
    const auto place = std::ranges::find_if(catalogue.units, [&](const Unit &unit) {
        return unit.ownName == ownName && unit.places.contains(member.slot);
    });
    return place == catalogue.units.end() ? -1 : static_cast<int>(place - catalogue.units.begin());
}

namespace {

/// By unit, then environment; of an artifact that several members name, the first counts.
QList<Cell> cellsOf(const Catalogue &catalogue, const QList<MemberVersions> &read)
{
    QMap<std::pair<int, int>, Cell> cells;
    for (qsizetype i = 0; i < read.size(); ++i) {
        const Member &member = catalogue.members[i];
        for (const UnitVersion &version : std::as_const(read[i].versions)) {
            const int unit = unitOf(catalogue, member, version.unit);
            Cell &cell = cells[{unit, member.environment}];
            cell.unit = unit;
            cell.environment = member.environment;
            const bool isKnown = std::ranges::any_of(cell.versions, [&version](const VersionValue &value) {
                return value.artifact == version.value.artifact;
            });
            if (!isKnown)
                cell.versions.append(version.value);
        }
    }
    return cells.values();
}

} // namespace

Result<Catalogue> readCatalogue(Files &files, const CancelToken &cancel)
{
    const Result<Discovery> discovery = discover(files, cancel);
    if (!discovery)
        return std::unexpected(discovery.error());
    Catalogue catalogue;
    catalogue.environments = discovery->environments;
    catalogue.members = discovery->members;
    catalogue.problems = discovery->problems;
    QMap<std::pair<QByteArray, QByteArray>, Placed> places;
    QList<MemberVersions> read;
    for (Member &member : catalogue.members) {
        if (cancel.isCancelled())
            return failCancelled();
        read.append(readVersions(files, member));
        member.isUnreadable = !read.last().problems.isEmpty();
        for (const Problem &problem : std::as_const(read.last().problems)) {
            if (!catalogue.problems.contains(problem))
                catalogue.problems.append(problem);
        }
        for (const UnitVersion &version : std::as_const(read.last().versions)) {
            Placed &placed = places[{version.unit, member.slot}];
            placed.name = version.unit;
            placed.slot = member.slot;
            placed.kind = member.kind;
            placed.versions[{member.environment, version.value.artifact}] = version.value.version;
        }
    }
    catalogue.units = unitsOf(places.values());
    catalogue.cells = cellsOf(catalogue, read);
    compareCells(catalogue);
    return catalogue;
}

Result<Files> filesOf(const Git::RepoLocation &where, const Git::ObjectId &commit, const CancelToken &cancel)
{
    const Result<QList<Git::TreeFile>> tree = Git::readTree(where, commit, cancel);
    if (!tree)
        return std::unexpected(tree.error());
    Files files([where](const QList<Git::ObjectId> &ids) { return Git::readBlobs(where, ids); });
    for (const Git::TreeFile &file : *tree) {
        // A symbolic link is not followed: it may lead anywhere.
        if (file.kind == Git::FileKind::Regular || file.kind == Git::FileKind::Executable)
            files.set(file.path, file.id);
    }
    return files;
}

Result<Catalogue> readCatalogue(const Git::RepoLocation &where, const Git::ObjectId &commit,
                                const CancelToken &cancel)
{
    Result<Files> files = filesOf(where, commit, cancel);
    if (!files)
        return std::unexpected(files.error());
    Result<Catalogue> catalogue = readCatalogue(*files, cancel);
    if (catalogue)
        catalogue->commit = commit;
    return catalogue;
}

} // namespace Environments
