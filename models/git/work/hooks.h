// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"
#include "git/work/executables.h"

struct git_config;

/// The hooks that git runs by itself, see githooks(5). What they call is not followed: a hook that was agreed
/// to may do whatever it likes.
namespace Git {

/// Whether git would run a file of this name among the hooks.
bool isHookName(const QByteArray &name);

/// Where git looks for hooks; empty: in a folder of the user's own. The second opens the repository for it:
/// about a millisecond; empty when that fails.
QByteArray hooksFolder(const RepoLocation &where, git_config *config);
QByteArray readHooksFolder(const RepoLocation &where);

/// Those of a folder that git would start, in the order of their names. A file that was not written since it
/// was last read here costs a stat; one of more than 16 MB is told by its size, number and times.
QList<Executable> readHooks(const QByteArray &folder);

/// Whether git would start this one, wherever it looks, also in a folder of the user's own. Starts git.
bool hasHook(const Program &git, const QString &name);

} // namespace Git
