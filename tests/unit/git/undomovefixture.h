// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitactions.h"
#include "git/commitwrite.h"
#include "git/sequence/advance.h"
#include "git/sequence/merge.h"
#include "git/sequence/rebase.h"
#include "git/undo.h"

#include "sequence/sequencefixture.h"

using namespace Qt::StringLiterals;

/// Two branches, and what can be undone in their repository.
struct UndoMoveFixture : SequenceFixture
{
    QList<Git::UndoRecord> records() const
    {
        const auto found = Git::readUndoRecords(where());
        return found ? *found : QList<Git::UndoRecord>();
    }
    QStringList meanings() const
    {
        QStringList words;
        for (const Git::UndoRecord &record : records())
            words += record.meaning;
        return words;
    }
    Result<Git::UndoEnd> undoLast() const
    {
        return Git::undo(git(), records().value(0), Git::UndoExtent::Everything, {});
    }
    Result<Git::ObjectId> commit(const QByteArray &message, bool amends) const
    {
        return Git::createCommit(git(), {.message = message, .amends = amends}, {}, {});
    }
    Result<Git::SequenceEnd> mergeTopic() const
    {
        return Git::mergeCommit(
            git(), {.commit = id(repo.resolve("topic")), .name = "refs/heads/topic", .message = {}}, {}, {});
    }
    Result<Git::SequenceEnd> rebaseOntoTopic() const
    {
        return Git::rebaseOnto(git(), {.onto = id(repo.resolve("topic")), .upstream = {}}, {}, {});
    }
    Result<Git::AdvanceEnd> advance(Git::Advance how) const
    {
        return Git::advanceOperation(git(), {.how = how}, {}, {});
    }
    void resolve() { repo.write("f", "one\nBOTH\nthree\n").stage(); }
    static QString shortId(const QByteArray &hex) { return QString::fromLatin1(hex.first(8)); }

    /// main and topic change different files.
    void divergeApart()
    {
        repo.branch("topic").checkout("topic");
        theirs = repo.write("new", "n\n").commit("theirs");
        repo.checkout("main");
        ours = repo.write("other", "ours\n").commit("ours");
    }
};
