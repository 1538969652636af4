// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/compare.h"
#include "drift/normalise.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Every row of tests/data/drift/cases.yaml through the comparison.
class TestDriftCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdictIsThatOfTheCase_data();
    void verdictIsThatOfTheCase();
    void allCasesAreRead();

private:
    static QList<Yaml::Value> cases();
};

namespace {

Drift::Resource resource(const Yaml::Value &row, QByteArrayView side)
{
    const QList<QByteArray> kind = row.textAt({"k"}).split(' ');
    Drift::Resource object;
    if (const Yaml::Value *value = row.find(side))
        object.value = *value;
    object.value.kind = Yaml::Kind::Mapping;
    const QByteArray group = kind.first().contains('/') ? kind.first().split('/').first() : QByteArray();
    object.key = {.group = group,
                  .kind = kind.last(),
                  .nameSpace = row.textAt({side, "metadata", "namespace"}),
                  .name = "x"_ba};
    return object;
}

QByteArray className(Drift::FindingClass kind)
{
    using enum Drift::FindingClass;
    switch (kind) {
    case Changed:
        return "CHANGED"_ba;
    case Missing:
        return "MISSING"_ba;
    case OutOfBand:
        return "OUT-OF-BAND"_ba;
    case RemovedFromGit:
        return "REMOVED-FROM-GIT"_ba;
    case Extra:
        return "EXTRA"_ba;
    default:
        return "NO-DRIFT"_ba;
    }
}

} // namespace

QList<Yaml::Value> TestDriftCases::cases()
{
    QFile file(QStringLiteral(DRIFT_CASES));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto documents = Yaml::parse(file.readAll(), file.fileName());
    return documents && !documents->isEmpty() ? documents->first().root.items : QList<Yaml::Value>();
}

void TestDriftCases::allCasesAreRead()
{
    QCOMPARE(cases().size(), 55);
}

void TestDriftCases::verdictIsThatOfTheCase_data()
{
    QTest::addColumn<Yaml::Value>("row");
    for (const Yaml::Value &row : cases())
        QTest::addRow("%s %s", row.textAt({"id"}).constData(), row.textAt({"t"}).constData()) << row;
}

void TestDriftCases::verdictIsThatOfTheCase()
{
    QFETCH(const Yaml::Value, row);
    const Drift::Resource desired = resource(row, "d"), live = resource(row, "l");
    Drift::CompareContext context;
    if (const Yaml::Value *hpa = row.at({"ctx", "hpa"}))
        context.autoscalers << Drift::Autoscaler{.target = live.key,
                                                 .name = "hpa"_ba,
                                                 .least = hpa->textAt({"min"}).toLongLong(),
                                                 .most = hpa->textAt({"max"}).toLongLong()};
    const Drift::Comparison result = Drift::compareObjects(desired, live, context);
    QByteArrayList seen;
    for (const Drift::Finding &finding : result.findings)
        seen << QByteArray(className(finding.kind) + ' ' + finding.path + ": " + finding.desired + " | " +
                           finding.live);
    const QByteArray all = seen.join('\n');

    QVERIFY2(result.isDrifted() == (row.textAt({"verdict"}) == "DRIFT"), all.constData());
    if (result.isDrifted()) {
        const QByteArray expected = row.textAt({"why"}).split(' ').first();
        const auto isIt = [&expected](const Drift::Finding &finding) {
            return className(finding.kind) == expected;
        };
        QVERIFY2(std::ranges::any_of(result.findings, isIt), all.constData());
    }
    if (row.textAt({"secret"}) == "true")
        for (const Drift::Finding &finding : result.findings)
            QVERIFY(finding.isMasked && finding.desired.count('+') == finding.desired.size() &&
                    finding.live.count('+') == finding.live.size());
}

QTEST_GUILESS_MAIN(TestDriftCases)
#include "tst_driftcases.moc"
