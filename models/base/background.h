// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Lets other threads go first where processors are few, so that long work does not hold up the window. Holds
/// for the calling thread and those it starts from now on, for good: only on threads that do nothing else.
void stayInBackground();
