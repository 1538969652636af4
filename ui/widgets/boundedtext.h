// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Text for a text box, cut where laying it out would stall the window: behind 20,000 characters of one line
/// or 200,000 in all. Says how much is left out. O(characters kept).
QString boundedText(const QString &text);
