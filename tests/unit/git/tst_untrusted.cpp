// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitactions.h"
#include "git/diff.h"
#include "git/discard.h"
#include "git/log.h"
#include "git/open.h"
#include "git/refs.h"
#include "git/stage.h"
#include "git/status.h"
#include "git/tree.h"
#include "git/work/executables.h"
#include "support/hostilerepo.h"
#include "support/verify.h"

#include <QDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

// Reads all there is to see, as the pages do.
void readEverything(const QString &path)
{
    const auto info = Git::openRepository(path);
    VERIFY_RESULT(info);
    const Git::RepoLocation &where = info->location;
    const auto refs = Git::readRefs(where, {});
    VERIFY_RESULT(refs);
    const auto commits = Git::readRecentCommits(where, {refs->head.target}, 1000, {});
    VERIFY_RESULT(commits);
    QVERIFY(!commits->isEmpty());
    for (const Git::Commit &commit : *commits) {
        VERIFY_RESULT(Git::readCommit(where, commit.id));
        VERIFY_RESULT(Git::readTree(where, commit.id, {}));
        VERIFY_RESULT(
            Git::readDiff(where, {.sides = Git::DiffSides::CommitToParent, .commit = commit.id}, {}));
    }
    const auto status = Git::readStatus(where, {}, {});
    VERIFY_RESULT(status);
    QVERIFY(!status->unstaged.isEmpty());
    VERIFY_RESULT(Git::readDiff(where, {.sides = Git::DiffSides::HeadToIndex}, {}));
    const auto unstaged = Git::readDiff(where, {}, {});
    VERIFY_RESULT(unstaged);
    for (const Diff::FileDiff &file : *unstaged)
        VERIFY_RESULT(Git::readWorkFile(where, file.path()));
    VERIFY_RESULT(Git::readIndex(where, {}));
}

} // namespace

class UntrustedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingRunsNothingThatTheRepositoryNames()
    {
        RepoBuilder repo;
        repo.write("a.txt", "1\n").write("b.txt", "1\n").write("hidden.bin", "1\n").commit("one");
        repo.write("a.txt", "2\n")
            .write(".gitattributes", "* filter=evil diff=evil merge=evil\n")
            .commit("two");
        Tests::plantPrograms(repo);
        repo.write("a.txt", "3\n").write("new.txt", "1\n");
        readEverything(repo.path());
        QCOMPARE(Tests::ranOf(repo), QStringList());
    }

    void theCanariesWouldSing()
    {
        RepoBuilder repo;
        repo.write("a.txt", "1\n").write(".gitattributes", "* filter=evil diff=evil\n").commit("one");
        Tests::plantPrograms(repo);
        repo.write("a.txt", "2\n");
        repo.tryGit({u"status"_s});
        repo.tryGit({u"add"_s, u"-A"_s});
        repo.tryGit({u"commit"_s, u"-q"_s, u"-m"_s, u"two"_s});
        const QStringList ran = Tests::ranOf(repo);
        QVERIFY2(ran.contains(u"core.fsmonitor"_s), qPrintable(ran.join(u' ')));
        QVERIFY2(ran.filter(u"filter.evil"_s).size() > 0, qPrintable(ran.join(u' ')));
        QVERIFY2(ran.contains(u"hook-pre-commit"_s), qPrintable(ran.join(u' ')));
    }

    void anotherWorkTreeIsNeitherReadNorTouched()
    {
        RepoBuilder repo;
        repo.write("a.txt", "1\n").commit("one");
        QFile secret(repo.folder() + u"/a.txt"_s);
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("secret\n");
        secret.close();
        repo.config(u"core.worktree"_s, repo.folder());
        const auto info = Git::openRepository(repo.path());
        VERIFY_RESULT(info);
        const auto files = Git::readDiff(info->location, {}, {});
        VERIFY_RESULT(files);
        QVERIFY(files->isEmpty());
        QVERIFY(Git::readStatus(info->location, {}, {})->unstaged.isEmpty());
    }

    void aLinkInTheTreeShowsItsTextAndNotWhatItPointsTo()
    {
        RepoBuilder repo;
        repo.write("dir/f", "1\n").commit("one");
        repo.remove("dir/f");
        QVERIFY(QDir(repo.path()).rmdir(u"dir"_s));
        repo.link("dir", "/etc").link("passwd", "/etc/passwd").link("self", "self");
        const auto info = Git::openRepository(repo.path());
        const auto files = Git::readDiff(info->location, {}, {});
        VERIFY_RESULT(files);
        for (const Diff::FileDiff &file : *files)
            QVERIFY2(!file.text.contains("root:"), file.path().constData());
        const auto passwd = std::ranges::find(*files, QByteArray("passwd"), &Diff::FileDiff::newPath);
        QVERIFY(passwd != files->cend());
        QCOMPARE(passwd->text, "/etc/passwd");
    }

    void whatItCouldRunIsListed()
    {
        RepoBuilder repo;
        repo.write("a.txt", "1\n").commit("one");
        Tests::plantPrograms(repo);
        repo.config(u"include.path"_s, u"../more"_s);
        repo.write("more", "[filter \"In.Cluded\"]\n\tsmudge = evil\n\tclean =\n");
        const auto found = Git::readExecutables(Git::openRepository(repo.path())->location);
        VERIFY_RESULT(found);
        QStringList names;
        for (const Git::Executable &each : *found)
            names += QString::fromUtf8(each.name);
        QStringList expected =
            Tests::executingKeys() + QStringList{u"alias.status"_s, u"submodule.evil.update"_s,
                                                 u"include.path"_s, u"filter.In.Cluded.smudge"_s};
        for (const QString &hook : Tests::plantedHooks())
            expected += u"hooks/"_s + hook;
        names.sort();
        expected.sort();
        QCOMPARE(names, expected);
        QCOMPARE(Tests::ranOf(repo), QStringList());
    }

    void whatRunsNothingIsNotListed()
    {
        RepoBuilder repo;
        repo.config(u"core.fsmonitor"_s, u"true"_s).config(u"pager.log"_s, u"false"_s);
        repo.config(u"alias.st"_s, u"status"_s).config(u"submodule.x.update"_s, u"rebase"_s);
        repo.config(u"diff.external"_s, u""_s).config(u"user.name"_s, u"core.editor"_s);
        repo.hook("pre-push.sample", "#!/bin/sh\n");
        repo.git({u"config"_s, u"--global"_s, u"core.editor"_s, u"vi"_s});
        const auto found = Git::readExecutables(Git::openRepository(repo.path())->location);
        repo.git({u"config"_s, u"--global"_s, u"--unset"_s, u"core.editor"_s});
        VERIFY_RESULT(found);
        QCOMPARE(found->size(), 0);
    }

    void hooksAreListedWhereGitLooksForThem()
    {
        RepoBuilder repo;
        repo.hook("pre-commit", "#!/bin/sh\n").write(".husky/pre-push", "#!/bin/sh\n", 0755);
        const auto names = [&] {
            QByteArrayList names;
            const auto found = Git::readExecutables(Git::openRepository(repo.path())->location);
            for (const Git::Executable &each : found.value_or(QList<Git::Executable>()))
                names += each.name;
            return names;
        };
        QCOMPARE(names(), QByteArrayList{"hooks/pre-commit"});
        repo.config(u"core.hooksPath"_s, u".husky"_s);
        QCOMPARE(names(), (QByteArrayList{"core.hooksPath", "hooks/pre-push"}));
        repo.git({u"config"_s, u"--unset"_s, u"core.hooksPath"_s});
        repo.git({u"config"_s, u"--global"_s, u"core.hooksPath"_s, u"/opt/hooks"_s}); // the user's own
        const QByteArrayList own = names();
        repo.git({u"config"_s, u"--global"_s, u"--unset"_s, u"core.hooksPath"_s});
        QCOMPARE(own, QByteArrayList());
    }

    void a15_anotherCommandUnderTheSameNameIsNew()
    {
        QList<Git::Executable> found{{.name = "core.fsmonitor", .command = "a"},
                                     {.name = "hooks/pre-commit", .command = "/r/.git/hooks"}};
        const QList<QByteArray> known{found[0].print(), found[1].print()};
        QVERIFY(!Git::markNew(found, known));
        found[0].command = "b";
        QVERIFY(Git::markNew(found, known));
        QVERIFY(found[0].isNew && !found[1].isNew);
        QVERIFY(!known[0].contains("a\n") && known[0].size() > 64); // a digest
    }

    void a10_whatStandsInALinkedConfigurationIsNotShown()
    {
        for (const char *file : {"config", "HEAD"}) {
            RepoBuilder repo;
            repo.write("a.txt", "1\n").commit("one");
            repo.link(QByteArray(".git/") + file, "/etc/passwd");
            const auto info = Git::openRepository(repo.path());
            QVERIFY(!info);
            const QString said = info.error().message + info.error().detail + info.error().hint;
            QVERIFY2(!said.contains("root"_L1) && !said.contains("/bin/"_L1), qPrintable(said));
        }
    }

    void a12_aPipeThatTheConfigurationLeadsToHoldsNobody_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::newRow("include") << "[include]\n\tpath = ../pipe\n"_ba;
        QTest::newRow("on one line") << "[Include] Path = \"../pipe\" # why\n"_ba;
        QTest::newRow("condition") << "[includeIf \"gitdir:/\"]\n\tpath=../pipe\n"_ba;
        QTest::newRow("over lines") << "[include]\n\tpath = ../\\\npipe\n"_ba;
        QTest::newRow("through a file") << "[include]\n\tpath = ../more\n"_ba;
        QTest::newRow("attributes") << "[core]\n\tattributesFile = PIPE\n"_ba;
        QTest::newRow("exclusions") << "[core]\n\texcludesfile = PIPE\n"_ba;
    }

    void a12_aPipeThatTheConfigurationLeadsToHoldsNobody()
    {
        QFETCH(QByteArray, config);
        RepoBuilder repo;
        repo.write("a.txt", "1\n").write("more", "[include]\n\tpath = pipe\n").commit("one");
        repo.write(".git/config", repo.read(".git/config") + config.replace("PIPE", repo.bytePath("pipe")));
        VERIFY_RESULT(Git::openRepository(repo.path())); // what is missing harms nobody
        QCOMPARE(::mkfifo(repo.bytePath("pipe").constData(), 0600), 0);
        const auto info = Git::openRepository(repo.path());
        VERIFY_FAILS(info, ErrorKind::Invalid);
        QVERIFY2(info.error().message.contains("pipe"_L1), qPrintable(info.error().message));
    }

    void a02_aGitFileOfAnotherOwnerIsDenied()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give files away");
        RepoBuilder repo;
        repo.write("f", "x\n").commit("one");
        const QString tree = repo.folder() + u"/tree"_s;
        repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"side"_s, tree});
        QCOMPARE(::chown(QByteArray(tree.toUtf8() + "/.git").constData(), 65534, 65534), 0);
        VERIFY_FAILS(Git::openRepository(tree), ErrorKind::Denied);
    }

    void a03_aRepositoryOfAnotherUserAroundTheFolderIsDenied()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give files away");
        RepoBuilder around;
        around.write("mine/notes", "x\n");
        QCOMPARE(::chown(around.bytePath(".git").constData(), 65534, 65534), 0);
        VERIFY_FAILS(Git::openRepository(around.path() + u"/mine"_s), ErrorKind::Denied);
    }

    void b07_aGitInTheWorkTreeIsNotRun()
    {
        RepoBuilder repo;
        const QByteArray canary = "#!/bin/sh\ntouch '" + repo.folder().toUtf8() + "/ran'\n";
        for (const char *name : {"git", "gpg", "ssh", "xargs"})
            repo.write(name, canary, 0755);
        const QByteArray before = qgetenv("PATH");
        const QString here = QDir::currentPath();
        QVERIFY(QDir::setCurrent(repo.path()));
        qputenv("PATH", QByteArray(".::" + before));
        const auto result =
            programAt(repo).run({.arguments = {u"status"_s}, .kind = Git::Program::Kind::Read}, {});
        qputenv("PATH", before);
        QVERIFY(QDir::setCurrent(here));
        VERIFY_RESULT(result);
        QVERIFY(result->output.contains("gpg"));
        QCOMPARE(Tests::ranOf(repo), QStringList());
    }

    void e07_namesThatMeanTheGitFolderAreReadAndNotCheckedOut_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("case") << "40000 .GIT"_ba;
        QTest::newRow("short name") << "40000 git~1"_ba;
        QTest::newRow("plain") << "40000 .git"_ba;
        QTest::newRow("above") << "40000 .."_ba;
        QTest::newRow("link") << "120000 .gitmodules"_ba;
    }

    void e07_namesThatMeanTheGitFolderAreReadAndNotCheckedOut()
    {
        QFETCH(QByteArray, entry);
        RepoBuilder repo;
        const QByteArray safe = repo.write("a.txt", "1\n").commit("one");
        const auto write = [&](const char *type, const QByteArray &content) {
            return repo
                .git({u"hash-object"_s, u"-t"_s, QString::fromLatin1(type), u"--literally"_s, u"-w"_s,
                      u"--stdin"_s},
                     content)
                .trimmed();
        };
        const QByteArray blob = write("blob", "[core]\n\tfsmonitor = evil\n");
        const QByteArray folder =
            write("tree", "100644 config" + QByteArray(1, '\0') + QByteArray::fromHex(blob));
        const QByteArray inner = entry.startsWith("4") ? folder : blob;
        const QByteArray tree = write("tree", entry + QByteArray(1, '\0') + QByteArray::fromHex(inner));
        const QByteArray made = repo.git({u"commit-tree"_s, QString::fromLatin1(tree), u"-p"_s,
                                          QString::fromLatin1(safe), u"-m"_s, u"evil"_s})
                                    .trimmed();
        const QByteArray config = repo.read(".git/config");
        const Git::Program git = programAt(repo);
        const auto id = Git::ObjectId::fromHex(made);
        VERIFY_RESULT(Git::readCommit(git.location(), *id));
        const auto diff = Git::readDiff(
            git.location(), {.sides = Git::DiffSides::CommitToParent, .commit = *id}, {}); // or says why not
        QVERIFY(diff || !diff.error().message.isEmpty());
        QVERIFY(!Git::checkoutCommit(git, *id, {}));
        QCOMPARE(repo.read(".git/config"), config);
        QVERIFY(!repo.exists(".GIT/config") && !repo.exists("git~1"));
        QVERIFY(!QFile::exists(repo.path() + u"/../config"_s));
    }

    void e08_aForgedDifferenceTouchesNothingElse_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("above") << "../outside"_ba;
        QTest::newRow("absolute") << "/tmp/outside"_ba;
        QTest::newRow("Git folder") << ".git/hooks/pre-commit"_ba;
        QTest::newRow("through a link") << "link/outside"_ba;
        QTest::newRow("another file") << "b.txt"_ba;
    }

    void e08_aForgedDifferenceTouchesNothingElse()
    {
        QFETCH(QByteArray, path);
        RepoBuilder repo;
        repo.write("a.txt", "1\n")
            .write("b.txt", "other\n")
            .link("link", repo.folder().toUtf8())
            .commit("one");
        repo.write("a.txt", "2\n");
        repo.write("../outside", "1\n").write("../beside/outside", "1\n");
        const Git::Program git = programAt(repo);
        auto files = Git::readDiff(git.location(), {.paths = {"a.txt"}}, {});
        VERIFY_RESULT(files);
        Diff::FileDiff forged = files->first();
        forged.oldPath = forged.newPath = path;
        QVERIFY(!Git::stageLines(git, forged, {0, 1}, {}));
        QVERIFY(!Git::discardLines(git, forged, {0, 1}, {}));
        QCOMPARE(repo.read("../outside"), "1\n");
        QCOMPARE(repo.read("../beside/outside"), "1\n");
        QCOMPARE(repo.read("b.txt"), "other\n");
        QVERIFY(!repo.exists(".git/hooks/pre-commit") && !QFile::exists(u"/tmp/outside"_s));
        QVERIFY(repo.git({u"diff"_s, u"--cached"_s}).isEmpty());
    }

private:
    Git::Program programAt(const RepoBuilder &repo) const
    {
        const auto info = Git::openRepository(repo.path());
        if (!info)
            qFatal("%s", qPrintable(info.error().message));
        Git::RepoLocation where = info->location;
        where.trust = Git::Trust::Trusted;
        return Git::Program(m_runner, where);
    }

    SystemProcessRunner m_runner;
};

QTEST_GUILESS_MAIN(UntrustedTest)
#include "tst_untrusted.moc"
