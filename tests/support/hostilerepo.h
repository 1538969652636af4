// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/repobuilder.h"

#include <QDir>
#include <QFile>

namespace Tests {

/// Every key by which a repository can make git start a program.
inline QStringList executingKeys()
{
    return QStringLiteral(
               "core.fsmonitor core.sshCommand core.pager core.editor core.askPass core.gitProxy "
               "core.alternateRefsCommand sequence.editor diff.external diff.evil.command "
               "diff.evil.textconv merge.evil.driver filter.evil.clean filter.evil.smudge "
               "filter.evil.process "
               "credential.helper credential.https://example.org.helper gpg.program gpg.ssh.program "
               "gpg.ssh.defaultKeyCommand interactive.diffFilter uploadpack.packObjectsHook "
               "hook.evil.command "
               "trailer.evil.command pager.log web.browser difftool.evil.cmd mergetool.evil.cmd "
               "remote.origin.uploadpack remote.origin.receivepack sendemail.sendmailcmd tar.evil.command")
        .split(QLatin1Char(' '));
}

inline QStringList plantedHooks()
{
    return QStringLiteral("commit-msg fsmonitor-watchman post-checkout post-index-change pre-commit "
                          "reference-transaction")
        .split(QLatin1Char(' '));
}

/// The names of what has run: each leaves a file beside the repository.
inline QStringList ranOf(const RepoBuilder &repo)
{
    return QDir(repo.folder()).entryList(QDir::Files);
}

/// Sets each of those keys to a command that leaves a file of the key's name, and installs hooks that do.
inline void plantPrograms(RepoBuilder &repo)
{
    QDir().mkpath(repo.folder() + QStringLiteral("/programs"));
    for (const QString &key : executingKeys()) {
        const QString name = QString(key).replace(QLatin1Char('/'), QLatin1Char('_'));
        const QString command = QStringLiteral("touch '%1/%2'; cat; false").arg(repo.folder(), name);
        const QString program = repo.folder() + QStringLiteral("/programs/") + name;
        repo.write("../beside/programs/" + name.toUtf8(), "#!/bin/sh\n" + command.toUtf8() + '\n', 0755);
        // Git gives some to a shell, and takes others for a file.
        repo.config(key, key.endsWith(QLatin1String("rogram")) ? program : command);
    }
    // An alias and a submodule say by a mark that it is a command.
    repo.config(QStringLiteral("alias.status"), QStringLiteral("!touch '%1/alias'").arg(repo.folder()));
    repo.config(QStringLiteral("submodule.evil.update"),
                QStringLiteral("!touch '%1/submodule'").arg(repo.folder()));
    repo.config(QStringLiteral("remote.origin.url"), QStringLiteral("ext::touch %1/ext").arg(repo.folder()));
    repo.config(QStringLiteral("core.untrackedCache"), QStringLiteral("true"))
        .config(QStringLiteral("log.showSignature"), QStringLiteral("true"))
        .config(QStringLiteral("commit.gpgSign"), QStringLiteral("false"))
        .config(QStringLiteral("hook.evil.event"), QStringLiteral("post-index-change"));
    for (const QString &hook : plantedHooks())
        repo.hook(hook.toUtf8(),
                  "#!/bin/sh\ntouch '" + repo.folder().toUtf8() + "/hook-" + hook.toUtf8() + "'\n");
    for (const QString &file : ranOf(repo)) // what git config itself may have set off
        QFile::remove(repo.folder() + QLatin1Char('/') + file);
}

} // namespace Tests
