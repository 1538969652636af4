// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/folderwatch.h"

#include <QFile>
#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>

#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostEarly = 4096;

std::atomic<qsizetype> watchesInUse = 0;

} // namespace

#ifdef Q_OS_LINUX

namespace {

constexpr uint32_t kMask = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY | IN_CLOSE_WRITE |
                           IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_DONT_FOLLOW |
                           IN_EXCL_UNLINK;

} // namespace

std::shared_ptr<WatchQueue> WatchQueue::open()
{
    const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    return descriptor < 0 ? nullptr : std::shared_ptr<WatchQueue>(new WatchQueue(descriptor));
}

WatchQueue::~WatchQueue()
{
    ::close(m_descriptor);
}

WatchedFolders WatchQueue::watchAlso(const QList<QByteArray> &folders, qsizetype most,
                                     const CancelToken &cancel)
{
    WatchedFolders added;
    for (qsizetype at = 0; at < folders.size() && !cancel.isCancelled(); ++at) {
        if (added.folders.size() >= most) {
            added.missed = folders.size() - at;
            break;
        }
        const int watch = ::inotify_add_watch(m_descriptor, folders[at].constData(), kMask);
        if (watch >= 0) {
            added.folders.insert(watch, folders[at]);
        } else if (errno == ENOSPC) {
            added.isLimitReached = true;
            added.missed = folders.size() - at;
            break;
        } else if (errno != ENOENT && errno != ENOTDIR) {
            ++added.missed; // may not be read, or no memory
        }
    }
    return added;
}

WatchedFolders WatchQueue::watchOnly(const QList<QByteArray> &folders, const WatchedFolders &before,
                                     qsizetype most, const CancelToken &cancel)
{
    WatchedFolders added = watchAlso(folders, most, cancel);
    for (auto old = before.folders.cbegin(); old != before.folders.cend() && !cancel.isCancelled(); ++old) {
        if (!added.folders.contains(old.key()))
            ::inotify_rm_watch(m_descriptor, old.key());
    }
    return added;
}

void FolderWatch::read()
{
    // One buffer for each time that the event loop comes by, so that input goes between.
    alignas(inotify_event) static thread_local std::array<char, 64 * 1024> buffer;
    const auto size = ::read(m_queue->descriptor(), buffer.data(), buffer.size());
    if (size <= 0) {
        if (size == 0 || (errno != EAGAIN && errno != EINTR))
            giveUp();
        return;
    }
    QList<FolderEvent> events;
    bool isOverflow = false;
    for (ptrdiff_t at = 0; at < size;) {
        const auto *raw = reinterpret_cast<const inotify_event *>(buffer.data() + at);
        at += ptrdiff_t(sizeof(inotify_event)) + ptrdiff_t(raw->len);
        if (raw->mask & IN_Q_OVERFLOW) {
            isOverflow = true;
            continue;
        }
        const bool isEnd = raw->mask & IN_IGNORED;
        const bool isItself = raw->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED);
        if (raw->len == 0 && !isItself)
            continue; // attributes of the folder, which its parent tells as well
        takeOne(raw->wd,
                {.name = isItself || raw->len == 0 ? QByteArray() : QByteArray(raw->name),
                 .isFolder = (raw->mask & IN_ISDIR) != 0,
                 .isNew = (raw->mask & (IN_CREATE | IN_MOVED_TO)) != 0,
                 .isMoved = (raw->mask & IN_MOVE_SELF) != 0},
                isEnd, events);
    }
    count();
    if (!events.isEmpty())
        Q_EMIT changed(events);
    if (isOverflow)
        Q_EMIT overflowed();
}

bool FolderWatch::tellsOf(const QByteArray &path)
{
    struct statfs info = {};
    if (::statfs(path.constData(), &info) != 0)
        return true;
    switch (static_cast<uint32_t>(info.f_type)) {
    case 0x6969:     // NFS
    case 0x517B:     // SMB
    case 0xFF534D42: // CIFS
    case 0xFE534D42: // SMB2
    case 0x65735546: // FUSE: sshfs and its like
    case 0x01021997: // 9P
    case 0x5346414F: // AFS
    case 0x73757245: // Coda
    case 0x00C36400: // Ceph
    case 0x786F4256: // VirtualBox
    case 0xBACBACBC: // VMware
        return false;
    default:
        return true;
    }
}

#else

std::shared_ptr<WatchQueue> WatchQueue::open()
{
    return nullptr;
}

WatchQueue::~WatchQueue() = default;

WatchedFolders WatchQueue::watchAlso(const QList<QByteArray> &folders, qsizetype, const CancelToken &)
{
    return {.missed = folders.size()};
}

WatchedFolders WatchQueue::watchOnly(const QList<QByteArray> &folders, const WatchedFolders &, qsizetype most,
                                     const CancelToken &cancel)
{
    return watchAlso(folders, most, cancel);
}

void FolderWatch::read() {}

bool FolderWatch::tellsOf(const QByteArray &)
{
    return false;
}

#endif

FolderWatch::FolderWatch(QObject *parent)
    : QObject(parent)
    , m_queue(WatchQueue::open())
{
    if (!m_queue)
        return;
    m_notifier = new QSocketNotifier(m_queue->descriptor(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &FolderWatch::read);
}

FolderWatch::~FolderWatch()
{
    watchesInUse -= m_counted;
}

// The queue cannot be read any more, and would be ready for ever.
void FolderWatch::giveUp()
{
    m_notifier->setEnabled(false);
    m_notifier->deleteLater(); // it is the one that calls
    m_notifier = nullptr;
    m_queue.reset();
    m_watched = {};
    m_early.clear();
    count();
    Q_EMIT overflowed();
}

void FolderWatch::count()
{
    watchesInUse += m_watched.folders.size() - m_counted;
    m_counted = m_watched.folders.size();
}

void FolderWatch::expect()
{
    m_isExpecting = true;
}

void FolderWatch::takeOne(int watch, FolderEvent event, bool isEnd, QList<FolderEvent> &events)
{
    const auto known = m_watched.folders.constFind(watch);
    if (known == m_watched.folders.cend()) {
        if (m_isExpecting && m_early.size() < kMostEarly)
            m_early += {watch, std::move(event), isEnd};
        else
            m_hasLost |= m_isExpecting;
        return;
    }
    event.folder = *known;
    if (isEnd)
        m_watched.folders.erase(known);
    if (events.isEmpty() || events.last() != event)
        events += std::move(event);
}

void FolderWatch::take(const WatchedFolders &added, bool isAll)
{
    if (isAll) {
        m_watched = added;
    } else {
        m_watched.folders.insert(added.folders);
        m_watched.missed += added.missed;
        m_watched.isLimitReached |= added.isLimitReached;
    }
    m_isExpecting = false;
    QList<FolderEvent> events;
    for (Early &early : std::exchange(m_early, {}))
        takeOne(early.watch, std::move(early.event), early.isEnd, events);
    count();
    if (!events.isEmpty())
        Q_EMIT changed(events);
    if (std::exchange(m_hasLost, false))
        Q_EMIT overflowed();
}

qsizetype FolderWatch::fairShare()
{
    QFile limit(u"/proc/sys/fs/inotify/max_user_watches"_s);
    const qlonglong most = limit.open(QIODevice::ReadOnly) ? limit.readAll().trimmed().toLongLong() : 0;
    return most > 0 ? qsizetype(most / 4) : 2048;
}

qsizetype FolderWatch::inUse()
{
    return watchesInUse;
}
