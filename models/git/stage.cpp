// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/stage.h"

#include "base/text.h"
#include "diff/parse.h"
#include "diff/reversed.h"
#include "git/scan/indexfile.h"
#include "git/sequence/sequenceend.h"
#include "git/shown.h"
#include "git/text.h"
#include "git/undo/stagedloss.h"
#include "git/work/indexlock.h"
#include "git/worktree.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

using Diff::FileDiff;
using Diff::FileStatus;

std::unexpected<Error> explainStaging(Error error)
{
    if (isLineEndRefusal(error)) {
        error.kind = ErrorKind::Invalid;
        error.message = Text::tr("Git would change the line ends of a file, which core.safecrlf forbids.");
        error.hint = Text::tr(
            "Give the file the line ends that its attributes ask for, or set core.safecrlf to “warn”.");
    } else if (error.detail.contains("did not match any files"_L1)) {
        error.kind = ErrorKind::Conflict;
        error.message = Text::tr("A file is no longer there.");
    } else if (error.detail.contains("ignored by one of your"_L1)) {
        error.kind = ErrorKind::Invalid;
        error.message = Text::tr("An ignored file is not staged.");
    }
    return std::unexpected(std::move(error));
}

/// Content that only the index holds is recorded before, and nothing comes in between.
Result<void> runHeld(const Program &git, IndexLock held, QStringList arguments,
                     const QList<QByteArray> &paths, const CancelToken &cancel, const QStringList &config)
{
    const auto loss = StagedLoss::record(git, paths, cancel);
    if (!loss)
        return std::unexpected(loss.error());
    arguments << u"--pathspec-from-file=-"_s << u"--pathspec-file-nul"_s;
    const auto result = held.run(
        {.arguments = arguments, .input = paths.join('\0'), .timeout = {}, .config = config}, cancel);
    const auto done = result ? held.put() : explainStaging(result.error());
    if (!done)
        loss->dropUnlessLost();
    return done;
}

Result<void> runOnPaths(const Program &git, const QStringList &arguments, const QList<QByteArray> &paths,
                        const CancelToken &cancel, const QStringList &config = {})
{
    if (const auto checked = checkPaths(paths); !checked || paths.isEmpty())
        return checked; // an empty list would mean everything
    auto held = IndexLock::take(git, cancel);
    return held ? runHeld(git, *std::move(held), arguments, paths, cancel, config)
                : std::unexpected(held.error());
}

/// Those that the index or HEAD has anything of.
Result<QList<QByteArray>> knownOf(const Program &git, QList<QByteArray> paths, const CancelToken &cancel)
{
    const auto listed = git.run(
        {.arguments = {u"ls-files"_s, u"--with-tree=HEAD"_s, u"-z"_s}, .kind = Program::Kind::Read}, cancel);
    if (!listed)
        return std::unexpected(listed.error());
    QSet<QByteArray> known;
    for (const QByteArray &path : listed->output.split('\0')) {
        known.insert(path);
        for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
            known.insert(path.first(slash + 1));
    }
    paths.removeIf([&](const QByteArray &path) {
        return !known.contains(path) && !known.contains(QByteArray(path + '/'));
    });
    return paths;
}

Result<QByteArray> choosePatch(const FileDiff &file, const QSet<qsizetype> &lines, Diff::PatchUse use)
{
    if (const auto checked = checkHasLines(file); !checked)
        return std::unexpected(checked.error());
    QByteArray patch = Diff::makePatch(file, lines, use);
    if (patch.isEmpty() && file.status == FileStatus::TypeChanged)
        return fail(
            ErrorKind::Invalid,
            Text::tr("A file that became a link or a link that became a file has no lines to choose from."),
            {}, Text::tr("Take the whole file."));
    if (patch.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("No changed line is selected."));
    return patch;
}

// Without context around a change git finds its place only by line number, and refuses unless told to.
bool lacksContext(const FileDiff &file)
{
    return std::ranges::any_of(file.hunks, [&file](const Diff::Hunk &hunk) {
        return hunk.lineCount == 0 || file.lines[hunk.firstLine].origin != Diff::LineOrigin::Context ||
               file.lines[hunk.firstLine + hunk.lineCount - 1].origin != Diff::LineOrigin::Context;
    });
}

Result<void> applyToIndex(IndexLock &held, const FileDiff &file, const QByteArray &patch, Diff::PatchUse use,
                          const CancelToken &cancel)
{
    QStringList arguments{u"apply"_s, u"--cached"_s, u"--whitespace=nowarn"_s};
    if (use == Diff::PatchUse::Reverse)
        arguments << u"--reverse"_s;
    if (lacksContext(file))
        arguments << u"--unidiff-zero"_s;
    arguments << u"-"_s;
    const auto result = held.run(
        {.arguments = arguments, .input = patch, .config = {u"apply.ignoreWhitespace=no"_s}}, cancel);
    if (result)
        return held.put();
    if (result.error().kind == ErrorKind::External && result.error().detail.contains("does not apply"_L1)) {
        Error error = failMoved(file).error();
        error.detail = result.error().detail;
        return std::unexpected(std::move(error));
    }
    return std::unexpected(result.error());
}

} // namespace

