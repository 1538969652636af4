// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/remote/transfer.h"

#include <QMetaObject>
#include <QObject>
#include <QStringList>

#include <mutex>

/// Carries how far a transfer is to the window: never more than one event waits there, however much the other
/// side prints. The last words are kept for the end.
class ProgressRelay final : public QObject
{
    Q_OBJECT

public:
    static std::shared_ptr<ProgressRelay> make()
    {
        return {new ProgressRelay, [](ProgressRelay *relay) { relay->deleteLater(); }};
    }
    void send(const Git::TransferProgress &progress); ///< any thread
    QString words() const; ///< what was printed and is no progress: visible text without secrets. Any thread

Q_SIGNALS:
    void moved(const Git::TransferProgress &progress);

private:
    ProgressRelay() = default;

    mutable std::mutex m_mutex;
    Git::TransferProgress m_latest;
    QStringList m_words;
    bool m_isPosted = false;
};
