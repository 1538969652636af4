// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/descriptor.h"
#include "git/cli.h"

namespace Git {

/// The index of a work tree, held as git holds it: index.lock is there, so that what is read of the index is
/// what will be replaced. Git programs that would write it say meanwhile that it is locked, ours wait; so
/// hold it no longer than it takes, and start no run of git that writes the index but by run(). Without an
/// index or without trust nothing is held, and all else is the same. Gives it back when it ends.
class IndexLock
{
    Q_DISABLE_COPY(IndexLock)

public:
    /// Waits for others up to 5 s, then Conflict with who holds it. git must outlive this.
    static Result<IndexLock> take(const Program &git, const CancelToken &cancel);
    IndexLock(IndexLock &&other) noexcept;
    ~IndexLock();

    /// Git writes what is held, see put(). Its hooks are told that this is the index.
    Result<ProcessResult> run(Program::Run run, const CancelToken &cancel);

    /// What git made of it becomes the index, and it is held no more.
    Result<void> put();

private:
    explicit IndexLock(const Program &git)
        : m_git(&git)
    {}
    void look();
    void release();

    const Program *m_git;
    QByteArray m_lock;  ///< path; empty: nothing is held
    Descriptor m_open;  ///< tells others who holds it
    quint64 m_file = 0; ///< inode of what is held
    bool m_isWritten = false;
};

} // namespace Git
