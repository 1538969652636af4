// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/draft.h"
#include "drafting/phrases.h"
#include "drafting/propose.h"
#include "drafting/secrets.h"
#include "drafting/typemodel.h"

#include "base/text.h"
#include "drafting/text.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kMostBullets = 8;
constexpr qsizetype kBulletWidth = 72;

// How much a rule still counts after as many commits to learn from.
double certaintyAfter(const Proposal &proposal, qsizetype learned)
{
    if (proposal.isExact)
        return proposal.certainty;
    const double enough = proposal.readsOnlyPaths ? 30 : 100; // commits that halve it
    return proposal.certainty * enough / (enough + double(learned));
}

QList<TypeChoice> rankTypes(const Proposal &proposal, const TypeModel &model, const TypeFeatures &features,
                            const Habits &habits, const RuleOptions &rules)
{
    const std::vector<double> learned = model.probabilities(features);
    const double certainty = certaintyAfter(proposal, model.learned());
    QList<TypeChoice> choices;
    double all = 0;
    for (const QString &type : rules.types) {
        const qsizetype place = model.types().indexOf(type);
        // "revert" is never a guess.
        const double guessed = place < 0 || type == "revert"_L1 ? 0 : learned[size_t(place)];
        const bool isUnused =
            habits.conventional >= 30 && habits.types.value(type) == 0 && type != "revert"_L1;
        const double ruled = type == proposal.type ? certainty * (isUnused ? 0.3 : 1.0) : 0;
        choices.append({type, ruled + (1 - certainty) * guessed});
        all += choices.last().probability;
    }
    for (TypeChoice &choice : choices)
        choice.probability = all > 0 ? choice.probability / all : 0;
    std::ranges::stable_sort(choices, std::ranges::greater(), &TypeChoice::probability);
    return choices.first(qMin<qsizetype>(choices.size(), 3));
}

bool isScope(const QString &scope)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9][\\w./-]{0,29}$"_s);
    return shape.match(scope).hasMatch() && !containsSecret(scope);
}

bool wantsScope(const Habits &habits, const RuleOptions &rules)
{
    switch (rules.scopeUse) {
    case ScopeUse::Always:
        return true;
    case ScopeUse::Never:
        return false;
    case ScopeUse::Learned:
        break;
    }
    return habits.conventional == 0 || habits.withScope * 2 > habits.conventional;
}

QString chooseScope(const Proposal &proposal, const Survey &survey, const Habits &habits,
                    const DraftContext &context)
{
    if (context.rules.scopeUse == ScopeUse::Never ||
        (!proposal.needsScope && !wantsScope(habits, context.rules)))
        return {};
    const bool isKnown = habits.scopes.contains(proposal.scope);
    if (isKnown || habits.withScope < 10)
        return isScope(proposal.scope) ? proposal.scope : QString();
    if (proposal.scope.isEmpty() && proposal.type == "ci"_L1)
        return {};
    QList<QByteArray> paths;
    for (const FileFacts *file : survey.significant)
        paths.append(file->name());
    const QString nearby = nearbyScope(paths, context.history);
    if (!nearby.isEmpty() && isScope(nearby))
        return nearby;
    return isScope(proposal.scope) ? proposal.scope : QString();
}

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

// The first subject that fits, else the shortest one, cut.
QString fitSubject(const Proposal &proposal, const Draft &draft, const Habits &habits,
                   const RuleOptions &rules)
{
    const auto lengthOf = [&](const QString &subject) {
        Draft tried = draft;
        tried.subject = subject;
        return tried.header().size();
    };
    QStringList subjects;
    for (const QString &subject : proposal.subjects) {
        const QString styled = proposal.isExact ? subject : inHouseStyle(subject, habits);
        const QString clean = withoutFullStop(visibleText(styled.simplified()));
        const bool isWhole = proposal.isExact ? !clean.isEmpty() : !isCutShort(clean);
        if (isWhole && !containsSecret(clean))
            subjects.append(clean);
    }
    for (const QString &subject : std::as_const(subjects)) {
        if (lengthOf(subject) <= rules.subjectLimit)
            return subject;
    }
    if (proposal.isExact && !subjects.isEmpty() && lengthOf(subjects.first()) <= rules.subjectMaximum)
        return subjects.first();
    const QString shortest = subjects.isEmpty() ? inHouseStyle(u"update files"_s, habits) : subjects.last();
    const qsizetype excess = lengthOf(shortest) - rules.subjectLimit;
    if (excess <= 0)
        return shortest;
    const qsizetype keeps = qMax<qsizetype>(shortest.size() - excess - 1, 8);
    return shortest.first(qMin(keeps, shortest.size())).trimmed() + u'…';
}

