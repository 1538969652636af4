// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/files.h"

#include <QSet>

namespace Environments {

/// One artifact of one unit.
struct UnitVersion
{
    QByteArray unit;
    VersionValue value;
};

/// What one member says.
struct MemberVersions
{
    QList<UnitVersion> versions; ///< by unit and artifact
    QList<Problem> problems;
    QSet<QByteArray> read;     ///< every file that had a say, or would have if it were there
    bool isUnreadable = false; ///< a file that is there could not be read: what is missing here is unknown
};

/// The versions that the member's environment gets, computed from its files; nothing is run and nothing
/// fetched.
MemberVersions readVersions(Files &files, const Member &member);

} // namespace Environments
