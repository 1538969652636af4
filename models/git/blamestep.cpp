// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/blamestep.h"

#include "diff/linebefore.h"
#include "git/blamecontent.h"
#include "git/patchread.h"

namespace Git {

Result<qsizetype> readLineBefore(const Program &git, const BlameStep &step, const CancelToken &cancel)
{
    const auto older = readBlamedContent(git, {.path = step.previousPath, .revision = step.previous}, cancel);
    if (!older)
        return std::unexpected(older.error());
    const auto newer = step.commit.isNull()
                           ? BlamedContent::ofText(step.text)
                           : readBlamedContent(git, {.path = step.path, .revision = step.commit}, cancel);
    if (!newer)
        return std::unexpected(newer.error());
    if (cancel.isCancelled())
        return failCancelled();
    Diff::FileDiff file;
    const auto compared =
        compareTexts(older->text.content(), newer->text.content(), {.contextLines = 0}, file);
    if (!compared)
        return std::unexpected(compared.error());
    return Diff::lineBefore(file, newer->lines.textLine(step.line));
}

} // namespace Git
