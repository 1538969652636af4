// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How people want differences drawn, whatever is in them.
struct DiffLook
{
    bool showsWhitespace = false;   ///< dots for blanks, arrows for tabs
    bool wraps = false;             ///< long lines go on below instead of to the right
    bool isSplit = false;           ///< old and new side by side
    bool ignoresWhitespace = false; ///< said in words; whoever reads the files leaves such changes out
    bool operator==(const DiffLook &) const = default;
};
