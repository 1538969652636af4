// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/handle.h"
#include "git/types.h"

#include <QHash>

namespace Git {

/// Reads commit objects from their stored bytes: tolerant of what fsck complains about, because a history
/// that shows is worth more than a strict one. Keeps the people it has seen, so that a long history shares
/// their strings.
class CommitParser
{
public:
    /// Nothing when there is no tree line: that is no commit.
    std::optional<Commit> parse(const ObjectId &id, QByteArrayView raw);

private:
    Person person(QByteArrayView ident, QByteArrayView encoding);

    QHash<QByteArray, Person> m_people;
};

/// One commit with its whole message.
std::optional<CommitDetails> parseDetails(const ObjectId &id, QByteArrayView raw);

/// Reads and parses one commit. NotFound when it is not there.
Result<CommitDetails> readParsedCommit(git_odb *database, const ObjectId &id);

} // namespace Git
