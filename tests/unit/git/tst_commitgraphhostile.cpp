// SPDX-License-Identifier: GPL-3.0-or-later
#include "forgedgraph.h"
#include "graphfixture.h"

#include <QRandomGenerator>

extern "C" int LLVMFuzzerTestOneInput(const uchar *data, size_t size);

using namespace GraphFixture;
using Git::CommitGraph;
using Chunks = QList<std::pair<QByteArray, QByteArray>>;

namespace {

/// Opens the bytes as a graph and asks everything of it; ends the program when something is wrong with an
/// answer. True: it was accepted.
bool isAccepted(const QByteArray &bytes)
{
    return LLVMFuzzerTestOneInput(reinterpret_cast<const uchar *>(bytes.constData()), size_t(bytes.size())) ==
           0;
}

QByteArray forged(const ForgedGraph &graph)
{
    return graph.file();
}

/// A small file by git with all kinds of chunks.
QByteArray smallFile()
{
    RepoBuilder repo;
    importHistory(repo, {{.date = 4'000'000'000, .paths = {"a/b/c", "d"}},
                         {.date = 1, .parents = {0}, .paths = {"e"}},
                         {.date = 2, .parents = {0}, .paths = {"a/b/f"}},
                         {.date = 3},
                         {.date = 4, .parents = {1, 2, 3}, .paths = {"g"}}});
    repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s, u"--changed-paths"_s, u"--no-progress"_s});
    return readFile(graphFile(repo));
}

} // namespace

class CommitGraphHostileTest final : public QObject
{
    Q_OBJECT

    QByteArray m_small;

private Q_SLOTS:
    void initTestCase()
    {
        m_small = smallFile();
        QVERIFY(isAccepted(m_small));
        for (const char *chunk : {"GDA2", "GDO2", "EDGE", "BIDX", "BDAT"})
            QVERIFY2(m_small.contains(chunk), chunk);
    }

    void aFileCutAtAnyByteIsRefused()
    {
        for (qsizetype size = 0; size < m_small.size(); ++size)
            QVERIFY2(!isAccepted(m_small.first(size)), QByteArray::number(size).constData());
    }

    void aFileWithAnyByteChangedDoesNoHarm()
    {
        int refused = 0, accepted = 0;
        for (qsizetype at = 0; at < m_small.size(); ++at) {
            for (const int mask : {0x01, 0x80, 0xff, 0x04}) {
                QByteArray bytes = m_small;
                bytes[at] = static_cast<char>(bytes[at] ^ mask);
                ++(isAccepted(bytes) ? accepted : refused);
            }
        }
        QVERIFY(refused > 1000);
        QVERIFY(accepted > 1000); // trees, dates and filters may be anything
    }

