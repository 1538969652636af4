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

bool BlameView::moveByKey(const QKeyEvent &event)
{
    const bool isPlain = event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
    QScrollBar *across = horizontalScrollBar();
    switch (isPlain ? event.key() : 0) {
    case Qt::Key_Down:
    case Qt::Key_J:
        return setCurrentLine(m_current + 1), true;
    case Qt::Key_Up:
    case Qt::Key_K:
        return setCurrentLine(m_current - 1), true;
    case Qt::Key_PageDown:
        return setCurrentLine(m_current + pageLines()), true;
    case Qt::Key_PageUp:
        return setCurrentLine(m_current - pageLines()), true;
    case Qt::Key_Home:
        return setCurrentLine(0), true;
    case Qt::Key_End:
        return setCurrentLine(m_lines.lineCount() - 1), true;
    case Qt::Key_N:
        return setCurrentLine(m_lines.nextHunk(m_current, 1)), true;
    case Qt::Key_P:
        return setCurrentLine(m_lines.nextHunk(m_current, -1)), true;
    case Qt::Key_Right:
        return across->setValue(across->value() + across->singleStep()), true;
    case Qt::Key_Left:
        return across->setValue(across->value() - across->singleStep()), true;
    default:
        return false;
    }
}

void BlameView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier)
            return event->ignore();
        if (const Git::ObjectId commit = m_lines.commitAt(m_current); !commit.isNull())
            Q_EMIT commitActivated(commit);
        return;
    }
    if (!moveByKey(*event))
        event->ignore();
}

void BlameView::copy() const
{
    if (m_current < 0)
        return;
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
    setCurrentLine(line);
    const Git::ObjectId commit = m_lines.commitAt(line);
    if (at.x() < m_numberLeft && !commit.isNull())
        Q_EMIT commitActivated(commit);
}

void BlameView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const qsizetype line = lineAt(at.y());
    const bool isLink = line >= 0 && at.x() < m_numberLeft && !m_lines.commitAt(line).isNull();
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
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
