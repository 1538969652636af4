// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/remote/askprompt.h"

#include <QHash>
#include <QObject>

#include <condition_variable>
#include <mutex>

/// A question of git or ssh for the user.
struct Question
{
    quint64 number = 0;
    Git::AskPrompt prompt; ///< untrusted, but for what classifyPrompt() compared
    QString address;       ///< of the remote, for display
    QString host;          ///< that is talked to, as we know it; empty: this machine
};

/// Brings questions from the threads that ask to the window, and answers back. Answers are kept nowhere.
class Questions final : public QObject
{
    Q_OBJECT

public:
    /// Goes, on the thread that made it, when the last who may ask is done.
    static std::shared_ptr<Questions> make()
    {
        return {new Questions, [](Questions *questions) { questions->deleteLater(); }};
    }

    /// Waits for the answer, for five minutes at most. Nothing: there is none. Any thread but the window's.
    std::optional<QByteArray> ask(Question question, const CancelToken &cancel);

    // The thread of the window.
    void answer(quint64 number, const QByteArray &answer);
    void refuse(quint64 number); ///< what asked fails

Q_SIGNALS:
    void asked(const Question &question); ///< from the asking thread
    void withdrawn(quint64 number);       ///< nobody waits for its answer any more
    void noticed(const QString &text);    ///< something to do, such as touching a key; untrusted

private:
    Questions() = default;
    void close(quint64 number, const std::optional<QByteArray> &answer);

    std::mutex m_mutex;
    std::condition_variable m_news;
    QHash<quint64, std::optional<std::optional<QByteArray>>> m_open; ///< nothing: not answered yet
    quint64 m_last = 0;
};
