// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitgraphfile.h"

#include "base/text.h"
#include "git/regularfile.h"
#include "git/text.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qint64 kHeader = 8, kTableEntry = 12, kFanout = 256 * 4;
constexpr qint64 kMostBytes = qint64(2) << 30; ///< what is kept of one file: 35 million commits
constexpr CommitPosition kAloneBelow = 50'000; ///< a second thread costs more than it saves

constexpr quint32 chunkId(const char (&name)[5])
{
    return quint32(uchar(name[0])) << 24 | quint32(uchar(name[1])) << 16 | quint32(uchar(name[2])) << 8 |
           quint32(uchar(name[3]));
}

} // namespace

std::unexpected<Error> failDamagedGraph(const QByteArray &path, const QString &detail)
{
    return fail(ErrorKind::Invalid,
                Text::tr("Git's commit graph in %1 is damaged and was not used.").arg(displayPath(path)),
                detail);
}

/// Reads one file step by step; every step may end it.
class CommitGraphReader
{
public:
    CommitGraphReader(const RegularFile &file, CommitGraphFile &graph, const CancelToken &cancel)
        : m_file(file)
        , m_graph(graph)
        , m_cancel(cancel)
        , m_hashSize(static_cast<qint64>(graph.m_hashSize))
    {}

    Result<void> readTable();
    Result<void> checkSizes();
    Result<void> readBases();
    Result<void> readParts();
    Result<void> readIds() const;

private:
    Result<void> addEntry(quint32 id, qint64 offset, qint64 end);
    Result<void> readPart(const FilePart &part, FileBytes &bytes) const;
    std::unexpected<Error> damaged(const QString &detail) const
    {
        return failDamagedGraph(m_file.path(), detail);
    }

    const RegularFile &m_file;
    CommitGraphFile &m_graph;
    CancelToken m_cancel;
    qint64 m_hashSize;
    int m_baseCount = 0;
    FilePart m_fanout, m_ids, m_commits, m_corrections, m_overflows, m_edges, m_wideDates, m_index, m_filters,
        m_bases;
};

Result<void> CommitGraphReader::addEntry(quint32 id, qint64 offset, qint64 end)
{
    const std::pair<quint32, FilePart *> parts[] = {
        {chunkId("OIDF"), &m_fanout},    {chunkId("OIDL"), &m_ids},
        {chunkId("CDAT"), &m_commits},   {chunkId("GDA2"), &m_corrections},
        {chunkId("GDO2"), &m_overflows}, {chunkId("EDGE"), &m_edges},
        {chunkId("BIDX"), &m_index},     {chunkId("BDAT"), &m_filters},
        {chunkId("BASE"), &m_bases},     {chunkId(CommitGraphFile::kWideDates), &m_wideDates},
    };
    for (const auto &[known, part] : parts) {
        if (known != id)
            continue;
        if (part->isThere)
            return damaged(u"a chunk appears twice"_s);
        *part = {.offset = offset, .size = end - offset, .isThere = true};
    }
    return {};
}

