// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/watchlisting.h"

#include "git/watchfolders.h"

#include <QDateTime>

namespace {

constexpr qint64 kClockStep = 20; // milliseconds by which a file's time may lag
constexpr qsizetype kAll = std::numeric_limits<qsizetype>::max();

bool isBlind(const WatchJob &job)
{
    const Git::RepoLocation &where = job.where;
    return !job.queue || !FolderWatch::tellsOf(where.gitDir) ||
           (!where.isBare() && !FolderWatch::tellsOf(where.workTree));
}

Result<Git::WorkFolders> workFolders(const WatchJob &job, qsizetype gitFolders, const CancelToken &cancel)
{
    if (!job.isAll && job.starts.isEmpty())
        return Git::WorkFolders{};
    const qsizetype used = job.isAll ? gitFolders : job.before.folders.size();
    return Git::listWorkFolders(job.where, job.starts, std::max<qsizetype>(job.most - used, 0), cancel);
}

WatchedFolders watchThem(const WatchJob &job, const QList<QByteArray> &git, const QList<QByteArray> &work,
                         const CancelToken &cancel)
{
    if (!job.isAll)
        return job.queue->watchAlso(git + work, kAll, cancel);
    WatchedFolders watched = job.queue->watchOnly(git + work, job.before, kAll, cancel);
    if (watched.isLimitReached) {
        const qsizetype missed = watched.missed;
        watched = job.queue->watchOnly(git, watched, kAll, cancel);
        watched.isLimitReached = true;
        watched.missed = missed;
    }
    return watched;
}

} // namespace

WatchListing blindListing()
{
    return {.isBlind = true, .isFailed = true};
}

Result<WatchListing> listAndWatch(const WatchJob &job, const CancelToken &cancel)
{
    const qint64 since = (job.since > 0 ? job.since : QDateTime::currentMSecsSinceEpoch()) - kClockStep;
    WatchListing listing{.isAll = job.isAll, .isBlind = isBlind(job)};
    if (listing.isBlind)
        return listing;
    const QList<QByteArray> git = Git::listGitFolders(job.where);
    const auto folders = workFolders(job, git.size(), cancel);
    const QList<QByteArray> work = folders ? folders->folders : QList<QByteArray>();
    listing.isFailed = !folders;
    listing.isCut = folders && folders->isCut;
    listing.watched = watchThem(job, git, work, cancel);
    if (job.isAll && Git::isAnyNewer(git, since))
        listing.missed |= RepositoryChange::Refs | RepositoryChange::Index;
    if (job.isAll && Git::isAnyNewer(work, since))
        listing.missed |= RepositoryChange::WorkTree;
    return cancel.isCancelled() ? Result<WatchListing>(failCancelled()) : listing;
}
