// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class DiffView;

/// What a screen reader gets of a DiffView: a list whose items are its rows, made when somebody asks for
/// them.
namespace DiffAccessible {

void install(); ///< once per process; more calls do nothing
void rowsChanged(DiffView *view);
void rowFocused(DiffView *view, qsizetype position);

} // namespace DiffAccessible
