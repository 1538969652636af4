// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/repositorywatcher.h"

#include <QElapsedTimer>

using namespace std::chrono_literals;

namespace {

constexpr qsizetype kMostSifted = 1000;   // files that are asked for one by one
constexpr qsizetype kMostSilent = 10'000; // files that are remembered
constexpr qsizetype kMostStarts = 200;    // new folders that are listed one by one

} // namespace

RepositoryWatcher::RepositoryWatcher(QThreadPool *reads, QThreadPool *longReads, QObject *parent)
    : QObject(parent)
    , m_list(this, reads)
    , m_listAll(this, longReads)
    , m_sift(this, reads)
    , m_look(this, longReads)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(150ms);
    m_latest.setSingleShot(true);
    m_latest.setInterval(1s);
    m_poll.setSingleShot(true);
    m_poll.setInterval(2s);
    connect(&m_quiet, &QTimer::timeout, this, &RepositoryWatcher::report);
    connect(&m_latest, &QTimer::timeout, this, &RepositoryWatcher::reportLate);
    connect(&m_poll, &QTimer::timeout, this, &RepositoryWatcher::poll);
    connect(&m_folders, &FolderWatch::changed, this, &RepositoryWatcher::takeEvents);
    connect(&m_folders, &FolderWatch::overflowed, this, &RepositoryWatcher::recover);
}

void RepositoryWatcher::watch(const Git::RepoLocation &where, qint64 readAt)
{
    const bool isSame = where.gitDir == m_where.gitDir && where.commonDir == m_where.commonDir &&
                        where.workTree == m_where.workTree && where.indexFile == m_where.indexFile;
    m_where = where;
    if (isSame && !m_isLost)
        return;
    m_isLost = false;
    m_silent.clear();
    m_files.clear();
    m_print.reset();
    m_needsAll = true;
    m_since = readAt;
    startListing();
}

void RepositoryWatcher::setMostFolders(qsizetype most)
{
    m_most = most;
}

void RepositoryWatcher::setPace(std::chrono::milliseconds quiet, std::chrono::milliseconds latest)
{
    m_quiet.setInterval(quiet);
    m_latest.setInterval(latest);
}

void RepositoryWatcher::setActive(bool isActive)
{
    if (std::exchange(m_isActive, isActive) == isActive)
        return;
    if (!isActive)
        m_poll.stop();
    else if (m_isPolling)
        poll();
}

bool RepositoryWatcher::isIdle() const
{
    return !m_quiet.isActive() && !m_latest.isActive() && !m_poll.isActive() && !isListing() &&
           !m_sift.isRunning() && !m_look.isRunning();
}

void RepositoryWatcher::note(RepositoryChanges what)
{
    m_pending |= what;
    m_silent.clear(); // rules outside of the repository may have changed
    arm();
}

void RepositoryWatcher::arm()
{
    m_quiet.start();
    if (!m_latest.isActive())
        m_latest.start();
}

void RepositoryWatcher::recover()
{
    m_needsAll = true;
    m_since = 0;
    note(kEverything);
}

void RepositoryWatcher::takeEvents(const QList<FolderEvent> &events)
{
    for (const FolderEvent &event : events)
        m_pending |= meaningOf(event);
    if (m_pending || !m_files.isEmpty() || !m_starts.isEmpty() || m_needsGit || m_needsAll)
        arm();
}

RepositoryChanges RepositoryWatcher::meaningOf(const FolderEvent &event)
{
    if (event.name.isEmpty()) {
        m_needsAll |= event.isMoved;
        const bool isTop = event.folder == m_where.gitDir || event.folder == m_where.commonDir ||
                           event.folder == m_where.workTree;
        m_isLost |= isTop;
        return isTop ? kEverything : RepositoryChanges();
    }
    const Git::Touches touches = Git::touchedBy(m_where, event.folder, event.name);
    RepositoryChanges what;
    what.setFlag(RepositoryChange::Refs, touches.testFlag(Git::Touch::Refs));
    what.setFlag(RepositoryChange::Index, touches.testFlag(Git::Touch::Index));
    what.setFlag(RepositoryChange::WorkTree, touches.testAnyFlags(Git::Touch::Ignores | Git::Touch::Nested));
    m_needsGit |= touches.testFlag(Git::Touch::Folders) && event.isFolder && event.isNew;
    m_needsAll |= touches.testFlag(Git::Touch::Ignores) || (m_hasFailed && what);
    if (what)
        m_silent.clear(); // what is tracked, and so never ignored, may be another
    if (touches.testFlag(Git::Touch::Files)) {
        const QByteArray path = event.folder + '/' + event.name;
        if (event.isFolder && event.isNew)
            m_starts += path;
        noteFile(path.sliced(m_where.workTree.size() + 1), event.isFolder);
    }
    return what;
}

void RepositoryWatcher::noteFile(const QByteArray &path, bool isFolder)
{
    if (m_pending.testFlag(RepositoryChange::WorkTree))
        return;
    QByteArray file = isFolder ? QByteArray(path + '/') : path;
    if (!m_silent.contains(file))
        m_files += std::move(file);
}

