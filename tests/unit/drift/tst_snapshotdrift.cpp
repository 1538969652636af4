// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/judge.h"
#include "drift/normalise.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using Drift::FindingClass;
using Drift::Verdict;

/// Desired objects against recorded live ones: matching and verdicts.
class TestSnapshotDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameObjectsAreInSync();
    void fiveDriftsOfFiveClassesAreExactlyThose();
    void unmarkedObjectsAreUnmanagedAndOwnedOnesAreNot();
    void doubtfulObjectIsUnknownNotInSync();
    void incompleteDesiredSideIsNeverInSync();
    void unreadableEntryIsNeverInSync();
    void nothingToCompareIsUnknown();
    void namespaceOfTheEnvironmentFindsTheObject();
    void ambiguousNameIsUnknown();
    void generatedNameMatchesItsHash();
    void driftWinsOverUnknown();
    void costGrowsWithTheNumberOfObjects();
};

namespace {

Drift::Snapshot snapshot(const QByteArray &text)
{
    const auto result = Drift::parseSnapshot(text, u"live.yaml"_s, {});
    if (!result)
        qFatal("test snapshot does not parse: %s", qPrintable(result.error().message));
    return *result;
}

Drift::Rendered rendered(const QByteArray &text)
{
    return {.objects = snapshot(text).objects};
}

Drift::Report judged(const Drift::Rendered &desired, const Drift::Snapshot &live)
{
    const auto report = Drift::judge(desired, live, {}, {});
    if (!report)
        qFatal("judging failed");
    return *report;
}

const QByteArray kDesired = R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop, labels: {app.kubernetes.io/part-of: shop}}
spec:
  replicas: 2
  template: {spec: {containers: [{name: web, image: "web:1.0", env: [{name: A, value: "1"}]}]}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec:
  replicas: 3
  template: {spec: {containers: [{name: api, image: "api:1.0"}]}}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {ports: [{port: 80}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web, namespace: shop}
data: {a: "1"}
)"_ba;

const QByteArray kDrifted = R"(apiVersion: v1
kind: List
items:
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: web
    namespace: shop
    labels: {app.kubernetes.io/part-of: shop}
    managedFields:
    - {manager: kubectl-edit, operation: Update, time: "2026-03-02T08:00:00Z", fieldsV1: {"f:spec": {"f:template": {"f:spec":
        {"f:containers": {'k:{"name":"web"}': {"f:env": {'k:{"name":"B"}': {".": {}, "f:name": {}, "f:value": {}}}}}}}}}}
  spec:
    replicas: 2
    template: {spec: {containers: [{name: web, image: "web:1.1", env: [{name: A, value: "1"}, {name: B, value: "2"}]}]}}
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: api
    namespace: shop
    managedFields:
    - {manager: kubectl, operation: Update, subresource: scale, time: "2026-03-01T08:00:00Z", fieldsV1: {"f:spec": {"f:replicas": {}}}}
  spec:
    replicas: 6
    template: {spec: {containers: [{name: api, image: "api:1.0"}]}}
- apiVersion: v1
  kind: ConfigMap
  metadata: {name: web, namespace: shop}
  data: {a: "1"}
- apiVersion: v1
  kind: Service
  metadata: {name: old, namespace: shop, labels: {app.kubernetes.io/part-of: shop}}
  spec: {ports: [{port: 81}]}
)"_ba;

} // namespace

void TestSnapshotDrift::sameObjectsAreInSync()
{
    const Drift::Report report = judged(rendered(kDesired), snapshot(kDesired));
    QCOMPARE(report.verdict, Verdict::InSync);
    QCOMPARE(report.count(Verdict::InSync), 4);
    QVERIFY(report.findings.isEmpty());
}

void TestSnapshotDrift::fiveDriftsOfFiveClassesAreExactlyThose()
{
    const Drift::Report report = judged(rendered(kDesired), snapshot(kDrifted));
    QByteArrayList seen;
    for (const Drift::Finding &finding : report.findings)
        seen << QByteArray(finding.object.text() + ' ' + finding.path + ' ' +
                           QByteArray::number(int(finding.kind)));
    QCOMPARE(report.verdict, Verdict::Drifted);
    QVERIFY2(report.findings.size() == 5, seen.join('\n').constData());
    QCOMPARE(report.count(FindingClass::Changed), 2);
    QCOMPARE(report.count(FindingClass::OutOfBand), 1);
    QCOMPARE(report.count(FindingClass::Missing), 1);
    QCOMPARE(report.count(FindingClass::Extra), 1);
    QCOMPARE(report.count(Verdict::Missing), 1);
    QCOMPARE(report.count(Verdict::Extra), 1);
    QCOMPARE(report.count(Verdict::InSync), 1);
}

