// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/answer.h"

#include "ai/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

QString withoutReasoning(const QString &text)
{
    static const QRegularExpression end(u"</think(ing)?>"_s);
    static const QRegularExpression start(u"^\\s*<think(ing)?>"_s);
    qsizetype after = -1;
    for (const QRegularExpressionMatch &match : end.globalMatch(text))
        after = match.capturedEnd();
    if (after >= 0)
        return text.sliced(after);
    return start.match(text).hasMatch() ? QString() : text;
}

/// The inside of the first fenced block, when nothing but an introduction stands before it.
QString withoutFence(const QString &text)
{
    static const QRegularExpression fence(
        u"^(?:[^\\n]*:[ \\t]*\\n\\s*)?```[\\w-]*[ \\t]*\\n(.*?)(?:\\n```[ \\t]*(?:\\n|$)|$)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = fence.match(text);
    return match.hasMatch() ? match.captured(1) : text;
}

QString withoutIntroduction(const QString &text)
{
    static const QRegularExpression introduction(
        u"^(?:here(?:'s| is| are)|sure|certainly|of course)\\b[^\\n]*:[ \\t]*\\n\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    return QString(text).remove(introduction);
}

Failure malformed(const QString &why)
{
    return {.trouble = Trouble::Malformed, .told = why};
}

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == "string"_L1)
        return value.isString();
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "integer"_L1)
        return value.isDouble() && value.toDouble() == double(value.toInteger());
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "null"_L1)
        return value.isNull();
    return type == "array"_L1 ? value.isArray() : type == "object"_L1 && value.isObject();
}

bool fits(const QJsonValue &value, const QJsonObject &schema)
{
    const QJsonValue types = schema.value(u"type"_s);
    const QJsonArray list = types.isArray() ? types.toArray() : QJsonArray{types};
    if (!types.isUndefined() &&
        std::ranges::none_of(list, [&](const QJsonValue &type) { return isOfType(value, type.toString()); }))
        return false;
    const QJsonArray allowed = schema.value(u"enum"_s).toArray();
    if (!allowed.isEmpty() && !allowed.contains(value))
        return false;
    const qint64 longest = schema.value(u"maxLength"_s).toInteger(-1);
    if (longest >= 0 && value.toString().size() > longest)
        return false;
    const QJsonObject items = schema.value(u"items"_s).toObject();
    return std::ranges::all_of(value.toArray(), [&](const QJsonValue &item) { return fits(item, items); });
}

} // namespace

QString plainAnswer(const QString &text)
{
    static const QRegularExpression blank(u"^(?:[ \\t]*\\r?\\n)+|\\s+$"_s);
    QString answer = withoutReasoning(text);
    answer.replace("\r\n"_L1, "\n"_L1);
    answer.remove(blank);
    return withoutIntroduction(withoutFence(answer)).remove(blank);
}

std::expected<QJsonObject, Failure> objectIn(const QString &text, const QJsonObject &schema)
{
    const QString answer = plainAnswer(text);
    QJsonDocument document = QJsonDocument::fromJson(answer.toUtf8());
    if (!document.isObject()) {
        const qsizetype first = answer.indexOf(u'{'), last = answer.lastIndexOf(u'}');
        if (first >= 0 && last > first)
            document = QJsonDocument::fromJson(QStringView(answer).sliced(first, last - first + 1).toUtf8());
    }
    if (!document.isObject())
        return std::unexpected(malformed(Text::tr("The answer is not the JSON object that was asked for.")));
    const QJsonObject object = document.object(), properties = schema.value(u"properties"_s).toObject();
    for (const QJsonValue &name : schema.value(u"required"_s).toArray()) {
        if (!object.contains(name.toString()))
            return std::unexpected(malformed(Text::tr("The answer lacks “%1”.").arg(name.toString())));
    }
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (!properties.contains(each.key()))
            return std::unexpected(malformed(
                Text::tr("The answer holds “%1”, which was not asked for.").arg(each.key().left(60))));
        if (!fits(each.value(), properties.value(each.key()).toObject()))
            return std::unexpected(
                malformed(Text::tr("“%1” of the answer is not as asked for.").arg(each.key())));
    }
    return object;
}

} // namespace Ai
