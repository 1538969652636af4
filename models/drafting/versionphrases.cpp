// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/imageref.h"
#include "drafting/phrases.h"
#include "drafting/storywords.h"

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

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

} // namespace

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

} // namespace Drafting
