// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/snapshot.h"
#include "git/types.h"

#include <QStringList>

namespace Drift {

/// The snapshot that is recorded of an environment: .plumbline/snapshots/NAME.yaml or NAME.json of the work
/// tree, as an absolute path. NotFound: none is recorded. Denied: a symbolic link stands on the way or in its
/// place; it may lead anywhere and is not followed. Any thread.
Result<QString> recordedSnapshot(const Git::RepoLocation &where, const QByteArray &environment);

/// Reads a snapshot. Of what lies in the repository's own folder for them no link is followed, whatever was
/// found there before; a file that the user chose elsewhere is opened as it is. Errors as of readSnapshot().
Result<Snapshot> readSnapshotFor(const Git::RepoLocation &where, const QString &file,
                                 const CancelToken &cancel);

/// Names, sizes and times of the recorded snapshots of all environments and of more files, as a number to
/// compare with itself later: another one when any of them was written, made or removed. No link is followed
/// in the repository's own folder. Blocking; any thread.
size_t readSnapshotPrint(const Git::RepoLocation &where, const QStringList &more);

} // namespace Drift
