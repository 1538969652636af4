// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Cli {

/// The query line that words of a shell's command line mean. What the shell's quotes kept together stays
/// together: `author:"Ada Example"` comes as one word with a space. A word with quotes of its own, or with
/// several fields, is taken as it is.
QString queryLine(const QStringList &words);

} // namespace Cli
