// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/leafreader.h"
#include "drafting/phrases.h"
#include "drafting/propose.h"
#include "drafting/textproposals.h"

#include "base/text.h"
#include "drafting/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

using Rule = std::optional<Proposal> (*)(const Survey &, const Habits &);

std::optional<Proposal> submodules(const Survey &survey, const Habits &)
{
    const bool areAll = std::ranges::all_of(survey.files, [](const FileFacts &file) {
        return file.change->file.omission == Diff::Omission::Submodule ||
               file.change->file.newMode == 0160000;
    });
    if (!areAll)
        return {};
    const Diff::FileDiff &first = survey.files.first().change->file;
    const QString name = shownName(first.path());
    Proposal proposal{.type = u"chore"_s,
                      .certainty = 0.75,
                      .scope = name,
                      .reasons = {Text::tr("Only submodules changed.")}};
    const QString to =
        first.newId.isEmpty() ? QString() : QString(u" to "_s + QString::fromLatin1(first.newId.first(7)));
    const QString verb = first.status == Diff::FileStatus::Added     ? u"add "_s
                         : first.status == Diff::FileStatus::Deleted ? u"remove "_s
                                                                     : u"update "_s;
    if (survey.files.size() > 1)
        proposal.subjects = {u"update "_s + counted(survey.files.size(), u"submodule"_s)};
    else
        proposal.subjects = {verb + name + u" submodule"_s + (verb == "update "_L1 ? to : QString()),
                             verb + u"submodule"_s};
    return proposal;
}

std::optional<Proposal> lockfiles(const Survey &survey, const Habits &)
{
    if (!survey.areAll(PathClass::Lockfile))
        return {};
    Proposal proposal{.type = u"chore"_s,
                      .certainty = 0.85,
                      .readsOnlyPaths = true,
                      .scope = u"deps"_s,
                      .needsScope = true};
    proposal.reasons = {Text::tr("Only lockfiles changed.")};
    const bool areProviders = std::ranges::all_of(
        survey.files, [](const FileFacts &file) { return fileName(file.name()) == ".terraform.lock.hcl"; });
    if (areProviders)
        proposal.subjects = {u"update terraform provider locks"_s};
    else if (survey.stories.size() == 1)
        proposal.subjects =
            subjectsFor(survey.stories.first(), u"deps"_s) + QStringList{u"refresh lockfile"_s};
    else if (survey.files.size() == 1)
        proposal.subjects = {u"refresh "_s + shownName(survey.files.first().name()), u"refresh lockfile"_s};
    else
        proposal.subjects = {u"refresh "_s + counted(survey.files.size(), u"lockfile"_s)};
    return proposal;
}

std::optional<Proposal> moves(const Survey &survey, const Habits &)
{
    constexpr qint64 fewLines = 6;
    if (!survey.areAll(Diff::FileStatus::Renamed) || survey.lines.added + survey.lines.removed >= fewLines)
        return {};
    Proposal proposal{.type = u"refactor"_s, .certainty = 0.6, .scope = survey.commonComponent()};
    proposal.reasons = {Text::tr("Files were moved or renamed and hardly changed.")};
    const Diff::FileDiff &first = survey.significant.first()->change->file;
    const QByteArray folder = parentFolder(first.newPath);
    const bool haveOneFolder = std::ranges::all_of(survey.significant, [&](const FileFacts *file) {
        return isBelow(file->change->file.newPath, folder);
    });
    const bool areYaml = std::ranges::all_of(survey.significant, [](const FileFacts *file) {
        return file->path.kind == PathClass::Data || file->path.kind == PathClass::Kustomization;
    });
    const QString what = counted(survey.significant.size(), areYaml ? u"manifest"_s : u"file"_s);
    if (survey.significant.size() > 1) {
        proposal.scope.clear();
        proposal.subjects = {
            u"move "_s + what +
                (haveOneFolder && !folder.isEmpty() ? u" to "_s + shownText(folder) : QString()),
            u"move "_s + what};
    } else if (parentFolder(first.oldPath) == folder) {
        proposal.subjects = {u"rename "_s + shownName(first.oldPath) + u" to "_s + shownName(first.newPath),
                             u"rename "_s + shownName(first.oldPath), u"rename a file"_s};
    } else {
        proposal.subjects = {u"move "_s + shownName(first.newPath) + u" to "_s +
                                 (folder.isEmpty() ? u"the top"_s : shownText(folder)),
                             u"move "_s + shownName(first.newPath), u"move a file"_s};
    }
    return proposal;
}

std::optional<Proposal> style(const Survey &survey, const Habits &)
{
    bool hasOnlyComments = true;
    for (const FileFacts *file : survey.significant) {
        if (file->cosmetic == Cosmetic::None)
            return {};
        hasOnlyComments = hasOnlyComments && file->cosmetic == Cosmetic::Comments;
    }
    const bool areYaml = std::ranges::all_of(survey.significant, [](const FileFacts *file) {
        return file->path.kind == PathClass::Data || file->path.kind == PathClass::Kustomization ||
               file->path.kind == PathClass::HelmValues;
    });
    const qsizetype count = survey.significant.size();
    const QString name = shownName(survey.significant.first()->name());
    Proposal proposal{.type = u"style"_s, .certainty = 0.8, .scope = QString()};
    if (hasOnlyComments) {
        proposal.type = u"docs"_s;
        proposal.certainty = 0.7;
        proposal.scope = survey.commonComponent();
        proposal.reasons = {Text::tr("Only comments changed.")};
        const QString where = count == 1 ? name : counted(count, u"file"_s);
        proposal.subjects = {u"update comments in "_s + where, u"update comments"_s};
        return proposal;
    }
    proposal.reasons = {Text::tr("The files mean the same as before; only white space or order changed.")};
    const QString what = areYaml ? u"manifests"_s : count == 1 ? name : counted(count, u"file"_s);
    proposal.subjects = {u"reformat "_s + what, u"reformat files"_s};
    return proposal;
}

