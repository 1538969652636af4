// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/work/sides.h"
#include "workspace/repositorycontroller.h"

/// Reads both sides of one changed file, of pointers of Git LFS what they stand for. Only the last that was
/// asked for matters. GUI thread only.
class SidesReader final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kLargest = 50 * 1024 * 1024; ///< bytes of a side

    /// repository must outlive this.
    explicit SidesReader(RepositoryController &repository, QObject *parent = nullptr);

    void read(const Diff::FileDiff &file); ///< then sidesRead() or failed()
    /// The lines of what pointers stand for: then compared() or failed().
    void compare(const Diff::FileDiff &file, const Git::FileSides &sides);
    void cancel();
    bool isReading() const { return m_read.isRunning() || m_compare.isRunning(); }

Q_SIGNALS:
    void sidesRead(const Git::FileSides &sides);
    void compared(const Diff::FileDiff &file);
    void failed(const Error &error);

private:
    RepositoryController &m_repository;
    LatestTask<Git::FileSides> m_read;
    LatestTask<Diff::FileDiff> m_compare;
};
