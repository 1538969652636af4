// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/failure.h"

#include "ai/text.h"
#include "base/secrets.h"
#include "base/text.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr int kMostTold = 500;

/// What the forms have in common.
struct Said
{
    QString words, kind, code, parameter, requestId;
    int status = 0;
    std::optional<Milliseconds> retryAfter;

    /// Whether one of the names is the code or kind.
    bool is(std::initializer_list<QLatin1StringView> names) const
    {
        return std::ranges::any_of(names,
                                   [this](QLatin1StringView name) { return code == name || kind == name; });
    }
    bool speaksOf(std::initializer_list<QLatin1StringView> parts) const
    {
        return std::ranges::any_of(
            parts, [this](QLatin1StringView part) { return words.contains(part, Qt::CaseInsensitive); });
    }
};

std::optional<Milliseconds> secondsOf(QStringView text)
{
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (!isNumber || seconds < 0 || seconds > 1e9)
        return {};
    return Milliseconds(qint64(seconds * 1000));
}

std::optional<Milliseconds> delayOf(const QJsonArray &details)
{
    for (const QJsonValue &detail : details) {
        const QString delay = detail[u"retryDelay"_s].toString();
        if (delay.endsWith(u's'))
            return secondsOf(QStringView(delay).chopped(1));
    }
    return {};
}

Said saidBy(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject root = document.isArray() ? document.array().at(0).toObject() : document.object();
    QJsonValue error = root.value(u"error"_s);
    if (error.isUndefined())
        error = root.value(u"response"_s)[u"error"_s]; // of the Responses stream
    Said said{.requestId = root.value(u"request_id"_s).toString()};
    if (error.isString()) {
        said.words = error.toString();
        return said;
    }
    const QJsonObject object = error.isObject() ? error.toObject() : root;
    const QJsonValue code = object.value(u"code"_s);
    const QString inner = object.value(u"innererror"_s)[u"code"_s].toString();
    said.words = object.value(u"message"_s).toString(object.value(u"detail"_s).toString());
    said.kind = object.value(u"type"_s).toString(object.value(u"status"_s).toString());
    said.code = inner.isEmpty() ? code.toString() : inner;
    said.status = code.toInt(object.value(u"status"_s).toInt());
    said.parameter = object.value(u"param"_s).toString();
    said.retryAfter = delayOf(object.value(u"details"_s).toArray());
    return said;
}

/// What providers refuse that asking in another way helps, by the words of those that give no code.
QString unsupportedIn(const Said &said)
{
    if (said.is({"unsupported_parameter"_L1, "unsupported_value"_L1}) && !said.parameter.isEmpty())
        return said.parameter;
    if (said.speaksOf({"max_completion_tokens"_L1}))
        return u"max_tokens"_s;
    if (said.speaksOf({"response_format"_L1, "json_schema"_L1, "output_config"_L1, "responseSchema"_L1,
                       "responseJsonSchema"_L1, "structured output"_L1}))
        return u"response_format"_s;
    for (const QLatin1StringView name : {"temperature"_L1, "stream_options"_L1, "developer"_L1}) {
        if (said.parameter == name ||
            (said.speaksOf({name}) && said.speaksOf({"support"_L1, "deprecated"_L1})))
            return name;
    }
    return {};
}

std::optional<Trouble> byWords(const Said &said)
{
    if (said.is({"insufficient_quota"_L1, "billing_error"_L1, "quota_exceeded"_L1,
                 "billing_hard_limit_reached"_L1}))
        return Trouble::Quota;
    if (said.is({"content_filter"_L1, "ResponsibleAIPolicyViolation"_L1, "content_policy_violation"_L1}))
        return Trouble::Filtered;
    if (said.is({"context_length_exceeded"_L1, "exceed_context_size_error"_L1, "request_too_large"_L1}) ||
        said.speaksOf({"context length"_L1, "context size"_L1, "context window"_L1, "prompt is too long"_L1,
                       "maximum number of tokens"_L1}))
        return Trouble::TooLong;
    if (said.is({"authentication_error"_L1, "permission_error"_L1, "invalid_api_key"_L1}))
        return Trouble::Unauthorised;
    if (said.is({"model_not_found"_L1, "not_found_error"_L1, "DeploymentNotFound"_L1}))
        return Trouble::NotFound;
    if (said.is({"rate_limit_error"_L1, "rate_limit_exceeded"_L1, "RESOURCE_EXHAUSTED"_L1}))
        return Trouble::RateLimited;
    if (said.is({"overloaded_error"_L1, "api_error"_L1, "server_error"_L1, "unavailable_error"_L1}))
        return Trouble::Overloaded;
    return {};
}

Trouble byStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
        return Trouble::Unauthorised;
    case 402:
        return Trouble::Quota;
    case 404:
        return Trouble::NotFound;
    case 408:
        return Trouble::Timeout;
    case 409:
        return Trouble::Overloaded;
    case 413:
        return Trouble::TooLong;
    case 429:
        return Trouble::RateLimited;
    default:
        break;
    }
    if (status >= 500)
        return Trouble::Overloaded;
    if (status >= 300 && status < 400)
        return Trouble::Untrusted;
    return status >= 400 ? Trouble::Invalid : Trouble::Malformed;
}

