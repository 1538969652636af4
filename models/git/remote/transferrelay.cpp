// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/transferrelay.h"

namespace Git {

namespace {

constexpr qsizetype kMostLines = 500;

} // namespace

TransferRelay::TransferRelay(OnProgress onProgress, StandardOutput output)
    : m_onProgress(std::move(onProgress))
    , m_hearsOutput(output == StandardOutput::HookFirst)
{}

std::function<void(OutputChannel, QByteArrayView)> TransferRelay::receiver()
{
    return [this](OutputChannel channel, QByteArrayView piece) {
        if (channel == OutputChannel::Errors)
            std::ranges::for_each(m_errors.take(piece), [this](const auto &each) { tell(each); });
        else if (m_hearsOutput)
            tellHook(m_output.take(piece));
    };
}

void TransferRelay::finish()
{
    std::ranges::for_each(m_errors.finish(), [this](const auto &each) { tell(each); });
    if (m_hearsOutput)
        tellHook(m_output.finish());
}

void TransferRelay::tellHook(const QList<TransferProgress> &list)
{
    for (const TransferProgress &progress : list) {
        m_hearsOutput = m_hearsOutput && !progress.words.startsWith("To ");
        if (m_hearsOutput)
            tell(progress);
    }
}

void TransferRelay::tell(const TransferProgress &progress)
{
    if (!progress.words.isEmpty()) {
        m_words += progress.isRemote ? QByteArray("remote: " + progress.words) : progress.words;
        if (m_words.size() > kMostLines)
            m_words.removeFirst();
    }
    if (m_onProgress)
        m_onProgress(progress);
}

} // namespace Git
