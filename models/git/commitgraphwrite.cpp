// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitgraphwrite.h"

#include "base/text.h"
#include "git/commitgraphfile.h"
#include "git/commitlevels.h"
#include "git/graphoutput.h"
#include "git/text.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr quint32 kHighestLevel = (quint32(1) << 30) - 1;
constexpr quint64 kWidestOffset = CommitGraphFile::kHighBit - 1;
constexpr CommitPosition kBetweenLooks = 1 << 16; ///< commits between two looks at the cancel token

std::unexpected<Error> failWriting(const QString &detail)
{
    return fail(ErrorKind::Invalid, Text::tr("The history cannot be kept as a commit graph."), detail);
}

class GraphWriter
{
public:
    GraphWriter(int hashSize, const CommitGraphInput &commits, const CancelToken &cancel)
        : m_commits(commits)
        , m_cancel(cancel)
        , m_hashSize(hashSize)
        , m_count(commits.count())
    {}

    Result<void> prepare();
    Result<void> write(GraphOutput &out);

private:
    Result<void> sortIds();
    Result<void> computeLevels();
    void computeDates();
    void countExtras();
    quint64 date(CommitPosition commit) const { return m_commits.date(commit) & CommitGraphFile::kDateMask; }
    bool isWide(CommitPosition commit) const { return m_commits.date(commit) != date(commit); }
    quint64 offset(CommitPosition commit) const { return m_dates[commit] - date(commit); }

    void writeHeader(GraphOutput &out) const;
    void writeFanout(GraphOutput &out) const;
    void writeCommit(GraphOutput &out, CommitPosition commit, quint32 &edges);
    void writeEdges(GraphOutput &out, CommitPosition commit);
    template<class Each> bool inOrder(const Each &each) const;

    const CommitGraphInput &m_commits;
    CancelToken m_cancel;
    int m_hashSize;
    CommitPosition m_count;
    ParentPositions m_parents;           ///< of the commit at hand
    std::vector<CommitPosition> m_order; ///< by id
    std::vector<CommitPosition> m_rank;  ///< of each commit in m_order
    LargeArray<quint32> m_levels;
    std::vector<quint64> m_dates; ///< corrected
    qint64 m_edgeCount = 0, m_overflowCount = 0, m_wideCount = 0;
};

Result<void> GraphWriter::prepare()
{
    if (m_count >= CommitGraphFile::kNoParent)
        return failWriting(u"too many commits"_s);
    if (auto sorted = sortIds(); !sorted)
        return sorted;
    if (m_cancel.isCancelled())
        return failCancelled();
    if (auto computed = computeLevels(); !computed)
        return computed;
    if (m_cancel.isCancelled())
        return failCancelled();
    computeDates();
    countExtras();
    return {};
}

Result<void> GraphWriter::sortIds()
{
    struct Key
    {
        quint64 start = 0; ///< of the id: settles nearly every comparison
        CommitPosition commit = 0;
    };
    std::vector<Key> keys(m_count);
    for (CommitPosition commit = 0; commit < m_count; ++commit) {
        const ObjectId id = m_commits.id(commit);
        if (id.size() != m_hashSize)
            return failWriting(u"an id has another size"_s);
        keys[commit] = {qFromBigEndian<quint64>(id.raw()), commit};
    }
    std::ranges::sort(keys, [this](const Key &one, const Key &two) {
        return one.start != two.start ? one.start < two.start
                                      : m_commits.id(one.commit) < m_commits.id(two.commit);
    });
    m_order.resize(m_count);
    m_rank.resize(m_count);
    for (CommitPosition at = 0; at < m_count; ++at) {
        const Key &key = keys[at];
        if (at > 0 && keys[at - 1].start == key.start &&
            m_commits.id(m_order[at - 1]) == m_commits.id(key.commit))
            return failWriting(u"an id appears twice"_s);
        m_order[at] = key.commit;
        m_rank[key.commit] = at;
    }
    return {};
}

Result<void> GraphWriter::computeLevels()
{
    bool areInside = true;
    const auto parents = [this, &areInside](CommitPosition commit, ParentPositions &out) {
        m_commits.parents(commit, out);
        const auto removed = out.removeIf([this](CommitPosition parent) { return parent >= m_count; });
        areInside &= removed == 0;
    };
    m_levels = topologicalLevels(m_count, parents, m_cancel);
    if (m_cancel.isCancelled())
        return failCancelled();
    if (!areInside)
        return failWriting(u"a parent is missing"_s);
    if (!m_levels)
        return failWriting(u"a commit is its own ancestor"_s);
    return {};
}

