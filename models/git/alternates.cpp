// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/alternates.h"

#include "diff/names.h"
#include "git/locate.h"

namespace Git {

namespace {

constexpr int kDeepest = 5, kMostFolders = 100;

void addFolders(const QByteArray &folder, int depth, QList<QByteArray> &folders, QList<QByteArray> &missing)
{
    const QByteArray real = canonicalPath(folder);
    if (real.isEmpty())
        missing += folder;
    if (real.isEmpty() || depth > kDeepest || folders.size() >= kMostFolders || folders.contains(real))
        return;
    folders += real;
    for (const QByteArray &line : readSmallFile(real + "/info/alternates").split('\n')) {
        QByteArrayView rest = line;
        const QByteArray name = Diff::takeQuoted(rest).value_or(line);
        if (!name.isEmpty() && !line.startsWith('#'))
            addFolders(joinPath(real, name), depth + 1, folders, missing);
    }
}

} // namespace

QList<QByteArray> objectFolders(const QByteArray &objectsFolder)
{
    QList<QByteArray> folders, missing;
    addFolders(objectsFolder, 0, folders, missing);
    return folders;
}

QList<QByteArray> missingObjectFolders(const QByteArray &objectsFolder)
{
    QList<QByteArray> folders, missing;
    addFolders(objectsFolder, 0, folders, missing);
    return missing;
}

} // namespace Git
