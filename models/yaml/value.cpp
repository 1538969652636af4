// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/value.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Yaml {

namespace {

/// The number of 12, -3, 0x1f, 0o17 and 0400 (octal, as manifests mean it); empty when it does not fit.
std::optional<qint64> integerOf(const QByteArray &text)
{
    const bool isNegative = text.startsWith('-');
    QByteArrayView digits(text);
    if (isNegative || text.startsWith('+'))
        digits = digits.sliced(1);
    int base = 10;
    if (digits.startsWith("0x") || digits.startsWith("0o")) {
        base = digits[1] == 'x' ? 16 : 8;
        digits = digits.sliced(2);
    } else if (digits.size() > 1 && digits.startsWith('0') && !digits.contains('8') &&
               !digits.contains('9')) {
        base = 8;
    }
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber, base);
    if (!isNumber)
        return {};
    return isNegative ? -number : number;
}

double floatOf(const QByteArray &text, bool *isNumber)
{
    *isNumber = true;
    const QByteArray lower = text.toLower();
    if (lower == ".inf" || lower == "+.inf")
        return HUGE_VAL;
    if (lower == "-.inf")
        return -HUGE_VAL;
    return text.toDouble(isNumber);
}

bool isSameScalar(const Value &a, const Value &b)
{
    if (a.kind == Kind::Null || a.text == b.text)
        return true;
    if (a.kind == Kind::Bool)
        return a.text.toLower() == b.text.toLower();
    if (a.kind == Kind::Integer) {
        const std::optional<qint64> number = integerOf(a.text);
        return number && number == integerOf(b.text);
    }
    if (a.kind == Kind::Float) {
        bool isNumberA = false, isNumberB = false;
        const double left = floatOf(a.text, &isNumberA), right = floatOf(b.text, &isNumberB);
        return isNumberA && isNumberB && !(left < right) && !(right < left);
    }
    return false;
}

bool isSameMapping(const QList<Entry> &a, const QList<Entry> &b)
{
    if (a.size() != b.size())
        return false;
    QHash<QByteArrayView, const Value *> values;
    values.reserve(b.size());
    for (const Entry &entry : b)
        values.insert(entry.key, &entry.value);
    return std::ranges::all_of(a, [&values](const Entry &entry) {
        const Value *other = values.value(entry.key);
        return other && entry.value == *other;
    });
}

} // namespace

const Value *Value::find(QByteArrayView key) const
{
    const auto place = std::ranges::find_if(entries, [key](const Entry &entry) { return entry.key == key; });
    return place == entries.end() ? nullptr : &place->value;
}

const Value *Value::at(std::initializer_list<QByteArrayView> keys) const
{
    const Value *value = this;
    for (const QByteArrayView key : keys) {
        value = value->find(key);
        if (!value)
            return nullptr;
    }
    return value;
}

QByteArray Value::textAt(std::initializer_list<QByteArrayView> keys) const
{
    const Value *value = at(keys);
    return value && value->isScalar() ? value->text : QByteArray();
}

bool Value::operator==(const Value &other) const
{
    if (kind != other.kind)
        return false;
    if (kind == Kind::Sequence)
        return items == other.items;
    return kind == Kind::Mapping ? isSameMapping(entries, other.entries) : isSameScalar(*this, other);
}

Value makeScalar(Kind kind, QByteArray text)
{
    Value value;
    value.kind = kind;
    value.text = std::move(text);
    return value;
}

Value makeString(QByteArray text)
{
    return makeScalar(Kind::String, std::move(text));
}

Value fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return makeScalar(Kind::Bool, json.toBool() ? "true"_ba : "false"_ba);
    case QJsonValue::Double: {
        const qint64 number = json.toInteger(0);
        const bool isInteger = number != 0 || json.toInteger(1) == 0;
        return isInteger ? makeScalar(Kind::Integer, QByteArray::number(number))
                         : makeScalar(Kind::Float, QByteArray::number(json.toDouble(), 'g', 17));
    }
    case QJsonValue::String:
        return makeString(json.toString().toUtf8());
    case QJsonValue::Array: {
        Value value = makeScalar(Kind::Sequence, {});
        const QJsonArray array = json.toArray();
        for (const QJsonValue &item : array)
            value.items.append(fromJson(item));
        return value;
    }
    case QJsonValue::Object: {
        Value value = makeScalar(Kind::Mapping, {});
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            value.entries.append({it.key().toUtf8(), fromJson(it.value())});
        return value;
    }
    default:
        return {};
    }
}

QJsonValue toJson(const Value &value)
{
    switch (value.kind) {
    case Kind::Null:
        return QJsonValue::Null;
    case Kind::Bool:
        return value.text.toLower() == "true";
    case Kind::Integer: {
        const std::optional<qint64> number = integerOf(value.text);
        return number ? QJsonValue(*number) : QJsonValue(QString::fromUtf8(value.text));
    }
    case Kind::Float: {
        bool isNumber = false;
        const double number = floatOf(value.text, &isNumber);
        return isNumber && std::isfinite(number) ? QJsonValue(number)
                                                 : QJsonValue(QString::fromUtf8(value.text));
    }
    case Kind::String:
        return QString::fromUtf8(value.text);
    case Kind::Sequence: {
        QJsonArray array;
        for (const Value &item : value.items)
            array.append(toJson(item));
        return array;
    }
    case Kind::Mapping: {
        QJsonObject object;
        for (const Entry &entry : value.entries)
            object.insert(QString::fromUtf8(entry.key), toJson(entry.value));
        return object;
    }
    }
    return {};
}

} // namespace Yaml
