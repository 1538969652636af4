// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/changedpathfilters.h"

#include "git/regularfile.h"

#include <QtEndian>

#include <vector>

namespace Git {

namespace {

constexpr qint64 kFilterHeader = 12;
constexpr qint64 kMostFilterBytes = qint64(1) << 30;
constexpr quint32 kMostHashes = 64; ///< Git uses 7; a number without a bound would be a way to stop us

} // namespace

struct ChangedPathFilters::Source
{
    QByteArray file, checksum;
    CommitPosition count = 0;
    FilePart index, data;

    std::once_flag once;
    ChangedPathKey::Settings settings; ///< version 0: cannot be used
    std::vector<uchar> ends, filters;

    void read();
    bool readParts();
    bool areEndsInOrder() const;
    quint32 endOf(CommitPosition at) const { return qFromBigEndian<quint32>(ends.data() + size_t(at) * 4); }
};

bool ChangedPathFilters::Source::areEndsInOrder() const
{
    quint32 before = 0;
    for (CommitPosition at = 0; at < count; ++at) {
        const quint32 end = endOf(at);
        if (end < before)
            return false;
        before = end;
    }
    return before <= filters.size();
}

bool ChangedPathFilters::Source::readParts()
{
    const auto opened = RegularFile::open(file);
    if (!opened || index.size + data.size > kMostFilterBytes || opened->size() < checksum.size())
        return false;
    std::vector<uchar> header(kFilterHeader), last(static_cast<size_t>(checksum.size()));
    ends.resize(static_cast<size_t>(index.size));
    filters.resize(static_cast<size_t>(data.size - kFilterHeader));
    const bool isRead = opened->read(opened->size() - checksum.size(), last, {}) &&
                        opened->read(index.offset, ends, {}) && opened->read(data.offset, header, {}) &&
                        opened->read(data.offset + kFilterHeader, filters, {});
    if (!isRead || !std::ranges::equal(last, checksum, {}, {}, [](char byte) { return uchar(byte); }))
        return false;
    settings = {.version = qFromBigEndian<quint32>(header.data()),
                .hashes = qFromBigEndian<quint32>(header.data() + 4)};
    return areEndsInOrder() && settings.hashes > 0 && settings.hashes <= kMostHashes;
}

void ChangedPathFilters::Source::read()
{
    if (readParts())
        return;
    settings = {};
    ends = {};
    filters = {};
}

ChangedPathFilters::ChangedPathFilters(const QByteArray &file, const QByteArray &checksum,
                                       CommitPosition count, FilePart index, FilePart data)
{
    if (!index.isThere || !data.isThere || data.size < kFilterHeader || index.size != qint64(count) * 4)
        return;
    m_source = std::make_shared<Source>();
    m_source->file = file;
    m_source->checksum = checksum;
    m_source->count = count;
    m_source->index = index;
    m_source->data = data;
}

bool ChangedPathFilters::mayHold(CommitPosition index, const ChangedPathKey &path) const
{
    if (!m_source)
        return true;
    Source &source = *m_source;
    std::call_once(source.once, [&source] { source.read(); });
    if (source.settings.version == 0)
        return true;
    const quint32 start = index == 0 ? 0 : source.endOf(index - 1);
    const std::span filter(source.filters.data() + start, source.endOf(index) - start);
    return path.mayBeIn(filter, source.settings);
}

} // namespace Git
