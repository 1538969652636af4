// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectfixture.h"
#include "drift/detect.h"
#include "environments/catalogue.h"
#include "git/open.h"
#include "support/repobuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Drift::FindingClass;
using Drift::Verdict;
using namespace DetectFixture;

/// From a real repository and a recorded snapshot to a report.
class TestDetect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void snapshotOfTheRenderedFilesIsInSync_data();
    void snapshotOfTheRenderedFilesIsInSync();
    void driftsAreFoundWithTheirPlaceInGit_data();
    void driftsAreFoundWithTheirPlaceInGit();
    void uncommittedChangesDoNotCountAgainstACommit();
    void nothingIsStartedWithoutTrust();
    void refusalOfKustomizeIsUnknown();
    void chartsAndTemplatesAreNeverInSync();
    void brokenFileNamesItselfAndIsNeverInSync();
    void kustomizationsBelowAFolderAreRendered();
    void unreadableSnapshotIsAnErrorNotAReport();
    void environmentsAreComparedFromTheRepository();

private:
    Drift::Source source(bool usesKustomize, bool isCommit = true) const;
    Drift::Side side(const QByteArray &environment) const;
    QString snapshot(const QByteArray &text) const;

    std::unique_ptr<Tests::RepoBuilder> m_repo;
    SystemProcessRunner m_runner;
};

void TestDetect::initTestCase()
{
    Tests::isolatedHome();
    Git::initializeLibrary();
    m_repo = std::make_unique<Tests::RepoBuilder>();
    m_repo->write("base/kustomization.yaml"_ba, "resources: [web.yaml]\n"_ba)
        .write("base/web.yaml"_ba, kDeployment)
        .write("overlays/staging/kustomization.yaml"_ba, overlay("staging"_ba, "1.4"_ba, "1"_ba))
        .write("overlays/production/kustomization.yaml"_ba, overlay("production"_ba, "1.3"_ba, "3"_ba));
    m_repo->commit("add the shop"_ba);
}

Drift::Source TestDetect::source(bool usesKustomize, bool isCommit) const
{
    const auto opened = Git::openRepository(m_repo->path());
    if (!opened)
        qFatal("the repository does not open");
    Drift::Source source{.where = opened->location};
    if (isCommit)
        source.commit = *Git::ObjectId::fromHex(m_repo->resolve("HEAD"_ba));
    if (usesKustomize) {
        source.where.trust = Git::Trust::Trusted;
        source.runner = &m_runner;
        source.kustomize = findProgram(u"kustomize"_s);
    }
    return source;
}

Drift::Side TestDetect::side(const QByteArray &environment) const
{
    const auto catalogue = Environments::readCatalogue(
        source(false).where, *Git::ObjectId::fromHex(m_repo->resolve("HEAD"_ba)), {});
    if (!catalogue)
        qFatal("no catalogue");
    const auto side = Drift::sideOf(*catalogue, environment);
    if (!side)
        qFatal("no environment %s", environment.constData());
    return *side;
}

QString TestDetect::snapshot(const QByteArray &text) const
{
    const QString name = m_repo->folder() + u"/snapshot.yaml"_s;
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the snapshot cannot be written");
    return name;
}

void TestDetect::snapshotOfTheRenderedFilesIsInSync_data()
{
    QTest::addColumn<bool>("usesKustomize");
    QTest::addColumn<bool>("isCommit");
    QTest::newRow("own reader, commit") << false << true;
    QTest::newRow("own reader, work tree") << false << false;
    QTest::newRow("kustomize, commit") << true << true;
    QTest::newRow("kustomize, work tree") << true << false;
}

void TestDetect::snapshotOfTheRenderedFilesIsInSync()
{
    QFETCH(const bool, usesKustomize);
    QFETCH(const bool, isCommit);
    const Drift::Source from = source(usesKustomize, isCommit);
    if (usesKustomize && from.kustomize.isEmpty())
        QSKIP("there is no kustomize program");
    const auto report = Drift::detectAgainstSnapshot(from, side("production"_ba), snapshot(live()), {}, {});
    QVERIFY(report);
    for (const auto &finding : report->findings)
        qInfo() << finding.object.text() << finding.path << finding.desired << finding.live << finding.note;
    for (const auto &object : report->objects)
        QVERIFY2(object.verdict == Verdict::InSync, object.object.text().constData());
    QCOMPARE(report->verdict, Verdict::InSync);
    QCOMPARE(report->objects.size(), 2);
    QCOMPARE(report->renderings,
             QList{usesKustomize ? Drift::Rendering::Kustomize : Drift::Rendering::OwnReader});
    QCOMPARE(report->revision.isEmpty(), !isCommit);
    QCOMPARE(report->environment, u"production"_s);
}

