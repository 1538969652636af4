// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/compare.h"
#include "drift/normalise.h"
#include "drift/path.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Drift::FindingClass;

/// Rules of the comparison that the shared cases do not reach.
class TestCompareRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ignoreRuleCoversOneField_data();
    void ignoreRuleCoversOneField();
    void ignoreRuleOfAnotherKindDoesNothing();
    void ignoreRuleByManagerCoversItsFieldsOnly();
    void equalSecretValuesHaveEqualMasks();
    void secretLookingEnvironmentValuesAreMasked();
    void explicitFalseThatDefaultsToTrueMustBeLive();
    void managerAndTimeComeFromManagedFields();
    void findingNamesTheLineInGit();
    void keyedListWithDuplicateNamesIsComparedInOrder();
    void autoscalersAreReadFromHpaAndKeda();
    void octalModeEqualsItsDecimal();
    void pathTextReadsBackAsPattern();
};

namespace {

Drift::Resource read(const QByteArray &yaml)
{
    const auto documents = Yaml::parse(yaml, u"test.yaml"_s);
    if (!documents || documents->size() != 1)
        qFatal("test input does not parse: %s", documents ? "" : qPrintable(documents.error().message));
    const Yaml::Value &root = documents->first().root;
    const auto key = Drift::keyOf(root);
    if (!key)
        qFatal("test input is no object");
    return {.key = *key, .value = root, .where = {"test.yaml"_ba, 1}};
}

const QByteArray kDesired = R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 2
  template:
    spec:
      containers:
        - name: web
          image: registry/web:1.0
          env:
            - {name: A, value: "1"}
)"_ba;

Drift::Comparison compare(const QByteArray &live, const Drift::CompareContext &context = {})
{
    return Drift::compareObjects(read(kDesired), read(live), context);
}

QByteArray withImage(const QByteArray &image)
{
    QByteArray live = kDesired;
    return live.replace("registry/web:1.0", image);
}

} // namespace

void TestCompareRules::ignoreRuleCoversOneField_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("isCovered");
    QTest::newRow("any item") << "spec.template.spec.containers[].image"_ba << true;
    QTest::newRow("named item") << "spec.template.spec.containers[name=web].image"_ba << true;
    QTest::newRow("pointer") << "/spec/template/spec/containers/0/image"_ba << true;
    QTest::newRow("enclosing mapping") << "spec.template"_ba << true;
    QTest::newRow("other item") << "spec.template.spec.containers[name=side].image"_ba << false;
    QTest::newRow("other field") << "spec.template.spec.containers[].args"_ba << false;
    QTest::newRow("deeper") << "spec.template.spec.containers[].image.tag"_ba << false;
    QTest::newRow("unfinished") << "spec.template.spec.containers[name=web"_ba << false;
}

void TestCompareRules::ignoreRuleCoversOneField()
{
    QFETCH(const QByteArray, path);
    QFETCH(const bool, isCovered);
    const auto result = compare(withImage("registry/web:2.0"_ba), {.ignoreRules = {{.path = path}}});
    QCOMPARE(result.isDrifted(), !isCovered);
}

void TestCompareRules::ignoreRuleOfAnotherKindDoesNothing()
{
    const QByteArray path = "spec.template.spec.containers[].image"_ba;
    const QByteArray live = withImage("registry/web:2.0"_ba);
    QVERIFY(compare(live, {.ignoreRules = {{.kind = "StatefulSet"_ba, .path = path}}}).isDrifted());
    QVERIFY(compare(live, {.ignoreRules = {{.name = "api*"_ba, .path = path}}}).isDrifted());
    QVERIFY(
        !compare(live, {.ignoreRules = {{.kind = "Dep*"_ba, .name = "w?b"_ba, .path = path}}}).isDrifted());
}

void TestCompareRules::ignoreRuleByManagerCoversItsFieldsOnly()
{
    const QByteArray live = R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  managedFields:
    - {manager: vpa, operation: Update, fieldsType: FieldsV1, fieldsV1: {"f:spec": {"f:replicas": {}}}}
spec: {replicas: 7, template: {spec: {containers: [{name: web, image: "registry/web:2.0", env: [{name: A, value: "1"}]}]}}}
)"_ba;
    const auto result = compare(live, {.ignoreRules = {{.managers = {"vpa"_ba}}}});
    QCOMPARE(result.findings.size(), 2);
    QCOMPARE(result.findings.at(0).path, "spec.replicas");
    QCOMPARE(result.findings.at(0).kind, FindingClass::Tolerated);
    QCOMPARE(result.findings.at(1).kind, FindingClass::Changed);
}

void TestCompareRules::equalSecretValuesHaveEqualMasks()
{
    const auto desired =
        read("{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {a: eA==, b: eA==, c: eQ==}}"_ba);
    const auto live =
        read("{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {a: eg==, b: eQ==, c: eA==}}"_ba);
    const auto findings = Drift::compareObjects(desired, live).findings;
    QCOMPARE(findings.size(), 3);
    QCOMPARE(findings.at(0).desired, findings.at(1).desired);
    QCOMPARE(findings.at(0).desired, findings.at(2).live);
    QCOMPARE(findings.at(1).live, findings.at(2).desired);
    QCOMPARE_NE(findings.at(0).desired.size(), findings.at(0).live.size());
    QCOMPARE_NE(findings.at(0).live.size(), findings.at(1).live.size());
    for (const auto &finding : findings)
        QVERIFY(!finding.desired.contains('e') && !finding.live.contains('e'));
}

