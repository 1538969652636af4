// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Git {

/// The object folder of a repository and those it borrows from (info/alternates), nearest first, each once.
/// As deep as Git goes. Folders that are not there are left out. See gitrepository-layout(5).
QList<QByteArray> objectFolders(const QByteArray &objectsFolder);
/// Those that objectFolders() leaves out: the paths that name no folder.
QList<QByteArray> missingObjectFolders(const QByteArray &objectsFolder);

} // namespace Git
