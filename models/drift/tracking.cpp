// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/tracking.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

struct Label
{
    QByteArrayView kind, name, scope; ///< scope: the label of the namespace that belongs to the name
};

constexpr auto kLabels = std::to_array<Label>({
    {"flux-kustomization", "kustomize.toolkit.fluxcd.io/name", "kustomize.toolkit.fluxcd.io/namespace"},
    {"flux-release", "helm.toolkit.fluxcd.io/name", "helm.toolkit.fluxcd.io/namespace"},
    {"argocd", "argocd.argoproj.io/instance", {}},
    {"instance", "app.kubernetes.io/instance", {}},
    {"part-of", "app.kubernetes.io/part-of", {}},
    {"applyset", "applyset.kubernetes.io/part-of", {}},
});

constexpr auto kDerived =
    std::to_array<QByteArrayView>({"Endpoints", "EndpointSlice", "Event", "Lease", "PodMetrics",
                                   "NodeMetrics", "ControllerRevision", "Node", "CSINode"});

} // namespace

size_t qHash(const Mark &mark, size_t seed)
{
    return qHashMulti(seed, mark.kind, mark.owner);
}

QList<Mark> marksOf(const Yaml::Value &object)
{
    QList<Mark> marks;
    const auto add = [&marks](QByteArrayView kind, const QByteArray &owner) {
        if (!owner.isEmpty())
            marks << Mark{kind.toByteArray(), owner};
    };
    const Yaml::Value *annotations = object.at({"metadata", "annotations"});
    if (annotations) {
        const QByteArray tracking = annotations->textAt({"argocd.argoproj.io/tracking-id"});
        add("argocd", tracking.first(std::max<qsizetype>(0, tracking.indexOf(':'))));
        add("inventory", annotations->textAt({"config.k8s.io/owning-inventory"}));
        add("helm", annotations->textAt({"meta.helm.sh/release-name"}));
    }
    const Yaml::Value *labels = object.at({"metadata", "labels"});
    for (const Label &label : kLabels) {
        if (!labels)
            break;
        const QByteArray scope = label.scope.isEmpty() ? QByteArray() : labels->textAt({label.scope});
        const QByteArray owner = labels->textAt({label.name});
        add(label.kind, scope.isEmpty() || owner.isEmpty() ? owner : QByteArray(scope + '/' + owner));
    }
    return marks;
}

bool isOfDeployer(const Mark &mark)
{
    return mark.kind == "argocd" || mark.kind.startsWith("flux-") || mark.kind == "applyset" ||
           mark.kind == "inventory";
}

bool isDerived(const Yaml::Value &object, const ResourceKey &key)
{
    const Yaml::Value *owners = object.at({"metadata", "ownerReferences"});
    if (owners && !owners->items.isEmpty())
        return true;
    if (key.kind == "ConfigMap" && key.name == "kube-root-ca.crt")
        return true;
    return std::ranges::contains(kDerived, QByteArrayView(key.kind)) ||
           (key.kind == "ServiceAccount" && key.name == "default");
}

} // namespace Drift
