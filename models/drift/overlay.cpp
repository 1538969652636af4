// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/overlay.h"

#include "drift/manifest.h"
#include "drift/normalise.h"
#include "drift/overlayreader.h"
#include "drift/text.h"
#include "drift/transforms.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

constexpr int kDeepest = 32;

constexpr auto kFileNames =
    std::to_array<QByteArrayView>({"kustomization.yaml", "kustomization.yml", "Kustomization"});

constexpr auto kEvaluated = std::to_array<QByteArrayView>({"apiVersion",      "kind",
                                                           "metadata",        "resources",
                                                           "bases",           "components",
                                                           "images",          "replicas",
                                                           "namespace",       "namePrefix",
                                                           "nameSuffix",      "commonLabels",
                                                           "labels",          "commonAnnotations",
                                                           "patches",         "patchesStrategicMerge",
                                                           "patchesJson6902", "configMapGenerator",
                                                           "secretGenerator", "generatorOptions",
                                                           "sortOptions",     "crds",
                                                           "buildMetadata",   "openapi"});

/// What is not evaluated here and makes objects; everything else not evaluated changes the ones that are
/// there.
constexpr auto kMakers =
    std::to_array<QByteArrayView>({"helmCharts", "helmChartInflationGenerator", "generators"});

bool isRemote(const QByteArray &entry)
{
    return entry.contains("://") || entry.contains("?ref=") || entry.startsWith("git@") ||
           entry.contains("//") || entry.startsWith("github.com/");
}

const Yaml::Value &fieldOf(const Yaml::Value &root, QByteArrayView field)
{
    static const Yaml::Value nothing;
    const Yaml::Value *found = root.find(field);
    return found ? *found : nothing;
}

} // namespace

QByteArray kustomizationIn(const Environments::Files &files, const QByteArray &folder)
{
    for (const QByteArrayView name : kFileNames)
        if (const QByteArray path = Environments::joined(folder, name.toByteArray()); files.contains(path))
            return path;
    return {};
}

void OverlayReader::addProblem(const QByteArray &file, int line, const QString &message, bool isComplete)
{
    const Problem problem{{file, line}, message};
    if (!m_output.problems.contains(problem))
        m_output.problems << problem;
    m_output.isComplete = m_output.isComplete && isComplete;
}

void OverlayReader::doubtAll(QList<OverlayItem> &items, const QString &reason)
{
    for (OverlayItem &item : items)
        item.object.doubt = reason;
}

Result<OverlayOutput> OverlayReader::read(const QByteArray &folder)
{
    QList<OverlayItem> items;
    readFolder(folder, items);
    if (m_cancel.isCancelled())
        return failCancelled();
    addHashes(items);
    for (OverlayItem &item : items) {
        if (!item.oldNames.isEmpty())
            item.object.plainName = item.oldNames.first();
        if (!item.isDeleted)
            m_output.objects << std::move(item.object);
    }
    return std::move(m_output);
}

/// Adds the folder's objects to items; a component also changes those that are there.
void OverlayReader::readFolder(const QByteArray &folder, QList<OverlayItem> &items)
{
    Layer layer{.folder = folder, .file = kustomizationIn(m_files, folder)};
    const QByteArray place = layer.file.isEmpty() ? folder : layer.file;
    if (m_cancel.isCancelled())
        return;
    if (m_open.contains(folder) || m_open.size() >= kDeepest) {
        addProblem(place, 0, Text::tr("This kustomization includes itself."), false);
        return;
    }
    if (layer.file.isEmpty()) {
        addProblem(place, 0, Text::tr("There is no kustomization in this folder."), false);
        return;
    }
    const auto documents = m_files.documents(layer.file);
    if (!documents || documents->size() != 1 || documents->first().root.kind != Yaml::Kind::Mapping) {
        addProblem(place, 0,
                   documents ? Text::tr("This is not one kustomization.") : documents.error().message, false);
        return;
    }
    layer.root = documents->first().root;
    m_open << folder;
    if (layer.root.textAt({"kind"}) == "Component")
        layer.items = std::exchange(items, {});
    readLayer(layer);
    items += std::move(layer.items);
    m_open.removeLast();
}

