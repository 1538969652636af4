// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/imageref.h"
#include "drafting/phrases.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kMostNamed = 3;

bool isVersionKind(RecordKind kind)
{
    return kind >= RecordKind::ImageTag && kind <= RecordKind::BaseImage && kind != RecordKind::OwnVersion;
}

QString nounOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::ChartVersion:
        return u"chart"_s;
    case RecordKind::ActionVersion:
        return u"action"_s;
    case RecordKind::Dependency:
        return u"dependency"_s;
    case RecordKind::ModuleVersion:
        return u"module"_s;
    case RecordKind::ProviderVersion:
        return u"provider"_s;
    case RecordKind::Revision:
        return u"application"_s;
    case RecordKind::Resource:
        return u"resource"_s;
    case RecordKind::ImageTag:
    case RecordKind::ImageDigest:
    case RecordKind::ImageName:
    case RecordKind::BaseImage:
        return u"image"_s;
    case RecordKind::Env:
        return u"variable"_s;
    case RecordKind::ConfigKey:
        return u"key"_s;
    case RecordKind::TfVariable:
    case RecordKind::TfValue:
        return u"variable"_s;
    default:
        return u"setting"_s;
    }
}

QStringList namesOf(const QList<Story> &stories)
{
    QStringList names;
    for (const Story &story : stories) {
        const QString name = story.record.name.isEmpty() ? story.component : story.record.name;
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

QString placeOf(const QStringList &environments)
{
    if (environments.isEmpty())
        return {};
    constexpr qsizetype mostNamed = 2;
    return u" in "_s + (environments.size() <= mostNamed ? enumerate(environments)
                                                         : counted(environments.size(), u"environment"_s));
}

QString commonPlace(const QList<Story> &stories)
{
    const QStringList first = stories.first().environments;
    const bool isCommon =
        std::ranges::all_of(stories, [&](const Story &story) { return story.environments == first; });
    return isCommon ? placeOf(first) : QString();
}

QString anyPlace(const QList<Story> &stories)
{
    QStringList all;
    for (const Story &story : stories) {
        for (const QString &environment : story.environments) {
            if (!all.contains(environment))
                all.append(environment);
        }
    }
    return placeOf(all);
}

QString commonValue(const QList<Story> &stories)
{
    const QString first = stories.first().record.newValue;
    const bool isCommon =
        std::ranges::all_of(stories, [&](const Story &story) { return story.record.newValue == first; });
    return isCommon ? first : QString();
}

QString commonOwner(const QList<Story> &stories)
{
    const QString first = stories.first().component;
    const bool isCommon =
        std::ranges::all_of(stories, [&](const Story &story) { return story.component == first; });
    return isCommon ? first : QString();
}

QStringList severalVersions(const QList<Story> &stories, const QString &named, const QString &numbered)
{
    const Story &first = stories.first();
    const bool areNew = first.record.op == RecordOp::Add;
    const QString place = commonPlace(stories);
    const bool arePromoted = std::ranges::all_of(stories, [&](const Story &story) {
        return !story.promotedFrom.isEmpty() && story.environments == first.environments;
    });
    if (arePromoted)
        return {u"promote "_s + named + u" to "_s + first.environments.value(0),
                u"promote "_s + numbered + u" to "_s + first.environments.value(0)};
    const bool areOlder = std::ranges::all_of(stories, [](const Story &story) {
        return compareVersions(story.record.oldValue, story.record.newValue) == VersionStep::Backwards;
    });
    const QString verb = first.record.op == RecordOp::Remove ? u"remove "_s
                         : areNew                            ? u"add "_s
                         : areOlder                          ? u"roll back "_s
                                                             : u"bump "_s;
    const QString value = first.record.op == RecordOp::Change ? commonValue(stories) : QString();
    const QString to = value.isEmpty() || first.record.kind == RecordKind::ImageDigest
                           ? QString()
                           : QString(u" to "_s + value);
    return {verb + named + to + place, verb + named + to, verb + numbered + place, verb + numbered};
}

QString valuesOf(const Record &record)
{
    if (record.isSecret || (record.oldValue.isEmpty() && record.newValue.isEmpty()))
        return u"changed"_s;
    if (record.oldValue.isEmpty())
        return record.newValue;
    if (record.newValue.isEmpty())
        return record.oldValue + u" removed"_s;
    return record.oldValue + u" → "_s + record.newValue;
}

QString shortDigest(QString value)
{
    constexpr qsizetype digits = 19; // sha256: and twelve more
    return value.startsWith("sha256:"_L1) ? value.first(qMin(value.size(), digits)) : value;
}

QString subjectOfBullet(const Record &record)
{
    switch (record.kind) {
    case RecordKind::ImageTag:
    case RecordKind::ImageName:
    case RecordKind::BaseImage:
        return record.name + u" image"_s;
    case RecordKind::ImageDigest:
        return record.name + u" image digest"_s;
    case RecordKind::ChartVersion:
        return record.name + u" chart"_s;
    case RecordKind::OwnVersion:
        return record.field == "version"_L1 ? u"Chart"_s : u"app version"_s;
    case RecordKind::Resources:
        return record.field;
    case RecordKind::Field:
        return record.field;
    case RecordKind::Rbac:
        return record.name + u" verbs"_s;
    case RecordKind::Probe:
    case RecordKind::Label:
    case RecordKind::SyncPolicy:
        return record.field;
    case RecordKind::CanarySteps:
        return u"canary steps"_s;
    default:
        return record.name.isEmpty() ? record.field : record.name;
    }
}

} // namespace

QStringList subjectsFor(const QList<Story> &stories, const QString &scope)
{
    const Record &first = stories.first().record;
    const QStringList names = namesOf(stories);
    const QString numbered = counted(names.size() > 1 ? names.size() : stories.size(), nounOf(first.kind));
    const QString named = !names.isEmpty() && names.size() <= kMostNamed ? enumerate(names) : numbered;
    if (isVersionKind(first.kind) && names.size() != 1)
        return severalVersions(stories, named, numbered);
    const QString owner = commonOwner(stories);
    const QString place = commonPlace(stories);
    if (first.kind == RecordKind::Env || first.kind == RecordKind::ConfigKey ||
        first.kind == RecordKind::TfVariable || first.kind == RecordKind::TfValue ||
        first.kind == RecordKind::Resource) {
        const bool isResource = first.kind == RecordKind::Resource || first.kind == RecordKind::TfVariable;
        const QString verb = first.op == RecordOp::Remove ? u"remove "_s : isResource ? u"add "_s : u"set "_s;
        const QString of = owner.isEmpty() || owner == scope ? QString() : QString(u" for "_s + owner);
        return {verb + named + of + place, verb + named + place, verb + numbered};
    }
    if (first.kind == RecordKind::Field && names.size() == 1) {
        const QString verb = first.op == RecordOp::Remove ? u"remove "_s
                             : first.op == RecordOp::Add  ? u"set "_s
                                                          : u"change "_s;
        return {verb + named + anyPlace(stories), verb + named};
    }
    if (first.kind == RecordKind::SecretValue) {
        const bool areSealed = first.resourceKind == "SealedSecret"_L1;
        return {(areSealed ? u"reseal "_s : u"update "_s) +
                (owner.isEmpty() ? u"secrets"_s : QString(owner + u" secrets"_s)) + place};
    }
    if (first.kind == RecordKind::Resources && !owner.isEmpty())
        return {u"adjust resources of "_s + owner + place, u"adjust resources of "_s + owner};
    if (first.kind == RecordKind::Replicas && owner.isEmpty() && names.size() <= kMostNamed)
        return {u"change replicas of "_s + enumerate(names) + place, u"change replicas"_s + place};
    if (!owner.isEmpty())
        return {u"update "_s + owner + place, u"update "_s + owner};
    return {u"update "_s + named + place, u"update configuration"_s + place};
}

QString bulletFor(const Story &story)
{
    const Record &record = story.record;
    const QString owner = story.component.isEmpty() ? record.resourceName : story.component;
    QStringList where;
    if (story.environments.size() > kMostNamed)
        where = {counted(story.environments.size(), u"environment"_s)};
    else if (!story.environments.isEmpty())
        where = {story.environments.join(u", "_s)};
    if (!owner.isEmpty() && owner != where.value(0))
        where.append(owner);
    const QString prefix = where.isEmpty() ? QString() : QString(where.join(u'/') + u": "_s);
    if (record.kind == RecordKind::OwnVersion)
        return subjectOfBullet(record) + u' ' + record.newValue;
    if (record.kind == RecordKind::Resource || record.kind == RecordKind::Reference ||
        record.op != RecordOp::Change || record.kind == RecordKind::CrdVersion) {
        Story placeless = story; // the prefix says where
        placeless.environments.clear();
        return prefix + subjectsFor(placeless, owner).value(0);
    }
    Record shown = record;
    shown.oldValue = shortDigest(record.oldValue);
    shown.newValue = shortDigest(record.newValue);
    return prefix + subjectOfBullet(record) + u' ' + valuesOf(shown);
}

QString bulletFor(const Arrival &arrival)
{
    const QString subject = subjectsFor(arrival, QString()).value(0);
    return arrival.kinds.isEmpty()
               ? QString(subject + u" ("_s + counted(arrival.files.size(), u"file"_s) + u')')
               : QString(subject + u" ("_s + arrival.kinds.join(u", "_s) + u')');
}

} // namespace Drafting
