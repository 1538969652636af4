// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

#include <QString>

namespace Audit {

/// Who acts: the system that runs pipelines ("github-actions", "gitlab-ci") where it says so, else the name
/// of the account.
QString actingUser();

/// SHA-256 in hexadecimal of a difference, as a patch would say it.
QByteArray digestOfFiles(const QList<Diff::FileDiff> &files);

QString newRequestId(); ///< never the same twice

/// How much of a draft is in what was used instead: the share of its runs of four words, or of its words when
/// it has fewer, 0..1. Pure.
double survivalOf(const QString &draft, const QString &used);

} // namespace Audit
