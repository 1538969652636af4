// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

#include <QHash>

namespace Git {

struct PackedRef
{
    ObjectId id;     ///< what the reference holds
    ObjectId peeled; ///< what a tag leads to; null: it is no tag
};

/// The references of the file packed-refs by name, for those who would otherwise look each of many thousands
/// up one by one. Empty when there is no such file, when it does not say what tags lead to, or when a line of
/// it is not understood: then the references are to be looked up. Denied, Invalid: it cannot be read, is no
/// file or too large. Format: gitrepository-layout(5) and the
/// head line that git writes ("# pack-refs with: peeled fully-peeled sorted"). About 0.2 µs a reference.
Result<QHash<QByteArray, PackedRef>> readPackedRefs(const RepoLocation &where, const CancelToken &cancel);

} // namespace Git
