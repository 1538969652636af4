// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>

#include <memory>

class QSocketNotifier;

/// Something happened to an entry of a watched folder, or to the folder itself.
struct FolderEvent
{
    QByteArray folder;     ///< as it was given
    QByteArray name;       ///< of the entry; empty: the folder itself is gone or was moved
    bool isFolder = false; ///< the entry is one
    bool isNew = false;    ///< the entry was made or moved here
    bool isMoved = false;  ///< the folder itself lives on elsewhere
    bool operator==(const FolderEvent &) const = default;
};

/// Folders that the system watches, by its number for each.
struct WatchedFolders
{
    QHash<int, QByteArray> folders;
    qsizetype missed = 0;        ///< folders for which there was no place
    bool isLimitReached = false; ///< the system's own limit, not only the asked for
};

/// The system's queue of events. Shared between a FolderWatch and the workers that add folders to it, and
/// closed with the last of them. Any thread.
class WatchQueue
{
    Q_DISABLE_COPY_MOVE(WatchQueue)

public:
    static std::shared_ptr<WatchQueue> open(); ///< null: the system has none, or none left
    ~WatchQueue();

    /// Watches all folders (real ones only, no links); one that is gone is left out silently, one beyond
    /// most is counted. Folders of before that are not in the list are released. Blocking; a few microseconds
    /// a folder. One call at a time.
    WatchedFolders watchOnly(const QList<QByteArray> &folders, const WatchedFolders &before, qsizetype most,
                             const CancelToken &cancel);
    /// The same, but adds and releases nothing. The result holds the new ones only.
    WatchedFolders watchAlso(const QList<QByteArray> &folders, qsizetype most, const CancelToken &cancel);

    int descriptor() const { return m_descriptor; }

private:
    explicit WatchQueue(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor;
};

/// Tells what happens in folders, without what lies deeper. GUI thread only, and no cost while nothing
/// happens. Folders are added by a worker through queue(), between expect() and take().
class FolderWatch final : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatch(QObject *parent = nullptr);
    ~FolderWatch() override;

    /// False: nothing is told; also when the queue broke, of which overflowed() tells.
    bool isAvailable() const { return m_queue != nullptr; }
    const std::shared_ptr<WatchQueue> &queue() const { return m_queue; }
    const WatchedFolders &watched() const { return m_watched; }

    void expect(); ///< a worker starts to add: keeps events of folders that are not known yet
    void take(const WatchedFolders &added, bool isAll); ///< isAll: by watchOnly(), replaces what there was

    /// Whether the system tells of changes at this path at all: not on network and user-space file systems,
    /// where others write unseen. Blocking.
    static bool tellsOf(const QByteArray &path);
    /// A quarter of the folders this user may watch, for all of this program: the limit is shared with the
    /// user's editors and desktop.
    static qsizetype fairShare();
    static qsizetype inUse(); ///< folders that this program watches, of all queues

Q_SIGNALS:
    void changed(const QList<FolderEvent> &events);
    void overflowed(); ///< events were lost: anything may have changed

private:
    struct Early
    {
        int watch;
        FolderEvent event;
        bool isEnd;
    };
    void read();
    void giveUp();
    void count();
    void takeOne(int watch, FolderEvent event, bool isEnd, QList<FolderEvent> &events);

    std::shared_ptr<WatchQueue> m_queue;
    QSocketNotifier *m_notifier = nullptr;
    WatchedFolders m_watched;
    QList<Early> m_early;    // of folders a worker has added and not handed over yet
    qsizetype m_counted = 0; // of m_watched, in inUse()
    bool m_isExpecting = false, m_hasLost = false;
};
