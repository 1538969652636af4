// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class BlameView;

/// What a screen reader gets of a BlameView: a list whose items are its lines, made when somebody asks for
/// them.
namespace BlameAccessible {

void install(); ///< once per process; more calls do nothing
void linesChanged(BlameView *view);
void lineFocused(BlameView *view, qsizetype line);

} // namespace BlameAccessible
