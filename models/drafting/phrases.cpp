// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/phrases.h"

#include "drafting/storywords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

QString words(const QString &kind)
{
    QString spaced;
    for (qsizetype i = 0; i < kind.size(); ++i) {
        const bool isUpper = kind[i].isUpper();
        const bool afterUpper = i > 0 && kind[i - 1].isUpper();
        const bool beforeUpper = i + 1 >= kind.size() || kind[i + 1].isUpper();
        const bool isAcronym =
            isUpper && ((afterUpper && beforeUpper) || (beforeUpper && i + 1 < kind.size()));
        if (isUpper && i > 0 && (!afterUpper || !beforeUpper))
            spaced += u' ';
        spaced += isAcronym ? kind[i] : kind[i].toLower();
    }
    return spaced;
}

QString resourceName(const Story &story)
{
    const Record &record = story.record;
    if (record.field == "optional"_L1)
        return u"optional "_s + record.resourceKind;
    if (record.resourceName.isEmpty())
        return record.resourceKind;
    if (record.resourceKind == "NetworkPolicy"_L1)
        return record.resourceName + u" policy"_s;
    if (record.resourceKind == "resource"_L1 || record.resourceKind == "data"_L1)
        return record.resourceName;
    return record.resourceName + u' ' + words(record.resourceKind);
}

QStringList resourceSubjects(const Story &story)
{
    const Record &record = story.record;
    const QString verb = record.op == RecordOp::Add      ? u"add "_s
                         : record.op == RecordOp::Remove ? u"remove "_s
                                                         : u"change "_s;
    QString owner = record.resourceKind == "NetworkPolicy"_L1 && !record.resourceNamespace.isEmpty()
                        ? record.resourceNamespace
                        : story.component;
    if (owner == record.resourceName || record.resourceKind == "Namespace"_L1 ||
        record.resourceKind != "NetworkPolicy"_L1)
        owner.clear();
    const QString forOwner = owner.isEmpty() ? QString() : QString(u" for "_s + owner);
    return forms(verb + resourceName(story), {forOwner, placeOf(story)});
}

QStringList rbacSubjects(const Story &story)
{
    const Record &record = story.record;
    const QStringList before = record.oldValue.split(u' ', Qt::SkipEmptyParts);
    const QStringList after = record.newValue.split(u' ', Qt::SkipEmptyParts);
    const QString role = record.name + u" role"_s;
    const bool isNarrower =
        !after.contains(u"*"_s) &&
        (before.contains(u"*"_s) ||
         (after.size() < before.size() &&
          std::ranges::all_of(after, [&](const QString &verb) { return before.contains(verb); })));
    if (isNarrower && !after.isEmpty())
        return {u"restrict "_s + role + u" to "_s + enumerate(after), u"restrict "_s + role};
    QStringList more = after;
    more.removeIf([&](const QString &verb) { return before.contains(verb); });
    if (!more.isEmpty() && !more.contains(u"*"_s))
        return {u"allow "_s + role + u" to "_s + enumerate(more), u"update "_s + role};
    return {u"update "_s + role};
}

QStringList secretSubjects(const Story &story)
{
    const Record &record = story.record;
    const bool isSealed = record.resourceKind == "SealedSecret"_L1;
    const QString owner = record.resourceName.isEmpty() ? story.component : record.resourceName;
    const QString name = QStringList{owner, record.name}.join(u' ').trimmed();
    if (record.op == RecordOp::Remove)
        return {u"remove "_s + name, u"remove a secret value"_s};
    const QString verb = isSealed ? u"reseal "_s : record.op == RecordOp::Add ? u"add "_s : u"update "_s;
    return {verb + name, verb + (record.name.isEmpty() ? u"secrets"_s : record.name)};
}

QString probeNoun(const Story &story)
{
    return words(story.record.field); // readiness probe
}

} // namespace

QString enumerate(const QStringList &names)
{
    if (names.size() < 2)
        return names.value(0);
    return names.first(names.size() - 1).join(u", "_s) + u" and "_s + names.last();
}

QString counted(qsizetype count, const QString &noun)
{
    const bool endsWithY = noun.endsWith(u'y') && !noun.endsWith("ey"_L1);
    const QString plural = endsWithY ? QString(noun.chopped(1) + u"ies") : QString(noun + u's');
    return QString::number(count) + u' ' + (count == 1 ? noun : plural);
}

