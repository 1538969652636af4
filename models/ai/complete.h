// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/completion.h"
#include "ai/dialect.h"
#include "ai/ratelimit.h"
#include "base/canceltoken.h"

#include <QHash>
#include <QMutex>

#include <functional>

namespace Ai {

/// What each model of each provider was found not to understand. Any thread.
class QuirkMemory
{
public:
    Quirks of(const Endpoint &endpoint) const;
    void learn(const Endpoint &endpoint, const Quirks &quirks);

private:
    mutable QMutex m_mutex;
    QHash<QString, Quirks> m_known;
};

struct Patience
{
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds idle{60'000}; ///< without a byte of the answer
    std::chrono::milliseconds total{600'000};
};

/// What one answer is asked of.
struct Asking
{
    Endpoint endpoint;
    QByteArray key; ///< written to no log
    Prompt prompt;
    Patience patience = {};
};

/// The whole text so far, on the caller's thread; empty while the model reasons.
using TextSink = std::function<void(const QString &text)>;

/// Asks a model and streams its answer. Blocking, any thread but the GUI's. What the provider does not
/// understand is left out, and remembered; what passes is tried again, unless text had come. A completion
/// whose ending is BrokenOff or Length holds only the beginning.
std::expected<Completion, Failure> complete(const Asking &asking, QuirkMemory &memory, const RateLimit &limit,
                                            const TextSink &sink, const CancelToken &cancel);

/// The models that a provider offers, by name. Blocking, like complete(); one try.
std::expected<QStringList, Failure> listModels(const Endpoint &endpoint, const QByteArray &key,
                                               const Patience &patience, const CancelToken &cancel);

} // namespace Ai
