// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/process.h"
#include "settings/trust.h"

#include <functional>
#include <memory>

class LoggedRunner;
class QThreadPool;
class Settings;
namespace History {
class Log;
}

/// What controllers need from the program, built once by app/common. Everything outlives every controller.
struct WorkspaceServices
{
    const ProcessRunner *runner = nullptr;
    const Clock *clock = nullptr;
    /// For reading jobs of every controller that end soon: what somebody waits for.
    QThreadPool *reads = nullptr;
    /// For those that may take seconds or longer, however many there are: whole histories, searches, blame,
    /// everything of a large tree, programs whose end is theirs to choose.
    QThreadPool *longReads = nullptr;
    Settings *settings = nullptr;
    QByteArray cacheFolder; ///< absolute path of what can be made again; empty: nothing is kept
    /// What the user said about a repository. Both block (they look at the disk) and may be called on any
    /// thread.
    std::function<TrustAnswer(const Git::RepoLocation &)> readTrust;
    std::function<Result<void>(const Git::RepoLocation &, const TrustChoice &)> storeTrust;
    /// The log of the repository at a path, as the user named it, whose reading began before it was shown;
    /// null: of that one it did not. Empty: of none.
    std::function<std::shared_ptr<History::Log>(const QString &path)> takeLog = {};
    LoggedRunner *runLog = nullptr; ///< what was run, by runner; null: nobody keeps it
    QString askProgram; ///< what git and ssh start when they have a question; empty: nobody answers
};
