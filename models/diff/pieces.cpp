// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/pieces.h"

#include <algorithm>

namespace Diff {

namespace {

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

} // namespace

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

} // namespace Diff
