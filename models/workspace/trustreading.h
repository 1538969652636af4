// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/work/executables.h"
#include "settings/trust.h"

#include <functional>

class RepositoryController;

/// How far a repository is trusted by what the user said of it: not any more when something new could run.
struct TrustReading
{
    Git::Trust trust = Git::Trust::Unknown;
    QList<Git::Executable> programs; ///< with what is new marked
};

/// From now on git is only started while nothing else could run. onNew: see Git::agreeTo(). Blocking, some
/// milliseconds; any thread.
TrustReading readTrust(const Git::RepoLocation &where, const TrustAnswer &answer,
                       const std::function<void()> &onNew);

/// Reads the repository again in the window's thread, which asks again; for onNew. Null once it is gone.
std::function<void()> askingAgain(RepositoryController *repository);