Result<void> CommitGraphReader::readTable()
{
    if (m_file.size() < kHeader)
        return damaged(u"the file ends too soon"_s);
    std::array<uchar, kHeader> header;
    if (auto read = m_file.read(0, header, m_cancel); !read)
        return read;
    if (std::memcmp(header.data(), "CGPH", 4) != 0)
        return damaged(u"the signature is not CGPH"_s);
    if (header[4] != 1 || header[5] != (m_hashSize == 20 ? 1 : 2)) {
        return fail(ErrorKind::Invalid,
                    Text::tr("Git's commit graph in %1 is of another kind and was not used.")
                        .arg(displayPath(m_file.path())),
                    u"version %1, hash %2"_s.arg(QString::number(header[4]), QString::number(header[5])));
    }
    m_baseCount = header[7];
    const qint64 start = kHeader + (header[6] + 1) * kTableEntry, end = m_file.size() - m_hashSize;
    if (start > end)
        return damaged(u"the file ends too soon"_s);
    std::vector<uchar> table(static_cast<size_t>(start - kHeader));
    if (auto read = m_file.read(kHeader, table, m_cancel); !read)
        return read;
    const auto offsetOf = [&table](int at) { return qFromBigEndian<qint64>(table.data() + at * 12 + 4); };
    for (int at = 0; at < header[6]; ++at) {
        if (offsetOf(at) < start || offsetOf(at + 1) < offsetOf(at) || offsetOf(at + 1) > end)
            return damaged(u"chunk %1 is outside"_s.arg(at));
        const auto id = qFromBigEndian<quint32>(table.data() + at * 12);
        if (auto added = addEntry(id, offsetOf(at), offsetOf(at + 1)); !added)
            return added;
    }
    if (qFromBigEndian<quint32>(table.data() + header[6] * 12) != 0)
        return damaged(u"the table of chunks has no end"_s);
    m_graph.m_checksum.resize(m_hashSize);
    return m_file.read(end, {reinterpret_cast<uchar *>(m_graph.m_checksum.data()), size_t(m_hashSize)},
                       m_cancel);
}

Result<void> CommitGraphReader::checkSizes()
{
    if (!m_fanout.isThere || !m_ids.isThere || !m_commits.isThere || m_fanout.size != kFanout)
        return damaged(u"a chunk is missing"_s);
    if (auto read = readPart(m_fanout, m_graph.m_fanout); !read)
        return read;
    quint32 before = 0;
    for (size_t at = 0; at < 256; ++at) {
        const auto next = qFromBigEndian<quint32>(m_graph.m_fanout.at(at * 4));
        if (next < before)
            return damaged(u"the fanout goes down"_s);
        before = next;
    }
    m_graph.m_count = before;
    const qint64 count = before;
    const bool isExact = count < CommitGraphFile::kNoParent && m_ids.size == count * m_hashSize &&
                         m_commits.size == count * (m_hashSize + 16) &&
                         (!m_corrections.isThere || m_corrections.size == count * 4) &&
                         m_overflows.size % 8 == 0 && m_edges.size % 4 == 0 &&
                         m_wideDates.size % CommitGraphFile::kWideDateSize == 0 &&
                         m_bases.size == m_baseCount * m_hashSize;
    if (!isExact)
        return damaged(u"a chunk has a wrong size"_s);
    const qint64 kept =
        m_ids.size + m_commits.size + m_corrections.size + m_overflows.size + m_edges.size + m_wideDates.size;
    if (kept > kMostBytes) {
        return fail(ErrorKind::Invalid, Text::tr("Git's commit graph in %1 is too large and was not used.")
                                            .arg(displayPath(m_file.path())));
    }
    return {};
}

Result<void> CommitGraphReader::readPart(const FilePart &part, FileBytes &bytes) const
{
    bytes.size = static_cast<size_t>(part.size);
    bytes.bytes = makeLargeArray<uchar>(bytes.size);
    return m_file.read(part.offset, {bytes.bytes.get(), bytes.size}, m_cancel);
}

Result<void> CommitGraphReader::readBases()
{
    FileBytes bytes;
    if (auto read = readPart(m_bases, bytes); !read)
        return read;
    for (qint64 at = 0; at < m_bases.size; at += m_hashSize)
        m_graph.m_bases += QByteArray(reinterpret_cast<const char *>(bytes.at(size_t(at))), m_hashSize);
    return {};
}

Result<void> CommitGraphReader::readParts()
{
    m_graph.m_changedPaths = {m_file.path(), m_graph.m_checksum, m_graph.m_count, m_index, m_filters};
    const std::pair<const FilePart *, FileBytes *> parts[] = {{&m_commits, &m_graph.m_commits},
                                                              {&m_corrections, &m_graph.m_corrections},
                                                              {&m_overflows, &m_graph.m_overflows},
                                                              {&m_edges, &m_graph.m_edges},
                                                              {&m_wideDates, &m_graph.m_wideDates}};
    for (const auto &[part, bytes] : parts) {
        if (auto read = readPart(*part, *bytes); !read)
            return read;
    }
    return {};
}

