// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/kindrules.h"
#include "drafting/linerecords.h"
#include "drafting/phrases.h"
#include "drafting/propose.h"

#include "base/text.h"
#include "drafting/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr int kMinor = 20;   // weight below which a story is not worth a subject
constexpr int kLeading = 68; // weight from which a story may speak for the others

QString sharedComponent(const QList<Story> &stories)
{
    QString shared;
    for (const Story &story : stories) {
        if (weightOf(story.record.kind, story.record.op) < kMinor)
            continue;
        if (!shared.isEmpty() && story.component != shared)
            return {};
        shared = story.component;
    }
    return shared;
}

// The heaviest stories of one kind.
QList<Story> leading(const QList<Story> &stories)
{
    QList<Story> band;
    for (const Story &story : stories) {
        if (story.record.kind == stories.first().record.kind && story.record.op == stories.first().record.op)
            band.append(story);
    }
    return band;
}

bool hasOthersThatCount(const QList<Story> &stories, qsizetype inBand)
{
    return std::ranges::count_if(stories, [](const Story &story) {
               return weightOf(story.record.kind, story.record.op) >= kMinor;
           }) > inBand;
}

void addBullets(Proposal &proposal, const Survey &survey)
{
    for (const Arrival &arrival : survey.arrivals)
        proposal.body.append(bulletFor(arrival));
    for (const Story &story : survey.stories) {
        const QString bullet = bulletFor(story);
        const bool saysSomething = !bullet.isEmpty() && bullet != "update configuration"_L1;
        if (saysSomething && !proposal.body.contains(bullet))
            proposal.body.append(bullet);
    }
    const qsizetype aside = survey.files.size() - survey.significant.size();
    const bool saysMore = proposal.body.size() > 1 || proposal.isBreaking || !survey.arrivals.isEmpty();
    if (!saysMore)
        proposal.body.clear();
    else if (aside > 0)
        proposal.body.append(u"also updates "_s + counted(aside, u"lockfile or generated file"_s));
}

Proposal ofArrivals(const Survey &survey)
{
    const Arrival &first = survey.arrivals.first();
    const bool isAdded = first.op == RecordOp::Add;
    Proposal proposal{
        .type = isAdded ? u"feat"_s : u"chore"_s, .certainty = isAdded ? 0.8 : 0.65, .scope = first.name};
    proposal.reasons = {isAdded ? Text::tr("Files that belong together are all new.")
                                : Text::tr("All files of something are gone.")};
    QStringList names;
    for (const Arrival &arrival : survey.arrivals) {
        const QString name = arrival.name.isEmpty() ? arrival.environment : arrival.name;
        if (arrival.op == first.op && !names.contains(name))
            names.append(name);
    }
    if (survey.arrivals.size() == 1 || names.size() == 1) {
        proposal.subjects = subjectsFor(first, first.name);
        if (first.name.isEmpty())
            proposal.scope = first.environment;
    } else {
        proposal.scope = first.name.isEmpty() || names.size() > 1 ? QString() : first.name;
        const QString verb = isAdded ? u"add "_s : u"remove "_s;
        proposal.subjects = {verb + enumerate(names), verb + counted(names.size(), u"application"_s)};
        if (names.size() > 3)
            proposal.subjects.removeFirst();
    }
    addBullets(proposal, survey);
    return proposal;
}

void addBreaking(Proposal &proposal, const KindVerdict &verdict)
{
    proposal.isBreaking = proposal.isBreaking || verdict.isBreaking;
    if (!verdict.breaking.isEmpty())
        proposal.footers.append(u"BREAKING CHANGE: "_s + visibleText(verdict.breaking));
}

QString scopeOf(const QList<Story> &band, const KindVerdict &verdict, const Survey &survey)
{
    if (!verdict.scope.isEmpty())
        return verdict.scope;
    const QString shared = sharedComponent(band);
    if (!shared.isEmpty())
        return shared;
    const bool isBump = band.first().record.kind == RecordKind::ActionVersion ||
                        band.first().record.kind == RecordKind::BaseImage;
    return isBump || survey.environments.size() != 1 || band.size() > 1 || !band.first().component.isEmpty()
               ? QString()
               : survey.environments.first();
}

QStringList mixedSubjects(const QList<Story> &stories, const Survey &survey)
{
    QStringList owners;
    for (const Story &story : stories) {
        const QString owner = story.component.isEmpty() ? story.record.resourceName : story.component;
        if (!owner.isEmpty() && !owners.contains(owner))
            owners.append(owner);
    }
    const bool hasPlace = !survey.environments.isEmpty() && survey.environments.size() <= 2;
    const QString place = hasPlace ? QString(u" in "_s + enumerate(survey.environments)) : QString();
    if (owners.isEmpty())
        return {u"update configuration"_s + place, u"update configuration"_s};
    const QString who = owners.size() <= 3 ? enumerate(owners) : counted(owners.size(), u"application"_s);
    const QString what = owners.size() == 1 ? u" configuration"_s : QString();
    return {u"update "_s + who + what + place, u"update "_s + who};
}

Proposal ofStories(const Survey &survey, const Habits &habits, const DraftContext &context)
{
    const QList<Story> band = leading(survey.stories);
    const Story &top = band.first();
    const KindVerdict verdict = judge(top, habits, context.rules);
    Proposal proposal{.type = verdict.type, .certainty = verdict.certainty};
    proposal.scope = scopeOf(band, verdict, survey);
    proposal.needsScope = verdict.scope == "deps"_L1;
    if (!verdict.reason.isEmpty())
        proposal.reasons = {verdict.reason};
    for (const Story &story : band)
        addBreaking(proposal, judge(story, habits, context.rules));
    const int weight = weightOf(top.record.kind, top.record.op);
    const bool isMixed = hasOthersThatCount(survey.stories, band.size());
    if (isMixed && weight < kLeading) {
        constexpr double soft = 0.4;
        proposal.certainty = soft;
        proposal.scope = sharedComponent(survey.stories);
        proposal.subjects = mixedSubjects(survey.stories, survey);
        proposal.reasons.append(Text::tr("Several kinds of changes stand together."));
    } else {
        proposal.subjects =
            band.size() == 1 ? subjectsFor(top, proposal.scope) : subjectsFor(band, proposal.scope);
    }
    if (band.size() > 1)
        proposal.footers.removeDuplicates();
    addBullets(proposal, survey);
    return proposal;
}

} // namespace

std::optional<Proposal> proposeByMeaning(const Survey &survey, const Habits &habits,
                                         const DraftContext &context)
{
    if (!survey.arrivals.isEmpty())
        return ofArrivals(survey);
    if (survey.stories.isEmpty())
        return {};
    // A dependency file among sources is a detail of what the sources do.
    const qsizetype sources = std::ranges::count_if(survey.significant, [](const FileFacts *file) {
        return file->path.kind == PathClass::Source && !isSettingsFile(file->name());
    });
    if (sources > 0 && sources * 2 >= survey.significant.size())
        return {};
    return ofStories(survey, habits, context);
}

} // namespace Drafting
