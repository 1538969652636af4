// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/conflicts.h"
#include "sequencefixture.h"

/// A repository in which files are in conflict.
struct ConflictFixture : SequenceFixture
{
    QList<Git::ConflictEntry> open() const { return Git::readConflicts(where(), {}).value().open; }
    Git::ConflictEntry entry(const QByteArray &path) const
    {
        for (const Git::ConflictEntry &one : open())
            if (one.path == path)
                return one;
        return {};
    }
    QByteArray stages() const { return repo.git({QStringLiteral("ls-files"), QStringLiteral("-u")}); }

    /// Both sides commit their version of a path; an empty one: no file. Leaves the merge in conflict.
    void collide(const QByteArray &path, const QByteArray &was, const QByteArray &our,
                 const QByteArray &their)
    {
        const auto put = [&](const QByteArray &content) {
            content.isEmpty() ? repo.remove(path) : repo.write(path, content);
        };
        if (!was.isEmpty())
            repo.write(path, was).commit("was");
        repo.branch("topic").checkout("topic");
        put(their);
        repo.commit("theirs", {.arguments = {QStringLiteral("--allow-empty")}});
        repo.checkout("main");
        put(our);
        repo.commit("ours", {.arguments = {QStringLiteral("--allow-empty")}});
        run({QStringLiteral("merge"), QStringLiteral("topic")});
    }
    /// The index by hand: what only renames on both sides would leave.
    void stageSides(const QByteArray &path, const QList<int> &numbers)
    {
        QByteArray lines = "0 " + QByteArray(40, '0') + "\t" + path + '\0';
        for (const int number : numbers) {
            const QByteArray blob =
                repo.git({QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--stdin")},
                         "side " + QByteArray::number(number) + '\n');
            lines += "100644 " + blob.trimmed() + ' ' + QByteArray::number(number) + '\t' + path + '\0';
        }
        repo.git({QStringLiteral("update-index"), QStringLiteral("-z"), QStringLiteral("--index-info")},
                 lines);
    }
};
