// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/repositorywatcher.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kMostFolders = 500;

} // namespace

RepositoryWatcher::RepositoryWatcher(QObject *parent)
    : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(150ms);
    m_latest.setSingleShot(true);
    m_latest.setInterval(1s);
    connect(&m_quiet, &QTimer::timeout, this, &RepositoryWatcher::report);
    connect(&m_latest, &QTimer::timeout, this, &RepositoryWatcher::report);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, [this](const QString &folder) {
        const bool isRefs = folder.contains("/refs"_L1);
        note(isRefs ? RepositoryChanges(RepositoryChange::Refs)
                    : RepositoryChange::Refs | RepositoryChange::Index);
    });
}

QStringList RepositoryWatcher::foldersToWatch(const Git::RepoLocation &where)
{
    const QString common = QFile::decodeName(where.commonDir);
    QStringList folders{QFile::decodeName(where.gitDir)};
    if (where.commonDir != where.gitDir)
        folders += common;
    folders += common + u"/refs"_s;
    QDirIterator refs(common + u"/refs"_s, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                      QDirIterator::Subdirectories);
    while (refs.hasNext() && folders.size() < kMostFolders)
        folders += refs.next();
    return folders;
}

void RepositoryWatcher::watch(const QStringList &folders)
{
    const QStringList watched = m_files.directories();
    const QSet<QString> before(watched.cbegin(), watched.cend()), after(folders.cbegin(), folders.cend());
    const QSet<QString> gone = before - after, added = after - before;
    if (!gone.isEmpty())
        m_files.removePaths(gone.values());
    if (!added.isEmpty())
        m_files.addPaths(added.values()); // one that vanished meanwhile is simply not watched
}

void RepositoryWatcher::note(RepositoryChanges what)
{
    m_pending |= what;
    m_quiet.start();
    if (!m_latest.isActive())
        m_latest.start();
}

void RepositoryWatcher::report()
{
    m_quiet.stop();
    m_latest.stop();
    Q_EMIT changed(std::exchange(m_pending, {}));
}
