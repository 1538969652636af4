// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/kindrules.h"

#include "drafting/imageref.h"
#include "drafting/text.h"

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

struct KindRule
{
    RecordKind kind;
    const char *type;
    double certainty;
    const char *scope;
    const char *reason;
};

// Types by what changed; additions, removals and versions have rules of their own below.
constexpr KindRule kKindRules[] = {
    {RecordKind::ImageName, "chore", 0.5, "",
     QT_TRANSLATE_NOOP("Drafting", "An image comes from another place.")},
    {RecordKind::OwnVersion, "chore", 0.6, "",
     QT_TRANSLATE_NOOP("Drafting", "Only the chart's own version changed.")},
    {RecordKind::Replicas, "chore", 0.55, "",
     QT_TRANSLATE_NOOP("Drafting", "The number of replicas changed.")},
    {RecordKind::Autoscaling, "chore", 0.55, "",
     QT_TRANSLATE_NOOP("Drafting", "Limits of autoscaling changed.")},
    {RecordKind::Resources, "fix", 0.6, "",
     QT_TRANSLATE_NOOP("Drafting", "Memory or CPU of a container changed.")},
    {RecordKind::Env, "chore", 0.55, "", QT_TRANSLATE_NOOP("Drafting", "An environment variable changed.")},
    {RecordKind::SecretRef, "fix", 0.65, "",
     QT_TRANSLATE_NOOP("Drafting", "A value is now read from a secret.")},
    {RecordKind::SecretValue, "chore", 0.7, "secrets",
     QT_TRANSLATE_NOOP("Drafting", "Values of a secret changed; they are not shown.")},
    {RecordKind::ConfigKey, "chore", 0.55, "", QT_TRANSLATE_NOOP("Drafting", "A configuration key changed.")},
    {RecordKind::Host, "fix", 0.55, "", QT_TRANSLATE_NOOP("Drafting", "A host name changed.")},
    {RecordKind::Port, "fix", 0.55, "", QT_TRANSLATE_NOOP("Drafting", "A port changed.")},
    {RecordKind::Probe, "fix", 0.65, "", QT_TRANSLATE_NOOP("Drafting", "A health probe changed.")},
    {RecordKind::Storage, "chore", 0.5, "", QT_TRANSLATE_NOOP("Drafting", "A storage size changed.")},
    {RecordKind::Schedule, "chore", 0.55, "", QT_TRANSLATE_NOOP("Drafting", "A schedule changed.")},
    {RecordKind::Suspend, "chore", 0.7, "",
     QT_TRANSLATE_NOOP("Drafting", "Something was suspended or resumed.")},
    {RecordKind::SyncPolicy, "chore", 0.5, "", QT_TRANSLATE_NOOP("Drafting", "A sync policy changed.")},
    {RecordKind::CanarySteps, "chore", 0.6, "rollout",
     QT_TRANSLATE_NOOP("Drafting", "Steps of a rollout changed.")},
    {RecordKind::Rbac, "fix", 0.6, "rbac", QT_TRANSLATE_NOOP("Drafting", "Permissions of a role changed.")},
    {RecordKind::TfValue, "chore", 0.55, "", QT_TRANSLATE_NOOP("Drafting", "A Terraform value changed.")},
    {RecordKind::Label, "chore", 0.55, "", QT_TRANSLATE_NOOP("Drafting", "Labels or annotations changed.")},
    {RecordKind::Reference, "chore", 0.5, "", QT_TRANSLATE_NOOP("Drafting", "A list of files changed.")},
    {RecordKind::Field, "chore", 0.4, "", QT_TRANSLATE_NOOP("Drafting", "A setting changed.")},
};

// Patch, minor, major as most bots classify them, unless the repository has a habit of its own.
KindVerdict judgeVersion(const Story &story, const Habits &habits, const RuleOptions &rules)
{
    const Record &record = story.record;
    if (!story.promotedFrom.isEmpty())
        return {.type = u"chore"_s,
                .certainty = 0.75,
                .reason =
                    Text::tr("%1 already has this version: it is a promotion.").arg(story.promotedFrom)};
    const VersionStep step = compareVersions(record.oldValue, record.newValue);
    if (step == VersionStep::Backwards)
        return {.type = u"fix"_s, .certainty = 0.75, .reason = Text::tr("The version goes back.")};
    if (const QString habit = mostUsed(habits.bumpTypes); !habit.isEmpty())
        return {.type = habit,
                .certainty = 0.7,
                .reason = Text::tr("Version changes are usually \"%1\" here.").arg(habit)};
    if (record.kind == RecordKind::ImageDigest || step == VersionStep::Unknown || step == VersionStep::Same)
        return {.type = u"chore"_s,
                .certainty = 0.65,
                .reason = Text::tr("An image or revision changed without a new version.")};
    if (step == VersionStep::Patch)
        return {.type = u"fix"_s, .certainty = 0.6, .reason = Text::tr("The version is a patch.")};
    const bool isMajor = step == VersionStep::Major;
    KindVerdict verdict{.type = u"feat"_s,
                        .certainty = 0.6,
                        .reason = isMajor ? Text::tr("The version is a new major one.")
                                          : Text::tr("The version is a minor one.")};
    const bool isDelivered =
        record.kind != RecordKind::ImageTag; // an image of one's own has no users but this repository
    verdict.isBreaking = isMajor && isDelivered && rules.marksMajorAsBreaking;
    return verdict;
}

