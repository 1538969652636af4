// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/types.h"
#include "base/descriptor.h"
#include "base/result.h"

namespace Audit {

QByteArray trailFile(const QString &folder); ///< as bytes
QByteArray headFile(const QString &folder);

/// Makes the folder, of mode 0700, and sets that of one that is wider. Denied: it is a link or of another
/// user.
Result<void> preparePrivateFolder(const QString &folder);

/// Opens a file to be written, or makes it with mode 0600, and sets a wider mode right. Denied: a link, no
/// file, of another user.
Result<Descriptor> openOwnFile(const QByteArray &path, int flags);

/// Opens a file to be read. A descriptor that is not open: there is none.
Result<Descriptor> openToRead(const QByteArray &path);

/// Opens the trail and takes its lock, shared or not: until the descriptor is closed. Waits 5 s, then
/// Conflict.
Result<Descriptor> openLocked(const QByteArray &path);
Result<void> lockFile(int file, int kind);

Result<QByteArray> readAll(int file);                            ///< for small files
bool writeWhole(int file, QByteArrayView bytes, qint64 at = -1); ///< at: -1 adds; errno says why not
bool syncFolderOf(const QByteArray &path);
qint64 sizeOf(int file);
bool isOpenToOthers(int file);

std::unexpected<Error> failOnFile(const QByteArray &path); ///< what errno says

} // namespace Audit
