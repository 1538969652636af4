// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"
#include "ui/diff/findbar.h"

#include <QLocale>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

using Diff::RowKind;

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
    m_search.start([files = m_content.files(),
                    needle](const CancelToken &cancel) { return Diff::findInLines(files, needle, cancel); },
                   [this, jumps](const Result<Diff::Matches> &found) { showFound(found, jumps); });
}

void DiffView::showFound(const Result<Diff::Matches> &found, bool jumps)
{
    if (!found)
        return m_findBar->setStatus(found.error().message);
    m_content.setMatches(found->list);
    viewport()->update();
    if (found->list.isEmpty())
        return m_findBar->setStatus(tr("Not found"));
    const QString count = QLocale().toString(found->list.size());
    //: %1 is how many places were found at least
    m_findBar->setStatus(found->isComplete ? count : tr("more than %1").arg(count));
    if (!jumps)
        return;
    const auto place = [](const Diff::LineMatch &match) { return std::pair(match.file, match.line); };
    const Diff::Row &here = m_cursor.current();
    const auto next = std::ranges::lower_bound(found->list, std::pair(here.file, here.line), {}, place);
    showMatch(next == found->list.end() ? 0 : std::distance(found->list.begin(), next));
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
    m_findBar->setStatus(
        tr("%1 of %2").arg(QLocale().toString(index + 1), QLocale().toString(m_content.matches().size())));
    if (m_content.isWrapped(row)) {
        const auto starts = Diff::wrapStarts(m_content.bytes(row), m_content.line(row).endsWithNewline,
                                             m_content.shape().wrapping);
        const auto piece = std::ranges::upper_bound(starts, column, {}, &Diff::CellMarks::Mark::column);
        const qint64 above = (std::distance(starts.begin(), piece) - 1) * m_metrics.heights.line;
        return ensureVisible(m_content.rows().topOf(position) + above, m_metrics.heights.line,
                             m_metrics.heights.file);
    }
    const int left = static_cast<int>(std::floor(static_cast<qreal>(column) * m_metrics.cell));
    const int width = static_cast<int>(std::ceil(static_cast<qreal>(match.length + 4) * m_metrics.cell));
    QScrollBar *bar = horizontalScrollBar();
    if (left < bar->value() || left + width > bar->value() + bar->pageStep())
        bar->setValue(left + width <= bar->pageStep() ? 0 : left - bar->pageStep() / 3);
}
