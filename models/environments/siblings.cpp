// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/slots.h"

#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

QSet<QByteArray> shapeOf(const Files &files, const QByteArray &folder)
{
    QSet<QByteArray> shape;
    for (const QByteArray &path : files.under(folder)) {
        shape.insert(path.sliced(folder.size() + 1));
        if (shape.size() >= 200)
            break;
    }
    return shape;
}

bool isAlike(const QSet<QByteArray> &a, const QSet<QByteArray> &b)
{
    qsizetype common = 0;
    for (const QByteArray &name : a)
        common += b.contains(name);
    return common > 0 && 2 * common >= a.size() + b.size() - common; // at least half of all names are in both
}

bool isSharedName(const QByteArray &name)
{
    static constexpr std::array names = {"base",       "bases",     "common",  "shared",
                                         "default",    "defaults",  "modules", "module",
                                         "components", "component", "global",  "all"};
    return std::ranges::find(names, name.toLower()) != names.end();
}

} // namespace

bool isSkippedFolder(const QByteArray &name)
{
    static constexpr std::array names = {"docs",         "doc",         "documentation", "src",
                                         "vendor",       "third_party", "thirdparty",    "3rdparty",
                                         "node_modules", "templates",   "scripts",       "fixtures",
                                         "__tests__",    "spec",        "site-packages"};
    if (name.startsWith('.'))
        return true;
    const bool isEnvironment = findEnvironment(name).has_value();
    return (name.startsWith("test") && !isEnvironment) || name == "ci" ||
           std::ranges::find(names, name) != names.end();
}

QByteArray applicationOf(const QByteArray &folder)
{
    static constexpr std::array generic = {
        "overlays",       "overlay",     "envs",      "env",        "environments", "environment",
        "clusters",       "cluster",     "kustomize", "kubernetes", "k8s",          "deploy",
        "deployment",     "deployments", "manifests", "apps",       "applications", "gitops",
        "infrastructure", "infra",       "terraform", "live",       "config",       "configs",
        "configuration",  "helm",        "charts",    "chart",      "argocd",       "argo-cd",
        "flux",           "fluxcd",      "stages",    "targets",    "regions",      "base",
        "values",         "releases",    "teams",     "services"};
    QByteArrayList parts = folder.isEmpty() ? QByteArrayList() : folder.split('/');
    while (!parts.isEmpty()) {
        const QByteArray part = parts.takeLast();
        const bool isGeneric = std::ranges::find(generic, part.toLower()) != generic.end();
        if (!isGeneric && !findEnvironment(part) && !isRegion(part))
            return part;
    }
    return {};
}

void addUnknownSiblings(const Files &files, QList<Family> &families)
{
    QSet<QByteArray> taken;
    QMap<QByteArray, QList<std::pair<Family *, QSet<QByteArray>>>> shapes; // by the folder they stand in
    for (Family &family : families) {
        for (const Candidate &candidate : std::as_const(family.members)) {
            taken.insert(candidate.path);
            shapes[parentOf(candidate.path)].append({&family, shapeOf(files, candidate.path)});
        }
    }
    for (auto it = shapes.begin(); it != shapes.end(); ++it) {
        if (it->size() < 2)
            continue;
        for (const QByteArray &folder : files.folders(it.key())) {
            const QByteArray name = nameOf(folder);
            if (taken.contains(folder) || isSkippedFolder(name) || isSharedName(name))
                continue;
            const QSet<QByteArray> shape = shapeOf(files, folder);
            const auto alike =
                std::ranges::find_if(*it, [&](const auto &known) { return isAlike(shape, known.second); });
            if (alike == it->end())
                continue;
            Candidate candidate;
            candidate.path = folder;
            const auto weak = findEnvironment(name, WeakWords::Inside);
            candidate.isPlaced = weak.has_value();
            candidate.named = weak ? *weak : NamedEnvironment{.word = name, .canonical = name, .rank = 0};
            candidate.slot = alike->first->slot;
            alike->first->members.append(candidate);
        }
    }
}

} // namespace Environments
