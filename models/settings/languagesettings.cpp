// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/languagesettings.h"

#include <QDir>

using namespace Qt::StringLiterals;

QStringList catalogueLanguages()
{
    QStringList languages;
    for (const QString &name : QDir(u":/i18n"_s).entryList({u"app_*.qm"_s}, QDir::Files, QDir::Name))
        languages += name.sliced(4).chopped(3);
    return languages;
}
