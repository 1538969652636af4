// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitheader.h"

namespace Git {

namespace {

// "committer Name <mail> 1700000000 +0130"
qint64 dateOf(QByteArrayView line)
{
    const qsizetype end = line.lastIndexOf('>');
    const QByteArrayView rest = line.sliced(end + 1).trimmed();
    const qsizetype space = rest.indexOf(' ');
    return (space < 0 ? rest : rest.first(space)).toLongLong();
}

} // namespace

std::optional<CommitHeader> parseCommitHeader(QByteArrayView raw)
{
    CommitHeader header;
    bool hasTree = false;
    while (!raw.isEmpty()) {
        const qsizetype found = raw.indexOf('\n');
        const QByteArrayView line = raw.first(found < 0 ? raw.size() : found);
        if (line.isEmpty())
            break;
        if (line.startsWith("parent ")) {
            if (const auto id = ObjectId::fromHex(line.sliced(7)))
                header.parents.append(*id);
        } else if (!hasTree && line.startsWith("tree ")) {
            const auto id = ObjectId::fromHex(line.sliced(5));
            if (!id)
                return std::nullopt;
            header.tree = *id;
            hasTree = true;
        } else if (line.startsWith("committer ")) {
            header.date = dateOf(line);
            break;
        }
        raw = raw.sliced(std::min(line.size() + 1, raw.size()));
    }
    return hasTree ? std::optional(std::move(header)) : std::nullopt;
}

} // namespace Git
