// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/transforms.h"

#include "drift/edit.h"
#include "drift/references.h"
#include "drift/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

struct LabelPath
{
    QByteArrayView kind, path;
    bool isSelector = false, mayCreate = false;
};

constexpr auto kLabelPaths = std::to_array<LabelPath>({
    {"Service", "spec.selector", true, true},
    {"ReplicationController", "spec.selector", true, true},
    {"ReplicationController", "spec.template.metadata.labels", false, true},
    {"Deployment", "spec.selector.matchLabels", true, true},
    {"Deployment", "spec.template.metadata.labels", false, true},
    {"ReplicaSet", "spec.selector.matchLabels", true, true},
    {"ReplicaSet", "spec.template.metadata.labels", false, true},
    {"DaemonSet", "spec.selector.matchLabels", true, true},
    {"DaemonSet", "spec.template.metadata.labels", false, true},
    {"StatefulSet", "spec.selector.matchLabels", true, true},
    {"StatefulSet", "spec.template.metadata.labels", false, true},
    {"StatefulSet", "spec.volumeClaimTemplates[].metadata.labels", false, true},
    {"Job", "spec.selector.matchLabels", true, false},
    {"Job", "spec.template.metadata.labels", false, true},
    {"CronJob", "spec.jobTemplate.spec.selector.matchLabels", true, false},
    {"CronJob", "spec.jobTemplate.metadata.labels", false, true},
    {"CronJob", "spec.jobTemplate.spec.template.metadata.labels", false, true},
    {"PodDisruptionBudget", "spec.selector.matchLabels", true, false},
    {"NetworkPolicy", "spec.podSelector.matchLabels", true, false},
    {"NetworkPolicy", "spec.ingress[].from[].podSelector.matchLabels", true, false},
    {"NetworkPolicy", "spec.egress[].to[].podSelector.matchLabels", true, false},
});

constexpr auto kSpreadPaths = std::to_array<QByteArrayView>({
    "affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm.labelSelector."
    "matchLabels",
    "affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[].labelSelector.matchLabels",
    "affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm.labelSelector"
    ".matchLabels",
    "affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[].labelSelector.matchLabels",
    "topologySpreadConstraints[].labelSelector.matchLabels",
});

bool hasFixedName(const ResourceKey &key)
{
    return key.kind == "Namespace" || key.kind == "CustomResourceDefinition" || key.kind == "APIService";
}

void addPairs(Yaml::Value &mapping, const Yaml::Value &pairs)
{
    for (const Yaml::Entry &entry : pairs.entries)
        setEntry(mapping, entry.key, entry.value);
    if (mapping.line == 0) // made for them
        mapping.line = pairs.line;
}

/// web:1.0@sha256:… in its parts. A colon before the last slash belongs to a port.
struct ImageName
{
    QByteArray name, tag, digest;

    explicit ImageName(const QByteArray &text)
        : name(text)
    {
        if (const qsizetype at = name.indexOf('@'); at >= 0) {
            digest = name.sliced(at + 1);
            name.truncate(at);
        }
        if (const qsizetype colon = name.lastIndexOf(':'); colon > name.lastIndexOf('/')) {
            tag = name.sliced(colon + 1);
            name.truncate(colon);
        }
    }

    QByteArray text() const
    {
        return name + (tag.isEmpty() ? ""_ba : QByteArray(':' + tag)) +
               (digest.isEmpty() ? ""_ba : QByteArray('@' + digest));
    }
};

/// The line of a rule that one edits for another version.
int lineOf(const Yaml::Value &rule)
{
    for (const QByteArrayView field : {"newTag", "digest", "tagSuffix", "newName"})
        if (const Yaml::Value *value = rule.find(field); value && !value->text.isEmpty())
            return value->line;
    return rule.line;
}

void setImage(Resource &object, Yaml::Value &image, const Yaml::Value &rule, const QByteArray &file)
{
    ImageName parts(image.text);
    if (!image.isScalar() || parts.name != rule.textAt({"name"}))
        return;
    const QByteArray newName = rule.textAt({"newName"}), newTag = rule.textAt({"newTag"});
    const QByteArray digest = rule.textAt({"digest"}), suffix = rule.textAt({"tagSuffix"});
    if (!newName.isEmpty())
        parts.name = newName;
    if (!newTag.isEmpty() || !digest.isEmpty()) {
        parts.tag = newTag;
        parts.digest = digest;
    }
    if (!suffix.isEmpty() && digest.isEmpty() && newTag.isEmpty())
        parts.tag += suffix;
    Yaml::Value changed = Yaml::makeString(parts.text());
    changed.line = object.addPlace({file, lineOf(rule)});
    image = std::move(changed);
}

