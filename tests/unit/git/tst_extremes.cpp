// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/diff.h"
#include "git/open.h"
#include "git/refs.h"
#include "git/stage.h"
#include "git/status.h"
#include "git/tree.h"
#include "git/treechanges.h"
#include "support/verify.h"

#include "git/commitactions.h"
#include "support/repobuilder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <sys/resource.h>

#include <thread>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

Git::RepoLocation locationOf(const RepoBuilder &repo)
{
    auto where = Git::openRepository(repo.path())->location;
    where.trust = Git::Trust::Trusted;
    return where;
}

Git::ObjectId idOf(const QByteArray &hex)
{
    return Git::ObjectId::fromHex(hex).value_or(Git::ObjectId());
}

/// Writes a loose object whose header says what it likes; the rest is cut off.
QByteArray forge(const RepoBuilder &repo, const QByteArray &header, char digit)
{
    const QByteArray id(40, digit);
    const QString folder = repo.gitDir() + u"/objects/"_s + QString::fromLatin1(id.first(2));
    QFile file(folder + u'/' + QString::fromLatin1(id.sliced(2)));
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) ||
        file.write(qCompress(header + '\0' + QByteArray(1000, 'x')).sliced(4)) < 0)
        qFatal("cannot forge an object");
    return id;
}

/// A tree as it stands in the entries, whatever git thinks of them.
QByteArray writeTree(const RepoBuilder &repo, const QList<std::pair<QByteArray, QByteArray>> &entries)
{
    QByteArray content;
    for (const auto &[name, id] : entries)
        content += "100644 " + name + '\0' + QByteArray::fromHex(id);
    return repo.git({u"hash-object"_s, u"-t"_s, u"tree"_s, u"--literally"_s, u"-w"_s, u"--stdin"_s}, content)
        .trimmed();
}

QByteArray commitTree(const RepoBuilder &repo, const QByteArray &tree)
{
    return repo.git({u"commit-tree"_s, u"-m"_s, u"odd"_s, QString::fromLatin1(tree)}).trimmed();
}

qint64 mostMemory() // bytes, since it began
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

/// How long a job goes on that is cancelled a little after it began.
template<class Job> qint64 millisecondsAfterCancel(const Job &job)
{
    CancelSource source;
    QElapsedTimer timer;
    std::thread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        timer.start();
        source.cancel();
    });
    job(source.token());
    canceller.join();
    return timer.elapsed();
}

} // namespace

