// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/walk.h"

#include <QRandomGenerator>

#include <numeric>

namespace Tests {

using namespace History;
using Git::CommitPosition;
using Git::kNoCommit;
using Git::kNoGeneration;

enum class Generations { None, Levels, Dates, Partly };

class Graph final : public Git::CommitSource
{
public:
    struct Node
    {
        QList<CommitPosition> parents;
        quint64 date = 0;
        quint64 generation = kNoGeneration;
    };

    CommitPosition count() const override { return static_cast<CommitPosition>(nodes.size()); }
    void parents(CommitPosition commit, Git::ParentPositions &out) override
    {
        ++reads;
        out.clear();
        for (const CommitPosition parent : nodes[commit].parents)
            out.append(parent);
    }
    quint64 date(CommitPosition commit) override { return nodes[commit].date; }
    quint64 generation(CommitPosition commit) override { return nodes[commit].generation; }

    /// rank: positions, parents before children.
    void rank(const QList<CommitPosition> &order, Generations kind)
    {
        qsizetype left = kind == Generations::None     ? 0
                         : kind == Generations::Partly ? order.size() * 2 / 3
                                                       : order.size();
        for (const CommitPosition commit : order) {
            quint64 highest = 0;
            for (const CommitPosition parent : nodes[commit].parents)
                highest = std::max(highest, nodes[parent].generation);
            const bool isKnown = left-- > 0 && highest != kNoGeneration;
            const quint64 least =
                kind == Generations::Levels ? 1 : nodes[commit].date & ((quint64(1) << 34) - 1);
            nodes[commit].generation = isKnown ? std::max(highest + 1, least) : kNoGeneration;
        }
    }

    std::vector<Node> nodes;
    qsizetype reads = 0;
};

// Parents before children; positions say nothing about that.
struct Shape
{
    Graph graph;
    QList<CommitPosition> order, tips;
};

inline QList<CommitPosition> shuffled(qsizetype size, QRandomGenerator &random)
{
    QList<CommitPosition> numbers(size);
    std::iota(numbers.begin(), numbers.end(), 0U);
    std::shuffle(numbers.begin(), numbers.end(), random);
    return numbers;
}

inline QList<CommitPosition> someParents(const QList<CommitPosition> &order, qsizetype before,
                                         QRandomGenerator &random)
{
    QList<CommitPosition> parents;
    const int kind = random.bounded(40);
    const int wanted = kind == 0 ? 0 : kind < 25 ? 1 : kind < 38 ? 2 : 3 + random.bounded(6);
    for (int i = 0; i < wanted && before > 0; ++i) {
        const qsizetype reach = random.bounded(8) == 0 ? before : std::min<qsizetype>(before, 8);
        const CommitPosition parent = order[before - 1 - random.bounded(static_cast<int>(reach))];
        if (!parents.contains(parent))
            parents += parent;
    }
    return parents;
}

inline Shape randomShape(quint32 seed)
{
    QRandomGenerator random(seed);
    const int size = 1 + random.bounded(seed % 10 == 0 ? 300 : 40);
    Shape shape;
    shape.order = shuffled(size, random);
    shape.graph.nodes.resize(static_cast<size_t>(size));
    qint64 now = 1'000'000;
    for (qsizetype at = 0; at < size; ++at) {
        Graph::Node &node = shape.graph.nodes[shape.order[at]];
        now += random.bounded(3);
        node.date = static_cast<quint64>(random.bounded(12) == 0 ? now - random.bounded(200) : now);
        node.parents = someParents(shape.order, at, random);
    }
    for (int i = random.bounded(12); i >= 0; --i)
        shape.tips += shape.order[random.bounded(3) == 0 ? size - 1 : random.bounded(size)];
    return shape;
}

inline QList<CommitPosition> walked(Graph &graph, const QList<CommitPosition> &tips, Order order,
                                    bool firstParentOnly = false)
{
    Walk walk(graph, tips, order, firstParentOnly);
    QList<CommitPosition> commits;
    for (CommitPosition commit = walk.next(); commit != kNoCommit; commit = walk.next())
        commits += commit;
    return commits;
}

inline constexpr std::array kAllGenerations = {Generations::None, Generations::Levels, Generations::Dates,
                                               Generations::Partly};

} // namespace Tests
