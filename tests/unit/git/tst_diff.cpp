// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/diff.h"
#include "git/open.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace Diff;
using Git::DiffSides;
using Tests::RepoBuilder;

namespace {

Git::RepoLocation locationOf(const RepoBuilder &repo)
{
    return Git::openRepository(repo.path())->location;
}

Git::ObjectId idOf(const RepoBuilder &repo, const QByteArray &revision)
{
    return *Git::ObjectId::fromHex(repo.resolve(revision));
}

// The lines as git prints them, "~" behind one without line feed.
QByteArray shown(const FileDiff &file)
{
    QByteArray text;
    for (const Hunk &hunk : file.hunks) {
        text += "@@ -" + QByteArray::number(hunk.oldStart) + ',' + QByteArray::number(hunk.oldCount) + " +" +
                QByteArray::number(hunk.newStart) + ',' + QByteArray::number(hunk.newCount) + " @@" +
                hunk.section + '\n';
        for (const Line &line : file.lines.sliced(hunk.firstLine, hunk.lineCount)) {
            text += QByteArrayView(" +-").sliced(int(line.origin), 1).toByteArray() +
                    file.content(line).toByteArray() + (line.endsWithNewline ? "\n" : "~\n");
        }
    }
    return text;
}

QByteArray numbered(int count, const QByteArray &suffix = {})
{
    QByteArray text;
    for (int at = 1; at <= count; ++at)
        text += "line " + QByteArray::number(at) + suffix + '\n';
    return text;
}

} // namespace

class DiffReadTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aModificationHasItsHunksLinesAndNumbers()
    {
        RepoBuilder repo;
        QByteArray text = "first\nsecond\n" + numbered(20);
        repo.write("f.c", text).commit("one");
        repo.write("f.c", text.replace("line 10\n", "line ten\n"));
        const auto files = Git::readDiff(locationOf(repo), {.contextLines = 1}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        const FileDiff &file = files->first();
        QCOMPARE(file.status, FileStatus::Modified);
        QCOMPARE(file.oldPath, "f.c");
        QCOMPARE(file.newPath, "f.c");
        QCOMPARE(file.oldMode, 0100644u);
        QCOMPARE(file.newMode, 0100644u);
        QCOMPARE(file.oldId, repo.resolve("HEAD:f.c"));
        QVERIFY(file.newId.isEmpty());
        QCOMPARE(file.newSize, text.size());
        QCOMPARE(file.oldSize, text.size() - 1);
        QCOMPARE(shown(file), "@@ -11,3 +11,3 @@line 8\n line 9\n-line 10\n+line ten\n line 11\n");
        QCOMPARE(file.lines[1].oldNumber, 12u);
        QCOMPARE(file.lines[1].newNumber, 0u);
        QCOMPARE(file.lines[2].oldNumber, 0u);
        QCOMPARE(file.lines[2].newNumber, 12u);
        QCOMPARE(file.lines[3].oldNumber, 13u);
        QCOMPARE(file.lines[3].newNumber, 13u);
    }

    void theFourSidesAreCompared()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write("f", "2\n").commit("two");
        repo.write("f", "3\n").stage().write("f", "4\n");
        const auto where = locationOf(repo);
        const auto one = idOf(repo, "HEAD~1"), two = idOf(repo, "HEAD");
        const auto read = [&](const Git::DiffRequest &request) {
            return shown(Git::readDiff(where, request, {})->first());
        };
        QCOMPARE(read({.sides = DiffSides::CommitToParent, .commit = one}), "@@ -0,0 +1,1 @@\n+1\n");
        QCOMPARE(read({.sides = DiffSides::CommitToParent, .commit = two}), "@@ -1,1 +1,1 @@\n-1\n+2\n");
        QCOMPARE(read({.sides = DiffSides::CommitToCommit, .commit = one, .oldCommit = two}),
                 "@@ -1,1 +1,1 @@\n-2\n+1\n");
        QCOMPARE(read({.sides = DiffSides::HeadToIndex}), "@@ -1,1 +1,1 @@\n-2\n+3\n");
        QCOMPARE(read({.sides = DiffSides::IndexToWorkTree}), "@@ -1,1 +1,1 @@\n-3\n+4\n");
    }

    void aCommitIsComparedWithTheFilesAsGitDoes()
    {
        RepoBuilder repo;
        for (const char *name : {"changed", "staged", "both", "put back", "gone", "unstaged", "same"})
            repo.write(name, "1\n");
        repo.write("old name", numbered(20)).write("mode", "1\n").commit("one");
        repo.write("later", "1\n").write("later gone", "1\n").commit("two");
        repo.write("staged", "2\n").write("both", "2\n").write("put back", "2\n").write("new", "1\n").stage();
        repo.git({u"mv"_s, u"old name"_s, u"new name"_s});
        repo.git({u"rm"_s, u"-q"_s, u"--cached"_s, u"unstaged"_s});
        repo.write("changed", "2\n").write("both", "3\n").write("put back", "1\n");
        repo.remove("gone").remove("later gone").write("mode", "1\n", 0755).write("untracked", "1\n");
        const auto files = Git::readDiff(
            locationOf(repo), {.sides = DiffSides::CommitToWorkTree, .commit = idOf(repo, "HEAD~1")}, {});
        VERIFY_RESULT(files);
        QByteArray told;
        for (const FileDiff &file : *files) {
            const bool isRenamed = file.status == FileStatus::Renamed;
            told += (isRenamed                            ? "R100\t" + file.oldPath + '\t'
                     : file.status == FileStatus::Added   ? "A\t"_ba
                     : file.status == FileStatus::Deleted ? "D\t"_ba
                                                          : "M\t"_ba) +
                    file.path() + '\n';
        }
        QCOMPARE(told, repo.git({u"diff"_s, u"--name-status"_s, u"-M"_s, u"HEAD~1"_s}));
        const auto both = std::ranges::find(*files, "both"_ba, &FileDiff::newPath);
        QCOMPARE(shown(*both), "@@ -1,1 +1,1 @@\n-1\n+3\n");
        QCOMPARE(both->newSize, 2);
        VERIFY_FAILS(Git::readDiff(locationOf(repo),
                                   {.sides = DiffSides::CommitToWorkTree,
                                    .commit = *Git::ObjectId::fromHex(QByteArray(40, '7'))},
                                   {}),
                     ErrorKind::NotFound);
        const RepoBuilder bare({u"--bare"_s});
        QVERIFY(!Git::readDiff(locationOf(bare), {.sides = DiffSides::CommitToWorkTree}, {}));
    }

    void aConflictIsComparedWithTheCommitThatIsAskedFor()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.branch("side").write("f", "ours\n").commit("ours");
        repo.checkout("side").write("f", "theirs\n").commit("theirs");
        repo.tryGit({u"merge"_s, u"main"_s});
        repo.write("f", "mine\n");
        const auto files = Git::readDiff(
            locationOf(repo), {.sides = DiffSides::CommitToWorkTree, .commit = idOf(repo, "HEAD~1")}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().status, FileStatus::Conflicted);
        QCOMPARE(shown(files->first()), "@@ -1,1 +1,1 @@\n-1\n+mine\n");
    }

    void anUnbornHeadCountsAsEmpty()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").stage();
        const auto files = Git::readDiff(locationOf(repo), {.sides = DiffSides::HeadToIndex}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->first().status, FileStatus::Added);
        QVERIFY(files->first().oldPath.isEmpty());
        QCOMPARE(files->first().oldMode, 0u);
        QCOMPARE(files->first().newId, repo.resolve(":f"));
    }

    void aMissingLastLineFeedIsKept_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("expected");
        QTest::addRow("taken away") << QByteArray("a\nb\n") << QByteArray("a\nb")
                                    << QByteArray(" a\n-b\n+b~\n");
        QTest::addRow("added") << QByteArray("a\nb") << QByteArray("a\nb\n") << QByteArray(" a\n-b~\n+b\n");
        QTest::addRow("on both") << QByteArray("a\nb") << QByteArray("x\nb") << QByteArray("-a\n+x\n b~\n");
        QTest::addRow("on both, changed")
            << QByteArray("a\nb") << QByteArray("a\nc") << QByteArray(" a\n-b~\n+c~\n");
        QTest::addRow("carriage returns")
            << QByteArray("a\r\nb\r\n") << QByteArray("a\r\nb\n") << QByteArray(" a\r\n-b\r\n+b\n");
        QTest::addRow("lone carriage return")
            << QByteArray("a\rb\n") << QByteArray("a\rc\n") << QByteArray("-a\rb\n+a\rc\n");
        QTest::addRow("not UTF-8") << QByteArray("\xe9\n") << QByteArray("\xe8\n")
                                   << QByteArray("-\xe9\n+\xe8\n");
    }

    void aMissingLastLineFeedIsKept()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, expected);
        RepoBuilder repo;
        repo.write("f", before).commit("one");
        repo.write("f", after);
        const auto files = Git::readDiff(locationOf(repo), {}, {});
        VERIFY_RESULT(files);
        const QByteArray text = shown(files->first());
        QCOMPARE(text.sliced(text.indexOf("@@\n") + 3), expected);
    }

    void anUntrackedFileShowsItsContent()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write("deep/er/new", "a\nb");
        const auto files = Git::readDiff(locationOf(repo), {}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().status, FileStatus::Untracked);
        QVERIFY(files->first().oldPath.isEmpty());
        QCOMPARE(files->first().newPath, "deep/er/new");
        QCOMPARE(files->first().newMode, 0100644u);
        QCOMPARE(files->first().newSize, 3);
        QCOMPARE(shown(files->first()), "@@ -0,0 +1,2 @@\n+a\n+b~\n");
    }

    void aDeletionHasNoNewSide()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.remove("f");
        const auto files = Git::readDiff(locationOf(repo), {}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->first().status, FileStatus::Deleted);
        QVERIFY(files->first().newPath.isEmpty());
        QCOMPARE(files->first().newMode, 0u);
        QCOMPARE(shown(files->first()), "@@ -1,1 +0,0 @@\n-1\n");
    }

    void aRenameHasASimilarity()
    {
        RepoBuilder repo;
        repo.write("old", numbered(20)).commit("one");
        repo.git({u"mv"_s, u"old"_s, u"new"_s});
        repo.write("new", numbered(20) + "more\n").stage();
        const auto where = locationOf(repo);
        const auto files = Git::readDiff(where, {.sides = DiffSides::HeadToIndex}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().status, FileStatus::Renamed);
        QCOMPARE(files->first().oldPath, "old");
        QCOMPARE(files->first().newPath, "new");
        QVERIFY(files->first().similarity > 80 && files->first().similarity < 100);
        QCOMPARE(countLines(files->first()), (LineCounts{1, 0}));
        QCOMPARE(Git::readDiff(where, {.sides = DiffSides::HeadToIndex, .findsRenames = false}, {})->size(),
                 2);
    }

    void modesAndKindsOfFilesAreTold()
    {
        RepoBuilder repo;
        repo.write("mode", "1\n").write("kind", "1\n").link("link", "mode").commit("one");
        repo.write("mode", "1\n", 0755).link("kind", "mode").link("link", "/etc/passwd");
        const auto files = Git::readDiff(locationOf(repo), {}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 3);
        QCOMPARE(files->at(0).path(), "kind");
        QCOMPARE(files->at(0).status, FileStatus::TypeChanged);
        QCOMPARE(files->at(0).newMode, 0120000u);
        QCOMPARE(files->at(1).path(), "link");
        QCOMPARE(shown(files->at(1)), "@@ -1,1 +1,1 @@\n-mode~\n+/etc/passwd~\n");
        QCOMPARE(files->at(2).path(), "mode");
        QCOMPARE(files->at(2).oldMode, 0100644u);
        QCOMPARE(files->at(2).newMode, 0100755u);
        QVERIFY(files->at(2).hunks.isEmpty());
        QCOMPARE(files->at(2).omission, Omission::None);
    }

    void whatHasNoLinesSaysWhy()
    {
        RepoBuilder inner, repo;
        inner.commit("one");
        repo.write("binary", QByteArray("a\0b\n", 4))
            .write("large", "1\n")
            .write("missing", "1\n")
            .commit("one");
        repo.git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        repo.write("binary", QByteArray("a\0c\n", 4))
            .write("large", QByteArray(5000, 'x'))
            .write("missing", "2\n");
        repo.commit("two");
        const QByteArray blob = repo.resolve("HEAD:missing");
        repo.remove(".git/objects/" + blob.first(2) + '/' + blob.sliced(2));
        const auto files = Git::readDiff(
            locationOf(repo),
            {.sides = DiffSides::CommitToParent, .commit = idOf(repo, "HEAD"), .largestFile = 4000}, {});
        VERIFY_RESULT(files);
        QMap<QByteArray, Omission> omissions;
        for (const FileDiff &file : *files)
            omissions.insert(file.path(), file.omission);
        QCOMPARE(omissions, (QMap<QByteArray, Omission>{{".gitmodules", Omission::None},
                                                        {"binary", Omission::Binary},
                                                        {"large", Omission::TooLarge},
                                                        {"missing", Omission::Missing},
                                                        {"sub", Omission::Submodule}}));
    }

    void t13_whatGitCryptEncryptedIsSaid()
    {
        const QByteArray head = "\0GITCRYPT\0"_ba;
        RepoBuilder repo;
        repo.write("secret", head + "one").write("opened", head + "one").commit("one");
        repo.write("secret", head + "two").write("opened", "\0plain"_ba).write("new", head + "one");
        const auto read = [&](DiffSides sides) {
            QMap<QByteArray, QByteArray> reasons;
            const auto files = Git::readDiff(locationOf(repo), {.sides = sides}, {});
            for (const FileDiff &file : files.value_or(QList<FileDiff>()))
                reasons.insert(file.path(),
                               file.omission == Omission::Unreadable ? file.omissionReason : "binary"_ba);
            return reasons;
        };
        const QByteArray locked = "git-crypt has encrypted it, and this repository is locked";
        const QByteArray unlocked = "git-crypt has encrypted it in Git";
        using Reasons = QMap<QByteArray, QByteArray>;
        QCOMPARE(read(DiffSides::IndexToWorkTree),
                 (Reasons{{"new", locked}, {"opened", "binary"}, {"secret", locked}}));
        repo.stage({"secret", "new"});
        QCOMPARE(read(DiffSides::HeadToIndex), (Reasons{{"new", locked}, {"secret", locked}}));
        repo.config(u"filter.git-crypt.smudge"_s, u"git-crypt smudge"_s); // as it is once unlocked
        QCOMPARE(read(DiffSides::HeadToIndex), (Reasons{{"new", unlocked}, {"secret", unlocked}}));
    }

    void aDamagedObjectIsUnreadableAndTheOthersAreThere()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").write("b", "1\n").commit("one");
        repo.write("a", "2\n").write("b", "2\n").commit("two");
        const QByteArray blob = repo.resolve("HEAD:a");
        repo.write(".git/objects/" + blob.first(2) + '/' + blob.sliced(2), "garbage");
        repo.write("b", "2 and more\n").commit("three", {.stagesAll = false, .arguments = {u"b"_s}});
        repo.write("c", "1\n");
        const auto files = Git::readDiff(locationOf(repo),
                                         {.sides = DiffSides::CommitToCommit,
                                          .commit = idOf(repo, "HEAD"),
                                          .oldCommit = idOf(repo, "HEAD~2")},
                                         {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 2);
        QCOMPARE(files->at(0).omission, Omission::Unreadable);
        QVERIFY(!files->at(0).omissionReason.isEmpty());
        QCOMPARE(files->at(1).omission, Omission::None);
        QCOMPARE(countLines(files->at(1)), (LineCounts{1, 1}));
    }

    void anIndexThatCannotBeReadDoesNotConcernCommits()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").commit("one");
        repo.write("a", "2\n").commit("two");
        repo.write(".git/index", "DIRC garbage");
        const auto files = Git::readDiff(
            locationOf(repo), {.sides = DiffSides::CommitToParent, .commit = idOf(repo, "HEAD")}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->first().omission, Omission::None);
        QCOMPARE(countLines(files->first()), (LineCounts{1, 1}));
    }

    void pathsAreLiteral_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const QByteArray &path :
             {QByteArray("-rf"), QByteArray("*"), QByteArray("!x"), QByteArray("#x"), QByteArray("a\nb"),
              QByteArray("caf\xe9"), QByteArray("trailing "), QByteArray("back\\slash"),
              QByteArray(":(top)f"), QByteArray("[a]"), QByteArray("a/b c/d")})
            QTest::addRow("%s", path.toPercentEncoding().constData()) << path;
    }

    void pathsAreLiteral()
    {
        QFETCH(QByteArray, path);
        RepoBuilder repo;
        repo.write("a-file", "1\n").write("x", "1\n").write(path, "1\n").commit("one");
        repo.write("a-file", "2\n").write("x", "2\n").write(path, "2\n");
        const auto where = locationOf(repo);
        auto files = Git::readDiff(where, {.paths = {path}}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().path(), path);
        repo.commit("two");
        files = Git::readDiff(
            where, {.sides = DiffSides::CommitToParent, .commit = idOf(repo, "HEAD"), .paths = {path}}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(shown(files->first()), "@@ -1,1 +1,1 @@\n-1\n+2\n");
    }

    void aFolderEndsWithASlash()
    {
        RepoBuilder repo;
        repo.write("a/x", "1\n").write("ab", "1\n").commit("one");
        repo.write("a/x", "2\n").write("a/new", "1\n").write("ab", "2\n");
        const auto files = Git::readDiff(locationOf(repo), {.paths = {"a/"}}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 2);
        QCOMPARE(files->at(0).path(), "a/new");
        QCOMPARE(files->at(1).path(), "a/x");
    }

    void whitespaceCanBeIgnored()
    {
        RepoBuilder repo;
        repo.write("f", "a b\nc\n").commit("one");
        repo.write("f", "a  b\nd\n");
        const auto files = Git::readDiff(locationOf(repo), {.ignoresWhitespace = true}, {});
        VERIFY_RESULT(files);
        QCOMPARE(countLines(files->first()), (LineCounts{1, 1}));
    }

    void aConflictShowsOurSideAgainstTheWorkTree()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.branch("side").write("f", "2\n").commit("two");
        repo.checkout("side").write("f", "3\n").commit("three");
        QVERIFY(repo.tryGit({u"merge"_s, u"main"_s}).exitCode != 0);
        const auto files = Git::readDiff(locationOf(repo), {}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().status, FileStatus::Conflicted);
        QCOMPARE(shown(files->first()), "@@ -1,1 +1,5 @@\n+<<<<<<< HEAD\n 3\n+=======\n+2\n+>>>>>>> main\n");
    }

    void withoutLinesThereAreNamesStatusAndSizes()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write("f", "12\n");
        const auto files = Git::readDiff(locationOf(repo), {.withLines = false}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->first().oldSize, 2);
        QCOMPARE(files->first().newSize, 3);
        QVERIFY(files->first().hunks.isEmpty());
    }

    void lineEndingConversionIsNoChange()
    {
        RepoBuilder repo;
        repo.config(u"core.autocrlf"_s, u"true"_s);
        repo.write("f", "a\r\nb\r\n").commit("one");
        repo.write("f", "a\r\nc\r\n");
        const auto files = Git::readDiff(locationOf(repo), {}, {});
        VERIFY_RESULT(files);
        QCOMPARE(shown(files->first()), "@@ -1,2 +1,2 @@\n a\n-b\n+c\n");
    }

    void theEdgeOfAShallowCloneIsAllNewAndAMissingParentIsSaid()
    {
        RepoBuilder repo;
        const QByteArray one = repo.write("f", "1\n").commit("one");
        repo.write("f", "2\n").commit("two");
        const QString clone = repo.folder() + u"/clone"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--depth=1"_s, u"file://"_s + repo.path(), clone});
        const Git::DiffRequest request{.sides = DiffSides::CommitToParent, .commit = idOf(repo, "HEAD")};
        const auto edge = Git::readDiff(Git::openRepository(clone)->location, request, {});
        VERIFY_RESULT(edge);
        QCOMPARE(shown(edge->first()), "@@ -0,0 +1,1 @@\n+2\n");
        repo.remove(".git/objects/" + one.first(2) + '/' + one.sliced(2));
        VERIFY_FAILS(Git::readDiff(locationOf(repo), request, {}), ErrorKind::NotFound);
    }

    void aHundredThousandLinesAreQuick()
    {
        RepoBuilder repo;
        repo.write("f", numbered(100'000)).commit("one");
        repo.write("f", numbered(100'000, " changed"));
        const auto where = locationOf(repo);
        QElapsedTimer timer;
        timer.start();
        const auto files = Git::readDiff(where, {}, {});
        const qint64 elapsed = timer.elapsed();
        VERIFY_RESULT(files);
        QCOMPARE(countLines(files->first()), (LineCounts{100'000, 100'000}));
        qInfo("200,000 lines in %lld ms", static_cast<long long>(elapsed));
        QVERIFY(elapsed < 2000);
    }

    void cancellingEndsTheReading()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write("f", "2\n");
        CancelSource source;
        source.cancel();
        VERIFY_FAILS(Git::readDiff(locationOf(repo), {}, source.token()), ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(DiffReadTest)
#include "tst_diff.moc"
