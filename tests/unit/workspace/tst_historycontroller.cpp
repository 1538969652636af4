// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefixture.h"

#include "tests/unit/git/historyfixture.h"
#include "workspace/historycontroller.h"

using namespace Qt::StringLiterals;
using Tests::idOf;
using Tests::RepoBuilder;
using Tests::writeCommit;

namespace {

const QByteArray kPeople = "author A <a@example.org> 1700000000 +0000\ncommitter A <a@example.org> ";
const QByteArray kEmptyTree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";

void pointMainAt(RepoBuilder &repo, const QByteArray &commit)
{
    repo.git({u"update-ref"_s, u"refs/heads/main"_s, QString::fromLatin1(commit)});
}

/// A history that is open, and its rows as one would scroll through them.
struct OpenHistory
{
    explicit OpenHistory(const RepoBuilder &repo)
        : live(repo)
        , history(live.controller)
    {
        isSettled = settle();
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return !history.isBusy() && !live.controller.isBusy(); }, 60'000);
    }
    /// Looks at every row and waits for its text.
    bool readRows()
    {
        return QTest::qWaitFor(
            [this] {
                bool isThere = true;
                for (int row = 0; row < history.commits().rowCount(); ++row) {
                    const QModelIndex index = history.commits().index(row, 0);
                    isThere &=
                        !index.data().toString().isNull() && index.data(CommitItems::IsLoadedRole).toBool();
                }
                return isThere;
            },
            20'000);
    }
    QStringList subjects()
    {
        QStringList all;
        for (int row = 0; row < history.commits().rowCount(); ++row)
            all += history.commits().index(row, 0).data().toString();
        return all;
    }

    Tests::LiveRepository live;
    HistoryController history;
    bool isSettled = false;
};

void addHugeCommit(RepoBuilder &repo, int files)
{
    QByteArray stream = "blob\nmark :1\ndata 2\nx\n\ncommit refs/heads/main\ncommitter A <a@b> 1800000000 "
                        "+0000\ndata 4\nhuge\nfrom refs/heads/main^0\n";
    for (int file = 0; file < files; ++file)
        stream += "M 644 :1 huge/" + QByteArray::number(file).rightJustified(5, '0') + "\n";
    repo.git({u"fast-import"_s, u"--quiet"_s, u"--force"_s}, stream);
}

} // namespace

