// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/discardtargets.h"

#include "base/text.h"
#include "git/filemodes.h"
#include "git/filestate.h"
#include "git/shown.h"
#include "git/text.h"
#include "git/tree.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

std::unexpected<Error> refuse(ErrorKind kind, const QString &sentence, const QByteArray &path)
{
    return fail(kind, sentence.arg(displayText(path)));
}

Result<void> checkTracked(const IndexEntry &entry, bool isNamed)
{
    if (entry.isConflicted)
        return refuse(ErrorKind::Invalid, Text::tr("%1 is in conflict, which has to be resolved first."),
                      entry.path);
    if (entry.mode == kSubmoduleMode && isNamed)
        return refuse(ErrorKind::Invalid,
                      Text::tr("%1 is a submodule, whose changes are discarded in itself."), entry.path);
    if (entry.isIntentToAdd)
        return refuse(ErrorKind::Invalid,
                      Text::tr("%1 is announced to the index without content: unstage it first."),
                      entry.path);
    return {};
}

Result<QList<IndexEntry>> findTracked(const Program &git, const QList<QByteArray> &paths,
                                      const CancelToken &cancel)
{
    const auto entries = readIndexEntries(git.location(), paths);
    if (!entries || entries->isEmpty())
        return entries;
    const auto changed = readChangedPaths(git, cancel);
    if (!changed)
        return std::unexpected(changed.error());
    const QSet<QByteArray> named(paths.begin(), paths.end());
    QList<IndexEntry> tracked;
    for (const IndexEntry &entry : *entries) {
        const bool isNamed = named.contains(entry.path);
        if (entry.mode == kSubmoduleMode && !isNamed)
            continue;
        if (!changed->contains(entry.path) && !entry.isConflicted && entry.mode != kSubmoduleMode)
            continue;
        if (const auto checked = checkTracked(entry, isNamed); !checked)
            return std::unexpected(checked.error());
        tracked.append(entry);
    }
    return tracked;
}

Result<QList<QByteArray>> findUntracked(const Program &git, const QList<QByteArray> &paths,
                                        const CancelToken &cancel)
{
    const auto listed = git.run({.arguments = {u"ls-files"_s, u"-o"_s, u"--exclude-standard"_s, u"-z"_s},
                                 .timeout = {},
                                 .kind = Program::Kind::Read},
                                cancel);
    if (!listed)
        return std::unexpected(listed.error());
    const PathSet wanted(paths);
    QList<QByteArray> untracked;
    for (const QByteArray &path : listed->output.split('\0')) {
        if (path.isEmpty() || !wanted.contains(path))
            continue;
        if (path.endsWith('/'))
            return refuse(ErrorKind::Invalid, Text::tr("%1 is a repository of its own and is left alone."),
                          path);
        untracked.append(path);
    }
    return untracked;
}

// Nothing that was asked for is passed over in silence.
Result<void> checkAllFound(const WorkTree &tree, const QList<QByteArray> &paths,
                           const DiscardTargets &targets)
{
    const QList<QByteArray> found = targets.paths();
    const QSet<QByteArray> exact(found.begin(), found.end());
    for (const QByteArray &path : paths) {
        const bool isFound =
            path.endsWith('/')
                ? std::ranges::any_of(found, [&](const QByteArray &at) { return at.startsWith(path); })
                : exact.contains(path);
        if (isFound)
            continue;
        const auto info = tree.status(path.endsWith('/') ? path.chopped(1) : path);
        if (!info)
            return std::unexpected(info.error());
        return refuse(ErrorKind::Conflict,
                      *info ? Text::tr("%1 has nothing to discard: it is unchanged or ignored.")
                            : Text::tr("%1 is no longer there."),
                      path);
    }
    return {};
}

} // namespace

QList<QByteArray> DiscardTargets::paths() const
{
    QList<QByteArray> all;
    for (const IndexEntry &entry : tracked)
        all.append(entry.path);
    return all + untracked;
}

Result<DiscardTargets> findDiscardTargets(const Program &git, const WorkTree &tree,
                                          const QList<QByteArray> &paths, const CancelToken &cancel)
{
    if (paths.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("Nothing is selected."));
    if (const auto checked = checkPaths(paths); !checked)
        return std::unexpected(checked.error());
    auto tracked = findTracked(git, paths, cancel);
    if (!tracked)
        return std::unexpected(tracked.error());
    auto untracked = findUntracked(git, paths, cancel);
    if (!untracked)
        return std::unexpected(untracked.error());
    DiscardTargets targets{*std::move(tracked), *std::move(untracked)};
    if (const auto checked = checkAllFound(tree, paths, targets); !checked)
        return std::unexpected(checked.error());
    return targets;
}

} // namespace Git
