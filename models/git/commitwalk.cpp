// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitwalk.h"

#include "git/repository.h"

#include <QCoreApplication>

#include <limits>

namespace Git {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Git)
};

constexpr quint32 kMissing = std::numeric_limits<quint32>::max();
constexpr qsizetype kMostProblems = 20;
constexpr size_t kSlack =
    512; // commits loaded beyond a limit, so that order survives clocks that are a bit off

} // namespace

CommitWalk::CommitWalk(git_odb *database, QSet<ObjectId> shallow, const LogQuery &query)
    : m_database(database)
    , m_shallow(std::move(shallow))
    , m_query(query)
{}

bool CommitWalk::load(const QList<ObjectId> &tips, const CancelToken &cancel)
{
    const size_t enough =
        m_query.limit > 0 ? static_cast<size_t>(m_query.limit) + kSlack : std::numeric_limits<size_t>::max();
    for (const ObjectId &tip : tips)
        visit(tip);
    while (!m_heap.empty() && m_nodes.size() < enough) {
        if (m_nodes.size() % 256 == 0 && cancel.isCancelled())
            return false;
        std::ranges::pop_heap(m_heap, IsOlder());
        const quint32 at = m_heap.back().node;
        m_heap.pop_back();
        for (qsizetype parent = 0; parent < m_nodes[at].parentCount; ++parent)
            visit(m_nodes[at].commit.parents[parent]);
    }
    countChildren();
    return !cancel.isCancelled();
}

void CommitWalk::visit(const ObjectId &id)
{
    if (m_positions.contains(id))
        return;
    m_positions.insert(id, kMissing);
    const auto object = readObject(m_database, id, GIT_OBJECT_COMMIT);
    if (!object)
        return addProblem(objectError(object.error(), id).message);
    auto commit = m_parser.parse(id, {static_cast<const char *>(git_odb_object_data(object->get())),
                                      static_cast<qsizetype>(git_odb_object_size(object->get()))});
    if (!commit)
        return addProblem(objectError(ObjectProblem::Damaged, id).message);
    Node node{.commit = *std::move(commit)};
    node.parentCount = m_query.firstParentOnly ? std::min<qsizetype>(node.commit.parents.size(), 1)
                                               : node.commit.parents.size();
    if (m_shallow.contains(id) && node.parentCount > 0) {
        node.parentCount = 0;
        addProblem(Text::tr("What is before %1 is not in this shallow clone.").arg(id.abbreviated()));
    }
    const auto at = static_cast<quint32>(m_nodes.size());
    m_positions[id] = at;
    m_heap.push_back({node.commit.committed.seconds, at});
    std::ranges::push_heap(m_heap, IsOlder());
    m_nodes.push_back(std::move(node));
}

void CommitWalk::countChildren()
{
    const auto forEachParent = [this](const Node &node, auto use) {
        for (qsizetype parent = 0; parent < node.parentCount; ++parent) {
            const quint32 at = m_positions.value(node.commit.parents[parent], kMissing);
            if (at != kMissing)
                use(m_nodes[at]);
        }
    };
    for (const Node &node : m_nodes)
        forEachParent(node, [](Node &parent) { ++parent.waiting; });
    m_heap.clear();
    for (quint32 at = 0; at < m_nodes.size(); ++at) {
        if (m_nodes[at].waiting == 0)
            m_heap.push_back({m_nodes[at].commit.committed.seconds, at});
    }
    std::ranges::make_heap(m_heap, IsOlder());
}

std::optional<Commit> CommitWalk::next()
{
    if (m_heap.empty())
        return std::nullopt;
    std::ranges::pop_heap(m_heap, IsOlder());
    Node &node = m_nodes[m_heap.back().node];
    m_heap.pop_back();
    for (qsizetype parent = 0; parent < node.parentCount; ++parent) {
        const quint32 at = m_positions.value(node.commit.parents[parent], kMissing);
        if (at == kMissing || --m_nodes[at].waiting > 0)
            continue;
        m_heap.push_back({m_nodes[at].commit.committed.seconds, at});
        std::ranges::push_heap(m_heap, IsOlder());
    }
    return std::move(node.commit);
}

void CommitWalk::addProblem(const QString &sentence)
{
    if (m_problems.size() < kMostProblems)
        m_problems += sentence;
}

} // namespace Git
