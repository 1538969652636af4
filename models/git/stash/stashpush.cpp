// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "git/shown.h"
#include "git/stash/stashactions.h"
#include "git/stash/stashstore.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

Result<void> checkRequest(const StashRequest &request)
{
    if (request.message.contains('\0') || !request.message.isValidUtf8())
        return fail(ErrorKind::Invalid, Text::tr("The message of a stash is one line of UTF-8."));
    return checkPaths(request.paths);
}

QStringList pushArguments(const StashRequest &request)
{
    QStringList arguments{u"stash"_s, u"push"_s}; // when quiet it does not say what is wrong
    if (const QByteArray line = request.message.simplified(); !line.isEmpty())
        arguments << u"--message"_s << QString::fromUtf8(line);
    if (request.untracked == Untracked::Too)
        arguments << u"--include-untracked"_s;
    arguments << (request.staged == Staged::Keep ? u"--keep-index"_s : u"--no-keep-index"_s);
    if (!request.paths.isEmpty())
        arguments << u"--pathspec-from-file=-"_s << u"--pathspec-file-nul"_s;
    return arguments;
}

// Without paths git itself uses one that is not literal.
QStringList pushEnvironment(const StashRequest &request)
{
    QStringList environment{u"GIT_ADVICE=0"_s};
    if (!request.paths.isEmpty())
        environment << u"GIT_LITERAL_PATHSPECS=1"_s;
    return environment;
}

std::unexpected<Error> explainPush(Error error)
{
    if (error.kind != ErrorKind::External)
        return std::unexpected(std::move(error));
    error.message = Text::tr("The changes could not be stashed.");
    if (error.detail.contains("do not have the initial commit"_L1)) {
        error.kind = ErrorKind::Invalid;
        error.message = Text::tr("There is no commit yet, and a stash stands on one.");
        error.hint = Text::tr("Make the first commit, then stash.");
    } else if (error.detail.contains("did not match any file"_L1)) {
        error.kind = ErrorKind::Invalid;
        error.message = Text::tr("There is nothing to stash at a path that was named.");
    }
    return std::unexpected(std::move(error));
}

/// The entry that is there now and was not before. Another program may have made one at the same time.
Result<StashEntry> findNew(const Program &git, const QList<StashEntry> &before, const QByteArray &message)
{
    const auto after = readStashes(git.location(), {});
    if (!after)
        return std::unexpected(after.error());
    QList<StashEntry> made;
    for (const StashEntry &entry : *after) {
        if (!std::ranges::contains(before, entry.commit, &StashEntry::commit))
            made.append(entry);
    }
    if (made.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("There is nothing to stash."));
    const auto ours = std::ranges::find_if(
        made, [&message](const StashEntry &entry) { return entry.message.endsWith(message); });
    return ours != made.end() ? *ours : made.first();
}

} // namespace

Result<StashEntry> stashPush(const Program &git, const StashRequest &request, const CancelToken &cancel)
{
    if (const auto checked = checkRequest(request); !checked)
        return std::unexpected(checked.error());
    const auto conflicts = readConflictedPaths(git);
    if (!conflicts)
        return std::unexpected(conflicts.error());
    if (!conflicts->isEmpty())
        return fail(ErrorKind::Conflict, Text::tr("There are conflicts, which a stash cannot hold."), {},
                    Text::tr("Resolve them first."));
    const auto before = readStashes(git.location(), cancel);
    if (!before)
        return std::unexpected(before.error());
    // As with hooks: a second run after a lock came in between would make a second entry.
    const auto result = git.run({.arguments = pushArguments(request),
                                 .input = request.paths.join('\0'),
                                 .timeout = {},
                                 .kind = Program::Kind::Hooks,
                                 .environment = pushEnvironment(request),
                                 .runsToEnd = true},
                                cancel);
    auto made = findNew(git, *before, request.message.simplified());
    if (result)
        return made;
    auto failure = explainPush(result.error());
    const bool isOurs = made && made->message.endsWith(request.message.simplified());
    if (isOurs && failure.error().kind == ErrorKind::External) // git stores first and cleans up then
        failure.error().hint =
            Text::tr("The changes are in the stash “%1”, but not all of them could be taken "
                     "out of the work tree. Drop it before you stash again.")
                .arg(displayText(made->message));
    return failure;
}

} // namespace Git
