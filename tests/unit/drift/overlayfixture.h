// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "webdeployment.h"

#include <QMap>

/// A base whose objects name each other, and an overlay over it.
namespace OverlayFixture {

using namespace Qt::StringLiterals;
using Texts = QMap<QByteArray, QByteArray>;

inline const QByteArray kWeb = DriftFixture::webDeployment(R"(      serviceAccountName: web
      containers:
        - name: web
          image: registry:5000/shop/web:1.0
          env:
            - {name: A, value: "1"}
            - {name: B, value: "2"}
          envFrom:
            - configMapRef: {name: settings}
            - secretRef: {name: keys}
          ports:
            - containerPort: 80
        - name: side
          image: busybox
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: web}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: web}, {kind: User, name: web}]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
)"_ba);

inline Texts withBase(const QByteArray &overlay, Texts more = {})
{
    more["base/kustomization.yaml"_ba] = "resources: [web.yaml]\n"_ba;
    more["base/web.yaml"_ba] = kWeb;
    more["overlay/kustomization.yaml"_ba] = "resources: [../base]\n" + overlay;
    return more;
}

} // namespace OverlayFixture
