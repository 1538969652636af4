// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/handle.h"
#include "git/types.h"

#include <QByteArray>

#include <ctime>
#include <memory_resource>
#include <span>
#include <vector>

namespace Git {

/// An index file of SHA-1, versions 2 to 4, with its entries in the order of the file: for who needs some of
/// very many, for which libgit2 makes something of every one. After Git's gitformat-index.
class IndexFile
{
    Q_DISABLE_COPY(IndexFile)

public:
    /// Reads the index of a location; one that is not there is empty. NotFound, Denied, Invalid: it cannot be
    /// read, or is damaged where that shows without its checksum.
    static Result<IndexFile> read(const RepoLocation &where, const CancelToken &cancel);
    /// Pure.
    static Result<IndexFile> parse(QByteArray content);

    IndexFile(IndexFile &&) noexcept = default;

    /// Their paths live as long as this.
    std::span<const git_index_entry> entries() const { return m_entries; }

    /// True when it says all by itself, and files stand in order: no sparse or split index, nothing of a
    /// later Git that has to be understood.
    bool isPlain() const { return m_isPlain; }

    /// Whether its checksum is right, or was left out as Git may. Some 3 ms for each megabyte.
    bool isWhole() const;

    /// What Git knows of the trees that the index would make; empty: nothing.
    QByteArrayView cachedTrees() const { return m_cachedTrees; }

    /// Git looks into what changed at that time or later, as the time of a file says nothing then.
    timespec written() const { return m_written; }

    /// While one lives, this thread reads a file once as long as it is the same one, for a job whose parts
    /// each need its index. One within another does nothing.
    class ReadOnce
    {
        Q_DISABLE_COPY_MOVE(ReadOnce)

    public:
        ReadOnce();
        ~ReadOnce();
    };

private:
    explicit IndexFile(QByteArray content)
        : m_content(std::move(content))
    {}
    bool takeExtensions(QByteArrayView rest);
    bool isInOrder() const;

    QByteArray m_content;
    std::unique_ptr<std::pmr::monotonic_buffer_resource> m_names; ///< of version 4
    std::vector<git_index_entry> m_entries;
    QByteArrayView m_cachedTrees;
    timespec m_written = {};
    bool m_isPlain = true;
};

} // namespace Git