/// What is damaged on purpose, or larger than anybody makes it.
class ExtremesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void d08_aCircleOfSymbolicRefsEnds()
    {
        RepoBuilder repo;
        const QByteArray one = repo.write("f", "1\n").commit("one");
        repo.write(".git/refs/heads/x", "ref: refs/heads/y\n")
            .write(".git/refs/heads/y", "ref: refs/heads/x\n");
        const auto refs = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->problems.size(), 2);
        QVERIFY(!refs->head.target.isNull());
        repo.write(".git/HEAD", "ref: refs/heads/x\n");
        const auto circled = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(circled);
        QVERIFY(circled->head.target.isNull());
        const auto main = std::ranges::find(circled->all, "refs/heads/main"_ba, &Git::Ref::name);
        QVERIFY(main != circled->all.end());
        QCOMPARE(main->target, idOf(one));
    }

    void d08_oddNamesInTreesReachNothingOutside_data()
    {
        QTest::addColumn<QByteArrayList>("names");
        QTest::newRow("..") << QByteArrayList{"..", "good"};
        QTest::newRow(".git") << QByteArrayList{".git", "good"};
        QTest::newRow("a slash") << QByteArrayList{"../outside", "good"};
        QTest::newRow("none") << QByteArrayList{"", "good"};
        QTest::newRow("twice") << QByteArrayList{"good", "good"};
    }
    void d08_oddNamesInTreesReachNothingOutside()
    {
        QFETCH(const QByteArrayList, names);
        RepoBuilder repo;
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        const QByteArray base = repo.write("f", "1\n").commit("one");
        const QByteArray blob = repo.resolve("HEAD:f");
        QList<std::pair<QByteArray, QByteArray>> entries;
        for (const QByteArray &name : names)
            entries.append({name, blob});
        const QByteArray odd = commitTree(repo, writeTree(repo, entries));
        const Git::RepoLocation where = locationOf(repo);
        if (const auto tree = Git::readTree(where, idOf(odd), {}))
            QVERIFY(tree->size() <= names.size());
        const auto files = Git::readDiff(
            where, {.sides = Git::DiffSides::CommitToCommit, .commit = idOf(odd), .oldCommit = idOf(base)},
            {});
        if (files)
            QVERIFY(files->size() <= 1 + names.size());
        qsizetype told = 0;
        (void)Git::readChangedPaths(
            where, {.sides = Git::DiffSides::CommitToCommit, .commit = idOf(odd), .oldCommit = idOf(base)},
            [&](const QList<Git::FileChange> &changes) { told += changes.size(); }, {});
        QVERIFY(told <= 1 + names.size());
        const SystemProcessRunner runner;
        const auto taken = Git::checkoutCommit(Git::Program(runner, where), idOf(odd), {});
        QVERIFY(!taken || names.count("good"_ba) == 2); // git takes one of two alike
        QVERIFY(!QFile::exists(QDir(repo.path()).filePath(u"../outside"_s)));
        VERIFY_RESULT(Git::readStatus(where, {}, {}));
        QVERIFY(QFile::exists(repo.gitDir() + u"/HEAD"_s));
    }

    void d14_aBlobThatClaimsTwoTebibytesIsTooLarge()
    {
        RepoBuilder repo;
        const QByteArray base = repo.write("f", "1\n").commit("one");
        const QByteArray blob = forge(repo, "blob 2199023255552", 'a');
        const QByteArray odd = commitTree(repo, writeTree(repo, {{"f", blob}}));
        const Git::RepoLocation where = locationOf(repo);
        const qint64 before = mostMemory();
        const auto read = Git::readBlob(where, idOf(blob));
        VERIFY_FAILS(read, ErrorKind::Invalid);
        QVERIFY2(read.error().message.contains(u"too large"_s), qPrintable(read.error().message));
        const auto files = Git::readDiff(
            where, {.sides = Git::DiffSides::CommitToCommit, .commit = idOf(odd), .oldCommit = idOf(base)},
            {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().omission, Diff::Omission::TooLarge);
        QVERIFY2(mostMemory() - before < 100'000'000, "it was unpacked");
    }

    void d13_aPathOf4095BytesIsRead()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const QByteArray blob = repo.resolve("HEAD:f");
        QByteArrayList parts;
        for (int at = 0; at < 16; ++at)
            parts += QByteArray(255, char('a' + at));
        const QByteArray path = parts.join('/').first(4095);
        QCOMPARE(path.size(), 4095);
        repo.git({u"update-index"_s, u"-z"_s, u"--index-info"_s}, "100644 " + blob + "\t" + path + '\0');
        const Git::RepoLocation where = locationOf(repo);
        const auto status = Git::readStatus(where, {}, {});
        VERIFY_RESULT(status);
        QCOMPARE(status->staged.size(), 1);
        QCOMPARE(status->staged.first().path, path);
        const auto files = Git::readDiff(where, {.sides = Git::DiffSides::HeadToIndex, .paths = {path}}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        repo.commit("long", {.stagesAll = false});
        const auto tree = Git::readTree(where, idOf(repo.resolve("HEAD")), {});
        VERIFY_RESULT(tree);
        QCOMPARE(tree->size(), 2);
        const SystemProcessRunner runner;
        repo.write("f", "2\n");
        VERIFY_RESULT(Git::stagePaths(Git::Program(runner, where), {"f"}, {}));
    }

    void d13_aThousandFoldersDeepIsRead()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const QByteArray path = QByteArray("d/").repeated(1000) + "f";
        repo.git({u"update-index"_s, u"-z"_s, u"--index-info"_s},
                 "100644 " + repo.resolve("HEAD:f") + "\t" + path + '\0');
        const Git::RepoLocation where = locationOf(repo);
        const auto status = Git::readStatus(where, {}, {});
        VERIFY_RESULT(status);
        QCOMPARE(status->staged.size(), 1);
        repo.commit("deep", {.stagesAll = false});
        const auto files = Git::readDiff(
            where, {.sides = Git::DiffSides::CommitToParent, .commit = idOf(repo.resolve("HEAD"))}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().path(), path);
    }

    // 300,000 files, all of them gone from the work tree and new in the commit.
    void d13_manyFilesEndWithinASecondAndAMemory()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const QByteArray entry = "100644 " + repo.resolve("HEAD:f") + "\td";
        QByteArray entries;
        for (int at = 0; at < 300'000; ++at)
            entries += entry + QByteArray::number(at % 50) + '/' + QByteArray::number(at) + '\0';
        repo.git({u"update-index"_s, u"-z"_s, u"--index-info"_s}, entries);
        entries.clear();
        repo.commit("many", {.stagesAll = false});
        const Git::RepoLocation where = locationOf(repo);
        const Git::DiffRequest request{.sides = Git::DiffSides::CommitToParent,
                                       .commit = idOf(repo.resolve("HEAD"))};
        const qint64 before = mostMemory();
        const auto status = Git::readStatus(where, {}, {});
        VERIFY_RESULT(status);
        QVERIFY2(mostMemory() - before < 400'000'000, QByteArray::number(mostMemory() - before).constData());
        bool wasCancelled = false;
        const auto look = [&](const auto &result) {
            wasCancelled = !result && result.error().kind == ErrorKind::Cancelled;
        };
        const auto inTime = [](qint64 took) {
            qInfo("it ended after %lld ms", static_cast<long long>(took));
            return took < 1000;
        };
        QVERIFY(inTime(millisecondsAfterCancel(
            [&](const CancelToken &cancel) { look(Git::readStatus(where, {}, cancel)); })));
        QVERIFY(wasCancelled);
        QVERIFY(inTime(millisecondsAfterCancel(
            [&](const CancelToken &cancel) { look(Git::readDiff(where, request, cancel)); })));
        QVERIFY(wasCancelled);
        QVERIFY(inTime(millisecondsAfterCancel(
            [&](const CancelToken &cancel) { look(Git::readTree(where, request.commit, cancel)); })));
        QVERIFY(wasCancelled);
    }
};

QTEST_GUILESS_MAIN(ExtremesTest)
#include "tst_extremes.moc"
