// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/imageref.h"
#include "drafting/storywords.h"

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

QString direction(const Record &record)
{
    const auto before = parseQuantity(record.oldValue);
    const auto after = parseQuantity(record.newValue);
    if (!before || !after || *before == *after)
        return u"set "_s;
    return *after > *before ? u"raise "_s : u"lower "_s;
}

QString shortField(const QString &field)
{
    const QStringList steps = field.split(u'.');
    return steps.mid(qMax<qsizetype>(steps.size() - 2, 0)).join(u'.');
}

} // namespace

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

} // namespace Drafting
