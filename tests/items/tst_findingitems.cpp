// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/findingitems.h"

using namespace Qt::StringLiterals;
using Drift::FindingClass;
using Drift::Verdict;

namespace {

Drift::ResourceKey key(const QByteArray &name)
{
    return {.group = "apps", .kind = "Deployment", .nameSpace = "shop", .name = name};
}

/// By key: a in sync, b unknown, c drifted with two findings.
Drift::Report report()
{
    Drift::Report made;
    made.objects = {{.object = key("a"), .verdict = Verdict::InSync},
                    {.object = key("b"), .verdict = Verdict::Unknown, .reason = u"cannot be rendered"_s},
                    {.object = key("c"), .verdict = Verdict::Drifted, .findings = 1}};
    made.findings = {
        {.object = key("c"), .path = "spec.replicas", .desired = "2", .live = "5", .manager = "kubectl"},
        {.object = key("c"), .path = "status", .kind = FindingClass::Unattributed}};
    return made;
}

} // namespace

class FindingItemsTest final : public QObject
{
    Q_OBJECT

    static QString what(const QModelIndex &index) { return index.data().toString(); }

private Q_SLOTS:
    void whatNeedsALookStandsFirst()
    {
        FindingItems items;
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        items.setReport(report());
        QCOMPARE(items.rowCount(), 3);
        QCOMPARE(what(items.index(0, 0)), u"Deployment/shop/c"_s);
        QCOMPARE(what(items.index(1, 0)), u"Deployment/shop/b"_s);
        QCOMPARE(what(items.index(2, 0)), u"Deployment/shop/a"_s);
        items.setReport({});
        QCOMPARE(items.rowCount(), 0);
    }

    void findingsStandBelowTheirObject()
    {
        FindingItems items;
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        items.setReport(report());
        const QModelIndex object = items.index(0, 0);
        QCOMPARE(items.rowCount(object), 2);
        QCOMPARE(items.rowCount(items.index(1, 0)), 0);
        const QModelIndex finding = items.index(0, 0, object);
        QCOMPARE(what(finding), u"spec.replicas"_s);
        QCOMPARE(finding.parent(), object);
        QCOMPARE(items.rowCount(finding), 0);
        QCOMPARE(items.findingAt(finding)->live, "5"_ba);
        QCOMPARE(items.objectAt(finding)->object, key("c"));
        QCOMPARE(items.findingAt(object), nullptr);
        QCOMPARE(items.objectAt(object)->verdict, Verdict::Drifted);
        QCOMPARE(items.objectAt({}), nullptr);
    }

    void onlyDriftIsMarkedAsDrift()
    {
        FindingItems items;
        items.setReport(report());
        const QModelIndex object = items.index(0, 0);
        QVERIFY(object.data(FindingItems::IsDriftRole).toBool());
        QVERIFY(items.index(0, 0, object).data(FindingItems::IsDriftRole).toBool());
        QVERIFY(!items.index(1, 0, object).data(FindingItems::IsDriftRole).toBool());
        QVERIFY(!items.index(1, 0).data(FindingItems::IsDriftRole).toBool());
        QVERIFY(!items.index(2, 0).data(FindingItems::IsDriftRole).toBool());
    }

    void unknownIsSaidWithItsReason()
    {
        FindingItems items;
        items.setReport(report());
        const QModelIndex unknown = items.index(1, 0);
        QCOMPARE(unknown.siblingAtColumn(FindingItems::ClassColumn).data().toString(), u"unknown"_s);
        QCOMPARE(unknown.data(Qt::AccessibleTextRole).toString(),
                 u"Deployment/shop/b, unknown, cannot be rendered"_s);
    }

    void everyVerdictAndClassHasAWordOfItsOwn()
    {
        QSet<QString> verdicts, classes;
        for (int verdict = 0; verdict <= int(Verdict::Unknown); ++verdict)
            verdicts += FindingItems::verdictWord(Verdict(verdict));
        QCOMPARE(verdicts.size(), int(Verdict::Unknown) + 1);
        for (int kind = 0; kind <= int(FindingClass::Unexplained); ++kind)
            classes += FindingItems::classWord(FindingClass(kind));
        QCOMPARE(classes.size(), int(FindingClass::Unexplained) + 1);
    }

    void textsAreShownLiterally()
    {
        FindingItems items;
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        Drift::Report made = report();
        made.objects[2].object.name = made.findings[0].object.name = made.findings[1].object.name =
            "<b>\xe2\x80\xae\xff";
        made.findings[0].path = "data[<img src=x>]\xe2\x80\xae";
        made.findings[0].manager = "\xe2\x80\xaekubectl";
        items.setReport(made);
        const QModelIndex object = items.index(0, 0);
        QCOMPARE(what(object), u"Deployment/shop/<b><U+202E>\\xff"_s);
        QCOMPARE(what(items.index(0, 0, object)), u"data[<img src=x>]<U+202E>"_s);
        QVERIFY(what(items.index(0, FindingItems::WhoColumn, object)).startsWith(u"<U+202E>kubectl"_s));
    }
};

QTEST_GUILESS_MAIN(FindingItemsTest)
#include "tst_findingitems.moc"
