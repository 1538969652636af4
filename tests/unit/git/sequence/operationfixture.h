// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/advance.h"
#include "git/sequence/operation.h"
#include "sequencefixture.h"

/// A repository with an operation in progress.
struct OperationFixture : SequenceFixture
{
    Git::OperationState state() const { return Git::readOperation(where(), {}).value(); }
    Result<Git::AdvanceEnd> advance(Git::Advance how, bool acceptsMarkers = false)
    {
        return Git::advanceOperation(git(), {.how = how, .acceptsMarkers = acceptsMarkers},
                                     [this](OutputChannel, QByteArrayView piece) { heard += piece; }, {});
    }
    void resolve(const QByteArray &content) { repo.write("f", content).stage({"f"}); }

    QByteArray heard;
};

/// Leaves one operation in progress, with f in conflict. Returns the kind that is expected.
inline Git::Operation start(OperationFixture &fixture, const QByteArray &name)
{
    fixture.diverge();
    if (name == "merge")
        fixture.run({QStringLiteral("merge"), QStringLiteral("topic")});
    else if (name == "cherry-pick")
        fixture.run({QStringLiteral("cherry-pick"), QStringLiteral("topic")});
    else if (name == "revert") {
        fixture.repo.write("f", "one\nOURS again\nthree\n").commit("again");
        fixture.run({QStringLiteral("revert"), QStringLiteral("HEAD~1")});
    } else if (name == "rebase")
        fixture.run({QStringLiteral("rebase"), QStringLiteral("topic")});
    else if (name == "apply")
        fixture.run({QStringLiteral("rebase"), QStringLiteral("--apply"), QStringLiteral("topic")});
    else if (name == "am") {
        const QByteArray patch = fixture.repo.git({QStringLiteral("format-patch"), QStringLiteral("--stdout"),
                                                   QStringLiteral("-1"), QStringLiteral("topic")});
        fixture.repo.tryGit({QStringLiteral("am"), QStringLiteral("--3way")}, patch);
    }
    static const QHash<QByteArray, Git::Operation> kinds{
        {"merge", Git::Operation::Merge},   {"cherry-pick", Git::Operation::CherryPick},
        {"revert", Git::Operation::Revert}, {"rebase", Git::Operation::Rebase},
        {"apply", Git::Operation::Rebase},  {"am", Git::Operation::ApplyMailbox}};
    return kinds.value(name);
}
