// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// What the attributes of a file put between the work tree and Git, beyond what libgit2 does itself (line
/// ends, ident).
struct Conversion
{
    QByteArray encoding; ///< working-tree-encoding; empty: UTF-8, or none
    QByteArray filter;   ///< whose program is configured

    bool isNone() const { return encoding.isEmpty() && filter.isEmpty(); }
    bool isLfs() const { return filter == "lfs"; }
};

/// In the order of the paths. Runs nothing: reads attributes and configuration with libgit2.
Result<QList<Conversion>> readConversions(const RepoLocation &where, const QList<QByteArray> &paths);

/// In which encoding the stored bytes of a path are to be read, see declaredEncoding(). Blocking.
QByteArray readDeclaredEncoding(const RepoLocation &where, const QByteArray &path);

} // namespace Git
