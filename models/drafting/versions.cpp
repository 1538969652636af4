// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/survey.h"

#include "drafting/imageref.h"
#include "drafting/secrets.h"

namespace Drafting {

namespace {

bool isVersion(RecordKind kind)
{
    return kind >= RecordKind::ImageTag && kind <= RecordKind::BaseImage && kind != RecordKind::ImageName;
}

QString plainVersion(const Record &record, const QString &value)
{
    // A pinned action has its version behind the hash.
    const QString stated =
        record.kind == RecordKind::ActionVersion ? value.section(QStringLiteral(" # "), -1) : value;
    const QString bare = record.kind == RecordKind::Dependency ? bareVersion(stated) : stated;
    const bool hasPrefix = bare.size() > 1 && bare.front() == u'v' && bare[1].isDigit();
    return hasPrefix ? bare.sliced(1) : bare;
}

} // namespace

QList<VersionChange> versionsOf(const Survey &survey)
{
    QList<VersionChange> versions;
    const auto add = [&](const Record &record) {
        const VersionChange one{record.name, plainVersion(record, record.oldValue),
                                plainVersion(record, record.newValue)};
        const bool isKnown = isVersion(record.kind) && !one.from.isEmpty() && !one.to.isEmpty();
        const QStringList words = {one.name, one.from, one.to};
        if (isKnown && !versions.contains(one) && !containsSecret(words.join(u' ')))
            versions.append(one);
    };
    for (const Story &story : survey.stories)
        add(story.record);
    // A manifest may say ^1.15 where its lockfile moves 1.16.0 to 1.18.0.
    constexpr qsizetype mostOfLocks = 100;
    for (const FileFacts &file : survey.files) {
        if (file.path.kind != PathClass::Lockfile)
            continue;
        for (const Record &record : file.records.first(qMin(file.records.size(), mostOfLocks)))
            add(record);
    }
    return versions;
}

} // namespace Drafting
