// SPDX-License-Identifier: GPL-3.0-or-later
#include "examples.h"

using namespace Qt::StringLiterals;

namespace Sample {

namespace {

QByteArray deployment(const QByteArray &name, const QByteArray &container)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + name +
           "\nspec:\n  template:\n    spec:\n      containers:\n        - name: " + name + "\n" + container;
}

QByteArray image(const QByteArray &reference)
{
    return deployment("web", "          image: ghcr.io/acme/web" + reference +
                                 "\n          ports:\n            - containerPort: 8080\n");
}

QByteArray overlay(const QByteArray &tag)
{
    return "resources:\n  - ../../base\nimages:\n  - name: ghcr.io/acme/api\n    newTag: " + tag + "\n";
}

QByteArray replicas(int count)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\nspec:\n  replicas: " +
           QByteArray::number(count) + "\n";
}

QByteArray memory(const QByteArray &limit)
{
    return deployment("worker",
                      "          resources:\n            limits:\n              memory: " + limit + "\n");
}

QByteArray environment(const QByteArray &entry)
{
    return deployment("api",
                      "          env:\n            - name: PORT\n              value: \"8080\"\n" + entry);
}

QByteArray helmRelease(const QByteArray &version)
{
    return "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: "
           "kube-prometheus-stack\nspec:\n"
           "  chart:\n    spec:\n      chart: kube-prometheus-stack\n      version: " +
           version + "\n";
}

QByteArray application(const QByteArray &revision)
{
    return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: payments\nspec:\n  "
           "source:\n"
           "    repoURL: https://git.example.org/payments.git\n    targetRevision: " +
           revision + "\n    path: deploy\n";
}

QByteArray autoscaler(int most)
{
    return "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: api\nspec:\n  "
           "minReplicas: 2\n  maxReplicas: " +
           QByteArray::number(most) + "\n";
}

QByteArray configMap(const QByteArray &model)
{
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app-config\ndata:\n  ai_model: " + model +
           "\n";
}

QByteArray object(const QByteArray &kind, const QByteArray &name, const QByteArray &nameSpace = {})
{
    return "apiVersion: v1\nkind: " + kind + "\nmetadata:\n  name: " + name +
           (nameSpace.isEmpty() ? QByteArray() : QByteArray("\n  namespace: " + nameSpace)) + "\n";
}

QByteArray role(const QByteArray &verbs)
{
    return "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\nrules:\n  - "
           "apiGroups: [\"\"]\n"
           "    resources: [\"pods\"]\n    verbs: [" +
           verbs + "]\n";
}

QByteArray fluxKustomization(const QByteArray &suspend)
{
    return "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: "
           "infra-controllers\nspec:\n"
           "  interval: 1h\n  suspend: " +
           suspend + "\n";
}

QByteArray sops(const QByteArray &value, const QByteArray &stamp)
{
    return "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: "
           "ENC[AES256_GCM,data:" +
           value + ",iv:aaaa,tag:bbbb,type:str]\nsops:\n  lastmodified: \"" + stamp +
           "\"\n  mac: ENC[AES256_GCM,data:" + value + "]\n";
}

QByteArray sealed(const QByteArray &value)
{
    return "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  name: db\nspec:\n  "
           "encryptedData:\n    password: " +
           value + "\n";
}

QByteArray crd(bool hasAlpha)
{
    return "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: "
           "widgets.acme.io\nspec:\n"
           "  group: acme.io\n  versions:\n" +
           QByteArray(hasAlpha ? "    - name: v1alpha1\n      served: true\n      storage: false\n" : "") +
           "    - name: v1\n      served: true\n      storage: true\n";
}

QByteArray rollout(const QByteArray &weights)
{
    QByteArray steps;
    for (const QByteArray &weight : weights.split(' '))
        steps += "        - setWeight: " + weight + "\n";
    return "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata:\n  name: web\nspec:\n  strategy:\n    "
           "canary:\n      steps:\n" +
           steps;
}

