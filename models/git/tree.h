// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

/// Every file of a commit's tree, by path. O(files).
Result<QList<TreeFile>> readTree(const RepoLocation &where, const ObjectId &commit,
                                 const CancelToken &cancel);

/// The bytes of a blob. Invalid: larger than the limit. NotFound: not in this clone.
Result<QByteArray> readBlob(const RepoLocation &where, const ObjectId &blob, qint64 limit = 16 * 1024 * 1024);

/// Several blobs with one opened repository; in the order asked for; a blob that cannot be read is an error
/// entry.
QList<Result<QByteArray>> readBlobs(const RepoLocation &where, const QList<ObjectId> &blobs,
                                    qint64 limit = 16 * 1024 * 1024);

/// Every entry of the index at stage 0, by path; ids of what is staged.
Result<QList<TreeFile>> readIndex(const RepoLocation &where, const CancelToken &cancel);

/// The bytes of a file in the work tree; no symbolic link on the way or at the end is followed (Denied).
/// NotFound: no such file. Invalid: no regular file, or larger than the limit.
Result<QByteArray> readWorkFile(const RepoLocation &where, const QByteArray &path,
                                qint64 limit = 16 * 1024 * 1024);

/// A file as it was read, and when it was last written.
struct DatedFile
{
    QByteArray content;
    QDateTime written; ///< UTC
};
/// The same with its time, both of one open file.
Result<DatedFile> readDatedWorkFile(const RepoLocation &where, const QByteArray &path, qint64 limit);

/// Whether a regular file stands there, reached by no link; errors as above. Says nothing about a later
/// moment: read with readWorkFile().
Result<void> checkWorkFile(const RepoLocation &where, const QByteArray &path);

/// Bytes of a file or link in the work tree; 0 when it is not there.
qint64 workFileSize(const RepoLocation &where, const QByteArray &path);

} // namespace Git
