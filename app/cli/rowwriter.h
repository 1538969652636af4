// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitstore.h"
#include "history/types.h"

namespace Cli {

/// What a row of `ai-cli log` shows.
struct RowFormat
{
    bool isJson = false;  ///< one object a line
    bool hasTexts = true; ///< people, dates and subject; else what the graph knows
    bool hasGraph = false;
    bool isColored = false;
};

/// Names of commits, ready to be printed.
using RefNames = QHash<Git::ObjectId, QByteArray>;

/// HEAD and what points at a commit: in text "HEAD, main", in JSON "HEAD","refs/heads/main".
RefNames namesByCommit(const Git::Refs &refs, const RowFormat &format);

/// Turns rows into bytes. Characters that control a terminal are made visible in text and escaped in JSON.
/// Reads nothing but the store: several threads may have one each.
class RowWriter
{
public:
    RowWriter(const Git::CommitStore &store, const RefNames &names, const RowFormat &format)
        : m_store(store)
        , m_names(names)
        , m_format(format)
    {}

    bool needsLanes() const { return m_format.isJson || m_format.hasGraph; }
    /// The part of a row that its parents and lanes make.
    void appendLanes(QByteArray &out, const History::GraphRow &row,
                     const Git::ParentPositions &parents) const;

    /// lanes: as from appendLanes(), or nothing. commit: null without texts, or when it cannot be read, which
    /// is then said.
    void appendRow(QByteArray &out, Git::CommitPosition position, QByteArrayView lanes,
                   const Git::Commit *commit) const;

private:
    void appendText(QByteArray &out, Git::CommitPosition position, const Git::Commit *commit) const;
    void appendParents(QByteArray &out, const Git::ParentPositions &parents) const;
    void appendObject(QByteArray &out, Git::CommitPosition position, QByteArrayView lanes,
                      const Git::Commit *commit) const;

    const Git::CommitStore &m_store;
    const RefNames &m_names;
    RowFormat m_format;
};

} // namespace Cli
