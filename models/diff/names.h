// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Diff {

/// A path as git writes it in a patch header: in quotes with C escapes where it has to be. The result is
/// ASCII without line feeds where it is quoted, and the path itself where it is not.
QByteArray quotePath(QByteArrayView path);

/// The same, in quotes even where git would leave them out; ASCII without line ends.
QByteArray quotePathAlways(QByteArrayView path);

/// Takes a quoted name off the front of the text; nothing when the text does not start with one that ends.
std::optional<QByteArray> takeQuoted(QByteArrayView &text);

/// The name that is the rest of a header line, in quotes or not.
std::optional<QByteArray> parseName(QByteArrayView text);

/// The path two header names share, with or without one prefix folder each; empty when they share none.
QByteArray sharedPath(QByteArrayView left, QByteArrayView right);

/// The path in what follows "diff --git "; empty when the two names differ, as they do for a rename.
QByteArray pathOfHeader(QByteArrayView names);

} // namespace Diff
