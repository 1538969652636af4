// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace Tests {

/// Gives this process a home of its own, so that neither the user's Git configuration nor their state is read
/// or written: HOME, the XDG folders and GIT_CONFIG_NOSYSTEM. Idempotent; RepoBuilder calls it. Call it
/// before the first use of libgit2 in a test that makes no RepoBuilder first.
QString isolatedHome();

struct CommitOptions
{
    QByteArray author = "Ada Example";
    QByteArray email = "ada@example.org";
    qint64 time = 0;            ///< seconds since 1970; 0: one minute after the commit before
    bool stagesAll = true;      ///< everything in the work tree, as `git add -A`
    QStringList arguments = {}; ///< more for `git commit`
};

/// A real repository in a temporary folder, made by the git program with fixed dates and identity.
/// Paths and names are bytes. A step that fails ends the program: a broken fixture proves nothing.
class RepoBuilder
{
    Q_DISABLE_COPY_MOVE(RepoBuilder)

public:
    /// Arguments go to `git init`, for example {"--bare"}; the default branch is main, there are no sample
    /// hooks.
    explicit RepoBuilder(const QStringList &initArguments = {});
    ~RepoBuilder();

    QString path() const; ///< the work tree, or the bare repository
    QByteArray bytePath(const QByteArray &relative = {}) const;
    QString gitDir() const;
    QString folder() const; ///< an empty folder beside the repository, for clones, worktrees and canaries

    RepoBuilder &write(const QByteArray &path, const QByteArray &content, int mode = 0644);
    RepoBuilder &link(const QByteArray &path, const QByteArray &target);
    RepoBuilder &remove(const QByteArray &path);
    QByteArray read(const QByteArray &path) const; ///< fails when there is none
    bool exists(const QByteArray &path) const;

    RepoBuilder &stage(const QList<QByteArray> &paths = {});                         ///< empty: all
    QByteArray commit(const QByteArray &message, const CommitOptions &options = {}); ///< id in hex
    RepoBuilder &branch(const QByteArray &name, const QByteArray &at = "HEAD");
    RepoBuilder &checkout(const QByteArray &name);
    QByteArray merge(const QByteArray &name,
                     const QByteArray &message = "Merge"); ///< id; always a merge commit
    RepoBuilder &tag(const QByteArray &name,
                     const QByteArray &message = {}); ///< annotated when it has a message
    RepoBuilder &config(const QString &key, const QString &value);
    RepoBuilder &hook(const QByteArray &name, const QByteArray &script);
    QByteArray resolve(const QByteArray &revision) const; ///< id in hex

    struct Output
    {
        int exitCode = 0;
        QByteArray output, errors;
    };
    QByteArray git(const QStringList &arguments,
                   const QByteArray &input = {}) const; ///< must succeed; its output
    Output tryGit(const QStringList &arguments, const QByteArray &input = {}) const;

private:
    QTemporaryDir m_dir;
    QString m_path;
    QByteArray m_author = "Ada Example", m_email = "ada@example.org";
    qint64 m_clock = 1767603600; // 2026-01-05 09:00 UTC
};

} // namespace Tests
