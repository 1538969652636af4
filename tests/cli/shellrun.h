// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clirun.h"

#include <QMap>

/// The program itself, as people and hooks start it.
namespace CliTest {

const QString &program(); ///< its path

/// The command line of a shell, in which $AI is ai-cli. One that does not end within a minute ends the test.
Run shell(const QString &line, const QString &folder, const QMap<QString, QString> &variables = {});

} // namespace CliTest
