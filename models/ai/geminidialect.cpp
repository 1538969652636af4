// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/dialect.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

QJsonObject partsOf(const QString &text)
{
    return {{u"parts"_s, QJsonArray{QJsonObject{{u"text"_s, text}}}}};
}

/// Gemini's generateContent: ai.google.dev/api/generate-content.
class GeminiDialect final : public Dialect
{
public:
    QUrl address(const Endpoint &endpoint) const override
    {
        QUrl url(endpoint.base);
        url.setPath(endpoint.base.path(QUrl::FullyEncoded) + u"/models/"_s +
                    QString::fromLatin1(QUrl::toPercentEncoding(endpoint.model)) +
                    u":streamGenerateContent"_s);
        url.setQuery(u"alt=sse"_s);
        return url;
    }

    Headers keyHeaders(const QByteArray &key) const override
    {
        return key.isEmpty() ? Headers() : Headers{{"x-goog-api-key", key}};
    }

    QJsonObject request(const Endpoint &, const Prompt &prompt, const Quirks &quirks) const override
    {
        QJsonObject settings{{u"maxOutputTokens"_s, prompt.mostTokens}};
        if (prompt.temperature >= 0 && !quirks.takesNoTemperature)
            settings.insert(u"temperature"_s, prompt.temperature);
        if (!prompt.schema.isEmpty() && !quirks.takesNoSchema) {
            settings.insert(u"responseMimeType"_s, u"application/json"_s);
            settings.insert(u"responseJsonSchema"_s, prompt.schema);
        }
        QJsonObject user = partsOf(prompt.user);
        user.insert(u"role"_s, u"user"_s);
        return {{u"contents"_s, QJsonArray{user}},
                {u"systemInstruction"_s, partsOf(prompt.system)},
                {u"generationConfig"_s, settings}};
    }

    void read(const QByteArray &, const QJsonObject &data, Reading &reading) const override
    {
        Completion &completion = reading.completion;
        if (data.contains(u"error"_s)) {
            reading.failure = failureIn(data);
            return;
        }
        completion.model = data.value(u"modelVersion"_s).toString(completion.model);
        takeUsage(data.value(u"usageMetadata"_s).toObject(), completion.usage);
        const QString blocked = data.value(u"promptFeedback"_s)[u"blockReason"_s].toString();
        if (!blocked.isEmpty())
            reading.failure = Failure{.trouble = Trouble::Filtered, .told = blocked};
        const QJsonValue candidate = data.value(u"candidates"_s)[0];
        for (const QJsonValue &part : candidate[u"content"_s][u"parts"_s].toArray()) {
            reading.isThinking = part[u"thought"_s].toBool();
            if (!reading.isThinking)
                completion.text += part[u"text"_s].toString();
        }
        takeEnd(candidate[u"finishReason"_s].toString(), reading);
    }

    void readWhole(const QJsonObject &answer, Reading &reading) const override { read({}, answer, reading); }

    QUrl modelsAddress(const Endpoint &endpoint) const override { return below(endpoint.base, u"/models"_s); }

    QStringList models(const QJsonObject &answer) const override
    {
        QStringList names = namesIn(answer.value(u"models"_s).toArray(), u"name"_s);
        for (QString &name : names)
            name = name.startsWith("models/"_L1) ? name.sliced(7) : name;
        return names;
    }

private:
    static void takeUsage(const QJsonObject &usage, Usage &into)
    {
        if (usage.isEmpty())
            return;
        into = {.input = countOf(usage, u"promptTokenCount"_s),
                .output = countOf(usage, u"candidatesTokenCount"_s),
                .cached = countOf(usage, u"cachedContentTokenCount"_s),
                .reasoning = countOf(usage, u"thoughtsTokenCount"_s)};
    }

    static void takeEnd(const QString &why, Reading &reading)
    {
        if (why.isEmpty())
            return;
        if (why == "STOP"_L1)
            reading.completion.ending = Ending::Complete;
        else if (why == "MAX_TOKENS"_L1)
            reading.completion.ending = Ending::Length;
        else
            reading.failure = Failure{.trouble = Trouble::Filtered, .told = why};
    }
};

} // namespace

const Dialect &geminiDialect()
{
    static const GeminiDialect dialect;
    return dialect;
}

} // namespace Ai
