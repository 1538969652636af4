// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undo.h"

namespace Git {

/// Deletes a tag that still leads to the commit, after recording it: an annotated one comes back as the same
/// object, with its message and signature. tag: full name. Blocking; trusted repositories only (Denied).
/// Invalid: it is no tag, or leads to no commit. Conflict: it leads elsewhere or is gone.
Result<UndoRecord> deleteTag(const Program &git, const QByteArray &tag, const ObjectId &expected,
                             const CancelToken &cancel);

} // namespace Git
