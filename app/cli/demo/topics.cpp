// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demo/timeline.h"

#include "app/cli/demo/people.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QByteArray resource(const QString &name)
{
    QFile file(u":/demo/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QList<Remark> remarks()
{
    const QByteArray productionWeb = "kubernetes/overlays/production/web/kustomization.yaml"_ba;
    return {
        {30,
         kPriya,
         "docs: document rollback",
         {{"docs/runbook.md", "deployed.\n",
           "deployed.\n\n## Roll back\n\nSet the version back in the overlay of the environment and merge. "
           "Do not change the\ncluster by hand: the next sync puts it back.\n"}}},
        {61,
         kMara,
         "chore: ask release managers to review production",
         {{".github/CODEOWNERS", "/infrastructure/ ",
           "/charts/                            @acme/platform\n/infrastructure/ "}},
         "baseline-2026-q1"},
        {118,
         kBot,
         "ci: bump actions/checkout to v4",
         {{".github/workflows/validate.yml", "actions/checkout@v3", "actions/checkout@v4"}}},
        {152,
         kJo,
         "chore(api): raise api memory limit to 384Mi",
         {{"kubernetes/base/api/deployment.yaml",
           "              memory: 256Mi\n            limits:\n              memory: 256Mi",
           "              memory: 256Mi\n            limits:\n              memory: 384Mi"}},
         "baseline-2026-q2"},
        {201,
         kTomas,
         "chore(web): scale web to 4 replicas in production",
         {{productionWeb, "count: 3", "count: 4"}}},
        {243,
         kPriya,
         "docs: say who is on call",
         {{"docs/runbook.md", "## Roll back",
           "## Who is on call\n\nThe rota is in the calendar of the platform team.\n\n## Roll back"}},
         "baseline-2026-q3"},
        {310,
         kJo,
         "chore(worker): set LOG_LEVEL to warn in production",
         {{"kubernetes/overlays/production/worker/kustomization.yaml", "images:\n",
           "patches:\n  - path: config.yaml\nimages:\n"},
          {"kubernetes/overlays/production/worker/config.yaml",
           {},
           "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: worker\ndata:\n  LOG_LEVEL: warn\n"}}},
        {349,
         kMara,
         "fix(web): roll back web to 2.2.1 in production\n\nCheckout pages answered with 502 under load "
         "since 2.3.0.\n\n"
         "Incident: INC-482",
         {{productionWeb, "newTag: 2.3.0", "newTag: 2.2.1"}},
         {},
         true},
        {366,
         kMara,
         "chore: record what runs in production",
         {{".plumbline/snapshots/production.yaml", {}, resource(u"snapshot-production.yaml"_s)}}},
    };
}

QList<Topic> topics()
{
    return {
        {"feature/api-disruption-budget",
         kJo,
         22,
         27,
         {{"feat(api): keep one api pod through node upgrades",
           {{"kubernetes/base/api/pdb.yaml",
             {},
             "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: api\nspec:\n  "
             "minAvailable: 1\n"
             "  selector:\n    matchLabels:\n      app.kubernetes.io/name: api\n"},
            {"kubernetes/base/api/kustomization.yaml", "  - configmap.yaml\n",
             "  - configmap.yaml\n  - pdb.yaml\n"}}},
          {"docs: explain disruption budgets",
           {{"docs/runbook.md", "# Runbook\n",
             "# Runbook\n\n## Upgrade nodes\n\nOne node at a time. Disruption budgets keep a pod of each "
             "application running.\n"}}}}},
        {"feature/web-cache",
         kTomas,
         84,
         88,
         {{"feat(web): cache pages for a minute",
           {{"kubernetes/base/web/configmap.yaml", "  LOG_LEVEL: info\n",
             "  CACHE_TTL: 60s\n  LOG_LEVEL: info\n"}}},
          {"perf(web): raise web memory limit to 192Mi",
           {{"kubernetes/base/web/deployment.yaml",
             "              memory: 128Mi\n            limits:\n              memory: 128Mi",
             "              memory: 128Mi\n            limits:\n              memory: 192Mi"}}}}},
        {"ci/release-notes",
         kMara,
         133,
         137,
         {{"ci: add release workflow",
           {{".github/workflows/release.yml",
             {},
             "name: Release\non:\n  push:\n    tags: [\"baseline-*\"]\n\njobs:\n  notes:\n    runs-on: "
             "ubuntu-latest\n"
             "    steps:\n      - uses: actions/checkout@v4\n      - run: ai-cli log --json > "
             "history.json\n"}}}}},
        {"feature/worker-autoscaling",
         kJo,
         176,
         183,
         {{"feat(worker): scale worker by load in production",
           {{"kubernetes/overlays/production/worker/hpa.yaml",
             {},
             "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: worker\nspec:\n"
             "  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: worker\n  "
             "minReplicas: 2\n"
             "  maxReplicas: 6\n  metrics:\n    - type: Resource\n      resource:\n        name: cpu\n       "
             " target:\n"
             "          type: Utilization\n          averageUtilization: 70\n"},
            {"kubernetes/overlays/production/worker/kustomization.yaml", "  - ../../../base/worker\n",
             "  - ../../../base/worker\n  - hpa.yaml\n"}}},
          {"fix(worker): allow 8 replicas at month end",
           {{"kubernetes/overlays/production/worker/hpa.yaml", "maxReplicas: 6", "maxReplicas: 8"}}}}},
        {"fix/api-timeout",
         kTomas,
         226,
         229,
         {{"fix(api): give slow reports 30 seconds",
           {{"kubernetes/base/api/configmap.yaml", "REQUEST_TIMEOUT: 15s", "REQUEST_TIMEOUT: 30s"}}}}},
        {"feature/flow-logs",
         kPriya,
         281,
         290,
         {{"feat(network): add enable_flow_logs variable",
           {{"infrastructure/modules/network/variables.tf", "variable \"availability_zones\"",
             "variable \"enable_flow_logs\" {\n  type    = bool\n  default = false\n}\n\nvariable "
             "\"availability_zones\""}}},
          {"feat(network): output the private subnets",
           {{"infrastructure/modules/network/outputs.tf", "output \"vpc_id\"",
             "output \"private_subnet_ids\" {\n  value = [for subnet in aws_subnet.private : "
             "subnet.id]\n}\n\n"
             "output \"vpc_id\""}}}}},
        {"feature/api-autoscaling",
         kJo,
         360,
         -1,
         {{"feat(api): scale api by load in staging",
           {{"kubernetes/overlays/staging/api/hpa.yaml",
             {},
             "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: api\nspec:\n"
             "  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: api\n  "
             "minReplicas: 2\n"
             "  maxReplicas: 5\n"},
            {"kubernetes/overlays/staging/api/kustomization.yaml", "  - ../../../base/api\n",
             "  - ../../../base/api\n  - hpa.yaml\n"}}},
          {"docs: note how api scales",
           {{"docs/runbook.md", "# Runbook\n",
             "# Runbook\n\n## Scale api\n\nStaging scales by load between 2 and 5.\n"}}}}},
    };
}

QList<Edit> stagedEdits()
{
    return {{"kubernetes/overlays/staging/api/kustomization.yaml", "newTag: 1.10.0", "newTag: 1.11.0"}};
}

QList<Edit> unstagedEdits()
{
    return {
        {"kubernetes/overlays/dev/worker/kustomization.yaml", "    count: 1\n",
         "    count: 1\npatches:\n  - path: config.yaml\n"},
        {"kubernetes/overlays/dev/worker/config.yaml",
         {},
         "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: worker\ndata:\n  LOG_LEVEL: debug\n"},
        {"README.md", "| dev | acme-dev | merge |", "| dev | acme-dev | merge to `main` |"},
        {"docs/decisions/0001-one-repository.md",
         {},
         "# One repository for all environments\n\nAccepted. Promotion is then one commit that anybody can "
         "read.\n"},
    };
}

} // namespace Cli
