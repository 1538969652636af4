// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "support/repobuilder.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

namespace {

Run environments(const QString &path, const QStringList &more = {u"--json"_s})
{
    return CliTest::run(QStringList{u"environments"_s, u"--repo"_s, path} + more);
}

QStringList namesOf(const Run &run)
{
    QStringList names;
    for (const QJsonValue &environment : run.json()["environments"_L1].toArray())
        names += environment["name"_L1].toString();
    return names;
}

QJsonObject cellOf(const Run &run, const QString &unit, const QString &environment)
{
    for (const QJsonValue &cell : run.json()["cells"_L1].toArray()) {
        if (cell["unit"_L1] == unit && cell["environment"_L1] == environment)
            return cell.toObject();
    }
    return {};
}

QString versionOf(const QJsonObject &cell)
{
    return cell["versions"_L1][0]["version"_L1].toString();
}

QByteArray versionPatch(const QByteArray &version)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n"
           "      containers:\n      - name: shop\n        image: docker.io/acme/shop:" +
           version + "\n";
}

const QList<QByteArray> kEleven = {"integration-gpu", "integration-non-gpu",
                                   "load-gpu",        "load-non-gpu",
                                   "prod-asia",       "prod-eu",
                                   "prod-us",         "qa",
                                   "staging-asia",    "staging-eu",
                                   "staging-us"};

/// Overlays that put their version into a patch file, and variants that are no environments.
void writeEleven(RepoBuilder &repo)
{
    repo.write("base/deployment.yml", versionPatch("1.0"));
    repo.write("base/kustomization.yml", "resources:\n- deployment.yml\n");
    for (const QByteArray &region : {"asia"_ba, "eu"_ba, "us"_ba}) {
        repo.write("variants/" + region + "/kustomization.yml",
                   "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n");
    }
    for (const QByteArray &name : kEleven) {
        repo.write("envs/" + name + "/version.yml", versionPatch("1.0"));
        repo.write("envs/" + name + "/kustomization.yml",
                   "namespace: " + name + "\nnamePrefix: " + name +
                       "-\nresources:\n- ../../base\npatchesStrategicMerge:\n- version.yml\n");
    }
    repo.commit("all environments");
}

} // namespace

class TestEnvironmentsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleIsToldWhole();
    void elevenEnvironmentsHaveTheirVersionsAndCommits();
    void secondRunFromTheCacheSaysTheSame();
    void noneFoundIsHealthy();
    void noCommitIsExit3();
    void brokenFileIsNamedAndTheRestIsTold();
};

