// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/log.h"
#include "history/types.h"

namespace History {

using RowSink = std::function<void(QList<Row>)>;

/// Streams history with its graph, in the order and batches of Git::readLog. Worker threads only.
Result<Git::LogEnd> loadHistory(const Git::RepoLocation &where, const Git::LogQuery &query,
                                const RowSink &sink, const CancelToken &cancel);

} // namespace History
