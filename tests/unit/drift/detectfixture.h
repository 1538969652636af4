// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"
#include "webdeployment.h"

/// A small shop with two environments, and what a cluster holds of one.
namespace DetectFixture {

using namespace Qt::StringLiterals;

/// Fails every program and counts.
class RefusingRunner final : public ProcessRunner
{
public:
    Result<ProcessResult> run(const ProcessRequest &, const CancelToken &) const override
    {
        ++calls;
        return ProcessResult{.exitCode = 1, .errors = "Error: no such thing"_ba};
    }
    mutable int calls = 0;
};

inline const QByteArray kDeployment = DriftFixture::webDeployment(R"(      containers:
        - name: web
          image: shop/web:0.0
          envFrom: [{configMapRef: {name: settings}}]
)"_ba);

inline QByteArray overlay(const QByteArray &name, const QByteArray &tag, const QByteArray &count)
{
    return "namespace: shop-" + name + "\nresources: [../../base]\nimages: [{name: shop/web, newTag: '" +
           tag + "'}]\nreplicas: [{name: web, count: " + count + "}]\n" +
           "configMapGenerator: [{name: settings, literals: [LEVEL=info]}]\n";
}

/// What kustomize makes of production, as a cluster would hold it.
inline const QByteArray kLive = R"(apiVersion: v1
kind: List
items:
- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web, namespace: shop-production, uid: u, generation: 4}
  spec:
    replicas: 3
    revisionHistoryLimit: 10
    selector: {matchLabels: {app: web}}
    template:
      metadata: {labels: {app: web}}
      spec:
        restartPolicy: Always
        containers:
        - name: web
          image: shop/web:1.3
          imagePullPolicy: IfNotPresent
          envFrom: [{configMapRef: {name: settings-HASH}}]
  status: {replicas: 3}
- apiVersion: v1
  kind: ConfigMap
  metadata: {name: settings-HASH, namespace: shop-production}
  data: {LEVEL: info}
)"_ba;

inline const QByteArray kHash = "2748f727mg"_ba;

inline QByteArray live()
{
    QByteArray text = kLive;
    return text.replace("HASH", kHash);
}

} // namespace DetectFixture
