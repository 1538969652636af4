// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

namespace Diff {

/// Fills file.reading from the bytes of its lines. What attributes declare counts where it is an encoding
/// that is known here; else lines that are valid UTF-8, as long as they are not the fewer; else Shift_JIS
/// where the bytes look like it; else ISO 8859-1 or Windows-1252, in which nearly every byte is a character.
/// Nothing is filled in for plain UTF-8. O(bytes): for a worker.
void takeReading(FileDiff &file, const QByteArray &declared = {});

/// True when takeReading() without anything declared would leave the bytes as they are, and nothing declared
/// could change that. O(bytes).
bool isPlainText(const FileDiff &file);

/// The file with the text that people read in the place of the bytes; its lines are the same ones. O(1).
FileDiff asRead(const FileDiff &file);

/// Whether its lines are those that Git has, so that some of them can be staged.
inline bool hasGitsLines(const FileDiff &file)
{
    return file.omission == Omission::None;
}

} // namespace Diff
