// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/walk.h"

#include "randomhistory.h"
#include "support/repobuilder.h"

using namespace Qt::StringLiterals;
using namespace Tests;

namespace {

// A real repository with the shape, and what git says of it.
class RealHistory
{
public:
    explicit RealHistory(quint32 seed)
        : m_repo({u"--bare"_s})
    {
        Shape shape = randomShape(seed);
        write(shape, seed);
        read();
    }

    QList<CommitPosition> revisions(const QStringList &arguments, bool usesGraph)
    {
        const QString graph = usesGraph ? u"core.commitGraph=true"_s : u"core.commitGraph=false"_s;
        QList<CommitPosition> commits;
        for (const QByteArray &line :
             m_repo.git(QStringList{u"-c"_s, graph, u"rev-list"_s} + arguments).split('\n')) {
            if (!line.isEmpty())
                commits += m_positions.value(line, kNoCommit);
        }
        return commits;
    }
    void writeGraph(const QString &version)
    {
        QDir(m_repo.gitDir() + u"/objects/info"_s).remove(u"commit-graph"_s);
        m_repo.git({u"-c"_s, u"commitGraph.generationVersion="_s + version, u"commit-graph"_s, u"write"_s,
                    u"--reachable"_s});
    }

    Shape shape;

private:
    void write(const Shape &made, quint32 seed)
    {
        QByteArray input;
        for (const CommitPosition commit : made.order) {
            const Graph::Node &node = made.graph.nodes[commit];
            const QByteArray name = QByteArray::number(commit + 1);
            input += "reset refs/heads/work\n\ncommit refs/heads/work\nmark :" + name +
                     "\ncommitter A <a@example.org> " + QByteArray::number(node.date) + " +0000\ndata " +
                     QByteArray::number(name.size()) + '\n' + name + '\n';
            for (qsizetype i = 0; i < node.parents.size(); ++i)
                input += (i == 0 ? "from :" : "merge :") + QByteArray::number(node.parents[i] + 1) + '\n';
        }
        QRandomGenerator random(seed + 1);
        for (const CommitPosition tip : made.tips) {
            const QByteArray place = random.bounded(4) == 0 ? "refs/tags/t" : "refs/heads/b";
            input += "reset " + place + QByteArray::number(random.bounded(1000)) +
                     "\nfrom :" + QByteArray::number(tip + 1) + "\n\n";
        }
        m_repo.git({u"fast-import"_s, u"--quiet"_s, u"--force"_s}, input);
        m_repo.git({u"symbolic-ref"_s, u"HEAD"_s, u"refs/heads/work"_s});
    }
    void read()
    {
        QList<QList<QByteArray>> lines;
        for (const QByteArray &line :
             m_repo.git({u"log"_s, u"--all"_s, u"--reverse"_s, u"--topo-order"_s, u"--format=%H %ct %P"_s})
                 .split('\n')) {
            if (!line.isEmpty())
                lines += line.simplified().split(' ');
        }
        QList<QByteArray> ids;
        for (const auto &line : lines)
            ids += line[0];
        std::ranges::sort(ids);
        for (qsizetype at = 0; at < ids.size(); ++at)
            m_positions.insert(ids[at], static_cast<CommitPosition>(at));
        shape.graph.nodes.resize(static_cast<size_t>(ids.size()));
        for (const auto &line : lines) {
            const CommitPosition commit = m_positions.value(line[0]);
            shape.order += commit;
            shape.graph.nodes[commit].date = line[1].toULongLong();
            for (const QByteArray &parent : line.sliced(2))
                shape.graph.nodes[commit].parents += m_positions.value(parent);
        }
        const QByteArray refs =
            m_repo.git({u"for-each-ref"_s, u"--format=%(objectname)"_s}) + m_repo.resolve("HEAD");
        for (const QByteArray &id : refs.split('\n'))
            shape.tips += m_positions.value(id.trimmed(), kNoCommit);
    }

    Tests::RepoBuilder m_repo;
    QHash<QByteArray, CommitPosition> m_positions;
};

} // namespace

class TestWalkOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void yieldsTheOrderOfGit_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("%u", seed) << seed * 5;
    }
    void yieldsTheOrderOfGit()
    {
        QFETCH(const quint32, seed);
        RealHistory history(seed);
        for (const QString &version : {QString(), u"1"_s, u"2"_s}) {
            if (!version.isEmpty())
                history.writeGraph(version);
            const bool usesGraph = !version.isEmpty();
            const auto topological = history.revisions({u"--all"_s, u"--topo-order"_s}, usesGraph);
            const auto byDate = history.revisions({u"--all"_s, u"--date-order"_s}, usesGraph);
            for (const Generations kind : kAllGenerations) {
                history.shape.graph.rank(history.shape.order, kind);
                QCOMPARE(walked(history.shape.graph, history.shape.tips, Order::Topological), topological);
                QCOMPARE(walked(history.shape.graph, history.shape.tips, Order::Date), byDate);
            }
        }
        const auto firstParents =
            history.revisions({u"--all"_s, u"--topo-order"_s, u"--first-parent"_s}, true);
        QCOMPARE(walked(history.shape.graph, history.shape.tips, Order::Topological, true), firstParents);
    }
};

QTEST_GUILESS_MAIN(TestWalkOrder)

#include "tst_walkorder.moc"
