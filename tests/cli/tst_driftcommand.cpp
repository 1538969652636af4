// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "drift/detect.h"
#include "environments/catalogue.h"
#include "git/open.h"
#include "git/refs.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

namespace {

QByteArray deployment(const QByteArray &name)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + name +
           "\n  namespace: shop\nspec:\n  replicas: 2\n  selector:\n    matchLabels: {app: web}\n  "
           "template:\n"
           "    metadata:\n      labels: {app: web}\n    spec:\n      containers:\n"
           "        - name: web\n          image: acme/web:1.0\n";
}

} // namespace

class TestDriftCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleHasFiveDriftsOfDifferentClasses();
    void ownRenderingAsSnapshotIsInSync();
    void kustomizeOutputAsSnapshotIsInSync();
    void unreadableSnapshotIsExit3_data();
    void unreadableSnapshotIsExit3();
    void missingSnapshotIsExit3();
    void unknownEnvironmentNamesThoseThatExist();
    void environmentsAreComparedWithEachOther();
    void unknownVerdictNeverSucceeds();
    void noRepositoryOrCommitIsExit3();

private:
    Run detect(const QStringList &more) const
    {
        return m_demo->run(QStringList{u"detect-drift"_s, u"--environment"_s, u"production"_s} + more);
    }
    QString file(const QString &name, const QByteArray &content) const;

    const std::unique_ptr<CliTest::Demo> m_demo = std::make_unique<CliTest::Demo>();
    const QTemporaryDir m_dir;
};

