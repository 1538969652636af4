// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace History {

/// Which refs a history of everything starts from.
enum class TipRefs {
    Listed, ///< branches, remote branches, tags and stashes: those that the window names and can hide
    All,    ///< notes and what else lies under refs/, too, as `git log --exclude='refs/plumbline/*' --all`
};

/// Refs by name, then HEAD, as Git takes them.
QList<Git::ObjectId> tipsOf(const Git::Refs &refs, bool withHead = true, TipRefs which = TipRefs::Listed);

/// The HEADs of other work trees that are on no branch, which `git log --all` takes last. Blocking; some
/// small files for each work tree.
QList<Git::ObjectId> detachedTips(const Git::RepoLocation &where);

} // namespace History
