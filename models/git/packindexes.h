// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/largearray.h"
#include "git/regularfile.h"
#include "git/types.h"

#include <optional>
#include <vector>

namespace Git {

/// Where the objects of a repository's packs lie, as of one moment; may be asked by several threads. Reads
/// index files of version 2 (gitformat-pack(5)); packs with others, or that are damaged, are left out, so
/// that whoever asks must know another way to an object that is not found. 24 bytes of memory an object.
class PackIndexes
{
public:
    struct Place
    {
        const RegularFile *pack = nullptr;
        qint64 offset = 0;
    };

    /// Of the folder and those it borrows from, until the largest of them fill 256 MB. About 10 ms per
    /// million objects.
    static PackIndexes read(const QByteArray &objectsFolder, const CancelToken &cancel);

    std::optional<Place> find(const ObjectId &id) const; ///< O(packs · log objects), no system call
    bool isEmpty() const { return m_packs.empty(); }

private:
    struct Pack
    {
        RegularFile file;
        std::array<quint32, 256> fanout;
        LargeArray<uchar> ids;
        LargeArray<uchar> offsets; ///< of 4 bytes, then those of 8
        qint64 largeCount = 0;

        quint32 count() const { return fanout.back(); }
    };
    static std::optional<Pack> readPack(const QByteArray &index, qint64 &room, const CancelToken &cancel);
    static std::optional<qint64> findIn(const Pack &pack, const ObjectId &id);

    std::vector<Pack> m_packs;
};

} // namespace Git
