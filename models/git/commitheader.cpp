// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitheader.h"

#include <limits>

namespace Git {

namespace {

// As strtoumax() reads it: what is too large is the largest, and a minus turns the number round.
quint64 numberOf(QByteArrayView text)
{
    constexpr quint64 kLargest = std::numeric_limits<quint64>::max();
    const bool isNegative = text.startsWith('-');
    quint64 number = 0;
    for (const char digit : text.sliced(isNegative ? 1 : 0)) {
        if (digit < '0' || digit > '9')
            break;
        const auto value = static_cast<quint64>(digit - '0');
        if (number > (kLargest - value) / 10)
            return kLargest;
        number = number * 10 + value;
    }
    return isNegative ? 0 - number : number;
}

// "committer Name <mail> 1700000000 +0130"
quint64 dateOf(QByteArrayView line)
{
    const qsizetype end = line.lastIndexOf('>');
    QByteArrayView rest = end < 0 ? QByteArrayView() : line.sliced(end + 1);
    while (!rest.isEmpty() && (rest.front() == ' ' || rest.front() == '\t' || rest.front() == '\r'))
        rest = rest.sliced(1);
    const bool isNumber =
        !rest.isEmpty() && (rest.front() == '-' || (rest.front() >= '0' && rest.front() <= '9'));
    return isNumber ? numberOf(rest) : 0;
}

// Git reads the date where it belongs, in the line behind the author's, and nowhere else.
enum class Line { TreeOrParent, Author, Other };

} // namespace

std::optional<CommitHeader> parseCommitHeader(QByteArrayView raw)
{
    CommitHeader header;
    bool hasTree = false;
    auto before = Line::TreeOrParent;
    while (!raw.isEmpty()) {
        const qsizetype found = raw.indexOf('\n');
        const QByteArrayView line = raw.first(found < 0 ? raw.size() : found);
        if (line.isEmpty())
            break;
        auto kind = Line::Other;
        if (line.startsWith("parent ")) {
            kind = before;
            if (const auto id = ObjectId::fromHex(line.sliced(7)))
                header.parents.append(*id);
        } else if (!hasTree && line.startsWith("tree ")) {
            const auto id = ObjectId::fromHex(line.sliced(5));
            if (!id)
                return std::nullopt;
            header.tree = *id;
            hasTree = true;
            kind = before;
        } else if (before == Line::TreeOrParent && line.startsWith("author")) {
            kind = Line::Author;
        } else if (line.startsWith("committer")) {
            header.date = before == Line::Author && found >= 0 ? dateOf(line) : 0;
            break;
        }
        before = kind;
        raw = raw.sliced(std::min(line.size() + 1, raw.size()));
    }
    return hasTree ? std::optional(std::move(header)) : std::nullopt;
}

} // namespace Git
