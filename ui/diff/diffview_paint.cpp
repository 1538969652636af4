// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"
#include "ui/diff/headerpainter.h"
#include "ui/diff/linepainter.h"
#include "ui/highlight/codehighlighter.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

using Diff::LineOrigin;
using Diff::RowKind;

void DiffView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_colors.base);
    const Diff::RowIndex &rows = m_content.rows();
    if (rows.count() == 0)
        return paintEmpty(painter);
    const qint64 scroll = verticalScrollBar()->value();
    const qsizetype first = rows.positionAt(event->rect().top() + scroll);
    qsizetype last = first;
    const qint64 knownColumns = m_content.columns();
    m_content.startFrame();
    m_isMeasuring = false;
    for (qsizetype position = first; position < rows.count(); ++position) {
        if (rowRect(position).top() > event->rect().bottom())
            break;
        paintRow(painter, position);
        last = position;
    }
    if (const qsizetype file = stickyFile(); file >= 0)
        paintHeader(painter, {RowKind::File, file}, rows.positionOf({RowKind::File, file}), stickyRect());
    paintFocus(painter);
    requestSyntax(first, last);
    if (m_isMeasuring || m_content.columns() != knownColumns)
        QMetaObject::invokeMethod(this, &DiffView::updateScrollBars, Qt::QueuedConnection);
    if (m_isMeasuring)
        QMetaObject::invokeMethod(viewport(), qOverload<>(&QWidget::update), Qt::QueuedConnection);
}

void DiffView::requestSyntax(qsizetype firstPosition, qsizetype lastPosition)
{
    QList<qsizetype> visible;
    for (qsizetype file = m_content.rows().at(firstPosition).file;
         file <= m_content.rows().at(lastPosition).file; ++file) {
        if (!m_content.rows().isCollapsed(file))
            visible.append(file);
    }
    m_highlighter->request(visible);
}

void DiffView::paintEmpty(QPainter &painter)
{
    painter.setFont(m_metrics.body);
    painter.setPen(m_colors.readable(m_colors.subdued, m_colors.base));
    const int margin = 4 * m_metrics.unit;
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    paintFocus(painter);
}

void DiffView::paintFocus(QPainter &painter)
{
    if (!hasFocus())
        return;
    const qreal width = m_metrics.hairline;
    const QRectF frame = QRectF(viewport()->rect());
    for (const QRectF &side :
         {QRectF(0, 0, frame.width(), width), QRectF(0, frame.height() - width, frame.width(), width),
          QRectF(0, 0, width, frame.height()), QRectF(frame.width() - width, 0, width, frame.height())})
        painter.fillRect(side, m_colors.accent);
}

void DiffView::paintRow(QPainter &painter, qsizetype position)
{
    const Diff::Row row = m_content.rows().at(position);
    const QRect rect = rowRect(position);
    if (row.kind == RowKind::Line)
        paintLine(painter, row, position, rect);
    else
        paintHeader(painter, row, position, rect);
}

void DiffView::paintHeader(QPainter &painter, const Diff::Row &row, qsizetype position, const QRect &rect)
{
    const bool isCurrent = row == m_cursor.current();
    const bool isSelected = m_cursor.isSelected(m_content.rows(), position);
    HeaderLook look;
    look.background = row.kind == RowKind::File   ? m_colors.header
                      : row.kind == RowKind::Hunk ? m_colors.hunk
                                                  : m_colors.base;
    if (isSelected && row.kind != RowKind::File)
        look.background = m_colors.selected(look.background);
    else if (isCurrent)
        look.background = m_colors.current(look.background);
    look.isCollapsed = m_content.rows().isCollapsed(row.file);
    look.isCurrent = isCurrent;
    look.buttons = buttonsOf(row, rect);
    HeaderPainter header(painter, m_metrics, m_colors);
    const Diff::FileDiff &file = m_content.file(row);
    if (row.kind == RowKind::File)
        header.paintFile(file, m_content.counts(row.file), rect, look);
    else if (row.kind == RowKind::Hunk)
        header.paintHunk(file.hunks[row.hunk], rect, look);
    else
        header.paintNote(file, rect, look.background);
    if (isCurrent)
        painter.fillRect(QRectF(rect.left(), rect.top(), m_metrics.unit * 0.75, rect.height()),
                         m_colors.accent);
    for (const RowButton &button : look.buttons) {
        const bool isHovered = m_hovered == row && m_hoveredButton == button.action;
        RowButtons::paint(painter, button, m_metrics, m_colors, look.background, isHovered,
                          isHovered && m_pressedButton == button.action);
    }
}

Diff::Row DiffView::actionRow(const Diff::Row &row) const
{
    const Diff::Row &here = m_cursor.current();
    if (row.kind != RowKind::File || row.file != stickyFile() || here.file != row.file || here.hunk < 0)
        return row;
    const Diff::Row hunk{RowKind::Hunk, here.file, here.hunk};
    const bool isCovered = rowRect(m_content.rows().positionOf(hunk)).center().y() < stickyRect().bottom();
    return isCovered ? hunk : row;
}

