// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/transfer/questions.h"

#include "base/text.h"

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr auto kPatienceForAnswer = 290s; // what asks gives up after five minutes
constexpr auto kLookAtCancel = 50ms;

} // namespace

std::optional<QByteArray> Questions::ask(Question question, const CancelToken &cancel)
{
    if (question.prompt.kind == Git::AskKind::Notice) {
        Q_EMIT noticed(displayText(question.prompt.words));
        return QByteArray(); // nobody reads it
    }
    std::unique_lock lock(m_mutex);
    question.number = ++m_last;
    m_open.emplace(question.number); // without an answer
    lock.unlock();
    Q_EMIT asked(question);
    lock.lock();
    const auto end = std::chrono::steady_clock::now() + kPatienceForAnswer;
    const auto isAnswered = [&] { return m_open.value(question.number).has_value(); };
    while (!isAnswered() && !cancel.isCancelled() && std::chrono::steady_clock::now() < end)
        m_news.wait_for(lock, kLookAtCancel, isAnswered);
    const auto answer = m_open.take(question.number);
    lock.unlock();
    if (!answer)
        Q_EMIT withdrawn(question.number);
    return answer.value_or(std::nullopt);
}

void Questions::answer(quint64 number, const QByteArray &answer)
{
    close(number, answer);
}

void Questions::refuse(quint64 number)
{
    close(number, std::nullopt);
}

void Questions::close(quint64 number, const std::optional<QByteArray> &answer)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto open = m_open.find(number);
        if (open == m_open.end() || open->has_value())
            return;
        *open = std::optional<std::optional<QByteArray>>(std::in_place, answer);
    }
    m_news.notify_all();
}
