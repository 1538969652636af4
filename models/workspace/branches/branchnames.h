// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

/// Why there can be no new branch of this short name, as one sentence; empty: there can. current: full name
/// of the branch that is given another name and so stands in nobody's way; empty: none. O(refs): for every
/// key stroke.
QString newBranchProblem(const Git::Refs &refs, const QString &name, const QByteArray &current = {});
/// The same of a new tag.
QString newTagProblem(const Git::Refs &refs, const QString &name);

/// Whose remote branch (refs/remotes/…) this is, of the remotes' names; empty: it is of none of them, or no
/// branch but what the remote calls its HEAD.
QByteArray remoteOfBranch(const QList<QByteArray> &remotes, const QByteArray &branch);
/// Its full name at the remote: refs/heads/…
QByteArray branchAtRemote(const QByteArray &remote, const QByteArray &branch);

/// "main", "origin/main": for display.
QString shownBranch(const QByteArray &fullName);
