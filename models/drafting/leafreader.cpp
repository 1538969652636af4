// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/leafreader.h"

#include "base/text.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

// What the last key of a place means by itself.
const QHash<QByteArray, RecordKind> &kindsOfLastKeys()
{
    static const QHash<QByteArray, RecordKind> kinds = {
        {"replicas", RecordKind::Replicas},
        {"replicaCount", RecordKind::Replicas},
        {"maxReplicas", RecordKind::Autoscaling},
        {"minReplicas", RecordKind::Autoscaling},
        {"schedule", RecordKind::Schedule},
        {"suspend", RecordKind::Suspend},
        {"host", RecordKind::Host},
        {"hostname", RecordKind::Host},
        {"port", RecordKind::Port},
        {"containerPort", RecordKind::Port},
        {"targetPort", RecordKind::Port},
        {"nodePort", RecordKind::Port},
        {"targetRevision", RecordKind::Revision},
        {"storage", RecordKind::Storage},
    };
    return kinds;
}

// What any step of a place means for all below it.
const QHash<QByteArray, RecordKind> &kindsOfInnerKeys()
{
    static const QHash<QByteArray, RecordKind> kinds = {
        {"livenessProbe", RecordKind::Probe},
        {"readinessProbe", RecordKind::Probe},
        {"startupProbe", RecordKind::Probe},
        {"labels", RecordKind::Label},
        {"annotations", RecordKind::Label},
        {"commonLabels", RecordKind::Label},
        {"commonAnnotations", RecordKind::Label},
        {"syncPolicy", RecordKind::SyncPolicy},
        {"hosts", RecordKind::Host},
        {"hostnames", RecordKind::Host},
        {"ports", RecordKind::Port},
    };
    return kinds;
}

} // namespace

QString shownText(QByteArrayView text)
{
    return visibleText(displayText(text).simplified());
}

QString shownName(const QByteArray &path)
{
    return shownText(fileName(path));
}

// The name inside a bracketed step, empty for the number of an item.
QString itemName(const QByteArray &step)
{
    if (!step.startsWith('['))
        return {};
    const QByteArray inner = step.sliced(1, step.size() - 2);
    bool isNumber = false;
    inner.toInt(&isNumber);
    return isNumber ? QString() : shownText(inner);
}

bool hasStep(const Leaf &leaf, const char *step)
{
    return leaf.path.contains(QByteArray(step));
}

QByteArray lastStep(const Leaf &leaf, qsizetype back)
{
    const qsizetype index = leaf.path.size() - 1 - back;
    return index >= 0 ? leaf.path[index] : QByteArray();
}

Record LeafReader::start(const Leaf &leaf, RecordKind kind) const
{
    Record record{.kind = kind, .op = leaf.op};
    record.resourceKind = shownText(m_object.kind);
    record.resourceName = shownText(m_object.name);
    record.resourceNamespace = shownText(m_object.nameSpace);
    record.oldValue = shownText(leaf.before.text);
    record.newValue = shownText(leaf.after.text);
    record.isInKustomization = isKustomization();
    return record;
}

Record LeafReader::read(const Leaf &leaf) const
{
    if (m_object.kind == "Secret" || m_object.kind == "SealedSecret" || hasStep(leaf, "encryptedData") ||
        hasStep(leaf, "stringData") || hasStep(leaf, "secretGenerator"))
        return secretValue(leaf);
    if (m_object.kind == "CustomResourceDefinition" && hasStep(leaf, "versions"))
        return crdVersion(leaf);
    if (hasStep(leaf, "steps") && hasStep(leaf, "canary"))
        return canarySteps(leaf);
    if (isKustomization() || hasStep(leaf, "images"))
        if (const auto record = kustomizationLeaf(leaf))
            return *record;
    if (m_facts.kind == PathClass::HelmChart)
        return chartLeaf(leaf);
    if (const auto record = versionLeaf(leaf))
        return *record;
    if (const auto record = imageLeaf(leaf))
        return *record;
    if (const auto record = envLeaf(leaf))
        return *record;
    return plainLeaf(leaf);
}

Record LeafReader::secretValue(const Leaf &leaf) const
{
    Record record = start(leaf, RecordKind::SecretValue);
    const bool isEntry =
        hasStep(leaf, "data") || hasStep(leaf, "encryptedData") || hasStep(leaf, "stringData");
    record.name = isEntry ? shownText(lastStep(leaf)) : QString();
    record.isSecret = true;
    return record;
}

