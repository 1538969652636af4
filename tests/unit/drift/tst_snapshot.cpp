// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/snapshot.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Reading what kubectl printed: its forms, its age, and everything that is no snapshot.
class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badSnapshotIsAnErrorThatNamesIt_data();
    void badSnapshotIsAnErrorThatNamesIt();
    void unreadableFileIsNotFound();
    void listsDocumentsAndJsonAreRead_data();
    void listsDocumentsAndJsonAreRead();
    void ageIsThatOfTheNewestChange();
};

namespace {

Drift::Snapshot snapshot(const QByteArray &text)
{
    const auto result = Drift::parseSnapshot(text, u"live.yaml"_s, {});
    if (!result)
        qFatal("test snapshot does not parse: %s", qPrintable(result.error().message));
    return *result;
}

const QByteArray kTwoChanges = R"({apiVersion: v1, kind: ConfigMap, metadata: {name: a, managedFields: [
  {manager: x, time: "2026-03-02T08:00:00Z"}, {manager: y, time: "2026-03-01T09:00:00Z"}]}}
)"_ba;

} // namespace

void TestSnapshot::badSnapshotIsAnErrorThatNamesIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << " \n\n"_ba;
    QTest::newRow("comment only") << "# nothing\n"_ba;
    QTest::newRow("not YAML") << "a: [1, 2\nb: }\n"_ba;
    QTest::newRow("prose") << "No resources found in shop namespace.\n"_ba;
    QTest::newRow("no objects") << "a: 1\nb: 2\n"_ba;
    QTest::newRow("empty list") << "{apiVersion: v1, kind: List, items: []}"_ba;
    QTest::newRow("cut JSON") << R"({"apiVersion": "v1", "kind": "List", "items": [{"apiV)"_ba;
}

void TestSnapshot::badSnapshotIsAnErrorThatNamesIt()
{
    QFETCH(const QByteArray, text);
    const auto result = Drift::parseSnapshot(text, u"live.yaml"_s, {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::NotFound);
    QVERIFY2(result.error().message.contains(u"live.yaml"_s), qPrintable(result.error().message));
}

void TestSnapshot::unreadableFileIsNotFound()
{
    const QTemporaryDir folder;
    const auto missing = Drift::readSnapshot(folder.filePath(u"none.yaml"_s), {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    const auto aFolder = Drift::readSnapshot(folder.path(), {});
    QVERIFY(!aFolder);
    QCOMPARE(aFolder.error().kind, ErrorKind::NotFound);
}

void TestSnapshot::listsDocumentsAndJsonAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray a = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"_ba;
    const QByteArray b = "{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}"_ba;
    QTest::newRow("list") << QByteArray("{apiVersion: v1, kind: List, items: [" + a + ", " + b + "]}");
    QTest::newRow("documents") << QByteArray(a + "\n---\n" + b + "\n");
    QTest::newRow("two lists") << QByteArray("{apiVersion: v1, kind: List, items: [" + a +
                                             "]}\n---\n{apiVersion: v1, kind: List, items: [" + b + "]}");
    QTest::newRow("typed list")
        << "{apiVersion: v1, kind: ConfigMapList, items: [{metadata: {name: a}}, {metadata: {name: b}}]}"_ba;
    QTest::newRow("JSON") << R"({"apiVersion":"v1","kind":"List","items":[
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}},
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b"}}]})"_ba;
}

void TestSnapshot::listsDocumentsAndJsonAreRead()
{
    QFETCH(const QByteArray, text);
    const Drift::Snapshot live = snapshot(text);
    QCOMPARE(live.objects.size(), 2);
    QCOMPARE(live.objects.at(0).key.text(), "ConfigMap/a");
    QCOMPARE(live.objects.at(1).key.text(), "ConfigMap/b");
    QVERIFY(live.problems.isEmpty());
}

void TestSnapshot::ageIsThatOfTheNewestChange()
{
    QCOMPARE(snapshot(kTwoChanges).time(), QDateTime(QDate(2026, 3, 2), QTime(8, 0), QTimeZone::UTC));
    const QByteArray text = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"_ba;
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"s.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    const auto read = Drift::readSnapshot(file.fileName(), {});
    QVERIFY(read);
    QCOMPARE(read->time(), QFileInfo(file.fileName()).lastModified().toUTC());
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
