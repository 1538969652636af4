// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

#include <optional>

namespace Git {

struct PackedRef
{
    QByteArray name;
    ObjectId id;     ///< what the reference holds
    ObjectId peeled; ///< what a tag leads to; null: it is no tag
};

using PackedRefs = QList<PackedRef>;

/// The references of the file packed-refs, in its order, for those who would otherwise look each of many
/// thousands up one by one; none where there is no such file. Nothing: it does not say what tags lead to, or
/// a line of it is not understood; then the references are to be looked up. Denied, Invalid: it cannot be
/// read, is no file or too large. Format: gitrepository-layout(5) and the head line that git writes
/// ("# pack-refs with: peeled fully-peeled sorted"). About 0.2 µs a reference.
Result<std::optional<PackedRefs>> readPackedRefs(const RepoLocation &where, const CancelToken &cancel);

} // namespace Git
