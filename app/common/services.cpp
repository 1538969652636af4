// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/services.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

QString place(Services::Storage storage, const QString &folder, const QString &file)
{
    return storage == Services::Storage::Memory || folder.isEmpty() ? QString()
                                                                    : QString(folder + u'/' + file);
}

} // namespace

Services::Services(Storage storage)
    : settings(place(storage, QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation),
                     u"settings.ini"_s))
    , m_stateFile(place(storage, userStateFolder(), u"window.json"_s))
{}
