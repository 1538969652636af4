// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/linked/submodulewrites.h"

#include "base/text.h"
#include "git/linked/submodulechanges.h"
#include "git/linked/submodulesync.h"
#include "git/remote/remoteurl.h"

SubmoduleWrites::SubmoduleWrites(RepositoryController &repository, QObject *parent)
    : RepositoryActions(repository, parent)
{}

void SubmoduleWrites::deinitialise(const QByteArray &path)
{
    const QString shown = displayPath(path);
    //: %1: path of a submodule
    run<void>(
        tr("Deinitialising %1").arg(shown),
        [path, runner = repository().services().runner](const Git::Program &git, const CancelToken &cancel) {
            return Git::deinitSubmodule(*runner, git.location(), path, Git::SubmoduleContent::Recorded,
                                        cancel);
        },
        //: %1: path of a submodule
        [this, shown] { Q_EMIT succeeded(tr("%1 is not checked out any more").arg(shown)); });
}

void SubmoduleWrites::sync(const QByteArray &path)
{
    run<QList<Git::SyncedSubmodule>>(
        tr("Taking the address over"),
        [path](const Git::Program &git, const CancelToken &cancel) {
            return Git::syncSubmodules(git, {path}, cancel);
        },
        [this, shown = displayPath(path)](const QList<Git::SyncedSubmodule> &synced) {
            Q_EMIT succeeded(synced.isEmpty()
                                 //: %1: path of a submodule
                                 ? tr("%1 has the address of .gitmodules").arg(shown)
                                 //: %1: path of a submodule, %2: an address
                                 : tr("%1 is at %2 now").arg(shown, Git::displayUrl(synced.first().now)));
        });
}

QString SubmoduleWrites::additionProblem(const QString &address, const QString &path, const QString &branch)
{
    return Git::newSubmoduleProblem({.url = address.trimmed().toUtf8(),
                                     .path = path.trimmed().toUtf8(),
                                     .branch = branch.trimmed().toUtf8()});
}

QString SubmoduleWrites::suggestedPath(const QString &address)
{
    return QString::fromUtf8(Git::submodulePathOf(address.trimmed().toUtf8()));
}
