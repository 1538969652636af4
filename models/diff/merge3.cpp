// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/merge3.h"

#include "diff/linediff.h"

#include <QHash>

#include <algorithm>

namespace Diff {

namespace {

/// The same number for the same line in all three texts.
class LineNumbers
{
public:
    QList<int> of(const QList<QByteArrayView> &lines)
    {
        QList<int> numbers;
        numbers.reserve(lines.size());
        for (const QByteArrayView line : lines)
            numbers.append(numberOf(line));
        return numbers;
    }

private:
    int numberOf(QByteArrayView line)
    {
        const auto found = m_known.constFind(line);
        return found != m_known.cend() ? *found : *m_known.insert(line, int(m_known.size()));
    }

    QHash<QByteArrayView, int> m_known;
};

/// Follows the changes of one side.
class Side
{
public:
    explicit Side(QList<Replacement> changes)
        : m_changes(std::move(changes))
    {}

    bool isAtEnd() const { return m_next == m_changes.size(); }
    const Replacement &next() const { return m_changes[m_next]; }
    bool touches(qsizetype baseEnd) const { return !isAtEnd() && next().before.first <= baseEnd; }
    void take()
    {
        m_offset = next().after.end() - next().before.end();
        ++m_next;
        ++m_taken;
    }
    /// Where the side is when the base is there, between changes.
    qsizetype place(qsizetype base) const { return base + m_offset; }
    qsizetype takeCount() { return std::exchange(m_taken, 0); }

private:
    QList<Replacement> m_changes;
    qsizetype m_next = 0, m_offset = 0, m_taken = 0;
};

bool isSameText(const QList<int> &ours, const LineRange &a, const QList<int> &theirs, const LineRange &b)
{
    return std::ranges::equal(ours.sliced(a.first, a.count), theirs.sliced(b.first, b.count));
}

} // namespace

QList<QByteArrayView> splitLines(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype feed = text.indexOf('\n', at);
        const qsizetype end = feed < 0 ? text.size() : feed + 1;
        lines.append(text.sliced(at, end - at));
        at = end;
    }
    return lines;
}

QList<MergeChunk> merge3(const QList<QByteArrayView> &base, const QList<QByteArrayView> &ours,
                         const QList<QByteArrayView> &theirs)
{
    LineNumbers numbers;
    const QList<int> before = numbers.of(base), left = numbers.of(ours), right = numbers.of(theirs);
    Side us(compareLines(before, left)), them(compareLines(before, right));
    QList<MergeChunk> chunks;
    const auto append = [&](MergeKind kind, qsizetype from, qsizetype to, qsizetype leftFrom,
                            qsizetype rightFrom) {
        chunks.append({kind,
                       {from, to - from},
                       {leftFrom, us.place(to) - leftFrom},
                       {rightFrom, them.place(to) - rightFrom}});
    };
    for (qsizetype at = 0;;) {
        const qsizetype nearest = std::min(us.isAtEnd() ? base.size() : us.next().before.first,
                                           them.isAtEnd() ? base.size() : them.next().before.first);
        if (nearest > at)
            append(MergeKind::Same, at, nearest, us.place(at), them.place(at));
        if (us.isAtEnd() && them.isAtEnd())
            return chunks;
        const qsizetype leftFrom = us.place(nearest), rightFrom = them.place(nearest);
        qsizetype end = nearest;
        while (us.touches(end) || them.touches(end)) {
            Side &side = us.touches(end) ? us : them;
            end = std::max(end, side.next().before.end());
            side.take();
        }
        const qsizetype oursTaken = us.takeCount(), theirsTaken = them.takeCount();
        append(theirsTaken == 0 ? MergeKind::Ours
               : oursTaken == 0 ? MergeKind::Theirs
                                : MergeKind::Conflict,
               nearest, end, leftFrom, rightFrom);
        MergeChunk &chunk = chunks.last();
        if (chunk.kind == MergeKind::Conflict && isSameText(left, chunk.ours, right, chunk.theirs))
            chunk.kind = MergeKind::Both;
        at = end;
    }
}

namespace {

/// The marker a line is, with the text behind it; nothing for other lines.
struct Marker
{
    char mark = 0;
    QByteArray label;
};

Marker markerOf(QByteArrayView line, int size)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.size() < size || !QByteArrayView("<|=>").contains(line[0]) ||
        !std::ranges::all_of(line.first(size), [&](char character) { return character == line[0]; }))
        return {};
    const bool isLong = line.size() > size;
    if (isLong && (line[size] != ' ' || line[0] == '='))
        return {};
    return {line[0], isLong ? line.sliced(size + 1).toByteArray() : QByteArray()};
}

/// Takes line after line.
class ConflictParser
{
public:
    bool add(QByteArrayView line, const Marker &marker)
    {
        if (marker.mark == 0 || (m_section == 0 && (marker.mark == '=' || marker.mark == '|'))) {
            *m_target += line;
            if (m_section != 0)
                m_current.raw += line;
            return true; // those two alone stand in many a text
        }
        if (marker.mark != '<')
            m_current.raw += line;
        switch (marker.mark) {
        case '<':
            return begin(line, marker.label);
        case '|':
            m_current.hasBase = true;
            return goTo('|', m_section == '<', m_current.base);
        case '=':
            return goTo('=', m_section == '<' || m_section == '|', m_current.theirs);
        default:
            return end(marker.label);
        }
    }

    std::optional<QList<ConflictPart>> finish()
    {
        if (m_section != 0)
            return std::nullopt;
        flushText();
        return m_parts;
    }

private:
    void flushText()
    {
        if (!m_current.text.isEmpty())
            m_parts.append(std::exchange(m_current, {}));
    }

    bool begin(QByteArrayView line, const QByteArray &label)
    {
        if (m_section != 0)
            return false;
        flushText();
        m_current = {.isConflict = true, .oursLabel = label, .raw = line.toByteArray()};
        return goTo('<', true, m_current.ours);
    }

    bool goTo(char section, bool isAllowed, QByteArray &target)
    {
        m_section = section;
        m_target = &target;
        return isAllowed;
    }

    bool end(const QByteArray &label)
    {
        if (m_section != '=')
            return false;
        m_current.theirsLabel = label;
        m_parts.append(std::exchange(m_current, {}));
        return goTo(0, true, m_current.text);
    }

    QList<ConflictPart> m_parts;
    ConflictPart m_current;
    QByteArray *m_target = &m_current.text;
    char m_section = 0;
};

} // namespace

std::optional<QList<ConflictPart>> parseConflict(QByteArrayView content, int markerSize)
{
    ConflictParser parser;
    for (const QByteArrayView line : splitLines(content)) {
        if (!parser.add(line, markerOf(line, markerSize)))
            return std::nullopt;
    }
    return parser.finish();
}

bool hasConflictMarkers(QByteArrayView content, int markerSize)
{
    return std::ranges::any_of(splitLines(content), [markerSize](QByteArrayView line) {
        const char mark = markerOf(line, markerSize).mark;
        return mark == '<' || mark == '>';
    });
}

} // namespace Diff
