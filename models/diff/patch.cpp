// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/patch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Diff {

namespace {

constexpr quint32 kTypeMask = 0170000;

struct Selection
{
    const QSet<qsizetype> *lines; ///< null: all
    PatchUse use;

    bool has(qsizetype line) const { return !lines || lines->contains(line); }
    /// The kind of changed line that exists on the side to which the patch will be applied.
    LineOrigin baseOrigin() const
    {
        return use == PatchUse::Forward ? LineOrigin::Removed : LineOrigin::Added;
    }
    LineOrigin otherOrigin() const
    {
        return use == PatchUse::Forward ? LineOrigin::Added : LineOrigin::Removed;
    }
};

/// One line of the patch to be.
struct Piece
{
    LineOrigin origin;
    qsizetype line;
    bool endsWithNewline;

    bool isOn(LineOrigin side) const { return origin == LineOrigin::Context || origin == side; }
};

/// A run of changed lines without context between them.
struct Block
{
    QList<qsizetype> base;  ///< lines of the side to which the patch will be applied
    QList<qsizetype> other; ///< lines of the other side
};

// For each selected line of the other side the position in block.base beside which it stands. Where as many
// lines came as went, each stands for the one at its own place; else the selected ones are matched in order,
// so that a selected replacement takes the place of the selected line and not of the block's end.
QList<std::pair<qsizetype, qsizetype>> anchors(const Block &block, const Selection &selection)
{
    QList<qsizetype> chosenBase;
    for (qsizetype at = 0; at < block.base.size(); ++at) {
        if (selection.has(block.base[at]))
            chosenBase.append(at);
    }
    const bool isPaired = block.base.size() == block.other.size() || chosenBase.isEmpty();
    QList<std::pair<qsizetype, qsizetype>> result;
    for (qsizetype at = 0; at < block.other.size(); ++at) {
        if (!selection.has(block.other[at]))
            continue;
        const qsizetype anchor = isPaired ? std::min(at, block.base.size() - 1)
                                          : chosenBase[std::min(result.size(), chosenBase.size() - 1)];
        result.append({anchor, block.other[at]});
    }
    return result;
}

void flush(const FileDiff &file, Block &block, const Selection &selection, QList<Piece> &pieces)
{
    const auto append = [&](qsizetype line, LineOrigin origin) {
        pieces.append({origin, line, file.lines[line].endsWithNewline});
    };
    const QList<std::pair<qsizetype, qsizetype>> others = anchors(block, selection);
    auto next = others.begin();
    const auto appendOthers = [&](qsizetype anchor) {
        for (; next != others.end() && next->first <= anchor; ++next)
            append(next->second, selection.otherOrigin());
    };
    appendOthers(-1);
    for (qsizetype at = 0; at < block.base.size(); ++at) {
        if (selection.use == PatchUse::Reverse)
            appendOthers(at);
        const bool isSelected = selection.has(block.base[at]);
        append(block.base[at], isSelected ? selection.baseOrigin() : LineOrigin::Context);
        appendOthers(at);
    }
    block = {};
}

// A line without a line feed can only be the last one of its side. Where another line now follows, the line
// feed has to be added, which makes a context line a replaced one.
QList<Piece> settleNewlines(const QList<Piece> &pieces, const Selection &selection)
{
    qsizetype lastOther = -1;
    for (qsizetype at = 0; at < pieces.size(); ++at) {
        if (pieces[at].isOn(selection.otherOrigin()))
            lastOther = at;
    }
    QList<Piece> result;
    for (qsizetype at = 0; at < pieces.size(); ++at) {
        Piece piece = pieces[at];
        if (piece.endsWithNewline || at == lastOther || piece.origin == selection.baseOrigin()) {
            result.append(piece);
        } else if (piece.origin == LineOrigin::Context) {
            result.append({selection.baseOrigin(), piece.line, false});
            result.append({selection.otherOrigin(), piece.line, true});
        } else {
            piece.endsWithNewline = true;
            result.append(piece);
        }
    }
    return result;
}

QList<Piece> choosePieces(const FileDiff &file, const Hunk &hunk, const Selection &selection)
{
    QList<Piece> pieces;
    Block block;
    for (qsizetype at = hunk.firstLine; at < hunk.firstLine + hunk.lineCount; ++at) {
        const Line &line = file.lines[at];
        if (line.origin == LineOrigin::Context) {
            flush(file, block, selection, pieces);
            pieces.append({LineOrigin::Context, at, line.endsWithNewline});
        } else {
            (line.origin == selection.baseOrigin() ? block.base : block.other).append(at);
        }
    }
    flush(file, block, selection, pieces);
    return settleNewlines(pieces, selection);
}

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
    const QByteArray other = range(basePosition + offset, otherCount);
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

// Walks along the base side, line by line.
class LineApplier
{
public:
    LineApplier(const FileDiff &file, Selection selection, QByteArrayView base, LineEnds ends)
        : m_file(file)
        , m_selection(selection)
        , m_rest(base)
        , m_mayHaveReturns(ends == LineEnds::MayHaveReturns)
    {}

