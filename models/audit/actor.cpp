// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/actor.h"

#include "diff/patch.h"

#include <QCryptographicHash>
#include <QSet>
#include <QStringList>
#include <QUuid>

#include <array>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Audit {

namespace {

constexpr qsizetype kRun = 4;

QSet<QStringList> runsOf(const QStringList &words, qsizetype length)
{
    QSet<QStringList> runs;
    for (qsizetype at = 0; at + length <= words.size(); ++at)
        runs.insert(words.sliced(at, length));
    return runs;
}

} // namespace

QString actingUser()
{
    if (qgetenv("GITHUB_ACTIONS") == "true")
        return u"github-actions"_s;
    if (qgetenv("GITLAB_CI") == "true")
        return u"gitlab-ci"_s;
    std::array<char, 4096> room;
    passwd account = {};
    passwd *found = nullptr;
    if (::getpwuid_r(::geteuid(), &account, room.data(), room.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(::geteuid());
}

QByteArray digestOfFiles(const QList<Diff::FileDiff> &files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Diff::FileDiff &file : files)
        hash.addData(Diff::makePatch(file));
    return hash.result().toHex();
}

QString newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

double survivalOf(const QString &draft, const QString &used)
{
    const QStringList words = draft.simplified().split(u' ', Qt::SkipEmptyParts);
    const qsizetype length = std::min(kRun, std::max<qsizetype>(1, words.size()));
    const QSet<QStringList> runs = runsOf(words, length);
    if (runs.isEmpty())
        return 0;
    const QSet<QStringList> kept = runsOf(used.simplified().split(u' ', Qt::SkipEmptyParts), length);
    return double((runs & kept).size()) / double(runs.size());
}

} // namespace Audit
