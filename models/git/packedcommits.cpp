// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/packedcommits.h"

#include <zlib.h>

namespace Git {

namespace {

// What most commits take, in one read; more only for those that need it.
constexpr qint64 kOftenPacked = 1024, kMostPacked = 64 * 1024;
constexpr quint64 kMostContent = 256 * 1024;
constexpr int kCommitKind = 1;

struct Entry
{
    int kind = 0;
    quint64 size = 0;
    size_t header = 0; ///< bytes
};

// gitformat-pack(5): three bits of kind and four of size, then seven bits a byte.
std::optional<Entry> parseEntry(std::span<const uchar> bytes)
{
    if (bytes.empty())
        return std::nullopt;
    Entry entry{.kind = (bytes[0] >> 4) & 7, .size = bytes[0] & 15U, .header = 1};
    for (int shift = 4; bytes[entry.header - 1] & 0x80; shift += 7) {
        if (entry.header == bytes.size() || shift > 50)
            return std::nullopt;
        entry.size |= quint64(bytes[entry.header++] & 0x7f) << shift;
    }
    return entry;
}

} // namespace

struct PackedCommits::Inflater
{
    Q_DISABLE_COPY_MOVE(Inflater)

    Inflater() { isReady = ::inflateInit(&stream) == Z_OK; }
    ~Inflater() { ::inflateEnd(&stream); }

    // Z_STREAM_END: all of it. Z_BUF_ERROR: the packed bytes end before. Anything else: damaged.
    int run(std::span<const uchar> packed, std::span<uchar> content)
    {
        if (!isReady || ::inflateReset(&stream) != Z_OK)
            return Z_STREAM_ERROR;
        stream.next_in = const_cast<uchar *>(packed.data()); // zlib's interface of old; it only reads
        stream.avail_in = static_cast<uInt>(packed.size());
        stream.next_out = content.data();
        stream.avail_out = static_cast<uInt>(content.size());
        const int end = ::inflate(&stream, Z_FINISH);
        if (end == Z_STREAM_END)
            return stream.avail_out == 0 ? end : Z_DATA_ERROR;
        return end == Z_BUF_ERROR && stream.avail_in > 0 ? Z_DATA_ERROR : end;
    }

    z_stream stream = {};
    bool isReady = false;
};

PackedCommits::PackedCommits(const PackIndexes &indexes)
    : m_indexes(indexes)
    , m_inflater(std::make_unique<Inflater>())
{}

PackedCommits::~PackedCommits() = default;

std::optional<QByteArrayView> PackedCommits::read(const ObjectId &id)
{
    const auto place = m_indexes.find(id);
    if (!place || place->offset < 0)
        return std::nullopt;
    const qint64 left = place->pack->size() - place->offset;
    for (const qint64 most : {kOftenPacked, kMostPacked}) {
        const qint64 length = std::min(left, most);
        if (length <= 0)
            return std::nullopt;
        m_packed.resize(static_cast<size_t>(length));
        if (!place->pack->read(place->offset, m_packed, {}))
            return std::nullopt;
        const auto entry = parseEntry(m_packed);
        if (!entry || entry->kind != kCommitKind || entry->size == 0 || entry->size > kMostContent)
            return std::nullopt;
        m_content.resize(entry->size);
        const int end = m_inflater->run(std::span(m_packed).subspan(entry->header), m_content);
        if (end == Z_STREAM_END)
            return QByteArrayView(m_content.data(), static_cast<qsizetype>(m_content.size()));
        if (end != Z_BUF_ERROR || length == left)
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace Git
