// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/draft.h"
#include "drafting/fit.h"
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
    return choices;
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
    if (!context.signOff.isEmpty())
        footers.append(u"Signed-off-by: "_s + visibleText(context.signOff.simplified()));
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

// The one that holds, and behind an exact one what else could be said.
QList<Proposal> proposalsFor(const Survey &survey, const Habits &habits, const DraftContext &context)
{
    QList<Proposal> proposals;
    const auto byFiles = proposeByFiles(survey, habits, context);
    if (byFiles)
        proposals.append(*byFiles);
    if (!byFiles || byFiles->isExact)
        proposals.append(proposeByMeaning(survey, habits, context).value_or(proposeBySize(survey, habits)));
    return proposals;
}

// People who write no types are not taught to, unless their rules ask for them.
bool usesTypes(const Habits &habits, const DraftContext &context)
{
    constexpr int enough = 10;
    return context.lint || habits.commits < enough || habits.conventional * 5 >= habits.commits;
}

void withoutType(Draft &draft)
{
    draft.reasons.append(Text::tr("Subjects here have no type, so this one has none."));
    draft.type.clear();
    draft.scope.clear();
    draft.isBreaking = false;
}

} // namespace

QList<Draft> draftCandidates(const QList<Change> &changes, const DraftContext &context, qsizetype count)
{
    if (changes.isEmpty() || count < 1)
        return {};
    const Survey survey = takeSurvey(changes, context);
    const Habits habits = learnHabits(context.history);
    const QList<Proposal> proposals = proposalsFor(survey, habits, context);
    const auto model =
        context.typeModel ? context.typeModel : learnTypes(context.history, context.rules.types);
    const QList<TypeChoice> choices =
        rankTypes(proposals.first(), *model, typeFeatures(changedPaths(changes)), habits, context.rules);
    constexpr double leastProbability = 0.001;
    QList<Draft> drafts;
    for (const TypeChoice &choice : choices) {
        if (drafts.size() >= count || (!drafts.isEmpty() && choice.probability < leastProbability))
            break;
        // What is said word for word of one type, as of a revert, is not said of another.
        const Proposal &proposal = choice.type != proposals.first().type && proposals.first().isExact
                                       ? proposals.last()
                                       : proposals.first();
        Draft draft;
        draft.type = choice.type;
        draft.confidence = choice.probability;
        draft.alternatives = choices.first(qMin<qsizetype>(choices.size(), 3));
        draft.isBreaking = proposal.isBreaking;
        draft.scope = chooseScope(proposal, survey, habits, context);
        fitSubject(draft, proposal, habits, context.rules);
        draft.footers = footersOf(proposal, survey, context);
        draft.versions = versionsOf(survey);
        addReasons(draft, proposal, habits);
        if (!usesTypes(habits, context))
            withoutType(draft);
        if (context.lint)
            repair(draft, *context.lint, context);
        drafts.append(draft);
    }
    return drafts;
}

Draft makeDraft(const QList<Change> &changes, const DraftContext &context)
{
    return draftCandidates(changes, context, 1).value(0);
}

} // namespace Drafting
