// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"
#include "git/worktree.h"

namespace Git {

/// What stands at one path of the work tree, byte for byte: no filter, no line-end conversion.
struct FileState
{
    quint32 mode = 0;             ///< git's; 0: nothing there
    ObjectId id;                  ///< of the content as a blob
    qint64 size = 0, changed = 0; ///< bytes; nanoseconds since 1970
    bool isSame(const FileState &other) const { return mode == other.mode && id == other.id; }
};

qint64 modifiedAt(const struct stat &info); ///< nanoseconds since 1970

enum class Storing { IdsOnly, Objects };

/// The states of paths, in order; with Storing::Objects their content is in the object database afterwards.
/// Invalid: something that is neither a file nor a link. Denied: a path that leads through a link.
Result<QList<FileState>> readFileStates(const Program &git, const WorkTree &tree,
                                        const QList<QByteArray> &paths, Storing storing,
                                        const CancelToken &cancel);

/// The id that content has as a blob.
Result<ObjectId> hashContent(const Program &git, const QByteArray &content, Storing storing,
                             const CancelToken &cancel);

/// Tracked paths whose content or mode differs from the index, by the word of the git program.
Result<QSet<QByteArray>> readChangedPaths(const Program &git, const CancelToken &cancel);

/// Of the paths that `git update-index --assume-unchanged` named, which git does not look at, those whose
/// bytes or mode differ from the index; with filters more than that. O(index), and those files.
Result<QSet<QByteArray>> readAssumedChanges(const Program &git, const WorkTree &tree,
                                            const CancelToken &cancel);

} // namespace Git
