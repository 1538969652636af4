// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <stop_token>

/// Asks a running job to end. Cheap to copy; may be read from any thread. A default token is never cancelled.
class CancelToken
{
public:
    CancelToken() = default;
    explicit CancelToken(std::stop_token token, std::stop_token abandoned = {})
        : m_token(std::move(token))
        , m_abandoned(std::move(abandoned))
    {}

    bool isCancelled() const noexcept { return m_token.stop_requested(); }

    /// For what runs to its end once it has begun: cancelled only when the program itself cannot wait any
    /// more.
    CancelToken whenAbandoned() const { return CancelToken(m_abandoned, m_abandoned); }

private:
    std::stop_token m_token, m_abandoned;
};

/// The owner's side of a CancelToken.
class CancelSource
{
public:
    CancelToken token() const { return CancelToken(m_source.get_token(), m_abandoned.get_token()); }
    void cancel() { m_source.request_stop(); }
    void abandon() ///< ends even what otherwise runs to its end
    {
        m_source.request_stop();
        m_abandoned.request_stop();
    }

private:
    std::stop_source m_source, m_abandoned;
};

/// The error of a cancelled job.
[[nodiscard]] inline std::unexpected<Error> failCancelled()
{
    return fail(ErrorKind::Cancelled, {});
}
