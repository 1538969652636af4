// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/patch.h"

#include "diff/pieces.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Diff {

namespace {

constexpr quint32 kTypeMask = 0170000;

void appendLine(const FileDiff &file, const Piece &piece, QByteArray &patch)
{
    patch += piece.origin == LineOrigin::Context ? ' ' : piece.origin == LineOrigin::Added ? '+' : '-';
    patch += file.content(file.lines[piece.line]);
    patch += piece.endsWithNewline ? "\n" : "\n\\ No newline at end of file\n";
}

// Between two context lines removals come first, as git prints them.
void appendLines(const FileDiff &file, const QList<Piece> &pieces, QByteArray &patch)
{
    QList<Piece> added;
    const auto appendAdded = [&] {
        for (const Piece &piece : std::as_const(added))
            appendLine(file, piece, patch);
        added.clear();
    };
    for (const Piece &piece : pieces) {
        if (piece.origin == LineOrigin::Added) {
            added.append(piece);
            continue;
        }
        if (piece.origin == LineOrigin::Context)
            appendAdded();
        appendLine(file, piece, patch);
    }
    appendAdded();
}

QByteArray range(qint64 position, qint64 count)
{
    const qint64 start = count > 0 ? position + 1 : position;
    return QByteArray::number(start) + ',' + QByteArray::number(count);
}

// Where nothing follows in place of what goes, the other side's number is that of the line before. Git starts
// to look there, and takes a line without line feed for the beginning of that one if it reads alike.
QByteArray otherRange(const QList<Piece> &pieces, qint64 position, qint64 count)
{
    const bool isTold = position > 0 && count == 0 && !std::ranges::all_of(pieces, &Piece::endsWithNewline);
    return isTold ? QByteArray(QByteArray::number(position + 1) + ",0") : range(position, count);
}

// offset: how far earlier hunks of this patch have moved the other side against the base side.
void appendHunk(const FileDiff &file, const Hunk &hunk, const Selection &selection, qint64 &offset,
                QByteArray &patch)
{
    const QList<Piece> pieces = choosePieces(file, hunk, selection);
    const auto count = [&pieces](LineOrigin side) {
        return std::ranges::count_if(pieces, [side](const Piece &piece) { return piece.isOn(side); });
    };
    if (std::ranges::all_of(pieces, [](const Piece &piece) { return piece.origin == LineOrigin::Context; }))
        return;
    const bool isForward = selection.use == PatchUse::Forward;
    const qint64 baseStart = isForward ? hunk.oldStart : hunk.newStart;
    const qint64 baseCount = count(selection.baseOrigin());
    const qint64 otherCount = count(selection.otherOrigin());
    const qint64 basePosition = baseCount > 0 ? baseStart - 1 : baseStart;
    const QByteArray base = range(basePosition, baseCount);
    const QByteArray other = otherRange(pieces, basePosition + offset, otherCount);
    offset += otherCount - baseCount;
    patch += "@@ -" + (isForward ? base : other) + " +" + (isForward ? other : base) + " @@";
    if (!hunk.section.isEmpty())
        patch += ' ' + hunk.section;
    patch += '\n';
    appendLines(file, pieces, patch);
}

QByteArray modeText(quint32 mode)
{
    return QByteArray::number(mode, 8).rightJustified(6, '0');
}

/// What the head of a patch says beyond the names.
struct Head
{
    QByteArray oldPath, newPath;
    bool createsFile = false, deletesFile = false, changesMode = false, isRename = false;
};

QByteArray headText(const FileDiff &file, const Head &head)
{
    const QByteArray oldName = "a/" + head.oldPath;
    const QByteArray newName = "b/" + head.newPath;
    QByteArray text = "diff --git " + quotePath(oldName) + ' ' + quotePath(newName) + '\n';
    if (head.createsFile)
        text += "new file mode " + modeText(file.newMode) + '\n';
    else if (head.deletesFile)
        text += "deleted file mode " + modeText(file.oldMode) + '\n';
    else if (head.changesMode)
        text += "old mode " + modeText(file.oldMode) + "\nnew mode " + modeText(file.newMode) + '\n';
    if (head.isRename) {
        const QByteArray verb = file.status == FileStatus::Copied ? "copy"_ba : "rename"_ba;
        text += "similarity index " + QByteArray::number(file.similarity) + "%\n";
        text += verb + " from " + quotePath(head.oldPath) + '\n';
        text += verb + " to " + quotePath(head.newPath) + '\n';
    }
    return text;
}

// A tab ends a name with a space in it, or a reader would take the rest for a date.
QByteArray labelText(const QByteArray &path)
{
    const QByteArray quoted = quotePath(path);
    return quoted.contains(' ') && !quoted.startsWith('"') ? quoted + '\t' : quoted;
}

QByteArray patchText(const FileDiff &file, const Head &head, const Selection &selection)
{
    QByteArray hunks;
    qint64 offset = 0;
    for (const Hunk &hunk : file.hunks)
        appendHunk(file, hunk, selection, offset, hunks);
    const bool saysSomething = head.createsFile || head.deletesFile || head.changesMode || head.isRename;
    if (hunks.isEmpty() && !saysSomething)
        return {};
    QByteArray patch = headText(file, head);
    if (!hunks.isEmpty()) {
        patch += "--- " + (head.createsFile ? "/dev/null"_ba : labelText("a/" + head.oldPath)) + '\n';
        patch += "+++ " + (head.deletesFile ? "/dev/null"_ba : labelText("b/" + head.newPath)) + '\n';
    }
    return patch + hunks;
}

bool isCreation(const FileDiff &file)
{
    return file.status == FileStatus::Added || file.status == FileStatus::Untracked;
}

bool changesMode(const FileDiff &file)
{
    return file.oldMode != 0 && file.newMode != 0 && file.oldMode != file.newMode;
}

bool changesType(const FileDiff &file)
{
    return changesMode(file) && (file.oldMode & kTypeMask) != (file.newMode & kTypeMask);
}

// Git writes a change of type as a deletion and a creation.
QByteArray typeChangePatch(const FileDiff &file)
{
    QSet<qsizetype> removed, added;
    for (qsizetype at = 0; at < file.lines.size(); ++at) {
        if (file.lines[at].origin == LineOrigin::Context)
            return {};
        (file.lines[at].origin == LineOrigin::Removed ? removed : added).insert(at);
    }
    const Head deletion{.oldPath = file.path(), .newPath = file.path(), .deletesFile = true};
    const Head creation{.oldPath = file.path(), .newPath = file.path(), .createsFile = true};
    QByteArray patch = patchText(file, deletion, {&removed, PatchUse::Forward});
    FileDiff fresh = file;
    for (Hunk &hunk : fresh.hunks)
        hunk.oldStart = 0;
    for (Line &line : fresh.lines) {
        if (line.origin == LineOrigin::Removed)
            line.origin = LineOrigin::Added; // not selected, so it vanishes
    }
    return patch + patchText(fresh, creation, {&added, PatchUse::Forward});
}

} // namespace

