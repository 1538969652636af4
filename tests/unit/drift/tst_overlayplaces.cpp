// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/compare.h"
#include "drift/edit.h"
#include "drift/overlay.h"
#include "environments/files.h"
#include "overlayfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using OverlayFixture::Texts;
using OverlayFixture::withBase;

Q_DECLARE_METATYPE(Texts)

/// A finding points to the line that sets the value, not to the base that an overlay overrides.
class TestOverlayPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findingPointsToTheLineThatSetsTheValue_data();
    void findingPointsToTheLineThatSetsTheValue();
    void outputOfAProgramHasThePlacesOfEqualValues();
};

namespace {

Drift::DesiredObject deployment(const Texts &texts)
{
    auto files = Environments::Files::fromTexts(texts);
    const auto output = Drift::readOverlay(files, "overlay"_ba, {});
    if (!output || !output->problems.isEmpty())
        qFatal("the overlay cannot be read");
    for (const Drift::DesiredObject &object : output->objects)
        if (object.key.kind == "Deployment")
            return object;
    qFatal("the overlay has no deployment");
}

QString placeText(const Drift::Place &place)
{
    return QString::fromUtf8(place.file) + u':' + QString::number(place.line);
}

} // namespace

void TestOverlayPlaces::findingPointsToTheLineThatSetsTheValue_data()
{
    const QByteArray patch =
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 7\n"
        "  template:\n    spec:\n      containers:\n        - name: web\n          image: shop/web:3\n"_ba;
    QTest::addColumn<Texts>("texts");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("place");
    const QByteArray replicas = "spec.replicas"_ba;
    const QByteArray image = "spec.template.spec.containers[name=web].image"_ba;
    QTest::newRow("base") << withBase({}) << replicas << u"base/web.yaml:6"_s;
    QTest::newRow("base image") << withBase({}) << image << u"base/web.yaml:14"_s;
    QTest::newRow("replicas") << withBase("replicas:\n  - name: web\n    count: 4\n"_ba) << replicas
                              << u"overlay/kustomization.yaml:4"_s;
    const QByteArray images =
        "images:\n  - name: registry:5000/shop/web\n    newName: shop/web\n    newTag: v2\n"_ba;
    QTest::newRow("images") << withBase(images) << image << u"overlay/kustomization.yaml:5"_s;
    QTest::newRow("beside images") << withBase(images) << replicas << u"base/web.yaml:6"_s;
    const Texts patched = withBase("patches:\n  - path: big.yaml\n"_ba, {{"overlay/big.yaml"_ba, patch}});
    QTest::newRow("patch file") << patched << replicas << u"overlay/big.yaml:5"_s;
    QTest::newRow("patch file in a list") << patched << image << u"overlay/big.yaml:10"_s;
    QByteArray indented = patch;
    indented.chop(1);
    indented.replace("\n", "\n      ");
    QTest::newRow("patch in the kustomization")
        << withBase("patches:\n  - patch: |-\n      " + indented + "\n") << replicas
        << u"overlay/kustomization.yaml:8"_s;
    QTest::newRow("JSON patch")
        << withBase("patches:\n  - target: {kind: Deployment}\n    path: ops.yaml\n"_ba,
                    {{"overlay/ops.yaml"_ba, "- op: replace\n  path: /spec/replicas\n  value: 9\n"_ba}})
        << replicas << u"overlay/ops.yaml:3"_s;
    QTest::newRow("label") << withBase("labels:\n  - pairs:\n      tier: front\n"_ba) << "metadata.labels"_ba
                           << u"overlay/kustomization.yaml:4"_s;
}

void TestOverlayPlaces::findingPointsToTheLineThatSetsTheValue()
{
    QFETCH(const Texts, texts);
    QFETCH(const QByteArray, path);
    QFETCH(const QString, place);
    const Drift::DesiredObject desired = deployment(texts);
    Drift::LiveObject live = desired;
    Drift::setEntry(*Drift::child(live.value, "spec"), "replicas"_ba,
                    Yaml::makeScalar(Yaml::Kind::Integer, "99"_ba));
    Drift::removeEntry(*Drift::child(live.value, "metadata"), "labels");
    Drift::visitAt(live.value, "spec.template.spec.containers[].image", false,
                   [](Yaml::Value &value) { value = Yaml::makeString("rogue:1"_ba); });
    QString found;
    for (const Drift::Finding &finding : Drift::compareObjects(desired, live, {}).findings)
        if (finding.path == path)
            found = placeText(finding.where);
    QCOMPARE(found, place);
}

void TestOverlayPlaces::outputOfAProgramHasThePlacesOfEqualValues()
{
    Drift::DesiredObject own = deployment(withBase("replicas:\n  - name: web\n    count: 4\n"_ba));
    const int elsewhere = own.addPlace({"overlay/kustomization.yaml"_ba, 0});
    Yaml::Value made = own.value;
    Drift::visitAt(made, "spec.template.spec.containers[].image", false,
                   [](Yaml::Value &value) { value = Yaml::makeString("made:1"_ba); });
    const Yaml::Value placed = Drift::placedLike(made, &own.value, elsewhere);
    QCOMPARE(placeText(own.placeAt(placed.at({"spec", "replicas"})->line)),
             u"overlay/kustomization.yaml:4"_s);
    const Yaml::Value *containers = placed.at({"spec", "template", "spec", "containers"});
    QCOMPARE(placeText(own.placeAt(containers->items.first().find("image")->line)),
             u"overlay/kustomization.yaml:0"_s);
    QCOMPARE(placeText(own.placeAt(placed.at({"metadata", "name"})->line)), u"base/web.yaml:4"_s);
}

QTEST_GUILESS_MAIN(TestOverlayPlaces)
#include "tst_overlayplaces.moc"
