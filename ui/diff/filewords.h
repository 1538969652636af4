// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/rows.h"

#include <QString>

/// What a difference view says in words, on screen and to a screen reader. All of it is plain text.
namespace FileWords {

QString status(const Diff::FileDiff &file); ///< "renamed, 92 % alike"
QString modes(const Diff::FileDiff &file);  ///< "made executable", "symbolic link"; empty when nothing to say
QString note(const Diff::FileDiff &file);   ///< why there are no lines
QString hunkRange(const Diff::Hunk &hunk);  ///< "@@ -1,2 +1,3 @@"
QString name(const Diff::FileDiff &file);   ///< "old/path → new/path"
QString row(const QList<Diff::FileDiff> &files, const Diff::Row &row, const Diff::LineCounts &counts,
            bool isCollapsed);

} // namespace FileWords
