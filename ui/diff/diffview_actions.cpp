// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"

#include "ui/diff/diffaccessible.h"
#include "ui/diff/findbar.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QStringConverter>

#include <cmath>

using namespace Qt::StringLiterals;
using Diff::RowKind;

namespace {

constexpr int kDragInterval = 40; // milliseconds between two rows while dragging outside

} // namespace

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
    const Diff::RowIndex &rows = m_content.rows();
    const qsizetype here = rows.positionOf(m_cursor.current());
    QScrollBar *across = horizontalScrollBar();
    switch (key.move) {
    case DiffMove::RowUp:
        return moveTo(here - 1, key.isExtending);
    case DiffMove::RowDown:
        return moveTo(here + 1, key.isExtending);
    case DiffMove::PageUp:
        return moveTo(pageTarget(-1), key.isExtending);
    case DiffMove::PageDown:
        return moveTo(pageTarget(1), key.isExtending);
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
        return across->setValue(across->value() - across->singleStep());
    case DiffMove::Right:
        return across->setValue(across->value() + across->singleStep());
    case DiffMove::LineStart:
        return across->setValue(0);
    case DiffMove::LineEnd:
        return across->setValue(across->maximum());
    case DiffMove::Toggle:
        return toggleCurrent();
    case DiffMove::Open:
        if (m_cursor.current().kind == RowKind::Line)
            Q_EMIT linesActivated(m_content.file(m_cursor.current()).path(),
                                  targetOf(m_cursor.current()).lines);
        else
            toggleCurrent();
        return;
    case DiffMove::SelectFile: {
        const Diff::Row before = m_cursor.current();
        m_cursor.selectFile(rows, files(), before.file);
        return finishMove(before);
    }
    case DiffMove::SelectNone:
        if (m_findBar->isVisible() && !m_cursor.hasSelection())
            return closeFind();
        m_cursor.clearSelection();
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

qsizetype DiffView::pageTarget(int direction) const
{
    const Diff::RowIndex &rows = m_content.rows();
    const qsizetype here = rows.positionOf(m_cursor.current());
    const qint64 page = std::max(viewport()->height() - m_metrics.heights.file - m_metrics.heights.line,
                                 m_metrics.heights.line);
    return rows.positionAt(rows.topOf(here) + direction * page);
}

void DiffView::moveTo(qsizetype position, bool isExtending)
{
    const Diff::RowIndex &rows = m_content.rows();
    const qsizetype target = std::clamp<qsizetype>(position, 0, rows.count() - 1);
    const Diff::Row before = m_cursor.current();
    if (isExtending)
        m_cursor.extendTo(rows, target);
    else
        m_cursor.moveTo(rows.at(target));
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
        DiffAccessible::rowFocused(this, m_content.rows().positionOf(m_cursor.current()));
    if (m_cursor.current().file != before.file)
        Q_EMIT currentFileChanged(currentFile());
    Q_EMIT selectionChanged();
}

void DiffView::toggleCurrent()
{
    const Diff::Row row = m_cursor.current();
    if (row.kind == RowKind::File)
        return setCollapsed(static_cast<int>(row.file), !m_content.rows().isCollapsed(row.file));
    const bool isOnlyThis = m_cursor.hasSelection() && m_cursor.lines(m_content.rows()).size() == 1;
    if (isOnlyThis)
        m_cursor.clearSelection();
    else
        m_cursor.select(row);
    finishMove(row);
}

void DiffView::setCollapsed(int file, bool isCollapsed)
{
    if (file < 0 || file >= files().size() || m_content.rows().isCollapsed(file) == isCollapsed)
        return;
    const bool wasStuck = stickyFile() == file;
    const Diff::Row header{RowKind::File, file};
    m_content.setCollapsed(file, isCollapsed);
    if (isCollapsed && m_cursor.current().file == file)
        m_cursor.moveTo(header);
    updateScrollBars();
    if (isCollapsed && wasStuck)
        verticalScrollBar()->setValue(
            static_cast<int>(m_content.rows().topOf(m_content.rows().positionOf(header))));
    DiffAccessible::rowsChanged(this);
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
    const QByteArray bytes = selectedBytes();
    if (bytes.isEmpty())
        return;
    auto data = std::make_unique<QMimeData>();
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        data->setData(u"text/plain"_s, bytes); // what is not text stays the bytes it is
    else
        data->setText(text);
    QApplication::clipboard()->setMimeData(data.release());
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
            return {row.file, selectedLines()};
    }
    if (row.kind == RowKind::Hunk || row.kind == RowKind::Line)
        return {row.file, changedLines(file, file.hunks[row.hunk])};
    return {row.file, changedLines(file)};
}

