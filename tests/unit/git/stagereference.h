// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>

#include <optional>

/// What choosing lines of a difference means, once more and in other words than the program's: from the whole
/// contents and the numbers of the changed lines alone, without hunks, patches or the text of a difference.
namespace StageReference {

struct TextLine
{
    QByteArray bytes;
    bool isEnded = true; ///< by a line feed
    bool operator==(const TextLine &) const = default;
};

inline QList<TextLine> split(const QByteArray &text)
{
    QList<TextLine> lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        lines.append({text.sliced(at, (end < 0 ? text.size() : end) - at), end >= 0});
        at = end < 0 ? text.size() : end + 1;
    }
    return lines;
}

/// Whatever another line follows ends with a line feed.
inline QByteArray join(const QList<TextLine> &lines)
{
    QByteArray text;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        text += lines[at].bytes;
        if (lines[at].isEnded || at + 1 < lines.size())
            text += '\n';
    }
    return text;
}

/// Numbers of lines, from 1.
struct LineNumbers
{
    QSet<quint32> old, fresh;
};

enum class From {
    Old,   ///< the old content, with the chosen changes made: staging
    Fresh, ///< the new content, with the chosen changes taken back: unstaging, discarding
};

/// One run of changed lines. What comes in stands beside the line of the side one starts from that it
/// replaces: the one at the same place where as many came as went or none of them goes, else the next that
/// goes. It stands behind it where it is new and before it where it is old.
inline void spliceBlock(const QList<TextLine> &base, const QList<bool> &goes, const QList<TextLine> &other,
                        const QList<bool> &comes, From from, QList<TextLine> &result)
{
    QList<qsizetype> going;
    for (qsizetype at = 0; at < base.size(); ++at) {
        if (goes[at])
            going.append(at);
    }
    QList<QList<TextLine>> beside(base.size() + 1); // the last: where there is nothing to stand beside
    qsizetype taken = 0;
    for (qsizetype at = 0; at < other.size(); ++at) {
        if (!comes[at])
            continue;
        qsizetype place = base.size();
        if (!base.isEmpty()) {
            const bool isByPlace = going.isEmpty() || base.size() == other.size();
            place = isByPlace ? qMin(at, base.size() - 1) : going[qMin(taken, going.size() - 1)];
        }
        beside[place].append(other[at]);
        ++taken;
    }
    for (qsizetype at = 0; at < base.size(); ++at) {
        if (from == From::Fresh)
            result += beside[at];
        if (!goes[at])
            result.append(base[at]);
        if (from == From::Old)
            result += beside[at];
    }
    result += beside.last();
}

/// Nothing when the unchanged lines of both contents are not the same ones: then the numbers are wrong.
inline std::optional<QByteArray> splice(const QByteArray &before, const QByteArray &after,
                                        const LineNumbers &changed, const LineNumbers &chosen, From from)
{
    const QList<TextLine> old = split(before), fresh = split(after);
    QList<TextLine> result;
    for (qsizetype left = 0, right = 0; left < old.size() || right < fresh.size();) {
        QList<TextLine> gone, come;
        QList<bool> isGone, isCome;
        for (; left < old.size() && changed.old.contains(quint32(left + 1)); ++left) {
            gone.append(old[left]);
            isGone.append(chosen.old.contains(quint32(left + 1)));
        }
        for (; right < fresh.size() && changed.fresh.contains(quint32(right + 1)); ++right) {
            come.append(fresh[right]);
            isCome.append(chosen.fresh.contains(quint32(right + 1)));
        }
        if (from == From::Old)
            spliceBlock(gone, isGone, come, isCome, from, result);
        else
            spliceBlock(come, isCome, gone, isGone, from, result);
        if (left == old.size() && right == fresh.size())
            break;
        if (left == old.size() || right == fresh.size() || old[left] != fresh[right])
            return std::nullopt;
        result.append(old[left]);
        ++left;
        ++right;
    }
    return join(result);
}

} // namespace StageReference
