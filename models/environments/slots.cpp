// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/slots.h"

#include <QSet>

#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

bool isSkippedPlace(const QByteArray &folder)
{
    const QByteArrayList parts = folder.isEmpty() ? QByteArrayList() : folder.split('/');
    return std::ranges::any_of(parts, isSkippedFolder);
}

/// The folder with {env} for each part that is an environment.
QByteArray slotOfFolder(const QByteArray &folder)
{
    QByteArrayList parts = folder.isEmpty() ? QByteArrayList() : folder.split('/');
    for (QByteArray &part : parts) {
        if (const auto named = findEnvironment(part))
            part = named->prefix + "{env}" + named->variant;
    }
    return parts.join('/');
}

QSet<int> ranksOf(const QList<Candidate> &members)
{
    QSet<int> ranks;
    for (const Candidate &candidate : members)
        ranks.insert(candidate.named.rank);
    return ranks;
}

/// The keys under which a slot matches its siblings: one folder of it, not the last part, is left open.
QByteArrayList openKeys(const QByteArray &slot)
{
    QByteArrayList keys;
    const QByteArrayList parts = slot.split('/');
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        QByteArrayList open = parts;
        open[i] = "*";
        keys.append(open.join('/'));
    }
    return keys;
}

/// Keeps proven families, and those that stand in the same place of a sibling folder.
QList<Family> provenOnly(const QMap<QByteArray, Family> &all)
{
    QList<Family> families;
    QSet<QByteArray> provenKeys;
    for (const Family &family : all) {
        if (!family.isProven)
            continue;
        families.append(family);
        for (const QByteArray &key : openKeys(family.slot))
            provenKeys.insert(key);
    }
    for (const Family &family : all) {
        const bool isJoined =
            !family.isProven && std::ranges::any_of(openKeys(family.slot), [&](const QByteArray &key) {
                return provenKeys.contains(key);
            });
        if (isJoined)
            families.append(family);
    }
    return families;
}

/// {dev-api, prod-api, dev-web, prod-web}: what follows the word names units, as it is the same for each of
/// them.
void takeVariantsAsUnits(Family &family)
{
    QMap<QByteArray, QSet<QByteArray>> wordsOf;
    for (const Candidate &candidate : std::as_const(family.members)) {
        if (candidate.named.variant.isEmpty() || isRegion(candidate.named.variant))
            return;
        wordsOf[candidate.named.variant].insert(candidate.named.canonical);
    }
    const QSet<QByteArray> first = wordsOf.isEmpty() ? QSet<QByteArray>() : wordsOf.first();
    const bool isProduct =
        wordsOf.size() > 1 && first.size() > 1 &&
        std::ranges::all_of(wordsOf, [&first](const QSet<QByteArray> &words) { return words == first; });
    if (!isProduct)
        return;
    for (Candidate &candidate : family.members)
        candidate.unit = std::exchange(candidate.named.variant, {});
}

/// non-prod is no environment when it holds qa and stage: the inner ones are.
void dropOuter(QList<Family> &families)
{
    std::set<QByteArray> paths;
    for (const Family &family : std::as_const(families)) {
        for (const Candidate &candidate : family.members)
            paths.insert(candidate.path);
    }
    for (Family &family : families) {
        family.members.removeIf([&paths](const Candidate &candidate) {
            const auto next = paths.lower_bound(QByteArray(candidate.path + '/'));
            return next != paths.end() && isInside(*next, candidate.path);
        });
    }
    families.removeIf([](const Family &family) { return family.members.isEmpty(); });
}

QByteArray extensionOf(const QByteArray &name)
{
    static constexpr std::array extensions = {"yaml", "yml", "tfvars",     "env",
                                              "json", "hcl", "properties", "conf"};
    const qsizetype dot = name.lastIndexOf('.');
    const QByteArray extension = dot < 0 ? QByteArray() : name.sliced(dot + 1);
    return std::ranges::find(extensions, extension) != extensions.end() ? extension : QByteArray();
}

bool isInsideAny(const QByteArray &path, const std::set<QByteArray> &folders)
{
    for (QByteArray folder = parentOf(path); !folder.isEmpty(); folder = parentOf(folder)) {
        if (folders.contains(folder))
            return true;
    }
    return false;
}

/// values.yaml and one values-production.yaml beside Chart.yaml are a base and an environment.
void addBaseOfSingle(const Files &files, Family &family)
{
    const Candidate &only = family.members.first();
    if (only.base.isEmpty() || !files.contains(joined(parentOf(only.path), "Chart.yaml"_ba)))
        return;
    Candidate base;
    base.path = only.base;
    base.isFolder = false;
    base.named = {.word = "base", .canonical = "base", .rank = -1};
    base.slot = only.slot;
    family.members.append(base);
    family.isProven = true;
}

std::optional<Candidate> fileCandidate(const Files &files, const QByteArray &path)
{
    const QByteArray name = nameOf(path);
    const QByteArray extension = extensionOf(name);
    const QByteArray folder = parentOf(path);
    if (extension.isEmpty() || name.startsWith('.') || isSkippedPlace(folder))
        return {};
    const QByteArray stem = name.first(name.size() - extension.size() - 1);
    const auto named = findEnvironment(stem);
    if (!named)
        return {};
    Candidate candidate;
    candidate.path = path;
    candidate.isFolder = false;
    candidate.named = *named;
    candidate.slot = joined(slotOfFolder(folder), named->prefix + "{env}." + extension);
    const QByteArray base = joined(folder, named->prefix + '.' + extension);
    if (!named->prefix.isEmpty() && files.contains(base))
        candidate.base = base;
    return candidate;
}

} // namespace

QList<Family> folderFamilies(const Files &files)
{
    QMap<QByteArray, Family> all;
    QByteArray last;
    QSet<QByteArray> seen;
    for (const QByteArray &path : files.all()) {
        const QByteArray parent = parentOf(path);
        if (parent == std::exchange(last, parent))
            continue;
        for (QByteArray folder = parent; !folder.isEmpty() && !seen.contains(folder);
             folder = parentOf(folder)) {
            seen.insert(folder);
            const auto named = findEnvironment(nameOf(folder));
            if (!named || isSkippedPlace(parentOf(folder)))
                continue;
            Candidate candidate;
            candidate.path = folder;
            candidate.named = *named;
            candidate.unit = named->prefix;
            candidate.slot = joined(slotOfFolder(parentOf(folder)), named->prefix + "{env}");
            Family &family = all[candidate.slot];
            family.slot = candidate.slot;
            family.members.append(candidate);
        }
    }
    for (Family &family : all)
        family.isProven = ranksOf(family.members).size() > 1;
    QList<Family> families = provenOnly(all);
    for (Family &family : families)
        takeVariantsAsUnits(family);
    dropOuter(families);
    return families;
}

QList<Family> fileFamilies(const Files &files, const QList<QByteArray> &outside)
{
    const std::set<QByteArray> taken(outside.begin(), outside.end());
    QMap<QByteArray, Family> all;
    for (const QByteArray &path : files.all()) {
        const auto candidate = isInsideAny(path, taken) ? std::nullopt : fileCandidate(files, path);
        if (!candidate)
            continue;
        Family &family = all[candidate->slot];
        family.slot = candidate->slot;
        family.members.append(*candidate);
    }
    for (Family &family : all) {
        family.isProven = ranksOf(family.members).size() > 1;
        if (!family.isProven && family.members.size() == 1)
            addBaseOfSingle(files, family);
    }
    return provenOnly(all);
}

} // namespace Environments
