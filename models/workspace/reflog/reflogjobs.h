// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/reflog.h"

// The parts of the reflog page that block: for the thread of a pool.

/// One row: a move of a ref, or a commit that no ref reaches.
struct ReflogRow
{
    Git::ObjectId commit;  ///< to be looked at: where the ref went, or came from when it went
    Git::ObjectId before;  ///< where it was; null: it was not there, or this is no move
    QString what;          ///< of a move: git's words, one line; else empty
    QString subject;       ///< of the commit
    Git::Person who;       ///< who moved it, or committed
    Git::Moment when;      ///< the same
    bool isThere = true;   ///< false: the commit is gone from the repository
    bool isInUndo = false; ///< a record of undo keeps it
    bool operator==(const ReflogRow &) const = default;
};

/// The newest moves of a ref with the subjects of their commits, about 10 µs each.
Result<QList<ReflogRow>> readMoves(const Git::RepoLocation &where, const QByteArray &ref, qsizetype limit,
                                   const CancelToken &cancel);

struct LostRows
{
    QList<ReflogRow> rows;
    qsizetype found = 0; ///< also beyond the limit
};

/// See Git::findLostCommits().
Result<LostRows> findLostRows(const Git::Program &git, qsizetype limit, const CancelToken &cancel,
                              const Git::OnLooked &onLooked);
