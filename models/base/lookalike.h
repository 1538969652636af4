// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// visibleText() for a name of somebody or something, on one line: in a word of several scripts ("pаypal"
/// with a Cyrillic а) the letters that look like those of another script become <U+0430>. Words of one script
/// stay as they are, whatever stands beside them. Pure, O(length).
QString visibleName(QStringView name);

/// True when visibleName() would mark such a letter.
bool hasLookalikes(QStringView name);
