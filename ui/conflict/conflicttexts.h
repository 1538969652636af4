// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflict/resulteditor.h"

// What the page says of a file in conflict.

namespace ConflictTexts {

QString choice(const Git::ConflictEntry &entry); ///< what each side has, a line each
/// "Conflict 1 of 3: not resolved"; empty: none is looked at.
QString place(const ResultEditor &result, const QList<ResultEditor::State> &states);
QString note(const ResultEditor &result); ///< what is special about the file; empty: nothing

} // namespace ConflictTexts
