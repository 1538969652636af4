// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"
#include "drift/edit.h"
#include "drift/normalise.h"
#include "drift/overlay.h"
#include "environments/files.h"
#include "overlayfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using OverlayFixture::kWeb;
using OverlayFixture::Texts;
using OverlayFixture::withBase;

/// Our own reading of kustomizations: the same objects as the kustomize program makes, or a problem.
class TestOverlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreThoseOfKustomize_data();
    void objectsAreThoseOfKustomize();
    void whatIsNotEvaluatedIsReported_data();
    void whatIsNotEvaluatedIsReported();
    void placesAreThoseOfTheFiles();
    void nothingOutsideOfTheRepositoryIsRead();
};

Q_DECLARE_METATYPE(Texts)

namespace {

Drift::OverlayOutput read(const Texts &texts, const QByteArray &folder = "overlay"_ba)
{
    auto files = Environments::Files::fromTexts(texts);
    const auto output = Drift::readOverlay(files, folder, {});
    if (!output)
        qFatal("reading the overlay failed: %s", qPrintable(output.error().message));
    return *output;
}

/// Lists of named items by name: their order has no meaning, and kustomize puts new ones first.
Yaml::Value ordered(Yaml::Value value)
{
    for (Yaml::Value &item : value.items)
        item = ordered(item);
    for (Yaml::Entry &entry : value.entries)
        entry.value = ordered(entry.value);
    std::ranges::stable_sort(value.items, {}, [](const Yaml::Value &item) { return item.textAt({"name"}); });
    return value;
}

QMap<Drift::ResourceKey, Yaml::Value> byKey(const QByteArray &text)
{
    QMap<Drift::ResourceKey, Yaml::Value> objects;
    const auto documents = Yaml::parse(text, u"kustomize"_s);
    if (!documents)
        qFatal("kustomize's output does not parse");
    for (const Yaml::Document &document : *documents)
        if (const auto key = Drift::keyOf(document.root))
            objects.insert(*key, ordered(document.root));
    return objects;
}

} // namespace

