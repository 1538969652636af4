// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "support/repobuilder.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

namespace {

Run at(const QString &repository, const QStringList &words)
{
    return CliTest::run(words + QStringList{u"--repo"_s, repository});
}

QJsonObject onlyModule(const QString &repository)
{
    const Run listed = at(repository, {u"submodule"_s, u"list"_s, u"--json"_s});
    const QJsonArray all = listed.json().value("submodules"_L1).toArray();
    return all.size() == 1 ? all.first().toObject() : QJsonObject();
}

} // namespace

class LinkedCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workTreesAreMadeListedRemovedAndForgotten()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const QString folder = repo.folder() + u"/tree"_s;
        const Run denied =
            at(repo.path(), {u"worktree"_s, u"add"_s, folder, u"--branch"_s, u"x"_s, u"--new"_s});
        VERIFY_EXIT(denied, 4);
        VERIFY_EXIT(at(repo.path(),
                       {u"worktree"_s, u"add"_s, folder, u"--branch"_s, u"x"_s, u"--new"_s, u"--trust"_s}),
                    0);
        const auto add = [&](const QStringList &more) {
            return at(repo.path(),
                      QStringList{u"worktree"_s, u"add"_s, QString(folder + u"3"_s), u"--trust"_s} + more);
        };
        VERIFY_EXIT(add({u"--branch"_s, u"none"_s}), 3);
        VERIFY_EXIT(add({u"--branch"_s, u"x"_s}), 5);
        VERIFY_EXIT(add({u"--branch"_s, u"x"_s, u"--new"_s}), 5);
        QVERIFY(!QFileInfo::exists(folder + u"3"_s));
        const Run listed = at(repo.path(), {u"worktree"_s, u"list"_s, u"--json"_s});
        VERIFY_EXIT(listed, 0);
        const QJsonArray trees = listed.json().value("worktrees"_L1).toArray();
        QCOMPARE(trees.size(), 2);
        QVERIFY(trees[0].toObject().value("here"_L1).toBool());
        QCOMPARE(trees[1].toObject().value("path"_L1).toString(), folder);
        QCOMPARE(trees[1].toObject().value("branch"_L1).toString(), u"refs/heads/x"_s);
        const Run text = at(repo.path(), {u"worktree"_s, u"list"_s});
        QVERIFY(text.results.contains("/tree  x"));
        VERIFY_EXIT(at(repo.path(), {u"worktree"_s, u"remove"_s, folder + u"2"_s, u"--trust"_s}), 3);
        VERIFY_EXIT(at(repo.path(), {u"worktree"_s, u"remove"_s, folder, u"--trust"_s}), 0);
        QVERIFY(!QFile::exists(folder));
        VERIFY_EXIT(at(repo.path(), {u"worktree"_s, u"prune"_s, u"--trust"_s}), 0);
    }

    void submodulesAreListedAndUpdated()
    {
        RepoBuilder inner, outer;
        inner.write("f", "1\n").commit("inner");
        outer.git({u"-c"_s, u"protocol.file.allow=always"_s, u"submodule"_s, u"--quiet"_s, u"add"_s,
                   inner.path(), u"sub"_s});
        outer.commit("outer");
        const QString clone = outer.folder() + u"/clone"_s;
        outer.git({u"clone"_s, u"-q"_s, outer.path(), clone});
        QJsonObject module = onlyModule(clone);
        QCOMPARE(module.value("path"_L1).toString(), u"sub"_s);
        QVERIFY(!module.value("initialised"_L1).toBool(true) && !module.value("populated"_L1).toBool(true));
        QVERIFY(at(clone, {u"submodule"_s, u"list"_s}).results.contains("not initialised"));
        VERIFY_EXIT(at(clone, {u"submodule"_s, u"update"_s, u"--init"_s}), 4);
        VERIFY_EXIT(at(clone, {u"submodule"_s, u"update"_s, u"sub"_s, u"--trust"_s}), 2);
        VERIFY_EXIT(at(clone, {u"submodule"_s, u"update"_s, u"none"_s, u"--trust"_s}), 3);
        const Run updated = at(
            clone, {u"submodule"_s, u"update"_s, u"--init"_s, u"--recursive"_s, u"--json"_s, u"--trust"_s});
        VERIFY_EXIT(updated, 0);
        QCOMPARE(updated.json().value("updated"_L1).toArray().size(), 1);
        module = onlyModule(clone);
        QCOMPARE(module.value("checkedOut"_L1), module.value("recorded"_L1));
        QVERIFY(!module.value("newCommit"_L1).toBool(true));

        const auto sync = [&](const QStringList &more) {
            return at(clone, QStringList{u"submodule"_s, u"sync"_s, u"--json"_s} + more);
        };
        VERIFY_EXIT(sync({}), 4);
        VERIFY_EXIT(sync({u"--trust"_s}), 0);
        QCOMPARE(sync({u"--trust"_s}).json().value("synced"_L1).toArray(), QJsonArray());
        const auto setAddress = [&](const QString &address) {
            outer.git(
                {u"config"_s, u"-f"_s, QString(clone + u"/.gitmodules"_s), u"submodule.sub.url"_s, address});
        };
        const QString moved = outer.folder() + u"/moved"_s;
        setAddress(moved);
        VERIFY_EXIT(sync({u"none"_s, u"--trust"_s}), 3);
        const QJsonObject synced = sync({u"sub"_s, u"--trust"_s}).json().value("synced"_L1)[0].toObject();
        QCOMPARE(synced.value("path"_L1).toString(), u"sub"_s);
        QCOMPARE(synced.value("url"_L1).toString(), moved);
        QCOMPARE(outer.git({u"-C"_s, clone, u"config"_s, u"submodule.sub.url"_s}).trimmed(), moved.toUtf8());
        QCOMPARE(
            outer.git({u"-C"_s, QString(clone + u"/sub"_s), u"config"_s, u"remote.origin.url"_s}).trimmed(),
            moved.toUtf8());
        setAddress(u"ext::sh -c touch% ran"_s);
        VERIFY_EXIT(sync({u"--trust"_s}), 2);
        QCOMPARE(outer.git({u"-C"_s, clone, u"config"_s, u"submodule.sub.url"_s}).trimmed(), moved.toUtf8());
    }

    void submodulesAreAddedAndDeinitialised()
    {
        RepoBuilder inner, outer;
        inner.write("f", "1\n").commit("inner");
        outer.write("g", "1\n").commit("outer");
        const QStringList allow{u"config"_s, u"--global"_s, u"protocol.file.allow"_s};
        outer.git(allow + QStringList{u"never"_s});
        const QStringList add{u"submodule"_s, u"add"_s,    QString(u"file://"_s + inner.path()),
                              u"libs/sub"_s,  u"--json"_s, u"--trust"_s};
        VERIFY_EXIT(at(outer.path(), add.first(5)), 4);
        VERIFY_EXIT(at(outer.path(), add), 4);
        outer.git(allow + QStringList{u"always"_s});
        const Run added = at(outer.path(), add);
        VERIFY_EXIT(added, 0);
        QCOMPARE(added.json().value("added"_L1).toString(), u"libs/sub"_s);
        QVERIFY(added.messages.contains("\"phase\""));
        VERIFY_EXIT(at(outer.path(), add), 5);
        outer.commit("with sub");
        outer.write("libs/sub/new", "1\n");
        const QStringList deinit{u"submodule"_s, u"deinit"_s, u"libs/sub"_s, u"--json"_s, u"--trust"_s};
        VERIFY_EXIT(at(outer.path(), deinit), 5);
        QVERIFY(outer.exists("libs/sub/new"));
        const Run done = at(outer.path(), deinit + QStringList{u"--discard"_s});
        VERIFY_EXIT(done, 0);
        QCOMPARE(done.json().value("deinitialised"_L1)[0]["path"_L1].toString(), u"libs/sub"_s);
        QVERIFY(!outer.exists("libs/sub/f"));
        VERIFY_EXIT(at(outer.path(), {u"submodule"_s, u"update"_s, u"--init"_s, u"--trust"_s}), 0);
        const QString sub = outer.path() + u"/libs/sub"_s;
        VERIFY_EXIT(at(sub, {u"undo"_s, u"apply"_s, u"last"_s, u"--trust"_s}), 0);
        QVERIFY(outer.exists("libs/sub/new"));
    }

    void wrongUseIsExit2_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("worktree") << QStringList{u"worktree"_s};
        QTest::newRow("add without a folder") << QStringList{u"worktree"_s, u"add"_s};
        QTest::newRow("list with a folder") << QStringList{u"worktree"_s, u"list"_s, u"x"_s};
        QTest::newRow("new without a branch") << QStringList{u"worktree"_s, u"add"_s, u"x"_s, u"--new"_s};
        QTest::newRow("branch to list") << QStringList{u"worktree"_s, u"list"_s, u"--branch"_s, u"x"_s};
        QTest::newRow("submodule") << QStringList{u"submodule"_s};
        QTest::newRow("add nothing") << QStringList{u"submodule"_s, u"add"_s};
        QTest::newRow("deinit nothing") << QStringList{u"submodule"_s, u"deinit"_s};
        QTest::newRow("discard to add") << QStringList{u"submodule"_s, u"add"_s, u"x"_s, u"--discard"_s};
        QTest::newRow("init to sync") << QStringList{u"submodule"_s, u"sync"_s, u"--init"_s};
        QTest::newRow("init to list") << QStringList{u"submodule"_s, u"list"_s, u"--init"_s};
    }
    void wrongUseIsExit2()
    {
        QFETCH(QStringList, words);
        RepoBuilder repo;
        repo.commit("one");
        VERIFY_EXIT(at(repo.path(), words), 2);
    }
};

QTEST_GUILESS_MAIN(LinkedCommandsTest)
#include "tst_linkedcommands.moc"
