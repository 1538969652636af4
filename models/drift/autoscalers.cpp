// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/compare.h"

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

qint64 numberAt(const Yaml::Value &spec, QByteArrayView field, qint64 whenMissing)
{
    bool isNumber = false;
    const qint64 number = spec.textAt({field}).toLongLong(&isNumber);
    return isNumber ? number : whenMissing;
}

Autoscaler autoscalerOf(const Resource &object, const Yaml::Value &spec, bool isKeda)
{
    QByteArray version = spec.textAt({"scaleTargetRef", "apiVersion"});
    QByteArray kind = spec.textAt({"scaleTargetRef", "kind"});
    if (isKeda) {
        version = version.isEmpty() ? "apps/v1"_ba : version;
        kind = kind.isEmpty() ? "Deployment"_ba : kind;
    }
    const qsizetype slash = version.lastIndexOf('/');
    return {.target = {.group = slash < 0 ? QByteArray() : version.first(slash),
                       .kind = kind,
                       .nameSpace = object.key.nameSpace,
                       .name = spec.textAt({"scaleTargetRef", "name"})},
            .name = object.key.text(),
            .least = isKeda ? numberAt(spec, "minReplicaCount", 0) : numberAt(spec, "minReplicas", 1),
            .most = isKeda ? numberAt(spec, "maxReplicaCount", 100) : numberAt(spec, "maxReplicas", 0)};
}

} // namespace

QList<Autoscaler> autoscalersOf(const QList<Resource> &objects)
{
    QList<Autoscaler> found;
    for (const Resource &object : objects) {
        const bool isKeda = object.key.group == "keda.sh" && object.key.kind == "ScaledObject";
        const Yaml::Value *spec = object.value.find("spec");
        if (spec && (isKeda || object.key.kind == "HorizontalPodAutoscaler"))
            found << autoscalerOf(object, *spec, isKeda);
    }
    return found;
}

} // namespace Drift
