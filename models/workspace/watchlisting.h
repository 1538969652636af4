// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/folderwatch.h"
#include "git/types.h"
#include "workspace/repositorychange.h"

/// What a worker shall watch for a RepositoryWatcher.
struct WatchJob
{
    Git::RepoLocation where;
    std::shared_ptr<WatchQueue> queue; ///< null: the system has none
    WatchedFolders before;
    QList<QByteArray> starts; ///< new folders of the work tree
    bool isAll = false;       ///< everything instead
    qsizetype most = 0;       ///< folders, with those of before; the Git folder's are watched in any case
    qint64 since =
        0; ///< milliseconds since 1970 from which on changes are to be told; 0: from this job's start
};

/// What it has watched.
struct WatchListing
{
    WatchedFolders watched;
    bool isAll = false;
    bool isBlind = false;     ///< the system tells nothing of this place
    bool isCut = false;       ///< there are more folders than asked for
    bool isFailed = false;    ///< the work tree could not be listed, as by a damaged index
    RepositoryChanges missed; ///< changed before it was watched
};

/// What there is to go by when listing failed: nobody tells, so one has to look.
WatchListing blindListing();

/// Blocking; the Git folder always, of the work tree what job says. When the system's limit is reached, of
/// the work tree nothing, so that other programs of the user get some.
Result<WatchListing> listAndWatch(const WatchJob &job, const CancelToken &cancel);
