// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/scalar.h"

namespace Yaml {

namespace {

bool isAny(QByteArrayView text, std::initializer_list<QByteArrayView> words)
{
    return std::ranges::find(words, text) != words.end();
}

qsizetype digitsAt(QByteArrayView text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    return end - from;
}

bool isInteger(QByteArrayView text)
{
    if (text.startsWith("0x") || text.startsWith("0o")) {
        const QByteArrayView allowed = text[1] == 'x' ? "0123456789abcdefABCDEF" : "01234567";
        return text.size() > 2 &&
               std::ranges::all_of(text.sliced(2), [&](char c) { return allowed.contains(c); });
    }
    const qsizetype sign = text.startsWith('-') || text.startsWith('+');
    return text.size() > sign && digitsAt(text, sign) == text.size() - sign;
}

/// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool isFloat(QByteArrayView text)
{
    qsizetype i = text.startsWith('-') || text.startsWith('+');
    if (isAny(text.sliced(i), {".inf", ".Inf", ".INF"}) || isAny(text, {".nan", ".NaN", ".NAN"}))
        return true;
    const qsizetype whole = digitsAt(text, i);
    i += whole;
    if (i < text.size() && text[i] == '.') {
        const qsizetype fraction = digitsAt(text, i + 1);
        if (whole == 0 && fraction == 0)
            return false;
        i += 1 + fraction;
    } else if (whole == 0) {
        return false;
    }
    if (i == text.size())
        return true;
    if (text[i] != 'e' && text[i] != 'E')
        return false;
    ++i;
    i += i < text.size() && (text[i] == '-' || text[i] == '+');
    return digitsAt(text, i) > 0 && i + digitsAt(text, i) == text.size();
}

} // namespace

Kind plainKind(QByteArrayView text)
{
    if (text.isEmpty() || isAny(text, {"~", "null", "Null", "NULL"}))
        return Kind::Null;
    if (isAny(text, {"true", "True", "TRUE", "false", "False", "FALSE"}))
        return Kind::Bool;
    if (isInteger(text))
        return Kind::Integer;
    return isFloat(text) ? Kind::Float : Kind::String;
}

bool isJsonWord(QByteArrayView text)
{
    if (isAny(text, {"null", "true", "false"}))
        return true;
    const qsizetype sign = text.startsWith('-');
    const bool hasLeadingZero = text.size() > sign + 1 && text[sign] == '0' && digitsAt(text, sign) > 1;
    return digitsAt(text, sign) > 0 && !hasLeadingZero && !text.endsWith('.') && isFloat(text);
}

} // namespace Yaml
