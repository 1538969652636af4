// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Diff {

/// What Git LFS keeps in a repository in place of a large file.
struct LfsPointer
{
    QByteArray hash; ///< SHA-256 in hex
    qint64 size = 0; ///< bytes of the file it stands for
    bool operator==(const LfsPointer &) const = default;
};

/// Nothing unless all of the bytes are a pointer as git-lfs's specification (docs/spec.md) has it: under 1024
/// bytes, the version first, other keys in order.
std::optional<LfsPointer> parseLfsPointer(QByteArrayView content);

} // namespace Diff
