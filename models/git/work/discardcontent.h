// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

#include <QSet>

namespace Git {

/// What a file of the work tree holds once the selected lines of its difference are taken out of it; all
/// other bytes stay. Lines that come back have the line ends and the encoding of the file. Invalid: a filter
/// stands between, or an encoding that does not lead back to the same bytes.
Result<QByteArray> contentWithoutLines(const Program &git, const Diff::FileDiff &file,
                                       const QSet<qsizetype> &lines, const CancelToken &cancel);

} // namespace Git
