// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/repobuilder.h"

namespace Tests {

/// Puts a path in conflict, with its three sides in the index and their markers in the file.
inline void plantConflict(const RepoBuilder &repo, const QByteArray &path, const QByteArray &ours,
                          const QByteArray &theirs)
{
    QByteArray lines = "0 " + QByteArray(40, '0') + '\t' + path + '\0';
    int number = 1;
    for (const QByteArray &side : {QByteArray("base\n"), ours, theirs}) {
        const QByteArray blob =
            repo.git({QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--stdin")}, side);
        lines += "100644 " + blob.trimmed() + ' ' + QByteArray::number(number++) + '\t' + path + '\0';
    }
    repo.git({QStringLiteral("update-index"), QStringLiteral("-z"), QStringLiteral("--index-info")}, lines);
    QFile file(QFile::decodeName(repo.bytePath(path)));
    const QByteArray content = "<<<<<<< ours\n" + ours + "=======\n" + theirs + ">>>>>>> theirs\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The file in conflict cannot be written");
}

} // namespace Tests
