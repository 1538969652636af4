// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/catalogue.h"
#include "environments/eventcache.h"
#include "environments/history.h"
#include "git/open.h"
#include "support/repobuilder.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace Environments;
using Tests::RepoBuilder;

class EnvironmentHistoryTest final : public QObject
{
    Q_OBJECT

private:
    static QByteArray deployment(const QByteArray &tag)
    {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec:\n  template:\n    spec:\n"
               "      containers:\n      - {name: main, image: 'shop/api:" +
               tag + "'}\n";
    }

    static QByteArray overlay(const QByteArray &tag)
    {
        return "resources: [../../base]\nimages:\n- name: shop/api\n  newTag: '" + tag + "'\n";
    }

    static void start(RepoBuilder &repo)
    {
        repo.write("base/kustomization.yaml", "resources: [deployment.yaml]\n");
        repo.write("base/deployment.yaml", deployment("0"));
        repo.write("envs/dev/kustomization.yaml", overlay("1.0"));
        repo.write("envs/prod/kustomization.yaml", overlay("1.0"));
        repo.commit("first");
    }

    static Catalogue read(const RepoBuilder &repo, const QString &cacheFolder = {})
    {
        const auto info = Git::openRepository(repo.path());
        if (!info)
            return {};
        const auto head = Git::ObjectId::fromHex(repo.resolve("HEAD"));
        const auto catalogue = readCatalogue(info->location, *head, {});
        if (!catalogue)
            return {};
        const auto full = withHistory(info->location, *catalogue, {.cacheFolder = cacheFolder}, {});
        return full.value_or(Catalogue());
    }

    static QByteArray events(const Catalogue &catalogue)
    {
        QByteArrayList parts;
        for (const ChangeEvent &event : catalogue.events) {
            parts.append(event.environment + ' ' + event.from + '>' + event.to + " by " +
                         event.arrival.by.name.toUtf8() + ": " + event.arrival.subject.toUtf8());
        }
        return parts.join("; ");
    }

private Q_SLOTS:
    void initTestCase()
    {
        Tests::isolatedHome();
        Git::initializeLibrary();
    }

    void eachVersionHasTheCommitThatBroughtIt()
    {
        RepoBuilder repo;
        start(repo);
        repo.write("envs/dev/kustomization.yaml", overlay("1.1"));
        repo.commit("dev one", {.author = "Mara"});
        repo.write("envs/dev/kustomization.yaml", overlay("1.2"));
        const QByteArray last = repo.commit("dev two", {.author = "Joe"});
        repo.write("README.md", "other");
        repo.write("envs/prod/kustomization.yaml", "# only a remark\n" + overlay("1.0"));
        repo.commit("remark");
        const Catalogue catalogue = read(repo);
        QVERIFY(catalogue.hasHistory);
        QCOMPARE(events(catalogue), "dev 1.1>1.2 by Joe: dev two; dev 1.0>1.1 by Mara: dev one; "
                                    "dev >1.0 by Ada Example: first; prod >1.0 by Ada Example: first"_ba);
        QCOMPARE(catalogue.cells.size(), 2);
        QCOMPARE(catalogue.cells[0].since->commit.toHex(), last);
        QCOMPARE(catalogue.cells[0].since->by.name, u"Joe"_s);
        QCOMPARE(catalogue.cells[1].standing, Standing::Behind);
        QCOMPARE(catalogue.cells[1].behind, std::optional(2));
    }

    void aMergeCountsWhenItTakesEffect()
    {
        RepoBuilder repo;
        start(repo);
        repo.branch("change").checkout("change");
        repo.write("envs/prod/kustomization.yaml", overlay("2.0"));
        repo.commit("on the branch");
        repo.checkout("main");
        repo.write("README.md", "x");
        repo.commit("meanwhile");
        const QByteArray merge = repo.merge("change", "Merge the change");
        const Catalogue catalogue = read(repo);
        QCOMPARE(catalogue.cells[1].since->commit.toHex(), merge);
        QCOMPARE(catalogue.cells[1].standing, Standing::Ahead);
    }

    void aChangeOfTheBaseReachesEveryEnvironmentThatInherits()
    {
        RepoBuilder repo;
        start(repo);
        repo.write("envs/prod/kustomization.yaml", "resources: [../../base]\n");
        repo.commit("inherit");
        repo.write("base/deployment.yaml", deployment("7"));
        repo.commit("base");
        QVERIFY(events(read(repo))
                    .startsWith("prod 0>7 by Ada Example: base; prod 1.0>0 by Ada Example: inherit;"));
    }