QByteArray makePatch(const FileDiff &file, const QSet<qsizetype> &selectedLines, PatchUse use)
{
    if (changesType(file) || file.omission != Omission::None)
        return {};
    bool selectsAll = true;
    bool selectsAny = false;
    for (qsizetype at = 0; at < file.lines.size(); ++at) {
        if (file.lines[at].origin == LineOrigin::Context)
            continue;
        const bool isSelected = selectedLines.contains(at);
        selectsAll = selectsAll && isSelected;
        selectsAny = selectsAny || isSelected;
    }
    if (!selectsAny && !selectsAll)
        return {};
    const bool isForward = use == PatchUse::Forward;
    const Head head{
        .oldPath = file.path(),
        .newPath = file.path(),
        .createsFile = isCreation(file) && (isForward || selectsAll),
        .deletesFile = file.status == FileStatus::Deleted && (!isForward || selectsAll),
        .changesMode = selectsAll && changesMode(file),
    };
    return patchText(file, head, {&selectedLines, use});
}

QByteArray makePatch(const FileDiff &file)
{
    if (file.omission != Omission::None)
        return {};
    if (changesType(file))
        return typeChangePatch(file);
    const bool isRename = file.status == FileStatus::Renamed || file.status == FileStatus::Copied;
    const Head head{
        .oldPath = isRename ? file.oldPath : file.path(),
        .newPath = file.path(),
        .createsFile = isCreation(file),
        .deletesFile = file.status == FileStatus::Deleted,
        .changesMode = changesMode(file),
        .isRename = isRename,
    };
    return patchText(file, head, {nullptr, PatchUse::Forward});
}

} // namespace Diff
