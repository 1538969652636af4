// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/failure.h"
#include "base/canceltoken.h"

#include <QUrl>

#include <functional>

namespace Ai {

/// One request. What it holds is written to no log.
struct HttpRequest
{
    QUrl url;
    Headers headers;
    QByteArray body;           ///< empty: GET, else POST
    QString certificates = {}; ///< a file of further authorities (PEM)
    bool allowsLinkLocal = false;
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds idle{60'000};   ///< without a byte, once sent
    std::chrono::milliseconds total{600'000}; ///< of all of it
    qint64 mostBytes = 16 << 20;              ///< of the answer
};

struct HttpReply
{
    int status = 0;
    Headers headers;
};

/// Called on the caller's thread: the reply's head is complete. False: no more is wanted, which ends it.
using BodySink = std::function<bool(const HttpReply &reply, QByteArrayView piece)>;

/// Sends a request and passes on the body as it comes. Blocking, any thread, never the GUI's; cancel is
/// looked at ten times a second. Redirects are not followed. Proxies as the environment says (HTTPS_PROXY,
/// NO_PROXY, …). Refused once connected: addresses of no network (0.0.0.0), link-local ones, and this
/// computer's under another computer's name. Unreachable, Timeout, Untrusted, Malformed (too long),
/// Cancelled.
std::expected<HttpReply, Failure> sendHttp(const HttpRequest &request, const BodySink &sink,
                                           const CancelToken &cancel);

} // namespace Ai
