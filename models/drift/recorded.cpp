// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/recorded.h"

#include "base/text.h"
#include "git/tree.h"

#include <QCoreApplication>
#include <QFile>

namespace Drift {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Drift::Recorded)
};

constexpr QByteArrayView kFolder(".plumbline/snapshots/");

} // namespace

Result<QString> recordedSnapshot(const Git::RepoLocation &where, const QByteArray &environment)
{
    for (const QByteArrayView suffix : {".yaml", ".json"}) {
        if (where.isBare())
            break;
        const QByteArray path = kFolder + environment + suffix;
        const auto standing = Git::checkWorkFile(where, path);
        if (standing)
            return QFile::decodeName(QByteArray(where.workTree + '/' + path));
        if (standing.error().kind == ErrorKind::Denied)
            return fail(ErrorKind::Denied, standing.error().message, standing.error().detail,
                        Text::tr("Put the snapshot itself there."));
    }
    return fail(ErrorKind::NotFound,
                Text::tr("No snapshot of %1 is recorded.").arg(displayText(environment)));
}

Result<Snapshot> readSnapshotFor(const Git::RepoLocation &where, const QString &file,
                                 const CancelToken &cancel)
{
    const QByteArray name = QFile::encodeName(file), top = where.workTree + '/';
    if (where.isBare() || !name.startsWith(QByteArray(top + kFolder)))
        return readSnapshot(file, cancel);
    const auto read = Git::readDatedWorkFile(where, name.sliced(top.size()), kLargestSnapshot);
    if (!read)
        return fail(ErrorKind::NotFound, read.error().message, read.error().detail);
    Result<Snapshot> snapshot = parseSnapshot(read->content, file, cancel);
    if (snapshot)
        snapshot->written = read->written;
    return snapshot;
}

} // namespace Drift
