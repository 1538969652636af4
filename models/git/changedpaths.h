// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVarLengthArray>

#include <array>
#include <span>

namespace Git {

/// A path made ready to be looked up in the changed-path filters of a commit-graph: hashed once, asked many
/// times. Cheap to copy. See gitformat-commit-graph(5), "Bloom Filter Data".
class ChangedPathKey
{
public:
    /// A file or a folder, relative to the root of the work tree, literally (no pattern). An empty path is
    /// the root folder, which every commit may have changed.
    explicit ChangedPathKey(QByteArrayView path);

    /// What a file says about its filters.
    struct Settings
    {
        quint32 version = 0; ///< of the hash: 1 or 2
        quint32 hashes = 0;  ///< per path
    };
    /// False: none of the filter's paths is this one. An empty filter was not computed: true.
    bool mayBeIn(std::span<const uchar> filter, Settings settings) const;

private:
    struct Hash
    {
        quint32 first = 0, step = 0;
    };
    using Hashes = QVarLengthArray<Hash, 8>; ///< of the path and of each folder above it

    static bool areAllIn(std::span<const uchar> filter, quint32 count, const Hashes &hashes);

    Hashes m_unsigned; ///< version 2, and version 1 where char has no sign
    Hashes m_signed;   ///< version 1 elsewhere; empty when it is the same, that is for a path in ASCII
};

} // namespace Git