QStringList wrapped(const QString &bullet)
{
    QStringList lines;
    QString line = u"-"_s;
    for (const QString &word : bullet.split(u' ', Qt::SkipEmptyParts)) {
        if (line.size() + 1 + word.size() > kBulletWidth && line.size() > 2) {
            lines.append(line);
            line = u" "_s;
        }
        constexpr qsizetype longestWord = kBulletWidth - 3;
        line += u' ' + (word.size() > longestWord ? QString(word.first(longestWord - 1) + u'…') : word);
    }
    lines.append(line);
    return lines;
}

QStringList bodyOf(const Proposal &proposal)
{
    QStringList body;
    if (!proposal.paragraph.isEmpty())
        body = proposal.paragraph.split(u'\n');
    QStringList bullets = proposal.body;
    bullets.removeIf([](const QString &bullet) { return containsSecret(bullet); });
    const qsizetype shown = bullets.size() > kMostBullets ? kMostBullets - 1 : bullets.size();
    for (const QString &bullet : bullets.first(shown))
        body += wrapped(visibleText(bullet.simplified()));
    if (shown < bullets.size())
        body.append(u"- and "_s + counted(bullets.size() - shown, u"more change"_s));
    return body;
}

QString ticketOf(const QByteArray &branch)
{
    static const QRegularExpression key(u"(?:^|[/_-])([A-Z][A-Z0-9]{1,9}-[1-9]\\d{0,6})(?:$|[/_-])"_s);
    static const QRegularExpression number(
        u"(?:^|/)(?:issue|issues|gh|fix|feature|bug)?[/_-]?#?([1-9]\\d{0,6})[-_]"_s);
    const QString name = displayText(branch);
    if (const auto match = key.match(name); match.hasMatch())
        return match.captured(1);
    const auto match = number.match(name);
    return match.hasMatch() ? QString(u'#' + match.captured(1)) : QString();
}

QStringList footersOf(const Proposal &proposal, const Survey &survey, const DraftContext &context)
{
    QStringList footers = proposal.footers;
    footers.removeIf([](const QString &footer) { return containsSecret(footer); });
    const bool touchesProduction = std::ranges::any_of(
        survey.environments, [](const QString &name) { return environmentRank(name) == 5; });
    QString list = survey.environments.join(u", "_s);
    if (touchesProduction && survey.environments.size() > 1 && !containsSecret(list)) {
        constexpr qsizetype mostNamed = 5;
        if (survey.environments.size() > mostNamed)
            list = QString::number(survey.environments.size());
        footers.prepend(u"Environments: "_s + list);
    }
    if (const QString ticket = ticketOf(context.branch); !ticket.isEmpty() && !containsSecret(ticket))
        footers.append(u"Refs: "_s + ticket);
    return footers;
}

void addReasons(Draft &draft, const Proposal &proposal, const Habits &habits)
{
    draft.reasons = proposal.reasons;
    if (draft.type != proposal.type)
        draft.reasons.append(
            Text::tr("\"%1\" is more usual in this repository than \"%2\".").arg(draft.type, proposal.type));
    if (habits.knowsTypes())
        draft.reasons.append(Text::tr("%1 % of the last %2 typed commits are \"%3\".")
                                 .arg(QString::number(qRound(habits.share(draft.type) * 100)),
                                      QString::number(habits.conventional), draft.type));
    else
        draft.reasons.append(Text::tr("There are too few typed commits here to learn from."));
}

} // namespace

Draft makeDraft(const QList<Change> &changes, const DraftContext &context)
{
    if (changes.isEmpty())
        return {};
    const Survey survey = takeSurvey(changes, context);
    const Habits habits = learnHabits(context.history);
    std::optional<Proposal> proposal = proposeByFiles(survey, habits, context);
    if (!proposal)
        proposal = proposeByMeaning(survey, habits, context);
    if (!proposal)
        proposal = proposeBySize(survey, habits);

    Draft draft;
    const auto model =
        context.typeModel ? context.typeModel : learnTypes(context.history, context.rules.types);
    draft.alternatives =
        rankTypes(*proposal, *model, typeFeatures(changedPaths(changes)), habits, context.rules);
    draft.type = draft.alternatives.isEmpty() ? proposal->type : draft.alternatives.first().type;
    draft.confidence = draft.alternatives.isEmpty() ? 0 : draft.alternatives.first().probability;
    draft.isBreaking = proposal->isBreaking;
    draft.scope = chooseScope(*proposal, survey, habits, context);
    draft.subject = fitSubject(*proposal, draft, habits, context.rules);
    draft.body = bodyOf(*proposal);
    draft.footers = footersOf(*proposal, survey, context);
    draft.versions = versionsOf(survey);
    addReasons(draft, *proposal, habits);
    return draft;
}

} // namespace Drafting
