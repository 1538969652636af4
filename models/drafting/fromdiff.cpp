// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/fromdiff.h"

namespace Drafting {

namespace {

QByteArray sideOf(const Diff::FileDiff &file, Diff::LineOrigin origin)
{
    QByteArray text;
    for (const Diff::Line &line : file.lines) {
        if (line.origin != origin)
            continue;
        text += file.content(line);
        if (line.endsWithNewline)
            text += '\n';
    }
    return text;
}

// Lines with their line feeds.
QList<QByteArrayView> linesOf(const QByteArray &text)
{
    QList<QByteArrayView> lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(QByteArrayView(text).sliced(at, next - at));
        at = next;
    }
    return lines;
}

} // namespace

std::optional<QByteArray> applyHunks(const Diff::FileDiff &file, const QByteArray &before)
{
    const QList<QByteArrayView> lines = linesOf(before);
    QByteArray after;
    qsizetype at = 0;
    for (const Diff::Hunk &hunk : file.hunks) {
        const qsizetype start = qMax<qsizetype>(qsizetype(hunk.oldStart) - (hunk.oldCount > 0 ? 1 : 0), 0);
        if (start < at || start > lines.size())
            return {};
        for (; at < start; ++at)
            after += lines[at];
        for (qsizetype i = hunk.firstLine; i < hunk.firstLine + hunk.lineCount; ++i) {
            const Diff::Line &line = file.lines[i];
            const QByteArray text =
                file.content(line).toByteArray() + (line.endsWithNewline ? QByteArray("\n") : QByteArray());
            if (line.origin != Diff::LineOrigin::Added && (at >= lines.size() || lines[at++] != text))
                return {};
            if (line.origin != Diff::LineOrigin::Removed)
                after += text;
        }
    }
    for (; at < lines.size(); ++at)
        after += lines[at];
    return after;
}

QList<Change> changesOf(const QList<Diff::FileDiff> &files, const DraftContext &context)
{
    QList<Change> changes;
    for (const Diff::FileDiff &file : files) {
        Change change{.file = file};
        if (file.omission == Diff::Omission::None && file.status == Diff::FileStatus::Added) {
            change.newContent = sideOf(file, Diff::LineOrigin::Added);
        } else if (file.omission == Diff::Omission::None && file.status == Diff::FileStatus::Deleted) {
            change.oldContent = sideOf(file, Diff::LineOrigin::Removed);
        } else if (file.omission == Diff::Omission::None && context.readHead) {
            const auto before = context.readHead(file.oldPath);
            const auto after = before ? applyHunks(file, *before) : std::nullopt;
            if (after) {
                change.oldContent = before;
                change.newContent = after;
            }
        }
        changes.append(change);
    }
    return changes;
}

} // namespace Drafting
