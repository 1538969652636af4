// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/log.h"
#include "git/open.h"
#include "git/refs.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

Git::RepoLocation locationOf(const RepoBuilder &repo)
{
    return Git::openRepository(repo.path())->location;
}

QStringList subjects(const QList<Git::Commit> &commits)
{
    QStringList list;
    for (const Git::Commit &commit : commits)
        list += commit.subject;
    return list;
}

// A straight line of commits, made in one process.
void importLine(const RepoBuilder &repo, int count)
{
    QByteArray stream;
    for (int at = 1; at <= count; ++at) {
        stream += "commit refs/heads/main\nmark :" + QByteArray::number(at) + "\ncommitter A <a@b> " +
                  QByteArray::number(1'700'000'000 + at) + " +0000\ndata 4\nline\n";
    }
    repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
}

QByteArray writeCommit(const RepoBuilder &repo, const QByteArray &content)
{
    return repo
        .git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--literally"_s, u"--stdin"_s}, content)
        .trimmed();
}

Result<QList<Git::Commit>> all(const RepoBuilder &repo)
{
    const auto refs = Git::readRefs(locationOf(repo), {});
    return Git::readRecentCommits(locationOf(repo), {refs->head.target}, 1000, {});
}

constexpr char kEmptyTree[] = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

} // namespace

class LogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSubjectIsTheFirstParagraphAsGitWritesIt_data()
    {
        QTest::addColumn<QByteArray>("message");
        const QByteArray messages[] = {"one line",
                                       "one line\n",
                                       "two\nlines\n\nbody\n",
                                       "two\nlines",
                                       "  indented \t\n\t  more  \n  \t \nbody",
                                       "\n\n \t\nafter empty ones\nand one more\n\nbody",
                                       "carriage\r\nreturns\r\n\r\nbody\r\n",
                                       "a\rb\nc",
                                       "form\f\nfeed\v\n\f\nend",
                                       "",
                                       " \n\t\n",
                                       "\xc3\xa4\n\xc3\xb6\n\n\xc3\xbc",
                                       "Merge branch 'a'\n# no comment\n\nx"};
        for (int at = 0; const QByteArray &message : messages)
            QTest::addRow("%d", at++) << message;
    }
    void aSubjectIsTheFirstParagraphAsGitWritesIt()
    {
        QFETCH(QByteArray, message);
        const RepoBuilder repo;
        const QByteArray head = QByteArray("tree ") + kEmptyTree +
                                "\nauthor A <a@b> 1700000000 +0000\ncommitter A <a@b> 1700000000 +0000\n\n";
        repo.git({u"hash-object"_s, u"-t"_s, u"tree"_s, u"-w"_s, u"/dev/null"_s});
        const QByteArray id = writeCommit(repo, head + message);
        const QByteArray theirs =
            repo.git({u"log"_s, u"-1"_s, u"--format=%s"_s, QString::fromLatin1(id)}).chopped(1);
        const auto ours = Git::readCommit(locationOf(repo), *Git::ObjectId::fromHex(id));
        VERIFY_RESULT(ours);
        QCOMPARE(ours->commit.subject.toUtf8(), theirs);
    }

    void anEmptyRepositoryHasNoCommits()
    {
        const RepoBuilder repo;
        const auto commits = all(repo);
        VERIFY_RESULT(commits);
        QVERIFY(commits->isEmpty());
    }

    void commitsCarryWhatARowShows()
    {
        RepoBuilder repo;
        const QByteArray one = repo.write("f", "1\n").commit("one\n\nbody\n", {.time = 1'767'000'000});
        const QByteArray two =
            repo.write("f", "2\n")
                .commit("two\n",
                        {.author = "Zoë \"Q\" Ünal", .email = "z@example.org", .time = 1'767'003'600});
        const auto commits = all(repo);
        VERIFY_RESULT(commits);
        QCOMPARE(subjects(*commits), (QStringList{u"two"_s, u"one"_s}));
        const Git::Commit &newest = commits->first();
        QCOMPARE(newest.id.toHex(), two);
        QCOMPARE(newest.parents.size(), 1);
        QCOMPARE(newest.parents.first().toHex(), one);
        QCOMPARE(newest.tree.toHex(), repo.resolve("HEAD^{tree}"));
        QCOMPARE(newest.author, (Git::Person{u"Zoë \"Q\" Ünal"_s, u"z@example.org"_s}));
        QCOMPARE(newest.authored, (Git::Moment{1'767'003'600, 0}));
    }

    void theNewestByDateComeFirstFromAllTips()
    {
        RepoBuilder repo;
        repo.commit("base", {.time = 1'000'000'000});
        repo.git({u"checkout"_s, u"-q"_s, u"-b"_s, u"side"_s});
        const auto side = *Git::ObjectId::fromHex(repo.commit("side", {.time = 1'300'000'000}));
        repo.checkout("main");
        const auto main = *Git::ObjectId::fromHex(repo.commit("main", {.time = 1'200'000'000}));
        const auto where = locationOf(repo);
        QCOMPARE(subjects(*Git::readRecentCommits(where, {main, side}, 9, {})),
                 (QStringList{u"side"_s, u"main"_s, u"base"_s}));
        QCOMPARE(subjects(*Git::readRecentCommits(where, {main, side, main}, 2, {})),
                 (QStringList{u"side"_s, u"main"_s}));
        QCOMPARE(subjects(*Git::readRecentCommits(where, {main}, 9, {})),
                 (QStringList{u"main"_s, u"base"_s}));
    }

    void aLimitDoesNotReadTheWholeHistory()
    {
        const RepoBuilder repo;
        importLine(repo, 20'000);
        const auto tip = *Git::ObjectId::fromHex(repo.resolve("HEAD"));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(Git::readRecentCommits(locationOf(repo), {tip}, 50, {})->size(), 50);
        QVERIFY(timer.elapsed() < 400);
    }

    void cancellingEndsTheReading()
    {
        const RepoBuilder repo;
        importLine(repo, 3'000);
        CancelSource source;
        source.cancel();
        VERIFY_FAILS(Git::readRecentCommits(locationOf(repo), {*Git::ObjectId::fromHex(repo.resolve("HEAD"))},
                                            3'000, source.token()),
                     ErrorKind::Cancelled);
    }

    void aMissingOrDamagedCommitEndsItsLine()
    {
        RepoBuilder repo;
        repo.commit("one");
        const QByteArray two = repo.commit("two");
        repo.commit("three");
        const QByteArray object = ".git/objects/" + two.first(2) + '/' + two.sliced(2);
        const auto where = locationOf(repo);
        for (const bool isDamaged : {true, false}) {
            if (isDamaged)
                repo.write(object, "");
            else
                repo.remove(object);
            const auto commits = all(repo);
            VERIFY_RESULT(commits);
            QCOMPARE(subjects(*commits), (QStringList{u"three"_s}));
            VERIFY_FAILS(Git::readCommit(where, *Git::ObjectId::fromHex(two)), ErrorKind::NotFound);
        }
    }

    void encodingsAreDecoded_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("expected");
        QTest::addRow("UTF-8") << QByteArray() << QByteArray("J\xc3\xb6rg") << u"Jörg"_s;
        QTest::addRow("Latin-1") << QByteArray("ISO-8859-1") << QByteArray("J\xf6rg") << u"Jörg"_s;
        QTest::addRow("no header, not UTF-8") << QByteArray() << QByteArray("J\xf6rg") << u"Jörg"_s;
        QTest::addRow("unknown") << QByteArray("klingon-8") << QByteArray("J\xf6rg") << u"Jörg"_s;
        QTest::addRow("false UTF-16") << QByteArray("UTF-16") << QByteArray("Joerg") << u"Joerg"_s;
        QTest::addRow("Shift JIS") << QByteArray("Shift_JIS") << QByteArray("\x93\xfa\x96\x7b") << u"日本"_s;
    }

    void encodingsAreDecoded()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, name);
        QFETCH(QString, expected);
        const RepoBuilder repo;
        QByteArray content = QByteArray("tree ") + kEmptyTree + "\nauthor " + name +
                             " <a@b> 1700000000 +0130\ncommitter C <c@d> 1700000000 -0330\n";
        if (!encoding.isEmpty())
            content += "encoding " + encoding + '\n';
        content += '\n' + name + "\n\nbody " + name + '\n';
        const auto details =
            Git::readCommit(locationOf(repo), *Git::ObjectId::fromHex(writeCommit(repo, content)));
        VERIFY_RESULT(details);
        QCOMPARE(details->commit.author.name, expected);
        QCOMPARE(details->commit.subject, expected);
        QCOMPARE(details->commit.authored.offsetMinutes, 90);
        QCOMPARE(details->commit.committed.offsetMinutes, -210);
        QCOMPARE(details->message, expected + u"\n\nbody "_s + expected + u'\n');
        QCOMPARE(details->rawMessage, name + "\n\nbody " + name + '\n');
        QCOMPARE(details->encoding, encoding);
    }

    void oddCommitsAreStillRead_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("subject");
        QTest::addRow("no e-mail") << QByteArray("author A 1 +0000\ncommitter A 1 +0000\n\nx\n") << u"x"_s;
        QTest::addRow("no people") << QByteArray("\nx\n") << u"x"_s;
        QTest::addRow("no message") << QByteArray("author A <a> 1 +0000\ncommitter A <a> 1 +0000\n")
                                    << QString();
        QTest::addRow("blank lines first") << QByteArray("author A <a> 1 +0000\n\n\n\nx\r\ny\n") << u"x y"_s;
        QTest::addRow("extra headers")
            << QByteArray("author A <a> 1 +0000\nmergetag object 1\n type x\nHG:x y\n\nx") << u"x"_s;
        QTest::addRow("huge time") << QByteArray("author A <a> 99999999999999999999 +9999\n\nx\n") << u"x"_s;
    }

    void oddCommitsAreStillRead()
    {
        QFETCH(QByteArray, rest);
        QFETCH(QString, subject);
        const RepoBuilder repo;
        const QByteArray id = writeCommit(repo, QByteArray("tree ") + kEmptyTree + '\n' + rest);
        const auto commits = Git::readRecentCommits(locationOf(repo), {*Git::ObjectId::fromHex(id)}, 9, {});
        VERIFY_RESULT(commits);
        QCOMPARE(subjects(*commits), QStringList{subject});
    }

    void aVeryLongSubjectIsCut()
    {
        RepoBuilder repo;
        repo.commit(QByteArray(100'000, 'x'));
        QCOMPARE(all(repo)->first().subject.size(), 10'000);
    }

    void aSignatureIsNoticed()
    {
        const RepoBuilder repo;
        const QByteArray id =
            writeCommit(repo, QByteArray("tree ") + kEmptyTree +
                                  "\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n"
                                  "gpgsig -----BEGIN PGP SIGNATURE-----\n abc\n -----END-----\n\nx\n");
        const auto details = Git::readCommit(locationOf(repo), *Git::ObjectId::fromHex(id));
        VERIFY_RESULT(details);
        QVERIFY(details->hasSignature);
        QCOMPARE(details->commit.subject, u"x"_s);
    }

    void changesAreReportedForTheFoldersThatWereTouched()
    {
        RepoBuilder repo;
        repo.write("apps/a/v", "1\n").write("apps/b/v", "1\n").write("envs/prod/a", "1\n").commit("root");
        repo.write("apps/b/v", "2\n").commit("b");
        repo.write("apps/a/v", "2\n").write("apps/a/w", "2\n").commit("a");
        repo.write("envs/prod/a", "1\n", 0755).remove("apps/a/w").commit("mode");
        const auto tip = *Git::ObjectId::fromHex(repo.resolve("HEAD"));
        const auto where = locationOf(repo);
        const auto walk = [&](const Git::ChangesQuery &query) {
            QStringList seen;
            const auto done = Git::walkChanges(where, query,
                                               [&](const Git::CommitChanges &changes) {
                                                   QString line = changes.commit.subject + u':';
                                                   for (const Git::FileChange &file : changes.files)
                                                       line += u' ' + QString::number(int(file.status)) +
                                                               QString::fromUtf8(file.path);
                                                   seen += line;
                                               },
                                               {});
            return done ? seen : QStringList{done.error().message};
        };
        QCOMPARE(walk({.tip = tip, .folders = {"apps/a"}}),
                 (QStringList{u"mode: 3apps/a/w"_s, u"a: 2apps/a/v 1apps/a/w"_s, u"root: 1apps/a/v"_s}));
        QCOMPARE(
            walk({.tip = tip, .folders = {"envs", "apps/b/v"}}),
            (QStringList{u"mode: 2envs/prod/a"_s, u"b: 2apps/b/v"_s, u"root: 1apps/b/v 1envs/prod/a"_s}));
        QCOMPARE(walk({.tip = tip, .limit = 2}).size(), 2);
        QCOMPARE(walk({.tip = tip, .stopAt = *Git::ObjectId::fromHex(repo.resolve("HEAD~2"))}).size(), 2);
    }

    void aFileThatBecomesAFolderIsBothDeletedAndAdded()
    {
        RepoBuilder repo;
        repo.write("x", "1\n").commit("file");
        repo.remove("x").write("x/y", "1\n").commit("folder");
        QList<Git::FileChange> files;
        const auto done = Git::walkChanges(
            locationOf(repo), {.tip = *Git::ObjectId::fromHex(repo.resolve("HEAD")), .limit = 1},
            [&](const Git::CommitChanges &changes) { files = changes.files; }, {});
        VERIFY_RESULT(done);
        QCOMPARE(files.size(), 2);
        QCOMPARE(files[0].path, "x");
        QCOMPARE(files[0].status, Diff::FileStatus::Deleted);
        QCOMPARE(files[1].path, "x/y");
        QCOMPARE(files[1].status, Diff::FileStatus::Added);
    }
};

QTEST_GUILESS_MAIN(LogTest)
#include "tst_log.moc"
