// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/shown.h"

#include "base/text.h"
#include "git/filemodes.h"
#include "git/indexentry.h"
#include "git/stage.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/work/conversion.h"
#include "git/worktree.h"

using namespace Qt::StringLiterals;

namespace Git {

using Diff::FileDiff;
using Diff::FileStatus;

Result<ObjectId> storeConverted(const Program &git, const QByteArray &path, const CancelToken &cancel)
{
    const auto result = git.run({.arguments = {u"hash-object"_s, u"-w"_s, u"--stdin-paths"_s},
                                 .input = Diff::quotePath(path) + '\n',
                                 .config = {u"core.safecrlf=false"_s}},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    const auto id = ObjectId::fromHex(result->output.trimmed());
    if (!id)
        return fail(ErrorKind::External, Text::tr("Git gave an answer that makes no sense."),
                    displayText(result->output));
    return *id;
}

namespace {

// `git hash-object` does not look at the index, but whether Git converts the line ends of a file can depend
// on what is staged of it. So before the lines are refused, `git diff` is asked for the whole file.
bool isShownByGit(const Program &git, const FileDiff &file, const CancelToken &cancel)
{
    constexpr int wholeFile = 100'000'000;
    const auto seen = readConvertedDiff(git, file.path(), wholeFile, cancel);
    if (!seen || seen->size() != 1 || seen->first().hunks.size() != 1)
        return false;
    QByteArray content;
    for (const Diff::Line &line : seen->first().lines) {
        if (line.origin == Diff::LineOrigin::Removed)
            continue;
        content += seen->first().content(line);
        content += line.endsWithNewline ? "\n" : "";
    }
    return Diff::applyLines(file, {}, Diff::PatchUse::Reverse, content).has_value();
}

std::unexpected<Error> failUnfit(const Program &git, const FileDiff &file)
{
    const auto raw = readWorkFile(git.location(), file.path(), kLargestShownFile);
    const bool isShown =
        raw && Diff::applyLines(file, {}, Diff::PatchUse::Reverse, *raw, Diff::LineEnds::MayHaveReturns);
    return isShown ? failConverted(file) : failMoved(file);
}

} // namespace

Result<void> checkPaths(const QList<QByteArray> &paths)
{
    for (const QByteArray &path : paths) {
        if (!isInnerPath(path))
            return fail(ErrorKind::Invalid,
                        Text::tr("%1 is no path inside the work tree.").arg(displayText(path)));
    }
    return {};
}

bool isNew(const FileDiff &file)
{
    return file.status == FileStatus::Added || file.status == FileStatus::Untracked;
}

std::unexpected<Error> failMoved(const FileDiff &file)
{
    return fail(
        ErrorKind::Conflict,
        Text::tr("%1 has changed since it was shown, so nothing was done.").arg(displayText(file.path())), {},
        Text::tr("Look at the new differences and choose again."));
}

std::unexpected<Error> failConverted(const FileDiff &file)
{
    return fail(ErrorKind::Invalid,
                Text::tr("A filter or an encoding changes %1 on its way into Git, so its lines cannot be "
                         "chosen one by one.")
                    .arg(displayText(file.path())),
                {}, Text::tr("Take the whole file."));
}

Result<void> checkHasLines(const FileDiff &file)
{
    const QString name = displayText(file.path());
    if (!isInnerPath(file.path()) || file.path().endsWith('/'))
        return fail(ErrorKind::Invalid, Text::tr("%1 is no path inside the work tree.").arg(name));
    if (file.status == FileStatus::Conflicted)
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 is in conflict, which has to be resolved first.").arg(name));
    if (file.omission != Diff::Omission::None)
        return fail(ErrorKind::Invalid, Text::tr("%1 has no lines to choose from.").arg(name), {},
                    Text::tr("Take the whole file."));
    return {};
}

bool selectsAll(const FileDiff &file, const QSet<qsizetype> &lines)
{
    for (qsizetype at = 0; at < file.lines.size(); ++at) {
        if (file.lines[at].origin != Diff::LineOrigin::Context && !lines.contains(at))
            return false;
    }
    return true;
}

Result<void> checkNoPointer(const Program &git, const FileDiff &file, const QSet<qsizetype> &lines)
{
    if (selectsAll(file, lines))
        return {};
    const auto conversions = readConversions(git.location(), {file.path()});
    if (!conversions)
        return std::unexpected(conversions.error());
    if (!conversions->first().isLfs())
        return {};
    return fail(ErrorKind::Invalid,
                Text::tr("Git LFS keeps %1, so there are no lines of it to choose one by one.")
                    .arg(displayText(file.path())),
                {}, Text::tr("Take the whole file."));
}

Result<void> checkIndex(const Program &git, const FileDiff &file, bool isExpected, const QByteArray &id,
                        Diff::PatchUse use)
{
    const auto entries = readIndexEntries(git.location(), {file.path()});
    if (!entries)
        return std::unexpected(entries.error());
    const bool isThere = !entries->isEmpty();
    if (isThere && entries->first().isIntentToAdd)
        return {};
    if (isThere != isExpected || (isThere && entries->first().isConflicted))
        return failMoved(file);
    if (!isThere)
        return {};
    const ObjectId present = entries->first().id;
    if (!id.isEmpty())
        return present.toHex().startsWith(id) ? Result<void>() : failMoved(file);
    const auto content = readBlob(git.location(), present, kLargestShownFile);
    if (!content)
        return std::unexpected(content.error());
    return Diff::applyLines(file, {}, use, *content) ? Result<void>() : failMoved(file);
}

Result<void> checkWorkFile(const Program &git, const FileDiff &file, const CancelToken &cancel)
{
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    const auto info = tree->status(file.path());
    if (!info)
        return std::unexpected(info.error());
    if (!*info || file.status == FileStatus::Deleted)
        return !*info && file.status == FileStatus::Deleted ? Result<void>() : failMoved(file);
    const bool isLink = S_ISLNK((*info)->st_mode);
    if (isLink != (file.newMode == kLinkMode) || (!isLink && !S_ISREG((*info)->st_mode)))
        return failMoved(file);
    if (isLink) {
        const auto target = tree->readLink(file.path());
        const bool fits = target && Diff::applyLines(file, {}, Diff::PatchUse::Reverse, *target);
        return fits ? Result<void>() : failMoved(file);
    }
    const auto id = storeConverted(git, file.path(), cancel);
    if (!id)
        return std::unexpected(id.error());
    if (!file.newId.isEmpty())
        return id->toHex().startsWith(file.newId) ? Result<void>() : failMoved(file);
    const auto content = readBlob(git.location(), *id, kLargestShownFile);
    if (!content)
        return std::unexpected(content.error());
    const bool fits = Diff::applyLines(file, {}, Diff::PatchUse::Reverse, *content).has_value();
    return fits || isShownByGit(git, file, cancel) ? Result<void>() : failUnfit(git, file);
}

} // namespace Git
