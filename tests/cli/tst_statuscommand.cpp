// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "support/repobuilder.h"

#include <QJsonArray>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

namespace {

Run status(const QString &path, const QStringList &more = {})
{
    return CliTest::run(QStringList{u"status"_s, u"--repo"_s, path} + more);
}

QJsonObject headOf(const Run &run)
{
    return run.json().value("head"_L1).toObject();
}

QStringList pathsOf(const Run &run, const QString &list)
{
    QStringList paths;
    for (const QJsonValue &entry : run.json().value(list).toArray())
        paths += entry["status"_L1].toString() + u' ' + entry["path"_L1].toString();
    return paths;
}

} // namespace

class TestStatusCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagedAndUnstagedChangesAreTold();
    void distanceToTheUpstreamIsTold();
    void goneUpstreamHasNoDistance();
    void detachedHeadIsTold();
    void unbornHeadIsHealthy();
    void bareRepositoryIsHealthy();
    void mergeInProgressIsTold();
    void stepOfARebaseIsTold();
    void forgedOperationIsAProblem();
    void unusableRepositoryIsExit3_data();
    void unusableRepositoryIsExit3();
    void repositoryOfAnotherUserIsExit3();
    void damageIsExit3_data();
    void damageIsExit3();
};

void TestStatusCommand::stagedAndUnstagedChangesAreTold()
{
    RepoBuilder repo;
    repo.write("kept", "1\n").write("gone", "1\n").write("old name", "same content\nof three\nlines\n");
    repo.commit("one");
    QCOMPARE(status(repo.path()).results, "On main\nNothing to commit\n"_ba);

    repo.git({u"mv"_s, u"old name"_s, u"new name"_s});
    repo.write("kept", "2\n").stage().remove("gone").write("fresh", "1\n").write("kept", "3\n");
    const Run json = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(pathsOf(json, u"staged"_s), (QStringList{u"modified kept"_s, u"renamed new name"_s}));
    QCOMPARE(pathsOf(json, u"unstaged"_s),
             (QStringList{u"untracked fresh"_s, u"deleted gone"_s, u"modified kept"_s}));
    QCOMPARE(json.json()["staged"_L1][1]["oldPath"_L1].toString(), u"old name"_s);
    QCOMPARE(headOf(json).value("branch"_L1).toString(), u"main"_s);
    QCOMPARE(headOf(json).value("commit"_L1).toString().toLatin1(), repo.resolve("HEAD"));

    const Run text = status(repo.path());
    VERIFY_EXIT(text, 0);
    QVERIFY(text.messages.isEmpty());
    QVERIFY(text.results.contains("Staged:\n  modified     kept\n  renamed      old name -> new name\n"));
    QVERIFY(text.results.contains("Not staged:\n  untracked    fresh\n  deleted      gone\n"));
}

void TestStatusCommand::distanceToTheUpstreamIsTold()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.branch("upstream");
    repo.write("a", "2\n").commit("two");
    repo.write("a", "3\n").commit("three");
    repo.checkout("upstream").write("b", "1\n").commit("other");
    repo.checkout("main").git({u"branch"_s, u"-q"_s, u"--set-upstream-to=upstream"_s});
    QVERIFY(status(repo.path()).results.startsWith("On main, 2 ahead, 1 behind\n"));
    const Run json = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(json.json()["ahead"_L1].toInt(), 2);
    QCOMPARE(json.json()["behind"_L1].toInt(), 1);
}

void TestStatusCommand::goneUpstreamHasNoDistance()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.config(u"branch.main.remote"_s, u"."_s).config(u"branch.main.merge"_s, u"refs/heads/gone"_s);
    const Run json = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QVERIFY(!json.json().contains("ahead"_L1));
    QCOMPARE(status(repo.path()).results, "On main\nNothing to commit\n"_ba);
}

void TestStatusCommand::detachedHeadIsTold()
{
    RepoBuilder repo;
    const QByteArray id = repo.write("a", "1\n").commit("one");
    repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
    const Run json = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(headOf(json).value("state"_L1).toString(), u"detached"_s);
    QVERIFY(status(repo.path()).results.startsWith(QByteArray("On detached at " + id.first(8))));
}

void TestStatusCommand::unbornHeadIsHealthy()
{
    RepoBuilder repo;
    repo.write("a", "1\n").stage();
    const Run json = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(headOf(json).value("state"_L1).toString(), u"unborn"_s);
    QCOMPARE(headOf(json).value("commit"_L1).toString(), QString());
    QCOMPARE(pathsOf(json, u"staged"_s), QStringList{u"added a"_s});
    QVERIFY(status(repo.path()).results.startsWith("On main, no commit yet\n"));
}

void TestStatusCommand::bareRepositoryIsHealthy()
{
    const RepoBuilder repo({u"--bare"_s});
    const Run json = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QVERIFY(json.json()["bare"_L1].toBool());
    QVERIFY(!json.json()["readOnlyReasons"_L1].toArray().isEmpty());
    QVERIFY(status(repo.path()).results.contains("no work tree"));
}

