// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/format.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Audit {

namespace {

constexpr qsizetype kLongestText = 1000;
constexpr QByteArrayView kLineStart("{\"ai_operations\":{"), kBeforePrevious(",\"prev\":\""),
    kBeforeNumber("\",\"seq\":"), kLineEnd(",\"v\":1}");

void putText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text.left(kLongestText));
}

template<class Number> void putNumber(QJsonObject &object, const QString &key, std::optional<Number> number)
{
    if (number)
        object.insert(key, *number);
}

std::optional<double> realOf(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<qint64> countOf(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

} // namespace

QByteArray formatLine(const Entry &entry, quint64 number, QByteArrayView previousDigest)
{
    QJsonObject act{
        {u"timestamp"_s, entry.timestamp.toUTC().toString(Qt::ISODate)},
        {u"model"_s, entry.model.left(kLongestText)},
        {u"operation"_s, entry.operation.left(kLongestText)},
        {u"user"_s, entry.user.left(kLongestText)},
        {u"result"_s, entry.result.left(kLongestText)},
        {u"confidence"_s, entry.confidence ? QJsonValue(*entry.confidence) : QJsonValue()},
    };
    putText(act, u"request_id"_s, entry.requestId);
    putText(act, u"repository"_s, entry.repository);
    putText(act, u"diff_sha256"_s, entry.inputDigest);
    putText(act, u"output_sha256"_s, entry.outputDigest);
    putText(act, u"use"_s, entry.use);
    putNumber(act, u"survival"_s, entry.survival);
    putNumber(act, u"tokens_in"_s, entry.tokensIn);
    putNumber(act, u"tokens_out"_s, entry.tokensOut);
    putNumber(act, u"cost"_s, entry.cost);
    if (entry.latency)
        act.insert(u"latency_ms"_s, qint64(entry.latency->count()));
    putNumber(act, u"redactions"_s, entry.redactions);
    putNumber(act, u"offline"_s, entry.isOffline);
    putText(act, u"mended"_s, entry.mended);
    putText(act, u"kept_as"_s, entry.keptAs);
    putNumber(act, u"lost"_s, entry.lost);
    const QByteArray json =
        QJsonDocument(QJsonObject{{u"ai_operations"_s, act}}).toJson(QJsonDocument::Compact);
    return QByteArrayView(json).chopped(1) + kBeforePrevious + previousDigest + kBeforeNumber +
           QByteArray::number(number) + kLineEnd;
}

// Quotes in a text are escaped, so that none of these can be part of one.
std::optional<Link> linkOf(QByteArrayView line)
{
    if (!line.startsWith(kLineStart) || !line.endsWith(kLineEnd))
        return std::nullopt;
    const QByteArrayView body = line.chopped(kLineEnd.size());
    const qsizetype numberAt = body.lastIndexOf(kBeforeNumber);
    if (numberAt < kLineStart.size() + kBeforePrevious.size() + 64)
        return std::nullopt;
    const QByteArrayView number = body.sliced(numberAt + kBeforeNumber.size());
    const QByteArrayView previous = body.sliced(numberAt - 64, 64);
    bool isNumber = false;
    const quint64 value = number.toULongLong(&isNumber);
    const bool isPlain = isNumber && value > 0 && QByteArray::number(value) == number;
    if (!isPlain || !isDigest(previous) || !body.first(numberAt - 64).endsWith(kBeforePrevious))
        return std::nullopt;
    return Link{value, previous};
}

std::optional<Record> parseLine(const QByteArray &line)
{
    const auto link = linkOf(line);
    const QJsonDocument document = link ? QJsonDocument::fromJson(line) : QJsonDocument();
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject act = document.object().value("ai_operations"_L1).toObject();
    Record record{.entry = {}, .number = link->number, .line = line};
    Entry &entry = record.entry;
    entry.timestamp = QDateTime::fromString(act.value("timestamp"_L1).toString(), Qt::ISODate).toUTC();
    entry.model = act.value("model"_L1).toString();
    entry.operation = act.value("operation"_L1).toString();
    entry.user = act.value("user"_L1).toString();
    entry.result = act.value("result"_L1).toString();
    entry.confidence = realOf(act, "confidence"_L1);
    entry.requestId = act.value("request_id"_L1).toString();
    entry.repository = act.value("repository"_L1).toString();
    entry.inputDigest = act.value("diff_sha256"_L1).toString();
    entry.outputDigest = act.value("output_sha256"_L1).toString();
    entry.use = act.value("use"_L1).toString();
    entry.survival = realOf(act, "survival"_L1);
    entry.tokensIn = countOf(act, "tokens_in"_L1);
    entry.tokensOut = countOf(act, "tokens_out"_L1);
    entry.cost = realOf(act, "cost"_L1);
    if (const auto latency = countOf(act, "latency_ms"_L1))
        entry.latency = std::chrono::milliseconds(*latency);
    entry.redactions = countOf(act, "redactions"_L1);
    if (const QJsonValue offline = act.value("offline"_L1); offline.isBool())
        entry.isOffline = offline.toBool();
    entry.mended = act.value("mended"_L1).toString();
    entry.keptAs = act.value("kept_as"_L1).toString();
    entry.lost = countOf(act, "lost"_L1);
    return record;
}

QByteArray digestOf(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

bool isDigest(QByteArrayView text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
           });
}

} // namespace Audit
