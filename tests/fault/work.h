// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

/// What there is in a repository, by the word of plain git and of the files themselves.
namespace FaultTest {

/// The ids of everything somebody worked on: the content of files of the work tree, of what is staged, and of
/// what refs (those of undo records, too), the stash and reflogs lead to; and their commits.
QSet<QByteArray> everyObject(const QString &repository);

/// The ids that the index has at a path.
QSet<QByteArray> stagedContent(const QString &repository, const QByteArray &path);

/// The ids of what a tree, or a commit's, has at a path.
QSet<QByteArray> blobsOf(const QString &repository, const QByteArray &tree, const QByteArray &path);

/// What somebody sees who looks at the work: HEAD's branch, its files and message, what is staged, the files.
QByteArray visibleState(const QString &repository);

/// What `git fsck` finds wrong; empty: nothing.
QByteArray damage(const QString &repository);

/// Files that end with .lock, below the Git folder, absolute.
QList<QByteArray> lockFiles(const QString &repository);

void copyFolder(const QString &from, const QString &to);

/// Runs git there; fails the program when git fails and nothing else was said.
QByteArray runGit(const QString &repository, const QStringList &arguments, bool mayFail = false);

} // namespace FaultTest
