// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/blame.h"

namespace Git {

/// The text that a query blames: of the work tree, or of a commit, for which git fetches what a partial clone
/// left out. Errors as of readBlame().
Result<QByteArray> readBlamedContent(const Program &git, const BlameQuery &query, const CancelToken &cancel);

} // namespace Git
