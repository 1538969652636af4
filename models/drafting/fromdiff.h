// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/types.h"

namespace Drafting {

/// Changes of a bare diff. A file that came or went stands in the diff as a whole; any other gets its
/// contents when the file at HEAD is what the diff starts from.
QList<Change> changesOf(const QList<Diff::FileDiff> &files, const DraftContext &context);

/// What the file becomes; nothing when a hunk does not fit.
std::optional<QByteArray> applyHunks(const Diff::FileDiff &file, const QByteArray &before);

} // namespace Drafting
