// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/newrepository.h"
#include "git/open.h"
#include "git/refs.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

Result<void> makeIn(const QString &folder, const QByteArray &branch = "trunk")
{
    return Git::makeRepository(SystemProcessRunner(), {.folder = QFile::encodeName(folder), .branch = branch},
                               {});
}

} // namespace

class NewRepositoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Tests::isolatedHome(); }

    void itIsMadeWithItsFirstBranchAndFilesStay()
    {
        const RepoBuilder beside;
        const QString folder = beside.folder() + u"/deep/new"_s;
        VERIFY_RESULT(makeIn(folder));
        const auto info = Git::openRepository(folder, {.mayClimb = false});
        VERIFY_RESULT(info);
        const auto refs = Git::readRefs(info->location, {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->head.state, Git::HeadState::Unborn);
        QCOMPARE(refs->head.branch, "refs/heads/trunk");

        const QString present = beside.folder() + u"/present"_s;
        QVERIFY(QDir().mkpath(present));
        QFile file(present + u"/file"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("1") == 1);
        file.close();
        VERIFY_RESULT(makeIn(present));
        QVERIFY(QFile::exists(present + u"/file"_s));
    }

    void aRepositoryIsLeftAloneAndTheWayOutNamed_data()
    {
        QTest::addColumn<QStringList>("kind");
        QTest::newRow("with a work tree") << QStringList();
        QTest::newRow("bare") << QStringList{u"--bare"_s};
    }

    void aRepositoryIsLeftAloneAndTheWayOutNamed()
    {
        QFETCH(QStringList, kind);
        const RepoBuilder repo(kind);
        const auto made = makeIn(repo.path());
        VERIFY_FAILS(made, ErrorKind::Conflict);
        QVERIFY(made.error().hint.contains("Open"_L1));
        QCOMPARE(repo.git({u"symbolic-ref"_s, u"HEAD"_s}).trimmed(), "refs/heads/main");
    }

    void aDamagedOneIsNoFreeFolder()
    {
        RepoBuilder repo;
        repo.write(".git/config", "[broken");
        VERIFY_FAILS(makeIn(repo.path()), ErrorKind::Conflict);
        QCOMPARE(repo.read(".git/config"), "[broken");
    }

    void insideAnotherWorkTreeItIsItsOwn()
    {
        const RepoBuilder repo;
        VERIFY_RESULT(makeIn(repo.path() + u"/inner"_s));
        QCOMPARE(Git::openRepository(repo.path() + u"/inner"_s)->location.workTree,
                 QFile::encodeName(repo.path() + u"/inner"_s));
    }

    void wrongNamesAreRefused()
    {
        const RepoBuilder beside;
        VERIFY_FAILS(makeIn(u"relative"_s), ErrorKind::Invalid);
        VERIFY_FAILS(makeIn(beside.folder() + u"/x"_s, "a..b"), ErrorKind::Invalid);
        VERIFY_FAILS(makeIn(beside.folder() + u"/x"_s, "-q"), ErrorKind::Invalid);
        QVERIFY(!QFile::exists(beside.folder() + u"/x"_s));
        QFile file(beside.folder() + u"/file"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        VERIFY_FAILS(makeIn(file.fileName()), ErrorKind::Conflict);
    }

    void theFirstBranchIsTheConfiguredOne()
    {
        const RepoBuilder beside;
        const QStringList set{u"config"_s, u"--global"_s, u"init.defaultBranch"_s};
        beside.git({u"config"_s, u"--global"_s, u"--unset"_s, u"init.defaultBranch"_s});
        QCOMPARE(Git::readFirstBranch(), "master");
        beside.git(set + QStringList{u"devel"_s});
        QCOMPARE(Git::readFirstBranch(), "devel");
        const QString folder = beside.folder() + u"/x"_s;
        VERIFY_RESULT(makeIn(folder, {}));
        QCOMPARE(Git::readRefs(Git::openRepository(folder)->location, {})->head.branch, "refs/heads/devel");
    }
};

QTEST_GUILESS_MAIN(NewRepositoryTest)

#include "tst_newrepository.moc"
