// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>

/// What may have changed in a repository; a reader looks for itself.
enum class RepositoryChange {
    Refs = 1,     ///< HEAD, branches, tags, the operation in progress
    Index = 2,    ///< what is staged
    WorkTree = 4, ///< files
};
Q_DECLARE_FLAGS(RepositoryChanges, RepositoryChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(RepositoryChanges)

inline constexpr RepositoryChanges kEverything =
    RepositoryChange::Refs | RepositoryChange::Index | RepositoryChange::WorkTree;
