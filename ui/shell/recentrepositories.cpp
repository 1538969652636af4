// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recentrepositories.h"

#include "settings/statefile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMost = 15;

} // namespace

QStringList RecentRepositories::paths() const
{
    QStringList paths;
    for (const QJsonValue &entry : m_state.value(u"recent"_s).toArray())
        if (!entry.toString().isEmpty())
            paths += entry.toString();
    return paths;
}

void RecentRepositories::remember(const QString &path)
{
    QStringList recent = paths();
    recent.removeAll(path);
    recent.prepend(path);
    m_state.setValue(u"recent"_s, QJsonArray::fromStringList(recent.first(std::min(recent.size(), kMost))));
}

QString RecentRepositories::startFolder() const
{
    for (const QString &path : paths())
        if (const QString around = QFileInfo(path).absolutePath(); QFileInfo(around).isDir())
            return around;
    return QDir::homePath();
}