void TestOverlay::objectsAreThoseOfKustomize_data()
{
    QTest::addColumn<Texts>("texts");
    QTest::newRow("base as it is") << withBase({});
    QTest::newRow("images") << withBase(
        "images:\n- {name: 'registry:5000/shop/web', newTag: '2.0'}\n"
        "- {name: busybox, newName: mirror/busybox, digest: 'sha256:abc'}\n"_ba);
    QTest::newRow("new name keeps the tag")
        << withBase("images: [{name: 'registry:5000/shop/web', newName: other/web}]\n"_ba);
    QTest::newRow("replicas and namespace")
        << withBase("namespace: prod\nreplicas: [{name: web, count: 4}]\n"_ba);
    QTest::newRow("prefix, suffix and references")
        << withBase("namePrefix: a-\nnameSuffix: -z\nnamespace: prod\n"_ba);
    QTest::newRow("common labels") << withBase(
        "commonLabels: {env: prod}\ncommonAnnotations: {team: shop}\n"_ba);
    QTest::newRow("labels") << withBase(
        "labels:\n- {pairs: {a: b}}\n- {pairs: {c: d}, includeTemplates: true}\n"
        "- {pairs: {e: f}, includeSelectors: true}\n"_ba);
    QTest::newRow("merge patch from a file")
        << withBase("patches: [{path: p.yaml}]\n"_ba, {{"overlay/p.yaml"_ba, R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: web, annotations: {x: y}}
spec:
  replicas: 7
  template:
    spec:
      containers:
        - {name: side, $patch: delete}
        - name: web
          env: [{name: B, value: "3"}, {name: C, value: "4"}]
          args: [--one]
          resources: {limits: {memory: 1Gi}}
        - {name: third, image: "third:1"}
)"_ba}});
    QTest::newRow("merge patch that deletes an object") << withBase(
        "patches:\n- patch: |\n    $patch: delete\n    apiVersion: v1\n    kind: Service\n    metadata: {name: web}\n"_ba);
    QTest::newRow("merge patch that deletes a field") << withBase(
        "patches:\n- patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n"
        "    spec: {replicas: null}\n"_ba);
    QTest::newRow("JSON patch") << withBase(
        "patches:\n- target: {kind: Deployment, name: w.*}\n  patch: |-\n"
        "    - {op: replace, path: /spec/replicas, value: 5}\n"
        "    - {op: add, path: /spec/template/spec/containers/0/env/-, value: {name: Z, value: z}}\n"
        "    - {op: remove, path: /spec/template/spec/containers/1}\n"
        "    - {op: add, path: /metadata/annotations, value: {a.b~1c: d}}\n"_ba);
    Texts labelled = withBase("patches:\n- target: {labelSelector: 'tier=front,app!=x'}\n  patch: |\n"
                              "    - {op: add, path: /metadata/annotations, value: {p: q}}\n"
                              "- target: {labelSelector: 'tier=back'}\n  patch: |\n"
                              "    - {op: add, path: /metadata/annotations, value: {r: s}}\n"_ba);
    labelled["base/kustomization.yaml"_ba] = "resources: [web.yaml]\nlabels: [{pairs: {tier: front}}]\n"_ba;
    QTest::newRow("patch by label") << labelled;
    QTest::newRow("old patch fields") << withBase(
        "patchesStrategicMerge: [p.yaml]\npatchesJson6902:\n- target: {version: v1, kind: Service, name: "
        "web}\n"
        "  path: j.yaml\n"_ba,
        {{"overlay/p.yaml"_ba,
          "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {paused: true}\n"_ba},
         {"overlay/j.yaml"_ba, "- {op: replace, path: /spec/ports/0/port, value: 81}\n"_ba}});
    QTest::newRow("generators with hash and references") << withBase(
        "namePrefix: p-\nconfigMapGenerator:\n- name: settings\n  literals: [A=1, 'B=x<&>y', C=\"q\"]\n"
        "  files: [app.properties, renamed=app.properties]\n  envs: [vars.env]\n"
        "secretGenerator:\n- {name: keys, literals: [password=hunter2], type: Opaque}\n"_ba,
        {{"overlay/app.properties"_ba, "a=b\nc=\"d\"\n"_ba},
         {"overlay/vars.env"_ba, "# comment\nX=1\n\nY=two words\n"_ba}});
    QTest::newRow("generators without hash")
        << withBase("generatorOptions: {disableNameSuffixHash: true, labels: {g: h}}\n"
                    "configMapGenerator: [{name: settings, literals: [A=1]}]\n"_ba);
    Texts merged =
        withBase("configMapGenerator: [{name: settings, behavior: merge, literals: [B=2, C=3]}]\n"_ba);
    merged["base/kustomization.yaml"_ba] =
        "resources: [web.yaml]\nconfigMapGenerator: [{name: settings, literals: [A=1, B=1]}]\n"_ba;
    QTest::newRow("generator merged with that of the base") << merged;
    QTest::newRow("component") << withBase(
        "components: [../part]\nnamespace: prod\n"_ba,
        {{"part/kustomization.yaml"_ba, "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n"
                                        "replicas: [{name: web, count: 9}]\nresources: [cm.yaml]\n"_ba},
         {"part/cm.yaml"_ba,
          "{apiVersion: v1, kind: ConfigMap, metadata: {name: part}, data: {a: b}}\n"_ba}});
    QTest::newRow("prefix twice, patch by the first name")
        << Texts{{"base/kustomization.yaml"_ba, "resources: [web.yaml]\n"_ba},
                 {"base/web.yaml"_ba, kWeb},
                 {"middle/kustomization.yaml"_ba, "resources: [../base]\nnamePrefix: m-\n"_ba},
                 {"overlay/kustomization.yaml"_ba,
                  "resources: [../middle]\nnamePrefix: o-\nreplicas: [{name: web, count: 3}]\n"_ba}};
}

void TestOverlay::objectsAreThoseOfKustomize()
{
    QFETCH(const Texts, texts);
    const QString program = findProgram(u"kustomize"_s);
    if (program.isEmpty())
        QSKIP("there is no kustomize program to compare with");
    const QTemporaryDir folder;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        const QString name = folder.filePath(QString::fromUtf8(text.key()));
        QVERIFY(QDir().mkpath(QFileInfo(name).path()));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.value()) == text.value().size());
    }
    const auto built = SystemProcessRunner().run({.program = program,
                                                  .arguments = {u"build"_s, folder.filePath(u"overlay"_s)},
                                                  .environment = scrubbedEnvironment()},
                                                 {});
    QVERIFY(built);
    QVERIFY2(built->exitCode == 0, built->errors.constData());

    const Drift::OverlayOutput own = read(texts);
    for (const Drift::Problem &problem : own.problems)
        QFAIL(qPrintable(problem.text()));
    QMap<Drift::ResourceKey, Yaml::Value> ours;
    for (const Drift::DesiredObject &object : own.objects) {
        QVERIFY2(object.doubt.isEmpty(), qPrintable(object.doubt));
        ours.insert(object.key, ordered(object.value));
    }
    const auto theirs = byKey(built->output);
    QByteArrayList ourNames, theirNames;
    for (const auto &key : ours.keys())
        ourNames << key.text();
    for (const auto &key : theirs.keys())
        theirNames << key.text();
    QCOMPARE(ourNames.join('\n'), theirNames.join('\n'));
    for (auto object = theirs.cbegin(); object != theirs.cend(); ++object)
        if (ours.value(object.key()) != object.value())
            QCOMPARE(Drift::flowText(ours.value(object.key())), Drift::flowText(object.value()));
}