void RepositoryWatcher::report()
{
    m_quiet.stop();
    startListing();
    sift();
    // What lies in a new folder is read when the folder is watched, else it could be missed in between.
    const bool isHeldBack = m_list.isRunning() && m_pending;
    if (!isHeldBack)
        tell();
    else if (!m_latest.isActive())
        m_latest.start();
}

// New folders may come faster than they can be listed: what is known is not held back any longer.
void RepositoryWatcher::reportLate()
{
    startListing();
    sift();
    m_tellsAgain |= m_list.isRunning() && m_pending;
    tell();
}

void RepositoryWatcher::tell()
{
    m_quiet.stop();
    m_latest.stop();
    if (m_pending)
        Q_EMIT changed(std::exchange(m_pending, {}));
}

// Whoever reads because of something else sees the files anyway; for files alone it is worth asking whether
// any of them is neither ignored nor unknown to Git.
void RepositoryWatcher::sift()
{
    if (m_files.isEmpty())
        return;
    if (m_pending || m_files.size() > kMostSifted) {
        m_pending |= RepositoryChange::WorkTree;
        m_files.clear();
        return;
    }
    if (m_sift.isRunning())
        return;
    const QList<QByteArray> files = std::exchange(m_files, {}).values();
    m_sift.start(
        [where = m_where, files](const CancelToken &cancel) { return Git::listSilent(where, files, cancel); },
        [this, count = files.size()](const Result<QList<QByteArray>> &silent) {
            if (silent && m_silent.size() < kMostSilent)
                m_silent.unite(QSet<QByteArray>(silent->cbegin(), silent->cend()));
            if (!silent || silent->size() < count)
                m_pending |= RepositoryChange::WorkTree;
            report();
        });
}

void RepositoryWatcher::startListing()
{
    const bool isDue = m_needsAll || m_needsGit || !m_starts.isEmpty();
    if (!isDue || isListing() || m_isLost || m_where.gitDir.isEmpty())
        return;
    const bool isAll = m_needsAll || m_starts.size() > kMostStarts;
    const qsizetype share =
        m_most >= 0 ? m_most : FolderWatch::fairShare() - FolderWatch::inUse() + folderCount();
    const WatchJob job{.where = m_where,
                       .queue = m_folders.queue(),
                       .before = m_folders.watched(),
                       .starts = isAll ? QList<QByteArray>() : m_starts.values(),
                       .isAll = isAll,
                       .most = share,
                       .since = std::exchange(m_since, 0)};
    m_needsAll = m_needsGit = false;
    m_starts.clear();
    m_folders.expect();
    (isAll ? m_listAll : m_list)
        .start(
            [job](const CancelToken &cancel) { return listAndWatch(job, cancel); },
            [this](const Result<WatchListing> &listing) { takeListing(listing.value_or(blindListing())); });
}

void RepositoryWatcher::takeListing(const WatchListing &listing)
{
    m_folders.take(listing.watched, listing.isAll);
    m_hasFailed = listing.isFailed;
    const bool isShort =
        listing.isCut || m_folders.watched().isLimitReached || m_folders.watched().missed > 0;
    const bool wasPolling = m_isPolling;
    m_isPolling = listing.isBlind || isShort || (m_isPolling && !listing.isAll);
    if ((listing.isBlind || isShort) && !std::exchange(m_hasNotice, true)) {
        Q_EMIT noticeRaised(
            isShort
                ? tr("This repository has more folders than the system can watch for it, so changes are "
                     "looked for every few seconds. A higher fs.inotify.max_user_watches avoids that.")
                : tr("The system does not tell of changes in this repository's folder, so they are looked "
                     "for every few seconds."));
    }
    if (m_isPolling && !wasPolling) {
        m_print.reset();
        if (m_isActive)
            poll();
    } else if (!m_isPolling) {
        m_poll.stop();
    }
    m_pending |= listing.missed;
    if (std::exchange(m_tellsAgain, false))
        m_pending |=
            RepositoryChange::WorkTree; // who read before the folders were watched may have missed some
    if (!std::exchange(m_isListed, true))
        Q_EMIT settled();
    report();
}

void RepositoryWatcher::poll()
{
    if (m_look.isRunning())
        return;
    auto work = [where = m_where](const CancelToken &cancel) -> Result<Printed> {
        QElapsedTimer timer;
        timer.start();
        const auto print = Git::readWatchPrint(where, cancel);
        if (!print)
            return std::unexpected(print.error());
        return Printed{*print, timer.elapsed()};
    };
    m_look.start(std::move(work), [this](const Result<Printed> &printed) { takePrint(printed); });
}

void RepositoryWatcher::takePrint(const Result<Printed> &printed)
{
    const auto before = std::exchange(m_print, printed ? std::optional(printed->print) : std::nullopt);
    RepositoryChanges what;
    if (before && m_print) {
        what.setFlag(RepositoryChange::Refs, before->refs != m_print->refs);
        what.setFlag(RepositoryChange::Index, before->index != m_print->index);
        what.setFlag(RepositoryChange::WorkTree, before->files != m_print->files);
    } else if (before || m_print) {
        what = kEverything; // the first look, or one of both failed: nobody knows what was before
    }
    m_pending |= what;
    if (m_isPolling && m_isActive)
        m_poll.start(std::max<std::chrono::milliseconds>(2s, (printed ? printed->took : 0) * 20ms));
    if (what)
        report();
}
