// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/remotes/remoteactions.h"

#include "base/text.h"

RemoteActionsController::RemoteActionsController(RepositoryController &repository, QObject *parent)
    : RepositoryActions(repository, parent)
{}

void RemoteActionsController::add(const QString &name, const QString &address, const QString &push)
{
    const QByteArray bytes = name.toUtf8();
    const QString shown = displayPath(bytes);
    run<void>(
        //: %1: name of a remote
        tr("Adding %1").arg(shown),
        [bytes, url = address.toUtf8(), push = push.toUtf8()](const Git::Program &git,
                                                              const CancelToken &cancel) {
            auto added = Git::addRemote(git, bytes, url, cancel);
            if (added && !push.isEmpty())
                added = Git::setRemoteUrl(git, bytes, Git::RemoteUrlUse::Push, push, cancel);
            return added;
        },
        [this, bytes, shown] {
            Q_EMIT named(bytes);
            //: %1: name of a remote
            Q_EMIT succeeded(tr("Added the remote %1").arg(shown));
        });
}

void RemoteActionsController::rename(const QByteArray &remote, const QString &name)
{
    const QByteArray bytes = name.toUtf8();
    const QString before = displayPath(remote), after = displayPath(bytes);
    run<void>(
        //: %1: name of a remote
        tr("Renaming %1").arg(before),
        [remote, bytes](const Git::Program &git, const CancelToken &cancel) {
            return Git::renameRemote(git, remote, bytes, cancel);
        },
        [this, bytes, before, after] {
            Q_EMIT named(bytes);
            //: %1 and %2: names of a remote
            Q_EMIT succeeded(tr("%1 is %2 now").arg(before, after));
        });
}

void RemoteActionsController::setAddresses(const QByteArray &remote, const std::optional<QString> &fetch,
                                           const std::optional<QString> &push)
{
    const QString shown = displayPath(remote);
    run<void>(
        //: %1: name of a remote
        tr("Changing the address of %1").arg(shown),
        [remote, fetch, push](const Git::Program &git, const CancelToken &cancel) -> Result<void> {
            Result<void> changed;
            if (fetch)
                changed = Git::setRemoteUrl(git, remote, Git::RemoteUrlUse::Fetch, fetch->toUtf8(), cancel);
            if (changed && push)
                changed = Git::setRemoteUrl(git, remote, Git::RemoteUrlUse::Push, push->toUtf8(), cancel);
            return changed;
        },
        //: %1: name of a remote
        [this, shown] { Q_EMIT succeeded(tr("Changed the address of %1").arg(shown)); });
}

void RemoteActionsController::remove(const QByteArray &remote)
{
    const QString shown = displayPath(remote);
    run<void>(
        //: %1: name of a remote
        tr("Removing %1").arg(shown),
        [remote](const Git::Program &git, const CancelToken &cancel) {
            return Git::removeRemote(git, remote, cancel);
        },
        //: %1: name of a remote
        [this, shown] { Q_EMIT succeeded(tr("Removed the remote %1").arg(shown)); });
}
