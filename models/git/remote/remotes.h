// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"
#include "git/remote/remoteurl.h"

namespace Git {

/// A remote as it is configured.
struct Remote
{
    QByteArray name;
    QByteArray fetchUrl; ///< after url.*.insteadOf
    QByteArray pushUrl;  ///< where pushing goes: remote.*.pushurl if there is one
    QList<QByteArray> fetchSpecs;
    bool operator==(const Remote &) const = default;
};

/// All remotes, by name. Starts nothing; the addresses are as written and may hold passwords: show them by
/// displayUrl() only. O(configuration).
Result<QList<Remote>> readRemotes(const RepoLocation &where);

/// NotFound: no such remote.
Result<Remote> readRemote(const RepoLocation &where, const QByteArray &name);

/// What a run that fetches from, or pushes to, this address may reach. Invalid: see parseRemoteUrl(). Denied:
/// an unencrypted address of another machine, unless allowed.
Result<QStringList> readProtocols(const QByteArray &url, bool allowsHttp);

/// Conflict: there is one of that name. Invalid: the name, or the address, see parseNewRemoteUrl().
Result<void> addRemote(const Program &git, const QByteArray &name, const QByteArray &url,
                       const CancelToken &cancel);

/// Takes its remote branches and what follows them with it; what has begun runs to its end. Conflict: there
/// is one of that name.
Result<void> renameRemote(const Program &git, const QByteArray &from, const QByteArray &to,
                          const CancelToken &cancel);

/// With its remote branches and what follows them. Cannot be undone here; a fetch brings the branches back.
Result<void> removeRemote(const Program &git, const QByteArray &name, const CancelToken &cancel);

/// The remote branches that removing a remote takes along: those that it fetches and no other one does. Full
/// names, as the refs are ordered. Pure, O(refs × fetch settings).
QList<QByteArray> branchesOfRemote(const QList<Remote> &remotes, const QByteArray &name,
                                   const QList<Ref> &refs);

enum class RemoteUrlUse { Fetch, Push };
/// An empty address to push to: from now on where it is fetched from.
Result<void> setRemoteUrl(const Program &git, const QByteArray &name, RemoteUrlUse use, const QByteArray &url,
                          const CancelToken &cancel);

} // namespace Git
