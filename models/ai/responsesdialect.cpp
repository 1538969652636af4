// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/dialect.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

/// OpenAI's Responses: platform.openai.com/docs/api-reference/responses. Nothing is stored there.
class ResponsesDialect final : public Dialect
{
public:
    QUrl address(const Endpoint &endpoint) const override { return below(endpoint.base, u"/responses"_s); }

    Headers keyHeaders(const QByteArray &key) const override { return chatDialect().keyHeaders(key); }

    QJsonObject request(const Endpoint &endpoint, const Prompt &prompt, const Quirks &quirks) const override
    {
        QJsonObject body{{u"instructions"_s, prompt.system},
                         {u"input"_s, prompt.user},
                         {u"max_output_tokens"_s, prompt.mostTokens},
                         {u"store"_s, false},
                         {u"truncation"_s, u"disabled"_s},
                         {u"stream"_s, true}};
        if (!endpoint.model.isEmpty())
            body.insert(u"model"_s, endpoint.model);
        if (prompt.temperature >= 0 && !quirks.takesNoTemperature)
            body.insert(u"temperature"_s, prompt.temperature);
        if (!prompt.schema.isEmpty() && !quirks.takesNoSchema)
            body.insert(u"text"_s, QJsonObject{{u"format"_s, QJsonObject{{u"type"_s, u"json_schema"_s},
                                                                         {u"name"_s, prompt.schemaName},
                                                                         {u"strict"_s, true},
                                                                         {u"schema"_s, prompt.schema}}}});
        return body;
    }

    void read(const QByteArray &, const QJsonObject &data, Reading &reading) const override
    {
        const QString type = data.value(u"type"_s).toString();
        reading.isThinking = type.startsWith("response.reasoning"_L1);
        if (type == "response.output_text.delta"_L1)
            reading.completion.text += data.value(u"delta"_s).toString();
        else if (type == "response.refusal.done"_L1)
            reading.failure =
                Failure{.trouble = Trouble::Refused, .told = data.value(u"refusal"_s).toString()};
        else if (type == "error"_L1)
            reading.failure = failureIn(data);
        else if (type == "response.completed"_L1 || type == "response.incomplete"_L1 ||
                 type == "response.failed"_L1)
            takeEnd(data.value(u"response"_s).toObject(), reading);
    }

    void readWhole(const QJsonObject &answer, Reading &reading) const override
    {
        for (const QJsonValue &item : answer.value(u"output"_s).toArray()) {
            for (const QJsonValue &part : item[u"content"_s].toArray()) {
                if (part[u"type"_s].toString() == "refusal"_L1)
                    reading.failure =
                        Failure{.trouble = Trouble::Refused, .told = part[u"refusal"_s].toString()};
                else if (part[u"type"_s].toString() == "output_text"_L1)
                    reading.completion.text += part[u"text"_s].toString();
            }
        }
        takeEnd(answer, reading);
    }

    QUrl modelsAddress(const Endpoint &endpoint) const override
    {
        return chatDialect().modelsAddress(endpoint);
    }

    QStringList models(const QJsonObject &answer) const override { return chatDialect().models(answer); }

private:
    static void takeEnd(const QJsonObject &response, Reading &reading)
    {
        Completion &completion = reading.completion;
        completion.model = response.value(u"model"_s).toString();
        const QJsonObject usage = response.value(u"usage"_s).toObject();
        completion.usage = {
            .input = countOf(usage, u"input_tokens"_s),
            .output = countOf(usage, u"output_tokens"_s),
            .cached = countOf(usage.value(u"input_tokens_details"_s).toObject(), u"cached_tokens"_s),
            .reasoning = countOf(usage.value(u"output_tokens_details"_s).toObject(), u"reasoning_tokens"_s)};
        const QString status = response.value(u"status"_s).toString();
        const QString why = response.value(u"incomplete_details"_s)[u"reason"_s].toString();
        if (response.value(u"error"_s).isObject() || status == "failed"_L1)
            reading.failure = failureIn({{u"error"_s, response.value(u"error"_s)}});
        else if (why == "content_filter"_L1)
            reading.failure = Failure{.trouble = Trouble::Filtered};
        else if (status == "incomplete"_L1)
            completion.ending = Ending::Length;
        else if (status == "completed"_L1)
            completion.ending = Ending::Complete;
    }
};

} // namespace

const Dialect &responsesDialect()
{
    static const ResponsesDialect dialect;
    return dialect;
}

} // namespace Ai