    std::optional<QByteArray> apply()
    {
        m_addsReturn = m_mayHaveReturns && baseHasReturns();
        for (const Hunk &hunk : m_file.hunks) {
            const bool isForward = m_selection.use == PatchUse::Forward;
            const qint64 start = isForward ? hunk.oldStart : hunk.newStart;
            const qint64 count = isForward ? hunk.oldCount : hunk.newCount;
            for (const qint64 position = count > 0 ? start - 1 : start; m_line < position;) {
                if (m_rest.isEmpty())
                    return std::nullopt;
                m_result += takeLine();
            }
            for (const Piece &piece : choosePieces(m_file, hunk, m_selection)) {
                if (!applyPiece(piece))
                    return std::nullopt;
            }
        }
        return m_result + m_rest.toByteArray();
    }

private:
    // Whether base starts with a line that ends with CR LF while the diff shows no such line.
    bool baseHasReturns() const
    {
        const bool endsWithReturns = m_rest.first(m_rest.indexOf('\n') + 1).endsWith("\r\n");
        return endsWithReturns && std::ranges::none_of(m_file.lines, [this](const Line &line) {
                   return line.origin != m_selection.otherOrigin() && m_file.content(line).endsWith('\r');
               });
    }

    bool applyPiece(const Piece &piece)
    {
        const QByteArrayView content = m_file.content(m_file.lines[piece.line]);
        if (piece.origin == m_selection.otherOrigin()) {
            m_result += content;
            if (piece.endsWithNewline)
                m_result += m_addsReturn ? "\r\n" : "\n";
            return true;
        }
        const QByteArrayView line = takeLine();
        const bool endsWithNewline = line.endsWith('\n');
        const QByteArrayView bare = endsWithNewline ? line.chopped(1) : line;
        const bool isSame =
            bare == content || (m_mayHaveReturns && bare.endsWith('\r') && bare.chopped(1) == content);
        if (!isSame || endsWithNewline != piece.endsWithNewline || line.isEmpty())
            return false;
        if (piece.origin == LineOrigin::Context)
            m_result += line;
        return true;
    }

    QByteArrayView takeLine()
    {
        const qsizetype end = m_rest.indexOf('\n');
        const QByteArrayView line = m_rest.first(end < 0 ? m_rest.size() : end + 1);
        m_rest = m_rest.sliced(line.size());
        ++m_line;
        return line;
    }

    const FileDiff &m_file;
    Selection m_selection;
    QByteArrayView m_rest;
    bool m_mayHaveReturns;
    QByteArray m_result;
    qint64 m_line = 0;
    bool m_addsReturn = false;
};

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

std::optional<QByteArray> applyLines(const FileDiff &file, const QSet<qsizetype> &selectedLines, PatchUse use,
                                     QByteArrayView base, LineEnds ends)
{
    return LineApplier(file, {&selectedLines, use}, base, ends).apply();
}

QByteArray quotePath(QByteArrayView path)
{
    const auto isPlain = [](char letter) {
        const auto byte = static_cast<uchar>(letter);
        return byte >= 0x20 && byte < 0x7f && letter != '"' && letter != '\\';
    };
    if (std::ranges::all_of(path, isPlain))
        return path.toByteArray();
    constexpr QByteArrayView special("\a\b\t\n\v\f\r\"\\");
    constexpr QByteArrayView letters("abtnvfr\"\\");
    QByteArray quoted = "\""_ba;
    for (const char letter : path) {
        if (isPlain(letter)) {
            quoted += letter;
        } else if (const qsizetype at = special.indexOf(letter); at >= 0) {
            quoted += '\\';
            quoted += letters[at];
        } else {
            quoted += '\\' + QByteArray::number(static_cast<uchar>(letter), 8).rightJustified(3, '0');
        }
    }
    return quoted + '"';
}

} // namespace Diff
