// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "settings/messagestore.h"
#include "support/repobuilder.h"
#include "support/verify.h"

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
    void e01_oddNamesComeBackFromJson();
    void modesAndConversionsAreTold();
    void whatDiffersInSubmodulesIsTold();
    void whatTheRepositoryCouldRunIsTold();
    void countsAndDraftsAreTold();
    void d02_locksAreToldAndLeftAlone();
    void everyFieldIsInTheHelp();
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
    QCOMPARE(
        json.json()["upstream"_L1].toObject(),
        (QJsonObject{{u"name"_s, u"upstream"_s}, {u"ref"_s, u"refs/heads/upstream"_s}, {u"gone"_s, false}}));
}

void TestStatusCommand::goneUpstreamHasNoDistance()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.config(u"branch.main.remote"_s, u"."_s).config(u"branch.main.merge"_s, u"refs/heads/gone"_s);
    const Run json = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QVERIFY(!json.json().contains("ahead"_L1));
    QCOMPARE(json.json()["upstream"_L1]["ref"_L1].toString(), u"refs/heads/gone"_s);
    QVERIFY(json.json()["upstream"_L1]["gone"_L1].toBool());
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
                          {u"commit"_s, QString::fromLatin1(repo.resolve("main"))},
                          {u"subject"_s, u"two"_s},
                          {u"canContinue"_s, false},
                          {u"canSkip"_s, false}}));
    QCOMPARE(json.json()["conflicts"_L1].toArray(), (QJsonArray{QJsonObject{{u"path"_s, u"a"_s},
                                                                            {u"kind"_s, u"both-modified"_s},
                                                                            {u"binary"_s, false},
                                                                            {u"lfs"_s, false},
                                                                            {u"submodule"_s, false},
                                                                            {u"markers"_s, true}}}));
    QVERIFY(json.json()["resolved"_L1].toArray().isEmpty());
    repo.write("a", "4\n").stage();
    const QJsonObject resolved = status(repo.path(), {u"--json"_s}).json();
    QCOMPARE(resolved["resolved"_L1][0]["path"_L1].toString(), u"a"_s);
    QCOMPARE(resolved["operation"_L1]["canContinue"_L1].toBool(), true);
    repo.git({u"checkout"_s, u"-q"_s, u"-m"_s, u"--"_s, u"a"_s});
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
                                                                  {u"subject"_s, u"three"_s},
                                                                  {u"canContinue"_s, false},
                                                                  {u"canSkip"_s, true},
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

void TestStatusCommand::e01_oddNamesComeBackFromJson()
{
    RepoBuilder repo;
    const QByteArray odd = "\xff \xe2\x80\xae\n\"o", moved = "m\xf6ved";
    repo.write(odd, "one\ntwo\nthree\n").write("plain", "1\n").commit("one");
    repo.remove(odd).write(moved, "one\ntwo\nthree\n").write("plain", "2\n").stage();
    repo.write(odd + "/x", "new\n");
    const QJsonObject json = status(repo.path(), {u"--json"_s}).json();
    const auto bytes = [](const QJsonValue &entry, const QString &key) {
        const QString exact = entry[QString(key + u"Bytes"_s)].toString();
        return exact.isEmpty() ? entry[key].toString().toUtf8() : QByteArray::fromBase64(exact.toLatin1());
    };
    const QJsonArray staged = json["staged"_L1].toArray();
    QCOMPARE(staged.size(), 2);
    QCOMPARE(staged[0]["status"_L1].toString(), u"renamed"_s);
    QCOMPARE(bytes(staged[0], u"path"_s), moved);
    QCOMPARE(bytes(staged[0], u"oldPath"_s), odd);
    QVERIFY(!staged[1].toObject().contains("pathBytes"_L1));
    QCOMPARE(bytes(json["unstaged"_L1][0], u"path"_s), odd + '/');
    QVERIFY(json["unstaged"_L1][0]["folder"_L1].toBool());
}

