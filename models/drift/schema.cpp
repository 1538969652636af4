// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/schema.h"

#include "drift/quantity.h"
#include "drift/schematable.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

/// The groups whose kinds the table names without a group.
constexpr auto kBuiltIn = std::to_array<QByteArrayView>(
    {"", "apps", "batch", "autoscaling", "networking.k8s.io", "storage.k8s.io", "rbac.authorization.k8s.io",
     "admissionregistration.k8s.io", "apiextensions.k8s.io", "policy", "extensions"});

constexpr auto kClusterWide = std::to_array<QByteArrayView>({"Namespace",
                                                             "Node",
                                                             "PersistentVolume",
                                                             "ClusterRole",
                                                             "ClusterRoleBinding",
                                                             "CustomResourceDefinition",
                                                             "StorageClass",
                                                             "PriorityClass",
                                                             "IngressClass",
                                                             "RuntimeClass",
                                                             "CSIDriver",
                                                             "CSINode",
                                                             "VolumeAttachment",
                                                             "MutatingWebhookConfiguration",
                                                             "ValidatingWebhookConfiguration",
                                                             "ValidatingAdmissionPolicy",
                                                             "ValidatingAdmissionPolicyBinding",
                                                             "APIService",
                                                             "CertificateSigningRequest",
                                                             "FlowSchema",
                                                             "PriorityLevelConfiguration",
                                                             "ClusterIssuer",
                                                             "ClusterPolicy",
                                                             "ClusterSecretStore",
                                                             "ClusterExternalSecret",
                                                             "GatewayClass",
                                                             "ClusterTriggerAuthentication",
                                                             "VolumeSnapshotClass",
                                                             "ComponentStatus"});

class Table
{
public:
    Table()
    {
        for (const QByteArrayView line : kSchema)
            readLine(line.toByteArray());
        m_types["Quantity"_ba]->isQuantity = true;
        m_types["Quantities"_ba]->hasQuantities = true;
        m_anyQuantity.type = m_types["Quantity"_ba].get();
        m_resources.type = m_types["ResourceRequirements"_ba].get();
        m_podTemplate.type = m_types["PodTemplate"_ba].get();
    }

    const TypeRules *find(const QByteArray &name) const
    {
        const auto at = m_types.find(name);
        return at == m_types.end() ? nullptr : at->second.get();
    }

    FieldRules m_anyQuantity, m_resources, m_podTemplate;

private:
    TypeRules *type(const QByteArray &name)
    {
        std::unique_ptr<TypeRules> &type = m_types[name];
        if (!type) {
            type = std::make_unique<TypeRules>();
            type->name = name;
        }
        return type.get();
    }

    void readLine(const QByteArray &line)
    {
        const QList<QByteArray> words = line.split(' ');
        TypeRules *rules = type(words.first());
        for (const QByteArray &word : words.sliced(1))
            rules->fields.push_back(readField(word));
    }

    FieldRules readField(QByteArray word)
    {
        FieldRules field;
        if (const qsizetype at = word.indexOf('='); at >= 0) {
            readDefault(field, word.sliced(at + 1));
            word.truncate(at);
        }
        if (const qsizetype at = word.indexOf('{'); at >= 0) {
            readKeys(field, word.sliced(at + 1, word.size() - at - 2));
            word.truncate(at);
        }
        if (const qsizetype at = word.indexOf(':'); at >= 0) {
            field.type = type(word.sliced(at + 1));
            word.truncate(at);
        }
        field.name = word;
        return field;
    }

    static void readDefault(FieldRules &field, const QByteArray &text)
    {
        if (text == "*")
            field.defaultKind = DefaultKind::Anything;
        else if (text == "@pullPolicy")
            field.defaultKind = DefaultKind::PullPolicy;
        else
            field.defaultKind = text.startsWith('@') ? DefaultKind::Sibling : DefaultKind::Text;
        field.defaultText = text.startsWith('@') ? text.sliced(1) : text;
    }

    static void readKeys(FieldRules &field, const QByteArray &text)
    {
        field.list = text == "*" ? ListKind::Set : ListKind::Keyed;
        for (const QByteArray &part : text.split('+')) {
            const qsizetype bar = part.indexOf('|');
            field.keys << MergeKey{.way = (bar < 0 ? part : part.first(bar)).split('.'),
                                   .whenMissing = bar < 0 ? QByteArray() : part.sliced(bar + 1)};
        }
    }

    std::map<QByteArray, std::unique_ptr<TypeRules>> m_types;
};

const Table &table()
{
    static const Table table;
    return table;
}

/// Always for latest or no tag, as the API server decides by the image reference.
QByteArrayView pullPolicyOf(const QByteArray &image)
{
    if (image.contains('@'))
        return "IfNotPresent";
    const qsizetype colon = image.lastIndexOf(':');
    const bool hasTag = colon > image.lastIndexOf('/');
    return !hasTag || image.sliced(colon + 1) == "latest" ? QByteArrayView("Always")
                                                          : QByteArrayView("IfNotPresent");
}

} // namespace

const FieldRules *TypeRules::find(QByteArrayView field) const
{
    const auto at =
        std::ranges::find_if(fields, [field](const FieldRules &rules) { return rules.name == field; });
    return at == fields.end() ? nullptr : &*at;
}

const TypeRules *rulesOfKind(QByteArrayView group, QByteArrayView kind)
{
    static const TypeRules *custom = table().find("CustomResource"_ba);
    if (!std::ranges::contains(kBuiltIn, group))
        return custom;
    const TypeRules *known = table().find(kind.toByteArray());
    return known ? known : custom;
}

const FieldRules *rulesOfField(const TypeRules *type, QByteArrayView field, const Yaml::Value &value)
{
    if (type && type->hasQuantities)
        return &table().m_anyQuantity;
    if (const FieldRules *known = type ? type->find(field) : nullptr)
        return known;
    if (value.kind != Yaml::Kind::Mapping)
        return nullptr;
    if (field == "resources" && (value.find("limits") || value.find("requests")))
        return &table().m_resources;
    return field == "template" && value.at({"spec", "containers"}) ? &table().m_podTemplate : nullptr;
}

bool isDefault(const FieldRules *rules, const Yaml::Value &value, const Yaml::Value &siblings)
{
    if (!rules)
        return false;
    switch (rules->defaultKind) {
    case DefaultKind::None:
        return false;
    case DefaultKind::Anything:
        return true;
    case DefaultKind::Text:
        return value.isScalar() &&
               (value.text == rules->defaultText ||
                (rules->type && rules->type->isQuantity && isSameQuantity(value.text, rules->defaultText)));
    case DefaultKind::Sibling: {
        const Yaml::Value *sibling = siblings.find(rules->defaultText);
        return sibling && *sibling == value;
    }
    case DefaultKind::PullPolicy:
        return value.text == pullPolicyOf(siblings.textAt({"image"}));
    }
    return false;
}

bool isClusterWide(QByteArrayView kind)
{
    return std::ranges::contains(kClusterWide, kind);
}

} // namespace Drift