void TestStatusCommand::mergeInProgressIsTold()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.branch("side").write("a", "2\n").commit("two");
    repo.checkout("side").write("a", "3\n").commit("three");
    QCOMPARE(repo.tryGit({u"merge"_s, u"main"_s}).exitCode, 1);
    const Run json = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(json.json()["operation"_L1].toObject(),
             (QJsonObject{{u"kind"_s, u"merge"_s},
                          {u"branch"_s, u"side"_s},
                          {u"commit"_s, QString::fromLatin1(repo.resolve("main"))}}));
    QCOMPARE(json.json()["conflicts"_L1].toArray(),
             (QJsonArray{QJsonObject{{u"path"_s, u"a"_s}, {u"kind"_s, u"both-modified"_s}}}));
    QCOMPARE(pathsOf(json, u"unstaged"_s), QStringList{u"conflicted a"_s});
    QVERIFY(status(repo.path()).results.contains("A merge is in progress"));
}

void TestStatusCommand::stepOfARebaseIsTold()
{
    RepoBuilder repo;
    const QByteArray odd = "odd \xff\nname";
    QVERIFY(status(repo.path(), {u"--json"_s}).json()["operation"_L1].isNull());
    repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
    repo.write(odd, "1\n").commit("one");
    repo.branch("side");
    const QByteArray onto = repo.remove(odd).write("b", "something else\n").commit("two");
    repo.checkout("side").write("c", "1\n").commit("kept");
    repo.write(odd, "2\n").commit("three");
    const QByteArray stopped = repo.resolve("HEAD");
    QCOMPARE(repo.tryGit({u"rebase"_s, u"main"_s}).exitCode, 1);
    const Run json = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(json.json()["operation"_L1].toObject(), (QJsonObject{{u"kind"_s, u"rebase"_s},
                                                                  {u"branch"_s, u"side"_s},
                                                                  {u"onto"_s, QString::fromLatin1(onto)},
                                                                  {u"commit"_s, QString::fromLatin1(stopped)},
                                                                  {u"step"_s, 2},
                                                                  {u"steps"_s, 2}}));
    const QJsonValue conflict = json.json()["conflicts"_L1][0];
    QCOMPARE(conflict["kind"_L1].toString(), u"deleted-by-us"_s);
    QCOMPARE(QByteArray::fromBase64(conflict["pathBytes"_L1].toString().toLatin1()), odd);
    QVERIFY(status(repo.path()).results.contains("A rebase is in progress, step 2 of 2"));
}

void TestStatusCommand::forgedOperationIsAProblem()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.write(".git/MERGE_HEAD", "no commit\n");
    const Run json = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(json.json()["operation"_L1].toObject(), (QJsonObject{{u"kind"_s, u"merge"_s}}));
    QVERIFY(json.json()["problems"_L1][0].toString().contains(u"MERGE_HEAD"));
    QVERIFY(json.messages.contains("MERGE_HEAD"));
}

void TestStatusCommand::unusableRepositoryIsExit3_data()
{
    QTest::addColumn<QByteArray>("content"); // of .git/config; null: no repository
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("none") << QByteArray() << "repository"_ba;
    QTest::newRow("sha256")
        << "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n"_ba
        << "SHA-256"_ba;
    QTest::newRow("unknown extension")
        << "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tmadeUp = true\n"_ba << "madeup"_ba;
    QTest::newRow("later version") << "[core]\n\trepositoryformatversion = 9\n"_ba << "9"_ba;
    QTest::newRow("broken configuration") << "[core\n"_ba << "config"_ba;
}

void TestStatusCommand::unusableRepositoryIsExit3()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, told);
    RepoBuilder repo;
    if (!content.isNull())
        repo.write(".git/config", content);
    const QString path = content.isNull() ? repo.folder() : repo.path();
    for (const QStringList &more : {QStringList{}, QStringList{u"--json"_s}}) {
        const Run run = status(path, more);
        VERIFY_EXIT(run, 3);
        QVERIFY2(run.messages.toLower().contains(told.toLower()), run.messages.constData());
    }
}

void TestStatusCommand::repositoryOfAnotherUserIsExit3()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a folder away");
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    QCOMPARE(::chown(repo.bytePath(".git").constData(), 65534, 65534), 0);
    for (const QStringList &more : {QStringList{}, QStringList{u"--json"_s}, QStringList{u"--trust"_s}}) {
        const Run run = status(repo.path(), more);
        VERIFY_EXIT(run, 3);
        QVERIFY2(run.messages.contains("belongs to another user"), run.messages.constData());
        QVERIFY2(run.messages.contains(repo.bytePath(".git")), run.messages.constData());
    }
}

void TestStatusCommand::damageIsExit3_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("index of a few bytes") << ".git/index"_ba << "junk"_ba;
    QTest::newRow("index without its header") << ".git/index"_ba << QByteArray(5000, '\0');
    QTest::newRow("index cut short") << ".git/index"_ba
                                     << QByteArray("DIRC\0\0\0\2\0\0\0\1", 12).leftJustified(40, 'x');
}

void TestStatusCommand::damageIsExit3()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, content);
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.write(path, content);
    const Run run = status(repo.path());
    VERIFY_EXIT(run, 3);
    QVERIFY2(run.messages.contains("index"), run.messages.constData());
    for (const QStringList &words : {QStringList{u"generate-commit-message"_s, u"--staged"_s},
                                     QStringList{u"describe-changes"_s, u"--diff"_s}})
        VERIFY_EXIT(CliTest::run(words + QStringList{u"--repo"_s, repo.path()}), 3);
    // Commits are read without it.
    VERIFY_EXIT(CliTest::run({u"log"_s, u"-n"_s, u"1"_s, u"--repo"_s, repo.path()}), 0);
}

QTEST_GUILESS_MAIN(TestStatusCommand)
#include "tst_statuscommand.moc"
