// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/types.h"

#include <QMap>

namespace Environments {

/// A version's place: environment, unit, artifact.
struct VersionKey
{
    QByteArray environment, unit, artifact;
    auto operator<=>(const VersionKey &) const = default;
};
using VersionMap = QMap<VersionKey, QByteArray>;

/// What one walk over the history of a repository gave.
struct KeptHistory
{
    QByteArray layout; ///< which members it is about; another layout makes it useless
    Git::ObjectId tip; ///< where the walk began
    VersionMap state;  ///< the versions at the tip
    QList<ChangeEvent> events;
    bool operator==(const KeptHistory &) const = default;
};

QString cacheFile(const QString &folder, const Git::RepoLocation &where);
/// Nothing when there is no file, or it is damaged or of another version.
std::optional<KeptHistory> readKept(const QString &file);
/// Replaces the file at once or not at all. A failure is not reported: the next run is slower, not wrong.
void writeKept(const QString &file, const KeptHistory &kept);

} // namespace Environments