QString TestDriftCommand::file(const QString &name, const QByteArray &content) const
{
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

void TestDriftCommand::sampleHasFiveDriftsOfDifferentClasses()
{
    const QString recorded = m_demo->path() + u"/.plumbline/snapshots/production.yaml"_s;
    const Run run = detect({u"--snapshot"_s, recorded, u"--json"_s});
    VERIFY_EXIT(run, 1);
    const QJsonObject json = run.json();
    QCOMPARE(json["verdict"_L1].toString(), u"drifted"_s);
    QStringList drifts;
    for (const QJsonValue &finding : json["findings"_L1].toArray()) {
        if (finding["drift"_L1].toBool())
            drifts += finding["class"_L1].toString() + u' ' + finding["object"_L1].toString() + u' ' +
                      finding["path"_L1].toString();
    }
    drifts.sort();
    QCOMPARE(drifts, (QStringList{
                         u"changed Deployment/acme/api spec.template.spec.containers[name=api].image"_s,
                         u"changed Deployment/acme/web spec.replicas"_s,
                         u"extra ConfigMap/acme/web-banner "_s,
                         u"missing PodDisruptionBudget/acme/api "_s,
                         u"out of band Deployment/acme/worker "
                         u"spec.template.spec.containers[name=worker].env[name=QUEUE_PREFETCH]"_s,
                     }));
    const Run text = detect({u"--snapshot"_s, recorded});
    VERIFY_EXIT(text, 1);
    QVERIFY(text.results.contains("5 drifts"));
    QVERIFY(!text.results.contains("in sync"));
    QCOMPARE(detect({}).results, text.results); // the recorded one is found by itself
}

void TestDriftCommand::ownRenderingAsSnapshotIsInSync()
{
    const auto info = Git::openRepository(m_demo->path());
    VERIFY_RESULT(info);
    const auto head = Git::resolveRevision(info->location, "HEAD");
    VERIFY_RESULT(head);
    const auto catalogue = Environments::readCatalogue(info->location, *head, {});
    VERIFY_RESULT(catalogue);
    const auto side = Drift::sideOf(*catalogue, "production");
    QVERIFY(side);
    const auto rendered =
        Drift::render({.where = info->location, .commit = *head, .members = side->members}, {});
    VERIFY_RESULT(rendered);
    QVERIFY(rendered->objects.size() >= 12);
    QJsonArray items;
    for (const Drift::DesiredObject &object : rendered->objects)
        items += Yaml::toJson(object.value);
    const QJsonObject list{{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"List"_s}, {u"items"_s, items}};
    const QString snapshot = file(u"own.json"_s, QJsonDocument(list).toJson());

    const Run run = detect({u"--snapshot"_s, snapshot, u"--json"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(run.json()["verdict"_L1].toString(), u"in sync"_s);
    QCOMPARE(run.json()["objects"_L1].toArray().size(), rendered->objects.size());

    items.removeFirst(); // one object less is no longer in sync
    const QJsonObject less{{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"List"_s}, {u"items"_s, items}};
    VERIFY_EXIT(detect({u"--snapshot"_s, file(u"less.json"_s, QJsonDocument(less).toJson())}), 1);
}

void TestDriftCommand::kustomizeOutputAsSnapshotIsInSync()
{
    const QString kustomize = findProgram(u"kustomize"_s);
    if (kustomize.isEmpty())
        QSKIP("kustomize is not installed");
    QByteArray rendered;
    const QDir overlays(m_demo->path() + u"/kubernetes/overlays/production"_s);
    for (const QString &name : overlays.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto built = SystemProcessRunner().run({.program = kustomize,
                                                      .arguments = {u"build"_s, overlays.filePath(name)},
                                                      .environment = scrubbedEnvironment()},
                                                     {});
        VERIFY_RESULT(built);
        QCOMPARE(built->exitCode, 0);
        rendered += built->output + "---\n";
    }
    const QString snapshot = file(u"kustomize.yaml"_s, rendered);
    const Run own = detect({u"--snapshot"_s, snapshot});
    VERIFY_EXIT(own, 0);
    QVERIFY(own.results.contains("in sync"));
    const Run trusted = detect({u"--trust"_s, u"--snapshot"_s, snapshot});
    VERIFY_EXIT(trusted, 0);
    QCOMPARE(trusted.results, own.results);
}

void TestDriftCommand::unreadableSnapshotIsExit3_data()
{
    QTest::addColumn<QString>("path"); // empty: a file with this content
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("not there") << u"/nonexistent/snapshot.yaml"_s << QByteArray();
    QTest::newRow("folder") << u"/"_s << QByteArray();
    QTest::newRow("device") << u"/dev/zero"_s << QByteArray();
    QTest::newRow("empty") << QString() << ""_ba;
    QTest::newRow("blank") << QString() << "\n---\n"_ba;
    QTest::newRow("prose") << QString() << "error: the server has asked for the client to log in\n"_ba;
    QTest::newRow("broken YAML") << QString() << "apiVersion: v1\nkind: [\n"_ba;
    QTest::newRow("broken JSON") << QString() << "{\"kind\": \"List\", \"items\": ["_ba;
    QTest::newRow("empty list") << QString() << "apiVersion: v1\nkind: List\nitems: []\n"_ba;
    QTest::newRow("no objects") << QString() << "a: 1\n"_ba;
    QTest::newRow("binary") << QString() << QByteArray("\x1f\x8b\x08\x00\xff\xfe", 6);
}

void TestDriftCommand::unreadableSnapshotIsExit3()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    if (path.isEmpty())
        path = file(u"unreadable.yaml"_s, content);
    for (const QStringList &more : {QStringList{}, QStringList{u"--json"_s}}) {
        const Run run = detect(more + QStringList{u"--snapshot"_s, path});
        VERIFY_EXIT(run, 3);
        QVERIFY2(!run.messages.toLower().contains("in sync"), run.messages.constData());
    }
}

void TestDriftCommand::missingSnapshotIsExit3()
{
    const Run run = m_demo->run({u"detect-drift"_s, u"--environment"_s, u"staging"_s});
    VERIFY_EXIT(run, 3);
    QVERIFY(run.messages.contains("--snapshot"));
}

void TestDriftCommand::unknownEnvironmentNamesThoseThatExist()
{
    const Run run = m_demo->run({u"detect-drift"_s, u"--environment"_s, u"prod"_s});
    VERIFY_EXIT(run, 3);
    QVERIFY(run.messages.contains("“prod”"));
    QVERIFY(run.messages.contains("dev, staging, production"));
    VERIFY_EXIT(detect({u"--against"_s, u"nowhere"_s}), 3);
}

void TestDriftCommand::environmentsAreComparedWithEachOther()
{
    const Run run = detect({u"--against"_s, u"staging"_s, u"--json"_s});
    VERIFY_EXIT(run, 1);
    QCOMPARE(run.json()["against"_L1].toString(), u"staging"_s);
    QStringList drifts, versions;
    for (const QJsonValue &finding : run.json()["findings"_L1].toArray()) {
        const QString text = finding["object"_L1].toString() + u' ' + finding["path"_L1].toString();
        if (finding["drift"_L1].toBool())
            drifts += text;
        if (finding["class"_L1].toString() == "version"_L1)
            versions += text;
    }
    QCOMPARE(drifts, (QStringList{u"ConfigMap/acme/worker data.LOG_LEVEL"_s,
                                  u"HorizontalPodAutoscaler/acme/worker "_s}));
    QVERIFY(std::ranges::any_of(versions, [](const QString &each) { return each.contains("/api "_L1); }));
    VERIFY_EXIT(detect({u"--against"_s, u"production"_s}), 2); // with itself
    const Run text = detect({u"--against"_s, u"staging"_s});
    QVERIFY(text.results.contains("      production: "));
    QVERIFY(text.results.contains("      staging:    "));
    QVERIFY(!text.results.contains("live:"));
    QVERIFY(text.results.contains("versions that differ: "));
}

void TestDriftCommand::unknownVerdictNeverSucceeds()
{
    RepoBuilder repo;
    for (const QByteArray &name : {"staging"_ba, "production"_ba}) {
        repo.write("apps/" + name + "/web.yaml", deployment("web"));
        repo.write("apps/" + name + "/chart.yaml", deployment("{{ .Values.name }}"));
    }
    repo.commit("one");
    const QString snapshot = file(u"same.yaml"_s, deployment("web"));
    for (const QStringList &more : {QStringList{}, QStringList{u"--json"_s}, QStringList{u"--quiet"_s}}) {
        const Run run = CliTest::run(QStringList{u"detect-drift"_s, u"--environment"_s, u"production"_s,
                                                 u"--snapshot"_s, snapshot, u"--repo"_s, repo.path()} +
                                     more);
        VERIFY_EXIT(run, 3);
        QVERIFY2(run.messages.contains("apps/production/chart.yaml"), run.messages.constData());
        QVERIFY(!run.messages.contains("in sync"));
    }
}

void TestDriftCommand::noRepositoryOrCommitIsExit3()
{
    const RepoBuilder repo;
    for (const QString &path : {repo.path(), repo.folder()})
        VERIFY_EXIT(CliTest::run({u"detect-drift"_s, u"--environment"_s, u"x"_s, u"--repo"_s, path}), 3);
}

QTEST_GUILESS_MAIN(TestDriftCommand)
#include "tst_driftcommand.moc"
