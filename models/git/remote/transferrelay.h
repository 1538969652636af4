// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"
#include "git/remote/transfer.h"

namespace Git {

enum class StandardOutput {
    Ours,      ///< for a program
    HookFirst, ///< of `git push --porcelain`: before the line "To …" it is what a hook prints
};

/// Turns the output of a transfer into progress while it runs, and keeps its last words. One thread.
class TransferRelay
{
    Q_DISABLE_COPY_MOVE(TransferRelay)

public:
    TransferRelay(OnProgress onProgress, StandardOutput output);

    std::function<void(OutputChannel, QByteArrayView)> receiver(); ///< must not outlive this
    void finish();

    QList<QByteArray> words() const { return m_words; } ///< the last lines that were no progress

private:
    void tell(const TransferProgress &progress);
    void tellHook(const QList<TransferProgress> &list);

    OnProgress m_onProgress;
    TransferParser m_errors, m_output;
    bool m_hearsOutput;
    QList<QByteArray> m_words;
};

} // namespace Git
