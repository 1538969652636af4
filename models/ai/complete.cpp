// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/complete.h"

#include "ai/http.h"
#include "ai/retry.h"
#include "ai/text.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Ai {

namespace {

constexpr qsizetype kMostError = 256 << 10; // bytes kept of an answer that is an error
constexpr int kMostQuirks = 4;

QString memoryKey(const Endpoint &endpoint)
{
    return nameOf(endpoint.kind) + u'\n' + endpoint.base.toString() + u'\n' + endpoint.model;
}

/// Reads one answer as it comes.
class AnswerReader
{
public:
    AnswerReader(const Dialect &dialect, const TextSink &sink)
        : m_dialect(dialect)
        , m_sink(sink)
        , m_events(dialect.framing())
    {}

    bool take(const HttpReply &reply, QByteArrayView piece)
    {
        if (reply.status != 200 || isWhole(reply)) {
            if (m_body.size() + piece.size() > (reply.status == 200 ? qsizetype(4) << 20 : kMostError))
                return false;
            m_body += piece;
            return true;
        }
        read(m_events.take(piece));
        return !reading.failure && !m_events.isTooLong();
    }

    void finish(const HttpReply &reply)
    {
        if (reply.status != 200)
            reading.failure = failureOf(reply.status, reply.headers, m_body);
        else if (isWhole(reply))
            readWhole();
        else
            read(m_events.finish());
        if (m_events.isTooLong() && !reading.failure)
            reading.failure = Failure{.trouble = Trouble::Malformed};
        reading.completion.requestId = QString::fromLatin1(headerOf(reply.headers, "x-request-id"));
        if (reading.completion.requestId.isEmpty())
            reading.completion.requestId = QString::fromLatin1(headerOf(reply.headers, "request-id"));
    }

    Reading reading;

private:
    /// A server that does not stream says so by the type of its answer.
    bool isWhole(const HttpReply &reply) const
    {
        const QByteArray type = headerOf(reply.headers, "content-type").toLower();
        return m_dialect.framing() == Framing::ServerSent &&
               (type.startsWith("application/json") || type.startsWith("text/html"));
    }

    void read(const QList<Event> &events)
    {
        for (const Event &event : events) {
            if (reading.failure || event.data == "[DONE]")
                continue;
            QJsonParseError error;
            const QJsonDocument document = QJsonDocument::fromJson(event.data, &error);
            if (!document.isObject()) {
                reading.failure = Failure{.trouble = Trouble::Malformed, .told = error.errorString()};
                return;
            }
            m_dialect.read(event.name, document.object(), reading);
        }
        if (!events.isEmpty() && m_sink)
            m_sink(reading.completion.text);
    }

    void readWhole()
    {
        const QJsonDocument document = QJsonDocument::fromJson(m_body);
        const QJsonObject answer = document.isArray() ? document[0].toObject() : document.object();
        if (answer.isEmpty())
            reading.failure = Failure{.trouble = Trouble::Malformed,
                                      .told = Text::tr("What answered is no model but a page or a program.")};
        else if (const QJsonValue error = answer.value(u"error"_s); !error.isUndefined() && !error.isNull())
            reading.failure = failureIn(answer);
        else
            m_dialect.readWhole(answer, reading);
    }

