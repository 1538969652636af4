// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"
#include "ui/diff/rowaccessible.h"

#include <QLocale>
#include <QScrollBar>

using Diff::RowKind;

namespace {

constexpr qint64 kStep = 20; // lines that are added at once

// Beyond the page's actions, whose buttons carry an index.
enum ContextButton { AboveButton = 1'000, AllAboveButton, BelowButton, RestButton };

Diff::LineSpan spanAbove(const Diff::FileDiff &file, qsizetype hunk, qint64 most)
{
    const quint32 first = Diff::newSideOf(file.hunks[hunk]).first;
    const auto count = static_cast<quint32>(std::min(most, Diff::hiddenAbove(file, hunk)));
    return {first - count, first - 1};
}

Diff::LineSpan spanBelow(const Diff::FileDiff &file, qsizetype hunk)
{
    const quint32 last = Diff::newSideOf(file.hunks[hunk]).second;
    const bool isLast = hunk == file.hunks.size() - 1;
    const qint64 hidden = isLast ? kStep : Diff::hiddenAbove(file, hunk + 1);
    return {last + 1, last + static_cast<quint32>(std::min(kStep, hidden))};
}

} // namespace

void DiffView::setLook(const DiffLook &look)
{
    if (look == m_look)
        return;
    if (look.isSplit != m_look.isSplit)
        m_text.clear(); // it was one of another column
    m_look = look;
    m_hovered = {};
    m_hoveredButton = m_pressedButton = -1;
    layOut();
}

void DiffView::setOffersContext(bool isOffered)
{
    m_offersContext = isOffered;
    layOut();
}

DiffView::Top DiffView::top() const
{
    const Diff::RowLayout &rows = m_content.rows();
    if (rows.count() == 0)
        return {};
    const qint64 scroll = verticalScrollBar()->value();
    const qsizetype first = rows.positionAt(scroll);
    return {rows.at(first), scroll - rows.topOf(first)};
}

void DiffView::goTo(const Top &top)
{
    const Diff::RowLayout &rows = m_content.rows();
    qint64 value = 0;
    if (top.row.isValid()) {
        const qsizetype position = rows.positionOf(top.row);
        const qint64 lowest = rows.heightOf(position) - 1;
        value =
            rows.topOf(position) + std::min(top.offset, std::max(top.offset < 0 ? top.offset : 0, lowest));
    }
    verticalScrollBar()->setValue(
        static_cast<int>(std::clamp<qint64>(value, 0, verticalScrollBar()->maximum())));
}

// Another layout of the same files: what was at the top stays there.
void DiffView::keepTop(const std::function<void()> &change)
{
    const Top before = top();
    change();
    updateScrollBars();
    goTo(before);
    RowAccessible::rowsChanged(this);
    viewport()->update();
}

void DiffView::readFindings()
{
    if (files().isEmpty()) {
        m_findings.cancel();
        return;
    }
    m_findings.start(
        [files = m_content.files()](const CancelToken &cancel) { return Diff::readFindings(files, cancel); },
        [this](Result<Diff::Findings> findings) {
            if (findings)
                keepTop([&] { m_content.setFindings(std::move(*findings)); });
            Q_EMIT settledChanged();
        });
}

QList<RowButton> DiffView::contextButtons(const Diff::Row &row) const
{
    if (!m_offersContext)
        return {};
    if (row.kind == RowKind::More)
        return {{RestButton, tr("Show the rest"), {}, false},
                {BelowButton, tr("Show %n line(s) below", nullptr, int(kStep)), {}, false}};
    const qint64 hidden = Diff::hiddenAbove(m_content.file(row), row.hunk);
    QList<RowButton> buttons;
    if (hidden > kStep)
        buttons.append({AllAboveButton, tr("Show all %1").arg(QLocale().toString(hidden)), {}, false});
    if (hidden > 0)
        buttons.append({AboveButton,
                        tr("Show %n line(s) above", nullptr, static_cast<int>(std::min(hidden, kStep))),
                        {},
                        false});
    return buttons;
}

void DiffView::pressContextButton(int button, const Diff::Row &row)
{
    const Diff::FileDiff &file = m_content.file(row);
    const qint64 all = std::numeric_limits<quint32>::max();
    switch (button) {
    case AboveButton:
    case AllAboveButton:
        return askForContext(row, {spanAbove(file, row.hunk, button == AboveButton ? kStep : all)});
    case BelowButton:
        return askForContext(row, {spanBelow(file, file.hunks.size() - 1)});
    case RestButton:
        return askForContext(
            row, {{Diff::newSideOf(file.hunks.last()).second + 1, std::numeric_limits<quint32>::max()}});
    default:
        break;
    }
}

void DiffView::askForContext(const Diff::Row &row, const QList<Diff::LineSpan> &spans)
{
    Diff::ContextChoice more;
    for (const Diff::LineSpan &span : spans) {
        if (span.first <= span.last)
            more.spans.append(span);
    }
    if (!more.spans.isEmpty())
        Q_EMIT contextWanted(m_content.file(row).path(), more);
}

void DiffView::showMoreContext()
{
    const Diff::Row &row = m_cursor.current();
    if (!m_offersContext || !row.isValid() || m_content.file(row).hunks.isEmpty())
        return;
    const Diff::FileDiff &file = m_content.file(row);
    if (row.kind == RowKind::More)
        return pressContextButton(BelowButton, row);
    if (row.kind == RowKind::Hunk)
        return askForContext(row, {spanAbove(file, row.hunk, kStep)});
    if (row.kind == RowKind::Line)
        return askForContext(row, {spanAbove(file, row.hunk, kStep), spanBelow(file, row.hunk)});
    QList<Diff::LineSpan> spans; // of the file: around every hunk
    for (qsizetype hunk = 0; hunk < file.hunks.size(); ++hunk)
        spans += {spanAbove(file, hunk, kStep), spanBelow(file, hunk)};
    askForContext(row, spans);
}

void DiffView::showWholeFile()
{
    if (m_offersContext && m_cursor.current().isValid())
        Q_EMIT contextWanted(m_content.file(m_cursor.current()).path(), {.isWhole = true, .spans = {}});
}
