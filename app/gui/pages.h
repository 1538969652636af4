// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

/// The pages in the order of the page bar.
QList<PageFactory> makePageFactories();
