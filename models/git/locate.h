// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/open.h"

namespace Git {

/// Where the parts of a repository are, found on disk without reading any of its configuration.
struct Place
{
    QByteArray gitDir, commonDir, workTree; ///< canonical; workTree empty: none
    QByteArray gitFile;                     ///< the .git that is a file; else empty
    QByteArray linkedGit;                   ///< the .git that is a symbolic link; else empty
    QByteArray indexFile;
};

/// The repository at a path, or above it when options say so; a bare one that lies in a work tree is not
/// found by climbing. Stays on one file system. NotFound, or Invalid for a .git file that leads nowhere.
Result<Place> locate(const QByteArray &path, const OpenOptions &options);

/// The path without links, `.` and `..`; empty when there is nothing.
QByteArray canonicalPath(const QByteArray &path);

/// relative as seen from folder; absolute stays.
QByteArray joinPath(const QByteArray &folder, const QByteArray &relative);

/// A small file's content up to 64 KiB; empty when it is not there.
QByteArray readSmallFile(const QByteArray &path);

bool pathExists(const QByteArray &path);

} // namespace Git
