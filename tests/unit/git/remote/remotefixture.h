// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/remote/transfer.h"

#include "../writefixture.h"

#include <QtConcurrentRun>

/// A bare repository as "origin" of another one, on the same disk.
class RemoteFixture
{
public:
    RemoteFixture()
        : origin({QStringLiteral("--bare")})
    {
        local.repo.git(
            {QStringLiteral("remote"), QStringLiteral("add"), QStringLiteral("origin"), origin.path()});
        first = local.repo.write("a", "a\n").commit("A");
        local.repo.git({QStringLiteral("push"), QStringLiteral("-q"), QStringLiteral("-u"),
                        QStringLiteral("origin"), QStringLiteral("main")});
    }

    /// A commit on a branch of the origin that the local repository does not know of; its id in hex.
    QByteArray commitThere(const QByteArray &branch, const QByteArray &content)
    {
        Tests::RepoBuilder other;
        other.git({QStringLiteral("fetch"), QStringLiteral("-q"), origin.path(), QStringLiteral("main")});
        other.git({QStringLiteral("reset"), QStringLiteral("-q"), QStringLiteral("--hard"),
                   QStringLiteral("FETCH_HEAD")});
        const QByteArray id = other.write("there", content).commit("There");
        other.git({QStringLiteral("push"), QStringLiteral("-q"), origin.path(),
                   QString::fromUtf8("HEAD:refs/heads/" + branch)});
        return id;
    }

    static Git::ObjectId id(const QByteArray &hex)
    {
        return Git::ObjectId::fromHex(hex).value_or(Git::ObjectId());
    }

    static Git::PushRequest pushOfMain()
    {
        return {.remote = "origin", .source = "refs/heads/main", .destination = "refs/heads/main"};
    }

    /// The origin answers by this shell script instead of git-upload-pack.
    void answerBy(const QByteArray &script)
    {
        const QString path = local.repo.folder() + QStringLiteral("/upload-pack");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the script");
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        local.repo.config(QStringLiteral("remote.origin.uploadpack"), path);
    }

    QStringList unfinishedPacks() const
    {
        return QDir(local.repo.gitDir() + QStringLiteral("/objects/pack"))
            .entryList({QStringLiteral("tmp_*")}, QDir::Files | QDir::Hidden);
    }

    Tests::RepoBuilder origin;
    WriteFixture local;
    QByteArray first;
};

/// The processes whose ids a script wrote, one a line, that are still there.
inline int runningProcesses(const QString &list)
{
    QFile file(list);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    int running = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        QFile state(QStringLiteral("/proc/%1/stat").arg(QString::fromLatin1(line.trimmed())));
        if (line.trimmed().isEmpty() || !state.open(QIODevice::ReadOnly))
            continue;
        const QByteArray fields = state.readAll();
        running +=
            fields.sliced(fields.lastIndexOf(')')).startsWith(") Z") ? 0 : 1; // one that nobody waits for
    }
    return running;
}
