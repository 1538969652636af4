// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/versions.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace Environments;

namespace {

using Texts = QMap<QByteArray, QByteArray>;

const QByteArray deployment =
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\nspec:\n  template:\n"
    "    spec:\n      containers:\n      - name: main\n        image: shop/api:0.1\n"
    "      - name: proxy\n        image: proxy:5\n"_ba;

MemberVersions read(const Texts &texts, const QByteArray &path = "env/dev"_ba)
{
    Files files = Files::fromTexts(texts);
    return readVersions(files, {.kind = MemberKind::Kustomize, .path = path, .slot = "env/{env}"});
}

QByteArray summary(const MemberVersions &versions)
{
    QByteArrayList parts;
    for (const UnitVersion &version : versions.versions) {
        const VersionValue &value = version.value;
        parts.append(version.unit + '/' + value.artifact + '=' + value.version + " " + value.path + ':' +
                     QByteArray::number(value.line) + (value.isInherited ? " inherited" : ""));
    }
    return parts.join("; ");
}

Texts withBase(const QByteArray &overlay, const Texts &more = {})
{
    Texts texts{{"base/kustomization.yaml", "resources: [deployment.yaml]\n"},
                {"base/deployment.yaml", deployment},
                {"env/dev/kustomization.yaml", "resources: [../../base]\n" + overlay}};
    texts.insert(more);
    return texts;
}

} // namespace

class VersionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlaysDecideTheVersion_data()
    {
        QTest::addColumn<QByteArray>("overlay");
        QTest::addColumn<Texts>("more");
        QTest::addColumn<QByteArray>("api");
        const QByteArray patch =
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec:\n  template:\n"
            "    spec:\n      containers:\n      - name: main\n        image: shop/api:3.0\n"_ba;
        QTest::addRow("nothing said") << ""_ba << Texts{} << "api=0.1 base/deployment.yaml:10 inherited"_ba;
        QTest::addRow("tag") << "images:\n- name: shop/api\n  newTag: '2.0'\n"_ba << Texts{}
                             << "api=2.0 env/dev/kustomization.yaml:4"_ba;
        QTest::addRow("digest") << "images:\n- {name: shop/api, digest: 'sha256:0a'}\n"_ba << Texts{}
                                << "api=sha256:0a env/dev/kustomization.yaml:3"_ba;
        QTest::addRow("another name keeps the tag")
            << "images:\n- {name: shop/api, newName: mirror.example.com:5000/api2}\n"_ba << Texts{}
            << "api=0.1 base/deployment.yaml:10 inherited"_ba;
        QTest::addRow("another image's tag") << "images:\n- {name: shop/web, newTag: '9'}\n"_ba << Texts{}
                                             << "api=0.1 base/deployment.yaml:10 inherited"_ba;
        QTest::addRow("patch file") << "patches:\n- path: version.yml\n"_ba
                                    << Texts{{"env/dev/version.yml", patch}}
                                    << "api=3.0 env/dev/version.yml:9"_ba;
        QTest::addRow("old list of patches")
            << "patchesStrategicMerge: [version.yml]\n"_ba << Texts{{"env/dev/version.yml", patch}}
            << "api=3.0 env/dev/version.yml:9"_ba;
        QTest::addRow("patch for a pattern of names")
            << "patches:\n- path: version.yml\n  target: {kind: Deployment, name: a.*}\n"_ba
            << Texts{{"env/dev/version.yml", patch}} << "api=3.0 env/dev/version.yml:9"_ba;
        QTest::addRow("patch for another object")
            << "patches:\n- path: version.yml\n  target: {kind: Deployment, name: web}\n"_ba
            << Texts{{"env/dev/version.yml", patch}} << "api=0.1 base/deployment.yaml:10 inherited"_ba;
        QTest::addRow("JSON patch")
            << "patches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: replace\n"
               "      path: /spec/template/spec/containers/0/image\n      value: shop/api:4.0\n"_ba
            << Texts{} << "api=4.0 env/dev/kustomization.yaml:7"_ba;
        QTest::addRow("image after patch")
            << "patches: [{path: version.yml}]\nimages: [{name: shop/api, newTag: '5'}]\n"_ba
            << Texts{{"env/dev/version.yml", patch}} << "api=5 env/dev/kustomization.yaml:3"_ba;
        QTest::addRow("component") << "components: [../../parts/new]\n"_ba
                                   << Texts{{"parts/new/kustomization.yaml",
                                             "kind: Component\nimages:\n- name: shop/api\n  newTag: '6'\n"}}
                                   << "api=6 parts/new/kustomization.yaml:4 inherited"_ba;
    }

    void overlaysDecideTheVersion()
    {
        QFETCH(QByteArray, overlay);
        QFETCH(Texts, more);
        QFETCH(QByteArray, api);
        const MemberVersions versions = read(withBase(overlay, more));
        QCOMPARE(summary(versions), "api/" + api + "; proxy/proxy=5 base/deployment.yaml:12 inherited");
        QVERIFY(versions.problems.isEmpty());
    }

    void theNearestOverlayWins()
    {
        Texts texts = withBase("images: [{name: shop/api, newTag: '2'}]\n");
        texts["env/dev/eu/kustomization.yaml"] = "resources: [..]\nimages: [{name: shop/api, newTag: '7'}]\n";
        QVERIFY(summary(read(texts, "env/dev/eu")).startsWith("api/api=7 env/dev/eu/kustomization.yaml:2"));
    }

    void foldersInsideNameTheirUnits()
    {
        Texts texts = withBase("");
        texts["env/dev/kustomization.yaml"] = "resources: [shop]\nimages: [{name: proxy, newTag: '8'}]\n";
        texts["env/dev/shop/kustomization.yaml"] = "resources: [../../../base]\n";
        QCOMPARE(summary(read(texts)), "shop/api=0.1 base/deployment.yaml:10 inherited; "
                                       "shop/proxy=8 env/dev/kustomization.yaml:2"_ba);
    }

    void spansLeadToTheText()
    {
        const Texts texts = withBase("images:\n- name: shop/api\n  newTag: \"2.0\" # pinned\n");
        const MemberVersions versions = read(texts);
        const VersionValue &value = versions.versions.first().value;
        QCOMPARE(texts[value.path].sliced(value.start, value.end - value.start), "\"2.0\""_ba);
    }

    void remoteBasesAreNamedAndNotFetched()
    {
        const MemberVersions versions =
            read({{"env/dev/kustomization.yaml",
                   "resources: ['https://git.example.com/org/platform//base?ref=v1.2']\n"}});
        QCOMPARE(summary(versions), "base/base=v1.2 env/dev/kustomization.yaml:1"_ba);
        QCOMPARE(versions.versions.first().value.kind, VersionKind::Ref);
        QVERIFY(versions.problems.isEmpty());
    }

    void chartsOfAKustomizationSayTheirVersion()
    {
        QCOMPARE(
            summary(read(
                {{"env/dev/kustomization.yaml",
                  "helmCharts:\n- name: redis\n  repo: https://charts.example.com\n  version: 1.4.0\n"}})),
            "redis/redis=1.4.0 env/dev/kustomization.yaml:4"_ba);
    }

    void whatIsWrongIsNamedAndTheRestWorks_data()
    {
        QTest::addColumn<QByteArray>("overlay");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("sentence");
        QTest::addRow("out of the repository") << "- ../../../../etc\n"_ba << "env/dev/kustomization.yaml"_ba
                                               << 3 << u"../../../../etc leads out of the repository."_s;
        QTest::addRow("absolute") << "- /etc/passwd\n"_ba << "env/dev/kustomization.yaml"_ba << 3
                                  << u"/etc/passwd leads out of the repository."_s;
        QTest::addRow("not there") << "- gone.yaml\n"_ba << "env/dev/kustomization.yaml"_ba << 3
                                   << u"gone.yaml is not there."_s;
        QTest::addRow("itself") << "- .\n"_ba << "env/dev/kustomization.yaml"_ba << 0
                                << u"env/dev/kustomization.yaml refers to itself."_s;
        QTest::addRow("broken file") << "- broken.yaml\n"_ba << "env/dev/broken.yaml"_ba << 2
                                     << u"The key a is there twice, first on line 1."_s;
    }

    void whatIsWrongIsNamedAndTheRestWorks()
    {
        QFETCH(QByteArray, overlay);
        Texts texts = withBase("", {{"env/dev/broken.yaml", "a: 1\na: 2\n"}});
        texts["env/dev/kustomization.yaml"] = "resources:\n- ../../base\n" + overlay;
        const MemberVersions versions = read(texts);
        QCOMPARE(versions.versions.size(), 2);
        QCOMPARE(versions.problems.size(), 1);
        QTEST(versions.problems.first().path, "path");
        QTEST(versions.problems.first().line, "line");
        QTEST(versions.problems.first().sentence, "sentence");
        QCOMPARE(versions.isUnreadable, overlay.contains("broken"));
    }

    void layersThatMultiplyEndEarly()
    {
        Texts texts{{"env/dev/kustomization.yaml", "resources: [../../l0, ../../l0]\n"}};
        for (int i = 0; i < 22; ++i) {
            const QByteArray next = "../l" + QByteArray::number(i + 1);
            texts["l" + QByteArray::number(i) + "/kustomization.yaml"] =
                "resources: [" + next + ", " + next + "]\n";
        }
        texts["l22/kustomization.yaml"] = "resources: []\n";
        QElapsedTimer timer;
        timer.start();
        const MemberVersions versions = read(texts);
        QVERIFY(!versions.problems.isEmpty());
        QVERIFY(versions.problems.first().sentence.contains(u"multiply"_s));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void valuesInheritFromTheirBase()
    {
        Files files = Files::fromTexts({{"shop/Chart.yaml", "name: shop\nversion: 0.3.0\nappVersion: '9'\n"},
                                        {"shop/values.yaml", "image: {repository: shop/api, tag: v5}\n"},
                                        {"shop/values-dev.yaml", "image: {tag: v6}\n"},
                                        {"shop/values-production.yaml", "replicas: 3\n"}});
        Member member{.kind = MemberKind::HelmValues,
                      .path = "shop/values-dev.yaml",
                      .isFolder = false,
                      .unit = "shop",
                      .slot = "shop/values{env}.yaml",
                      .base = "shop/values.yaml",
                      .chart = "shop/Chart.yaml"};
        QCOMPARE(summary(readVersions(files, member)), "shop/shop=v6 shop/values-dev.yaml:1"_ba);
        QCOMPARE(readVersions(files, member).versions.first().value.source, "shop/api"_ba);
        member.path = "shop/values-production.yaml";
        QCOMPARE(summary(readVersions(files, member)), "shop/shop=v5 shop/values.yaml:1 inherited"_ba);
    }

    void chartsWithoutATagRunTheirAppVersion()
    {
        Files files = Files::fromTexts({{"shop/Chart.yaml", "name: shop\nversion: 0.3.0\nappVersion: '9'\n"},
                                        {"shop/values.yaml", "image: {repository: shop/api, tag: ''}\n"},
                                        {"shop/values-dev.yaml", "replicas: 3\n"},
                                        {"shop/values-bare.yaml", "replicas: 3\n"}});
        Member member{.kind = MemberKind::HelmValues,
                      .path = "shop/values-dev.yaml",
                      .isFolder = false,
                      .unit = "shop",
                      .slot = "shop/values{env}.yaml",
                      .base = "shop/values.yaml",
                      .chart = "shop/Chart.yaml"};
        QCOMPARE(summary(readVersions(files, member)), "shop/shop=9 shop/Chart.yaml:3 inherited"_ba);
        member.base.clear();
        QCOMPARE(summary(readVersions(files, member)), "shop/shop=0.3.0 shop/Chart.yaml:2 inherited"_ba);
    }

    void templatesAreNotGuessed()
    {
        Files files = Files::fromTexts({{"env/dev/app.yaml", "image: {{ .Values.image }}\n"}});
        const MemberVersions versions =
            readVersions(files, {.kind = MemberKind::Raw, .path = "env/dev", .slot = "env/{env}"});
        QVERIFY(versions.versions.isEmpty());
        QCOMPARE(versions.problems.size(), 1);
        QVERIFY(versions.problems.first().sentence.contains(u"template"_s));
    }

    void aMemberThatIsGoneHasNoVersionsAndNoProblem()
    {
        const MemberVersions versions = read({{"other/file", "x"}});
        QVERIFY(versions.versions.isEmpty());
        QVERIFY(versions.problems.isEmpty());
    }
};

QTEST_GUILESS_MAIN(VersionsTest)
#include "tst_versions.moc"
