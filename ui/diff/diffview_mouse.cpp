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

bool DiffView::isThirdClick(const QMouseEvent *event) const
{
    return m_thirdClick.isThird(event->position().toPoint()) && isOverText(m_thirdClick.second());
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
        m_thirdClick.forget();
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
        m_dragScroll.follow(point);
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
    m_dragScroll.stop();
    if (std::exchange(m_drag, Drag::None) == Drag::Text)
        m_text.offer();
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
    m_thirdClick.noteSecond(event->position().toPoint());
    finishMove(before);
}

void DiffView::timerEvent(QTimerEvent *event)
{
    if (!m_dragScroll.isTimer(event->timerId()))
        return QAbstractScrollArea::timerEvent(event);
    m_dragScroll.scroll(m_drag == Drag::Text);
    const int covered = stickyRect().isEmpty() ? 0 : stickyRect().bottom() + 1;
    const QPoint &point = m_dragScroll.point();
    extendText({point.x(), std::clamp(point.y(), covered, viewport()->height() - 1)});
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
    menu->addAction(tr("Copy"), QKeySequence(QKeySequence::Copy), this, &DiffView::copy);
    menu->addAction(tr("Find"), QKeySequence(QKeySequence::Find), this, &DiffView::openFind);
    const bool isCollapsed = m_content.rows().isCollapsed(row.file);
    menu->addAction(
        isCollapsed ? tr("Unfold file") : tr("Fold file"), this,
        [this, file = static_cast<int>(row.file), isCollapsed] { setCollapsed(file, !isCollapsed); });
    menu->popup(isMouse ? event->globalPos() : viewport()->mapToGlobal(rowRect(position).bottomLeft()));
}
