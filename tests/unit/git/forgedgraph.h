// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitgraphfile.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QtEndian>

namespace GraphFixture {

inline constexpr quint32 kNone = Git::CommitGraphFile::kNoParent, kHigh = Git::CommitGraphFile::kHighBit;

/// A commit-graph file (SHA-1) that says whatever a test wants it to say.
struct ForgedGraph
{
    struct Commit
    {
        quint32 first = kNone, second = kNone, level = 1;
        quint64 date = 1'000;
        quint32 correction = 0;
    };
    QList<Commit> commits;
    QList<quint32> edges = {};
    QList<quint64> overflows = {};
    bool isCorrected = true;
    QList<std::pair<QByteArray, QByteArray>> more = {}; ///< chunks: id, content

    template<class Number> static QByteArray number(Number value)
    {
        const Number big = qToBigEndian(value);
        return QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
    }
    static QByteArray id(quint32 commit) { return number(commit * 0x01020304) + QByteArray(16, 'x'); }

    QList<std::pair<QByteArray, QByteArray>> chunks() const
    {
        QByteArray fanout, ids, data, corrections, list, wide;
        std::array<quint32, 256> counts = {};
        for (quint32 at = 0; at < quint32(commits.size()); ++at) {
            const Commit &commit = commits[at];
            ++counts[uchar(id(at)[0])];
            ids += id(at);
            data += QByteArray(20, 't') + number(commit.first) + number(commit.second) +
                    number(commit.level << 2 | quint32(commit.date >> 32)) + number(quint32(commit.date));
            corrections += number(commit.correction);
        }
        for (quint32 sum = 0; const quint32 count : counts)
            fanout += number(sum += count);
        for (const quint32 edge : edges)
            list += number(edge);
        for (const quint64 one : overflows)
            wide += number(one);
        QList<std::pair<QByteArray, QByteArray>> all = {{"OIDF", fanout}, {"OIDL", ids}, {"CDAT", data}};
        if (isCorrected)
            all += {"GDA2", corrections};
        if (!overflows.isEmpty())
            all += {"GDO2", wide};
        if (!edges.isEmpty())
            all += {"EDGE", list};
        return all + more;
    }

    static QByteArray file(const QList<std::pair<QByteArray, QByteArray>> &chunks, char bases = 0)
    {
        QByteArray table, body;
        const qint64 start = 8 + (chunks.size() + 1) * 12;
        for (const auto &[id, content] : chunks) {
            table += id + number(start + body.size());
            body += content;
        }
        table += QByteArray(4, '\0') + number(start + body.size());
        const char header[] = {'C', 'G', 'P', 'H', 1, 1, char(chunks.size()), bases};
        const QByteArray whole = QByteArray(header, sizeof header) + table + body;
        return whole + QCryptographicHash::hash(whole, QCryptographicHash::Sha1);
    }
    QByteArray file() const { return file(chunks()); }
};

} // namespace GraphFixture
