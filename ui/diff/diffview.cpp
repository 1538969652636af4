// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"

#include "ui/diff/findbar.h"
#include "ui/diff/rowaccessible.h"
#include "ui/highlight/codehighlighter.h"
#include "ui/theme/theme.h"

#include <QResizeEvent>
#include <QScrollBar>

#include <cmath>
#include <limits>

DiffView::DiffView(QThreadPool *pool, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_highlighter(new CodeHighlighter(pool, this))
    , m_findBar(new FindBar(this))
    , m_search(this, pool)
    , m_findings(this, pool)
{
    RowAccessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Differences"));
    setEmptyText(tr("No differences to show"));
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_findBar->hide();
    connect(m_highlighter, &CodeHighlighter::batchReady, this, [this](const CodeBatch &batch) {
        m_content.addSpans(batch);
        viewport()->update();
    });
    connect(m_highlighter, &CodeHighlighter::idle, this, &DiffView::settledChanged);
    connect(m_findBar, &FindBar::needleChanged, this, [this] { search(true); });
    connect(m_findBar, &FindBar::nextRequested, this, [this] { stepMatch(1); });
    connect(m_findBar, &FindBar::previousRequested, this, [this] { stepMatch(-1); });
    connect(m_findBar, &FindBar::closed, this, &DiffView::closeFind);
    updateColors();
    measure();
}

DiffView::~DiffView() = default;

bool DiffView::isSettled() const
{
    return !m_highlighter->isRunning() && !m_findings.isRunning();
}

QSize DiffView::sizeHint() const
{
    return {static_cast<int>(m_metrics.textLeft + 80 * m_metrics.cell), 24 * m_metrics.heights.line};
}

void DiffView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void DiffView::setTabWidth(int cells)
{
    m_content.setTabWidth(cells);
    layOut();
}

void DiffView::setActions(QList<DiffAction> actions)
{
    m_actions = std::move(actions);
    viewport()->update();
}

void DiffView::setFiles(QList<Diff::FileDiff> files, Position position)
{
    const QList<Diff::FileDiff> before = m_content.files();
    const int fileBefore = currentFile();
    Top place = position == Position::Keep ? top() : Top();
    m_content.setFiles(std::move(files));
    m_hovered = {};
    m_hoveredButton = m_pressedButton = -1;
    m_drag = Drag::None;
    place.row = Diff::relocate(place.row, before, m_content.files());
    relocateText(before, position);
    if (position == Position::Keep)
        m_cursor.relocate(before, m_content.files());
    else
        m_cursor = {};
    if (!m_cursor.current().isValid() && !m_content.files().isEmpty())
        m_cursor.moveTo(m_content.rows().at(0));
    measure();
    goTo(place);
    if (!place.row.isValid())
        horizontalScrollBar()->setValue(0);
    restartSyntax();
    readFindings();
    m_match = -1;
    if (m_findBar->isVisible())
        search(false);
    RowAccessible::rowsChanged(this);
    viewport()->update();
    if (currentFile() != fileBefore)
        Q_EMIT currentFileChanged(currentFile());
    Q_EMIT selectionChanged();
}

void DiffView::restartSyntax()
{
    m_content.clearSpans();
    m_highlighter->setFiles(m_content.files(), Theme::isDark(palette()));
}

void DiffView::measure()
{
    m_metrics = DiffMetrics(*this, m_content.largestNumber());
    m_content.setHeights(m_metrics.heights);
    verticalScrollBar()->setSingleStep(m_metrics.heights.line);
    horizontalScrollBar()->setSingleStep(static_cast<int>(std::ceil(4 * m_metrics.cell)));
    layOut();
}

void DiffView::layOut()
{
    const int barHeight = m_findBar->isVisible() ? m_findBar->sizeHint().height() : 0;
    setViewportMargins(0, 0, 0, barHeight);
    const QRect area = viewport()->geometry();
    m_findBar->setGeometry(area.left(), area.bottom() + 1, area.width(), barHeight);
    reshape();
    updateScrollBars();
    viewport()->update();
}

void DiffView::updateScrollBars()
{
    // Setting a range may show or hide a bar, which lays out again.
    if (std::exchange(m_isUpdating, true)) {
        m_isUpdateDue = true;
        return;
    }
    const auto limit = [](qint64 value) {
        return static_cast<int>(std::clamp<qint64>(value, 0, std::numeric_limits<int>::max() / 2));
    };
    const QSize area = viewport()->size();
    verticalScrollBar()->setPageStep(area.height());
    verticalScrollBar()->setRange(0, limit(m_content.rows().height() - area.height()));
    const int textWidth = this->textWidth();
    const qreal wanted = std::ceil(static_cast<qreal>(m_content.columns() + 2) * m_metrics.cell);
    horizontalScrollBar()->setPageStep(std::max(1, textWidth));
    horizontalScrollBar()->setRange(
        0, m_content.columns() > 0 ? limit(static_cast<qint64>(wanted) - textWidth) : 0);
    m_isUpdating = false;
    if (std::exchange(m_isUpdateDue, false))
        updateScrollBars();
}

void DiffView::updateColors()
{
    m_colors = DiffColors(palette(), hasFocus());
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void DiffView::changeEvent(QEvent *event)
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

void DiffView::scrollContentsBy(int, int)
{
    // Not moved as pixels: the header on top of it stays.
    viewport()->update();
}

void DiffView::ensureVisible(qsizetype position)
{
    if (position < 0)
        return;
    const Diff::RowLayout &rows = m_content.rows();
    // A stuck header covers the first rows of the viewport.
    const int covered = rows.at(position).kind == Diff::RowKind::File ? 0 : m_metrics.heights.file;
    ensureVisible(rows.topOf(position), rows.heightOf(position), covered);
}

// What is higher than the view is shown from its beginning.
void DiffView::ensureVisible(qint64 top, int height, int covered)
{
    QScrollBar *bar = verticalScrollBar();
    const int page = viewport()->height();
    if (top - covered < bar->value() || height > page - covered)
        bar->setValue(static_cast<int>(top - covered));
    else if (top + height > bar->value() + page)
        bar->setValue(static_cast<int>(top + height - page));
}

bool DiffView::scrollWithin(int distance)
{
    const qsizetype here = m_content.rows().positionOf(m_cursor.current());
    const QRect row = here < 0 ? QRect() : rowRect(here);
    const int covered = m_metrics.heights.file;
    const int left = distance > 0 ? row.bottom() - viewport()->height() + 1 : covered - row.top();
    if (row.height() <= viewport()->height() - covered || left <= 0 || !row.intersects(viewport()->rect()))
        return false;
    verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                  (distance > 0 ? std::min(distance, left) : -std::min(-distance, left)));
    return true;
}

QRect DiffView::rowRect(qsizetype position) const
{
    const qint64 top = m_content.rows().topOf(position) - verticalScrollBar()->value();
    const qint64 bounded =
        std::clamp<qint64>(top, std::numeric_limits<int>::min() / 2, std::numeric_limits<int>::max() / 2);
    return {0, static_cast<int>(bounded), viewport()->width(), m_content.rows().heightOf(position)};
}

qsizetype DiffView::stickyFile() const
{
    const Diff::RowLayout &rows = m_content.rows();
    const int scroll = verticalScrollBar()->value();
    const qsizetype position = rows.positionAt(scroll);
    if (position < 0)
        return -1;
    const qsizetype file = rows.at(position).file;
    return rows.topOf(rows.positionOf({Diff::RowKind::File, file})) < scroll ? file : -1;
}

QRect DiffView::stickyRect() const
{
    const qsizetype file = stickyFile();
    if (file < 0)
        return {};
    const Diff::RowLayout &rows = m_content.rows();
    const qsizetype header = rows.positionOf({Diff::RowKind::File, file});
    const qsizetype next = rows.nextOf(Diff::RowKind::File, header);
    int top = 0;
    if (next != header)
        top = std::min(0, rowRect(next).top() - m_metrics.heights.gap - m_metrics.heights.file);
    return {0, top, viewport()->width(), m_metrics.heights.file};
}

QRect DiffView::headerRect(qsizetype position) const
{
    const Diff::Row row = m_content.rows().at(position);
    return row.kind == Diff::RowKind::File && row.file == stickyFile() ? stickyRect() : rowRect(position);
}

qsizetype DiffView::positionAt(const QPoint &point) const
{
    const Diff::RowLayout &rows = m_content.rows();
    if (stickyRect().contains(point))
        return rows.positionOf({Diff::RowKind::File, stickyFile()});
    const qsizetype position = rows.positionAt(qint64(point.y()) + verticalScrollBar()->value());
    return position >= 0 && rowRect(position).contains(0, point.y()) ? position : -1;
}
