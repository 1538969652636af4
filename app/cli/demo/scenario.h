// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

namespace Cli {

/// A year of a small platform team's repository, made of the files in resources/demo. Always the same.
struct Scenario
{
    QByteArray importStream;             ///< for git fast-import
    QMap<QByteArray, QByteArray> staged; ///< path and content to put into work tree and index after checkout
    QMap<QByteArray, QByteArray> unstaged; ///< path and content to put into the work tree only
};

Scenario makeScenario();

} // namespace Cli