void TestOverlay::whatIsNotEvaluatedIsReported_data()
{
    QTest::addColumn<Texts>("texts");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<bool>("isComplete");
    const QByteArray overlay = "overlay/kustomization.yaml"_ba;
    QTest::newRow("chart") << withBase("helmCharts:\n- {name: redis, version: 1.2.3}\n"_ba) << overlay << 2
                           << false;
    QTest::newRow("remote base") << withBase("components:\n- https://example.org/x?ref=v1\n"_ba) << overlay
                                 << 3 << false;
    QTest::newRow("short remote base")
        << withBase("components: ['github.com/a/b']\n"_ba) << overlay << 2 << false;
    QTest::newRow("replacements") << withBase("replacements: [{path: r.yaml}]\n"_ba) << overlay << 2 << true;
    QTest::newRow("transformers") << withBase("transformers: [t.yaml]\n"_ba) << overlay << 2 << true;
    QTest::newRow("missing resource") << withBase("components: [../none]\n"_ba) << overlay << 2 << false;
    QTest::newRow("missing patch") << withBase("patches:\n- path: none.yaml\n"_ba) << overlay << 3 << true;
    QTest::newRow("patch for nothing")
        << withBase("patches:\n- patch: '{apiVersion: v1, kind: Service, metadata: {name: none}}'\n"_ba)
        << overlay << 3 << true;
    QTest::newRow("failing test operation")
        << withBase(
               "patches:\n- target: {kind: Service}\n  patch: '[{op: test, path: /spec/x, value: 1}]'\n"_ba)
        << overlay << 3 << true;
    QTest::newRow("template") << withBase("components: [../t]\n"_ba,
                                          {{"t/kustomization.yaml"_ba,
                                            "kind: Component\nresources: [t.yaml]\n"_ba},
                                           {"t/t.yaml"_ba, "kind: {{ .Values.kind }}\n"_ba}})
                              << "t/t.yaml"_ba << 0 << false;
    QTest::newRow("cycle") << withBase("components: [../overlay]\n"_ba) << overlay << 0 << false;
}

void TestOverlay::whatIsNotEvaluatedIsReported()
{
    QFETCH(const Texts, texts);
    QFETCH(const QByteArray, file);
    QFETCH(const int, line);
    QFETCH(const bool, isComplete);
    const Drift::OverlayOutput output = read(texts);
    QCOMPARE(output.problems.size(), 1);
    QCOMPARE(output.problems.first().where.file, file);
    QCOMPARE(output.problems.first().where.line, line);
    QCOMPARE(output.isComplete, isComplete);
    QVERIFY(!output.problems.first().message.isEmpty());
}

void TestOverlay::placesAreThoseOfTheFiles()
{
    const auto output = read(withBase("images: [{name: busybox, newTag: '2'}]\n"_ba));
    QCOMPARE(output.objects.size(), 5);
    for (const auto &object : output.objects) {
        QCOMPARE(object.where.file, "base/web.yaml");
        if (object.key.kind == "Service")
            QCOMPARE(object.where.line, 26);
    }
}

void TestOverlay::nothingOutsideOfTheRepositoryIsRead()
{
    for (const QByteArray &path : {"../../etc"_ba, "/etc/passwd"_ba, "../../../../../../etc/passwd"_ba}) {
        const auto output = read(withBase("components: ['" + path + "']\n"));
        QCOMPARE(output.problems.size(), 1);
        QVERIFY(!output.isComplete);
    }
}

QTEST_GUILESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