    const Dialect &m_dialect;
    const TextSink &m_sink;
    EventReader m_events;
    QByteArray m_body;
};

/// Providers repeat the key that they do not accept.
Failure withoutKey(Failure failure, const QByteArray &key)
{
    if (!key.isEmpty())
        failure.told.replace(QString::fromUtf8(key), u"•••"_s);
    return failure;
}

/// Ollama may have dropped the beginning all the same: then it counts far fewer tokens than there are.
bool isForgotten(const Asking &asking, const Usage &usage)
{
    constexpr double kMostBytesInToken = 7;
    const auto bytes = double(asking.prompt.system.toUtf8().size() + asking.prompt.user.toUtf8().size());
    return asking.endpoint.kind == Kind::Ollama && usage.input >= 0 &&
           double(usage.input) < bytes / kMostBytesInToken * 0.6;
}

HttpRequest requestOf(const Asking &asking, const Quirks &quirks)
{
    const Dialect &dialect = dialectOf(asking.endpoint.kind);
    HttpRequest request{.url = dialect.address(asking.endpoint), .headers = dialect.keyHeaders(asking.key)};
    request.headers.emplaceBack("Content-Type", "application/json");
    request.headers.emplaceBack("Accept", dialect.framing() == Framing::Lines ? "application/x-ndjson"
                                                                              : "text/event-stream");
    request.body =
        QJsonDocument(dialect.request(asking.endpoint, asking.prompt, quirks)).toJson(QJsonDocument::Compact);
    request.certificates = asking.endpoint.certificates;
    request.allowsLinkLocal = asking.endpoint.allowsLinkLocal;
    request.connect = asking.patience.connect;
    request.idle = asking.patience.idle;
    request.total = asking.patience.total;
    return request;
}

Reading askOnce(const Asking &asking, const Quirks &quirks, const TextSink &sink, const CancelToken &cancel)
{
    AnswerReader reader(dialectOf(asking.endpoint.kind), sink);
    const auto reply = sendHttp(
        requestOf(asking, quirks),
        [&reader](const HttpReply &head, QByteArrayView piece) { return reader.take(head, piece); }, cancel);
    if (!reply) {
        if (!reader.reading.failure)
            reader.reading.failure = reply.error();
        return reader.reading;
    }
    reader.finish(*reply);
    Reading &reading = reader.reading;
    if (reading.failure)
        return reading;
    if (reading.completion.text.trimmed().isEmpty())
        reading.failure = Failure{
            .trouble = reading.completion.ending == Ending::BrokenOff ? Trouble::BrokenOff : Trouble::Empty};
    else if (isForgotten(asking, reading.completion.usage))
        reading.failure = Failure{.trouble = Trouble::TooLong};
    return reading;
}

/// Whether leaving out what was refused is something new.
bool avoids(Quirks &quirks, const Failure &failure)
{
    const Quirks before = quirks;
    if (failure.parameter == "max_tokens"_L1 || failure.parameter == "max_completion_tokens"_L1)
        quirks.hasOldTokenLimit = failure.parameter == "max_completion_tokens"_L1;
    else if (failure.parameter == "temperature"_L1)
        quirks.takesNoTemperature = true;
    else if (failure.parameter == "response_format"_L1 || failure.parameter.startsWith("text.format"_L1) ||
             failure.parameter.startsWith("output_config"_L1))
        quirks.takesNoSchema = true;
    else if (failure.parameter == "stream_options"_L1)
        quirks.takesNoStreamOptions = true;
    return failure.trouble == Trouble::Unsupported && quirks != before;
}

/// False: cancelled meanwhile.
bool waitFor(std::chrono::milliseconds pause, const CancelToken &cancel)
{
    const auto until = std::chrono::steady_clock::now() + pause;
    while (std::chrono::steady_clock::now() < until) {
        if (cancel.isCancelled())
            return false;
        QThread::sleep(std::min<std::chrono::nanoseconds>(50ms, until - std::chrono::steady_clock::now()));
    }
    return !cancel.isCancelled();
}

std::optional<Failure> waitForTurn(const Asking &asking, const RateLimit &limit, const CancelToken &cancel)
{
    for (;;) {
        const auto pause = limit.take(asking.endpoint.origin(), QDateTime::currentDateTimeUtc());
        if (!pause)
            return Failure{.trouble = Trouble::Invalid, .told = pause.error().message};
        if (*pause == 0ms)
            return {};
        if (*pause > asking.patience.total)
            return Failure{.trouble = Trouble::RateLimited, .retryAfter = *pause};
        if (!waitFor(*pause, cancel))
            return Failure{.trouble = Trouble::Cancelled};
    }
}

} // namespace

Quirks QuirkMemory::of(const Endpoint &endpoint) const
{
    const QMutexLocker lock(&m_mutex);
    return m_known.value(memoryKey(endpoint));
}

void QuirkMemory::learn(const Endpoint &endpoint, const Quirks &quirks)
{
    const QMutexLocker lock(&m_mutex);
    m_known.insert(memoryKey(endpoint), quirks);
}

std::expected<Completion, Failure> complete(const Asking &asking, QuirkMemory &memory, const RateLimit &limit,
                                            const TextSink &sink, const CancelToken &cancel)
{
    Quirks quirks = memory.of(asking.endpoint);
    for (int tries = 1, learned = 0;;) {
        if (const auto failure = waitForTurn(asking, limit, cancel))
            return std::unexpected(*failure);
        Reading reading = askOnce(asking, quirks, sink, cancel);
        if (!reading.failure)
            return reading.completion;
        if (cancel.isCancelled())
            return std::unexpected(Failure{.trouble = Trouble::Cancelled});
        if (!reading.completion.text.isEmpty())
            return std::unexpected(withoutKey(*reading.failure, asking.key));
        if (learned < kMostQuirks && avoids(quirks, *reading.failure)) {
            memory.learn(asking.endpoint, quirks);
            ++learned;
            continue;
        }
        const auto pause =
            pauseAfter(tries++, *reading.failure, QRandomGenerator::global()->generateDouble());
        if (!pause)
            return std::unexpected(withoutKey(*reading.failure, asking.key));
        if (!waitFor(*pause, cancel))
            return std::unexpected(Failure{.trouble = Trouble::Cancelled});
    }
}

std::expected<QStringList, Failure> listModels(const Endpoint &endpoint, const QByteArray &key,
                                               const Patience &patience, const CancelToken &cancel)
{
    const Dialect &dialect = dialectOf(endpoint.kind);
    const HttpRequest request{.url = dialect.modelsAddress(endpoint),
                              .headers = dialect.keyHeaders(key),
                              .certificates = endpoint.certificates,
                              .allowsLinkLocal = endpoint.allowsLinkLocal,
                              .connect = patience.connect,
                              .idle = patience.idle,
                              .total = patience.total};
    QByteArray body;
    const auto reply = sendHttp(
        request,
        [&body](const HttpReply &, QByteArrayView piece) {
            body += piece;
            return true;
        },
        cancel);
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->status != 200)
        return std::unexpected(withoutKey(failureOf(reply->status, reply->headers, body), key));
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return std::unexpected(Failure{.trouble = Trouble::Malformed});
    return dialect.models(document.object());
}

} // namespace Ai
