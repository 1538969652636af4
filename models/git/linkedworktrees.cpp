// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linkedworktrees.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qint64 kLongestFile = 64 * 1024; // bytes: one path or ref each

QByteArray firstLineOf(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.read(kLongestFile);
    return text.first(text.indexOf('\n') < 0 ? text.size() : text.indexOf('\n'));
}

bool readHead(const QByteArray &gitDir, LinkedWorktree &tree)
{
    const QByteArray head = firstLineOf(gitDir + "/HEAD");
    if (head.startsWith("ref: "))
        tree.branch = head.sliced(5).trimmed();
    else if (const auto id = ObjectId::fromHex(head.trimmed()))
        tree.target = *id;
    else
        return false;
    return true;
}

QByteArray absolute(const QByteArray &base, const QByteArray &path)
{
    const QString joined = path.startsWith('/') ? QFile::decodeName(path)
                                                : QFile::decodeName(base) + u'/' + QFile::decodeName(path);
    return QFile::encodeName(QDir::cleanPath(joined));
}

} // namespace

QList<LinkedWorktree> readLinkedWorktrees(const RepoLocation &where)
{
    QList<LinkedWorktree> trees;
    if (where.gitDir != where.commonDir) {
        LinkedWorktree main{.path = where.commonDir};
        const bool isBeside = where.commonDir.endsWith("/.git");
        if (isBeside)
            main.path.chop(5);
        // Elsewhere it is bare, or its files lie at a place that only its configuration knows: then its HEAD
        // counts where it alone leads to a commit.
        if (readHead(where.commonDir, main) && (isBeside || main.branch.isEmpty()))
            trees += main;
    }
    const QByteArray folder = where.commonDir + "/worktrees";
    const QStringList names =
        QDir(QFile::decodeName(folder)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        const QByteArray gitDir = folder + '/' + QFile::encodeName(name);
        const QByteArray pointer = firstLineOf(gitDir + "/gitdir"); // …/tree/.git
        LinkedWorktree tree;
        if (gitDir == where.gitDir || !pointer.endsWith("/.git") || !readHead(gitDir, tree))
            continue;
        tree.path = absolute(gitDir, pointer.chopped(5));
        trees += tree;
    }
    return trees;
}

} // namespace Git
