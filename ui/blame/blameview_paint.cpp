// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lookalike.h"
#include "base/text.h"
#include "items/when.h"
#include "ui/blame/blameview.h"
#include "ui/diff/linepainter.h"
#include "ui/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

void BlameView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_colors.base);
    const qsizetype first = lineAt(std::max(0, event->rect().top()));
    if (first < 0)
        return;
    const qsizetype firstInSight = lineAt(0);
    const qint64 knownColumns = m_content.columns();
    m_content.startFrame();
    m_isMeasuring = false;
    for (qsizetype line = first; line < m_lines.lineCount() && lineRect(line).top() <= event->rect().bottom();
         ++line)
        paintLine(painter, line, line == firstInSight);
    if (hasFocus()) {
        painter.setPen(QPen(m_colors.accent, 0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
    if (m_isMeasuring || m_content.columns() != knownColumns)
        QMetaObject::invokeMethod(this, &BlameView::updateScrollBars, Qt::QueuedConnection);
    if (m_isMeasuring)
        QMetaObject::invokeMethod(viewport(), qOverload<>(&QWidget::update), Qt::QueuedConnection);
}

QColor BlameView::groundOf(qsizetype line) const
{
    if (line == m_current)
        return m_colors.selected(m_colors.base);
    if (standsOut(line))
        return m_colors.current(m_colors.base);
    return m_hovered >= 0 && isSameCommit(line, m_hovered) ? m_colors.hunk : m_colors.base;
}

QColor BlameView::ageColor(qsizetype line) const
{
    const Git::BlameHunk *hunk = m_lines.hunkAt(line);
    if (!hunk)
        return m_colors.base;
    if (hunk->commit.isNull())
        return m_colors.warn;
    const auto youth = m_lines.youth(hunk->commit);
    return youth ? blend(m_colors.base, palette().color(QPalette::Active, QPalette::Highlight),
                         0.12 + 0.88 * *youth)
                 : m_colors.unknown;
}

void BlameView::paintLine(QPainter &painter, qsizetype line, bool isFirst)
{
    const QRect rect = lineRect(line);
    const QColor ground = groundOf(line);
    painter.fillRect(rect, ground);
    painter.fillRect(QRectF(0, rect.top(), 1.5 * m_metrics.unit, rect.height()), ageColor(line));
    const bool isStart = line == 0 || !m_lines.isSameHunk(line, line - 1);
    if (isStart && line > 0)
        painter.fillRect(QRectF(0, rect.top(), m_textLeft - m_metrics.unit, m_metrics.hairline),
                         m_colors.hairline);
    if (isStart || isFirst)
        paintCommit(painter, line, rect, ground);
    painter.setFont(m_metrics.code);
    painter.setPen(m_colors.readable(m_colors.subdued, ground));
    const QString number = QString::number(line + 1);
    const qreal right = m_numberLeft + m_metrics.numberWidth - m_metrics.unit;
    painter.drawText(QPointF(right - static_cast<qreal>(number.size()) * m_metrics.cell,
                             rect.top() + m_metrics.codeBaseline),
                     number);
    paintCode(painter, line, rect, ground);
}

void BlameView::paintCommit(QPainter &painter, qsizetype line, const QRect &rect, const QColor &ground)
{
    const Git::BlameHunk *hunk = m_lines.hunkAt(line);
    const Git::BlameCommit *commit = hunk ? m_lines.commit(hunk->commit) : nullptr;
    painter.setPen(m_colors.readable(m_colors.subdued, ground));
    painter.setFont(m_metrics.code);
    const QPointF at(m_idLeft, rect.top() + m_metrics.codeBaseline);
    if (!hunk) {
        painter.drawText(at, u"…"_s);
        return;
    }
    painter.setFont(hunk->commit.isNull() ? m_metrics.small : m_metrics.code);
    painter.setPen(m_colors.readable(hunk->commit.isNull() ? m_colors.warn : m_colors.info, ground));
    painter.drawText(at, hunk->commit.isNull() ? tr("not committed") : hunk->commit.abbreviated());
    if (!commit || hunk->commit.isNull() || m_ageLeft == m_authorLeft)
        return;
    painter.setFont(m_metrics.small);
    painter.setPen(m_colors.readable(m_colors.text, ground));
    const QFontMetricsF metrics(m_metrics.small);
    const auto cell = [&](int left, int end, const QString &text) {
        const QRectF area(left, rect.top(), end - left - m_metrics.unit, rect.height());
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(text, Qt::ElideRight, area.width()));
    };
    cell(m_authorLeft, m_ageLeft, visibleName(firstLine(commit->commit.author.name, 100)));
    painter.setPen(m_colors.readable(m_colors.subdued, ground));
    cell(m_ageLeft, m_numberLeft, relativeTime(commit->commit.authored.toDateTime(), m_clock.now()));
}

void BlameView::paintCode(QPainter &painter, qsizetype line, const QRect &rect, const QColor &ground)
{
    const Diff::Row row{Diff::RowKind::Line, 0, 0, line};
    LineLook look;
    look.bytes = m_content.bytes(row);
    look.marks = m_content.marks(row);
    m_isMeasuring = m_isMeasuring || (look.marks && !look.marks->isComplete());
    look.spans = m_content.spans(row);
    for (const Diff::LineMatch &match : m_content.matches(row)) {
        if (&match == m_content.matches().constData() + m_match)
            look.currentMatch = look.matches.size();
        look.matches.append({match.start, match.length});
    }
    if (const auto selected = m_text.rangeIn(m_content, row)) {
        look.selection = {
            {static_cast<quint32>(selected->start), static_cast<quint32>(selected->end - selected->start)}};
        look.selectsEnd = selected->takesEnd;
    }
    look.background = look.wordBackground = ground;
    look.endsWithNewline = m_content.line(row).endsWithNewline;
    const QRectF area(m_textLeft, rect.top(), rect.width() - m_textLeft, rect.height());
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    LinePainter text(painter, m_metrics, m_colors, m_content.tabWidth());
    m_content.widen(text.paint(look, area, horizontalScrollBar()->value()));
    if (hasFocus() && line == m_current && m_text.caret().row == row)
        painter.fillRect(caretRect(), m_colors.readable(m_colors.text, ground));
    painter.restore();
}