Result<void> CommitGraphReader::readIds() const
{
    if (auto read = readPart(m_ids, m_graph.m_ids); !read)
        return read;
    if (!m_graph.areIdsSorted())
        return damaged(u"the ids are not sorted"_s);
    return {};
}

CommitGraphFile::CommitGraphFile(const QByteArray &path, int hashSize)
    : m_path(path)
    , m_hashSize(static_cast<size_t>(hashSize))
    , m_stride(m_hashSize + 16)
{}

Result<std::unique_ptr<CommitGraphFile>> CommitGraphFile::read(const QByteArray &path, int hashSize,
                                                               const CancelToken &cancel)
{
    auto file = RegularFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    std::unique_ptr<CommitGraphFile> graph(new CommitGraphFile(path, hashSize));
    const auto shared = std::make_shared<const RegularFile>(std::move(*file));
    graph->m_source = shared;
    CommitGraphReader reader(*shared, *graph, cancel);
    auto done = reader.readTable().and_then([&] { return reader.checkSizes(); }).and_then([&] {
        return reader.readBases();
    });
    if (!done)
        return std::unexpected(done.error());
    const auto readIds = [shared, reader] { return reader.readIds(); };
    graph->m_reading =
        graph->m_count < kAloneBelow ? std::async(std::launch::deferred, readIds) : std::async(readIds);
    if (done = reader.readParts(); !done)
        return std::unexpected(done.error());
    return graph;
}

Result<void> CommitGraphFile::finish()
{
    return m_reading.get();
}

bool CommitGraphFile::areIdsSorted() const
{
    for (CommitPosition at = 1; at < m_count; ++at) {
        const uchar *one = id(at - 1), *two = id(at);
        const auto high = qFromBigEndian<quint64>(one), next = qFromBigEndian<quint64>(two);
        if (high > next || (high == next && std::memcmp(one, two, m_hashSize) >= 0))
            return false;
    }
    for (int byte = 0; byte < 256; ++byte) {
        const CommitPosition end = firstWith(byte + 1);
        if ((end > 0 && id(end - 1)[0] > byte) || (end < m_count && id(end)[0] <= byte))
            return false;
    }
    return true;
}

CommitPosition CommitGraphFile::firstWith(int firstByte) const
{
    return firstByte == 0 ? 0
                          : qFromBigEndian<quint32>(m_fanout.at((static_cast<size_t>(firstByte) - 1) * 4));
}

CommitPosition CommitGraphFile::find(const uchar *wanted) const
{
    CommitPosition low = firstWith(wanted[0]), high = firstWith(wanted[0] + 1);
    while (low < high) {
        const CommitPosition middle = low + (high - low) / 2;
        const int order = std::memcmp(id(middle), wanted, m_hashSize);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return kNoCommit;
}

std::optional<quint64> CommitGraphFile::findWideDate(CommitPosition index) const
{
    size_t low = 0, high = m_wideDates.size / kWideDateSize;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const uchar *entry = m_wideDates.at(middle * kWideDateSize);
        const auto found = qFromBigEndian<quint32>(entry);
        if (found == index)
            return qFromBigEndian<quint64>(entry + 4);
        (found < index ? low : high) = found < index ? middle + 1 : middle;
    }
    return std::nullopt;
}

std::optional<quint64> CommitGraphFile::correctedDate(CommitPosition index) const
{
    const auto offset = qFromBigEndian<quint32>(m_corrections.at(size_t(index) * 4));
    if ((offset & kHighBit) == 0)
        return date(index) + offset;
    const size_t place = size_t(offset & ~kHighBit) * 8;
    if (place + 8 > m_overflows.size)
        return std::nullopt;
    const auto wide = qFromBigEndian<quint64>(m_overflows.at(place));
    // Far above what a date with 34 bits leads to; so that no sum runs over.
    return wide < (quint64(1) << 62) ? std::optional(date(index) + wide) : std::nullopt;
}

} // namespace Git
