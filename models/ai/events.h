// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Ai {

/// One message of a stream.
struct Event
{
    QByteArray name; ///< of a server-sent event; empty where it has none, and for a line
    QByteArray data;
    bool operator==(const Event &) const = default;
};

enum class Framing {
    ServerSent, ///< text/event-stream, as in the HTML standard, 9.2
    Lines,      ///< one JSON value a line
};

/// Cuts a stream into its events, whatever pieces it comes in: lines end with CR, LF or both, comments and
/// fields that nobody knows are skipped. Pure; O(bytes).
class EventReader
{
public:
    explicit EventReader(Framing framing)
        : m_framing(framing)
    {}

    QList<Event> take(QByteArrayView piece);
    QList<Event> finish(); ///< what stands there without the empty line that should end it
    bool isTooLong() const { return m_isTooLong; } ///< an event of more than 4 MiB; nothing comes any more

private:
    void line(QByteArrayView text, QList<Event> &events);
    void deliver(QList<Event> &events);

    Framing m_framing;
    QByteArray m_rest;
    Event m_event;
    bool m_hasData = false, m_isAfterReturn = false, m_isFirst = true, m_isTooLong = false;
};

} // namespace Ai
