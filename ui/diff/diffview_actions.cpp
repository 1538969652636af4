// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"

#include "diff/reading.h"
#include "ui/diff/findbar.h"
#include "ui/diff/rowaccessible.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;
using Diff::RowKind;

void DiffView::keyPressEvent(QKeyEvent *event)
{
    if (const auto key = diffKey(*event); key && m_content.rows().count() > 0) {
        move(*key);
        event->accept();
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

bool DiffView::event(QEvent *event)
{
    // Letters that move here must not become the window's shortcuts while the keyboard is here.
    if (event->type() == QEvent::ShortcutOverride && diffKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

void DiffView::move(const DiffKey &key)
{
    const Diff::RowLayout &rows = m_content.rows();
    const qsizetype here = rows.positionOf(m_cursor.current());
    switch (key.move) {
    case DiffMove::RowUp:
        return scrollWithin(-m_metrics.heights.line) ? void() : moveTo(here - 1, key.isExtending);
    case DiffMove::RowDown:
        return scrollWithin(m_metrics.heights.line) ? void() : moveTo(here + 1, key.isExtending);
    case DiffMove::PageUp:
        return scrollWithin(-pageHeight()) ? void() : moveTo(pageTarget(-1), key.isExtending);
    case DiffMove::PageDown:
        return scrollWithin(pageHeight()) ? void() : moveTo(pageTarget(1), key.isExtending);
    case DiffMove::First:
        return moveTo(0, key.isExtending);
    case DiffMove::Last:
        return moveTo(rows.count() - 1, key.isExtending);
    case DiffMove::PreviousHunk:
        return moveTo(rows.previousOf(RowKind::Hunk, here), false);
    case DiffMove::NextHunk:
        return moveTo(rows.nextOf(RowKind::Hunk, here), false);
    case DiffMove::PreviousFile:
        return moveTo(rows.previousOf(RowKind::File, here), false);
    case DiffMove::NextFile:
        return moveTo(rows.nextOf(RowKind::File, here), false);
    case DiffMove::Left:
    case DiffMove::Right:
    case DiffMove::LineStart:
    case DiffMove::LineEnd:
        return moveCaret(key);
    case DiffMove::Toggle:
        return toggleCurrent();
    case DiffMove::Open:
        if (m_cursor.current().kind == RowKind::More)
            showMoreContext();
        else if (m_cursor.current().kind == RowKind::Line)
            Q_EMIT linesActivated(m_content.file(m_cursor.current()).path(),
                                  targetOf(m_cursor.current()).lines);
        else
            toggleCurrent();
        return;
    case DiffMove::SelectFile: {
        const Diff::Row before = m_cursor.current();
        m_cursor.selectFile(rows, files(), before.file);
        selectFileText();
        return finishMove(before);
    }
    case DiffMove::SelectNone:
        if (m_findBar->isVisible() && !m_cursor.hasSelection() && !m_text.hasCaret())
            return closeFind();
        m_cursor.clearSelection();
        m_text.clear();
        return finishMove(m_cursor.current());
    case DiffMove::Copy:
        return copy();
    case DiffMove::Find:
        return openFind();
    case DiffMove::FindNext:
        return stepMatch(1);
    case DiffMove::FindPrevious:
        return stepMatch(-1);
    }
}

int DiffView::pageHeight() const
{
    return std::max(viewport()->height() - m_metrics.heights.file - m_metrics.heights.line,
                    m_metrics.heights.line);
}

qsizetype DiffView::pageTarget(int direction) const
{
    const Diff::RowLayout &rows = m_content.rows();
    const qsizetype here = rows.positionOf(m_cursor.current());
    const qsizetype target = rows.positionAt(rows.topOf(here) + direction * qint64(pageHeight()));
    return target == here ? here + direction : target; // a high row
}

void DiffView::moveTo(qsizetype position, bool isExtending)
{
    const Diff::RowLayout &rows = m_content.rows();
    const qsizetype target = std::clamp<qsizetype>(position, 0, rows.count() - 1);
    const Diff::Row before = m_cursor.current();
    if (isExtending)
        m_cursor.extendTo(rows, target);
    else
        m_cursor.moveTo(rows.at(target));
    takeCaretAlong(isExtending);
    ensureVisible(rows.positionOf(m_cursor.current()));
    finishMove(before);
}

void DiffView::setCurrentRow(qsizetype position)
{
    if (m_content.rows().count() > 0)
        moveTo(position, false);
}

void DiffView::finishMove(const Diff::Row &before)
{
    viewport()->update();
    if (m_cursor.current() != before)
        RowAccessible::rowFocused(this, m_content.rows().positionOf(m_cursor.current()));
    if (m_cursor.current().file != before.file)
        Q_EMIT currentFileChanged(currentFile());
    Q_EMIT selectionChanged();
}

void DiffView::toggleCurrent()
{
    const Diff::Row row = m_cursor.current();
    if (row.kind == RowKind::File)
        return setCollapsed(static_cast<int>(row.file), !m_content.rows().isCollapsed(row.file));
    if (row.kind == RowKind::More)
        return showMoreContext();
    const auto [first, last] = m_cursor.range(m_content.rows());
    const bool isOnlyThis = first >= 0 && first == last;
    if (isOnlyThis)
        m_cursor.clearSelection();
    else
        m_cursor.select(row);
    m_text.clear();
    finishMove(row);
}

void DiffView::setCollapsed(int file, bool isCollapsed)
{
    if (file < 0 || file >= files().size() || m_content.rows().isCollapsed(file) == isCollapsed)
        return;
    const bool wasStuck = stickyFile() == file;
    const Diff::Row header{RowKind::File, file};
    m_content.setCollapsed(file, isCollapsed);
    if (isCollapsed && m_text.caret().row.file == file)
        m_text.clear();
    if (isCollapsed && m_cursor.current().file == file)
        m_cursor.moveTo(header);
    updateScrollBars();
    if (isCollapsed && wasStuck)
        verticalScrollBar()->setValue(
            static_cast<int>(m_content.rows().topOf(m_content.rows().positionOf(header))));
    RowAccessible::rowsChanged(this);
    viewport()->update();
    Q_EMIT selectionChanged();
}

void DiffView::scrollToFile(int file)
{
    if (file < 0 || file >= files().size())
        return;
    const Diff::Row before = m_cursor.current();
    const Diff::Row header{RowKind::File, file};
    m_cursor.moveTo(header);
    m_text.clear();
    verticalScrollBar()->setValue(
        static_cast<int>(m_content.rows().topOf(m_content.rows().positionOf(header))));
    finishMove(before);
}

QSet<qsizetype> DiffView::selectedLines() const
{
    return m_cursor.changedLines(m_content.rows(), files());
}

QByteArray DiffView::selectedBytes() const
{
    if (!m_cursor.current().isValid())
        return {};
    if (!m_text.isEmpty())
        return m_text.selected();
    const Diff::FileDiff &file = m_content.file(m_cursor.current());
    const QList<qsizetype> lines = m_cursor.lines(m_content.rows());
    QByteArray bytes;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (at > 0)
            bytes += '\n';
        bytes += file.content(file.lines[lines[at]]);
    }
    return bytes;
}

void DiffView::copy() const
{
    TextCaret::copyText(selectedBytes());
}

void DiffView::selectAll()
{
    if (m_content.rows().count() > 0)
        move({DiffMove::SelectFile});
}

DiffView::Target DiffView::targetOf(const Diff::Row &row) const
{
    const Diff::FileDiff &file = m_content.file(row);
    if (m_cursor.hasSelection() && m_cursor.current().file == row.file && row.kind != RowKind::File) {
        const auto [first, last] = m_cursor.range(m_content.rows());
        // A button of another hunk means that hunk, not the selection elsewhere.
        const bool isHere =
            row.hunk < 0 || row.hunk == m_cursor.current().hunk ||
            (m_content.rows().at(first).hunk <= row.hunk && row.hunk <= m_content.rows().at(last).hunk);
        if (isHere)
            return {row.file, selectedLines(), true};
    }
    if (row.kind == RowKind::Hunk || row.kind == RowKind::Line)
        return {row.file, changedLines(file, file.hunks[row.hunk])};
    return {row.file, changedLines(file)};
}

void DiffView::triggerAction(const QString &id)
{
    if (m_cursor.current().isValid())
        trigger(id, m_cursor.current());
}

// Without lines an action means the whole file, which a selection of unchanged lines must never do.
void DiffView::trigger(const QString &id, const Diff::Row &row)
{
    const Target target = targetOf(row);
    if (row.kind != RowKind::File && !Diff::hasGitsLines(m_content.file(row)))
        Q_EMIT linesNotActedOn();
    else if (target.isSelection && target.lines.isEmpty())
        Q_EMIT nothingSelectedToActOn();
    else
        Q_EMIT actionTriggered(id, static_cast<int>(target.file), target.lines);
}
