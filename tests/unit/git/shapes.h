// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "historyfixture.h"

#include <functional>

/// Every way in which a repository may lie in folders.
namespace Tests::Shapes {

using Make = std::function<QString(RepoBuilder &)>; ///< gives the path to open

/// Two lines of history and their merge; the newest commit of main changes a.txt.
inline void startHistory(RepoBuilder &repo)
{
    repo.write("a.txt", "1\n2\n").write("in/deep/f", "x\n").write("out/f", "x\n").commit("one");
    repo.branch("side").write("a.txt", "1\ntwo\n").commit("two");
    repo.checkout("side").write("side.txt", "x\n").commit("beside");
    repo.checkout("main");
    repo.merge("side", "joined");
}

inline QByteArray gitAt(const RepoBuilder &repo, const QString &path, const QStringList &arguments)
{
    return repo.git(QStringList{u"-C"_s, path} + arguments);
}

inline QList<QByteArray> linesOf(const QByteArray &text, char end = '\n')
{
    QList<QByteArray> lines = text.split(end);
    lines.removeAll(QByteArray());
    return lines;
}

inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline QString addWorktree(RepoBuilder &repo, const QString &from, const QStringList &more = {})
{
    const QString tree = repo.folder() + u"/tree"_s;
    gitAt(repo, from,
          QStringList{u"worktree"_s, u"add"_s, u"-q"_s} + more + QStringList{u"-b"_s, u"in-tree"_s, tree});
    return tree;
}

inline QString cloneBare(RepoBuilder &repo)
{
    const QString bare = repo.folder() + u"/bare.git"_s;
    repo.git({u"clone"_s, u"-q"_s, u"--bare"_s, u"."_s, bare});
    return bare;
}

inline QString relativeWorktree(RepoBuilder &repo)
{
    const QString tree = repo.folder() + u"/tree"_s;
    if (repo.tryGit({u"worktree"_s, u"add"_s, u"-q"_s, u"--relative-paths"_s, tree}).exitCode == 0)
        return tree;
    addWorktree(repo, repo.path()); // git before 2.48 reads what it cannot make
    writeFile(tree + u"/.git"_s, "gitdir: ../../repository/.git/worktrees/tree\n");
    writeFile(repo.gitDir() + u"/worktrees/tree/gitdir"_s, "../../../../beside/tree/.git\n");
    return tree;
}

// As those lay it out who have one folder for each branch.
inline QString bareBehindGitFile(RepoBuilder &repo)
{
    const QString folder = repo.folder() + u"/project"_s;
    QDir().mkpath(folder);
    repo.git({u"clone"_s, u"-q"_s, u"--bare"_s, u"."_s, folder + u"/.bare"_s});
    writeFile(folder + u"/.git"_s, "gitdir: ./.bare\n");
    gitAt(repo, folder, {u"worktree"_s, u"add"_s, u"-q"_s, u"main"_s, u"main"_s});
    return folder + u"/main"_s;
}

inline QString bareWithConfigOfWorktrees(RepoBuilder &repo)
{
    const QString bare = cloneBare(repo);
    gitAt(repo, bare, {u"config"_s, u"extensions.worktreeConfig"_s, u"true"_s});
    gitAt(repo, bare, {u"config"_s, u"--worktree"_s, u"core.bare"_s, u"true"_s});
    gitAt(repo, bare, {u"config"_s, u"--unset"_s, u"core.bare"_s});
    return addWorktree(repo, bare);
}

inline QString sparse(RepoBuilder &repo, const QString &path, const QString &index)
{
    gitAt(repo, path, {u"sparse-checkout"_s, u"set"_s, u"--cone"_s, index, u"in"_s});
    return path;
}

inline QString cloneWith(RepoBuilder &repo, const QStringList &arguments)
{
    const QString clone = repo.folder() + u"/clone"_s;
    repo.git(QStringList{u"clone"_s, u"-q"_s} + arguments +
             QStringList{QString(u"file://"_s + repo.path()), clone});
    return clone;
}

inline QString separateGitDir(RepoBuilder &repo)
{
    const QString clone = repo.folder() + u"/separate"_s;
    repo.git(
        {u"clone"_s, u"-q"_s, u"--separate-git-dir"_s, repo.folder() + u"/git-dir"_s, repo.path(), clone});
    return clone;
}

inline QString linkedRoot(RepoBuilder &repo)
{
    const QString link = repo.folder() + u"/link"_s;
    QFile::link(repo.path(), link);
    return link;
}

inline const QList<std::pair<const char *, Make>> &shapes()
{
    static const QList<std::pair<const char *, Make>> all = {
        {"plain", [](RepoBuilder &repo) { return repo.path(); }},
        {"a path inside", [](RepoBuilder &repo) { return repo.path() + u"/in/deep"_s; }},
        {"a symbolic link to the root", linkedRoot},
        {"a path inside a linked root", [](RepoBuilder &repo) { return linkedRoot(repo) + u"/in/deep"_s; }},
        {"linked worktree", [](RepoBuilder &repo) { return addWorktree(repo, repo.path()); }},
        {"detached worktree",
         [](RepoBuilder &repo) {
             const QString tree = addWorktree(repo, repo.path());
             gitAt(repo, tree, {u"checkout"_s, u"-q"_s, u"--detach"_s});
             return tree;
         }},
        {"worktree with relative paths", relativeWorktree},
        {"worktree of a bare repository",
         [](RepoBuilder &repo) { return addWorktree(repo, cloneBare(repo)); }},
        {"worktree of a bare repository behind a .git file", bareBehindGitFile},
        {"extensions.worktreeConfig that makes the other one bare", bareWithConfigOfWorktrees},
        {"extensions.worktreeConfig by a sparse worktree",
         [](RepoBuilder &repo) {
             return sparse(repo, addWorktree(repo, repo.path()), u"--no-sparse-index"_s);
         }},
        {"core.worktree that names the folder around",
         [](RepoBuilder &repo) {
             repo.config(u"core.worktree"_s, u".."_s);
             return repo.path();
         }},
        {"separate Git folder", separateGitDir},
        {"sparse checkout",
         [](RepoBuilder &repo) { return sparse(repo, repo.path(), u"--no-sparse-index"_s); }},
        {"sparse index", [](RepoBuilder &repo) { return sparse(repo, repo.path(), u"--sparse-index"_s); }},
        {"sparse index of a worktree",
         [](RepoBuilder &repo) { return sparse(repo, addWorktree(repo, repo.path()), u"--sparse-index"_s); }},
        {"shallow clone", [](RepoBuilder &repo) { return cloneWith(repo, {u"--depth=2"_s}); }},
        {"borrowed objects", [](RepoBuilder &repo) { return cloneWith(repo, {u"--shared"_s}); }},
        {"bare", cloneBare},
        {"the Git folder of a mirror",
         [](RepoBuilder &repo) { return cloneWith(repo, {u"--mirror"_s}) + u"/refs/heads"_s; }},
    };
    return all;
}

} // namespace Tests::Shapes
