// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/filehistory.h"
#include "git/open.h"
#include "git/revisionparse.h"
#include "support/repobuilder.h"
#include "support/verify.h"

using namespace Qt::StringLiterals;
using Diff::FileStatus;
using Git::FileHistoryEnd;
using Git::FileHistoryQuery;
using Git::FileRevision;
using Tests::RepoBuilder;

namespace {

Git::RepoLocation locationOf(const QString &path, Git::Trust trust = Git::Trust::Trusted)
{
    Git::RepoLocation where = Git::openRepository(path)->location;
    where.trust = trust;
    return where;
}

struct History
{
    Result<FileHistoryEnd> end;
    QList<FileRevision> revisions;

    QStringList subjects() const
    {
        QStringList list;
        for (const FileRevision &revision : revisions)
            list += revision.commit.subject;
        return list;
    }
};

History read(const Git::RepoLocation &where, const FileHistoryQuery &query)
{
    const SystemProcessRunner runner;
    History history;
    history.end = Git::readFileHistory(
        Git::Program(runner, where), query,
        [&](const QList<FileRevision> &revisions) { history.revisions += revisions; }, {});
    return history;
}

History read(const RepoBuilder &repo, const QByteArray &path)
{
    return read(locationOf(repo.path()), {.path = path});
}

const QByteArray kText = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

} // namespace

class FileHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renamesAreFollowed()
    {
        RepoBuilder repo;
        repo.write("old name", kText).commit("add");
        repo.git({u"mv"_s, u"old name"_s, u"new\tname"_s});
        repo.commit("rename");
        repo.write("new\tname", kText + "10\n").commit("change");
        repo.write("other", "x\n").commit("unrelated");
        const History history = read(repo, "new\tname");
        VERIFY_RESULT(history.end);
        QVERIFY(history.end->followsRenames);
        QCOMPARE(history.end->revisions, 3);
        QCOMPARE(history.subjects(), (QStringList{u"change"_s, u"rename"_s, u"add"_s}));
        QCOMPARE(history.revisions[0].path, "new\tname");
        QCOMPARE(history.revisions[1].status, FileStatus::Renamed);
        QCOMPARE(history.revisions[1].path, "new\tname");
        QCOMPARE(history.revisions[1].oldPath, "old name");
        QCOMPARE(history.revisions[2].path, "old name");
        QCOMPARE(history.revisions[2].status, FileStatus::Added);
        QCOMPARE(history.revisions[2].commit.id.toHex(), repo.resolve("HEAD~3"));
        QCOMPARE(history.revisions[2].commit.author.name, u"Ada Example"_s);
    }

    void withoutFollowingTheHistoryEndsAtTheRename()
    {
        RepoBuilder repo;
        repo.write("a", kText).commit("add");
        repo.git({u"mv"_s, u"a"_s, u"b"_s});
        repo.commit("rename");
        const History history = read(locationOf(repo.path()), {.path = "b", .followsRenames = false});
        VERIFY_RESULT(history.end);
        QVERIFY(!history.end->followsRenames);
        QCOMPARE(history.subjects(), QStringList{u"rename"_s});
    }

    void mergesAreLeftOutAsGitLeavesThemOut()
    {
        RepoBuilder repo;
        repo.write("f", kText).commit("base");
        for (const bool isByHand : {false, true}) {
            repo.branch("side");
            repo.write("f", "main\n" + repo.read("f")).commit("main");
            repo.checkout("side").write("f", repo.read("f") + "side\n").commit("side");
            repo.checkout("main");
            repo.git({u"merge"_s, u"-q"_s, u"--no-commit"_s, u"side"_s});
            if (isByHand)
                repo.write("f", repo.read("f") + "merged by hand\n");
            repo.commit("merge");
            repo.git({u"branch"_s, u"-D"_s, u"side"_s});
            const QByteArray listed = repo.git({u"log"_s, u"--follow"_s, u"--format=%s"_s, u"f"_s});
            for (const bool follows : {true, false}) {
                const History history =
                    read(locationOf(repo.path()), {.path = "f", .followsRenames = follows});
                VERIFY_RESULT(history.end);
                QCOMPARE(history.subjects().join(u'\n'), QString::fromUtf8(listed.trimmed()));
                QVERIFY(!history.subjects().contains(u"merge"_s));
            }
        }
    }

    void namesAreTakenAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("option") << "--output=x"_ba;
        QTest::newRow("magic") << ":(top)x"_ba;
        QTest::newRow("wildcard") << "*"_ba;
        QTest::newRow("line feed") << "a\nb"_ba;
        QTest::newRow("looks like an id") << QByteArray(40, 'a');
        QTest::newRow("looks like a state") << "M"_ba;
        QTest::newRow("not UTF-8") << "caf\xe9/\xff.txt"_ba;
        QTest::newRow("not UTF-8, with a line feed") << "caf\xe9\n-x"_ba;
    }

    void namesAreTakenAsTheyAre()
    {
        QFETCH(QByteArray, path);
        RepoBuilder repo;
        repo.write("decoy", "1\n").commit("decoy");
        repo.write(path, kText).commit("add");
        repo.write(path, kText + "more\n").commit("change");
        repo.write("decoy", "2\n").commit("decoy again");
        const History history = read(repo, path);
        VERIFY_RESULT(history.end);
        QCOMPARE(history.subjects(), (QStringList{u"change"_s, u"add"_s}));
        QCOMPARE(history.revisions[0].path, path);
        QVERIFY(!repo.exists("x"));
    }

    void aFileThatIsGoneKeepsItsHistory()
    {
        RepoBuilder repo;
        repo.write("f", kText).write("g", "x\n").commit("add");
        repo.remove("f").commit("delete");
        const History history = read(repo, "f");
        VERIFY_RESULT(history.end);
        QCOMPARE(history.subjects(), (QStringList{u"delete"_s, u"add"_s}));
        QCOMPARE(history.revisions[0].status, FileStatus::Deleted);
        QCOMPARE(history.revisions[0].path, "f");
    }

    void aFolderHasTheHistoryOfWhatIsInIt()
    {
        RepoBuilder repo;
        repo.write("d/a", "1\n").commit("a");
        repo.write("d/deep/b", "1\n").write("d/c", "1\n").commit("b");
        repo.write("e", "1\n").commit("elsewhere");
        const History history = read(repo, "d");
        VERIFY_RESULT(history.end);
        QVERIFY(!history.end->followsRenames);
        QCOMPARE(history.subjects(), (QStringList{u"b"_s, u"a"_s}));
        QCOMPARE(history.revisions[0].path, "d");
    }

    void aLimitEndsTheHistory()
    {
        RepoBuilder repo;
        for (int at = 0; at < 5; ++at)
            repo.write("f", QByteArray::number(at)).commit("c" + QByteArray::number(at));
        QCOMPARE(read(locationOf(repo.path()), {.path = "f", .limit = 2}).subjects(),
                 (QStringList{u"c4"_s, u"c3"_s}));
        const auto tip = Git::ObjectId::fromHex(repo.resolve("HEAD~3"));
        QCOMPARE(read(locationOf(repo.path()), {.path = "f", .tip = *tip}).subjects(),
                 (QStringList{u"c1"_s, u"c0"_s}));
    }

    void theEdgeOfAShallowCloneIsNoBirth()
    {
        RepoBuilder repo;
        for (int at = 0; at < 3; ++at)
            repo.write("f", QByteArray::number(at)).commit("c" + QByteArray::number(at));
        const QString clone = repo.folder() + u"/clone"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--depth=2"_s, u"file://"_s + repo.path(), clone});
        const History history = read(locationOf(clone), {.path = "f"});
        VERIFY_RESULT(history.end);
        QCOMPARE(history.subjects(), (QStringList{u"c2"_s, u"c1"_s}));
        QCOMPARE(history.revisions[1].status, FileStatus::Modified);
        QCOMPARE(history.end->notes.size(), 1);
        QVERIFY(history.end->notes.first().contains(u"shallow"_s));
    }

    void withoutTrustNothingIsStartedAndThatIsSaid()
    {
        RepoBuilder repo;
        repo.write("a", kText).commit("add");
        repo.git({u"mv"_s, u"a"_s, u"b"_s});
        repo.commit("rename");
        repo.write("b", kText + "x\n").commit("change");
        const SystemProcessRunner runner;
        QList<FileRevision> revisions;
        const auto end = Git::readFileHistory(
            Git::Program(runner, locationOf(repo.path(), Git::Trust::Unknown), u"/nowhere/git"_s),
            {.path = "b"}, [&](const QList<FileRevision> &found) { revisions += found; }, {});
        VERIFY_RESULT(end);
        QVERIFY(!end->followsRenames);
        QVERIFY(end->isFirstParentOnly);
        QVERIFY(end->notes.first().contains(u"not trusted"_s));
        QCOMPARE(revisions.size(), 2);
        QCOMPARE(revisions[0].commit.subject, u"change"_s);
        QCOMPARE(revisions[0].status, FileStatus::Modified);
        QCOMPARE(revisions[1].status, FileStatus::Added);
    }

    void whatIsNotThereIsSaid()
    {
        RepoBuilder repo;
        VERIFY_FAILS(read(repo, "f").end, ErrorKind::NotFound); // no commit yet
        repo.write("f", "1\n").commit("add");
        VERIFY_FAILS(read(repo, "g").end, ErrorKind::NotFound);
        VERIFY_FAILS(read(locationOf(repo.path(), Git::Trust::Restricted), {.path = "g"}).end,
                     ErrorKind::NotFound);
        for (const QByteArray &path : {""_ba, "../f"_ba, "/etc/passwd"_ba, "a//b"_ba, "d/"_ba, "a\0b"_ba})
            VERIFY_FAILS(read(repo, path).end, ErrorKind::Invalid);
    }

    void configurationDoesNotChangeTheAnswer()
    {
        RepoBuilder repo;
        repo.write("f", kText).commit("add");
        repo.write("f", kText + "x\n").commit("change");
        for (const auto &[key, value] : {std::pair(u"log.showRoot"_s, u"false"_s),
                                         {u"log.decorate"_s, u"full"_s},
                                         {u"color.ui"_s, u"always"_s},
                                         {u"log.showSignature"_s, u"true"_s},
                                         {u"format.pretty"_s, u"fuller"_s},
                                         {u"diff.renames"_s, u"false"_s},
                                         {u"log.diffMerges"_s, u"separate"_s},
                                         {u"diff.noprefix"_s, u"true"_s},
                                         {u"format.notes"_s, u"*"_s}})
            repo.config(key, value);
        repo.git({u"notes"_s, u"add"_s, u"-m"_s, u"a note"_s});
        const History history = read(repo, "f");
        VERIFY_RESULT(history.end);
        QCOMPARE(history.subjects(), (QStringList{u"change"_s, u"add"_s}));
        QCOMPARE(history.revisions[1].status, FileStatus::Added);
    }

    void firstRevisionsComeBeforeGitEndsAndCancellingEndsIt()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write("f", "2\n").commit("two");
        const QByteArray program =
            "#!/bin/sh\nprintf '" + repo.resolve("HEAD") + "\\000\\nM\\000f\\000'\nexec sleep 600\n";
        repo.write("../beside/git", program, 0755);
        const SystemProcessRunner runner;
        CancelSource source;
        QList<FileRevision> revisions;
        const auto end = Git::readFileHistory(
            Git::Program(runner, locationOf(repo.path()), repo.folder() + u"/git"_s), {.path = "f"},
            [&](const QList<FileRevision> &found) {
                revisions += found;
                source.cancel();
            },
            source.token());
        VERIFY_FAILS(end, ErrorKind::Cancelled);
        QCOMPARE(revisions.size(), 1);
        QCOMPARE(revisions.first().commit.subject, u"two"_s);
    }

    void atMostTwentySentencesSayWhatIsMissing()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        QByteArray script = "#!/bin/sh\nprintf '";
        for (int i = 100; i < 130; ++i)
            script += QByteArray::number(i) + QByteArray(37, 'a') + "\\000\\nM\\000f\\000";
        repo.write("../beside/git", script + "'\n", 0755);
        const SystemProcessRunner runner;
        const auto end =
            Git::readFileHistory(Git::Program(runner, locationOf(repo.path()), repo.folder() + u"/git"_s),
                                 {.path = "f"}, [](const QList<FileRevision> &) {}, {});
        VERIFY_RESULT(end);
        QCOMPARE(end->revisions, 30);
        QCOMPARE(end->notes.size(), 20);
    }

    void piecesOfAnySizeGiveTheSame()
    {
        const QByteArray a(40, 'a'), b(40, 'b'), c(40, 'c'), d(64, 'd');
        QByteArray output;
        for (const QByteArray &token : {a, "\nR097"_ba, "old"_ba, "new"_ba, b, ""_ba, "MM"_ba, "old"_ba, c,
                                        "\nD"_ba, a, d, "\nA"_ba, "old"_ba})
            output += token + '\0';
        const auto parse = [&](qsizetype size) {
            Git::RevisionParser parser("new");
            QList<Git::NamedRevision> all;
            for (qsizetype at = 0; at < output.size(); at += size)
                all += parser.take(QByteArrayView(output).sliced(at, std::min(size, output.size() - at)));
            return all + parser.finish();
        };
        const QList<Git::NamedRevision> whole = parse(output.size());
        QCOMPARE(whole.size(), 4);
        QCOMPARE(whole[0].oldPath, "old");
        QCOMPARE(whole[1].status, FileStatus::Modified);
        QCOMPARE(whole[2].path, a); // a file may be called like an id
        QCOMPARE(whole[3].commit.size(), 32);
        for (qsizetype size = 1; size < output.size(); ++size)
            QCOMPARE(parse(size), whole);
    }
};

QTEST_GUILESS_MAIN(FileHistoryTest)
#include "tst_filehistory.moc"
