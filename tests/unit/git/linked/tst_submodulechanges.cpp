// SPDX-License-Identifier: GPL-3.0-or-later
#include "../writefixture.h"

#include "git/linked/submodulechanges.h"
#include "git/linked/submodulechecks.h"
#include "git/linked/submodules.h"
#include "git/status.h"
#include "git/undo.h"

#include <QDir>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

/// A repository that may take folders of this machine, and one to take.
struct Taking
{
    Taking()
    {
        inner.write("f", "1\n").write(".gitignore", "*.o\n").commit("inner");
        fixture.repo.write("g", "1\n").commit("outer");
    }
    Result<QByteArray> add(const QByteArray &path = "libs/sub", const QByteArray &url = {}) const
    {
        return Git::addSubmodule(fixture.runner, fixture.where(),
                                 {.url = url.isEmpty() ? inner.path().toUtf8() : url, .path = path}, {}, {});
    }
    Result<void> deinit(Git::SubmoduleContent content = Git::SubmoduleContent::Kept) const
    {
        return Git::deinitSubmodule(fixture.runner, fixture.where(), "libs/sub", content, {});
    }
    Result<QList<QByteArray>> initialise() const
    {
        return Git::updateSubmodules(fixture.runner, fixture.where(), {.initialises = true}, {}, {});
    }
    Git::Submodule module() const
    {
        const auto all = Git::readSubmodules(fixture.where(), Git::SubmoduleDepth::Contents, {});
        return all && all->size() == 1 ? all->first() : Git::Submodule();
    }

    RepoBuilder inner;
    WriteFixture fixture;
};

} // namespace

class SubmoduleChangesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddedOneIsClonedAndStagedAsByGit()
    {
        Taking taking;
        const auto added = taking.add();
        VERIFY_RESULT(added);
        QCOMPARE(*added, "libs/sub");
        const auto &repo = taking.fixture.repo;
        QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), "A  .gitmodules\nA  libs/sub\n");
        QCOMPARE(repo.read("libs/sub/f"), "1\n");
        QCOMPARE(taking.module().url, taking.inner.path().toUtf8());
        QVERIFY(taking.module().isInitialised);
        VERIFY_FAILURE(taking.add(), ErrorKind::Conflict);
    }

    void foldersAreTakenOnlyWhereGitTakesThem_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<bool>("isTaken");
        QTest::addColumn<QString>("place");
        QTest::newRow("nothing said") << QStringList() << false << u"--global"_s;
        QTest::newRow("by the user") << QStringList{u"protocol.file.allow=user"_s} << false << u"--global"_s;
        QTest::newRow("never") << QStringList{u"protocol.file.allow=never"_s} << false << u"--global"_s;
        QTest::newRow("always") << QStringList{u"protocol.file.allow=always"_s} << true << u"--global"_s;
        QTest::newRow("by the repository, whose word does not reach the clone")
            << QStringList{u"protocol.file.allow=always"_s} << false << u"--local"_s;
        QTest::newRow("all protocols") << QStringList{u"protocol.allow=always"_s} << true << u"--global"_s;
        QTest::newRow("its own first")
            << QStringList{u"protocol.allow=always"_s, u"protocol.file.allow=user"_s} << false
            << u"--global"_s;
    }

    void foldersAreTakenOnlyWhereGitTakesThem()
    {
        QFETCH(QStringList, settings);
        QFETCH(bool, isTaken);
        Taking taking;
        auto &repo = taking.fixture.repo;
        const QString user = Tests::isolatedHome() + u"/.gitconfig"_s;
        QVERIFY(QFile::copy(user, user + u".kept"_s));
        const auto restore = qScopeGuard([&] {
            QFile::remove(user);
            QFile::rename(user + u".kept"_s, user);
        });
        repo.git({u"config"_s, u"--global"_s, u"--unset"_s, u"protocol.file.allow"_s});
        QFETCH(QString, place);
        for (const QString &setting : settings)
            repo.git({u"config"_s, place, setting.section(u'=', 0, 0), setting.section(u'=', 1)});
        QCOMPARE(repo.tryGit({u"submodule"_s, u"--quiet"_s, u"add"_s, taking.inner.path(), u"by-git"_s})
                         .exitCode == 0,
                 isTaken);
        const auto added = taking.add();
        QCOMPARE(added.has_value(), isTaken);
        if (!isTaken) {
            QCOMPARE(added.error().kind, ErrorKind::Denied);
            QVERIFY(!repo.exists("libs/sub") && !repo.exists(".gitmodules"));
        }
    }

    void whatFailsLeavesNothing()
    {
        Taking taking;
        const QByteArray none = taking.fixture.repo.folder().toUtf8() + "/none";
        QVERIFY(!taking.add("libs/sub", none));
        QCOMPARE(taking.fixture.repo.git({u"status"_s, u"--porcelain"_s}), "");
        QVERIFY(!taking.fixture.repo.exists("libs/sub"));
        QVERIFY(!taking.fixture.repo.exists(".git/modules/libs/sub"));
        VERIFY_RESULT(taking.add()); // nothing stands in the way of another try
    }

    void whatGitMustNotHaveIsRefused_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("helper") << "ext::sh -c x"_ba << "sub"_ba;
        QTest::newRow("option") << "--upload-pack=x"_ba << "sub"_ba;
        QTest::newRow("password") << "https://a:hunter2@example.org/x"_ba << "sub"_ba;
        QTest::newRow("outside") << "https://example.org/x"_ba << "../sub"_ba;
        QTest::newRow("into .git") << "https://example.org/x"_ba << ".git/hooks"_ba;
        QTest::newRow("path as option") << "https://example.org/x"_ba << "-x"_ba;
        QTest::newRow("path as pattern") << "https://example.org/x"_ba << ":(top)x"_ba;
        QTest::newRow("no name") << "https://example.org/"_ba << ""_ba;
    }

    void whatGitMustNotHaveIsRefused()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, path);
        Taking taking;
        VERIFY_FAILURE(taking.add(path, url), ErrorKind::Invalid);
        QCOMPARE(taking.fixture.repo.git({u"status"_s, u"--porcelain"_s}), "");
    }

    void withoutTrustNothingRuns()
    {
        Taking taking;
        auto where = taking.fixture.where();
        where.trust = Git::Trust::Restricted;
        VERIFY_FAILURE(
            Git::addSubmodule(taking.fixture.runner, where, {.url = "https://example.org/x"}, {}, {}),
            ErrorKind::Denied);
        VERIFY_FAILURE(
            Git::deinitSubmodule(taking.fixture.runner, where, "x", Git::SubmoduleContent::Kept, {}),
            ErrorKind::Denied);
    }

    void aDeinitialisedOneIsEmptyAndComesBack()
    {
        Taking taking;
        VERIFY_RESULT(taking.add());
        taking.fixture.repo.commit("with sub");
        VERIFY_RESULT(taking.deinit());
        QVERIFY(!taking.fixture.repo.exists("libs/sub/f"));
        QVERIFY(!taking.module().isInitialised && !taking.module().isPopulated);
        QCOMPARE(taking.fixture.repo.git({u"status"_s, u"--porcelain"_s}), "");
        VERIFY_FAILURE(taking.deinit(), ErrorKind::Invalid);
        VERIFY_RESULT(taking.initialise());
        QCOMPARE(taking.fixture.repo.read("libs/sub/f"), "1\n");
        VERIFY_FAILURE(Git::deinitSubmodule(taking.fixture.runner, taking.fixture.where(), "g",
                                            Git::SubmoduleContent::Kept, {}),
                       ErrorKind::NotFound);
    }

    void changesInItAreNotLost()
    {
        Taking taking;
        VERIFY_RESULT(taking.add());
        auto &repo = taking.fixture.repo;
        repo.commit("with sub");
        repo.git({u"-C"_s, u"libs/sub"_s, u"checkout"_s, u"-q"_s, u"main"_s});
        repo.write("libs/sub/f", "staged\n");
        repo.git({u"-C"_s, u"libs/sub"_s, u"add"_s, u"f"_s});
        repo.write("libs/sub/f", "changed\n").write("libs/sub/new", "untracked\n");
        VERIFY_FAILURE(taking.deinit(), ErrorKind::Conflict);
        QCOMPARE(repo.read("libs/sub/f"), "changed\n");
        VERIFY_RESULT(taking.deinit(Git::SubmoduleContent::Recorded));
        QVERIFY(!repo.exists("libs/sub/f"));

        VERIFY_RESULT(taking.initialise());
        const auto inside = Git::locateSubmodule(taking.fixture.where(), "libs/sub");
        VERIFY_RESULT(inside);
        const Git::Program git(taking.fixture.runner, *inside);
        repo.git({u"-C"_s, u"libs/sub"_s, u"checkout"_s, u"-q"_s, u"main"_s});
        const auto records = Git::readUndoRecords(*inside);
        VERIFY_RESULT(records);
        QCOMPARE(records->size(), 2);
        for (const Git::UndoRecord &record : *records)
            VERIFY_RESULT(Git::undo(git, record, Git::UndoExtent::Everything, {}));
        QCOMPARE(repo.read("libs/sub/f"), "changed\n");
        QCOMPARE(repo.read("libs/sub/new"), "untracked\n");
        QCOMPARE(repo.git({u"-C"_s, u"libs/sub"_s, u"show"_s, u":f"_s}), "staged\n");
    }

    void changesInItsOwnSubmodulesAreNotLost()
    {
        Taking taking;
        RepoBuilder innermost;
        innermost.write("f", "1\n").commit("innermost");
        taking.inner.git({u"submodule"_s, u"--quiet"_s, u"add"_s, innermost.path(), u"deep"_s});
        taking.inner.commit("with deep");
        VERIFY_RESULT(taking.add());
        VERIFY_RESULT(Git::updateSubmodules(taking.fixture.runner, taking.fixture.where(),
                                            {.initialises = true, .isRecursive = true}, {}, {}));
        taking.fixture.repo.write("libs/sub/deep/f", "changed\n");
        VERIFY_FAILURE(taking.deinit(Git::SubmoduleContent::Recorded), ErrorKind::Conflict);
        QCOMPARE(taking.fixture.repo.read("libs/sub/deep/f"), "changed\n");
    }

    void oneThatWasJustAddedIsDeinitialised()
    {
        Taking taking;
        VERIFY_RESULT(taking.add());
        VERIFY_RESULT(taking.deinit());
        QVERIFY(!taking.fixture.repo.exists("libs/sub/f"));
    }

    void aCommitOnNoBranchIsNotLeft()
    {
        Taking taking;
        VERIFY_RESULT(taking.add());
        auto &repo = taking.fixture.repo;
        repo.git({u"-C"_s, u"libs/sub"_s, u"checkout"_s, u"-q"_s, u"--detach"_s});
        repo.git({u"-C"_s, u"libs/sub"_s, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"alone"_s});
        VERIFY_FAILURE(taking.deinit(Git::SubmoduleContent::Recorded), ErrorKind::Conflict);
        QVERIFY(repo.exists("libs/sub/f"));
    }
};

QTEST_GUILESS_MAIN(SubmoduleChangesTest)

#include "tst_submodulechanges.moc"
