// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/people.h"

#include "git/log.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

Result<QList<Git::Person>> readPeople(const Git::RepoLocation &where, const Git::ObjectId &tip,
                                      qsizetype limit, const CancelToken &cancel)
{
    if (tip.isNull())
        return QList<Git::Person>();
    const auto commits = Git::readRecentCommits(where, {tip}, limit, cancel);
    if (!commits)
        return std::unexpected(commits.error());
    QList<std::pair<Git::Person, int>> counted;
    QHash<QString, qsizetype> rows;
    for (const Git::Commit &commit : *commits) {
        const QString address = commit.author.email.toLower();
        const auto row = rows.constFind(address);
        if (row != rows.cend()) {
            ++counted[*row].second;
            continue;
        }
        rows.insert(address, counted.size());
        counted.append({commit.author, 1});
    }
    std::ranges::stable_sort(counted, std::greater(), &std::pair<Git::Person, int>::second);
    QList<Git::Person> people;
    for (const auto &[person, count] : std::as_const(counted))
        people += person;
    return people;
}

QString personText(const Git::Person &person)
{
    return person.name + u" <" + person.email + u'>';
}

std::optional<Git::Person> parsePerson(const QString &text)
{
    static const QRegularExpression form(u"^\\s*([^<>\\n]*[^<>\\s])\\s*<([^<>\\s]+)>\\s*$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Git::Person{match.captured(1), match.captured(2)};
}

std::optional<Git::Moment> parseMoment(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression form(
        u"^\\s*(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d)(:\\d\\d)?\\s*(?:(Z)|([+-])(\\d\\d):?(\\d\\d))?\\s*$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = QTime::fromString(
        match.captured(2) + (match.captured(3).isEmpty() ? u":00"_s : match.captured(3)), Qt::ISODate);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    QDateTime when(date, time, zone);
    if (!match.captured(4).isEmpty())
        when = QDateTime(date, time, QTimeZone::UTC);
    if (!match.captured(5).isEmpty()) {
        const int minutes = match.captured(6).toInt() * 60 + match.captured(7).toInt();
        if (minutes > 14 * 60)
            return std::nullopt;
        when = QDateTime(date, time,
                         QTimeZone::fromSecondsAheadOfUtc((match.captured(5) == u'-' ? -60 : 60) * minutes));
    }
    if (!when.isValid() || when.toSecsSinceEpoch() < 0)
        return std::nullopt;
    return Git::Moment{when.toSecsSinceEpoch(), when.offsetFromUtc() / 60};
}

} // namespace Drafting
