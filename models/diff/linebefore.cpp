// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/linebefore.h"

#include "diff/words.h"

#include <algorithm>

namespace Diff {

namespace {

constexpr qsizetype kMostCompared = 100; // removed lines, on either side of the one that stands at its place

// The part of both lines that stayed: 1 for equal ones, 0 for such that have nothing to do with each other.
double likeness(QByteArrayView removed, QByteArrayView added)
{
    if (removed == added)
        return 1;
    const WordChange change = compareWords(removed, added);
    if (change.removed.isEmpty() && change.added.isEmpty())
        return 0;
    qsizetype other = 0;
    for (const QList<WordRange> &ranges : {change.removed, change.added}) {
        for (const WordRange &range : ranges)
            other += range.length;
    }
    return 1 - static_cast<double>(other) / static_cast<double>(removed.size() + added.size());
}

/// Lines of one origin that follow each other.
struct Run
{
    qsizetype first = 0, end = 0;
    qsizetype size() const { return end - first; }
};

Run runUpTo(const FileDiff &file, const Hunk &hunk, qsizetype end, LineOrigin origin)
{
    qsizetype first = end;
    while (first > hunk.firstLine && file.lines[first - 1].origin == origin)
        --first;
    return {first, end};
}

qsizetype mostAlike(const FileDiff &file, const Run &removed, qsizetype added, qsizetype place)
{
    const QByteArrayView line = file.content(file.lines[added]);
    qsizetype best = place;
    double most = likeness(file.content(file.lines[place]), line);
    const auto look = [&](qsizetype at) {
        if (at < removed.first || at >= removed.end)
            return;
        if (const double like = likeness(file.content(file.lines[at]), line); like > most) {
            most = like;
            best = at;
        }
    };
    for (qsizetype away = 1; away <= std::min(kMostCompared, removed.size()); ++away) { // nearest first
        look(place - away);
        look(place + away);
    }
    return best;
}

// 1-based, 0: above the first line.
qsizetype replacedBy(const FileDiff &file, const Hunk &hunk, qsizetype added, qsizetype oldAbove)
{
    const Run additions = runUpTo(file, hunk, added + 1, LineOrigin::Added);
    const Run removed = runUpTo(file, hunk, additions.first, LineOrigin::Removed);
    if (removed.size() == 0)
        return oldAbove;
    const qsizetype place = removed.first + std::min(added - additions.first, removed.size() - 1);
    return file.lines[mostAlike(file, removed, added, place)].oldNumber;
}

qsizetype inHunk(const FileDiff &file, const Hunk &hunk, qsizetype number)
{
    qsizetype oldAbove = hunk.oldCount > 0 ? hunk.oldStart - 1 : hunk.oldStart;
    for (qsizetype at = hunk.firstLine; at < hunk.firstLine + hunk.lineCount; ++at) {
        const Line &line = file.lines[at];
        if (line.newNumber == number && line.origin == LineOrigin::Context)
            return line.oldNumber;
        if (line.newNumber == number && line.origin == LineOrigin::Added)
            return replacedBy(file, hunk, at, oldAbove);
        if (line.origin != LineOrigin::Added)
            oldAbove = line.oldNumber;
    }
    return oldAbove;
}

} // namespace

qsizetype lineBefore(const FileDiff &file, qsizetype line)
{
    const qsizetype number = line + 1;
    qsizetype shift = 0; // from the new number to the old one, behind the hunks so far
    for (const Hunk &hunk : file.hunks) {
        // The start of an empty side is the line above it.
        const qsizetype newFirst = hunk.newCount > 0 ? hunk.newStart : qsizetype(hunk.newStart) + 1;
        const qsizetype oldFirst = hunk.oldCount > 0 ? hunk.oldStart : qsizetype(hunk.oldStart) + 1;
        if (number < newFirst)
            break;
        if (number < newFirst + hunk.newCount)
            return std::max<qsizetype>(0, inHunk(file, hunk, number) - 1);
        shift = oldFirst + hunk.oldCount - newFirst - hunk.newCount;
    }
    return std::max<qsizetype>(0, number + shift - 1);
}

} // namespace Diff