void DiffView::triggerAction(const QString &id)
{
    if (!m_cursor.current().isValid())
        return;
    const Target target = targetOf(m_cursor.current());
    const bool isEmptySelection =
        m_cursor.hasSelection() && target.lines.isEmpty() && m_cursor.current().kind == RowKind::Line;
    if (!isEmptySelection)
        Q_EMIT actionTriggered(id, static_cast<int>(target.file), target.lines);
}

void DiffView::trigger(const DiffAction &action, const Diff::Row &row)
{
    const Target target = targetOf(row);
    Q_EMIT actionTriggered(action.id, static_cast<int>(target.file), target.lines);
}

void DiffView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qsizetype position = positionAt(event->position().toPoint());
    if (position < 0)
        return;
    mouseMoveEvent(event);
    if (m_hoveredButton >= 0) {
        m_pressedButton = m_hoveredButton;
        return viewport()->update();
    }
    const Diff::Row before = m_cursor.current();
    const Diff::Row row = m_content.rows().at(position);
    if (row.kind == RowKind::File) {
        m_cursor.moveTo(row);
        setCollapsed(static_cast<int>(row.file), !m_content.rows().isCollapsed(row.file));
    } else if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_cursor.extendTo(m_content.rows(), position);
        m_isDragging = true;
    } else if (row.kind == RowKind::Line) {
        m_cursor.select(row);
        m_isDragging = true;
    } else {
        m_cursor.moveTo(row);
    }
    finishMove(before);
}

void DiffView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_isDragging && event->buttons().testFlag(Qt::LeftButton)) {
        m_dragPoint = point;
        const bool isOutside = point.y() < 0 || point.y() >= viewport()->height();
        if (isOutside && !m_dragTimer.isActive())
            m_dragTimer.start(kDragInterval, this);
        else if (!isOutside)
            m_dragTimer.stop();
        const int y = std::clamp(point.y(), 0, viewport()->height() - 1);
        moveTo(m_content.rows().positionAt(qint64(y) + verticalScrollBar()->value()), true);
        return;
    }
    const qsizetype position = positionAt(point);
    const Diff::Row row = position < 0 ? Diff::Row{} : m_content.rows().at(position);
    const bool isOtherRow = row != std::exchange(m_hovered, row);
    int button = -1;
    if (position >= 0) {
        for (const RowButton &candidate : buttonsOf(row, headerRect(position))) {
            if (candidate.rect.contains(event->position()))
                button = candidate.action;
        }
    }
    if (button != std::exchange(m_hoveredButton, button) || isOtherRow)
        viewport()->update();
    const bool isHand = button >= 0 || (row.isValid() && row.kind == RowKind::File);
    viewport()->setCursor(isHand ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void DiffView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragTimer.stop();
    m_isDragging = false;
    const int pressed = std::exchange(m_pressedButton, -1);
    viewport()->update();
    if (event->button() == Qt::LeftButton && pressed >= 0 && pressed == m_hoveredButton &&
        pressed < m_actions.size())
        trigger(DiffAction(m_actions[pressed]), Diff::Row(m_hovered));
}

void DiffView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const qsizetype position = positionAt(event->position().toPoint());
    const Diff::Row row = position < 0 ? Diff::Row{} : m_content.rows().at(position);
    if (!row.isValid() || row.kind != RowKind::Line)
        return mousePressEvent(event);
    Q_EMIT linesActivated(m_content.file(row).path(), targetOf(row).lines);
}

void DiffView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId())
        return QAbstractScrollArea::timerEvent(event);
    const qsizetype here = m_content.rows().positionOf(m_cursor.current());
    moveTo(here + (m_dragPoint.y() < 0 ? -1 : 1), true);
}

bool DiffView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_hovered.isValid()) {
        m_hovered = {};
        m_hoveredButton = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void DiffView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    updateColors();
    viewport()->update();
}

void DiffView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    updateColors();
    viewport()->update();
}

