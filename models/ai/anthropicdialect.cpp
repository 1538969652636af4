// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/dialect.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

/// Anthropic's Messages: docs.anthropic.com/en/api/messages-streaming. Unknown events are skipped, as it
/// asks.
class AnthropicDialect final : public Dialect
{
public:
    QUrl address(const Endpoint &endpoint) const override { return below(endpoint.base, u"/v1/messages"_s); }

    Headers keyHeaders(const QByteArray &key) const override
    {
        Headers headers{{"anthropic-version", "2023-06-01"}};
        if (!key.isEmpty())
            headers.emplaceBack("x-api-key", key);
        return headers;
    }

    QJsonObject request(const Endpoint &endpoint, const Prompt &prompt, const Quirks &quirks) const override
    {
        QJsonObject body{
            {u"model"_s, endpoint.model},
            {u"max_tokens"_s, prompt.mostTokens},
            {u"system"_s, prompt.system},
            {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, prompt.user}}}},
            {u"stream"_s, true}};
        if (prompt.temperature >= 0 && !quirks.takesNoTemperature)
            body.insert(u"temperature"_s, prompt.temperature);
        if (!prompt.schema.isEmpty() && !quirks.takesNoSchema)
            body.insert(u"output_config"_s,
                        QJsonObject{{u"format"_s, QJsonObject{{u"type"_s, u"json_schema"_s},
                                                              {u"schema"_s, prompt.schema}}}});
        return body;
    }

    void read(const QByteArray &event, const QJsonObject &data, Reading &reading) const override
    {
        const QString type = data.value(u"type"_s).toString(QString::fromLatin1(event));
        const QJsonObject delta = data.value(u"delta"_s).toObject();
        if (type == "error"_L1) {
            reading.failure = failureIn(data);
        } else if (type == "message_start"_L1) {
            const QJsonObject message = data.value(u"message"_s).toObject();
            reading.completion.model = message.value(u"model"_s).toString();
            takeUsage(message.value(u"usage"_s).toObject(), reading.completion.usage);
        } else if (type == "content_block_delta"_L1) {
            const QString kind = delta.value(u"type"_s).toString();
            reading.isThinking = kind == "thinking_delta"_L1;
            if (kind == "text_delta"_L1)
                reading.completion.text += delta.value(u"text"_s).toString();
        } else if (type == "message_delta"_L1) {
            takeUsage(data.value(u"usage"_s).toObject(), reading.completion.usage);
            takeEnd(delta, reading);
        }
    }

    void readWhole(const QJsonObject &answer, Reading &reading) const override
    {
        reading.completion.model = answer.value(u"model"_s).toString();
        for (const QJsonValue &block : answer.value(u"content"_s).toArray()) {
            if (block[u"type"_s].toString() == "text"_L1)
                reading.completion.text += block[u"text"_s].toString();
        }
        takeUsage(answer.value(u"usage"_s).toObject(), reading.completion.usage);
        takeEnd(answer, reading);
    }

    QUrl modelsAddress(const Endpoint &endpoint) const override
    {
        return below(endpoint.base, u"/v1/models"_s);
    }

    QStringList models(const QJsonObject &answer) const override
    {
        return namesIn(answer.value(u"data"_s).toArray(), u"id"_s);
    }

private:
    /// What is read from a cache and written to it counts as input, too.
    static void takeUsage(const QJsonObject &usage, Usage &into)
    {
        const qint64 fresh = countOf(usage, u"input_tokens"_s);
        const qint64 read = std::max<qint64>(0, countOf(usage, u"cache_read_input_tokens"_s));
        const qint64 written = std::max<qint64>(0, countOf(usage, u"cache_creation_input_tokens"_s));
        if (fresh >= 0) {
            into.input = fresh + read + written;
            into.cached = read;
        }
        if (const qint64 output = countOf(usage, u"output_tokens"_s); output >= 0)
            into.output = output;
    }

    static void takeEnd(const QJsonObject &object, Reading &reading)
    {
        const QString why = object.value(u"stop_reason"_s).toString();
        if (why == "end_turn"_L1 || why == "stop_sequence"_L1)
            reading.completion.ending = Ending::Complete;
        else if (why == "max_tokens"_L1)
            reading.completion.ending = Ending::Length;
        else if (why == "refusal"_L1)
            reading.failure = Failure{.trouble = Trouble::Refused};
        else if (why == "model_context_window_exceeded"_L1)
            reading.failure = Failure{.trouble = Trouble::TooLong};
    }
};

} // namespace

const Dialect &anthropicDialect()
{
    static const AnthropicDialect dialect;
    return dialect;
}

} // namespace Ai
