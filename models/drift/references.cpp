// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/references.h"

#include "drift/edit.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

/// Where a pod's parts name objects, below its spec.
struct Reference
{
    QByteArrayView target, path;
};

constexpr auto kPodReferences = std::to_array<Reference>({
    {"ConfigMap", "volumes[].configMap.name"},
    {"ConfigMap", "volumes[].projected.sources[].configMap.name"},
    {"ConfigMap", "containers[].env[].valueFrom.configMapKeyRef.name"},
    {"ConfigMap", "containers[].envFrom[].configMapRef.name"},
    {"ConfigMap", "initContainers[].env[].valueFrom.configMapKeyRef.name"},
    {"ConfigMap", "initContainers[].envFrom[].configMapRef.name"},
    {"Secret", "volumes[].secret.secretName"},
    {"Secret", "volumes[].projected.sources[].secret.name"},
    {"Secret", "containers[].env[].valueFrom.secretKeyRef.name"},
    {"Secret", "containers[].envFrom[].secretRef.name"},
    {"Secret", "initContainers[].env[].valueFrom.secretKeyRef.name"},
    {"Secret", "initContainers[].envFrom[].secretRef.name"},
    {"Secret", "imagePullSecrets[].name"},
    {"ServiceAccount", "serviceAccountName"},
    {"PersistentVolumeClaim", "volumes[].persistentVolumeClaim.claimName"},
});

constexpr auto kPodSpecs =
    std::to_array<QByteArrayView>({"spec.template.spec", "spec.jobTemplate.spec.template.spec", "spec"});

/// The same for other kinds: who names what where.
struct KindReference
{
    QByteArrayView kind, target, path;
};

constexpr auto kReferences = std::to_array<KindReference>({
    // kustomize does not look at a subject's kind, so a user of an account's name follows too
    {"RoleBinding", "ServiceAccount", "subjects[].name"},
    {"ClusterRoleBinding", "ServiceAccount", "subjects[].name"},
    {"Ingress", "Service", "spec.rules[].http.paths[].backend.service.name"},
    {"Ingress", "Service", "spec.defaultBackend.service.name"},
    {"Ingress", "Secret", "spec.tls[].secretName"},
    {"StatefulSet", "Service", "spec.serviceName"},
    {"ServiceAccount", "Secret", "secrets[].name"},
    {"ServiceAccount", "Secret", "imagePullSecrets[].name"},
    {"APIService", "Service", "spec.service.name"},
    {"MutatingWebhookConfiguration", "Service", "webhooks[].clientConfig.service.name"},
    {"ValidatingWebhookConfiguration", "Service", "webhooks[].clientConfig.service.name"},
});

/// Mappings with kind and name that name an object of that kind.
constexpr auto kTypedReferences = std::to_array<QByteArrayView>({"spec.scaleTargetRef", "roleRef"});

using Names = QHash<std::pair<QByteArray, QByteArray>, QByteArray>; ///< (kind, old name) -> name

void replaceName(Yaml::Value &name, const QByteArray &kind, const Names &names)
{
    const auto at = names.constFind({kind, name.text});
    if (!name.isScalar() || at == names.constEnd())
        return;
    Yaml::Value changed = Yaml::makeString(*at);
    changed.line = name.line;
    name = std::move(changed);
}

void followIn(Resource &object, const Names &names)
{
    for (const QByteArrayView spec : kPodSpecs) {
        visitAt(object.value, spec, false, [&names](Yaml::Value &pod) {
            if (!pod.find("containers"))
                return;
            for (const Reference &reference : kPodReferences)
                visitAt(pod, reference.path, false,
                        [&](Yaml::Value &name) { replaceName(name, reference.target.toByteArray(), names); });
        });
    }
    for (const KindReference &reference : kReferences)
        if (reference.kind == object.key.kind)
            visitAt(object.value, reference.path, false,
                    [&](Yaml::Value &name) { replaceName(name, reference.target.toByteArray(), names); });
    for (const QByteArrayView path : kTypedReferences)
        visitAt(object.value, path, false, [&names](Yaml::Value &target) {
            if (Yaml::Value *name = child(target, "name"))
                replaceName(*name, target.textAt({"kind"}), names);
        });
}

} // namespace

Renaming rename(OverlayItem &item, const QByteArray &name)
{
    const Renaming renaming{item.object.key, item.oldNames, name};
    if (item.object.key.name == name)
        return renaming;
    item.oldNames << item.object.key.name;
    item.object.key.name = name;
    setEntry(ensureMapping(item.object.value, "metadata"_ba), "name"_ba, Yaml::makeString(name));
    return renaming;
}

void followNames(QList<OverlayItem> &items, const QList<Renaming> &renamings)
{
    Names names;
    for (const Renaming &renaming : renamings)
        for (const QByteArray &older : renaming.olderNames)
            names.insert({renaming.before.kind, older}, renaming.name);
    for (const Renaming &renaming : renamings) // the name just given up means this object before any other
        names.insert({renaming.before.kind, renaming.before.name}, renaming.name);
    if (names.isEmpty())
        return;
    for (OverlayItem &item : items)
        followIn(item.object, names);
}

void followNamespace(QList<OverlayItem> &items, const QByteArray &nameSpace)
{
    QSet<QByteArray> accounts = {"default"_ba}, services;
    for (const OverlayItem &item : items) {
        if (item.object.key.kind == "ServiceAccount")
            accounts << item.object.key.name;
        if (item.object.key.kind == "Service")
            services << item.object.key.name;
    }
    const auto setIn = [&nameSpace](Yaml::Value &target, const QSet<QByteArray> &known) {
        if (known.contains(target.textAt({"name"})))
            setEntry(target, "namespace"_ba, Yaml::makeString(nameSpace));
    };
    for (OverlayItem &item : items) {
        visitAt(item.object.value, "subjects[]", false,
                [&](Yaml::Value &subject) { setIn(subject, accounts); });
        visitAt(item.object.value, "webhooks[].clientConfig.service", false,
                [&](Yaml::Value &service) { setIn(service, services); });
        if (item.object.key.kind == "APIService")
            visitAt(item.object.value, "spec.service", false,
                    [&](Yaml::Value &service) { setIn(service, services); });
    }
}

} // namespace Drift
