// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// A commit and what it did to the one path that is followed.
struct NamedRevision
{
    ObjectId commit;
    QByteArray path, oldPath;
    Diff::FileStatus status = Diff::FileStatus::Modified;
    bool operator==(const NamedRevision &) const = default;
};

/// Reads `git log -z --format=%H [--name-status]` as it comes, in pieces of any size. Ids are lower-case and
/// states are upper-case, so that a path that looks like either is never taken for it. Pure.
class RevisionParser
{
public:
    /// path: what is followed, as the newest commit calls it.
    explicit RevisionParser(QByteArray path);

    QList<NamedRevision> take(QByteArrayView piece);
    QList<NamedRevision> finish(); ///< what the last commit still holds back

private:
    void takeToken(QByteArrayView token);
    void takePath(QByteArrayView path);
    void complete();

    QByteArray m_path;
    QByteArray m_rest;
    NamedRevision m_current;
    bool m_isOpen = false; ///< m_current waits for its state or the next id
    qsizetype m_pathsToCome = 0;
    QList<NamedRevision> m_done;
};

} // namespace Git
