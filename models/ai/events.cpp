// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/events.h"

#include <algorithm>
#include <utility>

namespace Ai {

namespace {

constexpr qsizetype kLongest = 4 << 20; // bytes of one event
constexpr QByteArrayView kMark("\xEF\xBB\xBF");

} // namespace

QList<Event> EventReader::take(QByteArrayView piece)
{
    QList<Event> events;
    while (!piece.isEmpty() && !m_isTooLong) {
        if (std::exchange(m_isAfterReturn, false) && piece.startsWith('\n'))
            piece = piece.sliced(1);
        const auto end = std::ranges::find_if(piece, [](char byte) { return byte == '\n' || byte == '\r'; });
        const qsizetype length = end - piece.begin();
        m_rest += piece.first(length);
        m_isTooLong = m_rest.size() + m_event.data.size() > kLongest;
        if (end == piece.end())
            break;
        m_isAfterReturn = *end == '\r';
        line(std::exchange(m_rest, {}), events);
        piece = piece.sliced(length + 1);
    }
    return events;
}

QList<Event> EventReader::finish()
{
    QList<Event> events;
    if (!m_rest.isEmpty() && !m_isTooLong)
        line(std::exchange(m_rest, {}), events);
    deliver(events);
    return events;
}

void EventReader::line(QByteArrayView text, QList<Event> &events)
{
    if (std::exchange(m_isFirst, false) && text.startsWith(kMark))
        text = text.sliced(kMark.size());
    if (m_framing == Framing::Lines) {
        m_event.data = text.trimmed().toByteArray();
        m_hasData = !m_event.data.isEmpty();
        return deliver(events);
    }
    if (text.isEmpty())
        return deliver(events);
    const qsizetype colon = text.indexOf(':');
    const QByteArrayView field = colon < 0 ? text : text.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : text.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "event")
        m_event.name = value.toByteArray();
    if (field != "data")
        return;
    if (std::exchange(m_hasData, true))
        m_event.data += '\n';
    m_event.data += value;
}

void EventReader::deliver(QList<Event> &events)
{
    Event event = std::exchange(m_event, {});
    if (std::exchange(m_hasData, false))
        events += std::move(event);
}

} // namespace Ai