QStringList subjectsFor(const Story &story, const QString &scope)
{
    const Record &record = story.record;
    const QString owner = ownerOf(story);
    const QString place = placeOf(story);
    switch (record.kind) {
    case RecordKind::Resource:
        return resourceSubjects(story);
    case RecordKind::ImageTag:
    case RecordKind::ChartVersion:
    case RecordKind::Revision:
    case RecordKind::ModuleVersion:
    case RecordKind::ProviderVersion:
    case RecordKind::ActionVersion:
    case RecordKind::Dependency:
    case RecordKind::BaseImage:
        return versionSubjects(story, scope);
    case RecordKind::ImageDigest:
        if (!story.promotedFrom.isEmpty())
            return {u"promote "_s + record.name + u" image digest to "_s + story.environments.value(0)};
        return forms(u"update "_s + record.name + u" image digest"_s, {place});
    case RecordKind::ImageName:
        return forms(u"switch "_s + record.name + u" image to "_s + record.newValue, {place});
    case RecordKind::OwnVersion:
        return {u"release "_s + record.name + (record.field == "version"_L1 ? u" chart "_s : u" "_s) +
                record.newValue};
    case RecordKind::Replicas:
        if (record.op == RecordOp::Remove || record.newValue.isEmpty())
            return forms(u"stop setting replicas"_s + ofOwner(story, QString(), u"of"_s), {place});
        return forms(u"scale "_s + (record.isInKustomization ? record.name : owner) + u" to "_s +
                         record.newValue + (record.newValue == "1"_L1 ? u" replica"_s : u" replicas"_s),
                     {place});
    case RecordKind::Autoscaling:
        return quantitySubjects(
            story,
            owner + (record.field == "maxReplicas"_L1 ? u" autoscaling limit"_s : u" autoscaling minimum"_s));
    case RecordKind::Resources:
        return quantitySubjects(story, resourceNoun(story));
    case RecordKind::Storage:
        return quantitySubjects(story, owner + u" storage"_s);
    case RecordKind::Env:
    case RecordKind::ConfigKey:
        return settingSubjects(story, scope);
    case RecordKind::SecretRef:
        return forms(u"read "_s + record.name + u" from a secret"_s, {place});
    case RecordKind::SecretValue:
        return secretSubjects(story);
    case RecordKind::Host:
        return hostSubjects(story, scope);
    case RecordKind::Probe:
        return forms((record.op == RecordOp::Add      ? u"add "_s
                      : record.op == RecordOp::Remove ? u"remove "_s
                                                      : u"adjust "_s) +
                         probeNoun(story),
                     {ofOwner(story, scope, u"of"_s), place});
    case RecordKind::Port:
        return forms(u"change port"_s + ofOwner(story, scope, u"of"_s) +
                         (record.newValue.isEmpty() ? QString() : QString(u" to "_s + record.newValue)),
                     {place});
    case RecordKind::Schedule:
        return forms(u"change schedule"_s + ofOwner(story, scope, u"of"_s),
                     {record.newValue.isEmpty() ? QString() : u" to "_s + record.newValue, place});
    case RecordKind::Suspend:
        return forms((record.newValue == "true"_L1 ? u"suspend "_s : u"resume "_s) +
                         (record.resourceName.isEmpty() ? owner : record.resourceName),
                     {place});
    case RecordKind::SyncPolicy:
        return forms(u"change sync policy"_s + ofOwner(story, QString(), u"of"_s), {place});
    case RecordKind::CanarySteps:
        return forms(u"change "_s + record.name + u" canary steps"_s +
                         (record.newValue.isEmpty() ? QString() : QString(u" to "_s + record.newValue)),
                     {});
    case RecordKind::Rbac:
        return rbacSubjects(story);
    case RecordKind::CrdVersion:
        return {(record.op == RecordOp::Remove ? u"remove "_s
                 : record.op == RecordOp::Add  ? u"add "_s
                                               : u"change "_s) +
                record.name + u" of "_s + record.resourceName};
    case RecordKind::TfVariable:
    case RecordKind::TfOutput: {
        const QString noun = record.kind == RecordKind::TfOutput ? u" output"_s : u" variable"_s;
        return {(record.op == RecordOp::Remove ? u"remove "_s : u"add "_s) + record.name + noun};
    }
    case RecordKind::Label:
        return forms(u"update "_s + record.field + (owner.isEmpty() ? QString() : QString(u" of "_s + owner)),
                     {place});
    case RecordKind::Reference:
        return forms((record.op == RecordOp::Remove ? u"remove "_s : u"include "_s) +
                         (record.name.isEmpty() ? record.field : record.name),
                     {place});
    case RecordKind::TfValue:
    case RecordKind::Field:
        break;
    }
    return fieldSubjects(story, scope);
}

QStringList subjectsFor(const Arrival &arrival, const QString &scope)
{
    const bool isAdded = arrival.op == RecordOp::Add;
    const QString verb = isAdded ? u"add "_s : u"remove "_s;
    const bool areValues = std::ranges::all_of(arrival.files, [](const QByteArray &file) {
        return classifyPath(file).kind == PathClass::HelmValues;
    });
    const QString noun = areValues ? u" values"_s : u" overlay"_s;
    const QString forName =
        arrival.name.isEmpty() || arrival.name == scope ? QString() : QString(u" for "_s + arrival.name);
    switch (arrival.what) {
    case Arrival::What::Overlay:
        if (arrival.name.isEmpty())
            return {verb + arrival.environment + u" environment"_s};
        return forms(verb + arrival.environment + noun, {forName});
    case Arrival::What::Chart:
        return {verb + arrival.name + u" chart"_s};
    case Arrival::What::Module:
        return {verb + arrival.name + u" module"_s};
    case Arrival::What::Application:
        break;
    }
    return {(isAdded ? u"deploy "_s : u"remove "_s) + arrival.name};
}

} // namespace Drafting
