// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/changedpaths.h"
#include "git/commitsource.h"

#include <QByteArray>

#include <memory>
#include <mutex>

namespace Git {

/// A part of a file.
struct FilePart
{
    qint64 offset = 0, size = 0;
    bool isThere = false;
};

/// The changed-path filters of one commit-graph file. They are read when the first is asked for, since most
/// histories are shown without; from the same file as the rest, or not at all.
class ChangedPathFilters
{
public:
    ChangedPathFilters() = default;
    /// checksum: the last bytes of the file, by which it is known again.
    ChangedPathFilters(const QByteArray &file, const QByteArray &checksum, CommitPosition count,
                       FilePart index, FilePart data);

    bool areThere() const { return m_source != nullptr; }
    /// False: the commit changed none of these paths. True when nothing is known. Any thread.
    bool mayHold(CommitPosition index, const ChangedPathKey &path) const;

private:
    struct Source;
    std::shared_ptr<Source> m_source;
};

} // namespace Git
