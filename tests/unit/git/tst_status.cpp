// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/diff.h"
#include "git/log.h"
#include "git/open.h"
#include "git/status.h"
#include "git/tree.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using Diff::FileStatus;
using Tests::RepoBuilder;

namespace {

Git::RepoLocation locationOf(const RepoBuilder &repo)
{
    return Git::openRepository(repo.path())->location;
}

QByteArray letter(FileStatus status)
{
    return QByteArrayView("=AMDRCTUX").sliced(int(status), 1).toByteArray();
}

// "M path", "R old > new", " /" behind a folder that is not descended into, "s" for a submodule.
QList<QByteArray> shown(const QList<Git::StatusEntry> &entries)
{
    QList<QByteArray> lines;
    for (const Git::StatusEntry &entry : entries) {
        QByteArray line = letter(entry.status) + ' ';
        if (!entry.oldPath.isEmpty())
            line += entry.oldPath + " > ";
        lines += line + entry.path + (entry.isFolder ? " /" : "") + (entry.isSubmodule ? " s" : "");
    }
    return lines;
}

using Lines = QList<QByteArray>;

/// Bytes that this process has read so far.
qint64 bytesRead()
{
    QFile counters(u"/proc/self/io"_s);
    if (!counters.open(QFile::ReadOnly))
        return -1;
    return counters.readAll().split('\n').value(0).mid(7).toLongLong(); // "rchar: 123"
}

} // namespace

class StatusTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Of tens of thousands of files the index is megabytes, and most of the work.
    void theIndexIsReadOnce()
    {
        if (bytesRead() < 0)
            QSKIP("What a process reads is not told here");
        RepoBuilder repo;
        repo.write("a", "1\n").commit("first");
        const QByteArray blob = repo.resolve("HEAD:a");
        QByteArray entries;
        for (int file = 0; file < 3000; ++file)
            entries += "100644 " + blob + "\tfolder/file" + QByteArray::number(file) + '\n';
        repo.git({u"update-index"_s, u"--index-info"_s}, entries);
        const qint64 size = QFileInfo(repo.gitDir() + u"/index"_s).size();
        QVERIFY(size > 200'000);
        const Git::RepoLocation where = locationOf(repo);
        const qint64 before = bytesRead();
        const auto status = Git::readStatus(where, {}, {});
        const qint64 read = bytesRead() - before;
        VERIFY_RESULT(status);
        QCOMPARE(status->staged.size(), 3000);
        QVERIFY2(read >= size && read < 2 * size,
                 QByteArray::number(double(read) / double(size)).constData());
    }

    void aCleanTreeHasNoEntries()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(status);
        QVERIFY(status->staged.isEmpty());
        QVERIFY(status->unstaged.isEmpty());
    }

    void bothSidesAreListedByPath()
    {
        RepoBuilder repo;
        repo.write("a", "1\n")
            .write("b", "1\n")
            .write("c", "1\n")
            .write("d", "1\n")
            .write("e", "1\n")
            .commit("one");
        repo.write("a", "2\n").remove("b").write("new", "other content\n").stage();
        repo.write("a", "3\n").write("c", "2\n").remove("d").write("other", "1\n").link("e", "c");
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(status);
        QCOMPARE(shown(status->staged), (Lines{"M a", "D b", "A new"}));
        QCOMPARE(shown(status->unstaged), (Lines{"M a", "M c", "D d", "T e", "U other"}));
    }

    void everythingIsAddedWhenHeadIsUnborn()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").stage().write("b", "1\n");
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(status);
        QCOMPARE(shown(status->staged), (Lines{"A a"}));
        QCOMPARE(shown(status->unstaged), (Lines{"U b"}));
    }

    void aStagedRenameIsOneEntry()
    {
        RepoBuilder repo;
        repo.write("old name", "1\n2\n3\n4\n5\n").commit("one");
        repo.git({u"mv"_s, u"old name"_s, u"new name"_s});
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(status);
        QCOMPARE(shown(status->staged), (Lines{"R old name > new name"}));
    }

    void aChangedTypeIsNoHalfOfARename()
    {
        RepoBuilder repo;
        const QByteArray text = "one\ntwo\nthree\nfour\n";
        repo.write("gone", text).link("was a link", "gone").write("apart", "x\n").commit("one");
        repo.remove("gone").write("was a link", text).write("new", "y\n").stage();
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(status);
        QCOMPARE(shown(status->staged), (Lines{"D gone", "A new", "T was a link"}));
    }

    void untrackedFoldersAreExpandedOnlyWhenAskedFor()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").write(".gitignore", "*.log\nbuild/\n").commit("one");
        repo.write("sub/a", "1\n")
            .write("sub/deep/b", "1\n")
            .write("sub/x.log", "1\n")
            .write("build/o", "1\n");
        QCOMPARE(shown(Git::readStatus(locationOf(repo), {}, {})->unstaged), (Lines{"U sub/ /"}));
        QCOMPARE(shown(Git::readStatus(locationOf(repo), {.expandsUntrackedFolders = true}, {})->unstaged),
                 (Lines{"U sub/a", "U sub/deep/b"}));
    }

    void aConflictStandsInUnstagedOnly()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").write("g", "1\n").commit("one");
        repo.branch("side").write("f", "2\n").remove("g").commit("two");
        repo.checkout("side").write("f", "3\n").write("g", "2\n").commit("three");
        QVERIFY(repo.tryGit({u"merge"_s, u"main"_s}).exitCode != 0);
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(status);
        QVERIFY(status->staged.isEmpty());
        QCOMPARE(shown(status->unstaged), (Lines{"X f", "X g"}));
    }

    void namesAreBytes()
    {
        RepoBuilder repo;
        const Lines names = {"-rf", "a\nb", "cafe\xcc\x81", "caf\xc3\xa9", "caf\xe9", "star*", "\xff"};
        for (const QByteArray &name : names)
            repo.write(name, "1\n");
        repo.commit("one");
        for (const QByteArray &name : names)
            repo.write(name, "2\n2\n");
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(status);
        Lines seen;
        for (const Git::StatusEntry &entry : status->unstaged)
            seen += entry.path;
        QCOMPARE(seen, names);
    }

    void aModeChangeIsAModification()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write("f", "1\n", 0755);
        QCOMPARE(shown(Git::readStatus(locationOf(repo), {}, {})->unstaged), (Lines{"M f"}));
    }

    void aMovedSubmoduleIsFlagged()
    {
        RepoBuilder inner, outer;
        inner.commit("one");
        outer.git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        QCOMPARE(shown(Git::readStatus(locationOf(outer), {}, {})->staged),
                 (Lines{"A .gitmodules", "A sub s"}));
        outer.commit("sub");
        outer.git({u"-C"_s, u"sub"_s, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"two"_s});
        QCOMPARE(shown(Git::readStatus(locationOf(outer), {}, {})->unstaged), (Lines{"M sub s"}));
    }

    void anotherIndexFileIsHonoured()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").write("b", "1\n").commit("one");
        repo.write("a", "2\n");
        repo.git({u"add"_s, u"a"_s});
        auto where = locationOf(repo);
        QVERIFY(QFile::copy(repo.gitDir() + u"/index"_s, repo.gitDir() + u"/partial"_s));
        repo.write("b", "2\n").stage();
        where.indexFile = repo.bytePath(".git/partial");
        const auto status = Git::readStatus(where, {}, {});
        VERIFY_RESULT(status);
        QCOMPARE(shown(status->staged), (Lines{"M a"}));
        QCOMPARE(shown(status->unstaged), (Lines{"M b"}));
    }

    void readingLeavesTheIndexAlone()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write("f", "1\n"); // same content, other times: git would refresh the index
        const QByteArray before = repo.read(".git/index");
        repo.write(".git/index.lock", "");
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(status);
        QVERIFY(status->unstaged.isEmpty());
        QCOMPARE(repo.read(".git/index"), before);
    }

    void aBareRepositoryAndABrokenIndexAreExplained()
    {
        const RepoBuilder bare({u"--bare"_s});
        VERIFY_FAILS(Git::readStatus(locationOf(bare), {}, {}), ErrorKind::Invalid);
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write(".git/index", "DIRC garbage");
        VERIFY_FAILS(Git::readStatus(locationOf(repo), {}, {}), ErrorKind::NotFound);
    }

    void d09_anIndexOfVersionFourIsRead()
    {
        RepoBuilder repo;
        repo.write("folder/a", "1\n").write("folder/b", "1\n").commit("one");
        repo.git({u"update-index"_s, u"--index-version"_s, u"4"_s});
        QCOMPARE(repo.read(".git/index").at(7), char(4));
        repo.write("folder/a", "2\n").stage({"folder/a"}).write("folder/b", "2\n");
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(status);
        QCOMPARE(shown(status->staged), (Lines{"M folder/a"}));
        QCOMPARE(shown(status->unstaged), (Lines{"M folder/b"}));
    }

    void d09_anIndexThatIsAFolderIsSaid()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        QVERIFY(QFile::rename(repo.gitDir() + u"/index"_s, repo.gitDir() + u"/aside"_s));
        QVERIFY(QDir().mkpath(repo.gitDir() + u"/index"_s));
        auto where = locationOf(repo);
        const auto check = [&](const QString &name) {
            const auto status = Git::readStatus(where, {}, {});
            VERIFY_FAILS(status, ErrorKind::NotFound);
            QVERIFY2(status.error().message.contains(u"is a folder"_s), qPrintable(status.error().message));
            QVERIFY(status.error().message.contains(name));
            QVERIFY(!status.error().hint.isEmpty());
            const auto files = Git::readDiff(where, {.sides = Git::DiffSides::IndexToWorkTree}, {});
            VERIFY_FAILS(files, ErrorKind::NotFound);
            QVERIFY2(files.error().message.contains(u"is a folder"_s), qPrintable(files.error().message));
        };
        check(u".git/index"_s);
        where.indexFile = repo.bytePath(".git/other");
        QVERIFY(QDir().mkpath(repo.gitDir() + u"/other"_s));
        check(u".git/other"_s);
    }

    void d09_aSplitIndexIsSaidWithTheWayOut()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").commit("one");
        repo.git({u"update-index"_s, u"--split-index"_s});
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_FAILS(status, ErrorKind::NotFound);
        QVERIFY(status.error().message.contains(u"split"_s));
        QVERIFY(status.error().hint.contains(u"git update-index --no-split-index"_s));
        repo.git({u"update-index"_s, u"--no-split-index"_s});
        VERIFY_RESULT(Git::readStatus(locationOf(repo), {}, {}));
    }

    void anotherIndexIsTheOneThatIsRead()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        auto where = locationOf(repo);
        where.indexFile = repo.bytePath(".git/none"); // an empty index, as for git
        const auto empty = Git::readStatus(where, {}, {});
        VERIFY_RESULT(empty);
        QCOMPARE(empty->staged.size(), 1);
        QCOMPARE(empty->staged.first().status, Diff::FileStatus::Deleted);
        QVERIFY(Git::readStatus(locationOf(repo), {}, {})->staged.isEmpty());
        repo.write(".git/broken", "DIRC garbage");
        where.indexFile = repo.bytePath(".git/broken");
        VERIFY_FAILS(Git::readStatus(where, {}, {}), ErrorKind::NotFound);
        VERIFY_FAILS(Git::readIndex(where, {}), ErrorKind::NotFound);
        VERIFY_RESULT(Git::readCommit(where, *Git::ObjectId::fromHex(repo.resolve("HEAD")))); // needs none
    }

    void aSparseIndexIsReadLikeAWholeOne_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("hasChecksum");
        QTest::addRow("version 2") << 2 << true; // 3, as entries are left out
        QTest::addRow("version 4") << 4 << true;
        QTest::addRow("without checksum") << 4 << false;
    }

    void aSparseIndexIsReadLikeAWholeOne()
    {
        QFETCH(int, version);
        QFETCH(bool, hasChecksum);
        RepoBuilder repo;
        repo.config(u"index.version"_s, QString::number(version))
            .config(u"index.skipHash"_s, hasChecksum ? u"false"_s : u"true"_s);
        repo.write("a/f", "1\n").write("a/same", "1\n").write("b/deep/er/f", "1\n", 0755);
        repo.write("b/f", "1\n").write("bfile", "1\n").write("c/f", "1\n").write("top", "1\n");
        repo.link("b/link", "f").commit("one");
        const auto before = Git::readIndex(locationOf(repo), {});
        VERIFY_RESULT(before);
        repo.git({u"sparse-checkout"_s, u"set"_s, u"--cone"_s, u"--sparse-index"_s, u"a"_s});
        QVERIFY(repo.read(".git/index").contains("sdir"));
        QVERIFY(!repo.exists("b"));
        const auto clean = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(clean);
        QCOMPARE(shown(clean->staged), Lines());
        QCOMPARE(shown(clean->unstaged), Lines());
        const auto index = Git::readIndex(locationOf(repo), {});
        VERIFY_RESULT(index);
        QCOMPARE(*index, *before);

        repo.write("a/f", "2\n").write("top", "2\n").write("new", "1\n").stage({"a/f"});
        repo.write("a/f", "3\n");
        QVERIFY(repo.read(".git/index").contains("sdir"));
        const auto changed = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(changed);
        QCOMPARE(shown(changed->staged), (Lines{"M a/f"}));
        QCOMPARE(shown(changed->unstaged), (Lines{"M a/f", "U new", "M top"}));
    }

    void aDamagedSparseIndexIsSaid()
    {
        RepoBuilder repo;
        repo.write("a/f", "1\n").write("b/f", "1\n").commit("one");
        repo.git({u"sparse-checkout"_s, u"set"_s, u"--cone"_s, u"--sparse-index"_s, u"a"_s});
        const auto where = locationOf(repo);
        const QByteArray whole = repo.read(".git/index");
        for (qsizetype at = 0; at < whole.size(); ++at) {
            repo.write(".git/index", whole.first(at));
            QVERIFY(at == 0 || !Git::readStatus(where, {}, {})); // empty: no index yet
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 0x41);
            repo.write(".git/index", changed);
            QVERIFY2(!Git::readStatus(where, {}, {}), QByteArray::number(at).constData());
            changed.replace(changed.size() - 20, 20, QByteArray(20, '\0'));
            repo.write(".git/index", changed);
            std::ignore = Git::readStatus(where, {}, {}); // nothing tells that it is damaged; does no harm
        }
        repo.write(".git/index", whole);
        VERIFY_RESULT(Git::readStatus(where, {}, {}));
        const QByteArray tree = repo.resolve("HEAD:b");
        QVERIFY(QFile::remove(repo.gitDir() + u"/objects/"_s +
                              QString::fromLatin1(tree.first(2) + '/' + tree.sliced(2))));
        VERIFY_FAILS(Git::readStatus(where, {}, {}), ErrorKind::NotFound);
    }

    void aSparseCheckoutIsClean()
    {
        RepoBuilder repo;
        repo.write("a/f", "1\n").write("b/f", "1\n").commit("one");
        repo.git({u"sparse-checkout"_s, u"set"_s, u"--cone"_s, u"--no-sparse-index"_s, u"a"_s});
        const auto status = Git::readStatus(locationOf(repo), {}, {});
        VERIFY_RESULT(status);
        QVERIFY2(status->staged.isEmpty() && status->unstaged.isEmpty(),
                 shown(status->unstaged).join(' ').constData());
    }

    void cancellingEndsTheReading()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        CancelSource source;
        source.cancel();
        VERIFY_FAILS(Git::readStatus(locationOf(repo), {}, source.token()), ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(StatusTest)
#include "tst_status.moc"
