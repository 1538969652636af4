// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../writefixture.h"

/// A repository in which git can commit.
struct SequenceFixture : WriteFixture
{
    SequenceFixture()
    {
        repo.config(QStringLiteral("user.name"), QStringLiteral("Ada"))
            .config(QStringLiteral("user.email"), QStringLiteral("ada@example.org"));
        base = repo.write("f", "one\ntwo\nthree\n").write("other", "o\n").commit("base");
    }

    static Git::ObjectId id(const QByteArray &hex)
    {
        return Git::ObjectId::fromHex(hex).value_or(Git::ObjectId());
    }
    QByteArray head() const { return repo.resolve("HEAD"); }
    Git::ObjectId headId() const { return id(head()); }
    QByteArray branch() const
    {
        return repo.tryGit({QStringLiteral("symbolic-ref"), QStringLiteral("-q"), QStringLiteral("HEAD")})
            .output.trimmed();
    }
    QByteArray status() const { return repo.git({QStringLiteral("status"), QStringLiteral("--porcelain")}); }
    QByteArray message(const QByteArray &revision = "HEAD") const
    {
        return repo
            .git({QStringLiteral("log"), QStringLiteral("-1"), QStringLiteral("--format=%B"),
                  QString::fromLatin1(revision)})
            .trimmed();
    }
    int run(const QStringList &arguments) const { return repo.tryGit(arguments).exitCode; }

    /// main and topic change the second line differently; main is checked out.
    void diverge()
    {
        repo.branch("topic").checkout("topic");
        theirs = repo.write("f", "one\nTHEIRS\nthree\n").write("new", "n\n").commit("theirs");
        repo.checkout("main");
        ours = repo.write("f", "one\nOURS\nthree\n").commit("ours");
    }

    QByteArray base, ours, theirs;
};
