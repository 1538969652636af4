// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/detached.h"

#include <QProcess>

bool startDetached(const QString &program, const QStringList &arguments, const QString &folder)
{
    return QProcess::startDetached(program, arguments, folder);
}
