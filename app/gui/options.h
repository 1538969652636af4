// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSize>
#include <QStringList>

/// The command line of the window.
struct Options
{
    QStringList paths; ///< absolute
    bool opensNewWindow = false, showsHelp = false, showsVersion = false, measuresStart = false;
    QString timingsFile;   ///< absolute; empty: nothing is measured
    bool quits = false;    ///< with timingsFile: when it is written
    QString captureFolder; ///< absolute; empty: no capture
    QString page;          ///< capture only this one
    bool isDark = false;   ///< of a capture
    bool setsTheme = false;
    QString language; ///< a code such as "de"; empty: as chosen before
    QString scale;    ///< "1", "1.5" or "2"; empty: the platform's
    QSize size;       ///< of the captured window; invalid: the default
};

/// arguments: with the program's name first. Invalid: one sentence that says what is wrong.
Result<Options> parseOptions(const QStringList &arguments, const QString &currentFolder);
QString helpText();
