// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitstore.h"
#include "git/layout.h"
#include "git/open.h"
#include "git/refs.h"
#include "git/status.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>
#include <QDirIterator>

#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

enum class Planted { Pipe, Device };

void plant(const QByteArray &path, Planted what)
{
    QDir().mkpath(QFileInfo(QFile::decodeName(path)).path());
    ::unlink(path.constData());
    QCOMPARE(what == Planted::Pipe ? ::mkfifo(path.constData(), 0644)
                                   : ::symlink("/dev/zero", path.constData()),
             0);
}

void giveAway(const QString &folder)
{
    QDirIterator each(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (each.hasNext())
        if (::lchown(QFile::encodeName(each.next()).constData(), 65534, 65534) != 0)
            qFatal("cannot give away %s", qPrintable(each.filePath()));
    if (::lchown(QFile::encodeName(folder).constData(), 65534, 65534) != 0)
        qFatal("cannot give away %s", qPrintable(folder));
}

} // namespace

/// What a repository from elsewhere may hold in the places that git opens first. A test that hangs has
/// failed.
class LayoutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void d07_aFolderThatMayNotBeWrittenIsReadAndSaysSo()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").commit("one");
        repo.write("a", "2\n");
        const QString before = Git::openRepository(repo.path())->readOnlyReasons.join(u' ');
        const bool isRoot = ::geteuid() == 0;
        if (isRoot) { // who may write everywhere
            giveAway(QFileInfo(repo.path()).path());
            giveAway(Tests::isolatedHome());
        }
        QCOMPARE(::chmod(repo.bytePath(".git").constData(), 0555), 0);
        if (isRoot)
            QCOMPARE(::seteuid(65534), 0);
        const bool isReached =
            ::faccessat(AT_FDCWD, repo.bytePath().constData(), R_OK | X_OK, AT_EACCESS) == 0;
        const auto info = Git::openRepository(repo.path());
        const auto status = info ? Git::readStatus(info->location, {}, {}) : Result<Git::Status>();
        if (isRoot)
            QCOMPARE(::seteuid(0), 0);
        ::chmod(repo.bytePath(".git").constData(), 0755);
        if (!isReached)
            QSKIP("another user may not enter the folder for temporary files");
        QCOMPARE(before, QString());
        VERIFY_RESULT(info);
        QCOMPARE(info->readOnlyReasons.size(), 1);
        QVERIFY(info->readOnlyReasons.first().contains(repo.gitDir()));
        VERIFY_RESULT(status);
        QCOMPARE(status->unstaged.size(), 1);
    }

    void noPipeAndNoDeviceIsOpened_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name :
             {"HEAD", "config", "commondir", "config.worktree", "index", "packed-refs", "shallow",
              "info/grafts", "info/exclude", "info/attributes", "objects/info/alternates", "refs/heads/main"})
            QTest::addRow("%s", name) << QByteArray(name);
    }
    void noPipeAndNoDeviceIsOpened()
    {
        QFETCH(QByteArray, name);
        for (const Planted what : {Planted::Pipe, Planted::Device}) {
            RepoBuilder repo;
            repo.write("f", "1\n").commit("one");
            const Git::RepoLocation before = Git::openRepository(repo.path())->location;
            plant(repo.bytePath(".git/" + name), what);
            const auto info = Git::openRepository(repo.path());
            VERIFY_FAILS(info, ErrorKind::Invalid);
            QVERIFY2(
                info.error().message.contains(QString::fromLatin1(name.sliced(name.lastIndexOf('/') + 1))),
                qPrintable(info.error().message));
            VERIFY_FAILS(Git::readRefs(before, {}), ErrorKind::Invalid); // planted while it is open
            VERIFY_FAILS(Git::CommitStore::open(before, {}, {}), ErrorKind::Invalid);
        }
    }

    void aListThatFillsTheMemoryIsRefused()
    {
        for (const char *name : {"packed-refs", "shallow", "info/grafts"}) {
            RepoBuilder repo;
            repo.write("f", "1\n").commit("one");
            QDir().mkpath(repo.gitDir() + u"/info"_s);
            QFile file(repo.gitDir() + u'/' + QString::fromLatin1(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(Git::kLargestList + 1)); // sparse
            file.close();
            const auto info = Git::openRepository(repo.path());
            VERIFY_FAILS(info, ErrorKind::Invalid);
            QVERIFY(info.error().message.contains(u"too large"_s));
        }
    }

    void aLinkFromTheReferencesIsFollowedIntoAGitFolderOnly()
    {
        RepoBuilder repo, other;
        const QByteArray id = other.write("f", "1\n").commit("one");
        QVERIFY(QDir(repo.gitDir() + u"/refs"_s).removeRecursively());
        for (const QByteArray &elsewhere : {"/"_ba, "/usr"_ba, other.bytePath()}) {
            QCOMPARE(::symlink(elsewhere.constData(), repo.bytePath(".git/refs").constData()), 0);
            VERIFY_FAILS(Git::openRepository(repo.path()), ErrorKind::Invalid);
            QCOMPARE(::unlink(repo.bytePath(".git/refs").constData()), 0);
        }
        // As git-new-workdir makes a work tree.
        for (const char *shared : {"refs", "objects", "config", "info", "packed-refs"}) {
            const QString path = repo.gitDir() + u'/' + QString::fromLatin1(shared);
            QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path);
            QCOMPARE(::symlink(other.bytePath(QByteArray(".git/") + shared).constData(),
                               QFile::encodeName(path).constData()),
                     0);
        }
        const auto info = Git::openRepository(repo.path());
        VERIFY_RESULT(info);
        const auto refs = Git::readRefs(info->location, {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->problems, QStringList());
        QCOMPARE(refs->head.target.toHex(), id);
    }

    void headMayBeALinkToAReferenceAsInOldRepositories()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const QByteArray head = repo.bytePath(".git/HEAD");
        for (const char *target : {"refs/heads/main", "/etc/hostname", "config"}) {
            ::unlink(head.constData());
            QCOMPARE(::symlink(target, head.constData()), 0);
            const bool isGood = repo.tryGit({u"rev-parse"_s, u"HEAD"_s}).exitCode == 0;
            QCOMPARE(isGood, QByteArrayView(target).startsWith("refs/"));
            QCOMPARE(Git::openRepository(repo.path()).has_value(), isGood);
        }
    }

    void whatLiesAmongTheReferencesHoldsNobody()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const auto where = Git::openRepository(repo.path())->location;
        const QByteArray odd = repo.bytePath(".git/refs/heads/odd");
        QCOMPARE(::mkfifo(odd.constData(), 0644), 0);
        VERIFY_FAILS(Git::readRefs(where, {}), ErrorKind::Invalid);
        ::unlink(odd.constData());
        QCOMPARE(::symlink("/", odd.constData()), 0);
        VERIFY_FAILS(Git::readRefs(where, {}), ErrorKind::Invalid);
        ::unlink(odd.constData());
        QCOMPARE(::symlink("main", odd.constData()), 0); // a link to a file is a reference
        VERIFY_RESULT(Git::readRefs(where, {}));
        QCOMPARE(::symlink("/", repo.bytePath(".git/refs/replace").constData()), 0);
        const auto store = Git::CommitStore::open(where, {}, {});
        VERIFY_RESULT(store);
        QCOMPARE((*store)->problems().size(), 1);
        QVERIFY((*store)->problems().first().contains(u"refs/replace"_s));
    }

    void linkedWorkTreesAreLookedAtToo()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const QString tree = repo.folder() + u"/tree"_s;
        repo.git({u"worktree"_s, u"add"_s, u"-q"_s, tree});
        VERIFY_RESULT(Git::openRepository(tree));
        plant(repo.bytePath(".git/worktrees/tree/index"), Planted::Pipe);
        VERIFY_FAILS(Git::openRepository(tree), ErrorKind::Invalid);
        VERIFY_RESULT(Git::openRepository(repo.path()));
    }
};

QTEST_GUILESS_MAIN(LayoutTest)
#include "tst_layout.moc"
