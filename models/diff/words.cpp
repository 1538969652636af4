// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/words.h"

#include <QChar>

#include <algorithm>
#include <vector>

namespace Diff {

namespace {

constexpr qsizetype kLongLine = 2000;        // bytes
constexpr qsizetype kLargestTable = 500'000; // pairs of words that are compared

struct Token
{
    QByteArrayView text;
    quint32 start = 0;
    bool isWord = false;
    bool isSpace = false;
};

bool isContinuation(char byte)
{
    return (static_cast<uchar>(byte) & 0xc0) == 0x80;
}

// The length of the character at the front, 1 for a byte that starts none, and its code point (0 then).
std::pair<qsizetype, char32_t> decodeFirst(QByteArrayView text)
{
    const auto lead = static_cast<uchar>(text.front());
    if (lead < 0x80)
        return {1, lead};
    const qsizetype length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < length)
        return {1, 0};
    char32_t codePoint = lead & (0xffU >> (length + 1));
    for (qsizetype at = 1; at < length; ++at) {
        if (!isContinuation(text[at]))
            return {1, 0};
        codePoint = codePoint << 6 | (static_cast<uchar>(text[at]) & 0x3fU);
    }
    return {length, codePoint};
}

// Scripts that are written without spaces: each character is a word of its own.
bool isIdeograph(char32_t codePoint)
{
    return (codePoint >= 0x2e80 && codePoint < 0xa4d0) || (codePoint >= 0xf900 && codePoint < 0xfb00) ||
           (codePoint >= 0x20000 && codePoint < 0x40000);
}

QList<Token> tokenize(QByteArrayView line)
{
    QList<Token> tokens;
    bool mayGrow = false;
    for (qsizetype at = 0; at < line.size();) {
        const auto [length, codePoint] = decodeFirst(line.sliced(at));
        const bool isWord =
            codePoint == U'_' || QChar::isLetterOrNumber(codePoint) || QChar::isMark(codePoint);
        if (isWord && mayGrow && !isIdeograph(codePoint)) {
            Token &last = tokens.last();
            last.text = line.sliced(last.start, last.text.size() + length);
        } else {
            tokens.append({.text = line.sliced(at, length),
                           .start = static_cast<quint32>(at),
                           .isWord = isWord,
                           .isSpace = codePoint != 0 && QChar::isSpace(codePoint)});
        }
        mayGrow = isWord && !isIdeograph(codePoint);
        at += length;
    }
    return tokens;
}

/// Tokens left[leftAt …] and right[rightAt …] are the same, count of them.
struct Match
{
    qsizetype leftAt, rightAt, count;
};

void appendMatch(QList<Match> &matches, qsizetype leftAt, qsizetype rightAt)
{
    if (!matches.isEmpty()) {
        Match &last = matches.last();
        if (last.leftAt + last.count == leftAt && last.rightAt + last.count == rightAt) {
            ++last.count;
            return;
        }
    }
    matches.append({leftAt, rightAt, 1});
}

// Heaviest common subsequence by the textbook table. Words weigh by their length, so that a shared bracket
// never pulls two shared words apart.
void matchMiddle(QList<Token> left, QList<Token> right, qsizetype offset, QList<Match> &matches)
{
    const qsizetype width = right.size() + 1;
    if ((left.size() + 1) * width > kLargestTable)
        return;
    std::vector<quint32> table(static_cast<size_t>((left.size() + 1) * width));
    const auto best = [&table, width](qsizetype row, qsizetype column) -> quint32 & {
        return table[static_cast<size_t>(row * width + column)];
    };
    const auto weight = [](const Token &token) {
        return token.isWord ? 4 + 2 * static_cast<quint32>(token.text.size()) : 2U;
    };
    for (qsizetype row = left.size() - 1; row >= 0; --row) {
        for (qsizetype column = right.size() - 1; column >= 0; --column) {
            quint32 value = std::max(best(row + 1, column), best(row, column + 1));
            if (left[row].text == right[column].text)
                value = std::max(value, best(row + 1, column + 1) + weight(left[row]));
            best(row, column) = value;
        }
    }
    for (qsizetype row = 0, column = 0; row < left.size() && column < right.size();) {
        if (left[row].text == right[column].text &&
            best(row, column) == best(row + 1, column + 1) + weight(left[row])) {
            appendMatch(matches, offset + row++, offset + column++);
        } else if (best(row + 1, column) >= best(row, column + 1)) {
            ++row;
        } else {
            ++column;
        }
    }
}

QList<Match> matchTokens(const QList<Token> &left, const QList<Token> &right)
{
    const qsizetype shorter = std::min(left.size(), right.size());
    qsizetype head = 0;
    while (head < shorter && left[head].text == right[head].text)
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && left[left.size() - 1 - tail].text == right[right.size() - 1 - tail].text)
        ++tail;
    QList<Match> matches;
    for (qsizetype at = 0; at < head; ++at)
        appendMatch(matches, at, at);
    matchMiddle(left.sliced(head, left.size() - head - tail), right.sliced(head, right.size() - head - tail),
                head, matches);
    for (qsizetype at = tail; at > 0; --at)
        appendMatch(matches, left.size() - at, right.size() - at);
    return matches;
}

