// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linkedworktrees.h"
#include "git/open.h"
#include "git/signature.h"
#include "git/treechanges.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

constexpr char kEmptyTree[] = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

Git::RepoLocation locationOf(const QString &path)
{
    return Git::openRepository(path)->location;
}

Git::ObjectId idOf(const QByteArray &hex)
{
    return *Git::ObjectId::fromHex(hex);
}

/// What git says, as "M path".
QList<QByteArray> byGit(const RepoBuilder &repo, const QByteArray &older, const QByteArray &newer)
{
    const QList<QByteArray> parts =
        repo.git({u"diff-tree"_s, u"-r"_s, u"-z"_s, u"--no-renames"_s, u"--name-status"_s,
                  QString::fromLatin1(older), QString::fromLatin1(newer)})
            .split('\0');
    QList<QByteArray> lines;
    for (qsizetype at = 0; at + 1 < parts.size(); at += 2)
        lines += parts[at] + ' ' + parts[at + 1];
    return lines;
}

QList<QByteArray> byUs(const QString &path, const Git::DiffRequest &request)
{
    QList<QByteArray> lines;
    const auto sink = [&](const QList<Git::FileChange> &changes) {
        for (const Git::FileChange &change : changes) {
            const char letter = change.status == Diff::FileStatus::Added         ? 'A'
                                : change.status == Diff::FileStatus::Deleted     ? 'D'
                                : change.status == Diff::FileStatus::TypeChanged ? 'T'
                                                                                 : 'M';
            lines += letter + (' ' + change.path);
        }
    };
    const auto count = Git::readChangedPaths(locationOf(path), request, sink, {});
    if (!count || *count != lines.size())
        return {"wrong count"};
    return lines;
}

void makeTwo(RepoBuilder &repo)
{
    repo.write("a", "1").write("a.d/x", "1").write("b/same", "1").write("link", "1").write("was/file", "1");
    repo.write("mode", "1").write("deep/er/still/here", "1").commit("one");
    repo.remove("a").write("a/now/folder", "1").write("a.d/x", "2").write("new\xff\n", "1");
    repo.remove("was/file");
    QDir(repo.path()).rmdir(u"was"_s);
    repo.write("was", "file").remove("link").link("link", "a.d/x");
    repo.write("mode", "1", 0755).write("deep/er/still/here", "2").commit("two");
}

} // namespace

class TreeChangesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAreThoseOfGitAndInItsOrder()
    {
        RepoBuilder repo;
        makeTwo(repo);
        const QByteArray one = repo.resolve("HEAD~1"), two = repo.resolve("HEAD");
        QCOMPARE(byUs(repo.path(), {.sides = Git::DiffSides::CommitToParent, .commit = idOf(two)}),
                 byGit(repo, one, two));
        QCOMPARE(byUs(repo.path(),
                      {.sides = Git::DiffSides::CommitToCommit, .commit = idOf(one), .oldCommit = idOf(two)}),
                 byGit(repo, two, one));
        QCOMPARE(byUs(repo.path(),
                      {.sides = Git::DiffSides::CommitToCommit, .commit = idOf(one), .oldCommit = idOf(one)}),
                 QList<QByteArray>());
    }

    void aRootAndTheEdgeOfAShallowCloneAreAllNew()
    {
        RepoBuilder repo;
        makeTwo(repo);
        const auto root = byUs(
            repo.path(), {.sides = Git::DiffSides::CommitToParent, .commit = idOf(repo.resolve("HEAD~1"))});
        QVERIFY(root.size() >= 6 && root.contains("A a.d/x"));
        const QString clone = repo.folder() + u"/clone"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--depth=1"_s, u"file://"_s + repo.path(), clone});
        const Git::DiffRequest request{.sides = Git::DiffSides::CommitToParent,
                                       .commit = idOf(repo.resolve("HEAD"))};
        QCOMPARE(byUs(clone, request), byGit(repo, kEmptyTree, "HEAD"));
    }

    void aMissingParentIsSaid()
    {
        RepoBuilder repo;
        makeTwo(repo);
        const QByteArray parent = repo.resolve("HEAD~1");
        repo.remove(".git/objects/" + parent.first(2) + '/' + parent.sliced(2));
        const auto read = Git::readChangedPaths(
            locationOf(repo.path()),
            {.sides = Git::DiffSides::CommitToParent, .commit = idOf(repo.resolve("HEAD"))},
            [](const QList<Git::FileChange> &) {}, {});
        VERIFY_FAILS(read, ErrorKind::NotFound);
    }

    void manyPathsComeInBatchesAndStopWhenCancelled()
    {
        RepoBuilder repo;
        QByteArray stream =
            "blob\nmark :1\ndata 1\nx\ncommit refs/heads/main\nmark :2\ncommitter A <a@b> 1 +0000\n"
            "data 1\nm\n";
        for (int file = 0; file < 5000; ++file)
            stream += "M 644 :1 d" + QByteArray::number(file % 50) + "/f" + QByteArray::number(file) + "\n";
        repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
        const Git::DiffRequest request{.sides = Git::DiffSides::CommitToParent,
                                       .commit = idOf(repo.resolve("main"))};
        qsizetype batches = 0;
        const auto all = Git::readChangedPaths(locationOf(repo.path()), request,
                                               [&](const QList<Git::FileChange> &) { ++batches; }, {});
        QCOMPARE(all.value_or(0), 5000);
        QCOMPARE(batches, 5);
        CancelSource source;
        const auto ended = Git::readChangedPaths(
            locationOf(repo.path()), request, [&](const QList<Git::FileChange> &) { source.cancel(); },
            source.token());
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
    }

    void otherWorkTreesAreFoundFromEachOfThem()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("one");
        repo.branch("topic");
        const QString linked = repo.folder() + u"/linked"_s, detached = repo.folder() + u"/de tached"_s;
        repo.git({u"worktree"_s, u"add"_s, u"-q"_s, linked, u"topic"_s});
        repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"--detach"_s, detached});
        const auto fromMain = Git::readLinkedWorktrees(locationOf(repo.path()));
        QCOMPARE(fromMain.size(), 2);
        const bool isFirst = fromMain[0].branch.isEmpty();
        QCOMPARE(fromMain[isFirst ? 0 : 1].target, idOf(repo.resolve("HEAD")));
        QCOMPARE(fromMain[isFirst ? 1 : 0].branch, "refs/heads/topic"_ba);
        QCOMPARE(fromMain[isFirst ? 1 : 0].path, linked.toUtf8());
        const auto fromLinked = Git::readLinkedWorktrees(locationOf(linked));
        QCOMPARE(fromLinked.size(), 2);
        QCOMPARE(fromLinked[0].path, repo.path().toUtf8());
        QCOMPARE(fromLinked[0].branch, "refs/heads/main"_ba);
        QFile damaged(repo.gitDir() + u"/worktrees/linked/HEAD"_s);
        QVERIFY(damaged.open(QFile::WriteOnly));
        damaged.write("nonsense");
        damaged.close();
        QCOMPARE(Git::readLinkedWorktrees(locationOf(repo.path())).size(), 1);
    }

    void theHeadOfABareRepositoryCountsWhereItAloneLeadsToACommit()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("one");
        const QString bare = repo.folder() + u"/bare.git"_s, linked = repo.folder() + u"/linked"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--bare"_s, repo.path(), bare});
        repo.git({u"-C"_s, bare, u"worktree"_s, u"add"_s, u"-q"_s, u"--detach"_s, linked});
        QVERIFY(Git::readLinkedWorktrees(locationOf(linked)).isEmpty()); // its branch is out nowhere
        repo.git({u"-C"_s, bare, u"update-ref"_s, u"--no-deref"_s, u"HEAD"_s,
                  QString::fromLatin1(repo.resolve("main"))});
        const auto trees = Git::readLinkedWorktrees(locationOf(linked));
        QCOMPARE(trees.size(), 1);
        QCOMPARE(trees[0].target, idOf(repo.resolve("main")));
        QCOMPARE(trees[0].path, bare.toUtf8());
    }

    void whatGitSaysOfSignaturesIsUnderstood()
    {
        using enum Git::SignatureState;
        const QHash<char, Git::SignatureState> states{{'G', Good},    {'U', GoodUntrusted}, {'X', Expired},
                                                      {'Y', Expired}, {'R', Revoked},       {'E', UnknownKey},
                                                      {'B', Bad},     {'N', None}};
        for (const auto &[letter, state] : states.asKeyValueRange()) {
            const auto read = Git::parseSignature(QByteArray(1, letter) + "\0KEY\0Ada <a@b>\n"_ba);
            QVERIFY(read);
            QCOMPARE(*read, (Git::Signature{state, u"Ada <a@b>"_s, u"KEY"_s}));
        }
        for (const QByteArray &odd : {""_ba, "Q\0\0"_ba, "G"_ba, "GG\0\0"_ba, "G\0only one"_ba})
            QVERIFY2(!Git::parseSignature(odd), odd.constData());
    }

    void aSignatureIsCheckedByGitOnlyWithTrust()
    {
        if (QStandardPaths::findExecutable(u"ssh-keygen"_s).isEmpty())
            QSKIP("there is no ssh-keygen here");
        RepoBuilder repo;
        const QString key = repo.folder() + u"/key"_s;
        QProcess::execute(u"ssh-keygen"_s,
                          {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-f"_s, key});
        QFile publicKey(key + u".pub"_s);
        QVERIFY(publicKey.open(QFile::ReadOnly));
        QFile signers(repo.folder() + u"/signers"_s);
        QVERIFY(signers.open(QFile::WriteOnly));
        signers.write("ada@example.org " + publicKey.readAll());
        signers.close();
        repo.config(u"gpg.format"_s, u"ssh"_s).config(u"user.signingKey"_s, key);
        repo.config(u"gpg.ssh.allowedSignersFile"_s, signers.fileName());
        repo.write("a", "1").commit("signed", {.arguments = {u"-S"_s}});
        SystemProcessRunner runner;
        Git::RepoLocation where = locationOf(repo.path());
        const Git::ObjectId commit = idOf(repo.resolve("HEAD"));
        QCOMPARE(Git::verifySignature(Git::Program(runner, where), commit, {}).error().kind,
                 ErrorKind::Denied);
        where.trust = Git::Trust::Trusted;
        const auto good = Git::verifySignature(Git::Program(runner, where), commit, {});
        QVERIFY2(good, good ? "" : qPrintable(good.error().detail));
        QCOMPARE(good->state, Git::SignatureState::Good);
        QCOMPARE(good->signer, u"ada@example.org"_s);
        const QByteArray forged =
            repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s}).replace("\n\nsigned", "\n\nforged");
        const QByteArray id =
            repo.git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--stdin"_s}, forged).trimmed();
        QCOMPARE(
            Git::verifySignature(Git::Program(runner, where), idOf(id), {}).value_or(Git::Signature()).state,
            Git::SignatureState::Bad);
    }
};

QTEST_GUILESS_MAIN(TreeChangesTest)
#include "tst_treechanges.moc"
