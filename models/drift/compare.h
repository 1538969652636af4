// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

namespace Drift {

/// Something that moves the replicas of an object.
struct Autoscaler
{
    ResourceKey target; ///< the group is that of its apiVersion
    QByteArray name;    ///< HorizontalPodAutoscaler/shop/web
    qint64 least = 1, most = 0;
    bool operator==(const Autoscaler &) const = default;
};

struct CompareContext
{
    QList<Autoscaler> autoscalers;
    QList<IgnoreRule> ignoreRules;
};

struct Comparison
{
    QList<Finding> findings; ///< in path order; with Tolerated and Unattributed ones
    int controllerOwned = 0; ///< values that a controller added, not listed
    bool isDrifted() const;
};

/// Compares what Git says with what is live: every desired field must be there with the same value; what is
/// only live is judged by who set it. Server defaults, quantities, merge keys and sets are respected; Secret
/// values are masked. Pure; any thread; O(fields), lists without merge keys O(n^2) in the worst case. The
/// rules are those of Argo CD's and Flux's diff as far as they can be known without a server.
Comparison compareObjects(const DesiredObject &desired, const LiveObject &live,
                          const CompareContext &context = {});

/// True when a rule without path and managers takes the object out of the comparison.
bool isIgnored(const ResourceKey &object, const QList<IgnoreRule> &rules);

/// HorizontalPodAutoscaler and KEDA ScaledObject among the objects.
QList<Autoscaler> autoscalersOf(const QList<Resource> &objects);

} // namespace Drift
