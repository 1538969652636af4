// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/linked/types.h"

#include <QHash>

namespace Git {

/// What .gitmodules says of one submodule. All of it is untrusted.
struct GitmodulesEntry
{
    QByteArray name, path, url;
    QByteArray ignore = {};
};

/// Takes .gitmodules apart without following includes. Invalid: it is no configuration. Pure.
Result<QList<GitmodulesEntry>> parseGitmodules(const QByteArray &content);

/// .gitmodules of the work tree by path, else of the index; empty when there is none. One that is a link or
/// no file is not read. Invalid: it cannot be taken apart.
Result<QHash<QByteArray, GitmodulesEntry>> readGitmodules(const RepoLocation &where,
                                                          const CancelToken &cancel);

/// As Git names them ("untracked"); nothing for another word. Pure.
std::optional<SubmoduleIgnore> parseSubmoduleIgnore(const QByteArray &word);

/// Why Git, or we, do not take the name of a submodule: it would leave the folder for their repositories or
/// cannot be given to Git. Empty: it is fine. Pure.
QString submoduleNameProblem(const QByteArray &name);

/// The same for where it lies.
QString submodulePathProblem(const QByteArray &path);

/// The same for an address as .gitmodules has it: a relative one ("../x"), or what parseRemoteUrl() takes.
QString submoduleUrlProblem(const QByteArray &url);

/// "./x" or "../x": meant as seen from the repository's own remote.
bool isRelativeUrl(const QByteArray &url);

} // namespace Git
