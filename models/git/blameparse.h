// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/blame.h"

namespace Git {

/// Reads `git blame --incremental` as it comes, in pieces of any size. Pure.
class BlameParser
{
public:
    struct Found
    {
        QList<BlameHunk> hunks;
        QSet<ObjectId> boundaries; ///< commits among them that git calls a boundary
    };

    /// What the piece completes.
    Found take(QByteArrayView piece);

private:
    void takeLine(QByteArrayView line);

    QByteArray m_rest;
    BlameHunk m_hunk;
    bool m_isOpen = false;
    Found m_found;
};

} // namespace Git
