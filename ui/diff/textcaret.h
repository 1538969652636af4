// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diff/diffkeys.h"
#include "ui/diff/linegrid.h"
#include "ui/diff/textselection.h"

class QScrollBar;

/// The caret in the lines of a view, and what keys and the mouse select with it: the part that does not
/// depend on where the lines are on the screen. Content and metrics must outlive it.
class TextCaret final : public TextSelection
{
public:
    TextCaret(const DiffContent &content, const DiffMetrics &metrics)
        : m_content(content)
        , m_metrics(metrics)
    {}

    LineGrid gridOf(const Diff::Row &row) const;
    qreal wantedColumn() const { return m_wantedColumn; } ///< in cells: where it wants to be in other lines

    void place(const TextPlace &caret, Column column);
    void extendTo(const TextPlace &caret);
    void selectWord(const TextPlace &place, Column column);
    void selectLine(const Diff::Row &row, Column column);
    /// Left, Right, LineStart or LineEnd, in its line.
    void step(const DiffKey &key);
    /// To another line; an invalid row: it stays.
    void follow(const Diff::Row &row, bool isExtending);

    /// The column it wants scrolls into sight.
    void show(QScrollBar *across) const;

    QByteArray selected() const { return text(m_content); }
    void copy() const { copyText(selected()); }
    void offer() const; ///< for the middle button, where there is such a thing

    static void copyText(const QByteArray &bytes); ///< what is not UTF-8 stays the bytes it is

private:
    void remember();

    const DiffContent &m_content;
    const DiffMetrics &m_metrics;
    qreal m_wantedColumn = 0;
};
