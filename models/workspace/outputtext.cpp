// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/outputtext.h"

namespace {

constexpr char kEscape = '\x1b';
constexpr char kBell = '\x07';

// No real title or link is as long: a program that starts one and never ends it must not hide the rest.
constexpr qsizetype kLongestSequence = 4096; // bytes

bool isBetween(char byte, uchar first, uchar last)
{
    return static_cast<uchar>(byte) >= first && static_cast<uchar>(byte) <= last;
}

// Bytes at the end that may be the start of a character whose rest has not come yet.
qsizetype openCharacterLength(QByteArrayView bytes)
{
    for (qsizetype length = 1; length <= std::min<qsizetype>(3, bytes.size()); ++length) {
        const char byte = bytes[bytes.size() - length];
        if (isBetween(byte, 0x80, 0xbf))
            continue;
        const qsizetype wanted = isBetween(byte, 0xc2, 0xdf)   ? 2
                                 : isBetween(byte, 0xe0, 0xef) ? 3
                                 : isBetween(byte, 0xf0, 0xf4) ? 4
                                                               : 0;
        return wanted > length ? length : 0;
    }
    return 0;
}

} // namespace

QByteArray OutputText::take(QByteArrayView piece)
{
    QByteArray plain;
    plain.reserve(m_held.size() + piece.size());
    if (m_state == State::Plain)
        plain = std::exchange(m_held, {});
    for (const char byte : piece)
        step(byte, plain);
    if (m_state == State::Plain) {
        const qsizetype open = openCharacterLength(plain);
        m_held = plain.last(open);
        plain.chop(open);
    }
    return plain;
}

QByteArray OutputText::finish()
{
    m_state = State::Plain;
    return std::exchange(m_held, {});
}

void OutputText::step(char byte, QByteArray &plain)
{
    if (m_state == State::Plain && byte != kEscape) {
        plain += byte;
        return;
    }
    if (m_held.size() >= kLongestSequence)
        return giveUp(byte, plain);
    switch (m_state) {
    case State::Plain:
        m_state = State::Escape;
        break;
    case State::Escape:
        if (byte != '[' && byte != ']')
            return giveUp(byte, plain);
        m_state = byte == '[' ? State::Control : State::System;
        break;
    case State::Control:
        if (isBetween(byte, 0x40, 0x7e)) {
            finish();
            return;
        }
        if (!isBetween(byte, 0x20, 0x3f))
            return giveUp(byte, plain);
        break;
    case State::System:
        if (byte == kBell) {
            finish();
            return;
        }
        if (byte == kEscape)
            m_state = State::SystemEscape;
        else if (isBetween(byte, 0x00, 0x1f))
            return giveUp(byte, plain);
        break;
    case State::SystemEscape:
        if (byte != '\\')
            return giveUp(byte, plain);
        finish();
        return;
    }
    m_held += byte;
}

void OutputText::giveUp(char byte, QByteArray &plain)
{
    plain += finish();
    step(byte, plain);
}
