// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"

#include <QScrollBar>

using Diff::RowKind;
using TextColumn = TextSelection::Column;

void DiffView::beginText(const QPoint &point, bool isExtending)
{
    const Diff::RowLayout &rows = m_content.rows();
    const qsizetype position = positionAt(point);
    const Diff::Row row = rows.at(position);
    if (isExtending) {
        m_drag = m_text.hasCaret() ? Drag::Text : Drag::Rows;
        return extendText(point);
    }
    m_text.clear();
    if (row.kind != RowKind::Line)
        return m_cursor.moveTo(row);
    m_cursor.select(row);
    m_drag = Drag::Rows;
    if (!isOverText(point))
        return;
    m_drag = Drag::Text;
    const TextColumn column = columnAt(point);
    m_text.place(placeIn(lineAt(position, column), point, column), column);
}

void DiffView::extendText(const QPoint &point)
{
    const Diff::RowLayout &rows = m_content.rows();
    const Diff::Row before = m_cursor.current();
    m_cursor.extendTo(rows, rows.positionAt(qint64(point.y()) + verticalScrollBar()->value()));
    if (m_drag == Drag::Text)
        m_text.extendTo(placeAt(rows.positionOf(m_cursor.current()), point, m_text.column()));
    finishMove(before);
}

void DiffView::selectWordOrLine(const QPoint &point, bool isLine)
{
    const qsizetype position = positionAt(point);
    m_cursor.select(m_content.rows().at(position));
    m_text.clear();
    m_drag = Drag::Rows;
    if (!isOverText(point))
        return;
    const TextColumn column = columnAt(point);
    m_drag = Drag::Text;
    TextPlace place = placeIn(lineAt(position, column), point, column);
    if (isLine)
        return m_text.selectLine(place.row, column);
    if (caretRect(place, column).center().x() > point.x())
        place.byte = m_text.gridOf(place.row).previous(place.byte);
    m_text.selectWord(place, column);
}

// In two columns that of the caret, else all that is shown of the file, which the rows say.
void DiffView::selectFileText()
{
    const TextColumn column = m_text.column();
    const qsizetype file = m_cursor.current().file;
    const bool isOfColumn = m_look.isSplit && m_text.hasCaret();
    m_text.clear();
    if (!isOfColumn || !m_cursor.hasSelection())
        return;
    auto [first, last] = m_cursor.range(m_content.rows());
    while (first < last && !lineAt(first, column).isValid())
        ++first;
    while (first < last && !lineAt(last, column).isValid())
        --last;
    const Diff::Row begin = lineAt(first, column), end = lineAt(last, column);
    if (!begin.isValid() || !end.isValid() || begin.file != file)
        return;
    m_text.place({begin, 0}, column);
    m_text.extendTo({end, m_content.bytes(end).size()});
}

void DiffView::moveCaret(const DiffKey &key)
{
    const bool isForward = key.move == DiffMove::Right || key.move == DiffMove::LineEnd;
    const bool isFar = key.move == DiffMove::LineStart || key.move == DiffMove::LineEnd;
    const Diff::Row row = m_cursor.current();
    if (row.kind != RowKind::Line) {
        QScrollBar *across = horizontalScrollBar();
        const int step = isFar ? across->maximum() : across->singleStep();
        return across->setValue(across->value() + (isForward ? step : -step));
    }
    const Diff::RowLayout &rows = m_content.rows();
    const qsizetype position = rows.positionOf(row);
    if (!m_text.hasCaret() || rows.positionOf(m_text.caret().row) != position) {
        const bool isRight = rows.sidesAt(position).right >= 0;
        const TextColumn column = !m_look.isSplit ? TextColumn::Only
                                  : isRight       ? TextColumn::Right
                                                  : TextColumn::Left;
        m_text.place({lineAt(position, column), 0}, column);
    }
    m_text.step(key);
    if (!key.isExtending)
        m_cursor.moveTo(row);
    else if (!m_cursor.hasSelection())
        m_cursor.select(row);
    showCaret();
    finishMove(row);
}

void DiffView::takeCaretAlong(bool isExtending)
{
    if (!m_text.hasCaret())
        return;
    m_text.follow(lineAt(m_content.rows().positionOf(m_cursor.current()), m_text.column()), isExtending);
}

void DiffView::showCaret()
{
    const TextPlace &caret = m_text.caret();
    const qsizetype position = m_content.rows().positionOf(caret.row);
    const bool isWrapped = m_content.isWrapped(caret.row);
    const qsizetype piece = isWrapped ? pieceWith(wrapStartsOf(caret.row), caret.byte) : 0;
    ensureVisible(m_content.rows().topOf(position) + piece * m_metrics.heights.line, m_metrics.heights.line,
                  m_metrics.heights.file);
    if (!isWrapped)
        m_text.show(horizontalScrollBar());
}

// Where the text is another one, nothing of it stays selected.
void DiffView::relocateText(const QList<Diff::FileDiff> &before, Position position)
{
    if (!m_text.hasCaret())
        return;
    const qsizetype file = m_text.caret().row.file;
    const Diff::Row next = position == Position::Keep
                               ? Diff::relocate(m_text.caret().row, before, m_content.files())
                               : Diff::Row{};
    if (next.isValid() && before[file] == m_content.files()[next.file])
        m_text.moveToFile(next.file);
    else
        m_text.clear();
}