std::optional<Milliseconds> delayOf(const Headers &headers)
{
    if (const QByteArray exact = headerOf(headers, "retry-after-ms"); !exact.isEmpty()) {
        if (const auto seconds = secondsOf(QString::fromLatin1(exact)))
            return *seconds / 1000;
    }
    const QString text = QString::fromLatin1(headerOf(headers, "retry-after"));
    if (text.isEmpty())
        return {};
    if (const auto seconds = secondsOf(text))
        return seconds;
    const QDateTime until = QDateTime::fromString(text, Qt::RFC2822Date);
    const qint64 wait = QDateTime::currentDateTimeUtc().msecsTo(until);
    return until.isValid() && wait > 0 ? std::optional(Milliseconds(wait)) : std::nullopt;
}

QString sentenceOf(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Cancelled:
        return {};
    case Trouble::Unreachable:
        return Text::tr("The model provider cannot be reached.");
    case Trouble::Timeout:
        return Text::tr("The model provider took too long.");
    case Trouble::Untrusted:
        return Text::tr("What answered is not the model provider that was set up.");
    case Trouble::Unauthorised:
        return Text::tr("The model provider did not accept the key.");
    case Trouble::NotFound:
        return Text::tr("The model provider knows no such address or model.");
    case Trouble::Quota:
        return Text::tr("The account with the model provider has nothing left to spend.");
    case Trouble::RateLimited:
        return Text::tr("The model provider accepts no more requests for now.");
    case Trouble::Overloaded:
        return Text::tr("The model provider is overloaded or failing.");
    case Trouble::TooLong:
        return Text::tr("The change is longer than what the model can read at once.");
    case Trouble::Filtered:
        return Text::tr("The model provider's content filter refused the request.");
    case Trouble::Refused:
        return Text::tr("The model refused to answer.");
    case Trouble::Unsupported:
    case Trouble::Invalid:
        return Text::tr("The model provider did not understand the request.");
    case Trouble::Malformed:
        return Text::tr("The model provider's answer could not be read.");
    case Trouble::Empty:
        return Text::tr("The model answered nothing.");
    case Trouble::BrokenOff:
        return Text::tr("The model's answer broke off.");
    }
    return {};
}

ErrorKind kindOf(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Cancelled:
        return ErrorKind::Cancelled;
    case Trouble::Unreachable:
        return ErrorKind::Offline;
    case Trouble::Timeout:
        return ErrorKind::Timeout;
    case Trouble::Untrusted:
    case Trouble::Unauthorised:
    case Trouble::Quota:
        return ErrorKind::Denied;
    case Trouble::NotFound:
        return ErrorKind::NotFound;
    default:
        return ErrorKind::External;
    }
}

} // namespace

bool Failure::isPassing() const
{
    if (trouble == Trouble::Quota || trouble == Trouble::Filtered || trouble == Trouble::Cancelled)
        return false;
    if (shouldRetry)
        return *shouldRetry;
    return trouble == Trouble::Unreachable || trouble == Trouble::RateLimited ||
           trouble == Trouble::Overloaded || (trouble == Trouble::Timeout && status == 408);
}

Error Failure::toError() const
{
    Error error{.kind = kindOf(trouble), .message = sentenceOf(trouble), .detail = told};
    if (retryAfter) {
        const QDateTime when = QDateTime::currentDateTime().addDuration(*retryAfter);
        error.hint =
            Text::tr("It asks to wait until %1.").arg(QLocale().toString(when, QLocale::ShortFormat));
    } else if (trouble == Trouble::Unauthorised) {
        error.hint = Text::tr("Check the key under Preferences, or in the environment.");
    } else if (trouble == Trouble::NotFound || trouble == Trouble::Untrusted) {
        error.hint = Text::tr("Check the address and the model under Preferences.");
    }
    if (!requestId.isEmpty())
        error.detail +=
            (error.detail.isEmpty() ? QString() : u"\n"_s) + Text::tr("Request %1").arg(requestId);
    return error;
}

QByteArray headerOf(const Headers &headers, QByteArrayView name)
{
    const auto found = std::ranges::find_if(
        headers, [&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->second;
}

Failure failureOf(int status, const Headers &headers, const QByteArray &body)
{
    const Said said = saidBy(body);
    const int effective = status < 300 && said.status >= 400 ? said.status : status;
    Failure failure{.status = status};
    failure.told = firstLine(visibleText(maskSecrets(said.words.simplified())), kMostTold);
    failure.parameter = effective >= 400 && effective < 500 ? unsupportedIn(said) : QString();
    if (const auto worded = byWords(said))
        failure.trouble = *worded;
    else if (!failure.parameter.isEmpty() && (effective == 400 || effective == 422))
        failure.trouble = Trouble::Unsupported;
    else
        failure.trouble = effective < 300 ? Trouble::Overloaded : byStatus(effective);
    for (const char *name : {"x-request-id", "request-id", "apim-request-id"}) {
        if (failure.requestId.isEmpty())
            failure.requestId = displayText(headerOf(headers, name)).left(64);
    }
    if (failure.requestId.isEmpty())
        failure.requestId = visibleText(said.requestId);
    failure.retryAfter = delayOf(headers);
    if (!failure.retryAfter)
        failure.retryAfter = said.retryAfter;
    const QByteArray should = headerOf(headers, "x-should-retry");
    if (should == "true" || should == "false")
        failure.shouldRetry = should == "true";
    return failure;
}

} // namespace Ai