/// Every containers and initContainers list, wherever it stands.
void visitImages(Resource &object, Yaml::Value &value, const Yaml::Value &rule, const QByteArray &file)
{
    for (Yaml::Value &item : value.items)
        visitImages(object, item, rule, file);
    for (Yaml::Entry &entry : value.entries) {
        if (entry.key == "containers" || entry.key == "initContainers" || entry.key == "ephemeralContainers")
            for (Yaml::Value &item : entry.value.items)
                if (Yaml::Value *image = child(item, "image"))
                    setImage(object, *image, rule, file);
        visitImages(object, entry.value, rule, file);
    }
}

} // namespace

void setNamespace(QList<OverlayItem> &items, const QByteArray &nameSpace)
{
    for (OverlayItem &item : items) {
        Resource &object = item.object;
        if (object.key.kind == "Namespace") {
            object.key.name = nameSpace;
            setEntry(ensureMapping(object.value, "metadata"_ba), "name"_ba, Yaml::makeString(nameSpace));
        } else if (!isClusterWide(object.key.kind)) {
            object.key.nameSpace = nameSpace;
            setEntry(ensureMapping(object.value, "metadata"_ba), "namespace"_ba, Yaml::makeString(nameSpace));
        }
    }
    followNamespace(items, nameSpace);
}

void addPrefixAndSuffix(QList<OverlayItem> &items, const QByteArray &prefix, const QByteArray &suffix)
{
    QList<Renaming> renamings;
    for (OverlayItem &item : items)
        if (!hasFixedName(item.object.key))
            renamings << rename(item, prefix + item.object.key.name + suffix);
    followNames(items, renamings);
}

void addLabels(QList<OverlayItem> &items, const Yaml::Value &pairs, const QByteArray &file, bool inSelectors,
               bool inTemplates)
{
    if (pairs.entries.isEmpty())
        return;
    for (OverlayItem &item : items) {
        const Yaml::Value placed = placedIn(item.object, pairs, file);
        const auto add = [&placed](Yaml::Value &labels) { addPairs(labels, placed); };
        visitAt(item.object.value, "metadata.labels", true, add);
        for (const LabelPath &path : kLabelPaths)
            if (path.kind == item.object.key.kind && (inSelectors || (inTemplates && !path.isSelector)))
                visitAt(item.object.value, path.path, path.mayCreate, add);
        for (const QByteArrayView path : kSpreadPaths)
            if (inSelectors)
                visitAt(item.object.value, QByteArray("spec.template.spec." + path.toByteArray()), false,
                        add);
    }
}

void addAnnotations(QList<OverlayItem> &items, const Yaml::Value &pairs, const QByteArray &file)
{
    if (pairs.entries.isEmpty())
        return;
    for (OverlayItem &item : items) {
        const Yaml::Value placed = placedIn(item.object, pairs, file);
        const auto add = [&placed](Yaml::Value &annotations) { addPairs(annotations, placed); };
        visitAt(item.object.value, "metadata.annotations", true, add);
        for (const LabelPath &path : kLabelPaths)
            if (path.kind == item.object.key.kind && path.path.endsWith("template.metadata.labels"))
                visitAt(item.object.value, QByteArray(path.path.chopped(6).toByteArray() + "annotations"),
                        true, add);
    }
}

void setImages(QList<OverlayItem> &items, const Yaml::Value &rules, const QByteArray &file)
{
    for (OverlayItem &item : items)
        for (const Yaml::Value &rule : rules.items)
            if (item.object.key.kind != "CustomResourceDefinition")
                visitImages(item.object, item.object.value, rule, file);
}

bool setReplicas(QList<OverlayItem> &items, const Yaml::Value &rule, const QByteArray &file)
{
    static constexpr auto kScaled =
        std::to_array<QByteArrayView>({"Deployment", "ReplicaSet", "StatefulSet", "ReplicationController"});
    const QByteArray name = rule.textAt({"name"});
    bool isFound = false;
    for (OverlayItem &item : items) {
        const bool isNamed = item.object.key.name == name || item.oldNames.contains(name);
        if (!isNamed || !std::ranges::contains(kScaled, QByteArrayView(item.object.key.kind)))
            continue;
        isFound = true;
        Yaml::Value count = Yaml::makeScalar(Yaml::Kind::Integer, rule.textAt({"count"}));
        const Yaml::Value *said = rule.find("count");
        count.line = item.object.addPlace({file, said ? said->line : rule.line});
        setEntry(ensureMapping(item.object.value, "spec"_ba), "replicas"_ba, std::move(count));
    }
    return isFound;
}

void addHashes(QList<OverlayItem> &items)
{
    QList<Renaming> renamings;
    for (OverlayItem &item : items) {
        if (!std::exchange(item.needsHash, false))
            continue;
        renamings << rename(item, item.object.key.name + '-' + contentHash(item.object.value));
    }
    followNames(items, renamings);
}

} // namespace Drift
