// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/work/executables.h"

#include <functional>
#include <optional>

namespace Git {

/// What the user agreed may run in a repository, from now on and in all of this process: prints of what was
/// there when it was trusted. Nothing: whatever it could run. onNew is called, on any thread, each time that
/// something else kept git from starting. Any thread.
void agreeTo(const RepoLocation &where, const std::optional<QList<QByteArray>> &prints,
             const std::function<void()> &onNew = {});

/// Looks once more before git is started with a subcommand: Denied with the names of what could run and was
/// not agreed to. What changes between this look and git's own is not seen, nor is what git itself writes
/// while it runs (a hook in the work tree, by a checkout). Some 0.2 ms; hooks are read only when they
/// were written since. Any thread.
Result<void> checkAgreement(const RepoLocation &where, const QString &subcommand);

} // namespace Git
