// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/open.h"
#include "git/refs.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>

#include <unistd.h>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

// The environment of a hook for the time of one test.
class Environment
{
public:
    Environment(std::initializer_list<std::pair<const char *, QByteArray>> values)
    {
        for (const auto &[name, value] : values) {
            qputenv(name, value);
            m_names.append(name);
        }
    }
    ~Environment()
    {
        for (const char *name : m_names)
            qunsetenv(name);
    }

private:
    QList<const char *> m_names;
};

} // namespace

class OpenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderInsideOpensTheRootWhenItMayClimb()
    {
        RepoBuilder repo;
        repo.write("a/b/file", "x\n");
        const auto info = Git::openRepository(repo.path() + u"/a/b"_s);
        VERIFY_RESULT(info);
        QCOMPARE(info->location.workTree, repo.bytePath());
        QCOMPARE(info->location.gitDir, repo.bytePath(".git"));
        QCOMPARE(info->location.commonDir, repo.bytePath(".git"));
        QCOMPARE(info->name, u"repository"_s);
        QCOMPARE(info->location.trust, Git::Trust::Unknown);
        QVERIFY(info->readOnlyReasons.isEmpty());
        VERIFY_FAILS(Git::openRepository(repo.path() + u"/a/b"_s, {.mayClimb = false}), ErrorKind::NotFound);
    }

    void theGitFolderItselfMeansItsWorkTree()
    {
        const RepoBuilder repo;
        const auto info = Git::openRepository(repo.path() + u"/.git"_s, {.mayClimb = false});
        VERIFY_RESULT(info);
        QCOMPARE(info->location.workTree, repo.bytePath());
    }

    void aFolderWithoutRepositoryIsNotFound()
    {
        const QTemporaryDir dir;
        VERIFY_FAILS(Git::openRepository(dir.path()), ErrorKind::NotFound);
        VERIFY_FAILS(Git::openRepository(dir.path() + u"/nothing"_s), ErrorKind::NotFound);
    }

    void anEmptyGitFolderIsNoRepository()
    {
        const QTemporaryDir dir;
        QDir(dir.path()).mkdir(u".git"_s);
        VERIFY_FAILS(Git::openRepository(dir.path()), ErrorKind::NotFound);
    }

    void aBareRepositoryOpensReadOnly()
    {
        const RepoBuilder repo({u"--bare"_s});
        const auto info = Git::openRepository(repo.path());
        VERIFY_RESULT(info);
        QVERIFY(info->location.isBare());
        QCOMPARE(info->readOnlyReasons.size(), 1);
    }

    void anEmbeddedBareRepositoryIsOnlyOpenedWhenChosen()
    {
        const RepoBuilder repo;
        repo.git({u"init"_s, u"-q"_s, u"--bare"_s, u"sub/b"_s});
        const auto climbed = Git::openRepository(repo.path() + u"/sub/b"_s);
        VERIFY_FAILS(climbed, ErrorKind::Invalid);
        QVERIFY(climbed.error().message.contains(u"GIT_DIR"_s));
        const auto below = Git::openRepository(repo.path() + u"/sub/b/refs"_s);
        VERIFY_RESULT(below);
        QCOMPARE(below->location.gitDir, repo.bytePath(".git"));
        const auto chosen = Git::openRepository(repo.path() + u"/sub/b"_s, {.mayClimb = false});
        VERIFY_RESULT(chosen);
        QCOMPARE(chosen->location.gitDir, repo.bytePath("sub/b"));
    }

    void aLinkedWorktreeSharesTheCommonFolder()
    {
        RepoBuilder repo;
        repo.write("f", "x\n").commit("one");
        const QString tree = repo.folder() + u"/tree"_s;
        repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"side"_s, tree});
        const auto info = Git::openRepository(tree);
        VERIFY_RESULT(info);
        QVERIFY(info->isWorktree);
        QCOMPARE(info->location.workTree, tree.toUtf8());
        QCOMPARE(info->location.commonDir, repo.bytePath(".git"));
        QCOMPARE(info->location.gitDir, repo.bytePath(".git/worktrees/tree"));
        QVERIFY2(info->readOnlyReasons.isEmpty(), qPrintable(info->readOnlyReasons.join(u' ')));
        const auto refs = Git::readRefs(info->location, {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->head.branch, "refs/heads/side");
    }

    void aWorktreeOfABareRepositoryHasAWorkTree()
    {
        RepoBuilder repo;
        repo.write("f", "x\n").commit("one");
        const QString bare = repo.folder() + u"/bare.git"_s, tree = repo.folder() + u"/tree"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--bare"_s, u"."_s, bare});
        repo.git({u"-C"_s, bare, u"worktree"_s, u"add"_s, u"-q"_s, tree, u"main"_s});
        const auto info = Git::openRepository(tree);
        VERIFY_RESULT(info);
        QCOMPARE(info->location.workTree, tree.toUtf8());
        QVERIFY2(info->readOnlyReasons.isEmpty(), qPrintable(info->readOnlyReasons.join(u' ')));
    }

    void aSubmoduleOpensAsItsOwnRepository()
    {
        RepoBuilder inner, outer;
        inner.write("f", "x\n").commit("one");
        outer.git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        const auto info = Git::openRepository(outer.path() + u"/sub"_s);
        VERIFY_RESULT(info);
        QCOMPARE(info->location.gitDir, outer.bytePath(".git/modules/sub"));
        QCOMPARE(info->location.workTree, outer.bytePath("sub"));
        QVERIFY2(info->readOnlyReasons.isEmpty(), qPrintable(info->readOnlyReasons.join(u' ')));
    }

    void aGitFileThatLeadsNowhereIsInvalid()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u".git"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("gitdir: /nowhere/at/all\n");
        file.close();
        VERIFY_FAILS(Git::openRepository(dir.path()), ErrorKind::Invalid);
    }

    void anotherWorkTreeInTheConfigurationIsNamedAndNotUsed()
    {
        RepoBuilder repo;
        repo.write("f", "x\n").commit("one");
        repo.config(u"core.worktree"_s, repo.folder());
        const auto info = Git::openRepository(repo.path());
        VERIFY_RESULT(info);
        QCOMPARE(info->location.workTree, repo.bytePath());
        QCOMPARE(info->readOnlyReasons.size(), 1);
        QVERIFY(info->readOnlyReasons.first().contains(repo.folder()));
    }

    void aSymlinkedGitFolderIsNamed()
    {
        RepoBuilder repo;
        const QByteArray moved = QFile::encodeName(repo.folder()) + "/real";
        QCOMPARE(::rename(repo.bytePath(".git").constData(), moved.constData()), 0);
        repo.link(".git", moved);
        const auto info = Git::openRepository(repo.path());
        VERIFY_RESULT(info);
        QCOMPARE(info->location.gitDir, moved);
        QCOMPARE(info->readOnlyReasons.size(), 1);
    }

    void anotherOwnerIsDeniedByNameAndPath_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addRow("work tree") << QByteArray();
        QTest::addRow("repository") << QByteArray(".git");
    }

    void anotherOwnerIsDeniedByNameAndPath()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give files away");
        QFETCH(QByteArray, part);
        const RepoBuilder repo;
        QCOMPARE(::chown(repo.bytePath(part).constData(), 65534, 65534), 0);
        const auto info = Git::openRepository(repo.path());
        VERIFY_FAILS(info, ErrorKind::Denied);
        QVERIFY(info.error().message.contains(QString::fromUtf8(repo.bytePath(part))));
        QVERIFY(info.error().message.contains(u"nobody"_s) || info.error().message.contains(u"65534"_s));
        QFile config(Tests::isolatedHome() + u"/.gitconfig"_s);
        QVERIFY(config.open(QIODevice::ReadOnly));
        const QByteArray before = config.readAll();
        config.close();
        repo.git({u"config"_s, u"--global"_s, u"safe.directory"_s, repo.path()});
        const auto declared = Git::openRepository(repo.path());
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(before);
        config.close();
        VERIFY_RESULT(declared);
    }

    void aRepositoryCannotDeclareItselfSafe()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give files away");
        RepoBuilder repo;
        repo.config(u"safe.directory"_s, u"*"_s);
        QCOMPARE(::chown(repo.bytePath(".git").constData(), 65534, 65534), 0);
        VERIFY_FAILS(Git::openRepository(repo.path()), ErrorKind::Denied);
    }

    void whatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<QStringList>("init");
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("named");
        QTest::addRow("SHA-256") << QStringList{u"--object-format=sha256"_s} << QByteArray() << u"SHA-256"_s;
        QTest::addRow("reftable") << QStringList{u"--ref-format=reftable"_s} << QByteArray() << u"reftable"_s;
        QTest::addRow("unknown extension")
            << QStringList() << QByteArray("[core]\nrepositoryformatversion = 1\n[extensions]\nflux = true\n")
            << u"flux"_s;
        QTest::addRow("version") << QStringList() << QByteArray("[core]\nrepositoryformatversion = 99\n")
                                 << u"99"_s;
        QTest::addRow("broken config") << QStringList() << QByteArray("[core\n") << u"configuration"_s;
    }

    void whatCannotBeReadIsNamed()
    {
        QFETCH(QStringList, init);
        QFETCH(QByteArray, config);
        QFETCH(QString, named);
        RepoBuilder repo(init);
        if (!config.isEmpty())
            repo.write(".git/config", config);
        const auto info = Git::openRepository(repo.path());
        VERIFY_FAILS(info, ErrorKind::Invalid);
        QVERIFY2(info.error().message.contains(named), qPrintable(info.error().message));
    }

    void ordinaryExtensionsOpen_data()
    {
        QTest::addColumn<QString>("extension");
        QTest::addColumn<QString>("value");
        QTest::addRow("worktreeConfig") << u"worktreeConfig"_s << u"true"_s;
        QTest::addRow("preciousObjects") << u"preciousObjects"_s << u"true"_s;
        QTest::addRow("relativeWorktrees") << u"relativeWorktrees"_s << u"true"_s;
        QTest::addRow("partialClone") << u"partialClone"_s << u"origin"_s;
        QTest::addRow("objectFormat") << u"objectFormat"_s << u"sha1"_s;
        QTest::addRow("refStorage") << u"refStorage"_s << u"files"_s;
    }

    void ordinaryExtensionsOpen()
    {
        QFETCH(QString, extension);
        QFETCH(QString, value);
        RepoBuilder repo;
        repo.config(u"core.repositoryformatversion"_s, u"1"_s).config(u"extensions."_s + extension, value);
        VERIFY_RESULT(Git::openRepository(repo.path()));
    }

    void aShallowCloneSaysSo()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write("f", "2\n").commit("two");
        const QString clone = repo.folder() + u"/clone"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--depth=1"_s, u"file://"_s + repo.path(), clone});
        const auto info = Git::openRepository(clone);
        VERIFY_RESULT(info);
        QVERIFY(info->isShallow);
        QVERIFY(!Git::openRepository(repo.path())->isShallow);
    }

    void aBrokenHeadOpensReadOnly_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addRow("garbage") << QByteArray("what is this\n");
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("outside") << QByteArray("ref: ../../etc/passwd\n");
    }

    void aBrokenHeadOpensReadOnly()
    {
        QFETCH(QByteArray, head);
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write(".git/HEAD", head);
        const auto info = Git::openRepository(repo.path());
        VERIFY_RESULT(info);
        QCOMPARE(info->readOnlyReasons.size(), 1);
        const auto refs = Git::readRefs(info->location, {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->head.state, Git::HeadState::Broken);
        QCOMPARE(refs->all.size(), 1);
        QCOMPARE(refs->problems.size(), 1);
    }

    void anOperationInProgressIsSeen()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.branch("side").write("f", "2\n").commit("two");
        repo.checkout("side").write("f", "3\n").commit("three");
        QCOMPARE(Git::openRepository(repo.path())->operation, Git::Operation::None);
        QVERIFY(repo.tryGit({u"merge"_s, u"main"_s}).exitCode != 0);
        QCOMPARE(Git::openRepository(repo.path())->operation, Git::Operation::Merge);
        repo.git({u"merge"_s, u"--abort"_s});
        QVERIFY(repo.tryGit({u"rebase"_s, u"main"_s}).exitCode != 0);
        QCOMPARE(Git::openRepository(repo.path())->operation, Git::Operation::Rebase);
        repo.git({u"rebase"_s, u"--abort"_s});
        QVERIFY(repo.tryGit({u"cherry-pick"_s, u"main"_s}).exitCode != 0);
        QCOMPARE(Git::openRepository(repo.path())->operation, Git::Operation::CherryPick);
    }

    void theEnvironmentCountsOnlyWhenAskedFor()
    {
        RepoBuilder repo, other;
        other.write("sub/f", "1\n");
        const Environment environment{{"GIT_DIR", repo.bytePath(".git")},
                                      {"GIT_INDEX_FILE", repo.bytePath(".git/other-index")}};
        const auto plain = Git::openRepository(other.path());
        VERIFY_RESULT(plain);
        QCOMPARE(plain->location.workTree, other.bytePath());
        QVERIFY(plain->location.indexFile.isEmpty());
        const auto hook = Git::openRepository(repo.path(), {.usesEnvironment = true});
        VERIFY_RESULT(hook);
        QCOMPARE(hook->location.workTree, repo.bytePath());
        QCOMPARE(hook->location.indexFile, repo.bytePath(".git/other-index"));
    }

    void aRelativeGitDirIsSeenFromTheFolder()
    {
        RepoBuilder repo;
        const Environment environment{{"GIT_DIR", ".git"}};
        const auto hook = Git::openRepository(repo.path(), {.usesEnvironment = true});
        VERIFY_RESULT(hook);
        QCOMPARE(hook->location.gitDir, repo.bytePath(".git"));
        QCOMPARE(hook->location.workTree, repo.bytePath());
    }

    void gitWorkTreeNamesTheWorkTree()
    {
        const RepoBuilder repo;
        const Environment environment{{"GIT_DIR", repo.bytePath(".git")},
                                      {"GIT_WORK_TREE", repo.folder().toUtf8()}};
        const auto info = Git::openRepository(repo.path(), {.usesEnvironment = true});
        VERIFY_RESULT(info);
        QCOMPARE(info->location.workTree, repo.folder().toUtf8());
    }
};

QTEST_GUILESS_MAIN(OpenTest)
#include "tst_open.moc"
