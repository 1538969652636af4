// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <memory>

namespace Git {

/// Reads commits one by one with one opened repository; belongs to one thread. About 10 µs each.
class CommitReader
{
    Q_DISABLE_COPY(CommitReader)

public:
    static Result<CommitReader> open(const RepoLocation &where);
    CommitReader(CommitReader &&other) noexcept;
    ~CommitReader();

    /// NotFound: not in this clone. Invalid: damaged.
    Result<Commit> read(const ObjectId &id);
    /// With the message. Nothing when it cannot be read.
    std::optional<CommitDetails> readDetails(const ObjectId &id);

private:
    struct Open;
    explicit CommitReader(std::unique_ptr<Open> opened);

    std::unique_ptr<Open> m_open;
};

} // namespace Git
