// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "git/filestate.h"
#include "git/indexentry.h"
#include "git/shown.h"
#include "git/stash/stashactions.h"
#include "git/stash/stashstore.h"
#include "git/text.h"
#include "git/work/intheway.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

Result<void> checkRequest(const StashRequest &request)
{
    if (request.message.contains('\0') || !request.message.isValidUtf8())
        return fail(ErrorKind::Invalid, Text::tr("The message of a stash is one line of UTF-8."));
    return checkPaths(request.paths);
}

/// Whether git takes what is at a path along when those are named; none: all.
class Named
{
public:
    explicit Named(const QList<QByteArray> &paths)
    {
        for (const QByteArray &path : paths) {
            const QByteArray name = path.endsWith('/') ? path.chopped(1) : path;
            m_names.insert(name);
            for (qsizetype end = name.indexOf('/'); end > 0; end = name.indexOf('/', end + 1))
                m_above.insert(name.first(end));
        }
    }
    bool concerns(const QByteArray &path) const
    {
        if (m_names.isEmpty() || m_names.contains(path) || m_above.contains(path))
            return true;
        for (qsizetype end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            if (m_names.contains(path.first(end)))
                return true;
        }
        return false;
    }

private:
    QSet<QByteArray> m_names, m_above;
};

Result<QSet<QByteArray>> readUnstaged(const Program &git, const CancelToken &cancel)
{
    const auto result =
        git.run({.arguments = {u"diff"_s, u"--cached"_s, u"--name-only"_s, u"-z"_s, u"--no-renames"_s,
                               u"--no-ext-diff"_s, u"--diff-filter=D"_s, u"--ignore-submodules=all"_s},
                 .timeout = {},
                 .kind = Program::Kind::Read},
                cancel);
    if (!result)
        return std::unexpected(result.error());
    const QList<QByteArray> paths = result->output.split('\0');
    return QSet<QByteArray>(paths.begin(), paths.end() - 1);
}

// Git stashes no file that is only announced, whatever paths are named.
Result<void> checkIntended(const RepoLocation &where, const QSet<QByteArray> &changed)
{
    const auto entries = readIndexEntries(where, changed.values());
    if (!entries)
        return std::unexpected(entries.error());
    const auto intended = std::ranges::find_if(*entries, &IndexEntry::isIntentToAdd);
    if (intended == entries->end())
        return {};
    return fail(ErrorKind::Invalid,
                Text::tr("%1 is announced to the index without content: unstage it first.")
                    .arg(displayText(intended->path)),
                {}, Text::tr("Or stage its content: that can be stashed."));
}

// Git puts back what HEAD has, over a folder or a file that took its place and that the entry does not hold.
Result<void> checkPlaces(const Program &git, const StashRequest &request, const CancelToken &cancel)
{
    const auto changed = readChangedPaths(git, cancel);
    const auto gone = changed ? readUnstaged(git, cancel) : changed;
    if (!gone)
        return std::unexpected(gone.error());
    if (const auto checked = checkIntended(git.location(), *changed); !checked)
        return checked;
    const Named named(request.paths);
    QList<Incoming> comingBack;
    for (const QByteArray &path : *changed + *gone) {
        if (named.concerns(path))
            comingBack.append({path});
    }
    const auto found = findInTheWay(git, comingBack, PlainFiles::AreKept, cancel);
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return {};
    QStringList shown;
    for (const QByteArray &path : *found)
        shown += displayPath(path);
    return fail(ErrorKind::Conflict,
                Text::tr("%n file(s) that Git does not track took the place of others and would be lost, so "
                         "nothing was stashed.",
                         nullptr, static_cast<int>(found->size())),
                shown.join(u'\n'), Text::tr("Move them away first. They are listed below."));
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
    if (const auto checked = checkPlaces(git, request, cancel); !checked)
        return std::unexpected(checked.error());
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
