// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/blame.h"
#include "git/diff.h"
#include "git/stage.h"
#include "git/status.h"
#include "git/tree.h"
#include "git/treechanges.h"
#include "shapes.h"
#include "support/verify.h"

using namespace Qt::StringLiterals;
using namespace Tests::Shapes;
using Tests::RepoBuilder;

namespace {

/// Who git says changed each line of a.txt last.
QList<QByteArray> gitBlame(const RepoBuilder &repo, const QString &path)
{
    QList<QByteArray> ids;
    const auto lines =
        linesOf(gitAt(repo, path, {u"blame"_s, u"--line-porcelain"_s, u"HEAD"_s, u"--"_s, u"a.txt"_s}));
    for (const QByteArray &line : lines) {
        if (line.indexOf(' ') == 40 && Git::ObjectId::fromHex(line.first(40)))
            ids += line.first(40);
    }
    return ids;
}

QList<QByteArray> ourBlame(const Git::RepoLocation &where, const Git::ObjectId &commit)
{
    const SystemProcessRunner runner;
    QList<QByteArray> ids;
    const auto end =
        Git::readBlame(Git::Program(runner, where), {.path = "a.txt", .revision = commit},
                       {.text = [&](const Git::BlameText &text) { ids.resize(text.lineCount()); },
                        .batch =
                            [&](const Git::BlameBatch &batch) {
                                for (const Git::BlameHunk &hunk : batch.hunks)
                                    for (qsizetype line = hunk.line; line < hunk.line + hunk.count; ++line)
                                        ids[line] = hunk.commit.toHex();
                            }},
                       {});
    return end ? ids : QList<QByteArray>{Tests::describe(end.error())};
}

/// Staged and unstaged paths, as `git status --porcelain` marks them.
QList<QByteArray> gitStatus(const RepoBuilder &repo, const QString &root)
{
    QList<QByteArray> paths;
    for (const QByteArray &line :
         linesOf(gitAt(repo, root, {u"status"_s, u"--porcelain"_s, u"-z"_s}), '\0')) {
        if (line[0] != ' ' && line[0] != '?')
            paths += "staged " + line.sliced(3);
        if (line[1] != ' ')
            paths += "unstaged " + line.sliced(3);
    }
    std::ranges::sort(paths);
    return paths;
}

QList<QByteArray> ourStatus(const Git::RepoLocation &where)
{
    const auto status = Git::readStatus(where, {}, {});
    if (!status)
        return {Tests::describe(status.error())};
    QList<QByteArray> paths;
    for (const Git::StatusEntry &entry : status->staged)
        paths += "staged " + entry.path;
    for (const Git::StatusEntry &entry : status->unstaged)
        paths += "unstaged " + entry.path;
    std::ranges::sort(paths);
    return paths;
}

qsizetype objectCount(const RepoBuilder &repo, const QString &path)
{
    return linesOf(gitAt(repo, path, {u"cat-file"_s, u"--batch-all-objects"_s, u"--batch-check"_s})).size();
}

} // namespace

