// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"

#include "diff/reading.h"
#include "ui/diff/filewords.h"
#include "ui/diff/headerpainter.h"
#include "ui/highlight/codehighlighter.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

using Diff::RowKind;

void DiffView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_colors.base);
    const Diff::RowLayout &rows = m_content.rows();
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
    const bool isCurrent = isCurrentRow(position);
    const bool isSelected = m_cursor.isSelected(m_content.rows(), position);
    HeaderLook look;
    look.background = row.kind == RowKind::File                                ? m_colors.header
                      : row.kind == RowKind::Hunk || row.kind == RowKind::More ? m_colors.hunk
                                                                               : m_colors.base;
    if (isSelected && row.kind != RowKind::File)
        look.background = m_colors.selected(look.background);
    else if (isCurrent)
        look.background = m_colors.current(look.background);
    look.isCollapsed = m_content.rows().isCollapsed(row.file);
    look.isCurrent = isCurrent;
    look.buttons = buttonsOf(row, rect);
    paintHeaderText(painter, row, rect, look);
    if (isCurrent)
        painter.fillRect(QRectF(rect.left(), rect.top(), m_metrics.unit * 0.75, rect.height()),
                         m_colors.accent);
    for (const RowButton &button : look.buttons) {
        const bool isHovered = m_hovered == row && m_hoveredButton == button.action;
        RowButtons::paint(painter, button, m_metrics, m_colors, look.background, isHovered,
                          isHovered && m_pressedButton == button.action);
    }
}

void DiffView::paintHeaderText(QPainter &painter, const Diff::Row &row, const QRect &rect, HeaderLook &look)
{
    HeaderPainter header(painter, m_metrics, m_colors);
    const Diff::FileDiff &file = m_content.file(row);
    const Diff::FileFindings &found = m_content.findings(row.file);
    switch (row.kind) {
    case RowKind::File:
        look.facts = FileWords::facts(file, found, m_look.ignoresWhitespace);
        return header.paintFile(file, m_content.counts(row.file), rect, look);
    case RowKind::Hunk:
        if (found.whitespaceHunks.contains(row.hunk))
            look.facts = {FileWords::whitespaceOnly()};
        return header.paintHunk(file.hunks[row.hunk], rect, look);
    case RowKind::Note:
        look.isWarning = !found.hidden.isEmpty() || file.reading.problems > 0;
        return header.paintNote(FileWords::note(file, found, m_look.ignoresWhitespace), rect, look);
    case RowKind::More:
        return header.paintNote(FileWords::more(), rect, look);
    case RowKind::Line:
        break;
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
    if (row.kind == RowKind::More)
        return RowButtons::place(contextButtons(row), m_metrics, rect, rect.right() - 2.0 * m_metrics.unit);
    if (row.kind != RowKind::Hunk && row.kind != RowKind::File)
        return {};
    const Diff::Row target = actionRow(row);
    const bool isFile = target.kind == RowKind::File;
    const bool isOffered = isFile || Diff::hasGitsLines(m_content.file(target));
    const auto isHere = [&](const Diff::Row &other) {
        return other.file == target.file && (isFile ? other.hunk < 0 : other.hunk == target.hunk);
    };
    if (!isHere(m_hovered) && !isHere(m_cursor.current()))
        return {};
    const bool forSelection = !isFile && m_cursor.hasSelection() && isHere(m_cursor.current());
    const qsizetype lines = forSelection ? selectedLines().size() : 0;
    QList<RowButton> buttons = row.kind == RowKind::Hunk ? contextButtons(row) : QList<RowButton>();
    for (int at = 0; at < m_actions.size(); ++at) {
        const DiffAction &action = m_actions[at];
        const bool hasLinesText = lines > 0 && action.linesText;
        const QString text = isFile ? action.fileText : hasLinesText ? action.linesText(lines) : action.text;
        if (!text.isEmpty() && isOffered && !(forSelection && lines == 0))
            buttons.append({at, text, {}, action.isDestructive, action.problem});
    }
    const qreal right = row.kind == RowKind::File
                            ? HeaderPainter::fileButtonsRight(m_content.counts(row.file), m_metrics, rect)
                            : rect.right() - 2.0 * m_metrics.unit;
    return RowButtons::place(buttons, m_metrics, rect, right);
}