void TestDetect::driftsAreFoundWithTheirPlaceInGit_data()
{
    QTest::addColumn<bool>("usesKustomize");
    QTest::newRow("own reader") << false;
    QTest::newRow("kustomize") << true;
}

void TestDetect::driftsAreFoundWithTheirPlaceInGit()
{
    QFETCH(const bool, usesKustomize);
    const Drift::Source from = source(usesKustomize);
    if (usesKustomize && from.kustomize.isEmpty())
        QSKIP("there is no kustomize program");
    QByteArray drifted = live();
    drifted.replace("shop/web:1.3", "shop/web:1.2").replace("LEVEL: info", "LEVEL: debug");
    const auto report = Drift::detectAgainstSnapshot(from, side("production"_ba), snapshot(drifted), {}, {});
    QVERIFY(report);
    QCOMPARE(report->verdict, Verdict::Drifted);
    QCOMPARE(report->findings.size(), 2);
    QCOMPARE(report->findings.at(0).desired, "info");
    QCOMPARE(report->findings.at(0).where.file, "overlays/production/kustomization.yaml");
    QCOMPARE(report->findings.at(1).desired, "shop/web:1.3");
    QCOMPARE(report->findings.at(1).live, "shop/web:1.2");
    const Drift::Place rule{"overlays/production/kustomization.yaml"_ba, 3};
    QCOMPARE(report->findings.at(1).where.file, rule.file);
    QCOMPARE(report->findings.at(1).where.line, rule.line);
}

void TestDetect::uncommittedChangesDoNotCountAgainstACommit()
{
    const QByteArray path = "overlays/production/kustomization.yaml"_ba;
    const QByteArray before = m_repo->read(path);
    m_repo->write(path, overlay("production"_ba, "9.9"_ba, "3"_ba));
    const Drift::Side production = side("production"_ba);
    const QString file = snapshot(live());
    const auto commit = Drift::detectAgainstSnapshot(source(false), production, file, {}, {});
    const auto work = Drift::detectAgainstSnapshot(source(false, false), production, file, {}, {});
    const auto built = Drift::detectAgainstSnapshot(source(true), production, file, {}, {});
    m_repo->write(path, before);
    QVERIFY(commit && work && built);
    QCOMPARE(commit->verdict, Verdict::InSync);
    QCOMPARE(built->verdict, Verdict::InSync);
    QCOMPARE(work->verdict, Verdict::Drifted);
}

void TestDetect::nothingIsStartedWithoutTrust()
{
    const RefusingRunner runner;
    Drift::Source from = source(false);
    from.runner = &runner;
    from.kustomize = u"/usr/bin/kustomize"_s;
    for (const Git::Trust trust : {Git::Trust::Unknown, Git::Trust::Restricted}) {
        from.where.trust = trust;
        const auto report =
            Drift::detectAgainstSnapshot(from, side("production"_ba), snapshot(live()), {}, {});
        QVERIFY(report);
        QCOMPARE(report->verdict, Verdict::InSync);
    }
    QCOMPARE(runner.calls, 0);
}

void TestDetect::refusalOfKustomizeIsUnknown()
{
    const RefusingRunner runner;
    Drift::Source from = source(true);
    from.runner = &runner;
    from.kustomize = u"/usr/bin/kustomize"_s;
    const auto report = Drift::detectAgainstSnapshot(from, side("production"_ba), snapshot(live()), {}, {});
    QVERIFY(report);
    QCOMPARE(runner.calls, 1);
    QCOMPARE(report->verdict, Verdict::Unknown);
    QCOMPARE(report->count(Verdict::Unknown), 2);
    QVERIFY(report->problems.first().message.contains(u"no such thing"_s));
}

