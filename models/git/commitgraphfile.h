// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/changedpathfilters.h"
#include "git/largearray.h"

#include <QList>
#include <QtEndian>

#include <future>
#include <memory>

namespace Git {

class RegularFile;

/// Bytes of a file, owned.
struct FileBytes
{
    LargeArray<uchar> bytes;
    size_t size = 0;

    const uchar *at(size_t offset) const { return bytes.get() + offset; }
    std::span<const uchar> all() const { return {bytes.get(), size}; }
};

/// One file of a commit-graph, as it stands on disk. read() checks that its parts have the sizes they must
/// have and that the ids are sorted; what the parents and generations say is for checkCommitGraph().
class CommitGraphFile
{
    Q_DISABLE_COPY_MOVE(CommitGraphFile)

public:
    static Result<std::unique_ptr<CommitGraphFile>> read(const QByteArray &path, int hashSize,
                                                         const CancelToken &cancel);
    /// The ids are read by another thread meanwhile: nothing but parents, dates and generations may be asked
    /// for before this.
    Result<void> finish();

    static constexpr quint32 kNoParent = 0x70000000;
    static constexpr quint32 kHighBit = 0x80000000; ///< more parents follow; the last of them; an overflow

    const QByteArray &path() const { return m_path; }
    /// What was read: open as long as this lives, so that it is the same one whatever is at its path now.
    const RegularFile &source() const { return *m_source; }
    const QByteArray &checksum() const { return m_checksum; }       ///< as written in the file
    const QList<QByteArray> &baseGraphs() const { return m_bases; } ///< checksums, lowest first
    CommitPosition count() const { return m_count; }

    const uchar *id(CommitPosition index) const { return m_ids.at(size_t(index) * m_hashSize); }
    const uchar *tree(CommitPosition index) const { return commit(index); }
    quint32 firstParent(CommitPosition index) const { return number(index, 0); }
    quint32 secondParent(CommitPosition index) const { return number(index, 4); }
    quint32 level(CommitPosition index) const { return number(index, 8) >> 2; }
    static constexpr quint64 kDateMask = (quint64(1) << 34) - 1; ///< what Git keeps of a date
    /// A chunk of our own, for dates that are wider: where, four bytes, rising, and the date, eight.
    static constexpr char kWideDates[] = "plWD";
    static constexpr int kWideDateSize = 12;

    quint64 date(CommitPosition index) const
    {
        return (quint64(number(index, 8) & 3) << 32) | number(index, 12);
    }
    quint64 wideDate(CommitPosition index) const
    {
        return m_wideDates.size == 0 ? date(index) : findWideDate(index).value_or(date(index));
    }
    void prefetch(CommitPosition index) const { __builtin_prefetch(commit(index) + m_hashSize); }
    quint32 edgeCount() const { return static_cast<quint32>(m_edges.size / 4); }
    quint32 edge(quint32 index) const { return qFromBigEndian<quint32>(m_edges.at(size_t(index) * 4)); }
    CommitPosition find(const uchar *id) const; ///< kNoCommit: not here

    bool hasCorrectedDates() const { return m_corrections.size > 0 || m_count == 0; }
    /// Nothing: the file is damaged there.
    std::optional<quint64> correctedDate(CommitPosition index) const;
    void releaseCorrections() { m_corrections = {}, m_overflows = {}; }

    const ChangedPathFilters &changedPaths() const { return m_changedPaths; }

private:
    CommitGraphFile(const QByteArray &path, int hashSize);
    friend class CommitGraphReader;

    const uchar *commit(CommitPosition index) const { return m_commits.at(size_t(index) * m_stride); }
    quint32 number(CommitPosition index, size_t offset) const
    {
        return qFromBigEndian<quint32>(commit(index) + m_hashSize + offset);
    }
    CommitPosition
    firstWith(int firstByte) const; ///< the first id that starts with this byte or a higher one
    bool areIdsSorted() const;
    std::optional<quint64> findWideDate(CommitPosition index) const;

    std::shared_ptr<const RegularFile> m_source;
    QByteArray m_path, m_checksum;
    QList<QByteArray> m_bases;
    size_t m_hashSize, m_stride;
    CommitPosition m_count = 0;
    FileBytes m_fanout, m_ids, m_commits, m_corrections, m_overflows, m_edges, m_wideDates;
    ChangedPathFilters m_changedPaths;
    std::future<Result<void>> m_reading; ///< last, so that it ends before what it fills
};

/// Invalid: the file is damaged and was not used.
std::unexpected<Error> failDamagedGraph(const QByteArray &path, const QString &detail);

} // namespace Git
