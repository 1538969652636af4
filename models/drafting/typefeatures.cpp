// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/typefeatures.h"

#include "drafting/classify.h"

#include <QMap>
#include <QMultiHash>
#include <QSet>

#include <algorithm>

namespace Drafting {

namespace {

constexpr qsizetype kMostFeatureFiles = 200;
constexpr qsizetype kMostNamedFiles = 30;

QByteArray shortName(PathClass kind)
{
    switch (kind) {
    case PathClass::Lockfile:
        return "lock";
    case PathClass::Generated:
        return "gen";
    case PathClass::Docs:
        return "docs";
    case PathClass::Test:
        return "test";
    case PathClass::Ci:
        return "ci";
    case PathClass::RepoMeta:
        return "meta";
    case PathClass::Manifest:
        return "man";
    case PathClass::Build:
        return "build";
    case PathClass::Terraform:
        return "tf";
    case PathClass::HelmChart:
        return "chart";
    case PathClass::HelmValues:
        return "values";
    case PathClass::HelmTemplate:
        return "tmpl";
    case PathClass::Kustomization:
        return "kust";
    case PathClass::Data:
        return "data";
    case PathClass::Source:
        return "src";
    case PathClass::Asset:
        return "asset";
    }
    return "src";
}

QByteArray endingOf(const QByteArray &name)
{
    const qsizetype dot = name.lastIndexOf('.');
    return dot > 0 ? name.sliced(dot + 1).toLower() : name;
}

int bitLength(qsizetype count)
{
    int bits = 0;
    for (; count > 0; count >>= 1)
        ++bits;
    return bits;
}

// The classes that say something: lockfiles and generated files only when there is nothing else.
QByteArray tellingClasses(const QMap<QByteArray, qsizetype> &classes)
{
    QByteArrayList all = classes.keys();
    QByteArrayList telling = all;
    telling.removeIf([](const QByteArray &name) { return name == "lock" || name == "gen"; });
    return (telling.isEmpty() ? all : telling).join('+');
}

QList<QByteArray> sorted(const QSet<QByteArray> &features)
{
    QList<QByteArray> list(features.begin(), features.end());
    std::ranges::sort(list);
    return list;
}

void addFile(const ChangedPath &file, bool isNamed, QSet<QByteArray> &general, QSet<QByteArray> &local)
{
    general.insert("f:" + fileName(file.path));
    for (QByteArray folder = parentFolder(file.path); !folder.isEmpty(); folder = parentFolder(folder))
        local.insert("d:" + folder);
    if (isNamed)
        local.insert("p:" + file.path);
}

char kindOf(Diff::FileStatus status)
{
    switch (status) {
    case Diff::FileStatus::Added:
    case Diff::FileStatus::Copied:
        return 'A';
    case Diff::FileStatus::Deleted:
        return 'D';
    case Diff::FileStatus::Renamed:
        return 'R';
    default:
        return 'M';
    }
}

} // namespace

TypeFeatures typeFeatures(QList<ChangedPath> files)
{
    std::ranges::sort(files, [](const ChangedPath &a, const ChangedPath &b) {
        return a.path != b.path ? a.path < b.path : a.kind < b.kind;
    });
    files = files.first(qMin(files.size(), kMostFeatureFiles));
    const qsizetype count = files.size();
    QSet<QByteArray> general = {"b", 'n' + QByteArray::number(qMin(bitLength(count), 7))};
    QSet<QByteArray> local, endings;
    QMap<QByteArray, qsizetype> classes;
    QMap<char, qsizetype> kinds;
    for (const ChangedPath &file : std::as_const(files)) {
        const QByteArray one = shortName(pathClassOf(file.path));
        ++classes[one];
        ++kinds[file.kind];
        if (file.kind != 'M')
            general.insert(QByteArray("kc:") + file.kind + one);
        endings.insert(endingOf(fileName(file.path)));
        addFile(file, count <= kMostNamedFiles, general, local);
    }
    for (const QByteArray &ending : std::as_const(endings))
        general.insert("e:" + ending);
    if (endings.size() == 1)
        general.insert("eo:" + *endings.cbegin());
    for (const auto &[one, number] : classes.asKeyValueRange()) {
        general.insert("c:" + one);
        general.insert("s:" + one + QByteArray::number(qMin<qsizetype>(3, number * 4 / count)));
        if (number == count)
            general.insert("only:" + one);
    }
    for (const auto &[kind, number] : kinds.asKeyValueRange()) {
        general.insert(QByteArray("k:") + kind);
        if (number == count)
            general.insert(QByteArray("kall:") + kind);
    }
    general.insert("set:" + tellingClasses(classes));
    return {sorted(general), sorted(local)};
}

QList<ChangedPath> changedPaths(const QList<Git::FileChange> &changes)
{
    QMultiHash<QByteArray, qsizetype> gone;
    QList<ChangedPath> files;
    for (const Git::FileChange &change : changes) {
        if (change.status == Diff::FileStatus::Deleted)
            gone.insert(change.oldId.toHex(), files.size());
        files.append({change.path, kindOf(change.status)});
    }
    QSet<qsizetype> moved;
    for (qsizetype i = 0; i < changes.size() && !gone.isEmpty(); ++i) {
        const auto found = files[i].kind == 'A' ? gone.find(changes[i].newId.toHex()) : gone.end();
        if (found == gone.end())
            continue;
        files[i].kind = 'R';
        moved.insert(*found);
        gone.erase(found);
    }
    QList<ChangedPath> left;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (!moved.contains(i))
            left.append(files[i]);
    }
    return left;
}

QList<ChangedPath> changedPaths(const QList<Change> &changes)
{
    QList<ChangedPath> files;
    for (const Change &change : changes)
        files.append({change.file.path(), kindOf(change.file.status)});
    return files;
}

} // namespace Drafting
