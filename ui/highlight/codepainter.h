// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "diff/types.h"
#include "ui/highlight/codespans.h"

#include <functional>
#include <memory>

/// The syntax definitions, loaded at first use. Shared by jobs, which take turns.
class CodeDefinitions;
std::shared_ptr<CodeDefinitions> makeCodeDefinitions();

/// Highlights the lines of a file's hunks, the old and the new side each in their own order; every hunk
/// starts anew, because what lies between is not known. Sends batches of some hundred lines. Files over 4 MB
/// and those of unknown type yield nothing; lines over 4,000 bytes stay plain. Blocking: for a worker;
/// several calls take turns.
Result<> highlightCode(CodeDefinitions &definitions, const QList<Diff::FileDiff> &files, qsizetype fileAt,
                       bool isDark, const std::function<void(CodeBatch)> &sink, const CancelToken &cancel);
