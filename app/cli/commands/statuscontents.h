// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/findings.h"
#include "diff/types.h"
#include "git/cli.h"
#include "git/diff.h"

#include <QHash>
#include <QJsonObject>

namespace Cli {

/// What is only known of a file when its difference is read.
struct FileContents
{
    Diff::LineCounts counts;
    Diff::Omission omission = Diff::Omission::None;
    Diff::FileFindings findings;
};

/// By path. paths: empty: all. O(bytes of what differs).
Result<QHash<QByteArray, FileContents>> readContents(const Git::Program &git, Git::DiffSides sides,
                                                     const QList<QByteArray> &paths);

void insertContents(QJsonObject &object, const FileContents &contents);

} // namespace Cli
