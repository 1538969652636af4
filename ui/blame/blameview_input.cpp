// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/blame/blameview.h"
#include "ui/widgets/plainlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

bool BlameView::event(QEvent *event)
{
    // Letters that move here must not become the window's shortcuts while the keyboard is here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto key = diffKey(*static_cast<QKeyEvent *>(event));
        if (key && key->move <= DiffMove::NextHunk) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool BlameView::moveByKey(const DiffKey &key)
{
    switch (key.move) {
    case DiffMove::RowDown:
        return moveTo(m_current + 1, key.isExtending), true;
    case DiffMove::RowUp:
        return moveTo(m_current - 1, key.isExtending), true;
    case DiffMove::PageDown:
        return moveTo(m_current + pageLines(), key.isExtending), true;
    case DiffMove::PageUp:
        return moveTo(m_current - pageLines(), key.isExtending), true;
    case DiffMove::First:
        return moveTo(0, key.isExtending), true;
    case DiffMove::Last:
        return moveTo(m_lines.lineCount() - 1, key.isExtending), true;
    case DiffMove::NextHunk:
        return moveTo(m_lines.nextHunk(m_current, 1), false), true;
    case DiffMove::PreviousHunk:
        return moveTo(m_lines.nextHunk(m_current, -1), false), true;
    case DiffMove::Left:
    case DiffMove::Right:
    case DiffMove::LineStart:
    case DiffMove::LineEnd:
        return moveCaret(key), true;
    case DiffMove::SelectFile:
        return selectAll(), true;
    case DiffMove::SelectNone:
        if (!m_text.hasCaret())
            return false;
        m_text.clear();
        return viewport()->update(), true;
    case DiffMove::Copy:
        return copy(), true;
    case DiffMove::Open:
        if (const Git::ObjectId commit = m_lines.commitAt(m_current); !commit.isNull())
            Q_EMIT commitActivated(commit);
        return true;
    default:
        return false;
    }
}

void BlameView::keyPressEvent(QKeyEvent *event)
{
    const auto key = diffKey(*event);
    if (!key || m_lines.lineCount() == 0 || !moveByKey(*key))
        event->ignore();
}

void BlameView::copy() const
{
    if (m_current < 0)
        return;
    if (!m_text.isEmpty())
        return m_text.copy();
    const QByteArray bytes = m_lines.bytes(m_current).toByteArray();
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(shownBytes(m_current)));
    data->setData(u"application/octet-stream"_s, bytes);
    QGuiApplication::clipboard()->setMimeData(data);
}

void BlameView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const qsizetype line = lineAt(at.y());
    if (event->button() != Qt::LeftButton || line < 0)
        return;
    if (isOverText(at))
        return pressText(*event);
    m_text.clear();
    viewport()->update();
    setCurrentLine(line);
    const Git::ObjectId commit = m_lines.commitAt(line);
    if (at.x() < m_numberLeft && !commit.isNull())
        Q_EMIT commitActivated(commit);
}

void BlameView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_isDragging && event->buttons().testFlag(Qt::LeftButton)) {
        m_dragScroll.follow(at);
        return dragText(at);
    }
    const qsizetype line = lineAt(at.y());
    const bool isLink = line >= 0 && at.x() < m_numberLeft && !m_lines.commitAt(line).isNull();
    viewport()->setCursor(isLink           ? Qt::PointingHandCursor
                          : isOverText(at) ? Qt::IBeamCursor
                                           : Qt::ArrowCursor);
    if (std::exchange(m_hovered, line) != line)
        viewport()->update();
}

bool BlameView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && std::exchange(m_hovered, -1) >= 0)
        viewport()->update();
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype line = lineAt(help->pos().y());
    const bool isOnCommit = line >= 0 && help->pos().x() < m_numberLeft;
    QToolTip::showText(help->globalPos(), isOnCommit ? plainToolTip(commitText(line)) : QString(), this,
                       isOnCommit ? lineRect(line) : QRect());
    return true;
}
