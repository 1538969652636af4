// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/folderwatch.h"
#include "base/latesttask.h"
#include "git/watchfolders.h"
#include "workspace/watchlisting.h"

#include <QObject>
#include <QSet>
#include <QTimer>

/// Watches a repository's Git folder and work tree, without what is ignored. Bursts become one signal: 150 ms
/// after the last event, at the latest 1 s after the first. Where the system tells nothing (network shares),
/// or there are more folders than a fair share of what it watches, it looks for changes every 2 s (or longer,
/// so that looking takes at most a twentieth of the time) while active. GUI thread only; lists and adds on
/// the pools; no timer runs while nothing happens.
class RepositoryWatcher final : public QObject
{
    Q_OBJECT

public:
    /// longReads: for what goes through the whole repository; reads: for what changed in it.
    RepositoryWatcher(QThreadPool *reads, QThreadPool *longReads, QObject *parent = nullptr);

    /// Starts watching; for the repository that is watched already costs nothing. readAt: when somebody began
    /// to read it (milliseconds since 1970); what changed since is told.
    void watch(const Git::RepoLocation &where, qint64 readAt);
    void note(RepositoryChanges what);   ///< as if it had been seen
    void setActive(bool isActive);       ///< whether somebody looks; it is by default
    void setMostFolders(qsizetype most); ///< before watch(); instead of the fair share
    /// Instead of 150 ms after the last event and 1 s after the first.
    void setPace(std::chrono::milliseconds quiet, std::chrono::milliseconds latest);

    bool isPolling() const { return m_isPolling; }
    /// Whether what is there is watched, or known so that a change of it shows.
    bool isSettled() const { return m_isListed && !isListing() && !m_look.isRunning(); }
    bool isIdle() const; ///< no timer and no job runs
    qsizetype folderCount() const { return m_folders.watched().folders.size(); }

Q_SIGNALS:
    void changed(RepositoryChanges what);
    void noticeRaised(const QString &text); ///< once: why changes are looked for instead of told
    void settled();                         ///< the first time that all is watched or polled

private:
    struct Printed
    {
        Git::WatchPrint print;
        qint64 took = 0; // milliseconds
    };

    bool isListing() const { return m_list.isRunning() || m_listAll.isRunning(); }
    void takeEvents(const QList<FolderEvent> &events);
    RepositoryChanges meaningOf(const FolderEvent &event);
    void noteFile(const QByteArray &path, bool isFolder);
    void recover();
    void arm();
    void report();
    void reportLate();
    void tell();
    void startListing();
    void takeListing(const WatchListing &listing);
    void sift();
    void poll();
    void takePrint(const Result<Printed> &printed);

    Git::RepoLocation m_where;
    FolderWatch m_folders;
    QTimer m_quiet, m_latest, m_poll;
    RepositoryChanges m_pending;
    QSet<QByteArray> m_files;  // changed, and not yet known to matter; relative, folders end with '/'
    QSet<QByteArray> m_silent; // known not to matter
    QSet<QByteArray> m_starts; // new folders of the work tree
    bool m_needsGit = false, m_needsAll = false; // to be listed
    bool m_isListed = false, m_isLost = false, m_hasFailed = false;
    bool m_tellsAgain = false; // after the listing that runs
    bool m_isPolling = false, m_isActive = true, m_hasNotice = false;
    qint64 m_since = 0;
    qsizetype m_most = -1;
    std::optional<Git::WatchPrint> m_print;
    LatestTask<WatchListing> m_list, m_listAll; // one of them at a time
    LatestTask<QList<QByteArray>> m_sift;
    LatestTask<Printed> m_look;
};
