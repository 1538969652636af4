// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/classify.h"

#include "base/text.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

// Folders that say how a repository is laid out, not what is in it.
const QSet<QByteArray> &structuralNames()
{
    static const QSet<QByteArray> names = {
        "apps",
        "applications",
        "overlays",
        "base",
        "bases",
        "components",
        "clusters",
        "cluster",
        "environments",
        "envs",
        "env",
        "variants",
        "kubernetes",
        "k8s",
        "manifests",
        "deploy",
        "deployment",
        "deployments",
        "infrastructure",
        "infra",
        "gitops",
        "services",
        "templates",
        "helm",
        "kustomize",
        "terraform",
        "modules",
        "module",
        "tf",
        "src",
        "config",
        "configs",
        "releases",
        "release",
        "namespaces",
        "tenants",
        "app",
        "resources",
        "patches",
        "patch",
        "charts",
        "stages",
        "argocd",
        "argo",
        "flux",
        "flux-system",
        "lib",
        "pkg",
        "internal",
        "cmd",
        "test",
        "tests",
        "main",
        "java",
        "values",
        "live",
    };
    return names;
}

const QHash<QString, int> &environmentRanks()
{
    static const QHash<QString, int> ranks = {
        {u"dev"_s, 1},        {u"development"_s, 1}, {u"sandbox"_s, 1}, {u"preview"_s, 1},
        {u"local"_s, 1},      {u"test"_s, 2},        {u"testing"_s, 2}, {u"qa"_s, 2},
        {u"int"_s, 2},        {u"integration"_s, 2}, {u"sit"_s, 2},     {u"load"_s, 2},
        {u"staging"_s, 3},    {u"stage"_s, 3},       {u"stg"_s, 3},     {u"uat"_s, 3},
        {u"acceptance"_s, 3}, {u"demo"_s, 3},        {u"preprod"_s, 4}, {u"pre-prod"_s, 4},
        {u"canary"_s, 4},     {u"prod"_s, 5},        {u"prd"_s, 5},     {u"production"_s, 5},
        {u"live"_s, 5},
    };
    return ranks;
}

// In a file name an abbreviation is a suffix, not a name that people use: values-prod.yaml is about
// production.
QString spelledOut(const QString &name)
{
    if (name == "prod"_L1 || name == "prd"_L1)
        return u"production"_s;
    if (name == "stg"_L1 || name == "stage"_L1)
        return u"staging"_s;
    return name;
}

// Words that mean something else too; they name an environment only behind a folder that holds environments.
bool isAmbiguous(const QByteArray &name)
{
    return name == "test" || name == "testing" || name == "live" || name == "local" || name == "demo" ||
           name == "int" || name == "load" || name == "canary" || name == "integration" || name == "preview";
}

bool holdsEnvironments(const QByteArray &folder)
{
    return folder == "overlays" || folder == "environments" || folder == "envs" || folder == "env" ||
           folder == "stages" || folder == "clusters" || folder == "variants";
}

int rankOf(const QByteArray &segment)
{
    return environmentRanks().value(QString::fromLatin1(segment), 0);
}

// prod-eu and us-production belong to production too.
bool namesEnvironment(const QByteArray &segment, const QByteArray &before)
{
    if (holdsEnvironments(before))
        return !structuralNames().contains(segment) || rankOf(segment) > 0;
    if (isAmbiguous(segment))
        return false;
    if (rankOf(segment) > 0)
        return true;
    const qsizetype dash = segment.indexOf('-');
    const QByteArray start = segment.first(qMax<qsizetype>(dash, 0));
    return dash > 0 && !isAmbiguous(start) && rankOf(start) > 0;
}

QByteArray stemOf(const QByteArray &name)
{
    QByteArray stem = name;
    for (const char *ending :
         {".yaml", ".yml", ".json", ".tfvars", ".tf", ".enc", ".sops", ".auto", ".hcl", ".env"}) {
        if (stem.endsWith(ending))
            stem.chop(qstrlen(ending));
    }
    return stem;
}

QString environmentOfFile(const QByteArray &name)
{
    const QByteArray stem = stemOf(name);
    if (stem == name)
        return {};
    if (rankOf(stem) > 0 && !isAmbiguous(stem))
        return spelledOut(QString::fromLatin1(stem));
    const qsizetype cut = qMax(stem.lastIndexOf('-'), stem.lastIndexOf('.'));
    const QByteArray end = stem.sliced(cut + 1);
    const bool isValues = stem.startsWith("values") || stem.startsWith("config");
    return cut > 0 && rankOf(end) > 0 && (isValues || !isAmbiguous(end))
               ? spelledOut(QString::fromLatin1(end))
               : QString();
}

QString componentOf(const QList<QByteArray> &folders)
{
    for (qsizetype i = 0; i + 1 < folders.size(); ++i) {
        if (folders[i] == "charts" || folders[i] == "modules")
            return displayText(folders[i + 1]);
    }
    for (qsizetype i = folders.size() - 1; i >= 0; --i) {
        const QByteArray before = i > 0 ? folders[i - 1] : QByteArray();
        const bool isHidden = folders[i].startsWith('.');
        if (!isHidden && !structuralNames().contains(folders[i]) && !namesEnvironment(folders[i], before))
            return displayText(folders[i]);
    }
    return {};
}

} // namespace

int environmentRank(QStringView name)
{
    const QString lower = name.toString().toLower();
    const int rank = environmentRanks().value(lower, 0);
    return rank > 0 ? rank : environmentRanks().value(lower.section(u'-', 0, 0), 0);
}

PathFacts classifyPath(const QByteArray &path)
{
    QList<QByteArray> folders = path.split('/');
    const QByteArray name = folders.takeLast();
    PathFacts facts;
    facts.kind = pathClassOf(path);
    facts.component = componentOf(folders);
    for (qsizetype i = folders.size() - 1; i >= 0 && facts.environment.isEmpty(); --i) {
        if (namesEnvironment(folders[i], i > 0 ? folders[i - 1] : QByteArray()))
            facts.environment = displayText(folders[i]);
    }
    if (facts.environment.isEmpty())
        facts.environment = environmentOfFile(name);
    return facts;
}

bool isBelow(QByteArrayView path, QByteArrayView folder)
{
    return folder.isEmpty() ||
           (path.size() > folder.size() && path.startsWith(folder) && path[folder.size()] == '/');
}

QByteArray parentFolder(const QByteArray &path)
{
    return path.first(qMax<qsizetype>(path.lastIndexOf('/'), 0));
}

QByteArray fileName(const QByteArray &path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

} // namespace Drafting
