// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace Ai {

enum class Trouble {
    Cancelled,
    Unreachable, ///< no connection, or it broke before an answer
    Timeout,
    Untrusted, ///< the certificate, the address or a redirect is not what was set up
    Unauthorised,
    NotFound, ///< no such address or model
    Quota,    ///< nothing left to spend: trying again changes nothing
    RateLimited,
    Overloaded,  ///< or failing inside
    TooLong,     ///< more than the model's context
    Filtered,    ///< the provider's filter refused what was sent or answered
    Refused,     ///< the model refused
    Unsupported, ///< a parameter, by name
    Invalid,     ///< the request, otherwise
    Malformed,   ///< the answer is not what the dialect says
    Empty,       ///< the answer holds no text
    BrokenOff,   ///< the answer ended in the middle
};

/// Why a provider gave no answer.
struct Failure
{
    Trouble trouble = Trouble::Malformed;
    QString told = {};      ///< the provider's own words: untrusted plain text, at most 500 characters
    QString parameter = {}; ///< what is unsupported
    QString requestId = {};
    int status = 0;                                           ///< of HTTP; 0: there was none
    std::optional<std::chrono::milliseconds> retryAfter = {}; ///< as the provider asks
    std::optional<bool> shouldRetry = {};                     ///< as the provider says

    /// Whether the same request may be sent again. An answer that had begun is never asked for twice.
    bool isPassing() const;
    /// One sentence for a person, and what to do.
    Error toError() const;
    bool operator==(const Failure &) const = default;
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// The value of a header, by its name in any case; empty: there is none.
QByteArray headerOf(const Headers &headers, QByteArrayView name);

/// What an answer with an error says, in any of the forms of OpenAI, Azure, Anthropic, Gemini (also within
/// a list), Ollama and llama.cpp; else by its status alone. status 200: an error inside an answer. Pure.
Failure failureOf(int status, const Headers &headers, const QByteArray &body);

} // namespace Ai