    void aStretchOfBrokenFilesIsNoChange()
    {
        RepoBuilder repo;
        start(repo);
        repo.write("envs/dev/kustomization.yaml", "a: [\n");
        repo.commit("broken");
        repo.write("envs/dev/kustomization.yaml", overlay("1.0"));
        repo.commit("same again");
        repo.write("envs/dev/kustomization.yaml", "b: [\n");
        repo.commit("broken again");
        repo.write("envs/dev/kustomization.yaml", overlay("1.3"));
        repo.commit("mended");
        QVERIFY(events(read(repo))
                    .startsWith("dev 1.0>1.3 by Ada Example: mended; dev >1.0 by Ada Example: first;"));
    }

    void aKeptHistoryGivesTheSameAsAFreshOne()
    {
        RepoBuilder repo;
        start(repo);
        const QString cache = repo.folder() + u"/cache"_s;
        QCOMPARE(read(repo, cache), read(repo));
        for (const char *tag : {"1.1", "1.2"}) {
            repo.write("envs/dev/kustomization.yaml", overlay(tag));
            repo.commit("dev " + QByteArray(tag));
            QCOMPARE(read(repo, cache), read(repo));
        }
        QCOMPARE(read(repo, cache).events.size(), 4);
    }

    void onlyNewCommitsAreWalked()
    {
        RepoBuilder repo;
        start(repo);
        const QString cache = repo.folder() + u"/cache"_s;
        read(repo, cache);
        const auto info = Git::openRepository(repo.path());
        QVERIFY(info);
        const QString name = cacheFile(cache, info->location);
        auto kept = readKept(name);
        QVERIFY(kept);
        for (ChangeEvent &event : kept->events)
            event.arrival.subject = u"from the cache"_s;
        writeKept(name, *kept);
        repo.write("envs/dev/kustomization.yaml", overlay("1.1"));
        repo.commit("new");
        QCOMPARE(events(read(repo, cache)),
                 "dev 1.0>1.1 by Ada Example: new; dev >1.0 by Ada Example: from the cache; "
                 "prod >1.0 by Ada Example: from the cache"_ba);
    }

    void aRewrittenHistoryIsWalkedAnew()
    {
        RepoBuilder repo;
        start(repo);
        const QString cache = repo.folder() + u"/cache"_s;
        repo.write("envs/dev/kustomization.yaml", overlay("1.1"));
        repo.commit("to be dropped");
        read(repo, cache);
        repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});
        repo.write("envs/dev/kustomization.yaml", overlay("1.2"));
        repo.commit("instead");
        QCOMPARE(events(read(repo, cache)),
                 "dev 1.0>1.2 by Ada Example: instead; dev >1.0 by Ada Example: first; "
                 "prod >1.0 by Ada Example: first"_ba);
    }

    void aDamagedCacheIsReplaced()
    {
        RepoBuilder repo;
        start(repo);
        const QString cache = repo.folder() + u"/cache"_s;
        const Catalogue fresh = read(repo, cache);
        const auto info = Git::openRepository(repo.path());
        const QString name = cacheFile(cache, info->location);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
        file.close();
        QVERIFY(!readKept(name));
        QCOMPARE(read(repo, cache), fresh);
        QVERIFY(readKept(name));
    }

    void aShallowCloneDoesNotSayWhatItCannotKnow()
    {
        RepoBuilder repo;
        start(repo);
        repo.write("envs/dev/kustomization.yaml", overlay("1.1"));
        repo.commit("dev");
        const QString clone = repo.folder() + u"/clone"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--depth"_s, u"1"_s, u"file://"_s + repo.path(), clone});
        const auto info = Git::openRepository(clone);
        QVERIFY(info);
        const auto catalogue =
            readCatalogue(info->location, *Git::ObjectId::fromHex(repo.resolve("HEAD")), {});
        QVERIFY(catalogue);
        const auto full = withHistory(info->location, *catalogue, {}, {});
        QVERIFY(full);
        QVERIFY(full->events.isEmpty());
        QVERIFY(!full->cells.first().since);
    }

    void ordinaryRepositoriesHaveNone()
    {
        RepoBuilder repo;
        repo.write("src/main.cpp", "int main() {}\n").commit("first");
        const Catalogue catalogue = read(repo);
        QVERIFY(catalogue.hasHistory);
        QVERIFY(catalogue.environments.isEmpty());
        QVERIFY(catalogue.cells.isEmpty());
    }

    void aCancelledWalkGivesNothing()
    {
        RepoBuilder repo;
        start(repo);
        const auto info = Git::openRepository(repo.path());
        const auto catalogue =
            readCatalogue(info->location, *Git::ObjectId::fromHex(repo.resolve("HEAD")), {});
        QVERIFY(catalogue);
        CancelSource source;
        source.cancel();
        const auto full = withHistory(info->location, *catalogue, {}, source.token());
        QVERIFY(!full);
        QCOMPARE(full.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(EnvironmentHistoryTest)
#include "tst_environmenthistory.moc"
