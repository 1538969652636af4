// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/branchuse.h"

#include "git/locate.h"
#include "git/refname.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

QByteArray workTreeOf(const QByteArray &gitDir)
{
    const QByteArray pointer = readSmallFile(gitDir + "/gitdir").trimmed(); // of a linked one: …/tree/.git
    const QByteArray &inside = pointer.isEmpty() ? gitDir : pointer;
    return inside.endsWith("/.git") ? inside.chopped(5) : inside;
}

std::optional<BranchUse::Why> useIn(const QByteArray &gitDir, const QByteArray &branch)
{
    const auto first = [&](QByteArrayView name) { return readSmallFile(gitDir + name).trimmed(); };
    const QByteArray head = first("/HEAD");
    if (head.startsWith("ref:") && head.sliced(4).trimmed() == branch)
        return BranchUse::Why::CheckedOut;
    if (first("/rebase-merge/head-name") == branch || first("/rebase-apply/head-name") == branch)
        return BranchUse::Why::Rebased;
    const QByteArray bisected = first("/BISECT_START");
    if (!bisected.isEmpty() && (bisected == branch || kBranches + bisected == branch))
        return BranchUse::Why::Bisected;
    return std::nullopt;
}

} // namespace

std::optional<BranchUse> findBranchUse(const RepoLocation &where, const QByteArray &branch)
{
    QList<QByteArray> gitDirs{where.gitDir};
    if (where.commonDir != where.gitDir)
        gitDirs.append(where.commonDir);
    const QByteArray linked = where.commonDir + "/worktrees";
    for (const QString &name : QDir(QFile::decodeName(linked)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        gitDirs.append(linked + '/' + QFile::encodeName(name));
    for (const QByteArray &gitDir : std::as_const(gitDirs)) {
        if (const auto why = useIn(gitDir, branch))
            return BranchUse{.folder = workTreeOf(gitDir), .why = *why, .isHere = gitDir == where.gitDir};
    }
    return std::nullopt;
}

} // namespace Git
