// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/dialect.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Ai {

const Dialect &dialectOf(Kind kind)
{
    switch (kind) {
    case Kind::OpenAi:
        break;
    case Kind::Azure:
        return azureDialect();
    case Kind::OpenAiResponses:
        return responsesDialect();
    case Kind::Anthropic:
        return anthropicDialect();
    case Kind::Ollama:
        return ollamaDialect();
    case Kind::Gemini:
        return geminiDialect();
    }
    return chatDialect();
}

Failure failureIn(const QJsonObject &data)
{
    return failureOf(200, {}, QJsonDocument(data).toJson(QJsonDocument::Compact));
}

QUrl below(const QUrl &base, const QString &path)
{
    QUrl url(base);
    url.setPath(base.path() + path);
    return url;
}

qint64 countOf(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() && value.toDouble() >= 0 ? value.toInteger(-1) : -1;
}

QStringList namesIn(const QJsonArray &list, const QString &key)
{
    QStringList names;
    for (const QJsonValue &entry : list) {
        if (const QString name = entry[key].toString(); !name.isEmpty())
            names += name;
    }
    return names;
}

} // namespace Ai
