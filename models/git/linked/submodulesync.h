// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// A submodule whose address was taken over.
struct SyncedSubmodule
{
    QByteArray path;
    QByteArray before, now; ///< its address; untrusted
    bool operator==(const SyncedSubmodule &) const = default;
};

/// Takes the addresses of .gitmodules over into the configuration, for those that are initialised: as
/// `git submodule sync`, after somebody has moved one. paths: only these; empty: all. Returns those whose
/// address is another one now. NotFound: there is none at a path. Invalid: .gitmodules has no such address,
/// or one that Git must not have; then nothing was done. Blocking; trusted repositories only.
Result<QList<SyncedSubmodule>> syncSubmodules(const Program &git, const QList<QByteArray> &paths,
                                              const CancelToken &cancel);

} // namespace Git
