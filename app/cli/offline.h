// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"

namespace Cli {

/// Runs programs so that git reaches for no network: only local repositories may be transferred, and nothing
/// is fetched because it turns out to be needed.
class OfflineRunner final : public ProcessRunner
{
public:
    explicit OfflineRunner(const ProcessRunner &runner)
        : m_runner(runner)
    {}
    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override;

private:
    const ProcessRunner &m_runner;
};

/// Offline: --offline was given, and the address of a remote is not of this computer's disk.
Result<void> checkReach(bool isOffline, const QByteArray &url);

} // namespace Cli
