// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/blame.h"

/// Who last changed each line of a file, as far as it is known by now. Look-ups are O(1).
class BlameLines
{
public:
    /// The lines as a difference without changes, which is what painters and highlighters of code take.
    /// O(lines): for a worker.
    static Diff::FileDiff makeFile(const Git::BlameText &text, const QByteArray &path);

    void setFile(Diff::FileDiff file); ///< nothing is known about its lines then
    void take(const Git::BlameBatch &batch);

    const Diff::FileDiff &file() const { return m_file; }
    qsizetype lineCount() const { return m_file.lines.size(); }
    qsizetype knownLines() const { return m_known; }
    QByteArrayView bytes(qsizetype line) const { return m_file.content(m_file.lines[line]); }

    const Git::BlameHunk *hunkAt(qsizetype line) const; ///< null: not known yet. Valid until take()
    Git::ObjectId commitAt(qsizetype line) const;       ///< null too for lines that are not committed
    /// Null when nothing but its id is known.
    const Git::BlameCommit *commit(const Git::ObjectId &id) const;
    bool isSameHunk(qsizetype one, qsizetype other) const { return m_hunkOf[one] == m_hunkOf[other]; }
    qsizetype nextHunk(qsizetype line, int direction) const; ///< its first line; the same when there is none

    /// 0 for the oldest commit of the file to 1 for the newest, by rank; nothing when its date is not known.
    std::optional<double> youth(const Git::ObjectId &id) const;

private:
    void rank() const;

    Diff::FileDiff m_file;
    QList<int> m_hunkOf; // by line; -1: not known
    QList<Git::BlameHunk> m_hunks;
    QHash<Git::ObjectId, Git::BlameCommit> m_commits;
    mutable QHash<Git::ObjectId, double> m_youth;
    mutable bool m_isRanked = true;
    qsizetype m_known = 0;
};