void TestDetect::chartsAndTemplatesAreNeverInSync()
{
    Drift::Side production = side("production"_ba);
    production.members << Environments::Member{.kind = Environments::MemberKind::HelmValues,
                                               .path = "charts/x/values-production.yaml"_ba,
                                               .isFolder = false};
    const auto report = Drift::detectAgainstSnapshot(source(false), production, snapshot(live()), {}, {});
    QVERIFY(report);
    QCOMPARE(report->verdict, Verdict::Unknown);
    QCOMPARE(report->count(Verdict::InSync), 2);
    QCOMPARE(report->problems.size(), 1);

    production.members = {{.kind = Environments::MemberKind::Terraform, .path = "infrastructure"_ba}};
    const auto terraform = Drift::detectAgainstSnapshot(source(false), production, snapshot(live()), {}, {});
    QVERIFY(terraform);
    QCOMPARE(terraform->verdict, Verdict::Unknown);
}

void TestDetect::brokenFileNamesItselfAndIsNeverInSync()
{
    Tests::RepoBuilder repo;
    repo.write("prod/a.yaml"_ba, "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n"_ba)
        .write("prod/b.yaml"_ba, "a: 1\nb: [1,\n"_ba);
    const QByteArray id = repo.commit("break"_ba);
    const auto opened = Git::openRepository(repo.path());
    QVERIFY(opened);
    const Drift::Side side{.name = u"prod"_s,
                           .members = {{.kind = Environments::MemberKind::Manifests, .path = "prod"_ba}}};
    const auto report = Drift::detectAgainstSnapshot(
        {.where = opened->location, .commit = *Git::ObjectId::fromHex(id)}, side,
        snapshot("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"_ba), {}, {});
    QVERIFY(report);
    QCOMPARE(report->verdict, Verdict::Unknown);
    QCOMPARE(report->count(Verdict::InSync), 1);
    QCOMPARE(report->problems.size(), 1);
    QCOMPARE(report->problems.first().where.file, "prod/b.yaml");
}

void TestDetect::kustomizationsBelowAFolderAreRendered()
{
    Tests::RepoBuilder repo;
    repo.write("prod/a.yaml"_ba, "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n"_ba)
        .write("prod/sub/kustomization.yaml"_ba, "namePrefix: x-\nresources: [b.yaml]\n"_ba)
        .write("prod/sub/b.yaml"_ba, "{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n"_ba)
        .write("prod/sub/values.yaml"_ba, "image: {tag: 1}\n"_ba);
    const QByteArray id = repo.commit("nest"_ba);
    const auto opened = Git::openRepository(repo.path());
    QVERIFY(opened);
    const auto rendered =
        Drift::render({.where = opened->location,
                       .commit = *Git::ObjectId::fromHex(id),
                       .members = {{.kind = Environments::MemberKind::Flux, .path = "prod"_ba}}},
                      {});
    QVERIFY(rendered);
    QCOMPARE(rendered->objects.size(), 2);
    QCOMPARE(rendered->objects.at(0).key.name, "a");
    QCOMPARE(rendered->objects.at(1).key.name, "x-b");
    QVERIFY(rendered->problems.isEmpty());
}

void TestDetect::unreadableSnapshotIsAnErrorNotAReport()
{
    for (const QByteArray &text : {""_ba, "no resources found\n"_ba, "{\"kind\": "_ba}) {
        const auto report =
            Drift::detectAgainstSnapshot(source(false), side("production"_ba), snapshot(text), {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::NotFound);
    }
    const auto report = Drift::detectAgainstSnapshot(source(false), side("production"_ba),
                                                     m_repo->folder() + u"/none"_s, {}, {});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::NotFound);
}

void TestDetect::environmentsAreComparedFromTheRepository()
{
    const auto report =
        Drift::detectBetween(source(false), side("staging"_ba), side("production"_ba), {}, {});
    QVERIFY(report);
    QCOMPARE(report->verdict, Verdict::InSync);
    QCOMPARE(report->count(FindingClass::Version), 1);
    QCOMPARE(report->count(FindingClass::Expected), 1); // replicas
    QCOMPARE(report->findings.size(), 2);
}

QTEST_GUILESS_MAIN(TestDetect)
#include "tst_detect.moc"
