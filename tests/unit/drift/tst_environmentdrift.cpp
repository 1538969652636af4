// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/detect.h"
#include "drift/normalise.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Drift::FindingClass;
using Drift::Verdict;

/// One environment against another: what may differ, and what nobody explained.
class TestEnvironmentDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differenceIsClassified_data();
    void differenceIsClassified();
    void equalEnvironmentsAreInSync();
    void objectInOneOnlyIsUnexplained();
    void overlayNamesAndHashesAreLookedThrough();
    void doubtIsUnknown();
    void ignoreRuleTakesAnObjectOut();
};

namespace {

Drift::Rendered rendered(const QByteArray &text)
{
    Drift::Rendered side;
    const auto documents = Yaml::parse(text, u"test.yaml"_s);
    if (!documents)
        qFatal("test input does not parse: %s", qPrintable(documents.error().message));
    for (const Yaml::Document &document : *documents)
        side.objects << Drift::DesiredObject{.key = *Drift::keyOf(document.root),
                                             .value = document.root,
                                             .where = {"test.yaml"_ba, document.line}};
    return side;
}

Drift::Report between(const Drift::Rendered &first, const Drift::Rendered &second,
                      const QList<Drift::IgnoreRule> &rules = {})
{
    const auto report = Drift::compareEnvironments(first, u"staging"_s, second, u"production"_s, rules, {});
    if (!report)
        qFatal("comparing failed");
    return *report;
}

const QByteArray kStaging = R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop-staging, labels: {env: staging}}
spec:
  replicas: 2
  template: {spec: {containers: [{name: web, image: "shop/web:1.4", args: [--db, db.staging.local], resources: {limits: {memory: 1Gi}}}]}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web, namespace: shop-staging}
data: {LOG: info, URL: "https://staging.example.org/x"}
)"_ba;

QByteArray production()
{
    QByteArray text = kStaging;
    return text.replace("shop-staging", "shop-production")
        .replace("env: staging", "env: production")
        .replace("db.staging.local", "db.production.local")
        .replace("//staging.", "//production.");
}

} // namespace

void TestEnvironmentDrift::differenceIsClassified_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<FindingClass>("kind");
    QTest::newRow("image tag") << "web:1.4"_ba << "web:1.3"_ba << FindingClass::Version;
    QTest::newRow("other image") << "shop/web:1.4"_ba << "rogue/web:1.4"_ba << FindingClass::Unexplained;
    QTest::newRow("replicas") << "replicas: 2"_ba << "replicas: 6"_ba << FindingClass::Expected;
    QTest::newRow("resources") << "memory: 1Gi"_ba << "memory: 4Gi"_ba << FindingClass::Expected;
    QTest::newRow("other spelling of the name")
        << "db.production.local"_ba << "db.prod.local"_ba << FindingClass::Expected;
    QTest::newRow("value") << "LOG: info"_ba << "LOG: warn"_ba << FindingClass::Unexplained;
    QTest::newRow("host of a third environment")
        << "//production."_ba << "//dev."_ba << FindingClass::Unexplained;
}

void TestEnvironmentDrift::differenceIsClassified()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const FindingClass, kind);
    QByteArray other = production();
    QVERIFY(other.contains(from));
    const Drift::Report report = between(rendered(kStaging), rendered(other.replace(from, to)));
    const Drift::Report before = between(rendered(kStaging), rendered(production()));
    QCOMPARE(report.verdict, kind == FindingClass::Unexplained ? Verdict::Drifted : Verdict::InSync);
    if (kind == FindingClass::Unexplained)
        QCOMPARE(report.count(kind), 1);
    else
        QVERIFY(report.count(kind) > before.count(kind) || report.findings.size() == before.findings.size());
    if (kind == FindingClass::Version)
        QCOMPARE(report.count(kind), 1);
}

void TestEnvironmentDrift::equalEnvironmentsAreInSync()
{
    const Drift::Report report = between(rendered(kStaging), rendered(production()));
    QCOMPARE(report.verdict, Verdict::InSync);
    QCOMPARE(report.objects.size(), 2);
    QCOMPARE(report.count(FindingClass::Expected), 3); // label, args, URL
    QCOMPARE(report.findings.size(), 3);
}

void TestEnvironmentDrift::objectInOneOnlyIsUnexplained()
{
    const QByteArray more =
        production() +
        "---\n{apiVersion: v1, kind: Secret, metadata: {name: extra, namespace: shop-production}}\n";
    const Drift::Report report = between(rendered(kStaging), rendered(more));
    QCOMPARE(report.verdict, Verdict::Drifted);
    QCOMPARE(report.count(Verdict::Extra), 1);
    QCOMPARE(report.count(FindingClass::Unexplained), 1);
    const auto only = std::ranges::find(report.findings, FindingClass::Unexplained, &Drift::Finding::kind);
    QCOMPARE(only->object.name, "extra");
    QVERIFY(only->note.contains(u"production"_s));
    QCOMPARE(between(rendered(more), rendered(kStaging)).count(Verdict::Missing), 1);
}

void TestEnvironmentDrift::overlayNamesAndHashesAreLookedThrough()
{
    const QByteArray pattern = R"(apiVersion: v1
kind: Pod
metadata: {name: %1web}
spec: {containers: [{name: web, envFrom: [{configMapRef: {name: %1settings-%2}}]}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: %1settings-%2}
data: {a: b}
)"_ba;
    const auto side = [&pattern](const QByteArray &prefix, const QByteArray &hash) {
        QByteArray text = pattern;
        Drift::Rendered result = rendered(text.replace("%1", prefix).replace("%2", hash));
        result.objects[0].plainName = "web"_ba;
        result.objects[1].plainName = "settings"_ba;
        return result;
    };
    const Drift::Report report = between(side("s-"_ba, "aaaaaaaaaa"_ba), side("eu-p-"_ba, "bbbbbbbbbb"_ba));
    QCOMPARE(report.objects.size(), 2);
    QCOMPARE(report.verdict, Verdict::InSync);
}

void TestEnvironmentDrift::doubtIsUnknown()
{
    Drift::Rendered second = rendered(production());
    second.objects.first().doubt = u"not evaluated"_s;
    QCOMPARE(between(rendered(kStaging), second).verdict, Verdict::Unknown);
}

void TestEnvironmentDrift::ignoreRuleTakesAnObjectOut()
{
    QByteArray other = production();
    other.replace("LOG: info", "LOG: warn");
    const QList<Drift::IgnoreRule> rules = {{.kind = "ConfigMap"_ba, .name = "w*"_ba}};
    QCOMPARE(between(rendered(kStaging), rendered(other), rules).verdict, Verdict::InSync);
    QCOMPARE(between(rendered(kStaging), rendered(other), {{.kind = "ConfigMap"_ba, .path = "data.LOG"_ba}})
                 .verdict,
             Verdict::InSync);
}

QTEST_GUILESS_MAIN(TestEnvironmentDrift)
#include "tst_environmentdrift.moc"
