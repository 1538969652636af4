// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/imageref.h"
#include "drafting/leaves.h"
#include "drafting/secrets.h"

#include "base/text.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kLongestValue = 60;

QString shown(QByteArrayView text)
{
    return visibleText(displayText(text).simplified());
}

// The name inside a bracketed step, empty for the number of an item.
QString itemName(const QByteArray &step)
{
    if (!step.startsWith('['))
        return {};
    const QByteArray inner = step.sliced(1, step.size() - 2);
    bool isNumber = false;
    inner.toInt(&isNumber);
    return isNumber ? QString() : shown(inner);
}

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

class Interpreter
{
public:
    Interpreter(const ObjectChange &object, const PathFacts &facts, const QByteArray &path)
        : m_object(object)
        , m_facts(facts)
        , m_path(path)
        , m_isFragment(object.after.isNull() && object.before.isNull())
    {}

    QList<Record> read()
    {
        if (m_object.op != RecordOp::Change && !m_object.kind.isEmpty())
            return {wholeObject()};
        if (m_object.op == RecordOp::Change && isRbac())
            return {rbac()};
        QList<Record> records;
        for (const Leaf &leaf : m_object.leaves) {
            Record record = readLeaf(leaf);
            hideSecrets(record);
            const bool isKnown =
                std::ranges::any_of(records, [&](const Record &other) { return isSame(record, other); });
            if (!isKnown)
                records.append(record);
        }
        // The literal value goes when a reference comes: one change, not two.
        records.removeIf([&](const Record &record) {
            return record.kind == RecordKind::Env && std::ranges::any_of(records, [&](const Record &other) {
                       return other.kind == RecordKind::SecretRef && other.name == record.name;
                   });
        });
        return records;
    }

private:
    static bool isSame(const Record &a, const Record &b)
    {
        return a.kind == b.kind && a.op == b.op && a.name == b.name && a.field == b.field &&
               a.oldValue == b.oldValue && a.newValue == b.newValue;
    }

    bool isRbac() const { return m_object.kind == "Role" || m_object.kind == "ClusterRole"; }
    bool isKustomization() const { return m_facts.kind == PathClass::Kustomization; }

    Record start(const Leaf &leaf, RecordKind kind) const
    {
        Record record{.kind = kind, .op = leaf.op};
        record.resourceKind = shown(m_object.kind);
        record.resourceName = shown(m_object.name);
        record.resourceNamespace = shown(m_object.nameSpace);
        record.oldValue = shown(leaf.before.text);
        record.newValue = shown(leaf.after.text);
        record.isInKustomization = isKustomization();
        return record;
    }

    Record wholeObject() const
    {
        Leaf leaf;
        leaf.op = m_object.op;
        Record record = start(leaf, RecordKind::Resource);
        record.name = record.resourceName;
        return record;
    }

    Record rbac() const
    {
        const auto verbs = [](const Yaml::Value &object) {
            QStringList all;
            const Yaml::Value *rules = object.find("rules");
            for (const Yaml::Value &rule : rules ? rules->items : QList<Yaml::Value>()) {
                const Yaml::Value *list = rule.find("verbs");
                for (const Yaml::Value &verb : list ? list->items : QList<Yaml::Value>()) {
                    if (!all.contains(shown(verb.text)))
                        all.append(shown(verb.text));
                }
            }
            return all.join(u' ');
        };
        Record record = start({}, RecordKind::Rbac);
        record.name = record.resourceName;
        record.oldValue = verbs(m_object.before);
        record.newValue = verbs(m_object.after);
        return record;
    }

    Record readLeaf(const Leaf &leaf) const
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

    static bool hasStep(const Leaf &leaf, const char *step) { return leaf.path.contains(QByteArray(step)); }
    static QByteArray last(const Leaf &leaf) { return leaf.path.isEmpty() ? QByteArray() : leaf.path.last(); }
    static QByteArray beforeLast(const Leaf &leaf, qsizetype back = 1)
    {
        const qsizetype index = leaf.path.size() - 1 - back;
        return index >= 0 ? leaf.path[index] : QByteArray();
    }

    Record secretValue(const Leaf &leaf) const
    {
        Record record = start(leaf, RecordKind::SecretValue);
        const bool isEntry =
            hasStep(leaf, "data") || hasStep(leaf, "encryptedData") || hasStep(leaf, "stringData");
        record.name = isEntry ? shown(last(leaf)) : QString();
        record.isSecret = true;
        return record;
    }

    Record crdVersion(const Leaf &leaf) const
    {
        Record record = start(leaf, RecordKind::CrdVersion);
        const qsizetype index = leaf.path.indexOf(QByteArray("versions")) + 1;
        record.name = index < leaf.path.size() ? itemName(leaf.path[index]) : QString();
        const bool isWhole = index == leaf.path.size() - 1;
        if (last(leaf) == "served" && record.newValue == "false"_L1)
            record.op = RecordOp::Remove;
        else if (!isWhole)
            record.op = RecordOp::Change;
        record.oldValue.clear();
        record.newValue.clear();
        return record;
    }

