// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/moved.h"

#include <algorithm>
#include <span>

namespace Diff {

namespace {

constexpr qsizetype kMostCandidates = 64;

/// One changed line; those that stand below each other in the file do so in the list, too.
struct Changed
{
    LineKey key;
    QByteArrayView content;
    bool continues = false; ///< the line before it in the list is the line above it in the file
};

int countWordCharacters(QByteArrayView content)
{
    return int(std::ranges::count_if(content, [](char character) {
        return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
               (character >= 'a' && character <= 'z') || uchar(character) >= 0x80;
    }));
}

/// The removed or the added lines of all files.
QList<Changed> collect(const QList<FileDiff> &files, LineOrigin origin)
{
    QList<Changed> changed;
    for (qsizetype fileAt = 0; fileAt < files.size(); ++fileAt) {
        const FileDiff &file = files[fileAt];
        quint32 last = 0;
        for (qsizetype at = 0; at < file.lines.size(); ++at) {
            const Line &line = file.lines[at];
            if (line.origin != origin)
                continue;
            const quint32 number = origin == LineOrigin::Added ? line.newNumber : line.oldNumber;
            changed.append({{fileAt, at}, file.content(line), last != 0 && number == last + 1});
            last = number;
        }
    }
    return changed;
}

class MoveFinder
{
public:
    MoveFinder(QList<Changed> removed, QList<Changed> added)
        : m_removed(std::move(removed))
        , m_added(std::move(added))
    {
        for (qsizetype at = 0; at < m_removed.size(); ++at)
            m_places[m_removed[at].content].append(at);
    }

    Moves find(const CancelToken &cancel)
    {
        for (qsizetype at = 0; at < m_added.size();) {
            if (cancel.isCancelled())
                return {};
            // A start that half of all lines could be says little; the block is extended upwards later.
            const bool mayStart = countWordCharacters(m_added[at].content) > 0;
            at = mayStart ? matchFrom(at) : at + 1;
        }
        m_moves.isComplete = true;
        return m_moves;
    }

private:
    struct Match
    {
        qsizetype removed = 0, added = 0, length = 0;
    };

    bool isMoved(const Changed &line) const { return m_moves.ids.contains(line.key); }

    bool goesOn(qsizetype removed, qsizetype added) const
    {
        return removed < m_removed.size() && added < m_added.size() && m_removed[removed].continues &&
               m_added[added].continues && m_removed[removed].content == m_added[added].content;
    }

    /// The longest block that starts with an added line, of equal ones the first that is not taken.
    Match longestFrom(qsizetype added) const
    {
        Match best;
        bool isBestTaken = false;
        const auto places = m_places.constFind(m_added[added].content);
        if (places == m_places.cend())
            return best;
        for (const qsizetype removed :
             std::span(*places).first(size_t(std::min(places->size(), kMostCandidates)))) {
            qsizetype length = 1;
            while (goesOn(removed + length, added + length))
                ++length;
            const bool isTaken = isMoved(m_removed[removed]);
            if (length > best.length || (length == best.length && isBestTaken && !isTaken)) {
                best = {removed, added, length};
                isBestTaken = isTaken;
            }
        }
        return best;
    }

    Match extendUpwards(Match match) const
    {
        while (canPrepend(match))
            match = {match.removed - 1, match.added - 1, match.length + 1};
        return match;
    }

    bool canPrepend(const Match &match) const
    {
        return match.removed > 0 && match.added > 0 && m_removed[match.removed].continues &&
               m_added[match.added].continues &&
               m_removed[match.removed - 1].content == m_added[match.added - 1].content &&
               !isMoved(m_added[match.added - 1]);
    }

    bool isEnough(const Match &match) const
    {
        int characters = 0, lines = 0;
        for (qsizetype at = match.added; at < match.added + match.length; ++at) {
            const int here = countWordCharacters(m_added[at].content);
            characters += here;
            lines += here > 0 ? 1 : 0;
            if (characters >= 20 || lines >= 3)
                return true;
        }
        return false;
    }

    /// Where to go on.
    qsizetype matchFrom(qsizetype added)
    {
        const Match found = longestFrom(added);
        if (found.length == 0)
            return added + 1;
        const Match match = extendUpwards(found);
        if (!isEnough(match))
            return added + 1;
        const int id = int(m_moves.blocks++);
        for (qsizetype at = 0; at < match.length; ++at) {
            m_moves.ids.insert(m_added[match.added + at].key, id);
            if (!isMoved(m_removed[match.removed + at]))
                m_moves.ids.insert(m_removed[match.removed + at].key, id);
        }
        return found.added + found.length;
    }

    QList<Changed> m_removed, m_added;
    QHash<QByteArrayView, QList<qsizetype>> m_places;
    Moves m_moves;
};

} // namespace

Moves findMoved(const QList<FileDiff> &files, const CancelToken &cancel)
{
    qsizetype changed = 0;
    for (const FileDiff &file : files)
        changed += std::ranges::count_if(file.lines,
                                         [](const Line &line) { return line.origin != LineOrigin::Context; });
    if (changed > kMostMovedLines)
        return {};
    return MoveFinder(collect(files, LineOrigin::Removed), collect(files, LineOrigin::Added)).find(cancel);
}

} // namespace Diff
