// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/dialect.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

constexpr qsizetype kBytesInToken =
    3; // at most so many in English and code, so that the window is never too small
constexpr int kLeastWindow = 4096, kRoom = 512;

int windowFor(const Prompt &prompt)
{
    const qsizetype bytes = prompt.system.toUtf8().size() + prompt.user.toUtf8().size();
    const qsizetype tokens = bytes / kBytesInToken + prompt.mostTokens + kRoom;
    return int(std::max<qsizetype>(kLeastWindow, (tokens + 1023) / 1024 * 1024));
}

/// Ollama's own chat: github.com/ollama/ollama, docs/api.md. Its compatible one takes no size of the window,
/// and would silently forget what does not fit.
class OllamaDialect final : public Dialect
{
public:
    QUrl address(const Endpoint &endpoint) const override { return below(endpoint.base, u"/api/chat"_s); }

    Headers keyHeaders(const QByteArray &key) const override { return chatDialect().keyHeaders(key); }

    Framing framing() const override { return Framing::Lines; }

    QJsonObject request(const Endpoint &endpoint, const Prompt &prompt, const Quirks &quirks) const override
    {
        QJsonObject options{{u"num_predict"_s, prompt.mostTokens}, {u"num_ctx"_s, windowFor(prompt)}};
        if (prompt.temperature >= 0 && !quirks.takesNoTemperature)
            options.insert(u"temperature"_s, prompt.temperature);
        QJsonObject body{
            {u"model"_s, endpoint.model},
            {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, prompt.system}},
                                       QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, prompt.user}}}},
            {u"options"_s, options},
            {u"truncate"_s, false},
            {u"shift"_s, false},
            {u"stream"_s, true}};
        if (!prompt.schema.isEmpty() && !quirks.takesNoSchema)
            body.insert(u"format"_s, prompt.schema);
        return body;
    }

    void read(const QByteArray &, const QJsonObject &data, Reading &reading) const override
    {
        Completion &completion = reading.completion;
        if (data.contains(u"error"_s)) {
            reading.failure = failureIn(data);
            return;
        }
        const QJsonObject message = data.value(u"message"_s).toObject();
        const QString text = message.value(u"content"_s).toString();
        completion.text += text;
        completion.model = data.value(u"model"_s).toString(completion.model);
        reading.isThinking = text.isEmpty() && message.contains(u"thinking"_s);
        if (!data.value(u"done"_s).toBool())
            return;
        completion.usage.input = countOf(data, u"prompt_eval_count"_s);
        completion.usage.output = countOf(data, u"eval_count"_s);
        const QString why = data.value(u"done_reason"_s).toString(u"stop"_s);
        completion.ending = why == "length"_L1 ? Ending::Length : Ending::Complete;
    }

    void readWhole(const QJsonObject &answer, Reading &reading) const override { read({}, answer, reading); }

    QUrl modelsAddress(const Endpoint &endpoint) const override
    {
        return below(endpoint.base, u"/api/tags"_s);
    }

    QStringList models(const QJsonObject &answer) const override
    {
        return namesIn(answer.value(u"models"_s).toArray(), u"name"_s);
    }
};

} // namespace

const Dialect &ollamaDialect()
{
    static const OllamaDialect dialect;
    return dialect;
}

} // namespace Ai
