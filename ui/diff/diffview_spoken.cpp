// SPDX-License-Identifier: GPL-3.0-or-later
// What assistive technology is told.
#include "ui/diff/diffview.h"
#include "ui/diff/filewords.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;
using Diff::RowKind;

qsizetype DiffView::rowAt(int y) const
{
    return m_content.rows().positionAt(qint64(y) + verticalScrollBar()->value());
}

bool DiffView::isRowSelected(qsizetype row) const
{
    return m_cursor.isSelected(m_content.rows(), row);
}

std::optional<bool> DiffView::isRowFolded(qsizetype position) const
{
    const Diff::Row row = m_content.rows().at(position);
    return row.kind == RowKind::File ? std::optional(m_content.rows().isCollapsed(row.file)) : std::nullopt;
}

QString DiffView::spokenRow(qsizetype position) const
{
    const Diff::Row row = m_content.rows().at(position);
    if (row.kind == RowKind::Line)
        return spokenLines(position);
    const Diff::FileFindings &found = m_content.findings(row.file);
    QStringList parts;
    if (row.kind == RowKind::Note)
        parts.append(FileWords::note(m_content.file(row), found, m_look.ignoresWhitespace));
    else
        parts.append(
            FileWords::row(m_content.files(), row,
                           row.kind == RowKind::File ? m_content.counts(row.file) : Diff::LineCounts{},
                           m_content.rows().isCollapsed(row.file)));
    if (row.kind == RowKind::File)
        parts += FileWords::facts(m_content.file(row), found, m_look.ignoresWhitespace);
    else if (found.whitespaceHunks.contains(row.hunk))
        parts += FileWords::whitespaceOnly();
    return parts.join(u", "_s);
}

// That on the left, then that on the right.
QString DiffView::spokenLines(qsizetype position) const
{
    const Diff::Sides sides = m_content.rows().sidesAt(position);
    QStringList parts;
    for (const qsizetype line : {sides.left, sides.right}) {
        if (line < 0 || (line == sides.left && !parts.isEmpty()))
            continue;
        Diff::Row row = m_content.rows().at(position);
        row.line = line;
        QString words = FileWords::row(m_content.files(), row, {}, false);
        if (m_content.movedFrom(row) >= 0)
            words += u", "_s + FileWords::moved();
        parts.append(words);
    }
    return parts.join(u", "_s);
}
