// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/discover.h"

using namespace Qt::StringLiterals;
using namespace Environments;

namespace {

const QByteArray kustomization = "resources: [../../base]\n"_ba;
const QByteArray component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n"_ba;
const QByteArray values = "image: {repository: shop/api, tag: '1'}\n"_ba;

using Texts = QMap<QByteArray, QByteArray>;

QByteArray namesOf(const Texts &texts)
{
    Files files = Files::fromTexts(texts);
    const auto discovery = discover(files, {});
    if (!discovery)
        return "error"_ba;
    QByteArrayList names;
    for (const Environment &environment : discovery->environments)
        names.append(environment.isPlaced ? environment.name : QByteArray(environment.name + '?'));
    return names.join(' ');
}

QByteArray membersOf(const Texts &texts)
{
    Files files = Files::fromTexts(texts);
    const auto discovery = discover(files, {});
    QByteArrayList parts;
    for (const Member &member : discovery ? discovery->members : QList<Member>())
        parts.append(discovery->environments[member.environment].name + ':' + member.path + '>' +
                     member.unit);
    return parts.join(' ');
}

Texts folders(const QByteArray &parent, const QByteArrayList &names)
{
    Texts texts;
    for (const QByteArray &name : names)
        texts[parent + name + "/kustomization.yaml"] = kustomization;
    return texts;
}

} // namespace

class DiscoverTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repositoriesGiveTheirEnvironments_data()
    {
        QTest::addColumn<Texts>("texts");
        QTest::addColumn<QByteArray>("names");
        QTest::addRow("overlays") << folders("kubernetes/overlays/", {"production", "dev", "staging"})
                                  << "dev staging production"_ba;

        Texts regions =
            folders("envs/", {"integration-gpu", "integration-non-gpu", "load-gpu", "load-non-gpu", "qa",
                              "staging-asia", "staging-eu", "prod-asia", "prod-eu"});
        regions["variants/prod/kustomization.yml"] = component;
        regions["variants/non-prod/kustomization.yml"] = component;
        regions["variants/eu/kustomization.yml"] = component;
        regions["base/kustomization.yml"] = "resources: []\n";
        QTest::addRow("regions, variants, a sibling with a weak word")
            << regions
            << "integration-gpu integration-non-gpu qa load-gpu load-non-gpu staging-asia staging-eu prod-asia prod-eu"_ba;

        Texts flux = folders("apps/", {"staging", "production", "base"});
        flux["apps/base/podinfo/release.yaml"] = "a: 1\n";
        for (const QByteArray &name : {"staging"_ba, "production"_ba}) {
            flux["clusters/" + name + "/apps.yaml"] =
                "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec: {path: ./apps}\n";
        }
        QTest::addRow("flux") << flux << "staging production"_ba;

        QTest::addRow("a chart's base and one environment")
            << Texts{{"shop/Chart.yaml", "name: shop\nversion: 1.0.0\n"},
                     {"shop/values.yaml", values},
                     {"shop/values-production.yaml", "replicas: 3\n"}}
            << "base production"_ba;
        QTest::addRow("one values file without a chart is nothing")
            << Texts{{"shop/values.yaml", values}, {"shop/values-production.yaml", values}} << ""_ba;
        QTest::addRow("a chart's environments") << Texts{{"charts/shop/Chart.yaml", "name: shop\n"},
                                                         {"charts/shop/values.yaml", values},
                                                         {"charts/shop/values-dev.yaml", ""},
                                                         {"charts/shop/values-staging.yaml", ""}}
                                                << "dev staging"_ba;

        Texts union1 = folders("apps/billing/envs/", {"prod-eu", "prod-us"});
        union1.insert(folders("apps/orders/envs/", {"qa", "staging", "prod-eu"}));
        QTest::addRow("sibling applications") << union1 << "qa staging prod-eu prod-us"_ba;

        Texts nested;
        for (const QByteArray &path :
             {"non-prod/us-east-1/qa"_ba, "non-prod/us-east-1/stage"_ba, "prod/us-east-1/prod"_ba})
            nested[path + "/mysql/terragrunt.hcl"] =
                "terraform {\n  source = \"git::x//mysql?ref=v0.8.0\"\n}\n";
        QTest::addRow("nested places") << nested << "qa stage prod"_ba;

        Texts unknown = folders("envs/", {"dev", "prod", "ptl"});
        unknown["envs/notes/readme.txt"] = "x";
        QTest::addRow("a sibling of the same shape") << unknown << "dev prod ptl?"_ba;

        QTest::addRow("terraform variables") << Texts{{"infra/dev.tfvars", "api_image_tag = \"1\"\n"},
                                                      {"infra/prod.tfvars", "api_image_tag = \"1\"\n"}}
                                             << "dev prod"_ba;
        QTest::addRow("env files") << Texts{{"helmfile/overrides/staging.env", "API_TAG=1\n"},
                                            {"helmfile/overrides/production.env", "API_TAG=1\n"}}
                                   << "staging production"_ba;
        QTest::addRow("one spelling per environment")
            << Texts{{"a/stg/kustomization.yaml", kustomization},
                     {"a/prod/kustomization.yaml", kustomization},
                     {"b/staging/kustomization.yaml", kustomization},
                     {"b/prod/kustomization.yaml", kustomization},
                     {"c/staging/kustomization.yaml", kustomization},
                     {"c/prod/kustomization.yaml", kustomization}}
            << "staging prod"_ba;
    }

    void repositoriesGiveTheirEnvironments()
    {
        QFETCH(Texts, texts);
        QFETCH(QByteArray, names);
        QCOMPARE(namesOf(texts), names);
    }

    void ordinaryRepositoriesGiveNothing_data()
    {
        QTest::addColumn<Texts>("texts");
        QTest::addRow("sources") << Texts{{"src/dev/main.cpp", "int main() {}"},
                                          {"src/prod/main.cpp", "int main() {}"}};
        QTest::addRow("Spring profiles")
            << Texts{{"src/main/resources/application-dev.properties", "app.version=1\n"},
                     {"src/main/resources/application-prod.properties", "app.version=1\n"}};
        QTest::addRow("web bundles") << Texts{{"config/webpack.dev.js", "x"},
                                              {"config/webpack.prod.js", "x"}};
        QTest::addRow("settings without versions") << Texts{{"config/development.json", "{\"port\": 1}"},
                                                            {"config/production.json", "{\"port\": 2}"}};
        QTest::addRow("front-end settings")
            << Texts{{".env.development", "API_VERSION=1"}, {".env.production", "API_VERSION=1"}};
        QTest::addRow("requirements") << Texts{{"requirements/dev.txt", "x"}, {"requirements/prod.txt", "x"}};
        QTest::addRow("tests") << Texts{{"tests/integration/kustomization.yaml", kustomization},
                                        {"tests/dev/kustomization.yaml", kustomization}};
        QTest::addRow("test and source folders")
            << Texts{{"test/a.cpp", "x"}, {"dev/a.py", "x"}, {"ci/b.yml", "a: 1"}};
        QTest::addRow("one environment only") << folders("deploy/", {"production"});
        QTest::addRow("two of one rank") << folders("deploy/", {"staging", "stage"});
        QTest::addRow("shared parts only") << Texts{{"variants/non-prod/kustomization.yaml", component},
                                                    {"variants/prod/kustomization.yaml", component}};
        QTest::addRow("workflows") << Texts{{".github/dev/x.yaml", values}, {".github/prod/x.yaml", values}};
        QTest::addRow("empty") << Texts{};
    }

    void ordinaryRepositoriesGiveNothing()
    {
        QFETCH(Texts, texts);
        QCOMPARE(namesOf(texts), ""_ba);
    }

    void placesNameTheirUnits_data()
    {
        QTest::addColumn<Texts>("texts");
        QTest::addColumn<QByteArray>("members");
        QTest::addRow("an application's overlays")
            << folders("apps/shop/overlays/", {"dev", "prod"})
            << "dev:apps/shop/overlays/dev>shop prod:apps/shop/overlays/prod>shop"_ba;
        Texts inner = folders("overlays/dev/", {"api", "web"});
        inner.insert(folders("overlays/prod/", {"api"}));
        QTest::addRow("applications inside an overlay")
            << inner << "dev:overlays/dev/api>api dev:overlays/dev/web>web prod:overlays/prod/api>api"_ba;
        QTest::addRow("the unit in the name")
            << folders("deploy/", {"api-dev", "api-prod", "web-dev", "web-prod"})
            << "dev:deploy/api-dev>api dev:deploy/web-dev>web prod:deploy/api-prod>api prod:deploy/web-prod>web"_ba;
        QTest::addRow("the unit after the word")
            << folders("deploy/", {"dev-api", "prod-api", "dev-web", "prod-web"})
            << "dev:deploy/dev-api>api dev:deploy/dev-web>web prod:deploy/prod-api>api prod:deploy/prod-web>web"_ba;
        Texts aggregate = folders("overlays/dev/", {"api"});
        aggregate.insert(folders("overlays/prod/", {"api"}));
        aggregate["overlays/dev/kustomization.yaml"] = "resources: [api]\n";
        aggregate["overlays/prod/kustomization.yaml"] = "resources: [api]\n";
        QTest::addRow("an overlay that gathers its applications")
            << aggregate << "dev:overlays/dev> prod:overlays/prod>"_ba;
    }

    void placesNameTheirUnits()
    {
        QFETCH(Texts, texts);
        QFETCH(QByteArray, members);
        QCOMPARE(membersOf(texts), members);
    }

    void aCancelledSearchGivesNothing()
    {
        CancelSource source;
        source.cancel();
        Files files = Files::fromTexts(folders("overlays/", {"dev", "prod"}));
        const auto discovery = discover(files, source.token());
        QVERIFY(!discovery);
        QCOMPARE(discovery.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(DiscoverTest)
#include "tst_discover.moc"