void DiffView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    const qsizetype position =
        isMouse ? positionAt(event->pos()) : m_content.rows().positionOf(m_cursor.current());
    if (position < 0)
        return;
    if (!m_cursor.isSelected(m_content.rows(), position))
        setCurrentRow(position);
    const Diff::Row row = m_cursor.current();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const qsizetype lines = selectedLines().size();
    for (const DiffAction &action : std::as_const(m_actions)) {
        const QString text = row.kind == RowKind::File       ? action.fileText
                             : lines > 0 && action.linesText ? action.linesText(lines)
                                                             : action.text;
        if (text.isEmpty())
            continue;
        if (action.isDestructive)
            menu->addSeparator();
        QAction *item = menu->addAction(text, this, [this, id = action.id] { triggerAction(id); });
        item->setShortcut(action.shortcut);
    }
    menu->addSeparator();
    menu->addAction(tr("Copy"), QKeySequence(QKeySequence::Copy), this, [this] { copy(); });
    menu->addAction(tr("Find"), QKeySequence(QKeySequence::Find), this, &DiffView::openFind);
    const bool isCollapsed = m_content.rows().isCollapsed(row.file);
    menu->addAction(
        isCollapsed ? tr("Unfold file") : tr("Fold file"), this,
        [this, file = static_cast<int>(row.file), isCollapsed] { setCollapsed(file, !isCollapsed); });
    menu->popup(isMouse ? event->globalPos() : viewport()->mapToGlobal(rowRect(position).bottomLeft()));
}

void DiffView::openFind()
{
    m_findBar->open();
    layOut();
    search(false);
}

void DiffView::closeFind()
{
    m_search.cancel();
    m_content.setMatches({});
    m_match = -1;
    m_findBar->hide();
    layOut();
    setFocus(Qt::OtherFocusReason);
}

void DiffView::search(bool jumps)
{
    const QByteArray needle = m_findBar->needle();
    m_match = -1;
    if (needle.isEmpty()) {
        m_search.cancel();
        m_content.setMatches({});
        m_findBar->setStatus({});
        return viewport()->update();
    }
    m_search.start(
        [files = files(), needle](const CancelToken &cancel) {
            return Diff::findInLines(files, needle, cancel);
        },
        [this, jumps](const Result<Diff::Matches> &found) {
            if (!found)
                return m_findBar->setStatus(found.error().message);
            m_content.setMatches(found->list);
            const QString count = QLocale().toString(found->list.size());
            if (found->list.isEmpty())
                m_findBar->setStatus(tr("Not found"));
            else
                //: %1 is how many places were found at least
                m_findBar->setStatus(found->isComplete ? count : tr("more than %1").arg(count));
            viewport()->update();
            if (jumps && !found->list.isEmpty()) {
                const Diff::Row &here = m_cursor.current();
                const auto next = std::ranges::find_if(found->list, [&](const Diff::LineMatch &match) {
                    return std::pair(match.file, match.line) >= std::pair(here.file, here.line);
                });
                showMatch(next == found->list.end() ? 0 : std::distance(found->list.begin(), next));
            }
        });
}

void DiffView::stepMatch(int direction)
{
    const qsizetype count = m_content.matches().size();
    if (count == 0)
        return;
    if (m_match < 0)
        return showMatch(direction > 0 ? 0 : count - 1);
    showMatch((m_match + direction + count) % count);
}

void DiffView::showMatch(qsizetype index)
{
    m_match = index;
    const Diff::LineMatch match = m_content.matches()[index];
    setCollapsed(static_cast<int>(match.file), false);
    const Diff::FileDiff &file = files()[match.file];
    const auto hunk = std::ranges::upper_bound(file.hunks, match.line, {}, &Diff::Hunk::firstLine);
    const Diff::Row row{RowKind::Line, match.file, std::distance(file.hunks.begin(), hunk) - 1, match.line};
    const qsizetype position = m_content.rows().positionOf(row);
    moveTo(position, false);
    const auto marks = m_content.marks(row);
    const Diff::CellMarks::Mark mark = marks ? marks->beforeByte(match.start) : Diff::CellMarks::Mark{};
    const QByteArrayView head = m_content.bytes(row).first(match.start);
    const qint64 column = Diff::walkCells(head, mark.byte, mark.column, m_content.tabWidth(),
                                          [](const Diff::CellRun &) { return true; });
    const int left = static_cast<int>(std::floor(static_cast<qreal>(column) * m_metrics.cell));
    const int width = static_cast<int>(std::ceil(static_cast<qreal>(match.length + 4) * m_metrics.cell));
    QScrollBar *bar = horizontalScrollBar();
    if (left < bar->value() || left + width > bar->value() + bar->pageStep())
        bar->setValue(left + width <= bar->pageStep() ? 0 : left - bar->pageStep() / 3);
    m_findBar->setStatus(
        tr("%1 of %2").arg(QLocale().toString(index + 1), QLocale().toString(m_content.matches().size())));
}
