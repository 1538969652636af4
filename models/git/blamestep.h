// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/blame.h"

namespace Git {

/// A line of one version of a file, and the version before it, as a BlameHunk names both.
struct BlameStep
{
    ObjectId commit;      ///< null: the text below
    QByteArray path;      ///< what the file is called there
    QByteArray text = {}; ///< what is not committed
    qsizetype line = 0;   ///< 0-based, in that version, as git counts; in the text below as it stands there
    ObjectId previous;
    QByteArray previousPath;
};

/// Where the line was in the version before, or which line it replaced there, 0-based: followed through the
/// differences of the two (see Diff::lineBefore), whatever the file was called. Errors as of readBlame().
Result<qsizetype> readLineBefore(const Program &git, const BlameStep &step, const CancelToken &cancel);

} // namespace Git