QString workflowName(const QByteArray &path)
{
    const QByteArray name = fileName(path);
    if (!path.contains("workflows/"))
        return shownText(name);
    const qsizetype dot = name.lastIndexOf('.');
    return shownText(dot > 0 ? name.first(dot) : name) + u" workflow"_s;
}

std::optional<Proposal> workflows(const Survey &survey, const Habits &habits)
{
    if (!survey.areAll(PathClass::Ci))
        return {};
    Proposal proposal{.type = u"ci"_s,
                      .certainty = 0.7,
                      .readsOnlyPaths = true,
                      .reasons = {Text::tr("Only files of the build service changed.")}};
    if (habits.knowsTypes() && habits.types.value(u"ci"_s) == 0) {
        proposal.type = u"chore"_s;
        proposal.certainty = 0.5;
        proposal.reasons.append(Text::tr("This repository has not used the type \"ci\" so far."));
    }
    const bool areActions = !survey.stories.isEmpty() &&
                            std::ranges::all_of(survey.stories,
                                                [](const Story &story) {
                                                    return story.record.kind == RecordKind::ActionVersion;
                                                }) &&
                            std::ranges::none_of(survey.significant, [](const FileFacts *file) {
                                return file->records.isEmpty();
                            });
    const Diff::FileDiff &first = survey.significant.first()->change->file;
    const QString name = workflowName(first.path());
    if (const QString habit = mostUsed(habits.dependencyTypes); areActions && !habit.isEmpty()) {
        proposal.type = habit;
        proposal.readsOnlyPaths = false;
        proposal.scope = u"deps"_s;
        proposal.needsScope = true;
        proposal.reasons = {
            Text::tr("Only versions of workflow actions changed; these are \"%1(deps)\" here.").arg(habit)};
    }
    if (areActions && survey.areAll(Diff::FileStatus::Modified))
        proposal.subjects = survey.stories.size() == 1 ? subjectsFor(survey.stories.first(), {})
                                                       : subjectsFor(survey.stories, {});
    else if (survey.significant.size() > 1)
        proposal.subjects = {u"update "_s + counted(survey.significant.size(), u"workflow"_s)};
    else if (first.status == Diff::FileStatus::Added)
        proposal.subjects = {u"add "_s + name, u"add a workflow"_s};
    else if (first.status == Diff::FileStatus::Deleted)
        proposal.subjects = {u"remove "_s + name, u"remove a workflow"_s};
    else
        proposal.subjects = {u"update "_s + name, u"update a workflow"_s};
    return proposal;
}

std::optional<Proposal> encrypted(const Survey &survey, const Habits &)
{
    const bool areAll =
        std::ranges::all_of(survey.significant, [](const FileFacts *file) { return file->isEncrypted; });
    if (!areAll)
        return {};
    Proposal proposal{.type = u"chore"_s,
                      .certainty = 0.75,
                      .scope = u"secrets"_s,
                      .subjects = {u"update encrypted secrets"_s}};
    proposal.reasons = {Text::tr("Only encrypted files changed; their values are not read.")};
    for (const FileFacts *file : survey.significant) {
        if (!file->encryptedKeys.isEmpty())
            proposal.body.append(shownText(file->name()) + u", keys "_s +
                                 file->encryptedKeys.mid(0, 8).join(u", "_s));
    }
    return proposal;
}

std::optional<Proposal> repositoryFiles(const Survey &survey, const Habits &)
{
    if (!survey.areAll(PathClass::RepoMeta))
        return {};
    Proposal proposal{.type = u"chore"_s,
                      .certainty = 0.7,
                      .readsOnlyPaths = true,
                      .reasons = {Text::tr("Only files about the repository itself changed.")}};
    const Diff::FileDiff &first = survey.significant.first()->change->file;
    const QString verb = survey.areAll(Diff::FileStatus::Added)     ? u"add "_s
                         : survey.areAll(Diff::FileStatus::Deleted) ? u"remove "_s
                                                                    : u"update "_s;
    proposal.subjects = {verb + (survey.significant.size() == 1
                                     ? shownName(first.path())
                                     : counted(survey.significant.size(), u"repository file"_s)),
                         verb + u"repository files"_s};
    return proposal;
}

// Table 4.2: the first that fits decides.
constexpr Rule kRules[] = {submodules,       lockfiles, moves,        encrypted,      style,
                           proposeDocuments, workflows, proposeTests, repositoryFiles};

} // namespace

std::optional<Proposal> proposeByFiles(const Survey &survey, const Habits &habits,
                                       const DraftContext &context)
{
    QList<Change> changes;
    if (survey.files.size() <= 1'000) {
        for (const FileFacts &file : survey.files)
            changes.append(*file.change);
    }
    if (const QList<PastCommit> undone = undoneCommits(changes, context.history); !undone.isEmpty())
        return proposeRevert(undone);
    for (const Rule rule : kRules) {
        if (auto proposal = rule(survey, habits))
            return proposal;
    }
    return {};
}

} // namespace Drafting
