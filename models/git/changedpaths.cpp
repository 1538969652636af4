// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/changedpaths.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace Git {

namespace {

constexpr quint32 kFirstSeed = 0x293ae76f, kStepSeed = 0x7e646e2c;

// Git's first version took each byte as a char, whose sign then spread over the bits above it.
template<class Byte> quint32 bits(char byte, int shift)
{
    return static_cast<quint32>(static_cast<Byte>(byte)) << shift;
}

template<class Byte> quint32 blockAt(const char *bytes)
{
    return bits<Byte>(bytes[0], 0) | bits<Byte>(bytes[1], 8) | bits<Byte>(bytes[2], 16) |
           bits<Byte>(bytes[3], 24);
}

quint32 scrambled(quint32 block)
{
    return std::rotl(block * 0xcc9e2d51, 15) * 0x1b873593;
}

/// MurmurHash3, 32 bits. See https://en.wikipedia.org/wiki/MurmurHash#Algorithm.
template<class Byte> quint32 murmur3(quint32 hash, QByteArrayView data)
{
    const qsizetype whole = data.size() / 4 * 4;
    for (qsizetype at = 0; at < whole; at += 4)
        hash = std::rotl(hash ^ scrambled(blockAt<Byte>(data.data() + at)), 13) * 5 + 0xe6546b64;
    quint32 rest = 0;
    for (qsizetype at = whole; at < data.size(); ++at)
        rest ^= bits<Byte>(data[at], static_cast<int>(at - whole) * 8);
    if (whole < data.size())
        hash ^= scrambled(rest);
    hash ^= static_cast<quint32>(data.size());
    hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
    return hash ^ (hash >> 16);
}

} // namespace

ChangedPathKey::ChangedPathKey(QByteArrayView path)
{
    while (path.endsWith('/'))
        path.chop(1);
    const bool isAscii = std::ranges::all_of(path, [](char byte) { return static_cast<uchar>(byte) < 0x80; });
    for (QByteArrayView part = path; !part.isEmpty();) {
        m_unsigned.append({murmur3<uchar>(kFirstSeed, part), murmur3<uchar>(kStepSeed, part)});
        if (!isAscii)
            m_signed.append({murmur3<signed char>(kFirstSeed, part), murmur3<signed char>(kStepSeed, part)});
        part.truncate(std::max<qsizetype>(part.lastIndexOf('/'), 0));
    }
}

bool ChangedPathKey::areAllIn(std::span<const uchar> filter, quint32 count, const Hashes &hashes)
{
    const auto size = static_cast<quint64>(filter.size()) * 8;
    return std::ranges::all_of(hashes, [&](const Hash &hash) {
        quint32 value = hash.first;
        for (quint32 at = 0; at < count; ++at, value += hash.step) {
            const quint64 bit = value % size;
            if ((filter[bit / 8] & (1U << (bit % 8))) == 0)
                return false;
        }
        return true;
    });
}

bool ChangedPathKey::mayBeIn(std::span<const uchar> filter, Settings settings) const
{
    const bool isKnown = settings.version == 1 || settings.version == 2;
    if (filter.empty() || m_unsigned.isEmpty() || !isKnown || areAllIn(filter, settings.hashes, m_unsigned))
        return true;
    return settings.version == 1 && !m_signed.isEmpty() && areAllIn(filter, settings.hashes, m_signed);
}

} // namespace Git
