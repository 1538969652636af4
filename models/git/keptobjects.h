// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

// How objects are made to keep something, see undorecord.h. Nothing of the repository but its object database
// is touched.

/// An entry as `git update-index -z --index-info` takes it.
QByteArray entryLine(quint32 mode, const ObjectId &id, int stage, const QByteArray &path);

/// The tree of such entries.
Result<ObjectId> writeKeptTree(const Program &git, const QByteArray &entries, const CancelToken &cancel);

/// A commit with neither author nor name: an undo must work before the user told Git one.
Result<ObjectId> writeKeptCommit(const Program &git, const ObjectId &tree, const QList<ObjectId> &parents,
                                 const QByteArray &message, const QDateTime &when, const CancelToken &cancel);

/// Runs git for an id that it prints.
Result<ObjectId> runForId(const Program &git, const Program::Run &run, const CancelToken &cancel);

} // namespace Git
