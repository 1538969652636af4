// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rowtext.h"

#include "base/text.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr char kDigits[] = "0123456789abcdef";
constexpr qint64 kDaySeconds = 86'400;
constexpr qint64 kFarthestDay = 10'000'000; // some 27,000 years, well within what std::chrono counts

// Two digits.
void appendPair(QByteArray &out, qint64 number)
{
    out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
}

int offsetOf(const Git::Moment &moment)
{
    return std::clamp(moment.offsetMinutes, -14 * 60, 14 * 60);
}

struct LocalTime
{
    qint64 day = 0, second = 0; ///< since 1970; of the day
};

LocalTime localTime(const Git::Moment &moment)
{
    constexpr qint64 farthest = kFarthestDay * kDaySeconds;
    const qint64 seconds = std::clamp(moment.seconds, -farthest, farthest) + offsetOf(moment) * 60;
    const qint64 second = (seconds % kDaySeconds + kDaySeconds) % kDaySeconds;
    return {(seconds - second) / kDaySeconds, second};
}

void appendDay(QByteArray &out, qint64 day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    const int year = static_cast<int>(date.year());
    if (year >= 0 && year <= 9999) {
        appendPair(out, year / 100);
        appendPair(out, year % 100);
    } else {
        out += QByteArray::number(year);
    }
    out += '-';
    appendPair(out, static_cast<unsigned>(date.month()));
    out += '-';
    appendPair(out, static_cast<unsigned>(date.day()));
}

} // namespace

void appendHex(QByteArray &out, const Git::ObjectId &id, qsizetype digits)
{
    const qsizetype start = out.size();
    out.resize(start + digits);
    char *to = out.data() + start;
    const uchar *raw = id.raw();
    for (qsizetype at = 0; at < digits; ++at)
        to[at] = kDigits[at % 2 == 0 ? raw[at / 2] >> 4 : raw[at / 2] & 15];
}

void appendVisible(QByteArray &out, const QString &text)
{
    const bool isPlain = std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c < u'\x7f'; });
    if (isPlain)
        out += QLatin1StringView(text.toLatin1());
    else
        out += visibleText(text).replace(u'\n', u"<U+000A>"_s).toUtf8();
}

void appendJsonString(QByteArray &out, QStringView text)
{
    out += '"';
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text[at].unicode();
        const bool isPair =
            text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t codePoint = isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : char32_t(unit);
        const auto appendEscape = [&](char16_t value) {
            out += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4)
                out += kDigits[(value >> shift) & 15];
        };
        if (unit == '"' || unit == '\\') {
            out += '\\';
            out += static_cast<char>(unit);
        } else if (unit >= 0x20 && unit < 0x7f) {
            out += static_cast<char>(unit);
        } else if (unit < 0x20 || isHiddenCharacter(codePoint)) {
            appendEscape(unit);
            if (isPair)
                appendEscape(text[at + 1].unicode());
        } else {
            out += text.sliced(at, isPair ? 2 : 1).toUtf8();
        }
        at += isPair ? 1 : 0;
    }
    out += '"';
}

QString displayName(QByteArrayView name)
{
    return name.isValidUtf8() ? QString::fromUtf8(name) : displayPath(name);
}

void appendDate(QByteArray &out, const Git::Moment &moment)
{
    appendDay(out, localTime(moment).day);
}

void appendMoment(QByteArray &out, const Git::Moment &moment)
{
    const LocalTime time = localTime(moment);
    appendDay(out, time.day);
    out += 'T';
    appendPair(out, time.second / 3600);
    out += ':';
    appendPair(out, time.second / 60 % 60);
    out += ':';
    appendPair(out, time.second % 60);
    const int offset = offsetOf(moment);
    out += offset < 0 ? '-' : '+';
    appendPair(out, std::abs(offset) / 60);
    out += ':';
    appendPair(out, std::abs(offset) % 60);
}

} // namespace Cli
