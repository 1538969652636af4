// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/draft.h"

#include "changes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Drafting::VersionChange;
using Sample::change;

/// Which versions a change moves, by the files that say so.
class DraftVersionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locksTellTheirVersions_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("text"); // @ stands for the version
        QTest::addColumn<QString>("name");
        QTest::newRow("npm") << "ui/package-lock.json"_ba
                             << "{\n  \"packages\": {\n    \"node_modules/@acme/tool\": {\n"
                                "      \"version\": \"@\",\n      \"license\": \"MIT\"\n    }\n  }\n}\n"_ba
                             << u"@acme/tool"_s;
        QTest::newRow("go") << "go.sum"_ba << "example.org/tool v@ h1:abc=\n"_ba << u"example.org/tool"_s;
        QTest::newRow("cargo") << "Cargo.lock"_ba << "[[package]]\nname = \"tool\"\nversion = \"@\"\n"_ba
                               << u"tool"_s;
        QTest::newRow("yarn") << "yarn.lock"_ba << "tool@^1.0.0:\n  version \"@\"\n"_ba << u"tool"_s;
        QTest::newRow("pnpm") << "pnpm-lock.yaml"_ba << "packages:\n\n  tool@@:\n    resolution: {}\n"_ba
                              << u"tool"_s;
        QTest::newRow("helm") << "charts/web/Chart.lock"_ba
                              << "dependencies:\n- name: tool\n  version: @\n"_ba << u"tool"_s;
        QTest::newRow("terraform")
            << ".terraform.lock.hcl"_ba
            << "provider \"registry.example.org/acme/tool\" {\n  version = \"@\"\n}\n"_ba << u"tool"_s;
    }

    void locksTellTheirVersions()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, text);
        QFETCH(QString, name);
        const auto at = [&](const QByteArray &version) {
            QByteArray made = text;
            const qsizetype place = made.lastIndexOf('@');
            return made.replace(place, 1, version);
        };
        const auto draft = Drafting::makeDraft({change(path, at("1.2.3"), at("1.10.0"))}, {});
        QCOMPARE(draft.versions, (QList<VersionChange>{{name, u"1.2.3"_s, u"1.10.0"_s}}));
    }

    void aPinnedActionHasTheVersionOfItsComment()
    {
        const QByteArray before = "    - uses: acme/act@" + QByteArray(40, 'a') + " # v1.2.0\n";
        const QByteArray after = "    - uses: acme/act@" + QByteArray(40, 'b') + " # act v1.3.0\n";
        const auto draft = Drafting::makeDraft({change(".github/workflows/ci.yml", before, after)}, {});
        QCOMPARE(draft.versions, (QList<VersionChange>{{u"acme/act"_s, u"1.2.0"_s, u"1.3.0"_s}}));
        const QByteArray bare = "    - uses: acme/act@" + QByteArray(40, 'c') + " # pin\n";
        QVERIFY(!Drafting::makeDraft({change(".github/workflows/ci.yml", before, bare)}, {})
                     .header()
                     .contains(u"to pin"_s));
    }

    void aLockSaysWhatItsManifestLeavesOpen()
    {
        const auto lock = [](const QByteArray &version) {
            return "    \"node_modules/axios\": {\n      \"version\": \"" + version + "\",\n    }\n";
        };
        const auto draft = Drafting::makeDraft(
            {change("package.json", "    \"axios\": \"^1.15.0\",\n", "    \"axios\": \"^1.18.0\",\n"),
             change("package-lock.json", lock("1.16.0"), lock("1.18.0"))},
            {});
        QVERIFY(draft.versions.contains(VersionChange{u"axios"_s, u"1.16.0"_s, u"1.18.0"_s}));
        QVERIFY(draft.versions.contains(VersionChange{u"axios"_s, u"1.15.0"_s, u"1.18.0"_s}));
    }

    void aLockAloneWithOneVersionNamesIt()
    {
        const auto draft = Drafting::makeDraft(
            {change("go.sum", "example.org/tool v1.2.3 h1:abc=\n", "example.org/tool v1.3.0 h1:abd=\n")}, {});
        QCOMPARE(draft.header(), u"chore(deps): bump example.org/tool to v1.3.0"_s);
    }

    void aDockerfileNamesItsTools()
    {
        const auto draft = Drafting::makeDraft(
            {change("Dockerfile", "FROM debian:13\nARG KUSTOMIZE_VERSION=5.4.0\nRUN true\n",
                    "FROM debian:13\nARG KUSTOMIZE_VERSION=5.5.0\nRUN true\n")},
            {});
        QCOMPARE(draft.versions, (QList<VersionChange>{{u"kustomize"_s, u"5.4.0"_s, u"5.5.0"_s}}));
        QVERIFY2(draft.subject.contains(u"kustomize to 5.5.0"_s), qPrintable(draft.subject));
    }

    void settingsAreReadByTheirKeys_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("said");
        QTest::newRow("toml") << "conf/app.toml"_ba << "[log]\nlevel = \"info\"\n[web]\nlevel = \"x\"\n"_ba
                              << "[web]\nlevel = \"x\"\n\n[log]\n# more\nlevel = \"debug\"\n"_ba
                              << u"level to debug"_s;
        QTest::newRow("properties") << "conf/app.properties"_ba << "retries.most=3\n"_ba
                                    << "retries.most=5\n"_ba << u"most to 5"_s;
        QTest::newRow("env") << "conf/.env.production"_ba << "export MODE=slow\n"_ba
                             << "export MODE=fast\n"_ba << u"MODE to fast"_s;
        QTest::newRow("json") << "conf/app.json"_ba << "{\"mode\": \"slow\", \"a\": 1}\n"_ba
                              << "{\"a\": 1, \"mode\": \"fast\"}\n"_ba << u"mode to fast"_s;
    }

    void settingsAreReadByTheirKeys()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, said);
        const auto draft = Drafting::makeDraft({change(path, before, after)}, {});
        QVERIFY2(draft.subject.contains(said), qPrintable(draft.header()));
    }

    void secretSettingsAreNotRepeated()
    {
        const auto draft = Drafting::makeDraft(
            {change("conf/app.properties", "db.password=hunter2hunter2\n", "db.password=correct-horse-9\n")},
            {});
        QVERIFY2(!draft.message().contains(u"hunter2"_s) && !draft.message().contains(u"horse"_s),
                 qPrintable(draft.message()));
    }
};

QTEST_GUILESS_MAIN(DraftVersionsTest)
#include "tst_draftversions.moc"
