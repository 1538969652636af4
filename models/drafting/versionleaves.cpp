// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/imageref.h"
#include "drafting/leafreader.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

std::optional<Record> LeafReader::kustomizedImage(const Leaf &leaf) const
{
    const qsizetype images = leaf.path.indexOf(QByteArray("images"));
    if (images >= 0 && images + 1 < leaf.path.size()) {
        const QByteArray key = lastStep(leaf);
        const RecordKind kind = key == "digest"    ? RecordKind::ImageDigest
                                : key == "newName" ? RecordKind::ImageName
                                                   : RecordKind::ImageTag;
        Record record = start(leaf, kind);
        record.name = parseImage(itemName(leaf.path[images + 1])).shortName();
        if (images + 1 == leaf.path.size() - 1) { // a whole entry
            record.oldValue = shownText(leaf.before.textAt({"newTag"}));
            record.newValue = shownText(leaf.after.textAt({"newTag"}));
        }
        return record;
    }
    return {};
}

std::optional<Record> LeafReader::kustomizationLeaf(const Leaf &leaf) const
{
    if (const auto image = kustomizedImage(leaf))
        return image;
    if (!isKustomization())
        return {};
    if (leaf.path.first() == "replicas" && leaf.path.size() > 1) {
        Record record = start(leaf, RecordKind::Replicas);
        record.name = itemName(leaf.path[1]);
        return record;
    }
    if (leaf.path.first() == "configMapGenerator") {
        Record record = start(leaf, RecordKind::ConfigKey);
        record.name = (itemName(lastStep(leaf)).section(u'=', 0, 0));
        record.newValue = itemName(lastStep(leaf)).section(u'=', 1);
        record.oldValue.clear();
        return record;
    }
    if (leaf.path.first() == "helmCharts" && lastStep(leaf) == "version")
        return chartVersion(leaf, itemName(leaf.path.value(1)));
    static const QSet<QByteArray> lists = {
        "resources",  "components",   "bases",          "patches", "patchesStrategicMerge",
        "generators", "transformers", "configurations", "crds"};
    if (lists.contains(leaf.path.first())) {
        Record record = start(leaf, RecordKind::Reference);
        record.field = shownText(leaf.path.first());
        record.name = itemName(lastStep(leaf));
        return record;
    }
    return {};
}

Record LeafReader::chartVersion(const Leaf &leaf, const QString &name) const
{
    Record record = start(leaf, RecordKind::ChartVersion);
    record.name = name;
    return record;
}

Record LeafReader::chartLeaf(const Leaf &leaf) const
{
    if (leaf.path.value(0) == "dependencies" && lastStep(leaf) == "version")
        return chartVersion(leaf, itemName(leaf.path.value(1)));
    if (leaf.path.size() == 1 && (lastStep(leaf) == "version" || lastStep(leaf) == "appVersion")) {
        Record record = start(leaf, RecordKind::OwnVersion);
        record.field = shownText(lastStep(leaf));
        record.name = shownText(m_object.after.textAt({"name"}));
        return record;
    }
    return plainLeaf(leaf);
}

QString LeafReader::besides(const Leaf &leaf, QByteArrayView key) const
{
    const Yaml::Value *value = &m_object.after;
    for (qsizetype i = 0; i + 1 < leaf.path.size() && value; ++i) {
        if (!leaf.path[i].startsWith('[')) {
            value = value->find(leaf.path[i]);
            continue;
        }
        const QByteArray wanted = leaf.path[i].sliced(1, leaf.path[i].size() - 2);
        bool isNumber = false;
        const int index = wanted.toInt(&isNumber);
        if (isNumber && index >= 0 && index < value->items.size()) {
            value = &value->items[index];
            continue;
        }
        const auto match = std::ranges::find_if(
            value->items, [&](const Yaml::Value &item) { return item.textAt({"name"}) == wanted; });
        value = match == value->items.end() ? nullptr : &*match;
    }
    return value ? shownText(value->textAt({key})) : QString();
}

std::optional<Record> LeafReader::versionLeaf(const Leaf &leaf) const
{
    const QByteArray key = lastStep(leaf);
    if (key == "version" && (m_object.kind == "HelmRelease" || hasStep(leaf, "chart"))) {
        const QString chart = besides(leaf, "chart");
        return chartVersion(leaf, chart.isEmpty() ? shownText(m_object.name) : chart);
    }
    if (key == "targetRevision") {
        const QString chart = besides(leaf, "chart");
        if (!chart.isEmpty())
            return chartVersion(leaf, chart);
    }
    static const QSet<QByteArray> refs = {"tag", "branch", "semver", "commit", "digest", "name"};
    const bool isRef = lastStep(leaf, 1) == "ref" && refs.contains(key);
    if (key != "targetRevision" && !isRef)
        return {};
    Record record = start(leaf, RecordKind::Revision);
    record.name = shownText(m_object.name);
    record.field = shownText(key);
    return record;
}

std::optional<Record> LeafReader::imageLeaf(const Leaf &leaf) const
{
    const QByteArray key = lastStep(leaf);
    const QByteArray parent = lastStep(leaf, 1);
    const bool isPart = parent.endsWith("image") || parent.endsWith("Image");
    if (isPart && (key == "tag" || key == "digest" || key == "sha")) {
        Record record = start(leaf, key == "tag" ? RecordKind::ImageTag : RecordKind::ImageDigest);
        const QString repository = besides(leaf, "repository");
        const QByteArray owner = lastStep(leaf, 2);
        record.name = repository.isEmpty() ? shownText(owner) : repository.section(u'/', -1);
        return record;
    }
    if ((key != "image" && key != "newTag") || !leaf.before.isScalar() || !leaf.after.isScalar())
        return {};
    if (key == "newTag") { // of a bare diff that shows no more
        Record record = start(leaf, RecordKind::ImageTag);
        record.name = itemName(parent);
        return record;
    }
    return imageRecord(leaf);
}

Record LeafReader::imageRecord(const Leaf &leaf) const
{
    const ImageRef before = parseImage(shownText(leaf.before.text));
    const ImageRef after = parseImage(shownText(leaf.after.text));
    Record record = start(leaf, RecordKind::ImageTag);
    record.name = (leaf.op == RecordOp::Remove ? before : after).shortName();
    record.oldValue = before.tag;
    record.newValue = after.tag;
    if (leaf.op == RecordOp::Change && before.repository != after.repository) {
        record.kind = RecordKind::ImageName;
        record.name = before.shortName();
        record.oldValue = before.repository.section(u'/', -2);
        record.newValue = after.repository.section(u'/', -2);
    } else if (leaf.op == RecordOp::Change && before.tag == after.tag) {
        record.kind = RecordKind::ImageDigest;
        record.oldValue = before.digest;
        record.newValue = after.digest;
    }
    return record;
}

} // namespace Drafting
