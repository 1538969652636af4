// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/ownership.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

constexpr auto kPeople =
    std::to_array<QByteArrayView>({"kubectl", "argocd-server", "lens", "openlens", "freelens", "node-fetch",
                                   "k9s", "rancher", "headlamp", "mozilla", "oc", "oc-", "dashboard",
                                   "kubernetes-dashboard", "octant", "curl", "python-requests", "postman"});
constexpr auto kDeployers = std::to_array<QByteArrayView>(
    {"argocd-controller", "argocd-application-controller", "kustomize-controller", "helm-controller", "helm",
     "flux", "kubectl-client-side-apply", "kubectl-create", "plumbline", "kapp", "kluctl"});

bool isNamed(QByteArrayView manager, QByteArrayView name)
{
    // Tools append to their names: kubectl-edit, Mozilla/5.0, k9s/v0.32.
    if (!manager.startsWith(name))
        return false;
    return manager.size() == name.size() || name.endsWith('-') || manager.at(name.size()) == '-' ||
           manager.at(name.size()) == '/' || manager.at(name.size()) == ' ';
}

/// k:{"port":80,"protocol":"TCP"} names the item that has these values; a missing protocol is TCP.
bool namesItem(const QByteArray &fieldKey, const Yaml::Value &item)
{
    const QJsonObject keys = QJsonDocument::fromJson(fieldKey.sliced(2)).object();
    if (keys.isEmpty())
        return false;
    for (auto key = keys.begin(); key != keys.end(); ++key) {
        const Yaml::Value *value = item.find(key.key().toUtf8());
        const QByteArray wanted = Yaml::fromJson(key.value()).text;
        if (!value && key.key() == "protocol"_L1 && wanted == "TCP")
            continue;
        if (!value || value->text != wanted)
            return false;
    }
    return true;
}

bool namesValue(const QByteArray &fieldKey, const Yaml::Value &item)
{
    if (!item.isScalar())
        return false;
    const QByteArray array = '[' + fieldKey.sliced(2) + ']';
    const Yaml::Value wanted = Yaml::fromJson(QJsonDocument::fromJson(array).array());
    return wanted.items.size() == 1 && wanted.items.first().text == item.text;
}

const Yaml::Value *descend(const Yaml::Value &fields, const Step &step)
{
    if (!step.item && step.index < 0)
        return fields.find(QByteArray("f:" + step.field));
    for (const Yaml::Entry &entry : fields.entries) {
        const bool isThis =
            (entry.key.startsWith("k:") && step.item && namesItem(entry.key, *step.item)) ||
            (entry.key.startsWith("v:") && step.item && namesValue(entry.key, *step.item)) ||
            (entry.key.startsWith("i:") && entry.key.sliced(2) == QByteArray::number(step.index));
        if (isThis)
            return &entry.value;
    }
    return nullptr;
}

} // namespace

OwnerKind Owner::kind() const
{
    const QByteArray lower = manager.toLower();
    const auto isThis = [&lower](QByteArrayView name) { return isNamed(lower, name); };
    if (isApply() && subresource.isEmpty() && lower == "kubectl")
        return OwnerKind::Deployer;
    if (std::ranges::any_of(kDeployers, isThis))
        return OwnerKind::Deployer;
    return std::ranges::any_of(kPeople, isThis) ? OwnerKind::Person : OwnerKind::Controller;
}

bool Owner::owns(const Path &path) const
{
    if (!fields)
        return false;
    const Yaml::Value *at = fields;
    for (const Step &step : path) {
        const Yaml::Value *next = descend(*at, step);
        if (!next)
            return at != fields && at->entries.isEmpty(); // an atomic field is owned with all that is in it
        at = next;
    }
    return true;
}

QList<Owner> readOwners(const Yaml::Value &live)
{
    QList<Owner> owners;
    const Yaml::Value *list = live.at({"metadata", "managedFields"});
    if (!list)
        return owners;
    for (const Yaml::Value &entry : list->items)
        owners << Owner{.manager = entry.textAt({"manager"}),
                        .operation = entry.textAt({"operation"}),
                        .subresource = entry.textAt({"subresource"}),
                        .time = entry.textAt({"time"}),
                        .fields = entry.find("fieldsV1")};
    return owners;
}

const Owner *ownerOf(const QList<Owner> &owners, const Path &path)
{
    const Owner *best = nullptr;
    for (const Owner &owner : owners) {
        if (!owner.owns(path))
            continue;
        const bool isBetter =
            !best || owner.kind() < best->kind() || (owner.kind() == best->kind() && owner.time > best->time);
        if (isBetter)
            best = &owner;
    }
    return best;
}

} // namespace Drift