void OverlayReader::readLayer(Layer &layer)
{
    readResources(layer, "resources");
    readResources(layer, "bases");
    for (const Yaml::Value &entry : fieldOf(layer.root, "components").items)
        readResource(layer, entry);
    runGenerators(layer, false);
    runGenerators(layer, true);
    transform(layer);
    reportUnread(layer);
}

void OverlayReader::readResources(Layer &layer, QByteArrayView field)
{
    for (const Yaml::Value &entry : fieldOf(layer.root, field).items)
        readResource(layer, entry);
}

void OverlayReader::readResource(Layer &layer, const Yaml::Value &entry)
{
    const QByteArray name = entry.text;
    const auto path = Environments::resolved(layer.folder, name);
    if (isRemote(name)) {
        addProblem(
            layer.file, entry.line,
            Text::tr("%1 lies outside of the repository and was not read.").arg(QString::fromUtf8(name)),
            false);
    } else if (!entry.isScalar() || !path) {
        addProblem(layer.file, entry.line,
                   Text::tr("%1 leads out of the repository.").arg(QString::fromUtf8(name)), false);
    } else if (m_files.contains(*path)) {
        readManifest(layer, *path);
    } else if (m_files.hasFolder(*path)) {
        readFolder(*path, layer.items);
    } else {
        addProblem(layer.file, entry.line, Text::tr("There is no %1.").arg(QString::fromUtf8(name)), false);
    }
}

void OverlayReader::readManifest(Layer &layer, const QByteArray &path)
{
    const auto entries = Drift::readManifest(m_files, path);
    if (!entries) {
        addProblem(path, 0, entries.error().message, false);
        return;
    }
    for (const ManifestEntry &entry : *entries) {
        if (const auto key = keyOf(entry.value))
            layer.items << OverlayItem{
                .object = {.key = *key, .value = entry.value, .where = {path, entry.line}}};
        else
            addProblem(path, entry.line,
                       Text::tr("Not a Kubernetes object: apiVersion, kind or name is missing."), false);
    }
}

void OverlayReader::reportUnread(Layer &layer)
{
    for (const Yaml::Entry &entry : layer.root.entries) {
        if (std::ranges::contains(kEvaluated, QByteArrayView(entry.key)) || isEmpty(entry.value))
            continue;
        //: %1 is the name of a field in a kustomization file
        const QString reason =
            Text::tr("%1 is not evaluated without kustomize.").arg(QString::fromUtf8(entry.key));
        const bool isMaker = std::ranges::contains(kMakers, QByteArrayView(entry.key));
        addProblem(layer.file, entry.line, reason, !isMaker);
        if (!isMaker)
            doubtAll(layer.items, reason);
    }
}

/// In the order of kustomize: patches, namespace, prefix and suffix, labels, annotations, JSON patches,
/// replicas, images.
void OverlayReader::transform(Layer &layer)
{
    const Yaml::Value &root = layer.root;
    applyPatches(layer);
    if (const QByteArray nameSpace = root.textAt({"namespace"}); !nameSpace.isEmpty())
        setNamespace(layer.items, nameSpace);
    const QByteArray prefix = root.textAt({"namePrefix"}), suffix = root.textAt({"nameSuffix"});
    if (!prefix.isEmpty() || !suffix.isEmpty())
        addPrefixAndSuffix(layer.items, prefix, suffix);
    addLabels(layer.items, fieldOf(root, "commonLabels"), layer.file, true, true);
    for (const Yaml::Value &entry : fieldOf(root, "labels").items) {
        addLabels(layer.items, fieldOf(entry, "pairs"), layer.file,
                  entry.textAt({"includeSelectors"}) == "true", entry.textAt({"includeTemplates"}) == "true");
        if (entry.find("fields"))
            doubtAll(layer.items, Text::tr("Fields of labels are not evaluated without kustomize."));
    }
    addAnnotations(layer.items, fieldOf(root, "commonAnnotations"), layer.file);
    applyOldPatches(layer, "patchesJson6902");
    for (const Yaml::Value &rule : fieldOf(root, "replicas").items)
        if (!setReplicas(layer.items, rule, layer.file))
            addProblem(layer.file, rule.line, Text::tr("Nothing here has these replicas."));
    setImages(layer.items, fieldOf(root, "images"), layer.file);
}

Result<OverlayOutput> readOverlay(Environments::Files &files, const QByteArray &folder,
                                  const CancelToken &cancel)
{
    return OverlayReader(files, cancel).read(folder);
}

} // namespace Drift