QList<Example> versions()
{
    const QByteArray parent = "resources:\n  - ../base\n";
    return {
        {"01 image tag",
         {change("apps/web/deployment.yaml", image(":1.4.2"), image(":1.5.0"))},
         u"feat(web): bump web image to 1.5.0"_s},
        {"02 kustomize tag",
         {change("overlays/production/kustomization.yaml", overlay("2.3.1"), overlay("2.3.2"))},
         u"fix(api): bump api to 2.3.2 in production"_s},
        {"03 promotion",
         {change("overlays/production/kustomization.yaml", overlay("2.3.1"), overlay("2.3.2"))},
         u"chore(api): promote api 2.3.2 to production"_s,
         {},
         contextOf({}, {{"overlays/staging/kustomization.yaml", overlay("2.3.2")},
                        {"overlays/production/kustomization.yaml", overlay("2.3.1")}})},
        {"04 digest",
         {change("apps/web/deployment.yaml", image("@sha256:" + QByteArray(64, 'a')),
                 image("@sha256:" + QByteArray(64, 'b')))},
         u"chore(web): update web image digest"_s},
        {"05 chart",
         {change("monitoring/kube-prometheus-stack/helmrelease.yaml", helmRelease("55.1.0"),
                 helmRelease("56.0.0"))},
         u"feat(kube-prometheus-stack)!: upgrade chart to 56.0.0"_s,
         {u"55.1.0 → 56.0.0"_s}},
        {"06 roll back",
         {change("argocd/payments.yaml", application("v1.8.0"), application("v1.7.4"))},
         u"fix(payments): roll back payments to v1.7.4"_s},
    };
}

QList<Example> settings()
{
    return {
        {"07 replicas",
         {change("overlays/production/replicas.yaml", replicas(2), replicas(5))},
         u"chore(api): scale api to 5 replicas in production"_s},
        {"08 autoscaling",
         {change("apps/api/hpa.yaml", autoscaler(5), autoscaler(10))},
         u"chore(api): raise api autoscaling limit to 10"_s},
        {"09 memory",
         {change("apps/worker/deployment.yaml", memory("256Mi"), memory("512Mi"))},
         u"fix(worker): raise worker memory limit to 512Mi"_s},
        {"10 variable",
         {change("overlays/dev/api.yaml",
                 environment("            - name: LOG_LEVEL\n              value: info\n"),
                 environment("            - name: LOG_LEVEL\n              value: debug\n"))},
         u"chore(api): set LOG_LEVEL to debug in dev"_s},
        {"11 secret reference",
         {change(
             "apps/api/deployment.yaml",
             environment("            - name: DB_PASSWORD\n              value: hunter2\n"),
             environment("            - name: DB_PASSWORD\n              valueFrom:\n                "
                         "secretKeyRef:\n                  name: db\n                  key: password\n"))},
         u"fix(api): read DB_PASSWORD from a secret"_s},
        {"12 config key",
         {change("config/app.yaml", configMap("gpt-4"), configMap("gpt-4o"))},
         u"chore(app-config): set ai_model to gpt-4o"_s},
        {"18 host",
         {change("charts/app/values-prod.yaml", "ingress:\n  host: a.example\n",
                 "ingress:\n  host: b.example\n")},
         u"fix(app): change production host to b.example"_s},
        {"30 role",
         {change("rbac/reader.yaml", role("\"*\""), role("\"get\", \"list\""))},
         u"fix(rbac): restrict reader role to get and list"_s},
        {"32 suspend",
         {change("clusters/main/infra.yaml", fluxKustomization("false"), fluxKustomization("true"))},
         u"chore(flux): suspend infra-controllers"_s},
        {"36 custom resource",
         {change("crds/widgets.yaml", crd(true), crd(false))},
         u"feat(crd)!: remove v1alpha1 of widgets.acme.io"_s,
         {u"BREAKING CHANGE: "_s}},
        {"37 canary",
         {change("apps/web/rollout.yaml", rollout("20 60 100"), rollout("10 50 100"))},
         u"chore(rollout): change web canary steps to 10/50/100"_s},
    };
}

