// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QStorageInfo>

namespace Tests {

/// Lets temporary files be made in memory where the system has room for them there: for tests that write
/// very many small files and need them on no disk. For the whole program, before its first repository.
inline void keepFilesInMemory()
{
    constexpr qint64 kEnough = 512LL * 1024 * 1024;
    const QString folder = QStringLiteral("/dev/shm");
    if (QFileInfo(folder).isWritable() && QStorageInfo(folder).bytesAvailable() > kEnough)
        qputenv("TMPDIR", folder.toUtf8());
}

} // namespace Tests
