// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

/// The program's own icon, for window systems that do not take it from the desktop file.
QIcon programIcon();