void TestEnvironmentsCommand::sampleIsToldWhole()
{
    const CliTest::Demo demo;
    const Run run = demo.run({u"environments"_s, u"--json"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(namesOf(run), (QStringList{u"dev"_s, u"staging"_s, u"production"_s}));
    const QList<std::array<QString, 4>> table = {
        {u"api"_s, u"1.11.0"_s, u"1.10.0"_s, u"1.9.1"_s},
        {u"gateway"_s, u"0.8.0"_s, u"0.8.0"_s, u"0.7.1"_s},
        {u"network"_s, u"v1.3.0"_s, u"v1.2.0"_s, u"v1.2.0"_s},
        {u"web"_s, u"2.3.0"_s, u"2.3.0"_s, u"2.2.1"_s},
        {u"worker"_s, u"1.4.1"_s, u"1.4.1"_s, u"1.4.1"_s},
    };
    for (const auto &[unit, dev, staging, production] : table) {
        QCOMPARE(versionOf(cellOf(run, unit, u"dev"_s)), dev);
        QCOMPARE(versionOf(cellOf(run, unit, u"staging"_s)), staging);
        QCOMPARE(versionOf(cellOf(run, unit, u"production"_s)), production);
    }
    // The rollback is the newest change of web in production.
    const QJsonObject web = cellOf(run, u"web"_s, u"production"_s);
    QCOMPARE(web["commit"_L1].toString().toLatin1() + '\n',
             demo.git({u"log"_s, u"-1"_s, u"--format=%H"_s, u"--"_s,
                       u"kubernetes/overlays/production/web/kustomization.yaml"_s}));
    QVERIFY(web["subject"_L1].toString().contains(u"roll back web to 2.2.1"));
    QCOMPARE(web["by"_L1]["name"_L1].toString(), u"Mara Lindqvist"_s);
    const QJsonObject staged = cellOf(run, u"api"_s, u"staging"_s);
    QCOMPARE(staged["standing"_L1].toString(), u"behind"_s);
    QCOMPARE(staged["behind"_L1].toInt(), 1);
    QCOMPARE(staged["comparedWith"_L1].toString(), u"dev"_s);
    QCOMPARE(cellOf(run, u"worker"_s, u"production"_s)["standing"_L1].toString(), u"same"_s);
}

void TestEnvironmentsCommand::elevenEnvironmentsHaveTheirVersionsAndCommits()
{
    RepoBuilder repo;
    writeEleven(repo);
    const QByteArray first = repo.resolve("HEAD");
    const QByteArray second = repo.write("envs/qa/version.yml", versionPatch("2.0")).commit("qa to 2.0");
    repo.write("envs/prod-eu/settings.yml", "unrelated: true\n").commit("settings");

    const Run run = environments(repo.path());
    VERIFY_EXIT(run, 0);
    QStringList names = namesOf(run);
    names.sort();
    QStringList expected;
    for (const QByteArray &name : kEleven)
        expected += QString::fromLatin1(name);
    QCOMPARE(names, expected);
    for (const QString &name : expected) {
        const QJsonObject cell = cellOf(run, u"shop"_s, name);
        const bool isQa = name == "qa"_L1;
        QCOMPARE(versionOf(cell), isQa ? u"2.0"_s : u"1.0"_s);
        QCOMPARE(cell["commit"_L1].toString().toLatin1(), isQa ? second : first);
        QCOMPARE(cell["versions"_L1][0]["path"_L1].toString(), u"envs/%1/version.yml"_s.arg(name));
    }
    const Run text = environments(repo.path(), {});
    VERIFY_EXIT(text, 0);
    QCOMPARE(text.results.count('\n'), 12);
    QVERIFY(text.results.contains(second.first(8)));
}

void TestEnvironmentsCommand::secondRunFromTheCacheSaysTheSame()
{
    RepoBuilder repo;
    writeEleven(repo);
    const Run first = environments(repo.path());
    QCOMPARE(environments(repo.path()).results, first.results);
    repo.write("envs/qa/version.yml", versionPatch("3.0")).commit("qa to 3.0");
    const Run later = environments(repo.path());
    VERIFY_EXIT(later, 0);
    QCOMPARE(versionOf(cellOf(later, u"shop"_s, u"qa"_s)), u"3.0"_s);
    QCOMPARE(cellOf(later, u"shop"_s, u"qa"_s)["subject"_L1].toString(), u"qa to 3.0"_s);
}

void TestEnvironmentsCommand::noneFoundIsHealthy()
{
    RepoBuilder repo;
    repo.write("src/main.cpp", "int main() {}\n").write("README", "text\n").commit("one");
    const Run json = environments(repo.path());
    VERIFY_EXIT(json, 0);
    QVERIFY(namesOf(json).isEmpty());
    QVERIFY(json.json()["cells"_L1].isArray());
    const Run text = environments(repo.path(), {});
    VERIFY_EXIT(text, 0);
    QVERIFY(text.results.isEmpty());
    QVERIFY(text.messages.contains("No environments found"));
}

void TestEnvironmentsCommand::noCommitIsExit3()
{
    const RepoBuilder repo;
    const Run run = environments(repo.path());
    VERIFY_EXIT(run, 3);
    QVERIFY(run.messages.contains("no commit yet"));
}

void TestEnvironmentsCommand::brokenFileIsNamedAndTheRestIsTold()
{
    RepoBuilder repo;
    writeEleven(repo);
    repo.write("envs/qa/kustomization.yml", "resources:\n- ../../base\n  broken: [\n").commit("break");
    const Run run = environments(repo.path());
    VERIFY_EXIT(run, 0);
    QVERIFY2(run.messages.contains("envs/qa/kustomization.yml:"), run.messages.constData());
    QCOMPARE(run.json()["problems"_L1][0]["path"_L1].toString(), u"envs/qa/kustomization.yml"_s);
    QVERIFY(run.json()["problems"_L1][0]["line"_L1].toInt() > 0);
    QCOMPARE(versionOf(cellOf(run, u"shop"_s, u"prod-eu"_s)), u"1.0"_s);
}

QTEST_GUILESS_MAIN(TestEnvironmentsCommand)
#include "tst_environmentscommand.moc"
