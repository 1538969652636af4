// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QSaveFile>
#include <QtEndian>

namespace Git {

/// A file that appears whole, with a checksum at its end, or not at all. Numbers in network byte order.
class GraphOutput
{
public:
    GraphOutput(const QByteArray &path, int hashSize)
        : m_file(QFile::decodeName(path))
        , m_hash(hashSize == 20 ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256)
    {}

    bool open() { return m_file.open(QIODevice::WriteOnly); }
    void bytes(const void *data, qsizetype size)
    {
        m_pending.append(static_cast<const char *>(data), size);
        if (m_pending.size() >= kPiece)
            flush();
    }
    template<class Number> void number(Number value)
    {
        const Number big = qToBigEndian(value);
        bytes(&big, sizeof big);
    }
    bool finish()
    {
        flush();
        return m_file.write(m_hash.result()) > 0 && m_file.commit();
    }
    QString problem() const { return m_file.errorString(); }

private:
    static constexpr qsizetype kPiece = 1 << 18;

    void flush()
    {
        m_hash.addData(m_pending);
        m_file.write(m_pending); // what fails makes commit() fail
        m_pending.resize(0);
    }

    QSaveFile m_file;
    QCryptographicHash m_hash;
    QByteArray m_pending;
};

} // namespace Git
