// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"
#include "git/types.h"

namespace Git {

/// What a run may reach, and who answers its questions.
struct NetworkAccess
{
    QStringList protocols = {};            ///< beyond https and ssh, see protocolsFor()
    QString askProgram = {};               ///< absolute; empty: nobody answers, so what asks fails
    QString askSocket = {}, askToken = {}; ///< for that program
};

/// The git program for one repository. Denied unless the location is trusted: git runs what configuration
/// names. The environment is scrubbed: no prompts, no pager, no optional locks for reads, literal pathspecs,
/// C locale. Any thread but the GUI's.
class Program
{
public:
    /// runner must outlive this. program: absolute path; empty: found once on PATH.
    Program(const ProcessRunner &runner, RepoLocation where, QString program = {});

    /// What a run does to the repository.
    enum class Kind {
        Read,    ///< takes no lock
        Write,   ///< waits up to 5 s for a lock that another git holds, then Conflict
        Hooks,   ///< a write whose hooks must not inherit our settings; waits before it starts, never runs
                 ///< twice
        Network, ///< talks to a remote: never runs twice, hooks inherit none of our settings but what may be
                 ///< reached; proxies and certificates of the session are kept
    };

    struct Run
    {
        QStringList arguments; ///< subcommand first; untrusted values only behind `--` or through input
        QByteArray input = {};
        std::chrono::milliseconds timeout{60'000};
        std::function<void(OutputChannel, QByteArrayView)> onOutput = {};
        Kind kind = Kind::Write;
        QStringList config = {};      ///< KEY=VALUE, above every file
        QStringList environment = {}; ///< NAME=VALUE
        QList<int> goodExits = {0};
        QByteArray path = {};    ///< goes behind the arguments and `--`; any bytes, but then without input
        bool keepsOutput = true; ///< false: output of any length goes to onOutput alone
        /// Cancelling only ends the wait before it, half done helps nobody; see CancelToken::whenAbandoned().
        bool runsToEnd = false;
        /// Looks once more at what the run goes by, when all waiting is over; git is only started when it
        /// says yes, before each attempt. What it runs itself must not take long.
        std::function<Result<void>()> beforeStart = {};
        NetworkAccess network = {}; ///< of Kind::Network; of Kind::Hooks who answers alone
    };
    /// An exit code that is not good is an External error with git's own words as detail (Conflict for a lock
    /// that is held). NotFound with what to install when there is no git.
    Result<ProcessResult> run(const Run &run, const CancelToken &cancel) const;

    const RepoLocation &location() const { return m_where; }

private:
    Result<ProcessRequest> makeRequest(const Run &run) const;

    const ProcessRunner &m_runner;
    RepoLocation m_where;
    QString m_program;
};

} // namespace Git
