// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "app/cli/rowstream.h"
#include "app/cli/rowwriter.h"
#include "history/search.h"

namespace Cli {

struct PrintRequest
{
    RowRequest rows;
    RowFormat format;
    qsizetype limit = 0; ///< rows; 0: all
    History::Query query;
};

/// Prints rows as they are found, and what was wrong with them. Texts are read by two threads. Returns the
/// exit code.
int printHistory(const Git::Program &git, const QByteArray &cacheFolder, const Git::Refs &refs,
                 const PrintRequest &request, Output &out);

} // namespace Cli
