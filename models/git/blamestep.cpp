// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/blamestep.h"

#include "diff/linebefore.h"
#include "git/blamecontent.h"
#include "git/patchread.h"
#include "git/text.h"

namespace Git {

namespace {

// As git blame compares them: the same algorithm, and whatever the bytes are.
Result<Diff::FileDiff> compareTexts(const QByteArray &older, const QByteArray &newer)
{
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
    options.context_lines = 0;
    const auto patch =
        acquire<PatchHandle>(Text::tr("The differences cannot be read."), [&](git_patch **out) {
            return git_patch_from_buffers(out, older.constData(), static_cast<size_t>(older.size()), nullptr,
                                          newer.constData(), static_cast<size_t>(newer.size()), nullptr,
                                          &options);
        });
    if (!patch)
        return std::unexpected(patch.error());
    Diff::FileDiff file;
    if (const auto taken = takeLines(patch->get(), file); !taken)
        return std::unexpected(taken.error());
    return file;
}

} // namespace

Result<qsizetype> readLineBefore(const Program &git, const BlameStep &step, const CancelToken &cancel)
{
    const auto older = readBlamedContent(git, {.path = step.previousPath, .revision = step.previous}, cancel);
    if (!older)
        return std::unexpected(older.error());
    const auto newer = step.commit.isNull()
                           ? Result<QByteArray>(step.text)
                           : readBlamedContent(git, {.path = step.path, .revision = step.commit}, cancel);
    if (!newer)
        return std::unexpected(newer.error());
    if (cancel.isCancelled())
        return failCancelled();
    const auto file = compareTexts(*older, *newer);
    if (!file)
        return std::unexpected(file.error());
    return Diff::lineBefore(*file, step.line);
}

} // namespace Git