bool isLineEndRefusal(const Error &error)
{
    return error.detail.contains("would be replaced by"_L1);
}

Result<void> stagePaths(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel,
                        LineEnds ends)
{
    if (paths.isEmpty())
        return {};
    auto held = IndexLock::take(git, cancel);
    return held ? stagePaths(git, *std::move(held), paths, cancel, ends) : std::unexpected(held.error());
}

Result<void> stagePaths(const Program &git, IndexLock held, const QList<QByteArray> &paths,
                        const CancelToken &cancel, LineEnds ends)
{
    if (const auto checked = checkPaths(paths); !checked || paths.isEmpty())
        return checked; // an empty list would mean everything
    const QStringList config =
        ends == LineEnds::Converted ? QStringList{u"core.safecrlf=false"_s} : QStringList();
    return runHeld(git, std::move(held), {u"add"_s, u"-A"_s}, paths, cancel, config);
}

// Neither is by `git reset`, which reads the index before it takes the lock and so undoes what others stage
// in between.
Result<void> unstagePaths(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel)
{
    // Git looks where HEAD is before it waits for the lock, and a commit meanwhile would seem to be staged to
    // be taken back.
    const auto restore = [&](const QList<QByteArray> &those) {
        for (auto head = readHeadCommit(git);;) {
            const auto done = runOnPaths(git, {u"restore"_s, u"--staged"_s}, those, cancel,
                                         {u"core.hooksPath=/dev/null"_s}); // it is no checkout
            const auto after = done ? readHeadCommit(git) : head;
            if (!done || !head || !after || *after == *head)
                return done;
            head = after;
        }
    };
    const auto done = restore(paths);
    if (done || done.error().kind == ErrorKind::Cancelled)
        return done;
    if (done.error().detail.contains("could not resolve HEAD"_L1))
        return runOnPaths(
            git, {u"rm"_s, u"--cached"_s, u"-r"_s, u"-f"_s, u"-q"_s, u"--sparse"_s, u"--ignore-unmatch"_s},
            paths, cancel);
    if (!done.error().detail.contains("did not match any file"_L1))
        return done;
    const auto known = knownOf(git, paths, cancel);
    return known ? restore(*known) : std::unexpected(known.error());
}

Result<void> stageLines(const Program &git, const FileDiff &file, const QSet<qsizetype> &lines,
                        const CancelToken &cancel)
{
    if (file.status == FileStatus::Renamed || file.status == FileStatus::Copied)
        return fail(ErrorKind::Invalid, Text::tr("A file that was moved is staged as a whole first."));
    const IndexFile::ReadOnce once;
    const auto patch = choosePatch(file, lines, Diff::PatchUse::Forward);
    if (!patch)
        return std::unexpected(patch.error());
    if (const auto checked = checkNoPointer(git, file, lines); !checked)
        return checked;
    auto held = IndexLock::take(git, cancel);
    if (!held)
        return std::unexpected(held.error());
    if (const auto checked = checkIndex(git, file, !isNew(file), file.oldId, Diff::PatchUse::Forward);
        !checked)
        return checked;
    if (const auto checked = checkWorkFile(git, file, cancel); !checked)
        return checked;
    return applyToIndex(*held, file, *patch, Diff::PatchUse::Forward, cancel);
}

Result<void> unstageLines(const Program &git, const FileDiff &file, const QSet<qsizetype> &lines,
                          const CancelToken &cancel)
{
    const IndexFile::ReadOnce once;
    // Git forgets the mode of a deleted file when it applies the patch in reverse.
    const bool isGone = file.status == FileStatus::Deleted;
    const auto patch = isGone ? choosePatch(Diff::reversed(file), lines, Diff::PatchUse::Forward)
                              : choosePatch(file, lines, Diff::PatchUse::Reverse);
    if (!patch)
        return std::unexpected(patch.error());
    if (const auto checked = checkNoPointer(git, file, lines); !checked)
        return checked;
    auto held = IndexLock::take(git, cancel);
    if (!held)
        return std::unexpected(held.error());
    if (const auto checked = checkIndex(git, file, !isGone, file.newId, Diff::PatchUse::Reverse); !checked)
        return checked;
    return applyToIndex(*held, file, *patch, isGone ? Diff::PatchUse::Forward : Diff::PatchUse::Reverse,
                        cancel);
}

Result<QList<FileDiff>> readConvertedDiff(const Program &git, const QByteArray &path, int contextLines,
                                          const CancelToken &cancel)
{
    if (const auto checked = checkPaths({path}); !checked)
        return std::unexpected(checked.error());
    const auto result =
        git.run({.arguments = {u"diff"_s, u"--no-ext-diff"_s, u"--no-textconv"_s, u"--no-color"_s,
                               u"--no-renames"_s, u"--full-index"_s, u"--src-prefix=a/"_s,
                               u"--dst-prefix=b/"_s, u"-U%1"_s.arg(std::max(0, contextLines))},
                 .kind = Program::Kind::Read,
                 .config = {u"core.safecrlf=false"_s},
                 .path = path},
                cancel);
    if (!result)
        return std::unexpected(result.error());
    return Diff::parseUnified(result->output);
}

} // namespace Git
