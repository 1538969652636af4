// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Takes what colours and steers a terminal out of the output of a program as it arrives in pieces: CSI
/// sequences (colours, moves) and OSC sequences (titles, links), as ECMA-48 has them. Everything else stays,
/// other control characters and broken sequences included, for displayText() to make visible. A sequence or a
/// character of UTF-8 that is cut between two pieces is held back until the rest is there. One per stream.
class OutputText
{
public:
    QByteArray take(QByteArrayView piece); ///< what is new and plain; O(bytes)
    QByteArray finish();                   ///< what is still held back, as it is

private:
    enum class State { Plain, Escape, Control, System, SystemEscape };

    void step(char byte, QByteArray &plain);
    void giveUp(char byte, QByteArray &plain);

    State m_state = State::Plain;
    QByteArray m_held;
};
