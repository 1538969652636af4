// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/phrases.h"

#include "drafting/imageref.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

QString placeOf(const Story &story)
{
    const bool isNamed = !story.environments.isEmpty() && story.environments.size() <= 2;
    return isNamed ? QString(u" in "_s + enumerate(story.environments)) : QString();
}

QString ownerOf(const Story &story)
{
    if (!story.component.isEmpty())
        return story.component;
    return story.record.resourceName;
}

QString subjectName(const Story &story)
{
    return story.record.name.isEmpty() ? ownerOf(story) : story.record.name;
}

// " of web" where the scope does not say so already.
QString ofOwner(const Story &story, const QString &scope, const QString &preposition)
{
    const QString owner = ownerOf(story);
    return owner.isEmpty() || owner == scope ? QString() : QString(u' ' + preposition + u' ' + owner);
}

QStringList forms(const QString &core, const QStringList &qualifiers)
{
    QStringList all;
    for (qsizetype count = qualifiers.size(); count >= 0; --count) {
        const QString text = core + qualifiers.first(count).join(QString());
        if (!all.contains(text))
            all.append(text);
    }
    return all;
}

QString versionNoun(const Story &story, const QString &scope)
{
    const QString name = subjectName(story);
    switch (story.record.kind) {
    case RecordKind::ImageTag:
        return story.record.isInKustomization || story.fileClass == PathClass::HelmValues || name.isEmpty()
                   ? (name.isEmpty() ? u"image"_s : name)
                   : QString(name + u" image"_s);
    case RecordKind::ChartVersion:
        return name.isEmpty() || name == scope ? u"chart"_s : QString(name + u" chart"_s);
    case RecordKind::ModuleVersion:
        return name + u" module"_s;
    case RecordKind::ProviderVersion:
        return name + u" provider"_s;
    case RecordKind::BaseImage:
        return name + u" base image"_s;
    default:
        return name;
    }
}

QString shownVersion(const Story &story)
{
    const QString &value = story.record.newValue;
    if (story.record.kind == RecordKind::ActionVersion)
        return value.section(u" # "_s, -1);
    return story.record.kind == RecordKind::Dependency ? bareVersion(value) : value;
}

bool isChartLike(RecordKind kind)
{
    return kind == RecordKind::ChartVersion || kind == RecordKind::ModuleVersion ||
           kind == RecordKind::ProviderVersion;
}

QStringList versionSubjects(const Story &story, const QString &scope)
{
    const Record &record = story.record;
    const QString named = versionNoun(story, scope).trimmed();
    const QString noun = named.isEmpty() ? u"target revision"_s : named;
    const QString place = placeOf(story);
    const QString to = shownVersion(story);
    if (record.op == RecordOp::Add)
        return {u"add "_s + noun, u"add "_s + subjectName(story)};
    if (record.op == RecordOp::Remove)
        return {u"remove "_s + noun};
    if (!story.promotedFrom.isEmpty())
        return forms(u"promote "_s + subjectName(story) + u' ' + to + u" to "_s + story.environments.value(0),
                     {});
    const bool isPin = record.kind == RecordKind::ActionVersion && record.newValue.size() > 40 &&
                       !record.oldValue.contains(u" # "_s) &&
                       record.newValue.startsWith(record.newValue.first(40).toLower());
    if (isPin)
        return {u"pin "_s + noun + u" by digest"_s};
    if (to.isEmpty())
        return forms(u"update "_s + noun, {place});
    const VersionStep step = compareVersions(record.oldValue, record.newValue);
    if (step == VersionStep::Backwards) {
        const QString what = record.kind == RecordKind::ImageTag ? subjectName(story) : noun;
        return forms(u"roll back "_s + what + u" to "_s + to, {place});
    }
    if (step == VersionStep::Unknown && record.kind == RecordKind::Revision)
        return forms(u"point "_s + noun + u" at "_s + to, {place});
    const QString verb = isChartLike(record.kind) ? u"upgrade "_s : u"bump "_s;
    return forms(verb + noun + u" to "_s + to, {place});
}

QString direction(const Record &record)
{
    const auto before = parseQuantity(record.oldValue);
    const auto after = parseQuantity(record.newValue);
    if (!before || !after || *before == *after)
        return u"set "_s;
    return *after > *before ? u"raise "_s : u"lower "_s;
}

