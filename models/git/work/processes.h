// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// A program that runs on this computer, as far as /proc lets us see.
struct RunningProcess
{
    qint64 id = 0;
    QByteArray name;       ///< as the system lists it
    QByteArray place;      ///< the folder it works in; empty: not known
    bool isHidden = false; ///< somebody's whose place we may not see

    bool isGit() const { return name == "git" || name.startsWith("git-"); }
    QByteArray folder() const; ///< below /proc
};

/// Blocking: some milliseconds.
QList<RunningProcess> listProcesses();

/// As the system names it in /proc, without links; empty: there is no such file.
QByteArray resolvedPath(const QByteArray &path);

bool liesIn(const QByteArray &path, const QByteArray &folder);

/// One of a repository's folders, see resolvedPath().
QList<QByteArray> foldersOf(const RepoLocation &where);

/// True of a git program that only reads and was told to take no lock for it, as ours are.
bool takesNoLock(const RunningProcess &git);

/// True while a git program, not one that only reads or stores, is at work in the work tree: a stash, a
/// checkout, a reset. Those of containers and other computers are not seen. Blocking: some milliseconds.
bool isWorkTreeBeingChanged(const RepoLocation &where);

/// True while a `git commit` is at work in the work tree. The same.
bool isCommitAtWork(const RepoLocation &where);

} // namespace Git