    Record canarySteps(const Leaf &leaf) const
    {
        Record record = start(leaf, RecordKind::CanarySteps);
        const auto weights = [](const Yaml::Value &root) {
            QStringList all;
            const Yaml::Value *steps = root.at({"spec", "strategy", "canary", "steps"});
            for (const Yaml::Value &step : steps ? steps->items : QList<Yaml::Value>()) {
                if (const QByteArray weight = step.textAt({"setWeight"}); !weight.isEmpty())
                    all.append(shown(weight));
            }
            return all.join(u'/');
        };
        record.op = RecordOp::Change;
        record.name = record.resourceName;
        record.oldValue = weights(m_object.before);
        record.newValue = weights(m_object.after);
        return record;
    }

    std::optional<Record> kustomizationLeaf(const Leaf &leaf) const
    {
        const qsizetype images = leaf.path.indexOf(QByteArray("images"));
        if (images >= 0 && images + 1 < leaf.path.size()) {
            const QByteArray key = last(leaf);
            const RecordKind kind = key == "digest"    ? RecordKind::ImageDigest
                                    : key == "newName" ? RecordKind::ImageName
                                                       : RecordKind::ImageTag;
            Record record = start(leaf, kind);
            record.name = parseImage(itemName(leaf.path[images + 1])).shortName();
            if (images + 1 == leaf.path.size() - 1) { // a whole entry
                record.oldValue = shown(leaf.before.textAt({"newTag"}));
                record.newValue = shown(leaf.after.textAt({"newTag"}));
            }
            return record;
        }
        if (!isKustomization())
            return {};
        if (leaf.path.first() == "replicas" && leaf.path.size() > 1) {
            Record record = start(leaf, RecordKind::Replicas);
            record.name = itemName(leaf.path[1]);
            return record;
        }
        if (leaf.path.first() == "configMapGenerator") {
            Record record = start(leaf, RecordKind::ConfigKey);
            record.name = (itemName(last(leaf)).section(u'=', 0, 0));
            record.newValue = itemName(last(leaf)).section(u'=', 1);
            record.oldValue.clear();
            return record;
        }
        if (leaf.path.first() == "helmCharts" && last(leaf) == "version")
            return chartVersion(leaf, itemName(leaf.path.value(1)));
        static const QSet<QByteArray> lists = {
            "resources",  "components",   "bases",          "patches", "patchesStrategicMerge",
            "generators", "transformers", "configurations", "crds"};
        if (lists.contains(leaf.path.first())) {
            Record record = start(leaf, RecordKind::Reference);
            record.field = shown(leaf.path.first());
            record.name = itemName(last(leaf));
            return record;
        }
        return {};
    }

    Record chartVersion(const Leaf &leaf, const QString &name) const
    {
        Record record = start(leaf, RecordKind::ChartVersion);
        record.name = name;
        return record;
    }

    Record chartLeaf(const Leaf &leaf) const
    {
        if (leaf.path.value(0) == "dependencies" && last(leaf) == "version")
            return chartVersion(leaf, itemName(leaf.path.value(1)));
        if (leaf.path.size() == 1 && (last(leaf) == "version" || last(leaf) == "appVersion")) {
            Record record = start(leaf, RecordKind::OwnVersion);
            record.field = shown(last(leaf));
            record.name = shown(m_object.after.textAt({"name"}));
            return record;
        }
        return plainLeaf(leaf);
    }