    void twentyThousandMutationsDoNoHarm()
    {
        QRandomGenerator random(20260105);
        int accepted = 0;
        for (int turn = 0; turn < 20'000; ++turn) {
            QByteArray bytes = m_small;
            for (int changes = random.bounded(1, 6); changes > 0; --changes) {
                const auto at = random.bounded(bytes.size());
                const int size = random.bounded(1, 5);
                switch (random.bounded(4)) {
                case 0:
                    bytes[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    bytes.replace(at, size, ForgedGraph::number(random.generate()).first(size));
                    break;
                case 2:
                    bytes.remove(at, size);
                    break;
                default:
                    bytes.insert(at, bytes.mid(random.bounded(bytes.size()), size));
                }
            }
            accepted += isAccepted(bytes) ? 1 : 0;
        }
        QVERIFY(accepted > 100);
    }

    void forgedFilesAreJudgedByWhatTheySay_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("accepted");
        using G = ForgedGraph;
        const auto row = [](const char *name, const ForgedGraph &graph, bool accepted) {
            QTest::newRow(name) << forged(graph) << accepted;
        };
        const G::Commit root, child{.first = 0, .level = 2, .correction = 1};
        row("nothing at all", {}, true);
        row("a root and its child", {.commits = {root, child}}, true);
        row("its own parent", {.commits = {{.first = 0, .level = 1}}}, false);
        row("its own parent, without levels", {.commits = {{.first = 0, .level = 0}}}, false);
        row("a circle of two", {.commits = {{.first = 1, .level = 2}, {.first = 0, .level = 2}}}, false);
        row("a circle of three without levels",
            {.commits = {{.first = 1, .level = 0}, {.first = 2, .level = 0}, {.first = 0, .level = 0}},
             .isCorrected = false},
            false);
        row("no levels and no circle",
            {.commits = {{.level = 0}, {.first = 0, .level = 0}}, .isCorrected = false}, true);
        row("dates that do not rise, levels that do", {.commits = {root, {.first = 0, .level = 2}}}, true);
        row("neither rises", {.commits = {root, {.first = 0, .level = 1}}}, false);
        row("a parent outside", {.commits = {root, {.first = 2, .level = 2, .correction = 1}}}, false);
        row("a second parent outside",
            {.commits = {root, {.first = 0, .second = 9, .level = 2, .correction = 1}}}, false);
        row("a second parent without a first",
            {.commits = {root, {.second = 0, .level = 2, .correction = 1}}}, false);
        row("the same parent twice",
            {.commits = {root, {.first = 0, .second = 0, .level = 2, .correction = 1}}}, true);
        const G::Commit octopus{.first = 0, .second = kHigh, .level = 2, .correction = 1};
        row("three parents", {.commits = {root, root, root, octopus}, .edges = {1, 2 | kHigh}}, true);
        row("a list without an end", {.commits = {root, root, root, octopus}, .edges = {1, 2}}, false);
        row("a list that is not there", {.commits = {root, octopus}}, false);
        row("a list that starts outside",
            {.commits = {root, root, {.first = 0, .second = kHigh | 7, .level = 2, .correction = 1}},
             .edges = {1, 0 | kHigh}},
            false);
        row("two commits share a list", {.commits = {root, root, octopus, octopus}, .edges = {1, 0 | kHigh}},
            false);
        row("a list names one outside", {.commits = {root, root, octopus}, .edges = {1, 99 | kHigh}}, false);
        row("an overflow",
            {.commits = {root, {.first = 0, .level = 2, .correction = kHigh}}, .overflows = {1}}, true);
        row("an overflow outside",
            {.commits = {root, {.first = 0, .level = 2, .correction = kHigh | 1}}, .overflows = {1}},
            true); // by levels
        row("an overflow that runs over",
            {.commits = {root, {.first = 0, .level = 2, .correction = kHigh}}, .overflows = {~quint64(0)}},
            true);
        row("a chunk nobody knows", {.commits = {root, child}, .more = {{"ZZZZ", "content"}}}, true);
        row("a chunk twice", {.commits = {root, child}, .more = {{"CDAT", QByteArray(72, 'x')}}}, false);
        row("needs files below", {.commits = {root, child}, .more = {{"BASE", QByteArray(20, 'x')}}}, false);
        row("filters that go down",
            {.commits = {root, child},
             .more = {{"BIDX", G::number(quint64(5) << 32 | 1)},
                      {"BDAT", G::number(quint32(1)) + QByteArray(40, '\1')}}},
            true);
    }

    void forgedFilesAreJudgedByWhatTheySay()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, accepted);
        QCOMPARE(isAccepted(bytes), accepted);
    }

    void partsMustHaveTheirSizesAndOrder()
    {
        const ForgedGraph graph{.commits = QList<ForgedGraph::Commit>(5)};
        const Chunks good = graph.chunks();
        QVERIFY(isAccepted(ForgedGraph::file(good)));
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (const qsizetype change : {-1, 1, -4, 4}) {
                Chunks chunks = good;
                QByteArray &content = chunks[at].second;
                content.resize(content.size() + change, '\0');
                QVERIFY2(!isAccepted(ForgedGraph::file(chunks)),
                         QByteArray(good[at].first + QByteArray::number(change)).constData());
            }
        }
        for (qsizetype at = 0; at < 3; ++at) {
            Chunks chunks = good;
            chunks.remove(at);
            QVERIFY2(!isAccepted(ForgedGraph::file(chunks)), good[at].first.constData());
        }
        Chunks unsorted = good;
        std::swap(unsorted[1].second[0], unsorted[1].second[20]);
        std::swap(unsorted[1].second[3], unsorted[1].second[23]);
        QVERIFY(!isAccepted(ForgedGraph::file(unsorted)));
        Chunks fanout = good; // still ends with 5, but does not tell where the ids are
        fanout[0].second = ForgedGraph::number(quint32(5)).repeated(256);
        QVERIFY(!isAccepted(ForgedGraph::file(fanout)));
    }

    void oneLongCircleEndsQuickly()
    {
        ForgedGraph graph;
        for (quint32 at = 0; at < 250; ++at)
            graph.commits += {.first = (at + 1) % 250, .level = 0};
        QVERIFY(!isAccepted(graph.file()));
        graph.commits.last() = {.level = 0};
        QVERIFY(isAccepted(graph.file()));
    }
};

QTEST_GUILESS_MAIN(CommitGraphHostileTest)
#include "tst_commitgraphhostile.moc"
