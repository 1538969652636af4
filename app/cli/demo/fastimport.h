// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

namespace Cli {

/// A line of history while it is written: the ref, the newest commit and its files.
struct ImportBranch
{
    QByteArray ref;
    int mark = 0; ///< of the newest commit; 0: none yet
    QMap<QByteArray, QByteArray> files;
};

struct ImportAuthor
{
    QByteArray name, email;
};

/// Writes the stream that `git fast-import` reads (git-fast-import(1)). The same calls give the same bytes,
/// and so the same commit ids.
class FastImport
{
public:
    /// Commits what differs between before and the branch's files. mergedMark 0: an ordinary commit.
    void commit(ImportBranch &branch, const QMap<QByteArray, QByteArray> &before, const ImportAuthor &author,
                qint64 seconds, const QByteArray &message, int mergedMark = 0);
    void tag(const QByteArray &name, int mark, const ImportAuthor &author, qint64 seconds,
             const QByteArray &message);
    void pointRef(const QByteArray &ref, int mark);
    void deleteRef(const QByteArray &ref);

    const QByteArray &stream() const { return m_stream; }

private:
    void data(const QByteArray &bytes);

    QByteArray m_stream;
    int m_lastMark = 0;
};

} // namespace Cli
