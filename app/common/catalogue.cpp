// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/catalogue.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

void installCatalogue(QCoreApplication &application)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(QLocale(), u"app"_s, u"_"_s, u":/i18n"_s) || translator->load(u":/i18n/app_en.qm"_s))
        QCoreApplication::installTranslator(translator);
}