void TestSnapshotDrift::unmarkedObjectsAreUnmanagedAndOwnedOnesAreNot()
{
    const QByteArray live = kDesired + R"(---
{apiVersion: v1, kind: ConfigMap, metadata: {name: stray, namespace: shop}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: theirs, namespace: shop, annotations: {argocd.argoproj.io/tracking-id: "other:/ConfigMap:shop/theirs"}}}
---
{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-1, namespace: shop, labels: {app.kubernetes.io/part-of: shop}, ownerReferences: [{kind: Deployment, name: web}]}}
)";
    const Drift::Report report = judged(rendered(kDesired), snapshot(live));
    QCOMPARE(report.verdict, Verdict::InSync);
    QCOMPARE(report.unmanaged, 2);
}

void TestSnapshotDrift::doubtfulObjectIsUnknownNotInSync()
{
    Drift::Rendered desired = rendered(kDesired);
    desired.objects[0].doubt = u"A template was not evaluated."_s;
    Drift::Report report = judged(desired, snapshot(kDesired));
    QCOMPARE(report.verdict, Verdict::Unknown);
    QCOMPARE(report.count(Verdict::Unknown), 1);
    QCOMPARE(report.count(Verdict::InSync), 3);

    desired = rendered(kDesired);
    desired.objects[2].doubt = u"A template was not evaluated."_s; // the Service that is missing there
    report = judged(desired, snapshot(kDrifted));
    QCOMPARE(report.count(Verdict::Missing), 0);
    QCOMPARE(report.count(Verdict::Unknown), 1);
}

void TestSnapshotDrift::incompleteDesiredSideIsNeverInSync()
{
    Drift::Rendered desired = rendered(kDesired);
    desired.isComplete = false;
    desired.problems << Drift::Problem{{"kustomization.yaml"_ba, 3}, u"A remote base was not read."_s};
    QCOMPARE(judged(desired, snapshot(kDesired)).verdict, Verdict::Unknown);
    QCOMPARE(judged(desired, snapshot(kDrifted)).count(Verdict::Extra), 0);
}

void TestSnapshotDrift::unreadableEntryIsNeverInSync()
{
    const Drift::Snapshot live = snapshot(kDesired + "---\nkind: Service\n");
    QCOMPARE(live.problems.size(), 1);
    QCOMPARE(live.problems.first().where.line, 25);
    QCOMPARE(judged(rendered(kDesired), live).verdict, Verdict::Unknown);
}

void TestSnapshotDrift::nothingToCompareIsUnknown()
{
    QCOMPARE(judged({}, snapshot(kDesired)).verdict, Verdict::Unknown);
}

void TestSnapshotDrift::namespaceOfTheEnvironmentFindsTheObject()
{
    Drift::Rendered desired =
        rendered("{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: b}}"_ba);
    desired.nameSpace = "two"_ba;
    const auto live =
        snapshot(R"({apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: one}, data: {a: x}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: two}, data: {a: b}}
)"_ba);
    const Drift::Report report = judged(desired, live);
    QCOMPARE(report.verdict, Verdict::InSync);
    QCOMPARE(report.objects.first().object.nameSpace, "two");
}

void TestSnapshotDrift::ambiguousNameIsUnknown()
{
    const auto desired = rendered("{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}"_ba);
    const auto live = snapshot(R"({apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: one}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: two}}
)"_ba);
    QCOMPARE(judged(desired, live).verdict, Verdict::Unknown);
}

void TestSnapshotDrift::generatedNameMatchesItsHash()
{
    auto desired = rendered("{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: b}}"_ba);
    const auto live = snapshot(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: c-4hkb6mcg57, namespace: n}, data: {a: b}}"_ba);
    QCOMPARE(judged(desired, live).count(Verdict::Missing), 1);
    desired.objects.first().isGenerated = true;
    QCOMPARE(judged(desired, live).verdict, Verdict::InSync);
}

void TestSnapshotDrift::driftWinsOverUnknown()
{
    Drift::Rendered desired = rendered(kDesired);
    desired.objects[3].doubt = u"?"_s;
    QCOMPARE(judged(desired, snapshot(kDrifted)).verdict, Verdict::Drifted);
}

void TestSnapshotDrift::costGrowsWithTheNumberOfObjects()
{
    const Drift::Snapshot pair = snapshot(kDrifted);
    const auto cost = [&pair](int count) {
        Drift::Rendered desired;
        Drift::Snapshot live;
        for (int i = 0; i < count; ++i) {
            Drift::Resource object = pair.objects.at(0);
            object.key.name += QByteArray::number(i);
            live.objects << object;
            desired.objects << object;
        }
        const std::clock_t start = std::clock(); // of this process, so a busy machine does not count
        const Drift::Report report = judged(desired, live);
        const std::clock_t took = std::clock() - start;
        return report.count(Verdict::InSync) == count ? took : -1;
    };
    const std::clock_t few = cost(500), many = cost(5000);
    QVERIFY(few >= 0 && many >= 0);
    // Ten times as many; a square would be a hundred times as much.
    QVERIFY2(many < 40 * std::max<std::clock_t>(few, 1000), QByteArray::number(qint64(many)).constData());
}

QTEST_GUILESS_MAIN(TestSnapshotDrift)
#include "tst_snapshotdrift.moc"
