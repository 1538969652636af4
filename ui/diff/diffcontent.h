// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/cells.h"
#include "diff/findings.h"
#include "diff/rows.h"
#include "diff/search.h"
#include "diff/words.h"
#include "diff/wrap.h"
#include "ui/highlight/codespans.h"

#include <QCache>
#include <QHash>

#include <memory>

/// In which form lines are laid out.
struct DiffShape
{
    bool isSplit = false;       ///< old and new side by side
    bool offersContext = false; ///< rows that lead to more lines
    Diff::Wrapping wrapping;
    bool operator==(const DiffShape &) const = default;
};

/// The files a difference view shows, and what is computed about their lines only once somebody looks at
/// them.
class DiffContent
{
public:
    void setFiles(
        QList<Diff::FileDiff> files); ///< keeps what was collapsed, by path; O(files + hunks + line lengths)
    void setHeights(const Diff::RowHeights &heights);
    void setShape(const DiffShape &shape);
    void setCollapsed(qsizetype file, bool isCollapsed);
    void setTabWidth(int width);
    void setFindings(Diff::Findings findings); ///< rows may appear: of notes

    const QList<Diff::FileDiff> &given() const { return m_given; } ///< with the bytes that Git has
    const QList<Diff::FileDiff> &files() const { return m_files; } ///< as they are read: in UTF-8
    const Diff::RowLayout &rows() const { return *m_rows; }
    const DiffShape &shape() const { return m_shape; }
    int tabWidth() const { return m_tabWidth; }
    const Diff::FileDiff &file(const Diff::Row &row) const { return m_files[row.file]; }
    const Diff::Line &line(const Diff::Row &row) const { return m_files[row.file].lines[row.line]; }
    QByteArrayView bytes(const Diff::Row &row) const { return file(row).content(line(row)); }

    /// Of a file; nothing found as long as nobody looked.
    const Diff::FileFindings &findings(qsizetype file) const;
    int movedFrom(const Diff::Row &row) const ///< number of a moved block; -1: the line was not moved
    {
        return m_findings.moves.ids.value({row.file, row.line}, -1);
    }
    bool isWrapped(const Diff::Row &row) const
    {
        return m_shape.wrapping.width > 0 && line(row).length <= Diff::kLongestWrapped;
    }

    quint32 largestNumber() const { return m_largestNumber; }
    qint64 columns() const;     ///< of the widest line known so far
    bool widen(qint64 columns); ///< true when that is more than known

    Diff::LineCounts counts(qsizetype file) const;
    QList<Diff::WordRange>
    words(const Diff::Row &row) const; ///< what differs from the line it is paired with
    /// Null for short lines. May be incomplete: each frame walks on over what startFrame() allows.
    std::shared_ptr<const Diff::CellMarks> marks(const Diff::Row &row) const;
    void startFrame() { m_runsLeft = kRunsPerFrame; }
    LineSpans spans(const Diff::Row &row) const;

    void addSpans(const CodeBatch &batch);
    void clearSpans() { m_spans.clear(); }

    void setMatches(QList<Diff::LineMatch> matches) { m_matches = std::move(matches); }
    const QList<Diff::LineMatch> &matches() const { return m_matches; }
    std::span<const Diff::LineMatch> matches(const Diff::Row &row) const;

private:
    static constexpr qint64 kRunsPerFrame = 100'000; // some 5 ms
    using LineKey = std::pair<qsizetype, qsizetype>;

    void rebuild();
    void forget();
    void measure();

    QList<Diff::FileDiff> m_given, m_files;
    QSet<qsizetype> m_collapsed;
    Diff::RowHeights m_heights;
    DiffShape m_shape;
    std::unique_ptr<const Diff::RowLayout> m_rows = std::make_unique<Diff::RowIndex>();
    Diff::Findings m_findings;
    int m_tabWidth = 4;
    quint32 m_largestNumber = 0;
    quint32 m_longestBytes = 0;
    qint64 m_columns = 0;
    std::shared_ptr<const Diff::CellMarks>
        m_longest; // of the line with the most bytes, when that is a long one
    mutable qint64 m_runsLeft = kRunsPerFrame;
    QHash<qsizetype, QList<LineSpans>> m_spans;
    QList<Diff::LineMatch> m_matches;
    mutable QHash<qsizetype, Diff::LineCounts> m_counts;
    mutable QCache<LineKey, QList<Diff::WordRange>> m_words{4'000};
    mutable QCache<LineKey, std::shared_ptr<Diff::CellMarks>> m_marks{64};
};
