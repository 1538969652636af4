// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/dialect.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

/// OpenAI's chat completions, which most servers speak: platform.openai.com/docs/api-reference/chat.
class ChatDialect : public Dialect
{
public:
    QUrl address(const Endpoint &endpoint) const override
    {
        return below(endpoint.base, u"/chat/completions"_s);
    }

    Headers keyHeaders(const QByteArray &key) const override
    {
        return key.isEmpty() ? Headers() : Headers{{"Authorization", "Bearer " + key}};
    }

    QJsonObject request(const Endpoint &endpoint, const Prompt &prompt, const Quirks &quirks) const override
    {
        QJsonObject body{
            {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, prompt.system}},
                                       QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, prompt.user}}}},
            {u"stream"_s, true}};
        if (!endpoint.model.isEmpty())
            body.insert(u"model"_s, endpoint.model);
        body.insert(quirks.hasOldTokenLimit ? u"max_tokens"_s : u"max_completion_tokens"_s,
                    prompt.mostTokens);
        if (!quirks.takesNoStreamOptions)
            body.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
        if (prompt.temperature >= 0 && !quirks.takesNoTemperature)
            body.insert(u"temperature"_s, prompt.temperature);
        if (!prompt.schema.isEmpty() && !quirks.takesNoSchema)
            body.insert(u"response_format"_s,
                        QJsonObject{{u"type"_s, u"json_schema"_s},
                                    {u"json_schema"_s, QJsonObject{{u"name"_s, prompt.schemaName},
                                                                   {u"strict"_s, true},
                                                                   {u"schema"_s, prompt.schema}}}});
        return body;
    }

    void read(const QByteArray &, const QJsonObject &data, Reading &reading) const override
    {
        take(data, u"delta"_s, reading);
    }

    void readWhole(const QJsonObject &answer, Reading &reading) const override
    {
        take(answer, u"message"_s, reading);
    }

    QUrl modelsAddress(const Endpoint &endpoint) const override { return below(endpoint.base, u"/models"_s); }

    QStringList models(const QJsonObject &answer) const override
    {
        return namesIn(answer.value(u"data"_s).toArray(), u"id"_s);
    }

private:
    static void take(const QJsonObject &data, const QString &part, Reading &reading)
    {
        const QJsonArray choices = data.value(u"choices"_s).toArray();
        const QJsonValue error = data.value(u"error"_s);
        if (!error.isUndefined() && !error.isNull()) {
            reading.failure = failureIn(data);
            return;
        }
        Completion &completion = reading.completion;
        if (completion.model.isEmpty())
            completion.model = data.value(u"model"_s).toString();
        takeUsage(data.value(u"usage"_s).toObject(), completion.usage);
        if (choices.isEmpty())
            return;
        const QJsonObject choice = choices.at(0).toObject();
        const QJsonObject message = choice.value(part).toObject();
        const QString text = message.value(u"content"_s).toString();
        completion.text += text;
        reading.isThinking =
            text.isEmpty() && (message.contains(u"reasoning_content"_s) || message.contains(u"reasoning"_s));
        const QString refusal = message.value(u"refusal"_s).toString();
        if (!refusal.isEmpty())
            reading.failure =
                Failure{.trouble = Trouble::Refused,
                        .told = (reading.failure ? reading.failure->told : QString()) + refusal};
        const QString end = choice.value(u"finish_reason"_s).toString();
        if (end == "stop"_L1)
            completion.ending = Ending::Complete;
        else if (end == "length"_L1)
            completion.ending = Ending::Length;
        else if (end == "content_filter"_L1)
            reading.failure = Failure{.trouble = Trouble::Filtered};
    }

    static void takeUsage(const QJsonObject &usage, Usage &into)
    {
        if (usage.isEmpty())
            return;
        into = {.input = countOf(usage, u"prompt_tokens"_s),
                .output = countOf(usage, u"completion_tokens"_s),
                .cached = countOf(usage.value(u"prompt_tokens_details"_s).toObject(), u"cached_tokens"_s),
                .reasoning =
                    countOf(usage.value(u"completion_tokens_details"_s).toObject(), u"reasoning_tokens"_s)};
    }
};

/// The same at Azure: by deployment with a dated version, or under /openai/v1 as OpenAI's own.
class AzureDialect final : public ChatDialect
{
public:
    QUrl address(const Endpoint &endpoint) const override { return at(endpoint, u"/chat/completions"_s); }

    Headers keyHeaders(const QByteArray &key) const override
    {
        return key.isEmpty() ? Headers() : Headers{{"api-key", key}};
    }

    QUrl modelsAddress(const Endpoint &endpoint) const override
    {
        QUrl url = below(endpoint.base,
                         endpoint.apiVersion.isEmpty() ? u"/openai/v1/models"_s : u"/openai/models"_s);
        addVersion(url, endpoint);
        return url;
    }

private:
    static void addVersion(QUrl &url, const Endpoint &endpoint)
    {
        if (endpoint.apiVersion.isEmpty())
            return;
        QUrlQuery query;
        query.addQueryItem(u"api-version"_s,
                           QString::fromLatin1(QUrl::toPercentEncoding(endpoint.apiVersion)));
        url.setQuery(query);
    }

    static QUrl at(const Endpoint &endpoint, const QString &end)
    {
        const QString folder =
            endpoint.apiVersion.isEmpty()
                ? u"/openai/v1"_s
                : u"/openai/deployments/"_s + QString::fromLatin1(QUrl::toPercentEncoding(endpoint.model));
        QUrl url(endpoint.base);
        url.setPath(endpoint.base.path(QUrl::FullyEncoded) + folder + end, QUrl::TolerantMode);
        addVersion(url, endpoint);
        return url;
    }
};

} // namespace

const Dialect &chatDialect()
{
    static const ChatDialect dialect;
    return dialect;
}

const Dialect &azureDialect()
{
    static const AzureDialect dialect;
    return dialect;
}

} // namespace Ai
