// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/packindexes.h"

#include "git/alternates.h"

#include <QDir>
#include <QtEndian>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qint64 kMostKept = qint64(256) << 20;
constexpr qint64 kIndexHeader = 8, kIndexFanout = 256 * 4, kIndexTrailer = 40;
constexpr qint64 kIdBytes = 20, kChecksumBytes = 4, kOffsetBytes = 4, kLargeOffsetBytes = 8;
constexpr QByteArrayView kMagic("\377tOc\0\0\0\2", 8);
constexpr quint32 kIsLarge = 0x8000'0000;

std::span<uchar> spanOf(const LargeArray<uchar> &array, qint64 size)
{
    return {array.get(), static_cast<size_t>(size)};
}

std::optional<std::array<quint32, 256>> parseFanout(const QByteArray &bytes)
{
    std::array<quint32, 256> fanout;
    quint32 before = 0;
    for (size_t at = 0; at < fanout.size(); ++at) {
        fanout[at] = qFromBigEndian<quint32>(bytes.constData() + kIndexHeader + 4 * at);
        if (fanout[at] < before)
            return std::nullopt;
        before = fanout[at];
    }
    return fanout;
}

// Largest first: what does not fit is the least.
QList<QByteArray> indexesIn(const QByteArray &objectsFolder)
{
    QFileInfoList found;
    for (const QByteArray &folder : objectFolders(objectsFolder)) {
        const QDir packs(QFile::decodeName(folder) + u"/pack"_s);
        found += packs.entryInfoList({u"pack-*.idx"_s}, QDir::Files | QDir::Hidden);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &QFileInfo::size);
    QList<QByteArray> paths;
    for (const QFileInfo &each : std::as_const(found))
        paths += QFile::encodeName(each.filePath());
    return paths;
}

} // namespace

PackIndexes PackIndexes::read(const QByteArray &objectsFolder, const CancelToken &cancel)
{
    PackIndexes all;
    qint64 room = kMostKept;
    for (const QByteArray &path : indexesIn(objectsFolder)) {
        if (auto pack = readPack(path, room, cancel))
            all.m_packs.push_back(*std::move(pack));
    }
    return all;
}

std::optional<PackIndexes::Pack> PackIndexes::readPack(const QByteArray &path, qint64 &room,
                                                       const CancelToken &cancel)
{
    const auto index = RegularFile::open(path);
    auto file = RegularFile::open(path.chopped(3) + "pack");
    QByteArray start(kIndexHeader + kIndexFanout, Qt::Uninitialized);
    const auto bytesOf = [](QByteArray &bytes) {
        return std::span(reinterpret_cast<uchar *>(bytes.data()), static_cast<size_t>(bytes.size()));
    };
    if (!index || !file || !index->read(0, bytesOf(start), cancel) || !start.startsWith(kMagic))
        return std::nullopt;
    const auto fanout = parseFanout(start);
    if (!fanout)
        return std::nullopt;
    const qint64 count = fanout->back(), ids = count * kIdBytes, offsets = count * kOffsetBytes;
    const qint64 large =
        index->size() - start.size() - ids - count * kChecksumBytes - offsets - kIndexTrailer;
    if (large < 0 || large % kLargeOffsetBytes != 0 || large > count * kLargeOffsetBytes ||
        ids + offsets + large > room)
        return std::nullopt;
    Pack pack{.file = *std::move(file),
              .fanout = *fanout,
              .ids = makeLargeArray<uchar>(static_cast<size_t>(ids)),
              .offsets = makeLargeArray<uchar>(static_cast<size_t>(offsets + large)),
              .largeCount = large / kLargeOffsetBytes};
    if (!index->read(start.size(), spanOf(pack.ids, ids), cancel) ||
        !index->read(start.size() + ids + count * kChecksumBytes, spanOf(pack.offsets, offsets + large),
                     cancel))
        return std::nullopt;
    room -= ids + offsets + large;
    return pack;
}

std::optional<qint64> PackIndexes::findIn(const Pack &pack, const ObjectId &id)
{
    const uchar first = id.raw()[0];
    quint32 low = first == 0 ? 0 : pack.fanout[first - 1U], high = pack.fanout[first];
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        const int order = std::memcmp(pack.ids.get() + middle * kIdBytes, id.raw(), kIdBytes);
        if (order == 0) {
            const auto offset = qFromBigEndian<quint32>(pack.offsets.get() + middle * kOffsetBytes);
            if (!(offset & kIsLarge))
                return offset;
            const qint64 place = offset & ~kIsLarge;
            if (place >= pack.largeCount)
                return std::nullopt;
            return qFromBigEndian<qint64>(pack.offsets.get() + pack.count() * kOffsetBytes +
                                          place * kLargeOffsetBytes);
        }
        (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
    }
    return std::nullopt;
}

std::optional<PackIndexes::Place> PackIndexes::find(const ObjectId &id) const
{
    if (id.size() != kIdBytes)
        return std::nullopt;
    for (const Pack &pack : m_packs) {
        if (const auto offset = findIn(pack, id))
            return Place{&pack.file, *offset};
    }
    return std::nullopt;
}

} // namespace Git
