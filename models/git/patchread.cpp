// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/patchread.h"

namespace Git {

namespace {

QByteArray sectionOf(const git_diff_hunk &hunk)
{
    const QByteArrayView header(hunk.header, static_cast<qsizetype>(hunk.header_len));
    const qsizetype end = header.indexOf(" @@ ");
    return end < 0 ? QByteArray() : header.sliced(end + 4).trimmed().toByteArray();
}

Diff::LineOrigin originOf(char origin)
{
    if (origin == GIT_DIFF_LINE_ADDITION)
        return Diff::LineOrigin::Added;
    return origin == GIT_DIFF_LINE_DELETION ? Diff::LineOrigin::Removed : Diff::LineOrigin::Context;
}

bool isNote(char origin) // "\ No newline at end of file", which the bytes of the line tell already
{
    return origin == GIT_DIFF_LINE_CONTEXT_EOFNL || origin == GIT_DIFF_LINE_ADD_EOFNL ||
           origin == GIT_DIFF_LINE_DEL_EOFNL;
}

quint32 numberOf(int value)
{
    return value < 0 ? 0 : static_cast<quint32>(value);
}

void takeLine(const git_diff_line &line, Diff::FileDiff &file)
{
    auto length = static_cast<qsizetype>(line.content_len);
    const bool endsWithNewline = length > 0 && line.content[length - 1] == '\n';
    file.lines.append({.origin = originOf(line.origin),
                       .endsWithNewline = endsWithNewline,
                       .oldNumber = numberOf(line.old_lineno),
                       .newNumber = numberOf(line.new_lineno),
                       .offset = static_cast<quint32>(file.text.size()),
                       .length = static_cast<quint32>(endsWithNewline ? length - 1 : length)});
    file.text.append(line.content, length);
}

void reserve(git_patch *patch, Diff::FileDiff &file)
{
    size_t context = 0, added = 0, removed = 0;
    if (git_patch_line_stats(&context, &added, &removed, patch) == 0)
        file.lines.reserve(static_cast<qsizetype>(context + added + removed));
    file.text.reserve(static_cast<qsizetype>(git_patch_size(patch, 1, 0, 0)));
}

} // namespace

Result<void> takeLines(git_patch *patch, Diff::FileDiff &file)
{
    reserve(patch, file);
    const size_t hunks = git_patch_num_hunks(patch);
    for (size_t at = 0; at < hunks; ++at) {
        const git_diff_hunk *raw = nullptr;
        size_t count = 0;
        int code = git_patch_get_hunk(&raw, &count, patch, at);
        if (code < 0)
            return std::unexpected(lastError(code, {}));
        Diff::Hunk hunk{.oldStart = numberOf(raw->old_start),
                        .oldCount = numberOf(raw->old_lines),
                        .newStart = numberOf(raw->new_start),
                        .newCount = numberOf(raw->new_lines),
                        .section = sectionOf(*raw),
                        .firstLine = file.lines.size()};
        for (size_t number = 0; number < count; ++number) {
            const git_diff_line *line = nullptr;
            code = git_patch_get_line_in_hunk(&line, patch, at, number);
            if (code < 0)
                return std::unexpected(lastError(code, {}));
            if (!isNote(line->origin))
                takeLine(*line, file);
        }
        hunk.lineCount = file.lines.size() - hunk.firstLine;
        file.hunks.append(hunk);
    }
    return {};
}

} // namespace Git
