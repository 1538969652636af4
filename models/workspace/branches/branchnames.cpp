// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/branches/branchnames.h"

#include "base/text.h"
#include "git/refname.h"

#include <QCoreApplication>

namespace {

struct BranchNamesText
{
    Q_DECLARE_TR_FUNCTIONS(BranchNames)
};

QString newRefProblem(const Git::Refs &refs, const QByteArray &folder, const QString &name,
                      const QByteArray &current)
{
    const QByteArray bytes = name.toUtf8();
    if (QString problem = Git::refNameProblem(bytes); !problem.isEmpty())
        return problem;
    const QByteArray full = folder + bytes;
    for (const Git::Ref &ref : refs.all) {
        if (!ref.name.startsWith(folder))
            continue;
        if (ref.name == full)
            return ref.name == current ? BranchNamesText::tr("That is its name already.")
                                       //: %1: a branch or tag
                                       : BranchNamesText::tr("“%1” is there already.").arg(visibleText(name));
        const bool isInTheWay =
            ref.name.startsWith(QByteArray(full + '/')) || full.startsWith(QByteArray(ref.name + '/'));
        if (isInTheWay && ref.name != current)
            //: %1: a branch or tag such as "feature" that stands in the way of "feature/x"
            return BranchNamesText::tr("“%1” stands in the way: a name cannot be a folder of others as well.")
                .arg(displayPath(ref.name.sliced(folder.size())));
    }
    return {};
}

} // namespace

QString newBranchProblem(const Git::Refs &refs, const QString &name, const QByteArray &current)
{
    return newRefProblem(refs, Git::kBranches, name, current);
}

QString newTagProblem(const Git::Refs &refs, const QString &name)
{
    return newRefProblem(refs, QByteArrayLiteral("refs/tags/"), name, {});
}

// The name of a remote may have a slash, and begin like another one's.
QByteArray remoteOfBranch(const QList<QByteArray> &remotes, const QByteArray &branch)
{
    QByteArray found;
    for (const QByteArray &remote : remotes) {
        const QByteArray folder = Git::kRemotes + remote + '/';
        if (remote.size() > found.size() && branch.startsWith(folder) &&
            branch.sliced(folder.size()) != "HEAD")
            found = remote;
    }
    return found;
}

QByteArray branchAtRemote(const QByteArray &remote, const QByteArray &branch)
{
    return Git::kBranches + branch.sliced(Git::kRemotes.size() + remote.size() + 1);
}

QString shownBranch(const QByteArray &fullName)
{
    return displayPath(Git::Ref{.name = fullName}.shortName());
}
