// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/linked/types.h"
#include "git/linked/worktrees.h"
#include "workspace/linked/linkeditems.h"

// How work trees and submodules are told to people. All pure.
namespace LinkedWords {

LinkedRow row(const Git::Worktree &tree);
LinkedRow row(const Git::Submodule &module);

/// The state of a submodule in a few words: "new commit, changed content"; empty: nothing is special.
QString state(const Git::Submodule &module);

/// What somebody is asked before a work tree is removed; loss.isNothing().
QString removal(const Git::Worktree &tree, const Git::WorktreeLoss &loss);

/// What somebody is asked before a submodule is deinitialised.
QString deinitialising(const Git::Submodule &module);

} // namespace LinkedWords
