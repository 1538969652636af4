// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/transfer/progressrelay.h"

#include "base/secrets.h"
#include "base/text.h"

namespace {

constexpr qsizetype kMostWords = 500; // lines

} // namespace

void ProgressRelay::send(const Git::TransferProgress &progress)
{
    const std::scoped_lock lock(m_mutex);
    if (!progress.words.isEmpty()) {
        m_words += maskSecrets(displayText(progress.words));
        if (m_words.size() > kMostWords)
            m_words.removeFirst();
        return;
    }
    m_latest = progress;
    if (std::exchange(m_isPosted, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            Git::TransferProgress latest;
            {
                const std::scoped_lock inner(m_mutex);
                m_isPosted = false;
                latest = m_latest;
            }
            Q_EMIT moved(latest);
        },
        Qt::QueuedConnection);
}

QString ProgressRelay::words() const
{
    const std::scoped_lock lock(m_mutex);
    return m_words.join(u'\n');
}
