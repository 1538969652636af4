// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qtclasshelpermacros.h>

namespace Git {

/// How much of the packs libgit2 keeps mapped. It maps them whole unless told otherwise, and a look at some
/// hundred commits then makes most of a pack resident; from now on parts, of which it drops the oldest.
void limitPackWindows();

/// Packs are mapped whole while one of these lives: for those who read most of the commits, who would else
/// map the same parts again and again (twice the time for a million commits). Any thread.
class WholePacks
{
    Q_DISABLE_COPY_MOVE(WholePacks)

public:
    WholePacks();
    ~WholePacks();
};

} // namespace Git
