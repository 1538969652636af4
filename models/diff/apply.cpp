// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/pieces.h"

#include <algorithm>

namespace Diff {

namespace {

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

std::optional<QByteArray> applyLines(const FileDiff &file, const QSet<qsizetype> &selectedLines, PatchUse use,
                                     QByteArrayView base, LineEnds ends)
{
    return LineApplier(file, {&selectedLines, use}, base, ends).apply();
}

} // namespace Diff
