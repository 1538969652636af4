// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/leafreader.h"
#include "drafting/phrases.h"
#include "drafting/propose.h"

#include "base/text.h"
#include "drafting/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

QString nounOf(const Survey &survey)
{
    const auto areIn = [&](std::initializer_list<PathClass> kinds) {
        return std::ranges::all_of(survey.significant, [&](const FileFacts *file) {
            return std::ranges::find(kinds, file->path.kind) != kinds.end();
        });
    };
    if (areIn({PathClass::Data, PathClass::Kustomization}))
        return u"manifest"_s;
    return areIn({PathClass::Asset}) ? u"asset"_s : u"file"_s;
}

QStringList subjectsOf(const Survey &survey)
{
    const qsizetype count = survey.significant.size();
    const QString verb = survey.areAll(Diff::FileStatus::Added)     ? u"add "_s
                         : survey.areAll(Diff::FileStatus::Deleted) ? u"remove "_s
                                                                    : u"update "_s;
    if (count == 1)
        return {verb + shownName(survey.significant.first()->name()), verb + u"a file"_s};
    const QString component = survey.commonComponent();
    const QString what = counted(count, nounOf(survey));
    if (component.isEmpty())
        return {verb + what};
    return {verb + component, verb + what};
}

} // namespace

Proposal proposeBySize(const Survey &survey, const Habits &habits)
{
    constexpr qint64 fewLines = 14;
    Proposal proposal{.type = u"chore"_s,
                      .certainty = 0.35,
                      .readsOnlyPaths = true,
                      .scope = survey.commonComponent(),
                      .subjects = subjectsOf(survey)};
    const bool hasNew = std::ranges::any_of(survey.significant, [](const FileFacts *file) {
        return file->change->file.status == Diff::FileStatus::Added;
    });
    if (survey.areAll(PathClass::Build)) {
        proposal.type = u"build"_s;
        proposal.certainty = 0.65;
        proposal.reasons = {Text::tr("Only build files changed.")};
    } else if (survey.areAll(Diff::FileStatus::Deleted)) {
        proposal.certainty = 0.55;
        proposal.reasons = {Text::tr("Files were only removed.")};
    } else if (hasNew && survey.lines.added > 3 * survey.lines.removed) {
        proposal.type = u"feat"_s;
        proposal.certainty = 0.6;
        proposal.reasons = {Text::tr("New files were added and much more was written than removed.")};
    } else if (survey.lines.added + survey.lines.removed <= fewLines) {
        proposal.type = u"fix"_s;
        proposal.reasons = {Text::tr("Only a few lines changed.")};
    } else {
        proposal.reasons = {Text::tr("No rule fits; the type is what is usual here.")};
    }
    if (proposal.scope == shownName(survey.significant.first()->name()) || habits.conventional == 0)
        proposal.scope = survey.significant.size() > 1 ? QString() : proposal.scope;
    return proposal;
}

} // namespace Drafting