/// However a repository is laid out, what is read of it is what git reads there.
class RepositoryShapesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsReadIsWhatGitReads_data()
    {
        QTest::addColumn<qsizetype>("shape");
        for (qsizetype at = 0; at < shapes().size(); ++at)
            QTest::addRow("%s", shapes()[at].first) << at;
    }

    void whatIsReadIsWhatGitReads()
    {
        QFETCH(qsizetype, shape);
        RepoBuilder repo;
        startHistory(repo);
        const QString path = shapes()[shape].second(repo);
        const auto info = Git::openRepository(path);
        VERIFY_RESULT(info);
        Git::RepoLocation where = info->location;
        where.trust = Git::Trust::Trusted;
        const QByteArray gitDir = gitAt(repo, path, {u"rev-parse"_s, u"--absolute-git-dir"_s}).trimmed();
        QCOMPARE(where.gitDir, QFile::encodeName(QFileInfo(QFile::decodeName(gitDir)).canonicalFilePath()));
        const bool isBare = gitAt(repo, path, {u"rev-parse"_s, u"--is-bare-repository"_s}) == "true\n";
        QCOMPARE(where.isBare(), isBare);
        QCOMPARE(info->readOnlyReasons.size(), isBare ? 1 : 0);

        QCOMPARE(Tests::openStore(path).ids(),
                 linesOf(gitAt(repo, path, {u"rev-list"_s, u"--all"_s, u"--topo-order"_s})));
        const auto head = Tests::idOf(gitAt(repo, path, {u"rev-parse"_s, u"HEAD"_s}).trimmed());
        const auto diff = Git::readDiff(where, {.sides = Git::DiffSides::CommitToParent, .commit = head}, {});
        VERIFY_RESULT(diff);
        QCOMPARE(diff->size(), 1);
        QCOMPARE(diff->first().path(), "side.txt");
        QCOMPARE(diff->first().text, "x\n");
        const QByteArray root =
            isBare ? where.gitDir : gitAt(repo, path, {u"rev-parse"_s, u"--show-toplevel"_s}).trimmed();
        const QString top = QFile::decodeName(root);
        QCOMPARE(ourBlame(where, head), gitBlame(repo, top));
        if (isBare)
            return;

        QCOMPARE(where.workTree, root);
        QCOMPARE(ourStatus(where), QList<QByteArray>());
        writeFile(top + u"/side.txt"_s, "staged\n");
        gitAt(repo, top, {u"add"_s, u"side.txt"_s});
        writeFile(top + u"/side.txt"_s, "staged and changed\n");
        writeFile(top + u"/in/deep/f"_s, "changed\n");
        writeFile(top + u"/new"_s, "new\n");
        QCOMPARE(ourStatus(where), gitStatus(repo, top));
        QCOMPARE(ourStatus(where).size(), 4);
    }

    void whatASparseIndexLeavesOutIsNotStaged()
    {
        RepoBuilder repo;
        startHistory(repo);
        sparse(repo, repo.path(), u"--sparse-index"_s);
        Git::RepoLocation where = Tests::locationAt(repo.path());
        where.trust = Git::Trust::Trusted;
        const SystemProcessRunner runner;
        const Git::Program git(runner, where);
        repo.write("in/deep/f", "x\ny\n").write("new", "new\n");
        const auto diff = Git::readDiff(where, {.paths = {"in/deep/f"}}, {});
        VERIFY_RESULT(diff);
        QCOMPARE(diff->size(), 1);
        VERIFY_RESULT(Git::stageLines(git, diff->first(), {1}, {}));
        VERIFY_RESULT(Git::stagePaths(git, {"new"}, {}));
        const QList<QByteArray> both = {"staged in/deep/f", "staged new"};
        QCOMPARE(ourStatus(where), both);
        QCOMPARE(gitStatus(repo, repo.path()), both);
        QVERIFY(repo.read(".git/index").contains("sdir"));
        VERIFY_RESULT(Git::unstagePaths(git, {"in/deep/f", "new"}, {}));
        QCOMPARE(ourStatus(where), (QList<QByteArray>{"unstaged in/deep/f", "unstaged new"}));
        QCOMPARE(gitStatus(repo, repo.path()), ourStatus(where));
    }

    void contentThatWasNotDownloadedIsSaidAndNotFetched()
    {
        RepoBuilder repo;
        startHistory(repo);
        repo.config(u"uploadpack.allowFilter"_s, u"true"_s)
            .config(u"uploadpack.allowAnySHA1InWant"_s, u"true"_s);
        const QString clone = cloneWith(repo, {u"--filter=blob:none"_s});
        const Git::RepoLocation where = Tests::locationAt(clone);
        QCOMPARE(Tests::openStore(clone).ids(), Tests::revisions(repo, Tests::kTopological));
        QCOMPARE(ourStatus(where), QList<QByteArray>()); // what is checked out is there
        const qsizetype objects = objectCount(repo, clone);
        const auto two = Tests::idOf(repo.resolve("HEAD^"));
        for (const bool findsRenames : {false, true}) {
            const auto diff = Git::readDiff(
                where, {.sides = Git::DiffSides::CommitToParent, .commit = two, .findsRenames = findsRenames},
                {});
            VERIFY_RESULT(diff);
            QCOMPARE(diff->size(), 1);
            QCOMPARE(diff->first().path(), "a.txt");
            QCOMPARE(diff->first().status, Diff::FileStatus::Modified);
            QCOMPARE(diff->first().omission, Diff::Omission::Missing);
        }
        QList<QByteArray> paths;
        const auto counted =
            Git::readChangedPaths(where, {.sides = Git::DiffSides::CommitToParent, .commit = two},
                                  [&](const QList<Git::FileChange> &files) {
                                      for (const Git::FileChange &file : files)
                                          paths += file.path;
                                  },
                                  {});
        VERIFY_RESULT(counted);
        QCOMPARE(paths, QList<QByteArray>{"a.txt"});
        const auto head = Git::readDiff(
            where, {.sides = Git::DiffSides::CommitToParent, .commit = Tests::idOf(repo.resolve("HEAD"))},
            {});
        VERIFY_RESULT(head);
        QCOMPARE(head->first().omission, Diff::Omission::None); // of what is there the lines are shown
        QCOMPARE(objectCount(repo, clone), objects);
    }
};

QTEST_GUILESS_MAIN(RepositoryShapesTest)
#include "tst_repositoryshapes.moc"
