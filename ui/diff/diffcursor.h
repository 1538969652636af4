// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/rows.h"

/// Where the keyboard is in a list of rows, and which lines of that file are selected.
/// A selection is a range of rows of one file, in two columns with the lines of both; the cursor alone
/// selects nothing.
class DiffCursor
{
public:
    const Diff::Row &current() const { return m_current; }
    bool hasSelection() const { return m_anchor.isValid(); }

    void moveTo(const Diff::Row &row); ///< drops the selection
    void extendTo(const Diff::RowLayout &rows,
                  qsizetype position); ///< kept within the file in which it began
    void select(const Diff::Row &row); ///< just this one
    void selectFile(const Diff::RowLayout &rows, const QList<Diff::FileDiff> &files, qsizetype file);
    void clearSelection() { m_anchor = {}; }

    /// First and last selected position; {-1, -1} without a selection.
    std::pair<qsizetype, qsizetype> range(const Diff::RowLayout &rows) const;
    bool isSelected(const Diff::RowLayout &rows, qsizetype position) const;

    /// The added and removed lines of the selection.
    QSet<qsizetype> changedLines(const Diff::RowLayout &rows, const QList<Diff::FileDiff> &files) const;
    /// All its lines in order, or the current line without a selection.
    QList<qsizetype> lines(const Diff::RowLayout &rows) const;

    /// Follows its place into the next version of the files; keeps the selection only of a file that is the
    /// same.
    void relocate(const QList<Diff::FileDiff> &from, const QList<Diff::FileDiff> &to);

private:
    Diff::Row m_current, m_anchor;
};

/// The added and removed lines of a hunk, or of all hunks.
QSet<qsizetype> changedLines(const Diff::FileDiff &file, const Diff::Hunk &hunk);
QSet<qsizetype> changedLines(const Diff::FileDiff &file);