/// See gitformat-commit-graph(5) and Git's technical/commit-graph, "corrected commit date".
void GraphWriter::computeDates()
{
    const quint32 highest = m_count == 0 ? 0 : *std::max_element(m_levels.get(), m_levels.get() + m_count);
    std::vector<CommitPosition> starts(size_t(highest) + 2), byLevel(m_count);
    for (CommitPosition commit = 0; commit < m_count; ++commit)
        ++starts[m_levels[commit] + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    for (CommitPosition commit = 0; commit < m_count; ++commit)
        byLevel[starts[m_levels[commit]]++] = commit;
    m_dates.resize(m_count);
    for (const CommitPosition commit : byLevel) {
        quint64 above = 0;
        m_commits.parents(commit, m_parents);
        for (const CommitPosition parent : m_parents)
            above = std::max(above, m_dates[parent]);
        m_dates[commit] = std::max(date(commit), above + 1);
    }
}

void GraphWriter::countExtras()
{
    for (CommitPosition commit = 0; commit < m_count; ++commit) {
        m_commits.parents(commit, m_parents);
        m_edgeCount += m_parents.size() > 2 ? m_parents.size() - 1 : 0;
        m_overflowCount += offset(commit) > kWidestOffset ? 1 : 0;
        m_wideCount += isWide(commit) ? 1 : 0;
    }
}

void GraphWriter::writeHeader(GraphOutput &out) const
{
    struct Chunk
    {
        const char *id;
        qint64 size;
    };
    const qint64 count = m_count;
    QVarLengthArray<Chunk, 8> chunks = {{"OIDF", 256 * 4},
                                        {"OIDL", count * m_hashSize},
                                        {"CDAT", count * (m_hashSize + 16)},
                                        {"GDA2", count * 4}};
    if (m_overflowCount > 0)
        chunks.append({"GDO2", m_overflowCount * 8});
    if (m_edgeCount > 0)
        chunks.append({"EDGE", m_edgeCount * 4});
    if (m_wideCount > 0)
        chunks.append({CommitGraphFile::kWideDates, m_wideCount * CommitGraphFile::kWideDateSize});
    const char header[] = {
        'C', 'G', 'P', 'H', 1, static_cast<char>(m_hashSize == 20 ? 1 : 2), static_cast<char>(chunks.size()),
        0};
    out.bytes(header, sizeof header);
    qint64 offset = qint64(sizeof header) + (chunks.size() + 1) * 12;
    for (const Chunk &chunk : chunks) {
        out.bytes(chunk.id, 4);
        out.number(offset);
        offset += chunk.size;
    }
    out.number(quint32(0));
    out.number(offset);
}

void GraphWriter::writeFanout(GraphOutput &out) const
{
    std::array<quint32, 256> counts = {};
    for (CommitPosition commit = 0; commit < m_count; ++commit)
        ++counts[m_commits.id(commit).raw()[0]];
    quint32 sum = 0;
    for (const quint32 count : counts)
        out.number(sum += count);
}

void GraphWriter::writeCommit(GraphOutput &out, CommitPosition commit, quint32 &edges)
{
    out.bytes(m_commits.tree(commit).raw(), m_hashSize);
    m_commits.parents(commit, m_parents);
    const qsizetype count = m_parents.size();
    out.number(count > 0 ? m_rank[m_parents[0]] : CommitGraphFile::kNoParent);
    if (count <= 2) {
        out.number(count == 2 ? m_rank[m_parents[1]] : CommitGraphFile::kNoParent);
    } else {
        out.number(edges | CommitGraphFile::kHighBit);
        edges += static_cast<quint32>(count - 1);
    }
    const quint32 level = std::min(m_levels[commit], kHighestLevel);
    out.number(level << 2 | static_cast<quint32>(date(commit) >> 32));
    out.number(static_cast<quint32>(date(commit)));
}

void GraphWriter::writeEdges(GraphOutput &out, CommitPosition commit)
{
    m_commits.parents(commit, m_parents);
    for (qsizetype at = 1; m_parents.size() > 2 && at < m_parents.size(); ++at) {
        const bool isLast = at + 1 == m_parents.size();
        out.number(m_rank[m_parents[at]] | (isLast ? CommitGraphFile::kHighBit : 0));
    }
}

/// False: cancelled.
template<class Each> bool GraphWriter::inOrder(const Each &each) const
{
    for (CommitPosition at = 0; at < m_count; ++at) {
        if (at % kBetweenLooks == 0 && m_cancel.isCancelled())
            return false;
        each(m_order[at]);
    }
    return true;
}

Result<void> GraphWriter::write(GraphOutput &out)
{
    quint32 edges = 0, overflows = CommitGraphFile::kHighBit;
    writeHeader(out);
    writeFanout(out);
    const bool isWhole =
        inOrder([&](CommitPosition commit) { out.bytes(m_commits.id(commit).raw(), m_hashSize); }) &&
        inOrder([&](CommitPosition commit) { writeCommit(out, commit, edges); }) &&
        inOrder([&](CommitPosition commit) {
            const quint64 more = offset(commit);
            out.number(more > kWidestOffset ? overflows++ : static_cast<quint32>(more));
        }) &&
        inOrder([&](CommitPosition commit) {
            if (offset(commit) > kWidestOffset)
                out.number(offset(commit));
        }) &&
        inOrder([&](CommitPosition commit) { writeEdges(out, commit); }) &&
        inOrder([&](CommitPosition commit) {
            if (isWide(commit)) {
                out.number(m_rank[commit]);
                out.number(m_commits.date(commit));
            }
        });
    if (!isWhole)
        return failCancelled();
    return {};
}

} // namespace

Result<void> writeCommitGraph(const QByteArray &file, int hashSize, const CommitGraphInput &commits,
                              const CancelToken &cancel)
{
    GraphWriter writer(hashSize, commits, cancel);
    if (auto prepared = writer.prepare(); !prepared)
        return prepared;
    GraphOutput out(file, hashSize);
    const auto denied = [&] {
        return fail(ErrorKind::Denied, Text::tr("The file %1 cannot be written.").arg(displayPath(file)),
                    out.problem());
    };
    if (!out.open())
        return denied();
    if (auto written = writer.write(out); !written)
        return written;
    if (!out.finish())
        return denied();
    return {};
}

} // namespace Git
