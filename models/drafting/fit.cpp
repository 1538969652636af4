// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/fit.h"

#include "base/text.h"
#include "drafting/phrases.h"
#include "drafting/secrets.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kMostBullets = 8;
constexpr qsizetype kBulletWidth = 72;

// A name that is not known leaves "change schedule of" behind.
bool isCutShort(const QString &subject)
{
    static const QRegularExpression end(u"(?:^| )(?:of|for|to|in|from|at|and)$"_s);
    return end.match(subject).hasMatch() || !subject.contains(u' ');
}

QString withoutFullStop(QString text)
{
    while (text.endsWith(u'.') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

QStringList subjectsOf(const Proposal &proposal, const Habits &habits)
{
    QStringList subjects;
    for (const QString &subject : proposal.subjects) {
        const QString styled = proposal.isExact ? subject : inHouseStyle(subject, habits);
        const QString clean = withoutFullStop(visibleText(styled.simplified()));
        const bool isWhole = proposal.isExact ? !clean.isEmpty() : !isCutShort(clean);
        if (isWhole && !containsSecret(clean))
            subjects.append(clean);
    }
    return subjects;
}

// A path that is longer than a line keeps its end, which names the file.
QString shortened(const QString &word, qsizetype width)
{
    if (word.size() <= width || !word.contains(u'/'))
        return word;
    QString end = word.section(u'/', -1);
    for (qsizetype parts = 2; parts < 20; ++parts) {
        const QString longer = word.section(u'/', -parts);
        if (longer.size() + 2 > width || longer == word)
            break;
        end = longer;
    }
    return u"…/"_s + end;
}

QStringList wrappedBullet(const QString &bullet)
{
    QStringList lines;
    QString line = u"-"_s;
    for (const QString &word : bullet.split(u' ', Qt::SkipEmptyParts)) {
        const QString shown = shortened(word, kBulletWidth - 3);
        if (line.size() + 1 + shown.size() > kBulletWidth && line.size() > 2) {
            lines.append(line);
            line = u" "_s;
        }
        line += u' ' + shown;
    }
    lines.append(line);
    return lines;
}

QStringList bodyOf(const Proposal &proposal, const QString &first, const RuleOptions &rules)
{
    QStringList body;
    if (!proposal.paragraph.isEmpty())
        body = proposal.paragraph.split(u'\n');
    QStringList bullets = proposal.body;
    if (!first.isEmpty() && !bullets.contains(first))
        bullets.prepend(first);
    bullets.removeIf([](const QString &bullet) { return containsSecret(bullet); });
    const qsizetype shown = bullets.size() > kMostBullets ? kMostBullets - 1 : bullets.size();
    qsizetype left = bullets.size() - shown;
    for (const QString &bullet : bullets.first(shown)) {
        const QStringList lines = wrappedBullet(visibleText(bullet.simplified()));
        const bool fits =
            std::ranges::all_of(lines, [&](const QString &line) { return line.size() <= rules.bodyLimit; });
        if (fits)
            body += lines;
        else
            ++left;
    }
    if (left > 0)
        body.append(u"- and "_s + counted(left, u"more change"_s));
    return body;
}

} // namespace

void fitSubject(Draft &draft, const Proposal &proposal, const Habits &habits, const RuleOptions &rules)
{
    const auto fits = [&](const QString &subject, int limit) {
        Draft tried = draft;
        tried.subject = subject;
        return tried.header().size() <= limit;
    };
    const QStringList subjects = subjectsOf(proposal, habits);
    const QString general = inHouseStyle(u"update files"_s, habits);
    QString first;
    const auto found =
        std::ranges::find_if(subjects, [&](const QString &one) { return fits(one, rules.subjectLimit); });
    if (found != subjects.end()) {
        draft.subject = *found;
    } else if (proposal.isExact && !subjects.isEmpty() && fits(subjects.first(), rules.subjectMaximum)) {
        draft.subject = subjects.first();
    } else {
        first = subjects.value(0);
        if (!fits(general, rules.subjectMaximum))
            draft.scope.clear();
        draft.subject = general;
    }
    draft.body = bodyOf(proposal, first, rules);
}

} // namespace Drafting