void TestStatusCommand::modesAndConversionsAreTold()
{
    RepoBuilder repo;
    repo.config(u"filter.low.clean"_s, u"echo ran >>.git/ran; tr A-Z a-z"_s);
    repo.write(".gitattributes", "*.low filter=low\n*.u16 working-tree-encoding=UTF-16\n");
    repo.write("run", "1\n").write("a.low", "ONE\n").write("same.low", "ONE\n").commit("one");
    repo.write("run", "1\n", 0755).stage().remove("run").link("run", "a.low");
    repo.write("a.low", "two\n").write("same.low", "One\n").write("new.u16", "\xff\xfe");
    repo.remove(".git/ran");
    const Run unknown = status(repo.path(), {u"--json"_s});
    VERIFY_EXIT(unknown, 0);
    QVERIFY(!repo.exists(".git/ran"));
    QCOMPARE(pathsOf(unknown, u"unstaged"_s), (QStringList{u"modified a.low"_s, u"untracked new.u16"_s,
                                                           u"type changed run"_s, u"modified same.low"_s}));
    const Run json = status(repo.path(), {u"--json"_s, u"--trust"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(pathsOf(json, u"unstaged"_s),
             (QStringList{u"modified a.low"_s, u"untracked new.u16"_s, u"type changed run"_s}));
    const QJsonValue staged = json.json()["staged"_L1][0];
    QCOMPARE(staged["oldMode"_L1].toString(), u"100644"_s);
    QCOMPARE(staged["newMode"_L1].toString(), u"100755"_s);
    const QJsonArray unstaged = json.json()["unstaged"_L1].toArray();
    QCOMPARE(unstaged[0]["filter"_L1].toString(), u"low"_s);
    QCOMPARE(unstaged[1]["encoding"_L1].toString(), u"UTF-16"_s);
    QCOMPARE(unstaged[2]["newMode"_L1].toString(), u"120000"_s);
}

void TestStatusCommand::whatDiffersInSubmodulesIsTold()
{
    RepoBuilder inner, repo;
    const QByteArray first = inner.write("x", "1\n").commit("one");
    repo.git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
    repo.commit("with it");
    repo.write("sub/x", "2\n");
    const QJsonValue entry = status(repo.path(), {u"--json"_s}).json()["unstaged"_L1][0];
    QCOMPARE(entry["path"_L1].toString(), u"sub"_s);
    QCOMPARE(entry["submodule"_L1].toObject(), (QJsonObject{{u"oldCommit"_s, QString::fromLatin1(first)},
                                                            {u"newCommit"_s, QString::fromLatin1(first)},
                                                            {u"changedContent"_s, true},
                                                            {u"untrackedContent"_s, false}}));
}

void TestStatusCommand::whatTheRepositoryCouldRunIsTold()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.hook("pre-commit", "#!/bin/sh\n").config(u"core.fsmonitor"_s, u"touch ran"_s);
    QJsonObject trust = status(repo.path(), {u"--json"_s}).json()["trust"_L1].toObject();
    QCOMPARE(trust["state"_L1].toString(), u"unknown"_s);
    QStringList names;
    for (const QJsonValue &program : trust["couldRun"_L1].toArray())
        names += program["name"_L1].toString();
    QCOMPARE(names, (QStringList{u"core.fsmonitor"_s, u"hooks/pre-commit"_s}));
    QCOMPARE(trust["couldRun"_L1][0]["command"_L1].toString(), u"touch ran"_s);
    QVERIFY(!repo.exists("ran"));
    trust = status(repo.path(), {u"--json"_s, u"--trust"_s}).json()["trust"_L1].toObject();
    QCOMPARE(trust["state"_L1].toString(), u"trusted"_s);
}

void TestStatusCommand::countsAndDraftsAreTold()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    QJsonObject json = status(repo.path(), {u"--json"_s}).json();
    QCOMPARE(json["stashes"_L1].toInt(-1), 0);
    QCOMPARE(json["undoRecords"_L1].toInt(-1), 0);
    QCOMPARE(json["messageDraft"_L1], QJsonValue(false));
    repo.write("a", "2\n").git({u"stash"_s, u"-q"_s});
    const MessageStore store(Tests::isolatedHome() + u"/state/messages"_s, repo.bytePath(".git"));
    VERIFY_RESULT(store.save("refs/heads/main", {.text = u"begun"_s, .amended = {}, .beforeAmend = {}}));
    json = status(repo.path(), {u"--json"_s}).json();
    QCOMPARE(json["stashes"_L1].toInt(), 1);
    QCOMPARE(json["messageDraft"_L1], QJsonValue(true));
    repo.git({u"checkout"_s, u"-q"_s, u"-b"_s, u"other"_s});
    QCOMPARE(status(repo.path(), {u"--json"_s}).json()["messageDraft"_L1], QJsonValue(false));
}

void TestStatusCommand::d02_locksAreToldAndLeftAlone()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    QCOMPARE(status(repo.path(), {u"--json"_s}).json()["locks"_L1].toArray().size(), 0);
    QFile left(repo.gitDir() + u"/index.lock"_s), held(repo.gitDir() + u"/refs/heads/main.lock"_s);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    QVERIFY(held.open(QIODevice::WriteOnly));
    const QJsonArray locks = status(repo.path(), {u"--json"_s}).json()["locks"_L1].toArray();
    QCOMPARE(locks.size(), 2);
    QCOMPARE(locks[0]["path"_L1].toString(), left.fileName());
    QVERIFY(locks[0]["stale"_L1].toBool());
    QCOMPARE(locks[0]["holder"_L1], QJsonValue(QJsonValue::Null));
    const QDateTime since = QDateTime::fromString(locks[0]["since"_L1].toString(), Qt::ISODate);
    QVERIFY(std::abs(since.secsTo(QDateTime::currentDateTime())) < 600);
    QVERIFY(!locks[1]["stale"_L1].toBool());
    QCOMPARE(locks[1]["holder"_L1]["process"_L1].toInteger(), QCoreApplication::applicationPid());
    const QString told = QString::fromUtf8(status(repo.path()).results);
    QVERIFY2(told.contains(u"Locked: %1 was left behind"_s.arg(left.fileName())), qPrintable(told));
    QVERIFY2(told.contains(u"Locked: %1 is held by"_s.arg(held.fileName())), qPrintable(told));
    QVERIFY(left.exists() && held.exists());
}

void TestStatusCommand::everyFieldIsInTheHelp()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.branch("up").git({u"branch"_s, u"-q"_s, u"--set-upstream-to=up"_s});
    const QString help = QString::fromUtf8(CliTest::run({u"status"_s, u"--help"_s}).results);
    QVERIFY(help.contains(u"\nrepository, bare, "_s)); // a line of its own
    const QStringList fields = status(repo.path(), {u"--json"_s}).json().keys();
    QVERIFY(fields.size() >= 18);
    for (const QString &field : fields)
        QVERIFY2(field == "schemaVersion"_L1 || help.contains(field), qPrintable(field));
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
