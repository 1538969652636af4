// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

/// Makes differences for tests of views from lines that begin with ' ', '+', '-' or "@@ section".
namespace DiffFiles {

Diff::FileDiff make(const QByteArray &path, const QList<QByteArray> &lines);
Diff::FileDiff makeLong(const QByteArray &path,
                        qsizetype lineCount); ///< one hunk of YAML, every fifth line replaced
QList<Diff::FileDiff> showcase();             ///< one of every kind

} // namespace DiffFiles
