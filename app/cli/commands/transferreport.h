// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "git/remote/transfer.h"

namespace Cli {

/// Tells every tenth of each phase of a transfer on standard error, with --json as one object a line, and
/// what is no progress as it comes.
class ProgressNotes
{
    Q_DISABLE_COPY_MOVE(ProgressNotes)

public:
    explicit ProgressNotes(Output &out)
        : m_out(out)
    {}

    /// Must not outlive this.
    Git::OnProgress receiver()
    {
        return [this](const Git::TransferProgress &progress) { take(progress); };
    }

private:
    void take(const Git::TransferProgress &progress);

    Output &m_out;
    QString m_phase;
    qint64 m_tenth = -1;
};

} // namespace Cli