QStringList quantitySubjects(const Story &story, const QString &what)
{
    const QString place = placeOf(story);
    if (story.record.op == RecordOp::Remove)
        return forms(u"remove "_s + what, {place});
    if (story.record.newValue.isEmpty())
        return forms(u"change "_s + what, {place});
    return forms(direction(story.record) + what + u" to "_s + story.record.newValue, {place});
}

QString resourceNoun(const Story &story)
{
    const QString field = story.record.field; // limits.memory
    const QString side = field.startsWith("limits"_L1) ? u" limit"_s : u" request"_s;
    const QString resource = field.section(u'.', 1);
    return ownerOf(story) + (resource.isEmpty() ? side + u's' : QString(u' ' + resource + side));
}

QStringList settingSubjects(const Story &story, const QString &scope)
{
    const Record &record = story.record;
    const QString name = record.name;
    const QString place = placeOf(story);
    if (name.isEmpty())
        return forms(u"update settings"_s, {ofOwner(story, scope, u"of"_s), place});
    if (record.op == RecordOp::Remove)
        return forms(u"remove "_s + name, {ofOwner(story, scope, u"from"_s), place});
    if (record.isSecret && record.kind == RecordKind::ConfigKey)
        return forms(u"update "_s + name, {ofOwner(story, scope, u"of"_s), place});
    const QString owner = ofOwner(story, scope, u"for"_s);
    if (record.isSecret || record.newValue.isEmpty())
        return forms(
            u"set "_s + name,
            {owner.isEmpty() && !ownerOf(story).isEmpty() ? u" for "_s + ownerOf(story) : owner, place});
    QStringList all = forms(u"set "_s + name + u" to "_s + record.newValue, {owner, place});
    all.append(u"set "_s + name);
    return all;
}

// NetworkPolicy is "network policy", OCIRepository is "OCI repository".
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

QString shortField(const QString &field)
{
    const QStringList steps = field.split(u'.');
    return steps.mid(qMax<qsizetype>(steps.size() - 2, 0)).join(u'.');
}

QStringList fieldSubjects(const Story &story, const QString &scope)
{
    const Record &record = story.record;
    const QString field = record.kind == RecordKind::TfValue ? record.name : shortField(record.field);
    const QString of = ofOwner(story, scope, u"of"_s);
    const QString place = story.environments.value(0) == scope ? QString() : placeOf(story);
    const QString owner = ownerOf(story);
    QStringList all;
    if (field.isEmpty() || field.contains(u'['))
        all = forms(u"update "_s + (owner.isEmpty() ? u"configuration"_s : owner), {place});
    else if (record.op == RecordOp::Remove)
        all = forms(u"remove "_s + field, {ofOwner(story, scope, u"from"_s), place});
    else if (record.op == RecordOp::Add && record.newValue.isEmpty())
        all = forms(u"add "_s + field, {ofOwner(story, scope, u"to"_s), place});
    else if (record.newValue.isEmpty())
        all = forms(u"change "_s + field, {of, place});
    else
        all = forms(
            (record.kind == RecordKind::TfValue && record.op == RecordOp::Change ? u"change "_s : u"set "_s) +
                field + (record.kind == RecordKind::TfValue ? QString() : of) + u" to "_s + record.newValue,
            {place});
    return all + QStringList{owner.isEmpty() ? u"update configuration"_s : u"update "_s + owner};
}

QStringList hostSubjects(const Story &story, const QString &scope)
{
    const QString environment =
        story.environments.size() == 1 ? QString(story.environments.first() + u' ') : QString();
    const QString of = ofOwner(story, scope, u"of"_s);
    if (story.record.op == RecordOp::Remove)
        return {u"remove a "_s + environment + u"host"_s + ofOwner(story, scope, u"from"_s),
                u"remove a host"_s};
    const QString verb = story.record.op == RecordOp::Add ? u"add "_s : u"change "_s;
    if (story.record.newValue.isEmpty())
        return {verb + environment + u"host"_s + of, verb + u"host"_s};
    if (story.record.op == RecordOp::Add)
        return {u"add "_s + environment + u"host "_s + story.record.newValue + of,
                u"add host "_s + story.record.newValue};
    return {verb + environment + u"host"_s + of + u" to "_s + story.record.newValue,
            verb + environment + u"host"_s};
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
