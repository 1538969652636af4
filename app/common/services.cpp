// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/services.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

QString place(Services::Storage storage, QStandardPaths::StandardLocation location, const QString &file)
{
    const QString folder = QStandardPaths::writableLocation(location);
    return storage == Services::Storage::Memory || folder.isEmpty() ? QString()
                                                                    : QString(folder + u'/' + file);
}

} // namespace

Services::Services(Storage storage)
    : settings(place(storage, QStandardPaths::AppConfigLocation, u"settings.ini"_s))
    , m_stateFile(place(storage, QStandardPaths::StateLocation, u"window.json"_s))
    , m_trustFile(place(storage, QStandardPaths::StateLocation, u"trust.json"_s))
{}
