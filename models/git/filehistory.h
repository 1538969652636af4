// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// One commit that changed the file or folder.
struct FileRevision
{
    Commit commit;
    QByteArray path;    ///< at this commit; before it, when the commit deleted it
    QByteArray oldPath; ///< only for renames and copies: what older revisions are called
    Diff::FileStatus status = Diff::FileStatus::Modified; ///< of a folder always Modified
    bool operator==(const FileRevision &) const = default;
};

struct FileHistoryQuery
{
    QByteArray path;            ///< in bytes; may be gone by now; a folder's without '/'
    ObjectId tip;               ///< null: HEAD
    int limit = 0;              ///< revisions; 0: all
    bool followsRenames = true; ///< of a file; a folder's never are
};

struct FileHistoryEnd
{
    qsizetype revisions = 0;
    bool followsRenames = false;    ///< false: the history ends where the file was renamed
    bool isFirstParentOnly = false; ///< read without the git program: branches count as their merges
    QStringList notes;              ///< why less is shown than there may be, one sentence each, at most 20
};

using FileRevisionSink = std::function<void(QList<FileRevision>)>;

/// Streams the history of one path, newest first, as `git log --follow` lists it: without merges. The first
/// batch is handed over as soon as git says it. Calls sink on the calling thread. Without trust only first
/// parents are read, without renames, see FileHistoryEnd. NotFound: nothing that the tip can reach ever
/// changed the path. Invalid: no path. Cancelling ends git.
Result<FileHistoryEnd> readFileHistory(const Program &git, const FileHistoryQuery &query,
                                       const FileRevisionSink &sink, const CancelToken &cancel);

} // namespace Git
