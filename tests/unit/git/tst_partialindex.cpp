// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/diff.h"
#include "git/open.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using Git::DiffSides;
using Tests::RepoBuilder;

namespace {

Git::RepoLocation locationOf(const RepoBuilder &repo)
{
    return Git::openRepository(repo.path())->location;
}

/// A bit of everything that may stand between HEAD, the index and the work tree.
void fill(RepoBuilder &repo)
{
    repo.write("a/one.txt", "1\n")
        .write("a/two.txt", "2\n")
        .write("a-b", "x\n")
        .write("b/deep/file.txt", "y\n");
    repo.write("folder/inner.txt", "i\n").write("becomes", "f\n").write("gone.txt", "g\n");
    repo.write("renamed.txt", "r1\nr2\nr3\n").write("both.txt", "base\n").link("link", "a-b");
    repo.write(".gitattributes", "*.crlf text eol=crlf\n").write("x.crlf", "1\r\n").write("script", "s\n");
    repo.commit("one");
    repo.branch("side").checkout("side");
    repo.write("both.txt", "side\n").commit("side");
    repo.checkout("main");
    repo.write("both.txt", "main\n").commit("main");
    repo.tryGit({u"merge"_s, u"-q"_s, u"side"_s});
    repo.git({u"mv"_s, u"renamed.txt"_s, u"a/renamed.txt"_s});
    repo.write("a/one.txt", "1\nstaged\n").stage({"a/one.txt"});
    repo.write("a/one.txt", "1\nstaged\nmore\n").write("a-b", "changed\n").write("a/new.txt", "new\n");
    repo.write("b/deep/other/new.txt", "new\n").remove("gone.txt").write("x.crlf", "1\r\n2\r\n");
    repo.remove("folder/inner.txt");
    QDir(repo.path()).rmdir(u"folder"_s);
    repo.write("folder", "a file\n");
    repo.remove("becomes").write("becomes/inner.txt", "a folder\n").remove("link").write("link", "no link\n");
    repo.write("script", "s\n", 0755).write("intended", "later\n");
    repo.git({u"add"_s, u"-N"_s, u"intended"_s});
}

} // namespace

/// Some paths among many are read with only their entries of the index: by the same rules, and in a time that
/// does not depend on how many others there are.
class PartialIndexTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFileAloneIsAsItIsAmongAll_data()
    {
        QTest::addColumn<DiffSides>("sides");
        QTest::newRow("not staged") << DiffSides::IndexToWorkTree;
        QTest::newRow("staged") << DiffSides::HeadToIndex;
        QTest::newRow("since a commit") << DiffSides::CommitToWorkTree;
    }

    void eachFileAloneIsAsItIsAmongAll()
    {
        QFETCH(DiffSides, sides);
        RepoBuilder repo;
        fill(repo);
        const auto where = locationOf(repo);
        const Git::DiffRequest request{
            .sides = sides, .commit = *Git::ObjectId::fromHex(repo.resolve("HEAD")), .findsRenames = false};
        const auto all = Git::readDiff(where, request, {});
        VERIFY_RESULT(all);
        QVERIFY(all->size() >= 3);
        QSet<QByteArray> paths{"a/", "b/", "becomes", "folder", "folder/", "nothing", "a", "a/two.txt"};
        for (const Diff::FileDiff &file : *all)
            paths += file.path();
        for (const QByteArray &path : std::as_const(paths)) {
            Git::DiffRequest some = request;
            some.paths = {path};
            const auto alone = Git::readDiff(where, some, {});
            VERIFY_RESULT(alone);
            QList<Diff::FileDiff> expected = *all;
            expected.removeIf([&](const Diff::FileDiff &file) {
                const bool isBelow = path.endsWith('/') && file.path().startsWith(path);
                return file.path() != path && !isBelow;
            });
            QVERIFY2(*alone == expected, path.constData());
        }
    }

    void anIndexThatIsNotPlainIsReadAsAWhole()
    {
        RepoBuilder repo;
        fill(repo);
        const Git::DiffRequest request{.paths = {"a/one.txt"}};
        const auto plain = Git::readDiff(locationOf(repo), request, {});
        VERIFY_RESULT(plain);
        repo.config(u"core.ignorecase"_s, u"true"_s);
        const auto folded = Git::readDiff(locationOf(repo), request, {});
        VERIFY_RESULT(folded);
        QCOMPARE(*folded, *plain);
        repo.config(u"core.ignorecase"_s, u"false"_s);
        repo.git({u"update-index"_s, u"--index-version"_s, u"4"_s});
        const auto fourth = Git::readDiff(locationOf(repo), request, {});
        VERIFY_RESULT(fourth);
        QCOMPARE(*fourth, *plain);
    }

    void aFileThatWasWrittenWithTheIndexIsLookedInto()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("one");
        for (int round = 0; round < 5; ++round) { // the same size within the same tick of the clock
            repo.write("a.txt", "two\n").stage().write("a.txt", "six\n");
            const auto files = Git::readDiff(locationOf(repo), {.paths = {"a.txt"}}, {});
            VERIFY_RESULT(files);
            QCOMPARE(files->size(), 1);
            repo.write("a.txt", "one\n").stage();
        }
    }

    void theTimeForOneFileDoesNotGrowWithTheIndex()
    {
        const auto timeAmong = [](int count) {
            RepoBuilder repo;
            repo.write("file.txt", "1\n").commit("one");
            const QByteArray blob = repo.resolve("HEAD:file.txt");
            QByteArray entries;
            for (int at = 0; at < count; ++at)
                entries += "100644 " + blob + " 0\tfolder" + QByteArray::number(at / 100) + "/file" +
                           QByteArray::number(at) + '\n';
            repo.git({u"update-index"_s, u"--index-info"_s}, entries);
            repo.write("file.txt", "2\n");
            const auto where = locationOf(repo);
            qint64 best = std::numeric_limits<qint64>::max();
            for (int round = 0; round < 5; ++round) {
                QElapsedTimer timer;
                timer.start();
                const auto files = Git::readDiff(where, {.paths = {"file.txt"}}, {});
                best = std::min(best, timer.nsecsElapsed() / 1000);
                if (!files || files->size() != 1)
                    return qint64(-1);
            }
            return best;
        };
        const qint64 few = timeAmong(50), many = timeAmong(50'000);
        qInfo("one file among 50: %lld us, among 50,000: %lld us", few, many);
        QVERIFY(few > 0 && many > 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QVERIFY(many < few * 4 + 30'000);
#endif
    }
};

QTEST_GUILESS_MAIN(PartialIndexTest)
#include "tst_partialindex.moc"
