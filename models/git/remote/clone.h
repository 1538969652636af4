// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/remote/transfer.h"

namespace Git {

struct CloneRequest
{
    QByteArray url;          ///< as typed; a local path is absolute
    QByteArray folder;       ///< absolute; not there yet, or empty
    QByteArray branch;       ///< short name; empty: the remote's own
    int depth = 0;           ///< commits; 0: all
    bool isBlobless = false; ///< contents of files come when git needs them; a remote may not support it
    bool allowsHttp = false;
    NetworkAccess access; ///< its protocols come from the address
};

/// The name that git gives a clone of this address: the last part of its path without ".git". Empty: there is
/// none, or parseRemoteUrl() refuses the address. Pure.
QByteArray cloneNameOf(const QByteArray &url);

/// Clones into a folder beside the wanted one, which gets its name when all is there: what fails or is
/// cancelled leaves nothing. A whole clone that cannot get its name stays, and the error says where.
/// Submodules are left alone. Invalid: see parseNewRemoteUrl(). Conflict: the folder is there and not empty.
/// Otherwise as fetch(). program: git; empty: found on PATH.
Result<void> clone(const ProcessRunner &runner, const CloneRequest &request, const OnProgress &onProgress,
                   const CancelToken &cancel, const QString &program = {});

} // namespace Git
