// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/patchread.h"

#include "diff/encoding.h"
#include "git/repository.h"
#include "git/text.h"

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

QByteArray declaredEncoding(git_repository *repository, const QByteArray &path)
{
    const char *value = nullptr;
    const int code =
        git_attr_get(&value, repository, GIT_ATTR_CHECK_FILE_THEN_INDEX, path.constData(), "encoding");
    if (code == 0 && git_attr_value(value) == GIT_ATTR_VALUE_STRING)
        return value;
    const auto config = readConfiguration(repository);
    if (!config || git_config_get_string(&value, config->get(), "gui.encoding") != 0)
        return {};
    return value;
}

Result<void> compareTexts(const QByteArray &older, const QByteArray &newer, const TextComparison &how,
                          Diff::FileDiff &file)
{
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
    if (how.ignoresWhitespace)
        options.flags |= GIT_DIFF_IGNORE_WHITESPACE;
    options.context_lines = static_cast<uint32_t>(std::max(how.contextLines, 0));
    const auto patch =
        acquire<PatchHandle>(Text::tr("The differences cannot be read."), [&](git_patch **out) {
            return git_patch_from_buffers(out, older.constData(), static_cast<size_t>(older.size()), nullptr,
                                          newer.constData(), static_cast<size_t>(newer.size()), nullptr,
                                          &options);
        });
    return patch ? takeLines(patch->get(), file) : std::unexpected(patch.error());
}

Result<bool> compareUtf16(const QByteArray &older, const QByteArray &newer, const TextComparison &how,
                          Diff::FileDiff &file)
{
    const auto before = Diff::detectEncoding(older), after = Diff::detectEncoding(newer);
    const auto olderText = Diff::convertToUtf8(older, before), newerText = Diff::convertToUtf8(newer, after);
    if ((!Diff::isUtf16(before) && !Diff::isUtf16(after)) || !olderText || !newerText)
        return false;
    if (const auto compared = compareTexts(*olderText, *newerText, how, file); !compared)
        return std::unexpected(compared.error());
    file.omission = Diff::Omission::Binary;
    file.reading = {.oldEncoding = Diff::encodingName(older.isEmpty() ? after : before),
                    .newEncoding = Diff::encodingName(newer.isEmpty() ? before : after)};
    return true;
}

} // namespace Git
