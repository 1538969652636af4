// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"
#include "git/types.h"

namespace Git {

/// The git program for one repository. Denied unless the location is trusted: git runs what configuration names.
/// The environment is scrubbed: no prompts, no pager, no optional locks for reads, literal pathspecs, C locale.
class Program
{
public:
    /// runner must outlive this. program: absolute path; empty: found once on PATH.
    Program(const ProcessRunner &runner, RepoLocation where, QString program = {});

    struct Run
    {
        QStringList arguments; ///< subcommand first; untrusted values only behind `--` or through input
        QByteArray input = {};
        std::chrono::milliseconds timeout{60'000};
        std::function<void(OutputChannel, QByteArrayView)> onOutput = {};
    };
    /// A non-zero exit is an External error with git's own words as detail (Conflict for a lock that is held).
    /// NotFound with what to install when there is no git.
    Result<ProcessResult> run(const Run &run, const CancelToken &cancel) const;

    const RepoLocation &location() const { return m_where; }

private:
    const ProcessRunner &m_runner;
    RepoLocation m_where;
    QString m_program;
};

} // namespace Git
