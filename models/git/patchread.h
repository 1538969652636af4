// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/handle.h"
#include "git/types.h"

namespace Git {

/// Fills hunks, lines and text of a file from a patch. The bytes of each line are copied once.
Result<void> takeLines(git_patch *patch, Diff::FileDiff &file);

/// In which encoding the stored bytes of a path are to be read, as for git gui and gitk: the attribute
/// “encoding”, else gui.encoding; empty: nothing is said. Untrusted text.
QByteArray declaredEncoding(git_repository *repository, const QByteArray &path);

struct TextComparison
{
    int contextLines = 3;
    bool ignoresWhitespace = false;
};

/// The same for two texts, as git diff and git blame compare them, whatever their bytes are. O(bytes), and
/// more where they have little in common.
Result<void> compareTexts(const QByteArray &older, const QByteArray &newer, const TextComparison &how,
                          Diff::FileDiff &file);

/// Compares two texts in UTF-16 once they are UTF-8, where both sides are text and one at least is UTF-16; an
/// empty side is any text. The file is then Binary with lines to be read. False: they are something else.
Result<bool> compareUtf16(const QByteArray &older, const QByteArray &newer, const TextComparison &how,
                          Diff::FileDiff &file);

} // namespace Git
