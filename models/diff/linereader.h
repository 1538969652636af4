// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Diff {

/// Hands out the lines of a text one by one, without their line feeds, and counts them.
class LineReader
{
public:
    explicit LineReader(QByteArrayView text)
        : m_rest(text)
    {}

    bool atEnd() const { return m_rest.isEmpty(); }
    qint64 number() const { return m_number; } ///< of the line last taken

    QByteArrayView peek() const { return m_rest.first(lineLength()); }

    QByteArrayView take()
    {
        const qsizetype length = lineLength();
        const QByteArrayView line = m_rest.first(length);
        m_rest = m_rest.sliced(std::min(length + 1, m_rest.size()));
        ++m_number;
        m_length = -1;
        return line;
    }

private:
    qsizetype lineLength() const
    {
        if (m_length < 0) {
            const qsizetype end = m_rest.indexOf('\n');
            m_length = end < 0 ? m_rest.size() : end;
        }
        return m_length;
    }

    QByteArrayView m_rest;
    qint64 m_number = 0;
    mutable qsizetype m_length = -1;
};

} // namespace Diff
