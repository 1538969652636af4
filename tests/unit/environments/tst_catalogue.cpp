// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/catalogue.h"

using namespace Qt::StringLiterals;
using namespace Environments;

namespace {

using Texts = QMap<QByteArray, QByteArray>;

QByteArray values(const QByteArray &tag)
{
    return "image: {repository: shop/api, tag: '" + tag + "'}\n";
}

Catalogue read(const Texts &texts)
{
    Files files = Files::fromTexts(texts);
    const auto catalogue = readCatalogue(files, {});
    return catalogue.value_or(Catalogue());
}

QByteArray summary(const Catalogue &catalogue)
{
    QByteArrayList parts;
    for (const Cell &cell : catalogue.cells) {
        QByteArray text =
            catalogue.units[cell.unit].name + '@' + catalogue.environments[cell.environment].name;
        for (const VersionValue &value : cell.versions)
            text += ' ' + value.version;
        parts.append(text);
    }
    return parts.join("; ");
}

Texts chart(const QByteArray &dev, const QByteArray &staging, const QByteArray &production)
{
    return {{"charts/shop/Chart.yaml", "name: shop\n"},
            {"charts/shop/values-dev.yaml", values(dev)},
            {"charts/shop/values-staging.yaml", values(staging)},
            {"charts/shop/values-production.yaml", values(production)}};
}

} // namespace

class CatalogueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlatformRepositoryGivesItsMatrix()
    {
        Texts texts = chart("1.2", "1.1", "1.0");
        texts["infrastructure/modules/network/main.tf"] = "variable \"x\" {}\n";
        for (const QByteArray &app : {"api"_ba, "web"_ba}) {
            texts["kubernetes/base/" + app + "/kustomization.yaml"] = "resources: [deployment.yaml]\n";
            texts["kubernetes/base/" + app + "/deployment.yaml"] =
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + app +
                "}\nspec: {template: {spec: {containers: [{name: main, image: 'acme/" + app + "'}]}}}\n";
        }
        for (const QByteArray &environment : {"dev"_ba, "staging"_ba, "production"_ba}) {
            for (const QByteArray &app : {"api"_ba, "web"_ba}) {
                texts["kubernetes/overlays/" + environment + "/" + app + "/kustomization.yaml"] =
                    "resources: [../../../base/" + app + "]\nimages: [{name: acme/" + app +
                    ", newTag: '3'}]\n";
            }
            texts["infrastructure/environments/" + environment + "/main.tf"] =
                "module \"network\" {\n  source = \"../../modules/network?ref=v1\"\n}\n";
            texts["infrastructure/environments/" + environment + "/terraform.tfvars"] = "region = \"eu\"\n";
        }
        QCOMPARE(summary(read(texts)),
                 "api@dev 3; api@staging 3; api@production 3; network@dev v1; network@staging v1; "
                 "network@production v1; shop@dev 1.2; shop@staging 1.1; shop@production 1.0; "
                 "web@dev 3; web@staging 3; web@production 3"_ba);
    }

    void cellsAreComparedWithTheEnvironmentBefore_data()
    {
        QTest::addColumn<QByteArray>("staging");
        QTest::addColumn<QByteArray>("production");
        QTest::addColumn<Standing>("standing");
        QTest::addRow("same") << "1.2"_ba << "1.2"_ba << Standing::Same;
        QTest::addRow("behind") << "1.10"_ba << "1.9"_ba << Standing::Behind;
        QTest::addRow("ahead") << "2.0"_ba << "3.0"_ba << Standing::Ahead;
        QTest::addRow("not comparable without history")
            << "prod-68f7180"_ba << "prod-1234567"_ba << Standing::Unknown;
    }

    void cellsAreComparedWithTheEnvironmentBefore()
    {
        QFETCH(QByteArray, staging);
        QFETCH(QByteArray, production);
        const Catalogue catalogue = read(chart("1.0", staging, production));
        QCOMPARE(catalogue.cells.size(), 3);
        QCOMPARE(catalogue.cells[0].standing, Standing::First);
        QTEST(catalogue.cells[2].standing, "standing");
        QCOMPARE(catalogue.cells[2].previous, 1);
    }

    void behindCountsWhatTheEnvironmentBeforeHadSince()
    {
        Catalogue catalogue = read(chart("1.0", "b3", "b1"));
        catalogue.hasHistory = true;
        const auto event = [](const char *environment, const char *from, const char *to) {
            return ChangeEvent{
                .environment = environment, .unit = "shop", .artifact = "shop", .from = from, .to = to};
        };
        catalogue.events = {event("staging", "b2", "b3"), event("production", "b0", "b1"),
                            event("staging", "b1", "b2"), event("staging", "b0", "b1")};
        compareCells(catalogue);
        QCOMPARE(catalogue.cells[2].standing, Standing::Behind);
        QCOMPARE(catalogue.cells[2].behind, std::optional(2));
        QCOMPARE(catalogue.cells[1].standing, Standing::Different); // neither 1.0 nor b3 was in the other
    }

    void anEnvironmentOfTheSameRegionComesBefore()
    {
        Texts texts;
        for (const char *name : {"qa", "staging-eu", "staging-us", "prod-eu", "prod-us"}) {
            texts["envs/" + QByteArray(name) + "/app.yaml"] =
                "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: m, image: "
                "'shop/api:1'}]}\n";
        }
        const Catalogue catalogue = read(texts);
        QByteArrayList pairs;
        for (const Cell &cell : catalogue.cells) {
            pairs.append(catalogue.environments[cell.environment].name + '<' +
                         (cell.previous < 0 ? ""_ba : catalogue.environments[cell.previous].name));
        }
        QCOMPARE(pairs.join(' '), "qa< staging-eu<qa staging-us<qa prod-eu<staging-eu prod-us<staging-us"_ba);
    }

    void unitsOfOneNameInTwoPlacesStayApart()
    {
        Texts texts;
        for (const char *environment : {"dev", "prod"}) {
            for (const char *team : {"one", "two"}) {
                texts["teams/" + QByteArray(team) + "/overlays/" + environment + "/api/app.yaml"] =
                    "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: m, image: "
                    "'shop/api:" +
                    QByteArray(team) + "1'}]}\n";
            }
        }
        QCOMPARE(summary(read(texts)),
                 "api (teams/one/overlays)@dev one1; api (teams/one/overlays)@prod one1; "
                 "api (teams/two/overlays)@dev two1; api (teams/two/overlays)@prod two1"_ba);
    }

    void brokenFilesAreNamedAndTheRestWorks()
    {
        Texts texts = chart("1.0", "1.0", "1.0");
        texts["charts/shop/values-staging.yaml"] = "image: [\n";
        const Catalogue catalogue = read(texts);
        QCOMPARE(summary(catalogue), "shop@dev 1.0; shop@production 1.0"_ba);
        QCOMPARE(catalogue.problems.size(), 1);
        QCOMPARE(catalogue.problems.first().path, "charts/shop/values-staging.yaml"_ba);
        QVERIFY(catalogue.problems.first().line > 0);
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
