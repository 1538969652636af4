// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphfixture.h"
#include "historyfixture.h"

#include "history/log.h"

#include <QDir>
#include <QTest>

using Tests::addHistory;
using Tests::OpenedStore;
using Tests::openStore;
using Tests::RepoBuilder;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTooManyToVerifyAtOnce = 21'000; // commits

/// A merge of many, so that the graph file has a list of parents.
void addOctopus(const RepoBuilder &repo)
{
    QStringList arguments{u"commit-tree"_s, u"-m"_s, u"octopus"_s,
                          u"4b825dc642cb6eb9a060e54bf8d69288fbee4904"_s};
    const QByteArray heads = repo.git({u"for-each-ref"_s, u"--format=%(objectname)"_s}).trimmed();
    for (const QByteArray &head : heads.split('\n').first(5))
        arguments << u"-p"_s << QString::fromLatin1(head);
    repo.git({u"update-ref"_s, u"refs/heads/octopus"_s, QString::fromLatin1(repo.git(arguments).trimmed())});
}

void addLine(const RepoBuilder &repo, int count)
{
    QByteArray stream;
    for (int at = 1; at <= count; ++at)
        stream += "commit refs/heads/main\ncommitter A <a@b> " + QByteArray::number(1'700'000'000 + at) +
                  " +0000\ndata 1\nx\n";
    repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
}

QList<QByteArray> rows(const History::Log &log)
{
    QList<QByteArray> rows;
    for (const Git::ObjectId &id : log.view().ids(0, log.view().rowCount()))
        rows += id.toHex();
    return rows;
}

} // namespace

/// A graph file whose damage only its checksum shows never leads to wrong history without a word.
class DamagedGraphTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneBitIsNeverSilent_data()
    {
        QTest::addColumn<QByteArray>("chunk");
        for (const char *chunk : {"OIDF", "OIDL", "CDAT", "GDA2", "EDGE"})
            QTest::addRow("%s", chunk) << QByteArray(chunk);
    }

    void oneBitIsNeverSilent()
    {
        QFETCH(const QByteArray, chunk);
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 200);
        addOctopus(repo);
        Tests::writeGraph(repo);
        const QByteArray file = GraphFixture::graphFile(repo), good = GraphFixture::readFile(file);
        const QList<QByteArray> expected = Tests::revisions(repo, Tests::kTopological);
        const auto [start, size] = GraphFixture::chunkIn(good, chunk);
        QRandomGenerator random(7);
        for (int turn = 0; turn < 40; ++turn) {
            QByteArray bad = good;
            const qsizetype at = start + random.bounded(static_cast<int>(size));
            bad[at] = static_cast<char>(bad[at] ^ (1 << random.bounded(8)));
            GraphFixture::writeFile(file, bad);
            OpenedStore opened = openStore(repo.path());
            QCOMPARE(opened.ids(), expected);
            QVERIFY(opened.store->problems().join(u'\n').contains(u"commit-graph"_s));
        }
        GraphFixture::writeFile(file, good);
        OpenedStore opened = openStore(repo.path());
        QVERIFY(opened.store->graph());
        QCOMPARE(opened.store->problems(), QStringList());
    }

    void aLargeOneIsReplacedByWhatTheCommitsSayOnceItIsFoundOut()
    {
        RepoBuilder repo;
        addLine(repo, kTooManyToVerifyAtOnce);
        Tests::writeGraph(repo);
        const QList<QByteArray> expected = Tests::revisions(repo, Tests::kTopological);
        GraphFixture::bendParent(GraphFixture::graphFile(repo), Tests::idOf(expected.first()));
        QVERIFY(openStore(repo.path()).ids() != expected);

        const Git::RepoLocation where = Tests::locationAt(repo.path());
        History::Log log;
        qsizetype told = 0;
        const auto load = [&] {
            const auto take = [&told](const History::RowChange &change) {
                told += change.inserted - change.removed;
            };
            return log.load(where, {.tips = Tests::tipsOf(where)}, take, {});
        };
        for (int turn = 0; turn < 2; ++turn) { // the second time nothing is read again
            const auto end = load();
            VERIFY_RESULT(end);
            QCOMPARE(rows(log), expected);
            QCOMPARE(told, expected.size());
            QCOMPARE(end->problems.size(), 1);
            QVERIFY(end->problems.first().contains(u"commit-graph write"_s));
        }
        Tests::writeGraph(repo);
        const auto mended = load();
        VERIFY_RESULT(mended);
        QCOMPARE(mended->problems, QStringList());
        QCOMPARE(rows(log), expected);
    }

    void damageIsNotKeptAndWhatIsKeptIsVerified()
    {
        RepoBuilder repo;
        addLine(repo, kTooManyToVerifyAtOnce);
        const QString cache = repo.folder() + u"/cache"_s;
        const auto filesIn = [&] { return QDir(cache).entryInfoList(QDir::Files); };
        {
            OpenedStore opened = openStore(repo.path(), cache);
            VERIFY_RESULT(opened.store->readAll({}));
            VERIFY_RESULT(opened.store->keep({}));
        }
        const QList<QByteArray> expected = Tests::revisions(repo, Tests::kTopological);
        const QByteArray kept = QFile::encodeName(filesIn().first().filePath());
        GraphFixture::bendParent(kept, Tests::idOf(expected.first()));
        {
            OpenedStore opened = openStore(repo.path(), cache);
            QVERIFY(!opened.store->isOutdated());
            VERIFY_FAILS(opened.store->verifyGraph({}), ErrorKind::Invalid);
            QVERIFY(opened.store->isOutdated());
            QVERIFY(filesIn().isEmpty());
        }
        QCOMPARE(openStore(repo.path(), cache).ids(), expected);

        Tests::writeGraph(repo);
        GraphFixture::bendParent(GraphFixture::graphFile(repo), Tests::idOf(expected.first()));
        addHistory(repo, 2600, 3);
        OpenedStore opened = openStore(repo.path(), cache);
        VERIFY_RESULT(opened.store->readAll({}));
        QVERIFY(opened.store->isWorthKeeping());
        VERIFY_FAILS(opened.store->keep({}), ErrorKind::Invalid);
        QVERIFY(filesIn().isEmpty());
    }
};

QTEST_GUILESS_MAIN(DamagedGraphTest)
#include "tst_damagedgraph.moc"