QList<Example> comings()
{
    const QByteArray base = "resources:\n  - deployment.yaml\n";
    const QByteArray template1 =
        "{{- if .Values.podDisruptionBudget.enabled }}\napiVersion: policy/v1\nkind: PodDisruptionBudget\n"
        "metadata:\n  name: {{ .Release.Name }}\n{{- end }}\n";
    return {
        {"13 new application",
         {change("apps/redis/deployment.yaml", {}, deployment("redis", "          image: redis:7.2\n")),
          change("apps/redis/service.yaml", {}, object("Service", "redis")),
          change("apps/redis/kustomization.yaml", {}, "resources:\n  - deployment.yaml\n  - service.yaml\n"),
          change("apps/kustomization.yaml", "resources:\n  - web\n", "resources:\n  - web\n  - redis\n")},
         u"feat(redis): deploy redis"_s,
         {u"Deployment"_s, u"Service"_s},
         contextOf({}, {{"apps/kustomization.yaml", "resources:\n  - web\n"},
                        {"apps/web/deployment.yaml", image(":1")}})},
        {"14 new overlay",
         {change("apps/web/overlays/staging/kustomization.yaml", {}, "resources:\n  - ../../base\n"),
          change("apps/web/overlays/staging/replicas.yaml", {}, replicas(2))},
         u"feat(web): add staging overlay"_s,
         {},
         contextOf({}, {{"apps/web/base/kustomization.yaml", base}})},
        {"15 removed application",
         {change("apps/legacy-cron/cronjob.yaml", object("CronJob", "legacy-cron"), {}),
          change("apps/legacy-cron/kustomization.yaml", base, {}),
          change("apps/kustomization.yaml", "resources:\n  - legacy-cron\n  - web\n",
                 "resources:\n  - web\n")},
         u"chore(legacy-cron): remove legacy-cron"_s,
         {},
         contextOf({}, {{"apps/legacy-cron/cronjob.yaml", ""},
                        {"apps/legacy-cron/kustomization.yaml", base},
                        {"apps/kustomization.yaml", ""}})},
        {"16 optional template",
         {change("charts/app/templates/pdb.yaml", {}, template1),
          change("charts/app/values.yaml", "replicaCount: 1\n",
                 "replicaCount: 1\npodDisruptionBudget:\n  enabled: false\n")},
         u"feat(app): add optional PodDisruptionBudget"_s,
         {},
         contextOf({}, {{"charts/app/values.yaml", "replicaCount: 1\n"},
                        {"charts/app/Chart.yaml", "name: app\n"}})},
        {"17 chart version and values",
         {change("charts/app/Chart.yaml", "name: app\nversion: 1.2.0\n", "name: app\nversion: 1.3.0\n"),
          change("charts/app/values.yaml", "image:\n  repository: acme/app\n  tag: 1.0.0\n",
                 "image:\n  repository: acme/app\n  tag: 1.1.0\n")},
         u"feat(app): bump app to 1.1.0"_s,
         {u"Chart 1.3.0"_s}},
        {"31 network policy",
         {change("apps/payments/networkpolicy.yaml", {},
                 "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: default-deny\n  "
                 "namespace: payments\nspec:\n  podSelector: {}\n")},
         u"feat(network): add default-deny policy for payments"_s,
         {},
         contextOf({}, {{"apps/payments/deployment.yaml", ""}})},
        {"33 formatting",
         {change("apps/web/deployment.yaml", "a:\n  - b: 1\n    c: 2\n", "a:\n    - c: 2\n      b: 1\n")},
         u"style: reformat manifests"_s},
        {"34 encrypted",
         {change("secrets/db.sops.yaml", sops("AAAA", "2026-01-01T00:00:00Z"),
                 sops("BBBB", "2026-02-01T00:00:00Z"))},
         u"chore(secrets): update encrypted secrets"_s,
         {u"password"_s}},
        {"35 sealed",
         {change("apps/db/sealed.yaml", sealed("AgBy3i4OJSWK"), sealed("AgCx9i4OJSWZ"))},
         u"chore(secrets): reseal db password"_s},
    };
}

} // namespace

QList<Example> clusterExamples()
{
    return versions() + settings() + comings();
}

} // namespace Sample
