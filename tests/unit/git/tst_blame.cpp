// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/blame.h"
#include "git/blameparse.h"
#include "git/open.h"
#include "support/repobuilder.h"
#include "support/verify.h"

using namespace Qt::StringLiterals;
using Git::BlameHunk;
using Git::BlameQuery;
using Tests::RepoBuilder;

namespace {

Git::RepoLocation locationOf(const QString &path, Git::Trust trust = Git::Trust::Trusted)
{
    Git::RepoLocation where = Git::openRepository(path)->location;
    where.trust = trust;
    return where;
}

struct Blame
{
    Result<Git::BlameEnd> end;
    Git::BlameText text;
    QList<BlameHunk> hunks;
    QHash<Git::ObjectId, Git::BlameCommit> commits;

    // The id of each line's commit in hex; empty for a line that has none.
    QList<QByteArray> ids() const
    {
        QList<QByteArray> lines(text.lineCount());
        for (const BlameHunk &hunk : hunks) {
            for (qsizetype at = hunk.line; at < hunk.line + hunk.count; ++at)
                lines[at] = hunk.commit.toHex();
        }
        return lines;
    }
    QStringList subjects() const
    {
        QStringList lines;
        for (const QByteArray &id : ids())
            lines += commits.value(*Git::ObjectId::fromHex(id)).commit.subject;
        return lines;
    }
};

Blame read(const Git::RepoLocation &where, const BlameQuery &query, const CancelToken &cancel = {})
{
    const SystemProcessRunner runner;
    Blame blame;
    bool hasText = false;
    blame.end = Git::readBlame(Git::Program(runner, where), query,
                               {.text =
                                    [&](const Git::BlameText &text) {
                                        blame.text = text;
                                        hasText = true;
                                    },
                                .batch =
                                    [&](const Git::BlameBatch &batch) {
                                        QVERIFY(hasText);
                                        for (const Git::BlameCommit &commit : batch.commits) {
                                            QVERIFY(!blame.commits.contains(commit.commit.id));
                                            blame.commits.insert(commit.commit.id, commit);
                                        }
                                        for (const BlameHunk &hunk : batch.hunks)
                                            QVERIFY(blame.commits.contains(hunk.commit));
                                        blame.hunks += batch.hunks;
                                    }},
                               cancel);
    return blame;
}

Blame read(const RepoBuilder &repo, const QByteArray &path, const QByteArray &revision = {})
{
    BlameQuery query{.path = path};
    if (!revision.isEmpty())
        query.revision = *Git::ObjectId::fromHex(repo.resolve(revision));
    return read(locationOf(repo.path()), query);
}

// What git itself says of each line.
QList<QByteArray> gitIds(const RepoBuilder &repo, const QStringList &arguments)
{
    QList<QByteArray> ids;
    for (const QByteArray &line :
         repo.git(QStringList{u"blame"_s, u"--line-porcelain"_s} + arguments).split('\n')) {
        const qsizetype space = line.indexOf(' ');
        if (space == 40 && Git::ObjectId::fromHex(line.first(40)))
            ids.append(line.first(40));
    }
    return ids;
}

} // namespace

class BlameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLineHasTheCommitThatGitSays()
    {
        RepoBuilder repo;
        repo.write("old", "1\n2\n3\n4\n5\n6\n").commit("one");
        repo.write("old", "1\n2\nthree\n4\n5\n6\n").commit("two");
        repo.git({u"mv"_s, u"old"_s, u"new name"_s});
        repo.commit("rename");
        repo.branch("side");
        repo.write("new name", "zero\n1\n2\nthree\n4\n5\n6\n").commit("three");
        repo.checkout("side").write("new name", "1\n2\nthree\n4\n5\n6\nseven\n").commit("side");
        repo.checkout("main").merge("side");
        const Blame blame = read(repo, "new name", "HEAD");
        VERIFY_RESULT(blame.end);
        QCOMPARE(blame.ids(), gitIds(repo, {u"HEAD"_s, u"--"_s, u"new name"_s}));
        QCOMPARE(blame.subjects(), (QStringList{u"three"_s, u"one"_s, u"one"_s, u"two"_s, u"one"_s, u"one"_s,
                                                u"one"_s, u"side"_s}));
        QCOMPARE(blame.text.line(3), "three");
        const auto two = std::ranges::find(blame.hunks, 3, &BlameHunk::line);
        QVERIFY(two != blame.hunks.end());
        QCOMPARE(two->sourcePath, "old");
        QCOMPARE(two->sourceLine, 2);
        QCOMPARE(two->previous.toHex(), repo.resolve("HEAD~4"));
        QCOMPARE(two->previousPath, "old");
        const auto one = std::ranges::find(blame.hunks, 1, &BlameHunk::line);
        QVERIFY(one->previous.isNull());
        QCOMPARE(blame.commits[two->commit].commit.author.email, u"ada@example.org"_s);
    }

    void previousLeadsToTheBlameBefore()
    {
        RepoBuilder repo;
        repo.write("caf\xe9", "1\n2\n").commit("one");
        repo.write("caf\xe9", "1\nII\n").commit("two");
        const Blame blame = read(repo, "caf\xe9", "HEAD");
        VERIFY_RESULT(blame.end);
        const auto hunk = std::ranges::find(blame.hunks, 1, &BlameHunk::line);
        QCOMPARE(hunk->previousPath, "caf\xe9");
        const Blame before =
            read(locationOf(repo.path()), {.path = hunk->previousPath, .revision = hunk->previous});
        VERIFY_RESULT(before.end);
        QCOMPARE(before.subjects(), (QStringList{u"one"_s, u"one"_s}));
        QCOMPARE(before.text.line(1), "2");
    }

    void theWorkTreesOwnLinesBelongToNoCommit()
    {
        RepoBuilder repo;
        repo.write("f", "1\n2\n3\n").commit("one");
        repo.write("f", "1\nmine\n3\nno newline");
        const Blame blame = read(repo, "f");
        VERIFY_RESULT(blame.end);
        const QByteArray none(40, '0'), one = repo.resolve("HEAD");
        QCOMPARE(blame.ids(), (QList<QByteArray>{one, none, one, none}));
        QCOMPARE(blame.text.line(3), "no newline");
        QVERIFY(!blame.text.endsWithNewline());
        const auto mine = std::ranges::find(blame.hunks, 1, &BlameHunk::line);
        QVERIFY(mine->commit.isNull());
        QCOMPARE(mine->previous.toHex(), one);
    }

    void aStagedFileIsNotCommittedYet()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write("g", "new\n").stage();
        const Blame blame = read(repo, "g");
        VERIFY_RESULT(blame.end);
        QCOMPARE(blame.ids(), QList<QByteArray>{QByteArray(40, '0')});
    }

    void lineEndsAreKept()
    {
        RepoBuilder repo;
        repo.config(u"core.autocrlf"_s, u"false"_s);
        repo.write("f", "a\r\nb\nc\r").commit("one");
        const Blame blame = read(repo, "f", "HEAD");
        VERIFY_RESULT(blame.end);
        QCOMPARE(blame.text.lineCount(), 3);
        QCOMPARE(blame.text.line(0), "a\r");
        QCOMPARE(blame.text.line(2), "c\r");
        QCOMPARE(blame.ids().count(repo.resolve("HEAD")), 3);
        repo.config(u"core.autocrlf"_s, u"input"_s);
        repo.write("g", "a\nb\n").commit("two");
        repo.write("g", "a\r\nb\r\n");
        QCOMPARE(read(repo, "g").ids(), gitIds(repo, {u"--"_s, u"g"_s}));
    }

    void namesAreTakenAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("option") << "--contents=x"_ba;
        QTest::newRow("short option") << "-s"_ba;
        QTest::newRow("magic") << ":(glob)*"_ba;
        QTest::newRow("quotes") << "a \"b\"\\c"_ba;
        QTest::newRow("line feed") << "a\nfilename b"_ba;
        QTest::newRow("not UTF-8") << "d\xff/caf\xe9"_ba;
    }

    void namesAreTakenAsTheyAre()
    {
        QFETCH(QByteArray, path);
        RepoBuilder repo;
        repo.write("decoy", "1\n").commit("decoy");
        repo.write(path, "1\n2\n").commit("add");
        repo.write(path, "1\ntwo\n").commit("change");
        const Blame committed = read(repo, path, "HEAD");
        VERIFY_RESULT(committed.end);
        QCOMPARE(committed.subjects(), (QStringList{u"add"_s, u"change"_s}));
        QCOMPARE(committed.hunks.first().sourcePath, path);
        repo.write(path, "zero\n1\ntwo\n");
        const Blame now = read(repo, path);
        VERIFY_RESULT(now.end);
        QCOMPARE(now.subjects(), (QStringList{u""_s, u"add"_s, u"change"_s}));
    }

    void whitespaceAndMovesCanBeSeenThrough()
    {
        RepoBuilder repo;
        const QByteArray block = "a long enough line to be found again\nand another one of the same kind\n"
                                 "and a third so that it counts as a block\n";
        repo.write("f", block + "x\ny\nz\n").commit("one");
        repo.write("f", "x\ny\nz\n" + block).commit("move");
        repo.write("f", "x\n  y\nz\n" + block).commit("indent");
        const auto where = locationOf(repo.path());
        const Git::ObjectId head = *Git::ObjectId::fromHex(repo.resolve("HEAD"));
        const auto ids = [&](BlameQuery query) {
            query.path = "f";
            query.revision = head;
            return read(where, query).ids();
        };
        QCOMPARE(ids({}), gitIds(repo, {u"HEAD"_s, u"--"_s, u"f"_s}));
        QCOMPARE(ids({.ignoresWhitespace = true}), gitIds(repo, {u"-w"_s, u"HEAD"_s, u"--"_s, u"f"_s}));
        QCOMPARE(ids({.ignoresWhitespace = true, .findsMoves = true}),
                 gitIds(repo, {u"-w"_s, u"-M"_s, u"HEAD"_s, u"--"_s, u"f"_s}));
        QVERIFY(ids({}) != ids({.ignoresWhitespace = true}));
        QVERIFY(ids({.ignoresWhitespace = true, .findsMoves = true}) != ids({.ignoresWhitespace = true}));
    }

    void ignoredRevisionsTakeNoBlame()
    {
        RepoBuilder repo;
        repo.write("f", "a\nb\n").commit("one");
        const QByteArray reformat = repo.write("f", "A\nB\n").commit("reformat");
        repo.write("ignored", "# reformat\n" + reformat + "\n").commit("list");
        repo.config(u"blame.ignoreRevsFile"_s, u"ignored"_s);
        QCOMPARE(read(repo, "f", "HEAD").subjects(), (QStringList{u"one"_s, u"one"_s}));
        const Blame all =
            read(locationOf(repo.path()), {.path = "f",
                                           .revision = *Git::ObjectId::fromHex(repo.resolve("HEAD")),
                                           .heedsIgnoredRevisions = false});
        QCOMPARE(all.subjects(), (QStringList{u"reformat"_s, u"reformat"_s}));
        for (const QByteArray &content : {""_ba, "no id\n"_ba}) {
            content.isEmpty() ? repo.remove("ignored") : repo.write("ignored", content);
            const Blame broken = read(repo, "f", "HEAD"); // git has no way to forget a setting
            VERIFY_FAILS(broken.end, ErrorKind::Invalid);
            QVERIFY(broken.end.error().message.contains(u"blame.ignoreRevsFile"_s));
        }
    }

    void theFirstCommitIsNoBoundary()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const Blame blame = read(repo, "f", "HEAD");
        VERIFY_RESULT(blame.end);
        QVERIFY(!blame.commits[*Git::ObjectId::fromHex(repo.resolve("HEAD"))].isBoundary);
        QVERIFY(blame.end->notes.isEmpty());
    }

    void theEdgeOfAShallowCloneIsABoundary()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write("f", "1\n2\n").commit("two");
        repo.write("f", "1\n2\n3\n").commit("three");
        const QString clone = repo.folder() + u"/clone"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--depth=2"_s, u"file://"_s + repo.path(), clone});
        const Blame blame =
            read(locationOf(clone), {.path = "f", .revision = *Git::ObjectId::fromHex(repo.resolve("HEAD"))});
        VERIFY_RESULT(blame.end);
        QCOMPARE(blame.subjects(), (QStringList{u"two"_s, u"two"_s, u"three"_s}));
        QVERIFY(blame.commits[*Git::ObjectId::fromHex(blame.ids()[0])].isBoundary);
        QVERIFY(!blame.commits[*Git::ObjectId::fromHex(blame.ids()[2])].isBoundary);
        QCOMPARE(blame.end->notes.size(), 1);
        QVERIFY(blame.end->notes.first().contains(u"shallow"_s));
    }

    void whatHasNoLinesIsSaidOnce()
    {
        RepoBuilder repo;
        VERIFY_FAILS(read(repo, "f").end, ErrorKind::NotFound); // no commit yet
        repo.write("f", "1\n")
            .write("d/g", "1\n")
            .write("binary", "a\0b"_ba)
            .write("empty", "")
            .commit("one");
        RepoBuilder other;
        other.write("x", "1\n").commit("other");
        repo.git({u"submodule"_s, u"--quiet"_s, u"add"_s, other.path(), u"sub"_s});
        repo.commit("submodule");
        repo.write("untracked", "1\n");
        const QList<std::pair<QByteArray, ErrorKind>> cases = {
            {"d", ErrorKind::Invalid},        {"sub", ErrorKind::Invalid},  {"binary", ErrorKind::Invalid},
            {"missing", ErrorKind::NotFound}, {"../f", ErrorKind::Invalid}, {"", ErrorKind::Invalid}};
        QSet<QString> sentences;
        for (const auto &[path, kind] : cases) {
            for (const QByteArray &revision : {""_ba, "HEAD"_ba}) {
                const Blame blame = read(repo, path, revision);
                VERIFY_FAILS(blame.end, kind);
                QVERIFY(blame.hunks.isEmpty());
                sentences.insert(blame.end.error().message);
            }
        }
        VERIFY_FAILS(read(repo, "untracked").end, ErrorKind::Invalid);
        QVERIFY(read(repo, "untracked").end.error().message.contains(u"not tracked"_s));
        VERIFY_FAILS(read(repo, "untracked", "HEAD").end, ErrorKind::NotFound);
        QVERIFY(sentences.size() >= 6);
        const Blame empty = read(repo, "empty", "HEAD");
        VERIFY_RESULT(empty.end);
        QCOMPARE(empty.text.lineCount(), 0);
        VERIFY_FAILS(read(locationOf(repo.path()), {.path = "f", .largestFile = 1}).end, ErrorKind::Invalid);
        VERIFY_FAILS(read(locationOf(repo.path(), Git::Trust::Unknown), {.path = "f"}).end,
                     ErrorKind::Denied);
    }

    void aBareRepositoryIsBlamedByRevisionOnly()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const QString clone = repo.folder() + u"/bare"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--bare"_s, repo.path(), clone});
        const auto where = locationOf(clone);
        VERIFY_FAILS(read(where, {.path = "f"}).end, ErrorKind::Invalid);
        const Blame blame =
            read(where, {.path = "f", .revision = *Git::ObjectId::fromHex(repo.resolve("HEAD"))});
        VERIFY_RESULT(blame.end);
        QCOMPARE(blame.subjects(), QStringList{u"one"_s});
    }

    void theLimitHoldsForWhatAPartialCloneFetches()
    {
        RepoBuilder repo;
        repo.write("f", "1\n2\n").commit("one");
        repo.config(u"uploadpack.allowFilter"_s, u"true"_s)
            .config(u"uploadpack.allowAnySHA1InWant"_s, u"true"_s);
        // Our own calls of git take nothing from a file:// remote.
        repo.write("../beside/git", "#!/bin/sh\nunset GIT_ALLOW_PROTOCOL\nexec git \"$@\"\n", 0755);
        const SystemProcessRunner runner;
        for (const qint64 limit : {1, 100}) {
            const QString clone = repo.folder() + u"/partial"_s + QString::number(limit);
            repo.git({u"clone"_s, u"-q"_s, u"--no-checkout"_s, u"--filter=blob:none"_s,
                      QString(u"file://"_s + repo.path()), clone});
            qsizetype lines = 0;
            const auto end =
                Git::readBlame(Git::Program(runner, locationOf(clone), repo.folder() + u"/git"_s),
                               {.path = "f",
                                .revision = *Git::ObjectId::fromHex(repo.resolve("HEAD")),
                                .largestFile = limit},
                               {.text = [&](const Git::BlameText &text) { lines = text.lineCount(); },
                                .batch = [](const Git::BlameBatch &) {}},
                               {});
            if (limit == 1) {
                VERIFY_FAILS(end, ErrorKind::Invalid);
                QVERIFY(end.error().message.contains(u"too large"_s));
            } else {
                VERIFY_RESULT(end);
                QCOMPARE(lines, 2);
            }
        }
    }

    void linesComeBeforeGitEndsAndCancellingEndsIt()
    {
        RepoBuilder repo;
        repo.write("f", "1\n2\n").commit("one");
        repo.write("../beside/git",
                   "#!/bin/sh\nprintf '" + repo.resolve("HEAD") + " 1 1 1\\nfilename f\\n'\nexec sleep 600\n",
                   0755);
        const SystemProcessRunner runner;
        CancelSource source;
        qsizetype lines = 0;
        const auto end = Git::readBlame(
            Git::Program(runner, locationOf(repo.path()), repo.folder() + u"/git"_s), {.path = "f"},
            {.text = [](const Git::BlameText &) {},
             .batch =
                 [&](const Git::BlameBatch &batch) {
                     lines += batch.hunks.first().count;
                     source.cancel();
                 }},
            source.token());
        VERIFY_FAILS(end, ErrorKind::Cancelled);
        QCOMPARE(lines, 1);
    }

    void anAnswerThatDoesNotCoverTheFileIsRefused()
    {
        RepoBuilder repo;
        repo.write("f", "1\n2\n").commit("one");
        for (const QByteArray &hunk : {" 1 1 1"_ba, " 1 2 2"_ba, " 1 9 1"_ba}) {
            repo.write("../beside/git",
                       "#!/bin/sh\nprintf '" + repo.resolve("HEAD") + hunk + "\\nfilename f\\n'\n", 0755);
            const SystemProcessRunner runner;
            const auto end = Git::readBlame(
                Git::Program(runner, locationOf(repo.path()), repo.folder() + u"/git"_s), {.path = "f"},
                {.text = [](const Git::BlameText &) {}, .batch = [](const Git::BlameBatch &) {}}, {});
            VERIFY_FAILS(end, ErrorKind::Conflict);
        }
    }

    void piecesOfAnySizeGiveTheSame()
    {
        const QByteArray a(40, 'a'), b(40, 'b');
        const QByteArray output = a + " 3 1 2\nauthor X\nsummary filename\nboundary\nprevious " + b +
                                  " \"caf\\303\\251\"\nfilename g\n" + a + " 9 3 1\nfilename \"a\\nb\"\n";
        const auto parse = [&](qsizetype size) {
            Git::BlameParser parser;
            QList<BlameHunk> hunks;
            for (qsizetype at = 0; at < output.size(); at += size) {
                const auto found =
                    parser.take(QByteArrayView(output).sliced(at, std::min(size, output.size() - at)));
                hunks += found.hunks;
            }
            return hunks;
        };
        const QList<BlameHunk> whole = parse(output.size());
        QCOMPARE(whole.size(), 2);
        QCOMPARE(whole[0].previousPath, "caf\303\251");
        QCOMPARE(whole[0].sourceLine, 2);
        QCOMPARE(whole[1].sourcePath, "a\nb");
        QVERIFY(whole[1].previous.isNull());
        for (qsizetype size = 1; size < output.size(); ++size)
            QCOMPARE(parse(size), whole);
    }
};

QTEST_GUILESS_MAIN(BlameTest)
#include "tst_blame.moc"
