// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/findings.h"
#include "diff/rows.h"

#include <QString>

/// What a difference view says in words, on screen and to a screen reader. All of it is plain text.
namespace FileWords {

QString status(const Diff::FileDiff &file); ///< "renamed, 92 % alike"
QString modes(const Diff::FileDiff &file);  ///< "made executable", "symbolic link"; empty when nothing to say
/// Why there are no lines, what a pointer stands for, which characters hide.
QString note(const Diff::FileDiff &file, const Diff::FileFindings &found = {},
             bool ignoresWhitespace = false);
/// Encodings unless plain UTF-8, moved lines, what is left out.
QStringList facts(const Diff::FileDiff &file, const Diff::FileFindings &found, bool ignoresWhitespace);
QString whitespaceOnly();                  ///< of a hunk
QString moved();                           ///< of a line
QString more();                            ///< the file goes on
QString hunkRange(const Diff::Hunk &hunk); ///< "@@ -1,2 +1,3 @@"
QString name(const Diff::FileDiff &file);  ///< "old/path → new/path"
QString row(const QList<Diff::FileDiff> &files, const Diff::Row &row, const Diff::LineCounts &counts,
            bool isCollapsed);

} // namespace FileWords
