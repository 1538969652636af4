// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/survey.h"

/// Parts of subjects for one story.
namespace Drafting {

/// " in staging and production"; empty for no environment or many.
QString placeOf(const Story &story);
/// The application that the story is about; empty when it is not known.
QString ownerOf(const Story &story);
/// What changed, or else whose it is.
QString subjectName(const Story &story);
/// " of web" where the scope does not say so already.
QString ofOwner(const Story &story, const QString &scope, const QString &preposition);
/// The core with all qualifiers, then with one less each time.
QStringList forms(const QString &core, const QStringList &qualifiers);

/// Images, charts, revisions, dependencies: bump, upgrade, roll back, promote.
QStringList versionSubjects(const Story &story, const QString &scope);
/// raise and lower `what`.
QStringList quantitySubjects(const Story &story, const QString &what);
/// "worker memory limit"
QString resourceNoun(const Story &story);
/// Environment variables and configuration keys.
QStringList settingSubjects(const Story &story, const QString &scope);
QStringList fieldSubjects(const Story &story, const QString &scope);
QStringList hostSubjects(const Story &story, const QString &scope);

} // namespace Drafting
