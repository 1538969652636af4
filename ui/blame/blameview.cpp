// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/blame/blameview.h"

#include "base/lookalike.h"
#include "base/text.h"
#include "items/when.h"
#include "ui/highlight/codehighlighter.h"
#include "ui/theme/theme.h"

#include <QScrollBar>

#include <cmath>

using namespace Qt::StringLiterals;

BlameView::BlameView(const BlameLines &lines, const Clock &clock, QThreadPool *pool, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_lines(lines)
    , m_clock(clock)
    , m_highlighter(new CodeHighlighter(pool, this))
{
    RowAccessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Lines with their commits"));
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(m_highlighter, &CodeHighlighter::batchReady, this, [this](const CodeBatch &batch) {
        m_content.addSpans(batch);
        viewport()->update();
    });
    connect(m_highlighter, &CodeHighlighter::idle, this, &BlameView::settledChanged);
    updateColors();
    measure();
}

bool BlameView::isSettled() const
{
    return !m_highlighter->isRunning();
}

void BlameView::takeText()
{
    m_content.setMatches({});
    m_match = m_hovered = -1;
    m_text.clear();
    m_isDragging = false;
    const bool isEmpty = m_lines.lineCount() == 0;
    m_content.setFiles(isEmpty ? QList<Diff::FileDiff>() : QList{m_lines.file()});
    measure();
    restartSyntax();
    RowAccessible::rowsChanged(this);
    viewport()->update();
}

void BlameView::showText(qsizetype line)
{
    takeText();
    m_current = std::clamp<qsizetype>(line, -1, m_lines.lineCount() - 1);
    if (m_lines.lineCount() > 0)
        m_current = std::max<qsizetype>(0, m_current);
    horizontalScrollBar()->setValue(0);
    // In the middle, so that what is around it is seen.
    verticalScrollBar()->setValue(static_cast<int>(m_current) * m_metrics.heights.line -
                                  viewport()->height() / 2);
    Q_EMIT currentLineChanged(m_current);
}

void BlameView::refreshText()
{
    takeText();
    m_current = std::min(m_current, m_lines.lineCount() - 1);
    Q_EMIT currentLineChanged(m_current);
}

void BlameView::showBlame()
{
    viewport()->update();
    Q_EMIT currentLineChanged(m_current);
}

void BlameView::setMatches(QList<Diff::LineMatch> matches, qsizetype current)
{
    m_content.setMatches(std::move(matches));
    m_match = current;
    viewport()->update();
}

void BlameView::restartSyntax()
{
    m_content.clearSpans();
    m_highlighter->setFiles(m_content.files(), Theme::isDark(palette()));
    if (!m_content.files().isEmpty())
        m_highlighter->request({0});
}

void BlameView::measure()
{
    m_metrics = DiffMetrics(*this, m_content.largestNumber());
    const int unit = m_metrics.unit;
    const QFontMetricsF small(m_metrics.small);
    const auto wide = [](qreal width) { return static_cast<int>(std::ceil(width)); };
    const bool isRoomy = viewport()->width() > wide(90 * m_metrics.cell);
    m_idLeft = 3 * unit;
    m_authorLeft = m_idLeft + wide(8 * m_metrics.cell) + 2 * unit;
    m_ageLeft = m_authorLeft + (isRoomy ? wide(small.averageCharWidth() * 18) + unit : 0);
    m_numberLeft = m_ageLeft + (isRoomy ? wide(small.horizontalAdvance(u"00 min"_s)) + unit : 0);
    m_textLeft = m_numberLeft + m_metrics.numberWidth + 2 * unit;
    verticalScrollBar()->setSingleStep(m_metrics.heights.line);
    horizontalScrollBar()->setSingleStep(wide(4 * m_metrics.cell));
    updateScrollBars();
    viewport()->update();
}

void BlameView::updateScrollBars()
{
    // Setting a range may show or hide a bar, which lays out again.
    if (std::exchange(m_isUpdating, true))
        return;
    const auto limit = [](qint64 value) {
        return static_cast<int>(std::clamp<qint64>(value, 0, std::numeric_limits<int>::max() / 2));
    };
    const QSize area = viewport()->size();
    verticalScrollBar()->setPageStep(area.height());
    verticalScrollBar()->setRange(0, limit(m_lines.lineCount() * m_metrics.heights.line - area.height()));
    const int room = area.width() - m_textLeft;
    const qreal wanted = std::ceil(static_cast<qreal>(m_content.columns() + 2) * m_metrics.cell);
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setRange(0,
                                    m_content.columns() > 0 ? limit(static_cast<qint64>(wanted) - room) : 0);
    m_isUpdating = false;
}

void BlameView::updateColors()
{
    m_colors = DiffColors(palette(), hasFocus());
}

void BlameView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    measure();
}

