// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/worktrees.h"

#include "git/locate.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

void readTreeHead(Worktree &tree)
{
    const QByteArray head = readSmallFile(tree.gitDir + "/HEAD").trimmed();
    if (head.startsWith("ref:"))
        tree.branch = head.sliced(4).trimmed();
    else if (const auto id = ObjectId::fromHex(head))
        tree.target = *id;
}

Worktree readMainTree(const RepoLocation &where)
{
    Worktree tree{.path = where.commonDir, .gitDir = where.commonDir, .isMain = true};
    tree.isHere = where.gitDir == where.commonDir;
    if (tree.isHere) {
        tree.isBare = where.isBare();
        if (!where.isBare())
            tree.path = where.workTree;
    } else if (where.commonDir.endsWith("/.git")) {
        tree.path.chop(5);
    } else {
        tree.isBare = true;
    }
    readTreeHead(tree);
    return tree;
}

// The file has the path of the folder's .git, absolute or as seen from where the file is.
QByteArray worktreeFolder(const QByteArray &gitDir)
{
    QByteArray pointer = readSmallFile(gitDir + "/gitdir");
    if (pointer.endsWith('\n'))
        pointer.chop(1);
    if (!pointer.endsWith("/.git"))
        return {};
    return QFile::encodeName(QDir::cleanPath(QFile::decodeName(joinPath(gitDir, pointer.chopped(5)))));
}

} // namespace

QList<Worktree> readWorktrees(const RepoLocation &where)
{
    QList<Worktree> trees{readMainTree(where)};
    const QByteArray folder = where.commonDir + "/worktrees";
    for (const QString &name :
         QDir(QFile::decodeName(folder)).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        Worktree tree{.gitDir = folder + '/' + QFile::encodeName(name)};
        tree.path = worktreeFolder(tree.gitDir);
        if (tree.path.isEmpty())
            continue;
        tree.isHere = tree.gitDir == where.gitDir;
        tree.isLocked = pathExists(tree.gitDir + "/locked");
        if (tree.isLocked)
            tree.lockReason = readSmallFile(tree.gitDir + "/locked").trimmed();
        tree.isMissing = !pathExists(tree.path + "/.git");
        readTreeHead(tree);
        trees += tree;
    }
    return trees;
}

} // namespace Git
