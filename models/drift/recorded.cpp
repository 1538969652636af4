// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/recorded.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Drift::Recorded)
};

constexpr QByteArrayView kFolder(".plumbline/snapshots/");

enum class Standing { Absent, File, Link };

Standing standingOf(const Git::RepoLocation &where, const QByteArray &path)
{
    QString place = QFile::decodeName(where.workTree);
    for (const QByteArray &part : path.split('/')) {
        if (part.isEmpty() || part == "." || part == "..")
            return Standing::Absent;
        place += u'/' + QFile::decodeName(part);
        const QFileInfo info(place);
        if (info.isSymLink())
            return Standing::Link;
        if (!info.exists())
            return Standing::Absent;
    }
    return QFileInfo(place).isFile() ? Standing::File : Standing::Absent;
}

} // namespace

Result<QString> recordedSnapshot(const Git::RepoLocation &where, const QByteArray &environment)
{
    for (const QByteArrayView suffix : {".yaml", ".json"}) {
        if (where.isBare())
            break;
        const QByteArray path = kFolder + environment + suffix;
        const Standing standing = standingOf(where, path);
        if (standing == Standing::File)
            return QFile::decodeName(QByteArray(where.workTree + '/' + path));
        if (standing == Standing::Link)
            return fail(ErrorKind::Denied,
                        Text::tr("The snapshot %1 is or lies behind a symbolic link, which is not followed.")
                            .arg(displayText(path)),
                        {}, Text::tr("Put the file itself there."));
    }
    return fail(ErrorKind::NotFound,
                Text::tr("No snapshot of %1 is recorded.").arg(displayText(environment)));
}

} // namespace Drift
