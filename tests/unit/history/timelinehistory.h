// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/timeline.h"
#include "randomhistory.h"

namespace Tests {

struct Picture
{
    QList<CommitPosition> commits;
    QList<GraphRow> rows;
};

/// All at once, without a timeline.
inline Picture plainPicture(Graph &graph, const TimelineQuery &query)
{
    Picture picture;
    picture.commits = walked(graph, query.tips, query.order, query.firstParentOnly);
    Lanes lanes;
    for (const CommitPosition commit : std::as_const(picture.commits)) {
        QList<CommitPosition> parents = graph.nodes[commit].parents;
        if (query.firstParentOnly && parents.size() > 1)
            parents.resize(1);
        picture.rows += lanes.row(commit, {parents.constData(), static_cast<size_t>(parents.size())});
    }
    return picture;
}

inline TimelineQuery randomQuery(const Shape &shape, QRandomGenerator &random)
{
    return {shape.tips, random.bounded(2) ? Order::Topological : Order::Date, random.bounded(5) == 0};
}

inline Timeline::Batches randomBatches(QRandomGenerator &random)
{
    return {1 + random.bounded(5), 1 + random.bounded(12)};
}

inline Shape rankedShape(quint32 seed)
{
    Shape shape = randomShape(seed);
    shape.graph.rank(shape.order, kAllGenerations[seed % 4]);
    return shape;
}

inline std::unique_ptr<Timeline> loaded(Graph &graph, const TimelineQuery &query, Timeline::Batches batches,
                                        const Timeline *old = nullptr)
{
    auto timeline = std::make_unique<Timeline>(batches);
    if (!timeline->load(graph, query, old, {}, {}))
        qFatal("load failed");
    return timeline;
}

/// Blocks of a fork, two commits on a branch, one on the main line and a merge, but for some 20 branches that
/// stay open; as long as wanted, newest last.
inline Shape longShape(CommitPosition size)
{
    Shape shape;
    shape.graph.nodes.resize(size);
    const CommitPosition gap = size / 5 / 20;
    for (CommitPosition at = 0; at < size; ++at) {
        Graph::Node &node = shape.graph.nodes[at];
        node.date = at;
        node.generation = at + 1;
        const bool isOpen = at / 5 % gap == gap / 2;
        if (at > 0)
            node.parents += at % 5 == 3 ? at - 3 : at - 1;
        if (at % 5 == 4 && !isOpen)
            node.parents += at - 2;
        if ((at % 5 == 2 && isOpen) || at == size - 1)
            shape.tips += at;
    }
    return shape;
}

} // namespace Tests
