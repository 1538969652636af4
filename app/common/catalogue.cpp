// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/catalogue.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

void installCatalogue(QCoreApplication &application, const QString &language)
{
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language)); // dates and numbers go with the texts
    const QLocale locale;
    // What Qt itself says, its standard buttons for example; ours goes over it.
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, u"app"_s, u"_"_s, u":/i18n"_s) || translator->load(u":/i18n/app_en.qm"_s))
        QCoreApplication::installTranslator(translator);
}
