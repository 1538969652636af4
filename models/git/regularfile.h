// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"

#include <QByteArray>

#include <span>

namespace Git {

/// A file to read parts of, by several threads if need be. Read, not mapped: a mapped file that shrinks, or
/// lies on a share that goes away, ends the process.
class RegularFile
{
    Q_DISABLE_COPY(RegularFile)

public:
    /// Never waits for a pipe. NotFound; Denied; Invalid: not a regular file.
    static Result<RegularFile> open(const QByteArray &path);
    RegularFile(RegularFile &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_size(other.m_size)
        , m_path(std::move(other.m_path))
        , m_stamp(std::move(other.m_stamp))
    {}
    ~RegularFile();

    const QByteArray &path() const { return m_path; }
    qint64 size() const { return m_size; } ///< when it was opened
    /// Tells it from what is at this path when it was written since: file number, size and time.
    const QByteArray &stamp() const { return m_stamp; }
    /// Fills the bytes from offset on. Invalid: the file ends before.
    Result<void> read(qint64 offset, std::span<uchar> bytes, const CancelToken &cancel) const;

private:
    RegularFile(int descriptor, qint64 size, const QByteArray &path)
        : m_descriptor(descriptor)
        , m_size(size)
        , m_path(path)
    {}

    int m_descriptor;
    qint64 m_size;
    QByteArray m_path, m_stamp;
};

/// All of a file, at most so many bytes. Never waits for a pipe, and a device is not read. NotFound; Denied;
/// Invalid: not a regular file, or larger.
Result<QByteArray> readRegularFile(const QByteArray &path, qint64 most, const CancelToken &cancel);

} // namespace Git