KindVerdict judgeDependency(const Story &story, const Habits &habits)
{
    const QString habit = mostUsed(habits.dependencyTypes);
    KindVerdict verdict{.type = u"chore"_s,
                        .certainty = 0.75,
                        .scope = u"deps"_s,
                        .reason = Text::tr("Only versions of dependencies changed.")};
    if (!habit.isEmpty())
        verdict.type = habit;
    if (story.record.kind == RecordKind::ActionVersion)
        verdict = {
            .type = u"ci"_s, .certainty = 0.7, .reason = Text::tr("Versions of workflow actions changed.")};
    if (story.record.kind == RecordKind::BaseImage)
        verdict = {.type = u"build"_s, .certainty = 0.65, .reason = Text::tr("A base image changed.")};
    return verdict;
}

KindVerdict judgeWhole(const Story &story)
{
    const Record &record = story.record;
    const bool isPublic = record.resourceKind == "CustomResourceDefinition"_L1 ||
                          record.resourceKind == "Namespace"_L1 || record.kind == RecordKind::TfVariable ||
                          record.kind == RecordKind::TfOutput;
    const QString scope = record.resourceKind == "NetworkPolicy"_L1 ? u"network"_s : QString();
    if (record.op == RecordOp::Add)
        return {.type = u"feat"_s,
                .certainty = 0.75,
                .scope = scope,
                .reason = Text::tr("Something new was added.")};
    KindVerdict verdict{
        .type = u"chore"_s, .certainty = 0.6, .scope = scope, .reason = Text::tr("Something was removed.")};
    if (isPublic) {
        verdict.type = u"feat"_s;
        verdict.isBreaking = true;
        verdict.breaking = record.resourceName + u" was removed"_s;
        verdict.reason = Text::tr("Something that others may rely on was removed.");
    }
    return verdict;
}

KindVerdict judgeCrd(const Story &story)
{
    KindVerdict verdict{.type = u"feat"_s,
                        .certainty = 0.7,
                        .scope = u"crd"_s,
                        .reason = Text::tr("A version of a custom resource changed.")};
    if (story.record.op == RecordOp::Remove) {
        verdict.isBreaking = true;
        verdict.breaking =
            story.record.name + u" of "_s + story.record.resourceName + u" is no longer served"_s;
    }
    return verdict;
}

} // namespace

KindVerdict judge(const Story &story, const Habits &habits, const RuleOptions &rules)
{
    const Record &record = story.record;
    switch (record.kind) {
    case RecordKind::Resource:
    case RecordKind::TfVariable:
    case RecordKind::TfOutput:
        return judgeWhole(story);
    case RecordKind::CrdVersion:
        return judgeCrd(story);
    case RecordKind::Dependency:
    case RecordKind::ActionVersion:
    case RecordKind::BaseImage:
        return judgeDependency(story, habits);
    case RecordKind::ImageTag:
    case RecordKind::ImageDigest:
    case RecordKind::ChartVersion:
    case RecordKind::Revision:
    case RecordKind::ModuleVersion:
    case RecordKind::ProviderVersion:
        return judgeVersion(story, habits, rules);
    default:
        break;
    }
    for (const KindRule &rule : kKindRules) {
        if (rule.kind != record.kind)
            continue;
        KindVerdict verdict{.type = QString::fromLatin1(rule.type),
                            .certainty = rule.certainty,
                            .scope = QString::fromLatin1(rule.scope),
                            .reason = Text::tr(rule.reason)};
        const bool isFlux =
            record.resourceKind == "Kustomization"_L1 || record.resourceKind == "HelmRelease"_L1;
        if (record.kind == RecordKind::Suspend && isFlux)
            verdict.scope = u"flux"_s;
        if (record.kind == RecordKind::Field && record.op == RecordOp::Add)
            verdict.type = u"feat"_s;
        return verdict;
    }
    return {.type = u"chore"_s, .certainty = 0.3};
}

} // namespace Drafting