/// What is large or bad in a history, as its page gets it.
class HistoryControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAHugeCommitTheHeaderComesFirstAndItsFilesStream()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("small");
        addHugeCommit(repo, 12'000);
        OpenHistory open(repo);
        QVERIFY(open.isSettled);
        open.live.services.reads.setMaxThreadCount(1); // so that what is asked for first comes first
        ChosenCommit &chosen = open.history.chosen();
        int filesAtHeader = -1, pieces = 0;
        connect(&chosen, &ChosenCommit::detailsChanged, this, [&] {
            if (chosen.details() && chosen.details()->commit.subject == "huge"_L1)
                filesAtHeader = chosen.files().rowCount();
        });
        connect(&chosen.files(), &FileItems::rowsInserted, this, [&] { pieces += chosen.isReadingFiles(); });
        QElapsedTimer timer;
        timer.start();
        open.history.select(idOf(repo.resolve("HEAD")));
        QTRY_COMPARE(filesAtHeader, 0);
        const qint64 header = timer.elapsed();
        QVERIFY(open.settle());
        qInfo("header after %lld ms, 12,000 names in %d pieces and the first lines after %lld ms", header,
              pieces, timer.elapsed());
        QCOMPARE(chosen.files().rowCount(), 12'000);
        QVERIFY(pieces >= 6);
        QCOMPARE(chosen.diff().size(), ChosenCommit::kBlock);
    }

    void aDetachedHeadOfAnotherWorkTreeHasARow()
    {
        RepoBuilder repo;
        repo.commit("one");
        const QString other = repo.folder() + u"/other"_s;
        repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"--detach"_s, other});
        repo.git({u"-C"_s, other, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"on no branch"_s});
        OpenHistory open(repo);
        QVERIFY(open.isSettled);
        QCOMPARE(open.history.commits().rowCount(), 2);
        HistoryFilter filter;
        filter.solo = {"refs/heads/main"};
        open.history.setFilter(filter);
        QVERIFY(open.settle());
        QCOMPARE(open.history.commits().rowCount(), 1); // that one alone
    }

    void choosingAnotherCommitEndsTheStream()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("small");
        addHugeCommit(repo, 12'000);
        OpenHistory open(repo);
        QVERIFY(open.isSettled);
        ChosenCommit &chosen = open.history.chosen();
        const Git::ObjectId small = idOf(repo.resolve("HEAD^"));
        bool hasLeft = false, isLate = false;
        connect(&chosen, &ChosenCommit::diffChanged, this, [&] {
            const bool isHuge =
                chosen.files().rowCount() > 0 && chosen.files().files().first().path.startsWith("huge/");
            if (!isHuge || !chosen.isReadingFiles())
                return;
            isLate |= hasLeft;
            if (!std::exchange(hasLeft, true)) // at its first piece
                open.history.select(small);
        });
        int grown = 0;
        connect(&chosen.files(), &FileItems::rowsInserted, this, [&] { grown += hasLeft; });
        open.history.select(idOf(repo.resolve("HEAD")));
        QVERIFY(open.settle());
        QVERIFY(hasLeft && !isLate);
        QCOMPARE(chosen.files().rowCount(), 1);
        QCOMPARE(chosen.files().files().first().path, "a");
        QVERIFY2(grown <= 1, QByteArray::number(grown).constData()); // by the file of the other one
        QCOMPARE(chosen.details()->commit.id, small);
    }

    void aCircleThroughAReplacementIsSaid()
    {
        RepoBuilder repo;
        const QByteArray first = repo.write("a", "1").commit("first");
        const QByteArray second = repo.write("a", "2").commit("second");
        repo.write("a", "3").commit("third");
        const QByteArray circle =
            writeCommit(repo, kEmptyTree + "parent " + second + "\n" + kPeople + "1 +0000\n\nx\n");
        repo.git(
            {u"update-ref"_s, QString::fromLatin1("refs/replace/" + first), QString::fromLatin1(circle)});
        OpenHistory open(repo);
        QVERIFY(open.isSettled && open.readRows());
        QVERIFY(open.subjects().contains(u"third"_s));
        const QString said = open.history.problems().join(u'\n');
        QVERIFY2(said.contains(u"circle"_s), qPrintable(said));
        QCOMPARE(open.history.state(), PageState::Ready);
    }

    void aRefToATreeIsListedAndHasNoRow()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("first");
        repo.git({u"tag"_s, u"tree"_s, QString::fromLatin1(repo.resolve("HEAD^{tree}"))});
        OpenHistory open(repo);
        QVERIFY(open.isSettled && open.readRows());
        QCOMPARE(open.subjects(), QStringList{u"first"_s});
        QVERIFY(std::ranges::contains(open.live.controller.refs().all, "refs/tags/tree"_ba, &Git::Ref::name));
        QVERIFY(open.history.problems().isEmpty());
        QCOMPARE(open.history.state(), PageState::Ready);
    }

    void datesLongAgoAndFarAheadAreShown()
    {
        RepoBuilder repo;
        const QByteArray old = writeCommit(repo, kEmptyTree + kPeople + "-1000000000 +0000\n\nold\n");
        const QByteArray late =
            writeCommit(repo, kEmptyTree + "parent " + old + "\n" + kPeople + "5000000000 +0000\n\nlate\n");
        pointMainAt(repo, late);
        for (const bool hasGraph : {false, true}) {
            if (hasGraph)
                repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
            OpenHistory open(repo);
            QVERIFY(open.isSettled && open.readRows());
            QCOMPARE(open.subjects(), QStringList({u"late"_s, u"old"_s}));
            const QList<int> years = {2128, 1938};
            for (int row = 0; row < 2; ++row) {
                const QModelIndex index = open.history.commits().index(row, CommitItems::WhenColumn);
                QCOMPARE(index.data(CommitItems::WhenRole).toDateTime().toUTC().date().year(), years[row]);
                QVERIFY(!index.data().toString().isEmpty());
            }
        }
    }

    void aHugeMessageCostsItsRowNothing_data()
    {
        QTest::addColumn<qsizetype>("bytes");
        QTest::addRow("100 KB") << qsizetype(100 * 1024);
        QTest::addRow("10 MB") << qsizetype(10 * 1024 * 1024);
    }

    void aHugeMessageCostsItsRowNothing()
    {
        QFETCH(qsizetype, bytes);
        RepoBuilder repo;
        repo.write("a", "1").commit("first");
        const QByteArray body = QByteArray("line of a message\n").repeated(bytes / 18);
        repo.write("a", "2").commit("squashed\n\n" + body);
        repo.write("a", "3").commit(QByteArray(bytes, 'x'));
        OpenHistory open(repo);
        QVERIFY(open.isSettled && open.readRows());
        QCOMPARE(open.subjects().sliced(1), QStringList({u"squashed"_s, u"first"_s}));
        for (int row = 0; row < 3; ++row) { // of the message a row holds its first line, and of that a part
            QVERIFY(open.history.commits().at(row)->commit.subject.size() <= 10'000);
            for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)})
                QVERIFY(open.history.commits().index(row, 0).data(role).toString().size() < 25'000);
        }
        QElapsedTimer timer;
        timer.start();
        open.history.select(idOf(repo.resolve("HEAD^")));
        QVERIFY(open.settle());
        qInfo("details of a message of %lld bytes after %lld ms", qint64(bytes), timer.elapsed());
        QCOMPARE(open.history.details()->rawMessage, "squashed\n\n" + body);
        QCOMPARE(open.history.details()->message.size(), 10 + body.size());
    }

    void twentyThousandParentsAreOneRow()
    {
        RepoBuilder repo({u"--bare"_s});
        QByteArray stream;
        for (int at = 0; at < 20'000; ++at)
            stream += "reset refs/heads/w\n\ncommit refs/heads/w\nmark :" + QByteArray::number(at + 1) +
                      "\ncommitter A <a@example.org> " + QByteArray::number(at) + " +0000\ndata 0\n";
        const QString marks = repo.folder() + u"/marks"_s;
        repo.git({u"fast-import"_s, u"--quiet"_s, u"--force"_s, u"--export-marks="_s + marks}, stream);
        QFile file(marks);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray content = kEmptyTree;
        while (!file.atEnd())
            content += "parent " + file.readLine().split(' ').last();
        pointMainAt(repo, writeCommit(repo, content + kPeople + "1800000000 +0000\n\noctopus\n"));
        repo.git({u"update-ref"_s, u"-d"_s, u"refs/heads/w"_s});
        QElapsedTimer timer;
        timer.start();
        OpenHistory open(repo);
        QVERIFY(open.isSettled);
        qInfo("a commit with 20,000 parents after %lld ms", timer.elapsed());
        QCOMPARE(open.history.commits().rowCount(), 20'001);
        const QModelIndex top = open.history.commits().index(0, 0);
        QTRY_COMPARE(top.data().toString(), u"octopus"_s);
        QVERIFY(open.settle());
        QVERIFY(open.history.commits().at(0)->graph.strokes.size() < 100); // folded, the rest is counted
        QVERIFY(open.history.commits().at(0)->graph.hidden() > 19'900);
        QVERIFY(open.history.problems().isEmpty());
    }

    void aMissingParentIsNamed()
    {
        RepoBuilder repo;
        const QByteArray lost = repo.write("a", "1").commit("lost");
        repo.write("a", "2").commit("kept");
        QVERIFY(QFile::remove(repo.gitDir() + u"/objects/"_s +
                              QString::fromLatin1(lost.first(2) + '/' + lost.sliced(2))));
        OpenHistory open(repo);
        QVERIFY(open.isSettled && open.readRows());
        QVERIFY(open.subjects().contains(u"kept"_s));
        const QString said = open.history.problems().join(u'\n');
        QVERIFY2(said.contains(QString::fromLatin1(lost.first(8))), qPrintable(said));
    }

    void aHostileGraphFileIsPutAsideAndSaid_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addRow("garbage") << "CGPH garbage"_ba;
        QTest::addRow("empty") << ""_ba;
        QTest::addRow("cut") << "cut"_ba;
        QTest::addRow("its own parent") << "parent"_ba;
    }

    void aHostileGraphFileIsPutAsideAndSaid()
    {
        QFETCH(QByteArray, damage);
        RepoBuilder repo;
        repo.write("a", "1").commit("first");
        repo.write("a", "2").commit("second");
        repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
        QByteArray graph = repo.read(".git/objects/info/commit-graph");
        if (damage == "cut") {
            graph.chop(graph.size() / 3);
        } else if (damage == "parent") {
            const qsizetype offset =
                graph.indexOf("CDAT") + 4; // of the chunk, eight bytes; its entries are tree, parents, date
            const auto start = qFromBigEndian<qint64>(graph.constData() + offset);
            for (const qsizetype entry : {0, 1})
                qToBigEndian<quint32>(quint32(entry), graph.data() + start + entry * 36 + 20);
        } else {
            graph = damage;
        }
        repo.write(".git/objects/info/commit-graph", graph);
        OpenHistory open(repo);
        QVERIFY(open.isSettled && open.readRows());
        QCOMPARE(open.subjects(), QStringList({u"second"_s, u"first"_s}));
        const QString said = open.history.problems().join(u'\n');
        QVERIFY2(said.contains(u"commit-graph"_s), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(HistoryControllerTest)
#include "tst_historycontroller.moc"