QList<RowButton> DiffView::buttonsOf(const Diff::Row &row, const QRect &rect) const
{
    if (row.kind != RowKind::Hunk && row.kind != RowKind::File)
        return {};
    const Diff::Row target = actionRow(row);
    const bool isFile = target.kind == RowKind::File;
    const auto isHere = [&](const Diff::Row &other) {
        return other.file == target.file && (isFile ? other.hunk < 0 : other.hunk == target.hunk);
    };
    if (!isHere(m_hovered) && !isHere(m_cursor.current()))
        return {};
    const bool forSelection = !isFile && m_cursor.hasSelection() && isHere(m_cursor.current());
    const qsizetype lines = forSelection ? selectedLines().size() : 0;
    QList<RowButton> buttons;
    for (int at = 0; at < m_actions.size(); ++at) {
        const DiffAction &action = m_actions[at];
        const bool hasLinesText = lines > 0 && action.linesText;
        const QString text = isFile ? action.fileText : hasLinesText ? action.linesText(lines) : action.text;
        if (!text.isEmpty() && !(forSelection && lines == 0))
            buttons.append({at, text, {}, action.isDestructive});
    }
    const qreal right = row.kind == RowKind::File
                            ? HeaderPainter::fileButtonsRight(m_content.counts(row.file), m_metrics, rect)
                            : rect.right() - 2.0 * m_metrics.unit;
    return RowButtons::place(buttons, m_metrics, rect, right);
}

void DiffView::paintLine(QPainter &painter, const Diff::Row &row, qsizetype position, const QRect &rect)
{
    const Diff::Line &line = m_content.line(row);
    const bool isSelected = m_cursor.isSelected(m_content.rows(), position);
    const bool isCurrent = row == m_cursor.current();
    const auto state = [&](const QColor &color) {
        return isSelected ? m_colors.selected(color) : isCurrent ? m_colors.current(color) : color;
    };
    LineLook look;
    look.bytes = m_content.bytes(row);
    look.marks = m_content.marks(row);
    m_isMeasuring = m_isMeasuring || (look.marks && !look.marks->isComplete());
    look.words = m_content.words(row);
    look.spans = m_content.spans(row);
    for (const Diff::LineMatch &match : m_content.matches(row)) {
        if (&match == m_content.matches().constData() + m_match)
            look.currentMatch = look.matches.size();
        look.matches.append({match.start, match.length});
    }
    look.background = state(m_colors.row(line.origin));
    look.wordBackground = state(m_colors.word(line.origin));
    look.endsWithNewline = line.endsWithNewline;
    painter.fillRect(rect, look.background);
    paintGutter(painter, line, rect, isSelected, isCurrent);
    const QRectF area(m_metrics.textLeft, rect.top(), rect.width() - m_metrics.textLeft, rect.height());
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    LinePainter text(painter, m_metrics, m_colors, m_content.tabWidth());
    m_content.widen(text.paint(look, area, horizontalScrollBar()->value()));
    painter.restore();
}

void DiffView::paintGutter(QPainter &painter, const Diff::Line &line, const QRect &rect, bool isSelected,
                           bool isCurrent)
{
    QColor background = m_colors.gutter(line.origin);
    if (isSelected)
        background = m_colors.selected(background);
    else if (isCurrent)
        background = m_colors.current(background);
    painter.fillRect(QRect(0, rect.top(), 2 * m_metrics.numberWidth, rect.height()), background);
    if (isCurrent)
        painter.fillRect(QRectF(0, rect.top(), m_metrics.unit * 0.75, rect.height()), m_colors.accent);
    painter.setFont(m_metrics.code);
    const qreal baseline = rect.top() + m_metrics.codeBaseline;
    const bool isContext = line.origin == LineOrigin::Context;
    painter.setPen(m_colors.readable(
        isContext ? m_colors.subdued : blend(m_colors.subdued, m_colors.text, 0.55), background));
    const auto number = [&](quint32 value, int column) {
        if (value == 0)
            return;
        const QString text = QString::number(value);
        const qreal right = (column + 1) * m_metrics.numberWidth - m_metrics.unit;
        painter.drawText(QPointF(right - static_cast<qreal>(text.size()) * m_metrics.cell, baseline), text);
    };
    number(line.oldNumber, 0);
    number(line.newNumber, 1);
    if (isContext)
        return;
    const bool isAdded = line.origin == LineOrigin::Added;
    const QColor row = isSelected ? m_colors.selected(m_colors.row(line.origin)) : m_colors.row(line.origin);
    painter.setPen(m_colors.readable(isAdded ? m_colors.good : m_colors.bad, row));
    painter.drawText(QPointF(m_metrics.signLeft, baseline),
                     isAdded ? QStringLiteral("+") : QStringLiteral("−"));
}