    QString besides(const Leaf &leaf, QByteArrayView key) const
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
        return value ? shown(value->textAt({key})) : QString();
    }

    std::optional<Record> versionLeaf(const Leaf &leaf) const
    {
        const QByteArray key = last(leaf);
        if (key == "version" && (m_object.kind == "HelmRelease" || hasStep(leaf, "chart"))) {
            const QString chart = besides(leaf, "chart");
            return chartVersion(leaf, chart.isEmpty() ? shown(m_object.name) : chart);
        }
        if (key == "targetRevision") {
            const QString chart = besides(leaf, "chart");
            if (!chart.isEmpty())
                return chartVersion(leaf, chart);
        }
        static const QSet<QByteArray> refs = {"tag", "branch", "semver", "commit", "digest", "name"};
        const bool isRef = beforeLast(leaf) == "ref" && refs.contains(key);
        if (key != "targetRevision" && !isRef)
            return {};
        Record record = start(leaf, RecordKind::Revision);
        record.name = shown(m_object.name);
        record.field = shown(key);
        return record;
    }

    std::optional<Record> imageLeaf(const Leaf &leaf) const
    {
        const QByteArray key = last(leaf);
        const QByteArray parent = beforeLast(leaf);
        const bool isPart = parent.endsWith("image") || parent.endsWith("Image");
        if (isPart && (key == "tag" || key == "digest" || key == "sha")) {
            Record record = start(leaf, key == "tag" ? RecordKind::ImageTag : RecordKind::ImageDigest);
            const QString repository = besides(leaf, "repository");
            const QByteArray owner = beforeLast(leaf, 2);
            record.name = repository.isEmpty() ? shown(owner) : repository.section(u'/', -1);
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

    Record imageRecord(const Leaf &leaf) const
    {
        const ImageRef before = parseImage(shown(leaf.before.text));
        const ImageRef after = parseImage(shown(leaf.after.text));
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

    std::optional<Record> envLeaf(const Leaf &leaf) const
    {
        static const QSet<QByteArray> lists = {"env", "extraEnv", "envVars", "extraEnvVars", "environment"};
        const auto list =
            std::ranges::find_if(leaf.path, [](const QByteArray &step) { return lists.contains(step); });
        if (list == leaf.path.end() || list + 1 == leaf.path.end())
            return {};
        const QByteArray &step = *(list + 1);
        Record record = start(leaf, RecordKind::Env);
        record.name = step.startsWith('[') ? itemName(step) : shown(step);
        const Yaml::Value &value = leaf.op == RecordOp::Remove ? leaf.before : leaf.after;
        if (value.kind == Yaml::Kind::Mapping) {
            record.oldValue = shown(leaf.before.textAt({"value"}));
            record.newValue = shown(leaf.after.textAt({"value"}));
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

    Record plainLeaf(const Leaf &leaf) const
    {
        if (m_object.kind == "ConfigMap" && (hasStep(leaf, "data") || hasStep(leaf, "binaryData"))) {
            Record record = start(leaf, RecordKind::ConfigKey);
            record.name = shown(last(leaf));
            if (leaf.before.text.contains('\n') || leaf.after.text.contains('\n') ||
                hasStep(leaf, "binaryData"))
                record.isSecret = true; // a whole file; not looked into
            return record;
        }
        const qsizetype resources =
            qMax(leaf.path.indexOf(QByteArray("limits")), leaf.path.indexOf(QByteArray("requests")));
        if (resources > 0 && leaf.path.contains(QByteArray("resources"))) {
            Record record = start(leaf, RecordKind::Resources);
            record.field = shown(leaf.path.mid(resources).join('.'));
            return record;
        }
        for (const QByteArray &step : leaf.path) {
            const auto kind = kindsOfInnerKeys().constFind(step);
            if (kind != kindsOfInnerKeys().cend())
                return named(leaf, *kind, step);
        }
        return named(leaf, kindsOfLastKeys().value(last(leaf), RecordKind::Field), last(leaf));
    }

    Record named(const Leaf &leaf, RecordKind kind, const QByteArray &field) const
    {
        Record record = start(leaf, kind);
        record.field = kind == RecordKind::Field ? shown(leaf.path.join('.')) : shown(field);
        record.name = shown(last(leaf));
        if (kind == RecordKind::Host && last(leaf).startsWith('['))
            record.newValue = shown(leaf.after.isScalar() ? leaf.after.text : leaf.after.textAt({"host"}));
        return record;
    }

    // Kinds whose values are versions, numbers and hosts are shown even where the surroundings are unknown.
    static bool isPlainKind(RecordKind kind)
    {
        return kind < RecordKind::Env || kind == RecordKind::Suspend || kind == RecordKind::Schedule ||
               kind == RecordKind::Storage;
    }

    void hideSecrets(Record &record) const
    {
        const bool isUnknown = m_isFragment && !isPlainKind(record.kind);
        const bool isNamedSecret = !isPlainKind(record.kind) &&
                                   (isSecretName(record.name) || isSecretName(record.field) ||
                                    isSecretName(record.resourceName) || fileName(m_path).contains("secret"));
        const bool isShaped = looksSecret(record.oldValue) || looksSecret(record.newValue);
        const bool isDigest = record.kind == RecordKind::ImageDigest || record.kind == RecordKind::Revision;
        if (record.isSecret || isUnknown || isNamedSecret || (isShaped && !isDigest)) {
            record.isSecret = true;
            record.oldValue.clear();
            record.newValue.clear();
        }
        if (record.oldValue.size() > kLongestValue)
            record.oldValue.clear();
        if (record.newValue.size() > kLongestValue && record.kind != RecordKind::ImageDigest)
            record.newValue.clear();
        if (isDigest && (containsSecret(record.oldValue) || containsSecret(record.newValue)))
            record.newValue = record.oldValue = QString();
        // In a list without names the item itself is the name.
        if (looksSecret(record.name))
            record.name.clear();
        if (looksSecret(record.field))
            record.field = record.field.section(u'.', 0, 0).section(u'[', 0, 0);
    }

    const ObjectChange &m_object;
    const PathFacts &m_facts;
    const QByteArray &m_path;
    bool m_isFragment = false;
};

} // namespace

QList<Record> interpretObject(const ObjectChange &object, const PathFacts &facts, const QByteArray &path)
{
    return Interpreter(object, facts, path).read();
}

} // namespace Drafting
