// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/advanceway.h"

#include "git/locate.h"
#include "git/refname.h"
#include "git/refs.h"
#include "git/repository.h"
#include "git/work/intheway.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

bool isHex(const QByteArray &word)
{
    return word.size() >= 4 && std::ranges::all_of(word, [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
           });
}

/// Of the lines of git's list, which may have short ids: "pick ID …", "fixup -C ID …".
Result<QList<ObjectId>> commitsOf(const Program &git, const QList<QByteArray> &todo,
                                  const CancelToken &cancel)
{
    QByteArray asked;
    for (const QByteArray &line : todo) {
        const QList<QByteArray> words = line.split(' ');
        const QByteArray id = words.value(words.value(1).startsWith('-') ? 2 : 1);
        if (isHex(id) && words.first() != "drop" && words.first() != "d")
            asked += id + "^{commit}\n";
    }
    QList<ObjectId> commits;
    if (asked.isEmpty())
        return commits;
    const auto told = git.run({.arguments = {u"cat-file"_s, u"--batch-check=%(objectname)"_s},
                               .input = asked,
                               .timeout = {},
                               .kind = Program::Kind::Read},
                              cancel);
    if (!told)
        return std::unexpected(told.error());
    for (const QByteArray &line : told->output.split('\n')) {
        if (const auto commit = ObjectId::fromHex(line)) // else it says that there is none
            commits.append(*commit);
    }
    return commits;
}

Result<QList<Incoming>> readSteps(const Program &git, const OperationState &state, const CancelToken &cancel)
{
    const auto commits = commitsOf(git, state.todo, cancel);
    const bool isRevert = state.kind == Operation::Revert;
    return commits ? readIncomingOf(git, *commits, isRevert ? Applied::Reverse : Applied::Forward, cancel)
                   : std::unexpected(commits.error());
}

/// Where a bisection began: a branch or a commit.
Result<QList<Incoming>> readBisectStart(const Program &git, const CancelToken &cancel)
{
    const RepoLocation &where = git.location();
    const QByteArray name = readSmallFile(where.gitDir + "/BISECT_START").trimmed();
    const auto id = ObjectId::fromHex(name);
    const auto start = id ? Result<ObjectId>(*id) : resolveRevision(where, kBranches + name);
    const auto head = resolveRevision(where, "HEAD");
    if (!start || !head) // git says what is wrong
        return QList<Incoming>();
    return readIncoming(git, *head, *start, cancel);
}

} // namespace

Result<void> checkAdvanceWay(const Program &git, const OperationState &state, Advance how,
                             const CancelToken &cancel)
{
    if (how == Advance::Continue || how == Advance::Skip)
        return checkNothingInTheWay(git, readSteps(git, state, cancel), cancel);
    const bool checksOut = how == Advance::Abort && state.kind == Operation::Bisect &&
                           !pathExists(git.location().gitDir + "/BISECT_HEAD");
    return checksOut ? checkNothingInTheWay(git, readBisectStart(git, cancel), cancel) : Result<void>();
}

} // namespace Git
