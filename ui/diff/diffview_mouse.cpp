// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"

#include "diff/reading.h"
#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

using Diff::RowKind;

namespace {

constexpr int kDragInterval = 40; // milliseconds between two rows while dragging outside

} // namespace

bool DiffView::isThirdClick(const QMouseEvent *event) const
{
    return m_sinceDoubleClick.isValid() &&
           m_sinceDoubleClick.elapsed() < QApplication::doubleClickInterval() &&
           (event->position().toPoint() - m_doubleClick).manhattanLength() <
               QApplication::startDragDistance() &&
           isOverText(m_doubleClick);
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
        m_pressedButton = canPress(m_hoveredButton) ? m_hoveredButton : -1;
        return viewport()->update();
    }
    const Diff::Row before = m_cursor.current();
    const Diff::Row row = m_content.rows().at(position);
    if (row.kind == RowKind::File) {
        m_cursor.moveTo(row);
        setCollapsed(static_cast<int>(row.file), !m_content.rows().isCollapsed(row.file));
        m_text.clear();
    } else if (isThirdClick(event)) {
        m_sinceDoubleClick.invalidate();
        selectWordOrLine(event->position().toPoint(), true);
    } else {
        beginText(event->position().toPoint(), event->modifiers().testFlag(Qt::ShiftModifier));
    }
    finishMove(before);
}

void DiffView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_drag != Drag::None && event->buttons().testFlag(Qt::LeftButton)) {
        m_dragPoint = point;
        const bool isOutside = !viewport()->rect().contains(point);
        if (isOutside && !m_dragTimer.isActive())
            m_dragTimer.start(kDragInterval, this);
        else if (!isOutside)
            m_dragTimer.stop();
        return extendText({point.x(), std::clamp(point.y(), 0, viewport()->height() - 1)});
    }
    const qsizetype position = positionAt(point);
    const Diff::Row row = position < 0 ? Diff::Row{} : m_content.rows().at(position);
    const bool isOtherRow = row != std::exchange(m_hovered, row);
    const int button = buttonAt(point).action;
    if (button != std::exchange(m_hoveredButton, button) || isOtherRow)
        viewport()->update();
    const bool isHand = canPress(button) || (row.isValid() && row.kind == RowKind::File);
    viewport()->setCursor(isHand              ? Qt::PointingHandCursor
                          : isOverText(point) ? Qt::IBeamCursor
                                              : Qt::ArrowCursor);
}

void DiffView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragTimer.stop();
    if (std::exchange(m_drag, Drag::None) == Drag::Text)
        offerSelection();
    const int pressed = std::exchange(m_pressedButton, -1);
    viewport()->update();
    if (event->button() != Qt::LeftButton || pressed < 0 || pressed != m_hoveredButton)
        return;
    if (pressed < m_actions.size())
        trigger(QString(m_actions[pressed].id), actionRow(m_hovered));
    else
        pressContextButton(pressed, m_hovered);
}

void DiffView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const qsizetype position = positionAt(event->position().toPoint());
    const Diff::Row row = position < 0 ? Diff::Row{} : m_content.rows().at(position);
    if (event->button() != Qt::LeftButton || !row.isValid() || row.kind != RowKind::Line)
        return mousePressEvent(event);
    const Diff::Row before = m_cursor.current();
    selectWordOrLine(event->position().toPoint(), false);
    m_doubleClick = event->position().toPoint();
    m_sinceDoubleClick.start();
    finishMove(before);
}

void DiffView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId())
        return QAbstractScrollArea::timerEvent(event);
    const QRect area = viewport()->rect();
    QScrollBar *across = horizontalScrollBar();
    if (m_drag == Drag::Text && (m_dragPoint.x() < area.left() || m_dragPoint.x() > area.right()))
        across->setValue(across->value() +
                         (m_dragPoint.x() < area.left() ? -across->singleStep() : across->singleStep()));
    QScrollBar *down = verticalScrollBar();
    if (m_dragPoint.y() < area.top() || m_dragPoint.y() > area.bottom())
        down->setValue(down->value() +
                       (m_dragPoint.y() < area.top() ? -down->singleStep() : down->singleStep()));
    const int covered = stickyRect().isEmpty() ? 0 : stickyRect().bottom() + 1;
    extendText({m_dragPoint.x(), std::clamp(m_dragPoint.y(), covered, area.bottom())});
}

RowButton DiffView::buttonAt(const QPoint &point) const
{
    const qsizetype position = positionAt(point);
    if (position < 0)
        return {};
    const QList<RowButton> buttons = buttonsOf(m_content.rows().at(position), headerRect(position));
    const auto found = std::ranges::find_if(
        buttons, [&](const RowButton &button) { return button.rect.contains(QPointF(point)); });
    return found == buttons.cend() ? RowButton() : *found;
}

bool DiffView::canPress(int button) const
{
    return button >= 0 && (button >= m_actions.size() || m_actions[button].problem.isEmpty());
}

bool DiffView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const RowButton button = buttonAt(help->pos());
        QToolTip::showText(help->globalPos(), plainToolTip(button.problem), viewport(),
                           button.rect.toAlignedRect());
        return true;
    }
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
    menu->setToolTipsVisible(true);
    const qsizetype lines = selectedLines().size();
    const bool isNothing = m_cursor.hasSelection() && lines == 0 && row.kind == RowKind::Line;
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
        if (!action.problem.isEmpty())
            item->setToolTip(plainToolTip(action.problem));
        item->setEnabled(!isNothing && action.problem.isEmpty() &&
                         (row.kind == RowKind::File || Diff::hasGitsLines(m_content.file(row))));
    }
    menu->addSeparator();
    if (m_offersContext && !m_content.file(row).hunks.isEmpty()) {
        menu->addAction(tr("Show more lines"), this, &DiffView::showMoreContext);
        menu->addAction(tr("Show the whole file"), this, &DiffView::showWholeFile);
        menu->addSeparator();
    }
    menu->addAction(tr("Copy"), QKeySequence(QKeySequence::Copy), this, [this] { copy(); });
    menu->addAction(tr("Find"), QKeySequence(QKeySequence::Find), this, &DiffView::openFind);
    const bool isCollapsed = m_content.rows().isCollapsed(row.file);
    menu->addAction(
        isCollapsed ? tr("Unfold file") : tr("Fold file"), this,
        [this, file = static_cast<int>(row.file), isCollapsed] { setCollapsed(file, !isCollapsed); });
    menu->popup(isMouse ? event->globalPos() : viewport()->mapToGlobal(rowRect(position).bottomLeft()));
}
