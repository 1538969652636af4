// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/open.h"
#include "git/tree.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using Git::FileKind;
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

} // namespace

class TreeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsListedByPathWithItsKind()
    {
        RepoBuilder inner, repo;
        inner.commit("one");
        repo.write("a/b/deep", "1\n").write("a.txt", "2\n").write("run", "3\n", 0755).link("link", "a.txt");
        repo.write("caf\xe9", "4\n").git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        repo.commit("one");
        const auto where = locationOf(repo);
        const auto files = Git::readTree(where, idOf(repo, "HEAD"), {});
        VERIFY_RESULT(files);
        QMap<QByteArray, FileKind> kinds;
        for (const Git::TreeFile &file : *files)
            kinds.insert(file.path, file.kind);
        QCOMPARE(kinds, (QMap<QByteArray, FileKind>{{".gitmodules", FileKind::Regular},
                                                    {"a.txt", FileKind::Regular},
                                                    {"a/b/deep", FileKind::Regular},
                                                    {"caf\xe9", FileKind::Regular},
                                                    {"link", FileKind::Symlink},
                                                    {"run", FileKind::Executable},
                                                    {"sub", FileKind::Submodule}}));
        QVERIFY(std::ranges::is_sorted(*files, {}, &Git::TreeFile::path));
        QCOMPARE(files->at(1).id.toHex(), repo.resolve("HEAD:a.txt"));
        QCOMPARE(Git::readIndex(where, {}), files);
    }

    void theIndexShowsWhatIsStagedAndNoConflicts()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").write("g", "1\n").commit("one");
        repo.branch("side").write("f", "2\n").commit("two");
        repo.checkout("side").write("f", "3\n").commit("three");
        QVERIFY(repo.tryGit({u"merge"_s, u"main"_s}).exitCode != 0);
        const auto files = Git::readIndex(locationOf(repo), {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().path, "g");
    }

    void aMissingTreeIsNotFound()
    {
        RepoBuilder repo;
        repo.write("a/f", "1\n").commit("one");
        const auto head = idOf(repo, "HEAD");
        const QByteArray tree = repo.resolve("HEAD:a");
        const auto where = locationOf(repo);
        repo.remove(".git/objects/" + tree.first(2) + '/' + tree.sliced(2));
        VERIFY_FAILS(Git::readTree(where, head, {}), ErrorKind::NotFound);
        VERIFY_FAILS(Git::readTree(where, *Git::ObjectId::fromHex(QByteArray(40, '2')), {}),
                     ErrorKind::NotFound);
        VERIFY_FAILS(Git::readTree(where, *Git::ObjectId::fromHex(QByteArray(64, '2')), {}),
                     ErrorKind::NotFound);
    }

    void blobsComeInOrderAndEachMayFail()
    {
        RepoBuilder repo;
        const QByteArray binary("\0\xff\r\n", 4);
        repo.write("a", binary).write("b", QByteArray(200, 'x')).commit("one");
        const auto where = locationOf(repo);
        const auto blobs = Git::readBlobs(where,
                                          {idOf(repo, "HEAD:b"), *Git::ObjectId::fromHex(QByteArray(40, '1')),
                                           idOf(repo, "HEAD:a"), idOf(repo, "HEAD")},
                                          100);
        QCOMPARE(blobs.size(), 4);
        VERIFY_FAILS(blobs[0], ErrorKind::Invalid); // too large
        VERIFY_FAILS(blobs[1], ErrorKind::NotFound);
        QCOMPARE(blobs[2], binary);
        VERIFY_FAILS(blobs[3], ErrorKind::NotFound); // a commit
        QCOMPARE(Git::readBlob(where, idOf(repo, "HEAD:b"))->size(), 200);
    }

    void aWorkFileIsReadByItsBytes()
    {
        RepoBuilder repo;
        const auto where = locationOf(repo);
        for (const QByteArray &name : {QByteArray("-x"), QByteArray("a/b\nc"), QByteArray("caf\xe9/\xff")}) {
            repo.write(name, "content\r\n");
            QCOMPARE(Git::readWorkFile(where, name), QByteArray("content\r\n"));
        }
        VERIFY_FAILS(Git::readWorkFile(where, "-x", 3), ErrorKind::Invalid);
        VERIFY_FAILS(Git::readWorkFile(where, "none"), ErrorKind::NotFound);
    }

    void nothingLeadsOutOfTheWorkTree_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"../beside/secret", "sub/../../beside/secret", "/etc/passwd", "file-link",
                                 "dir-link/secret", "inside-link", "", ".", "sub/", "sub//f", "./sub/f"})
            QTest::addRow("%s", path) << QByteArray(path);
    }

    void nothingLeadsOutOfTheWorkTree()
    {
        QFETCH(QByteArray, path);
        RepoBuilder repo;
        const QByteArray beside = QFile::encodeName(repo.folder());
        QFile secret(repo.folder() + u"/secret"_s);
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("secret");
        secret.close();
        repo.write("sub/f", "1\n").link("file-link", beside + "/secret").link("dir-link", beside);
        repo.link("inside-link", "sub/f");
        const auto content = Git::readWorkFile(locationOf(repo), path);
        QVERIFY(!content);
        QVERIFY(content.error().kind == ErrorKind::Denied || content.error().kind == ErrorKind::Invalid);
    }

    void aFileIsCheckedWithoutFollowingLinks()
    {
        RepoBuilder repo;
        repo.write("sub/f", "1\n").link("link", "sub/f").link("dir", "sub");
        const auto where = locationOf(repo);
        VERIFY_RESULT(Git::checkWorkFile(where, "sub/f"));
        for (const QByteArray &path : {QByteArray("link"), QByteArray("dir/f")})
            VERIFY_FAILS(Git::checkWorkFile(where, path), ErrorKind::Denied);
        VERIFY_FAILS(Git::checkWorkFile(where, "none"), ErrorKind::NotFound);
        VERIFY_FAILS(Git::checkWorkFile(where, "sub"), ErrorKind::Invalid);
        VERIFY_FAILS(Git::checkWorkFile(where, "../x"), ErrorKind::Invalid);
        const auto dated = Git::readDatedWorkFile(where, "sub/f", 100);
        VERIFY_RESULT(dated);
        QCOMPARE(dated->content, QByteArray("1\n"));
        QVERIFY(dated->written.isValid());
    }

    void aPipeDoesNotHang()
    {
        const RepoBuilder repo;
        QCOMPARE(::mkfifo(repo.bytePath("pipe").constData(), 0644), 0);
        VERIFY_FAILS(Git::readWorkFile(locationOf(repo), "pipe"), ErrorKind::Invalid);
    }
};

QTEST_GUILESS_MAIN(TreeTest)
#include "tst_tree.moc"
