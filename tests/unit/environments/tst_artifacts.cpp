// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/artifact.h"
#include "environments/extraction.h"

using namespace Qt::StringLiterals;
using namespace Environments;

class ArtifactsTest final : public QObject
{
    Q_OBJECT

private:
    static QList<Use> usesOf(const QByteArray &text)
    {
        const auto documents = Yaml::parse(text, u"a.yaml"_s);
        QList<Use> uses;
        for (const Yaml::Document &document : documents.value_or(QList<Yaml::Document>())) {
            uses += isKubernetesObject(document.root) ? usesOfObject(document.root, "a.yaml")
                                                      : usesOfValues(document.root, "a.yaml", "chart");
        }
        return uses;
    }

    static QByteArray summary(const QList<Use> &uses)
    {
        QByteArrayList parts;
        for (const Use &use : uses) {
            const VersionValue value = use.toVersion();
            parts.append(value.artifact + '=' + value.version + '@' + QByteArray::number(value.line));
        }
        return parts.join(' ');
    }

private Q_SLOTS:
    void imagesAreTakenApart_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("digest");
        const auto row = [](const char *text, const char *name, const char *tag, const char *digest) {
            QTest::addRow("%s", text)
                << QByteArray(text) << QByteArray(name) << QByteArray(tag) << QByteArray(digest);
        };
        row("nginx", "nginx", "", "");
        row("nginx:1.25", "nginx", "1.25", "");
        row("registry.example.com:5000/shop/api", "registry.example.com:5000/shop/api", "", "");
        row("registry.example.com:5000/shop/api:2.0", "registry.example.com:5000/shop/api", "2.0", "");
        row("api@sha256:0a1b", "api", "", "sha256:0a1b");
        row("api:1.0@sha256:0a1b", "api", "1.0", "sha256:0a1b");
        row("api:${TAG:-latest}", "api", "${TAG:-latest}", "");
    }

    void imagesAreTakenApart()
    {
        QFETCH(QByteArray, text);
        const auto image = parseImage(text);
        QVERIFY(image);
        QTEST(image->name, "name");
        QTEST(image->tag, "tag");
        QTEST(image->digest, "digest");
    }

    void textThatIsNoImageIsRefused()
    {
        for (const char *text :
             {"", "two words", "https://example.org/x", "{{ .Values.image }}", "shop/", ":1.0"})
            QVERIFY2(!parseImage(text), text);
    }

    void aDigestWinsOverATag()
    {
        Use use;
        use.setImage({"api", "1.0", "sha256:0a1b"});
        QCOMPARE(use.kind, VersionKind::Digest);
        QCOMPARE(use.toVersion().version, "sha256:0a1b"_ba);
        QCOMPARE(use.toVersion().tag, "1.0"_ba);
    }

    void kindsOfVersions()
    {
        QCOMPARE(tagKind("1.2.3"), VersionKind::Tag);
        QCOMPARE(tagKind("latest"), VersionKind::Floating);
        QCOMPARE(tagKind(""), VersionKind::Floating);
        QCOMPARE(tagKind("${TAG}"), VersionKind::Variable);
        QCOMPARE(refKind("v1.0.0"), VersionKind::Ref);
        QCOMPARE(refKind("68f7180a0b"), VersionKind::Ref);
        QCOMPARE(refKind("HEAD"), VersionKind::Floating);
        QCOMPARE(refKind("main"), VersionKind::Floating);
        QCOMPARE(refKind(""), VersionKind::Floating);
        QCOMPARE(chartKind("1.2.3"), VersionKind::Chart);
        QCOMPARE(chartKind(">=1.0.0"), VersionKind::Range);
        QCOMPARE(chartKind("<2.0.0"), VersionKind::Range);
        QCOMPARE(chartKind("1.x"), VersionKind::Range);
        QCOMPARE(chartKind(""), VersionKind::Floating);
    }

    void versionsAreOrderedByNumbers_data()
    {
        QTest::addColumn<QByteArray>("older");
        QTest::addColumn<QByteArray>("newer");
        QTest::addRow("numbers, not letters") << "1.9.0"_ba << "1.10.0"_ba;
        QTest::addRow("preview") << "2.0.0-rc.1"_ba << "2.0.0"_ba;
        QTest::addRow("previews") << "2.0.0-rc.2"_ba << "2.0.0-rc.10"_ba;
        QTest::addRow("letter v") << "v1.2"_ba << "1.2.1"_ba;
    }

    void versionsAreOrderedByNumbers()
    {
        QFETCH(QByteArray, older);
        QFETCH(QByteArray, newer);
        QCOMPARE(compareVersions(older, newer), std::optional(std::weak_ordering::less));
        QCOMPARE(compareVersions(newer, older), std::optional(std::weak_ordering::greater));
        QCOMPARE(compareVersions(newer, newer), std::optional(std::weak_ordering::equivalent));
        QCOMPARE(compareVersions(older, "prod-68f7180"), std::nullopt);
    }

    void containersOfAnyObjectAreFound()
    {
        const QList<Use> uses =
            usesOf("apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: shop}\n"
                   "spec:\n  template:\n    spec:\n      initContainers:\n"
                   "      - {name: init, image: 'shop/migrate:3'}\n      containers:\n"
                   "      - name: main\n        image: shop/api:1.2\n      - name: bare\n");
        QCOMPARE(summary(uses), "migrate=3@8 api=1.2@11"_ba);
        QVERIFY(uses[0].isInit);
        QCOMPARE(uses[1].container, "main"_ba);
        QCOMPARE(uses[1].objectName, "shop"_ba);
    }

    void fluxAndArgoObjectsSayTheirVersions()
    {
        QCOMPARE(
            summary(usesOf("apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: web}\n"
                           "spec:\n  chart:\n    spec:\n      chart: web\n      version: '>=1.0.0'\n"
                           "  values:\n    image: {repository: shop/web, tag: '7'}\n")),
            "web=>=1.0.0@8 web=7@10"_ba);
        QCOMPARE(summary(usesOf(
                     "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: shop}\n"
                     "spec:\n  url: https://git.example.com/shop\n  ref:\n    branch: main\n    tag: v3\n")),
                 "shop=v3@8"_ba);
        const QList<Use> uses = usesOf(
            "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop-production}\nspec:\n"
            "  sources:\n  - repoURL: https://charts.example.com\n    chart: gateway\n    targetRevision: "
            "1.4.0\n"
            "  - repoURL: https://git.example.com/shop\n    targetRevision: HEAD\n"
            "    kustomize: {images: ['api=registry.example.com:5000/api:9']}\n");
        QCOMPARE(summary(uses), "gateway=1.4.0@8 shop=HEAD@10 api=9@11"_ba);
        QCOMPARE(uses[1].kind, VersionKind::Floating);
    }

    void valuesOfChartsSayTheirImages()
    {
        QCOMPARE(summary(usesOf("image: {repository: shop/api, tag: 1.0}\nworker:\n  image:\n    tag: '2'\n"
                                "global:\n  image: {tag: 3}\nsidecar:\n  image: proxy:4\njobImageTag: '5'\n"
                                "port: 80\n")),
                 "chart=1.0@1 worker=2@4 chart=3@6 sidecar=4@8 job=5@9"_ba);
    }

    void terraformModulesSayTheirRefs()
    {
        const QByteArray text =
            "# module \"off\" {}\n"
            "module \"network\" {\n"
            "  source = \"git::https://git.example.com/m.git//network?ref=v1.2.0\" # ref=v9\n"
            "  tags = {\n    source = \"nothing\"\n  }\n}\n"
            "module \"vpc\" {\n  source  = \"example/vpc/aws\"\n  version = \"~> 5.1\"\n}\n"
            "module \"local\" {\n  source = \"../../modules/local\"\n}\n"
            "resource \"x\" \"y\" {\n  source = \"z\"\n}\n";
        const QList<Use> uses = usesOfTerraform(text, "main.tf");
        QCOMPARE(summary(uses), "network=v1.2.0@3 vpc=~> 5.1@10 local=@13"_ba);
        QCOMPARE(uses[0].kind, VersionKind::Ref);
        QCOMPARE(uses[1].kind, VersionKind::Range);
        QCOMPARE(uses[2].kind, VersionKind::Unversioned);
        QCOMPARE(text.sliced(uses[1].start, uses[1].end - uses[1].start), "\"~> 5.1\""_ba);
    }

    void assignmentsSayTheirVersions()
    {
        const QByteArray text = "region = \"eu\"\nimage_tag = \"1.0\"\napi_image_tag= \"2.0\" # was 1.9\n"
                                "tags = {\n  version = \"x\"\n}\nWEB_VERSION=3\nexport WORKER_TAG='4'\n"
                                "JOB_DOCKER_TAG: 5\n# OLD_TAG=6\n";
        const QList<Use> uses = usesOfAssignments(text, "a.tfvars", "owner");
        QCOMPARE(summary(uses), "owner=1.0@2 api=2.0@3 web=3@7 worker=4@8 job=5@9"_ba);
        QCOMPARE(text.sliced(uses[1].start, uses[1].end - uses[1].start), "\"2.0\""_ba);
        QCOMPARE(text.sliced(uses[4].start, uses[4].end - uses[4].start), "5"_ba);
    }
};

QTEST_GUILESS_MAIN(ArtifactsTest)
#include "tst_artifacts.moc"