Record LeafReader::crdVersion(const Leaf &leaf) const
{
    Record record = start(leaf, RecordKind::CrdVersion);
    const qsizetype index = leaf.path.indexOf(QByteArray("versions")) + 1;
    record.name = index < leaf.path.size() ? itemName(leaf.path[index]) : QString();
    const bool isWhole = index == leaf.path.size() - 1;
    if (lastStep(leaf) == "served" && record.newValue == "false"_L1)
        record.op = RecordOp::Remove;
    else if (!isWhole)
        record.op = RecordOp::Change;
    record.oldValue.clear();
    record.newValue.clear();
    return record;
}

Record LeafReader::canarySteps(const Leaf &leaf) const
{
    Record record = start(leaf, RecordKind::CanarySteps);
    const auto weights = [](const Yaml::Value &root) {
        QStringList all;
        const Yaml::Value *steps = root.at({"spec", "strategy", "canary", "steps"});
        for (const Yaml::Value &step : steps ? steps->items : QList<Yaml::Value>()) {
            if (const QByteArray weight = step.textAt({"setWeight"}); !weight.isEmpty())
                all.append(shownText(weight));
        }
        return all.join(u'/');
    };
    record.op = RecordOp::Change;
    record.name = record.resourceName;
    record.oldValue = weights(m_object.before);
    record.newValue = weights(m_object.after);
    return record;
}

std::optional<Record> LeafReader::envLeaf(const Leaf &leaf) const
{
    static const QSet<QByteArray> lists = {"env", "extraEnv", "envVars", "extraEnvVars", "environment"};
    const auto list =
        std::ranges::find_if(leaf.path, [](const QByteArray &step) { return lists.contains(step); });
    if (list == leaf.path.end() || list + 1 == leaf.path.end())
        return {};
    const QByteArray &step = *(list + 1);
    Record record = start(leaf, RecordKind::Env);
    record.name = step.startsWith('[') ? itemName(step) : shownText(step);
    const Yaml::Value &value = leaf.op == RecordOp::Remove ? leaf.before : leaf.after;
    if (value.kind == Yaml::Kind::Mapping) {
        record.oldValue = shownText(leaf.before.textAt({"value"}));
        record.newValue = shownText(leaf.after.textAt({"value"}));
    }
    const bool isNowReference = hasStep(leaf, "valueFrom") && leaf.op == RecordOp::Add;
    if (isNowReference && leaf.after.at({"secretKeyRef"})) {
        record.kind = RecordKind::SecretRef;
    } else if (hasStep(leaf, "valueFrom")) {
        record.oldValue.clear();
        record.newValue.clear();
    }
    const bool isInner = list + 2 != leaf.path.end();
    if (isInner && record.kind == RecordKind::Env)
        record.op = RecordOp::Change;
    return record;
}

Record LeafReader::plainLeaf(const Leaf &leaf) const
{
    if (m_object.kind == "ConfigMap" && (hasStep(leaf, "data") || hasStep(leaf, "binaryData"))) {
        Record record = start(leaf, RecordKind::ConfigKey);
        record.name = shownText(lastStep(leaf));
        if (leaf.before.text.contains('\n') || leaf.after.text.contains('\n') || hasStep(leaf, "binaryData"))
            record.isSecret = true; // a whole file; not looked into
        return record;
    }
    const qsizetype resources =
        qMax(leaf.path.indexOf(QByteArray("limits")), leaf.path.indexOf(QByteArray("requests")));
    if (resources > 0 && leaf.path.contains(QByteArray("resources"))) {
        Record record = start(leaf, RecordKind::Resources);
        record.field = shownText(leaf.path.mid(resources).join('.'));
        return record;
    }
    for (const QByteArray &step : leaf.path) {
        const auto kind = kindsOfInnerKeys().constFind(step);
        if (kind != kindsOfInnerKeys().cend())
            return named(leaf, *kind, step);
    }
    return named(leaf, kindsOfLastKeys().value(lastStep(leaf), RecordKind::Field), lastStep(leaf));
}

Record LeafReader::named(const Leaf &leaf, RecordKind kind, const QByteArray &field) const
{
    Record record = start(leaf, kind);
    record.field = kind == RecordKind::Field ? shownText(leaf.path.join('.')) : shownText(field);
    record.name = shownText(lastStep(leaf));
    if (kind == RecordKind::Host && lastStep(leaf).startsWith('['))
        record.newValue = shownText(leaf.after.isScalar() ? leaf.after.text : leaf.after.textAt({"host"}));
    return record;
}

} // namespace Drafting
