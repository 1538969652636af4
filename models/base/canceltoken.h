// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <stop_token>

/// Asks a running job to end. Cheap to copy; may be read from any thread. A default token is never cancelled.
class CancelToken
{
public:
    CancelToken() = default;
    explicit CancelToken(std::stop_token token)
        : m_token(std::move(token))
    {}

    bool isCancelled() const noexcept { return m_token.stop_requested(); }

private:
    std::stop_token m_token;
};

/// The owner's side of a CancelToken.
class CancelSource
{
public:
    CancelToken token() const { return CancelToken(m_source.get_token()); }
    void cancel() { m_source.request_stop(); }

private:
    std::stop_source m_source;
};

/// The error of a cancelled job.
[[nodiscard]] inline std::unexpected<Error> failCancelled()
{
    return fail(ErrorKind::Cancelled, {});
}
