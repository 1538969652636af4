// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/catalogue.h"

#include "git/open.h"
#include "support/repobuilder.h"
#include "support/verify.h"

using namespace Qt::StringLiterals;
using namespace Environments;

/// What a broken file hides is unknown; it is never simply not deployed.
class UnreadableTest final : public QObject
{
    Q_OBJECT

    static QByteArray deployment(const QByteArray &name)
    {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name +
               "}\nspec: {template: {spec: {containers: [{name: main, image: 'shop/" + name + ":1'}]}}}\n";
    }

    static Tests::RepoBuilder &fill(Tests::RepoBuilder &repo)
    {
        repo.write("base/kustomization.yaml", "resources: [web.yaml]\n")
            .write("base/web.yaml", deployment("web"));
        for (const QByteArray &name : {"dev"_ba, "staging"_ba, "production"_ba})
            repo.write("overlays/" + name + "/kustomization.yaml", "resources: [../../base]\n");
        return repo;
    }

    static Catalogue read(Tests::RepoBuilder &repo)
    {
        repo.commit("deploy");
        const auto info = Git::openRepository(repo.path());
        const auto head = Git::ObjectId::fromHex(repo.resolve("HEAD"));
        return info && head ? readCatalogue(info->location, *head, {}).value_or(Catalogue()) : Catalogue();
    }

    static QByteArrayList unknown(const Catalogue &catalogue)
    {
        QByteArrayList names;
        for (int unit = 0; unit < catalogue.units.size(); ++unit)
            for (int environment = 0; environment < catalogue.environments.size(); ++environment)
                if (catalogue.isUnknown(unit, environment))
                    names += catalogue.environments[environment].name;
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        Tests::isolatedHome();
        Git::initializeLibrary();
    }

    void brokenOverlayIsUnknownInItsEnvironment_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("text");
        const QByteArray path = "overlays/production/kustomization.yaml"_ba;
        QTest::addRow("broken kustomization") << path << "resources: [../../base\n"_ba;
        QTest::addRow("missing resource") << path << "resources: [../../gone]\n"_ba;
    }

    void brokenOverlayIsUnknownInItsEnvironment()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, text);
        Tests::RepoBuilder repo;
        fill(repo).write(path, text);
        const Catalogue catalogue = read(repo);
        QCOMPARE(catalogue.units.size(), 1);
        QCOMPARE(catalogue.cells.size(), 2);
        QVERIFY(!catalogue.problems.isEmpty());
        QCOMPARE(unknown(catalogue), QByteArrayList{"production"});
    }

    void brokenManifestIsUnknownInItsEnvironment()
    {
        Tests::RepoBuilder repo;
        for (const QByteArray &name : {"dev"_ba, "staging"_ba})
            repo.write("apps/" + name + "/web.yaml", deployment("web"));
        repo.write("apps/production/web.yaml", "kind: [\n");
        const Catalogue catalogue = read(repo);
        QCOMPARE(catalogue.cells.size(), 2);
        QCOMPARE(unknown(catalogue), QByteArrayList{"production"});
    }

    void unitThatIsNotDeployedIsNotUnknown()
    {
        Tests::RepoBuilder repo;
        fill(repo).write("overlays/production/kustomization.yaml", "resources: []\n");
        const Catalogue catalogue = read(repo);
        QCOMPARE(catalogue.cells.size(), 2);
        QCOMPARE(unknown(catalogue), QByteArrayList());
    }
};

QTEST_GUILESS_MAIN(UnreadableTest)
#include "tst_unreadable.moc"
