// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/services.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
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

QString Services::askProgram()
{
    const QDir here(QCoreApplication::applicationDirPath());
    const QString installed = here.filePath(u"../"_s); // an absolute folder of the build replaces it
    for (const QString &path :
         {here.filePath(u"plumbline-askpass"_s),
          QDir(installed).filePath(u"" PLUMBLINE_LIBEXEC "/plumbline/plumbline-askpass"_s)}) {
        const QFileInfo file(path);
        if (file.isFile() && file.isExecutable())
            return QDir::cleanPath(file.absoluteFilePath());
    }
    return {};
}