void TestCompareRules::secretLookingEnvironmentValuesAreMasked()
{
    QByteArray live = kDesired + "            - {name: DB_PASSWORD, value: hunter2}\n";
    const auto result = compare(live);
    QCOMPARE(result.findings.size(), 1);
    QCOMPARE(result.findings.first().kind, FindingClass::Unattributed);
    QVERIFY(result.findings.first().isMasked);
    QVERIFY(!result.findings.first().live.contains("hunter2"));

    live.replace("- name: web\n", "- name: side\n");
    for (const auto &finding : compare(live).findings)
        QVERIFY2(!finding.live.contains("hunter2"), finding.live.constData());
}

void TestCompareRules::explicitFalseThatDefaultsToTrueMustBeLive()
{
    const auto desired = read(
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: s}, automountServiceAccountToken: false}"_ba);
    const auto live = read("{apiVersion: v1, kind: ServiceAccount, metadata: {name: s}}"_ba);
    QVERIFY(Drift::compareObjects(desired, live).isDrifted());
}

void TestCompareRules::managerAndTimeComeFromManagedFields()
{
    const QByteArray live = R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  managedFields:
    - {manager: argocd-controller, operation: Apply, time: "2026-03-01T10:00:00Z", fieldsV1: {"f:spec": {"f:replicas": {}}}}
    - {manager: kubectl-edit, operation: Update, time: "2026-02-01T10:00:00Z", fieldsV1: {"f:spec": {"f:replicas": {}}}}
spec: {replicas: 7, template: {spec: {containers: [{name: web, image: "registry/web:1.0", env: [{name: A, value: "1"}]}]}}}
)"_ba;
    const auto result = compare(live);
    QCOMPARE(result.findings.size(), 1);
    QCOMPARE(result.findings.first().manager, "kubectl-edit");
    QCOMPARE(result.findings.first().since, QDateTime(QDate(2026, 2, 1), QTime(10, 0), QTimeZone::UTC));
    QCOMPARE(result.findings.first().desired, "2");
    QCOMPARE(result.findings.first().live, "7");
}

void TestCompareRules::findingNamesTheLineInGit()
{
    const auto result = compare(withImage("registry/web:2.0"_ba));
    QCOMPARE(result.findings.size(), 1);
    QCOMPARE(result.findings.first().where.line, 10);
    QCOMPARE(result.findings.first().path, "spec.template.spec.containers[name=web].image");
}

void TestCompareRules::keyedListWithDuplicateNamesIsComparedInOrder()
{
    QByteArray desired = kDesired, live = kDesired;
    desired += "            - {name: A, value: \"2\"}\n";
    live.replace("value: \"1\"}\n", "value: \"2\"}\n            - {name: A, value: \"1\"}\n");
    QVERIFY(Drift::compareObjects(read(desired), read(live)).isDrifted());
    QVERIFY(!Drift::compareObjects(read(desired), read(desired)).isDrifted());
}

void TestCompareRules::autoscalersAreReadFromHpaAndKeda()
{
    const auto found = Drift::autoscalersOf({
        read("{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: h, namespace: n}, "
             "spec: "
             "{maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: db}}}"_ba),
        read("{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: k, namespace: n}, spec: "
             "{scaleTargetRef: {name: web}}}"_ba),
    });
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).least, 1);
    QCOMPARE(found.at(0).most, 9);
    QCOMPARE(found.at(0).target, (Drift::ResourceKey{"apps"_ba, "StatefulSet"_ba, "n"_ba, "db"_ba}));
    QCOMPARE(found.at(1).least, 0);
    QCOMPARE(found.at(1).most, 100);
    QCOMPARE(found.at(1).target.kind, "Deployment");
}

void TestCompareRules::octalModeEqualsItsDecimal()
{
    const QByteArray start =
        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {volumes: [{name: s, secret: "
        "{secretName: s, defaultMode: "_ba;
    const auto decimal = read(start + "256}}]}}");
    QVERIFY(!Drift::compareObjects(read(start + "0400}}]}}"), decimal).isDrifted());
    QVERIFY(!Drift::compareObjects(read(start + "0o400}}]}}"), decimal).isDrifted());
    QVERIFY(Drift::compareObjects(read(start + "400}}]}}"), decimal).isDrifted());
}

void TestCompareRules::pathTextReadsBackAsPattern()
{
    const Drift::Path path = {{.field = "metadata"_ba}, {.field = "annotations"_ba}, {.field = "a.b/c"_ba}};
    const QByteArray text = Drift::pathText(path);
    QCOMPARE(text, "metadata.annotations[\"a.b/c\"]");
    QVERIFY(Drift::PathPattern(text).matches(path));
    QVERIFY(Drift::PathPattern("/metadata/annotations/a.b~1c"_ba).matches(path));
    QVERIFY(!Drift::PathPattern("metadata.annotations"_ba).matches(path));
}

QTEST_GUILESS_MAIN(TestCompareRules)
#include "tst_comparerules.moc"