// A bracket or a space between two changed words is not worth a gap in the mark.
bool isTinyGap(const QList<Token> &tokens, const Match &match)
{
    qsizetype bytes = 0;
    for (qsizetype at = match.leftAt; at < match.leftAt + match.count; ++at) {
        if (tokens[at].isWord)
            return false;
        bytes += tokens[at].text.size();
    }
    return bytes <= 2;
}

void dropTinyGaps(const QList<Token> &left, const QList<Token> &right, QList<Match> &matches)
{
    matches.removeIf([&](const Match &match) {
        const bool isInside = match.leftAt > 0 && match.rightAt > 0 &&
                              match.leftAt + match.count < left.size() &&
                              match.rightAt + match.count < right.size();
        return isInside && isTinyGap(left, match);
    });
}

qsizetype inkOf(const QList<Token> &tokens)
{
    qsizetype bytes = 0;
    for (const Token &token : tokens)
        bytes += token.isSpace ? 0 : token.text.size();
    return bytes;
}

// Under 30 % in common the marks would cover nearly everything; unless one line holds all of the other.
bool isTooDifferent(qsizetype common, qsizetype left, qsizetype right)
{
    return common < std::min(left, right) && common * 10 < std::max(left, right) * 3;
}

QList<WordRange> gaps(const QList<Token> &tokens, const QList<Match> &matches, qsizetype Match::*side)
{
    QList<WordRange> ranges;
    const auto append = [&](qsizetype from, qsizetype to) {
        if (from >= to)
            return;
        const Token &last = tokens[to - 1];
        const quint32 end = last.start + static_cast<quint32>(last.text.size());
        ranges.append({tokens[from].start, end - tokens[from].start});
    };
    qsizetype at = 0;
    for (const Match &match : matches) {
        append(at, match.*side);
        at = match.*side + match.count;
    }
    append(at, tokens.size());
    return ranges;
}

WordChange compareEnds(QByteArrayView removed, QByteArrayView added)
{
    const qsizetype shorter = std::min(removed.size(), added.size());
    const auto differing = std::mismatch(removed.begin(), removed.begin() + shorter, added.begin());
    qsizetype head = differing.first - removed.begin();
    const auto splits = [](QByteArrayView line, qsizetype at) {
        return at < line.size() && isContinuation(line[at]);
    };
    for (int step = 0; step < 3 && head > 0 && (splits(removed, head) || splits(added, head)); ++step)
        --head;
    const auto fromEnd = std::mismatch(removed.rbegin(), removed.rbegin() + (shorter - head), added.rbegin());
    qsizetype tail = fromEnd.first - removed.rbegin();
    for (int step = 0; step < 3 && tail > 0 && splits(removed, removed.size() - tail); ++step)
        --tail;
    if (isTooDifferent(head + tail, removed.size(), added.size()))
        return {};
    const auto middle = [head, tail](QByteArrayView line) -> QList<WordRange> {
        const qsizetype length = line.size() - head - tail;
        if (length == 0)
            return {};
        return {{static_cast<quint32>(head), static_cast<quint32>(length)}};
    };
    return {middle(removed), middle(added)};
}

} // namespace

WordChange compareWords(QByteArrayView removed, QByteArrayView added)
{
    if (removed == added)
        return {};
    if (std::max(removed.size(), added.size()) > kLongLine)
        return compareEnds(removed, added);
    const QList<Token> left = tokenize(removed);
    const QList<Token> right = tokenize(added);
    QList<Match> matches = matchTokens(left, right);
    qsizetype common = 0;
    for (const Match &match : std::as_const(matches))
        common += inkOf(left.sliced(match.leftAt, match.count));
    if (isTooDifferent(common, inkOf(left), inkOf(right)))
        return {};
    dropTinyGaps(left, right, matches);
    return {gaps(left, matches, &Match::leftAt), gaps(right, matches, &Match::rightAt)};
}

} // namespace Diff
