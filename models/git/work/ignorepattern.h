// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace Git {

// What stands in a .gitignore. All pure.

enum class IgnoreKind {
    Path,   ///< the file or folder itself
    Ending, ///< all names with the same ending, at any depth
    Folder, ///< the folder it lies in
};

/// The pattern that names exactly this for a list in the folder above: path is relative to it, bytes as on
/// disk; a folder ends with '/'. Nothing: it cannot be said, as there is no ending, no folder, or a line
/// break in the name.
std::optional<QByteArray> ignorePattern(const QByteArray &path, IgnoreKind kind);

/// ".log"; empty: the last name of the path has none. That of ".env" is a name.
QByteArray endingOf(QByteArrayView path);

/// The list with the patterns behind what is there, whose bytes stay. New lines end as the last one does.
QByteArray withPatterns(const QByteArray &list, const QList<QByteArray> &patterns);

} // namespace Git