void BlameView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        updateColors();
        restartSyntax();
        viewport()->update();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        measure();
    }
}

void BlameView::scrollContentsBy(int, int)
{
    viewport()->update(); // the commit of the first line in sight is named there
}

void BlameView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    updateColors();
    viewport()->update();
}

void BlameView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    updateColors();
    viewport()->update();
}

QRect BlameView::lineRect(qsizetype line) const
{
    const qint64 top = line * m_metrics.heights.line - verticalScrollBar()->value();
    const qint64 bounded =
        std::clamp<qint64>(top, std::numeric_limits<int>::min() / 2, std::numeric_limits<int>::max() / 2);
    return {0, static_cast<int>(bounded), viewport()->width(), m_metrics.heights.line};
}

qsizetype BlameView::lineAt(int y) const
{
    const qsizetype line = (qint64(y) + verticalScrollBar()->value()) / m_metrics.heights.line;
    return y >= 0 && line < m_lines.lineCount() ? line : -1;
}

int BlameView::pageLines() const
{
    return std::max(1, viewport()->height() / m_metrics.heights.line - 1);
}

void BlameView::ensureVisible(qsizetype line)
{
    const qint64 top = line * m_metrics.heights.line;
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(static_cast<int>(top));
    else if (top + m_metrics.heights.line > bar->value() + viewport()->height())
        bar->setValue(static_cast<int>(top + m_metrics.heights.line - viewport()->height()));
}

void BlameView::setCurrentLine(qsizetype line)
{
    if (m_lines.lineCount() == 0)
        return;
    line = std::clamp<qsizetype>(line, 0, m_lines.lineCount() - 1);
    ensureVisible(line);
    if (line == m_current)
        return;
    m_current = line;
    viewport()->update();
    RowAccessible::rowFocused(this, line);
    Q_EMIT currentLineChanged(line);
}

bool BlameView::isSameCommit(qsizetype one, qsizetype other) const
{
    const Git::BlameHunk *first = m_lines.hunkAt(one);
    const Git::BlameHunk *second = m_lines.hunkAt(other);
    return first && second && first->commit == second->commit;
}

bool BlameView::standsOut(qsizetype line) const
{
    return isSameCommit(line, m_current);
}

QString BlameView::commitText(qsizetype line) const
{
    const Git::BlameHunk *hunk = m_lines.hunkAt(line);
    if (!hunk)
        return tr("Not known yet");
    if (hunk->commit.isNull())
        return tr("Not committed yet");
    const Git::BlameCommit *commit = m_lines.commit(hunk->commit);
    if (!commit)
        return hunk->commit.abbreviated();
    QStringList parts{hunk->commit.abbreviated(), visibleName(firstLine(commit->commit.author.name, 200)),
                      exactTime(commit->commit.authored.toDateTime()),
                      visibleText(firstLine(commit->commit.subject, 500))};
    if (commit->isBoundary)
        parts += tr("what is older is not known");
    return parts.join(u", "_s);
}

QString BlameView::spokenLine(qsizetype line) const
{
    //: %1: number of a line, %2: its text, %3: its commit
    return tr("Line %1: %2. %3")
        .arg(QString::number(line + 1),
             displayText(shownBytes(line).first(std::min<qsizetype>(shownBytes(line).size(), 4'000))),
             commitText(line));
}
