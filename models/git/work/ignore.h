// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undo.h"
#include "git/work/ignorepattern.h"

namespace Git {

enum class IgnorePlace {
    Everybody, ///< .gitignore, which is committed
    OnlyHere,  ///< info/exclude in the Git folder
};

struct IgnoreRequest
{
    QList<QByteArray> paths; ///< relative to the work tree; a folder ends with '/'
    IgnoreKind kind = IgnoreKind::Path;
    IgnorePlace place = IgnorePlace::Everybody;
};

struct IgnoreEnd
{
    QList<QByteArray> patterns; ///< that were added; empty: all of it was ignored already
    QList<QByteArray> lists;    ///< files they were added to, relative to the work tree; or "info/exclude"
    qsizetype trackedCount = 0; ///< files in folders that were ignored; they stay tracked
    std::optional<UndoRecord> undo; ///< nothing: nothing was added
};

/// Has git ignore untracked files. The pattern goes to the end of the list at the root of the work tree, or
/// of a deeper one whose exception would win. All bytes of a list stay. Invalid: a file is tracked, so
/// ignoring it would change nothing; the name cannot be said in a list; the list is a link or no text.
/// Conflict: an exception in a .gitignore stands above info/exclude; or a list is being changed.
Result<IgnoreEnd> ignorePaths(const Program &git, const IgnoreRequest &request, const CancelToken &cancel);

} // namespace Git
