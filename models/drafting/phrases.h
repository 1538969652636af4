// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/survey.h"

/// Words for what a survey found: imperative, lower case, no full stop. Machine text, not translated: commit
/// messages are written in English.
namespace Drafting {

/// Subjects for one story or arrival, from the one that says most to the shortest.
QStringList subjectsFor(const Story &story, const QString &scope);
QStringList subjectsFor(const Arrival &arrival, const QString &scope);

/// Subjects for several stories of one kind.
QStringList subjectsFor(const QList<Story> &stories, const QString &scope);

/// A line of a body: `production/api: image 2.3.1 → 2.3.2`.
QString bulletFor(const Story &story);
QString bulletFor(const Arrival &arrival);

/// a · a and b · a, b and c
QString enumerate(const QStringList &names);
/// "1 file", "3 files"
QString counted(qsizetype count, const QString &noun);

} // namespace Drafting
