// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/dates.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace History {

namespace {

constexpr std::array kNumbers = {"zero"_L1, "one"_L1,   "two"_L1,   "three"_L1, "four"_L1, "five"_L1,
                                 "six"_L1,  "seven"_L1, "eight"_L1, "nine"_L1,  "ten"_L1};
constexpr std::array kMonths = {"january"_L1,   "february"_L1, "march"_L1,    "april"_L1,
                                "may"_L1,       "june"_L1,     "july"_L1,     "august"_L1,
                                "september"_L1, "october"_L1,  "november"_L1, "december"_L1};
constexpr std::array kDays = {"monday"_L1, "tuesday"_L1,  "wednesday"_L1, "thursday"_L1,
                              "friday"_L1, "saturday"_L1, "sunday"_L1};

// 1-based; 0: not among them. Three letters are enough, as for git.
template<size_t N> int indexOf(const std::array<QLatin1StringView, N> &names, QStringView word)
{
    for (size_t at = 0; at < N; ++at) {
        if (word.size() >= 3 && QStringView(QString(names[at])).startsWith(word))
            return static_cast<int>(at) + 1;
    }
    return 0;
}

std::optional<qint64> secondsOf(const QDateTime &moment)
{
    return moment.isValid() ? std::optional(moment.toSecsSinceEpoch()) : std::nullopt;
}

std::optional<qint64> startOf(const QDate &day, const QDateTime &now)
{
    return day.isValid() ? secondsOf(day.startOfDay(now.timeZone())) : std::nullopt;
}

std::optional<QTimeZone> parseZone(const QString &text, const QDateTime &now)
{
    if (text.isEmpty())
        return now.timeZone();
    if (text == "z"_L1)
        return QTimeZone::utc();
    const QString digits = QString(text).remove(u':').sliced(1);
    const int minutes = digits.first(2).toInt() * 60 + digits.sliced(2).toInt();
    if (minutes > 14 * 60)
        return std::nullopt;
    return QTimeZone::fromSecondsAheadOfUtc((text.front() == u'-' ? -60 : 60) * minutes);
}

std::optional<qint64> parseIso(const QString &text, const QDateTime &now)
{
    static const QRegularExpression shape(
        u"^(\\d{4})(?:([-/.])(\\d{1,2})(?:\\2(\\d{1,2})(?:[t ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)? ?(z|[-+]\\d{2}:?\\d{2})?)?)?)?$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group, int missing) {
        return match.hasCaptured(group) ? match.captured(group).toInt() : missing;
    };
    const QDate day(number(1, 0), number(3, 1), number(4, 1));
    if (!match.hasCaptured(5))
        return startOf(day, now);
    const QTime time(number(5, 0), number(6, 0), number(7, 0));
    const auto zone = parseZone(match.captured(8), now);
    if (!day.isValid() || !time.isValid() || !zone)
        return std::nullopt;
    return secondsOf(QDateTime(day, time, *zone));
}

std::optional<int> parseCount(QStringView word)
{
    bool isNumber = false;
    const int count = word.toInt(&isNumber);
    if (isNumber)
        return count >= 0 ? std::optional(count) : std::nullopt;
    if (word == "a"_L1 || word == "an"_L1 || word == "last"_L1)
        return 1;
    const auto found = std::ranges::find_if(kNumbers, [&](QLatin1StringView name) { return word == name; });
    return found != kNumbers.end() ? std::optional(static_cast<int>(found - kNumbers.begin())) : std::nullopt;
}

std::optional<QDateTime> before(const QDateTime &moment, int count, QStringView unit)
{
    if (unit.size() > 3 && unit.endsWith(u's'))
        unit.chop(1);
    if (unit == "second"_L1 || unit == "sec"_L1)
        return moment.addSecs(-qint64(count));
    if (unit == "minute"_L1 || unit == "min"_L1)
        return moment.addSecs(-qint64(count) * 60);
    if (unit == "hour"_L1)
        return moment.addSecs(-qint64(count) * 3600);
    if (unit == "day"_L1)
        return moment.addDays(-qint64(count));
    if (unit == "week"_L1)
        return moment.addDays(-qint64(count) * 7);
    if (unit == "month"_L1)
        return moment.addMonths(-count);
    if (unit == "year"_L1)
        return moment.addYears(-count);
    return std::nullopt;
}

// "2 weeks ago", "1 year 3 months ago", "last month".
std::optional<qint64> parseAgo(QStringList words, const QDateTime &now)
{
    const bool isLast = words.size() == 2 && words.front() == "last"_L1;
    if (!isLast && (words.size() < 3 || words.takeLast() != "ago"_L1 || words.contains(u"last"_s)))
        return std::nullopt;
    if (words.size() % 2 != 0)
        return std::nullopt;
    QDateTime moment = now;
    for (qsizetype at = 0; at < words.size(); at += 2) {
        const auto count = parseCount(words[at]);
        const auto earlier = count ? before(moment, *count, words[at + 1]) : std::nullopt;
        if (!earlier)
            return std::nullopt;
        moment = *earlier;
    }
    return secondsOf(moment);
}

std::optional<qint64> parseNamedDay(const QStringList &words, const QDateTime &now)
{
    const bool isLast = words.size() == 2 && words.front() == "last"_L1;
    if (words.size() != 1 && !isLast)
        return std::nullopt;
    const QString &word = words.last();
    if (!isLast && word == "now"_L1)
        return secondsOf(now);
    if (!isLast && word == "today"_L1)
        return startOf(now.date(), now);
    if (!isLast && word == "yesterday"_L1)
        return startOf(now.date().addDays(-1), now);
    const int weekday = indexOf(kDays, word);
    if (weekday == 0)
        return std::nullopt;
    const int back = (now.date().dayOfWeek() - weekday + 7) % 7;
    return startOf(now.date().addDays(back == 0 ? -7 : -back), now);
}

// "May", "May 2024", "1 May", "1 May 2024", "May 1 2024". Without a year: the latest that is not to come.
std::optional<qint64> parseNamedMonth(QStringList words, const QDateTime &now)
{
    const auto isMonth = [](const QString &word) { return indexOf(kMonths, word) > 0; };
    const auto found = std::ranges::find_if(words, isMonth);
    if (found == words.end() || words.size() > 3 || found - words.begin() > 1)
        return std::nullopt;
    const int month = indexOf(kMonths, *found);
    words.erase(found);
    int day = 1, year = 0;
    for (const QString &word : std::as_const(words)) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (!isNumber || number < 1)
            return std::nullopt;
        (number > 31 ? year : day) = number;
    }
    if (words.size() == 2 && year == 0)
        return std::nullopt;
    QDate date(year > 0 ? year : now.date().year(), month, day);
    if (year == 0 && date > now.date())
        date = QDate(now.date().year() - 1, month, day);
    return startOf(date, now);
}

} // namespace

std::optional<qint64> parseDate(QStringView text, const QDateTime &now)
{
    const QString line = text.toString().simplified().toLower();
    bool isNumber = false;
    const qint64 seconds = line.startsWith(u'@') ? line.sliced(1).toLongLong(&isNumber)
                           : line.size() >= 9    ? line.toLongLong(&isNumber)
                                                 : 0;
    if (isNumber)
        return seconds;
    if (const auto iso = parseIso(line, now))
        return iso;
    static const QRegularExpression gap(u"[ .,_]+"_s);
    const QStringList words = line.split(gap, Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    if (const auto ago = parseAgo(words, now))
        return ago;
    if (const auto day = parseNamedDay(words, now))
        return day;
    return parseNamedMonth(words, now);
}

} // namespace History
