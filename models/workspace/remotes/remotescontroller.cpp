// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/remotes/remotescontroller.h"

#include "base/text.h"
#include "git/refname.h"

#include <QSet>

RemotesController::RemotesController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_read(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::refreshed, this, &RemotesController::refresh);
    refresh();
}

void RemotesController::refresh()
{
    setLoading();
    m_read.start([where = m_repository.location()](const CancelToken &) { return Git::readRemotes(where); },
                 [this](Result<QList<Git::Remote>> remotes) {
                     if (!remotes) {
                         setFailed(remotes.error());
                     } else {
                         m_items.setRemotes(*remotes);
                         remotes->isEmpty() ? setEmpty() : setReady();
                         Q_EMIT remotesChanged();
                     }
                     Q_EMIT busyChanged();
                 });
    Q_EMIT busyChanged();
}

RemoteLoss RemotesController::lossOf(const QByteArray &remote) const
{
    const QList<Git::Ref> &refs = m_repository.refs().all;
    RemoteLoss loss{.branches = Git::branchesOfRemote(m_items.remotes(), remote, refs), .followers = {}};
    loss.branches.removeAll(QByteArray(Git::kRemotes + remote + "/HEAD")); // which points at one of them
    const QSet<QByteArray> going(loss.branches.cbegin(), loss.branches.cend());
    for (const Git::Ref &ref : refs) {
        if (ref.kind == Git::RefKind::LocalBranch && going.contains(ref.upstream))
            loss.followers += ref.name;
    }
    return loss;
}

QString RemotesController::nameProblem(const QString &name, const QByteArray &current) const
{
    const QByteArray bytes = name.toUtf8();
    if (const QString problem = Git::refNameProblem(bytes); !problem.isEmpty())
        return problem;
    if (bytes == current)
        return tr("That is its name already.");
    for (const Git::Remote &remote : m_items.remotes()) {
        if (remote.name == bytes)
            //: %1: name of a remote
            return tr("There is a remote “%1” already.").arg(visibleText(name));
        const bool isInTheWay = remote.name.startsWith(QByteArray(bytes + '/')) ||
                                bytes.startsWith(QByteArray(remote.name + '/'));
        if (isInTheWay && remote.name != current)
            //: %1: name of a remote
            return tr("“%1” stands in the way: a name cannot be a folder of others as well.")
                .arg(displayPath(remote.name));
    }
    return {};
}

QString RemotesController::addressProblem(const QString &address)
{
    const auto parsed = Git::parseNewRemoteUrl(address.toUtf8());
    return parsed ? QString() : parsed.error().message;
}

QString RemotesController::editable(const QByteArray &address)
{
    const QString text = QString::fromUtf8(address);
    const bool isWhole = text.toUtf8() == address && !hasHiddenCharacters(text);
    return isWhole && Git::parseNewRemoteUrl(address) ? text : QString();
}
