// SPDX-License-Identifier: GPL-3.0-or-later
#include "examples.h"

using namespace Qt::StringLiterals;

namespace Sample {

namespace {

QByteArray module(const QByteArray &version)
{
    return "module \"eks\" {\n  source  = \"terraform-aws-modules/eks/aws\"\n  version = \"" + version +
           "\"\n}\n";
}

QByteArray workflow(const QByteArray &checkout)
{
    return "name: ci\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: "
           "actions/checkout@" +
           checkout + "\n      - run: make test\n";
}

QList<Example> terraform()
{
    return {
        {"19 module",
         {change("main.tf", module("19.1"), module("20.0"))},
         u"feat(eks)!: upgrade eks module to 20.0"_s},
        {"20 tfvars",
         {change("production.tfvars", "region = \"eu-west-1\"\ninstance_type = \"t3.large\"\n",
                 "region = \"eu-west-1\"\ninstance_type = \"m6i.large\"\n")},
         u"chore(production): change instance_type to m6i.large"_s},
        {"21 variable",
         {change("modules/vpc/variables.tf", "variable \"cidr\" {\n  type = string\n}\n",
                 "variable \"cidr\" {\n  type = string\n}\n\nvariable \"enable_flow_logs\" {\n  type    = "
                 "bool\n  default = false\n}\n"),
          change("modules/vpc/main.tf", "resource \"aws_vpc\" \"this\" {\n  cidr_block = var.cidr\n}\n",
                 "resource \"aws_vpc\" \"this\" {\n  cidr_block = var.cidr\n  flow_logs = "
                 "var.enable_flow_logs\n}\n")},
         u"feat(vpc): add enable_flow_logs variable"_s},
        {"22 provider locks",
         {change(".terraform.lock.hcl", "version = \"5.1.0\"\n", "version = \"5.2.0\"\n")},
         u"chore(deps): update terraform provider locks"_s},
    };
}

QList<Example> builds()
{
    return {
        {"23 action",
         {change(".github/workflows/ci.yml", workflow("v3"), workflow("v4"))},
         u"ci: bump actions/checkout to v4"_s},
        {"24 workflow",
         {change(".github/workflows/scan.yml", {}, workflow("v4"))},
         u"ci: add scan workflow"_s},
        {"25 dependency",
         {change("package.json", "{\n  \"devDependencies\": {\n    \"vite\": \"^5.0.0\"\n  }\n}\n",
                 "{\n  \"devDependencies\": {\n    \"vite\": \"^5.4.1\"\n  }\n}\n"),
          change("package-lock.json", "{\"v\":1}\n", "{\"v\":2}\n")},
         u"chore(deps): bump vite to 5.4.1"_s},
    };
}

QList<Example> texts()
{
    QList<Drafting::Change> moves;
    for (int i = 0; i < 12; ++i) {
        const QByteArray name = "manifest-" + QByteArray::number(i) + ".yaml";
        moves.append(moved("k8s/" + name, "kubernetes/base/" + name, "kind: Service\n"));
    }
    Drafting::Change submodule{.file = {.oldPath = "vendor-charts/charts",
                                        .newPath = "vendor-charts/charts",
                                        .oldMode = 0160000,
                                        .newMode = 0160000,
                                        .oldId = QByteArray(40, 'f'),
                                        .newId = "abc1234" + QByteArray(33, '0'),
                                        .omission = Diff::Omission::Submodule}};
    return {
        {"26 document",
         {change("README.md", "# App\n\nText.\n",
                 "# App\n\nText.\n\n## Rollback\n\nRevert the commit and wait.\n")},
         u"docs: document rollback"_s},
        {"27 test",
         {change("models/drift/drift_test.go", "package drift\n",
                 "package drift\n\nfunc TestDriftIgnoresStatus(t *testing.T) {\n}\n")},
         u"test(drift): cover ignored status fields"_s,
         {},
         {},
         "says \"cover drift ignores status\": names are split, not understood"},
        {"28 moves", moves, u"refactor: move 12 manifests to kubernetes/base"_s},
        {"38 submodule", {submodule}, u"chore(charts): update charts submodule to abc1234"_s},
    };
}

Example revert()
{
    const QByteArray old = "image: ghcr.io/acme/web:1.4.2\n";
    const QByteArray now = "image: ghcr.io/acme/web:1.5.0\n";
    const Drafting::Change back = change("apps/web/app.yaml", now, old);
    Drafting::PastCommit commit{.id = *Git::ObjectId::fromHex(QByteArray(40, 'c')),
                                .subject = u"feat(web): bump web image to 1.5.0"_s};
    commit.changes = {{.path = "apps/web/app.yaml",
                       .oldPath = {},
                       .status = Diff::FileStatus::Modified,
                       .oldId = *Git::ObjectId::fromHex(back.file.newId),
                       .newId = *Git::ObjectId::fromHex(back.file.oldId)}};
    Drafting::DraftContext context;
    context.history = {commit};
    return {"29 revert",
            {back},
            u"revert: feat(web): bump web image to 1.5.0"_s,
            {u"This reverts commit "_s + QString(40, u'c') + u'.'},
            context};
}

} // namespace

QList<Example> repositoryExamples()
{
    return terraform() + builds() + texts() + QList<Example>{revert()};
}

} // namespace Sample
