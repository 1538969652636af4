// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "support/repobuilder.h"
#include "support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

namespace {

Run run(const RepoBuilder &repo, const QStringList &words)
{
    return CliTest::run(QStringList{words.first(), u"--repo"_s, repo.path()} + words.sliced(1));
}

} // namespace

/// ai-cli reflog and ai-cli remote.
class TestRefCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesAreThoseOfGit()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").commit("one");
        repo.write("a", "2\n").commit("two \x1b[31m");
        repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});
        const Run json = run(repo, {u"reflog"_s, u"--json"_s});
        VERIFY_EXIT(json, 0);
        const QJsonArray entries = json.json()["entries"_L1].toArray();
        const QList<QByteArray> theirs =
            repo.git({u"log"_s, u"-g"_s, u"--format=%gD %H %s"_s}).trimmed().split('\n');
        QCOMPARE(entries.size(), theirs.size());
        for (qsizetype at = 0; at < theirs.size(); ++at) {
            const QJsonObject entry = entries[at].toObject();
            QCOMPARE(QString(entry["selector"_L1].toString() + u' ' + entry["after"_L1].toString() + u' ' +
                             entry["subject"_L1].toString())
                         .toUtf8(),
                     theirs[at]);
        }
        QVERIFY(entries.last()["before"_L1].isNull());
        const Run text = run(repo, {u"reflog"_s, u"main"_s, u"-n"_s, u"2"_s});
        VERIFY_EXIT(text, 0);
        const QList<QByteArray> lines = text.results.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(QByteArray(repo.resolve("main").first(8) + " main@{0}  ")));
        QVERIFY(lines[1].endsWith("commit: two <U+001B>[31m"));
        VERIFY_EXIT(run(repo, {u"reflog"_s, u"none"_s}), 3);
    }

    void commitsOfADeletedBranchAreFound()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").commit("one");
        repo.branch("topic").checkout("topic").write("a", "2\n");
        const QByteArray lost = repo.commit("two\nlines");
        repo.checkout("main").git({u"branch"_s, u"-qD"_s, u"topic"_s});
        VERIFY_EXIT(run(repo, {u"reflog"_s, u"--lost"_s}), 4); // needs trust
        const Run json = run(repo, {u"reflog"_s, u"--lost"_s, u"--json"_s, u"--trust"_s});
        VERIFY_EXIT(json, 0);
        QCOMPARE(json.json()["found"_L1].toInt(), 1);
        const QJsonObject tip = json.json()["lost"_L1][0].toObject();
        QCOMPARE(tip["id"_L1].toString().toUtf8(), lost);
        QCOMPARE(tip["subject"_L1].toString(), u"two lines"_s);
        QCOMPARE(tip["keptForUndo"_L1].toBool(true), false);
        const Run text = run(repo, {u"reflog"_s, u"--lost"_s, u"--trust"_s});
        VERIFY_EXIT(text, 0);
        QVERIFY(text.results.startsWith(QByteArray(lost.first(8) + "  ")));
    }

    void remotesAreListedWithoutPasswords()
    {
        RepoBuilder repo;
        repo.git({u"remote"_s, u"add"_s, u"origin"_s, u"https://ada:hunter2@example.org/a"_s});
        repo.git({u"remote"_s, u"add"_s, u"backup"_s, u"/srv/a"_s});
        repo.git({u"remote"_s, u"set-url"_s, u"--push"_s, u"backup"_s, u"git@example.org:a"_s});
        const Run text = run(repo, {u"remote"_s, u"list"_s}),
                  json = run(repo, {u"remote"_s, u"list"_s, u"--json"_s});
        VERIFY_EXIT(text, 0);
        VERIFY_EXIT(json, 0);
        QVERIFY(!text.results.contains("hunter2") && !json.results.contains("hunter2"));
        QVERIFY(text.results.startsWith("backup  /srv/a  (pushes to git@example.org:a)\norigin  https://"));
        const QJsonObject backup = json.json()["remotes"_L1][0].toObject();
        QCOMPARE(backup["fetch"_L1].toString(), u"/srv/a"_s);
        QCOMPARE(backup["push"_L1].toString(), u"git@example.org:a"_s);
        QCOMPARE(backup["fetchSpecs"_L1][0].toString(), u"+refs/heads/*:refs/remotes/backup/*"_s);
    }

    void aCloneTellsHowFarItIsAndWhereItIs()
    {
        RepoBuilder repo;
        const QByteArray tip = repo.write("a", "1\n").commit("one");
        const QString folder = repo.folder() + u"/copy"_s;
        const Run json = CliTest::run({u"clone"_s, u"--json"_s, QString(u"file://"_s + repo.path()), folder});
        VERIFY_EXIT(json, 0);
        QCOMPARE(json.json()["cloned"_L1].toString(), folder);
        QCOMPARE(json.json()["head"_L1].toString().toUtf8(), tip);
        QCOMPARE(json.json()["branch"_L1].toString(), u"refs/heads/main"_s);
        int told = 0;
        for (const QByteArray &line : json.messages.trimmed().split('\n')) {
            const QJsonObject progress = QJsonDocument::fromJson(line).object()["progress"_L1].toObject();
            QVERIFY2(!progress["phase"_L1].toString().isEmpty(), line.constData());
            told += progress["phase"_L1] == u"receiving"_s ? 1 : 0;
        }
        QVERIFY(told > 0);
        const Run quiet = CliTest::run({u"clone"_s, u"--quiet"_s, repo.path(), QString(folder + u"2"_s)});
        VERIFY_EXIT(quiet, 0);
        QCOMPARE(quiet.messages, ""_ba);
        QCOMPARE(quiet.results.trimmed(), QByteArray("Cloned into " + folder.toUtf8() + '2'));
        VERIFY_EXIT(CliTest::run({u"clone"_s, repo.path(), folder}), 5); // is there
        VERIFY_EXIT(CliTest::run({u"clone"_s, u"https://a:hunter2@example.org/x"_s, folder}), 2);
        VERIFY_EXIT(CliTest::run({u"clone"_s, u"ext::sh -c x"_s, folder}), 2);
        VERIFY_EXIT(CliTest::run({u"clone"_s, repo.path(), u"x"_s, u"--depth"_s, u"0"_s}), 2);
        VERIFY_EXIT(CliTest::run({u"clone"_s}), 2);
    }

    void offlineReachesForNothing()
    {
        ScriptedServer server({ScriptedServer::answer(404, {})});
        RepoBuilder repo;
        const QString folder = repo.folder() + u"/copy"_s, address = server.address(u"/x.git"_s);
        const Run refused = CliTest::run({u"clone"_s, address, folder, u"--offline"_s});
        VERIFY_EXIT(refused, 6);
        QVERIFY(!QFileInfo::exists(folder));
        repo.write("a", "1\n")
            .write(".gitmodules", "[submodule \"m\"]\n\tpath = m\n\turl = " + address.toUtf8() + '\n');
        repo.git({u"update-index"_s, u"--add"_s, u"--cacheinfo"_s,
                  u"160000,1234567890123456789012345678901234567890,m"_s});
        repo.git({u"add"_s, u".gitmodules"_s});
        repo.git({u"commit"_s, u"-qm"_s, u"module"_s});
        const QStringList update{u"submodule"_s, u"update"_s, u"--init"_s, u"--trust"_s};
        const auto failed = run(repo, update + QStringList{u"--offline"_s});
        QVERIFY2(failed.code != 0, failed.messages.constData());
        QCOMPARE(server.requests().size(), 0);
        QVERIFY(run(repo, update).code != 0);
        QVERIFY(!server.requests().isEmpty());
        VERIFY_EXIT(CliTest::run({u"clone"_s, repo.path(), folder, u"--offline"_s}), 0);
    }

    void c05_lookalikesInNamesAreNamed()
    {
        RepoBuilder repo;
        repo.write("r\xd0\xb0w", "1\n")
            .commit("one", {.author = "\xd0\x90"
                                      "da"});
        repo.branch("m\xd0\xb0in2");
        repo.write("r\xd0\xb0w", "2\n");
        const Run log = CliTest::run({u"log"_s, u"--repo"_s, repo.path(), u"--all"_s});
        VERIFY_EXIT(log, 0);
        QVERIFY2(log.results.contains("m<U+0430>in2"), log.results.constData());
        QVERIFY2(log.results.contains("<U+0410>da"), log.results.constData());
        const Run json = CliTest::run({u"status"_s, u"--repo"_s, repo.path(), u"--json"_s});
        QCOMPARE(json.json()["unstaged"_L1][0]["path"_L1].toString(), u"r\u0430w"_s); // for programs as it is
    }

    void aCloneTakesWhatIsAskedFor()
    {
        RepoBuilder inner, repo;
        inner.write("f", "1\n").commit("inner");
        repo.write("a", "1\n").commit("one");
        repo.write("a", "2\n");
        repo.git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        repo.commit("two");
        repo.config(u"uploadpack.allowFilter"_s, u"true"_s);
        const QString copy = repo.folder() + u"/copy"_s, whole = repo.folder() + u"/whole"_s;
        VERIFY_EXIT(CliTest::run({u"clone"_s, repo.path(), copy, u"--filter"_s, u"blob:none"_s}), 0);
        QVERIFY(repo.git({u"-C"_s, copy, u"rev-list"_s, u"--objects"_s, u"--missing=print"_s, u"HEAD"_s})
                    .contains("\n?"));
        QVERIFY(!QFile::exists(copy + u"/sub/f"_s));
        const Run run =
            CliTest::run({u"clone"_s, repo.path(), whole, u"--recurse-submodules"_s, u"--json"_s});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["submodules"_L1][0]["path"_L1].toString(), u"sub"_s);
        QVERIFY(QFile::exists(whole + u"/sub/f"_s));
        VERIFY_EXIT(CliTest::run({u"clone"_s, repo.path(), u"x"_s, u"--filter"_s, u"tree:0"_s}), 2);
    }

    void aSubmoduleThatCannotBeHadLeavesTheClone()
    {
        RepoBuilder inner, repo;
        inner.write("f", "1\n").commit("inner");
        repo.git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        repo.git({u"config"_s, u"-f"_s, u".gitmodules"_s, u"submodule.sub.url"_s, u"ext::touch ran"_s});
        repo.commit("one");
        const QString copy = repo.folder() + u"/copy"_s;
        const Run run = CliTest::run({u"clone"_s, repo.path(), copy, u"--recurse-submodules"_s});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.messages.contains("not all of its submodules"), run.messages.constData());
        QVERIFY(QFile::exists(copy + u"/.gitmodules"_s) && !QFile::exists(copy + u"/ran"_s));
    }

    void anEmptyRepositoryIsMade()
    {
        const RepoBuilder beside;
        const QString folder = beside.folder() + u"/new"_s;
        const Run made = CliTest::run({u"init"_s, folder, u"--branch"_s, u"trunk"_s, u"--json"_s});
        VERIFY_EXIT(made, 0);
        QCOMPARE(made.json()["repository"_L1].toString(), folder);
        QCOMPARE(made.json()["branch"_L1].toString(), u"trunk"_s);
        QCOMPARE(beside.git({u"-C"_s, folder, u"symbolic-ref"_s, u"HEAD"_s}).trimmed(), "refs/heads/trunk");
        const Run again = CliTest::run({u"init"_s, folder});
        VERIFY_EXIT(again, 5);
        QVERIFY(again.messages.contains("Open it instead"));
        VERIFY_EXIT(CliTest::run({u"init"_s, folder + u"2"_s, u"--branch"_s, u"a..b"_s}), 2);
        QVERIFY(!QFile::exists(folder + u"2"_s));
    }

    void aRemoteIsAddedRenamedReaddressedAndRemoved()
    {
        RepoBuilder repo;
        const QString tip = QString::fromLatin1(repo.write("a", "1\n").commit("one"));
        const auto does = [&](const QStringList &words) {
            return run(repo, QStringList{u"remote"_s, u"--trust"_s} + words);
        };
        VERIFY_EXIT(run(repo, {u"remote"_s, u"add"_s, u"origin"_s, u"/srv/a"_s}), 4); // needs trust
        VERIFY_EXIT(does({u"add"_s, u"origin"_s, u"/srv/a"_s}), 0);
        VERIFY_EXIT(does({u"add"_s, u"origin"_s, u"/srv/b"_s}), 5);
        VERIFY_EXIT(does({u"add"_s, u"x"_s, u"https://ada:hunter2@example.org/a"_s}), 2);
        VERIFY_EXIT(does({u"rename"_s, u"origin"_s, u"team"_s}), 0);
        VERIFY_EXIT(does({u"set-url"_s, u"team"_s, u"/srv/c"_s}), 0);
        VERIFY_EXIT(does({u"set-url"_s, u"--push"_s, u"team"_s, u"/srv/d"_s}), 0);
        QCOMPARE(repo.git({u"remote"_s, u"-v"_s}), "team\t/srv/c (fetch)\nteam\t/srv/d (push)\n"_ba);
        VERIFY_EXIT(does({u"set-url"_s, u"--push"_s, u"team"_s}), 0);
        QCOMPARE(repo.git({u"remote"_s, u"-v"_s}), "team\t/srv/c (fetch)\nteam\t/srv/c (push)\n"_ba);
        repo.git({u"update-ref"_s, u"refs/remotes/team/main"_s, tip});
        const Run removed = does({u"remove"_s, u"team"_s, u"--json"_s});
        VERIFY_EXIT(removed, 0);
        QCOMPARE(removed.json()["branches"_L1][0].toString(), u"refs/remotes/team/main"_s);
        QCOMPARE(repo.git({u"remote"_s}), QByteArray());
        VERIFY_EXIT(does({u"remove"_s, u"team"_s}), 3);
    }

    void wrongUseIsExit2_data()
    {
        QTest::addColumn<QStringList>("words");
        const QList<QStringList> all{{u"reflog"_s, u"-n"_s, u"0"_s},
                                     {u"reflog"_s, u"--lost"_s, u"main"_s},
                                     {u"reflog"_s, u"a"_s, u"b"_s},
                                     {u"remote"_s},
                                     {u"remote"_s, u"drop"_s},
                                     {u"remote"_s, u"add"_s, u"x"_s},
                                     {u"remote"_s, u"set-url"_s, u"x"_s},
                                     {u"remote"_s, u"remove"_s, u"x"_s, u"y"_s},
                                     {u"remote"_s, u"list"_s, u"--push"_s}};
        for (const QStringList &words : all)
            QTest::newRow(qPrintable(words.join(u' '))) << words;
    }
    void wrongUseIsExit2()
    {
        QFETCH(QStringList, words);
        const RepoBuilder repo;
        VERIFY_EXIT(run(repo, words), 2);
    }
};

QTEST_GUILESS_MAIN(TestRefCommands)
#include "tst_refcommands.moc"
