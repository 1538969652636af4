// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace Diff {

/// Lines of one text.
struct LineRange
{
    qsizetype first = 0, count = 0; ///< from 0
    qsizetype end() const { return first + count; }
    bool operator==(const LineRange &) const = default;
};

enum class MergeKind : quint8 {
    Same,     ///< nobody changed it
    Ours,     ///< only we did
    Theirs,   ///< only they did
    Both,     ///< both made the same of it
    Conflict, ///< changes that overlap or touch
};

/// A part of three texts; the parts of a merge follow each other without gaps in all three.
struct MergeChunk
{
    MergeKind kind = MergeKind::Same;
    LineRange base, ours, theirs;
    bool operator==(const MergeChunk &) const = default;
};

/// The texts as lines with their line feeds; the last may have none. O(bytes).
QList<QByteArrayView> splitLines(QByteArrayView text);

/// Merges line by line, as `git merge-file --diff3` does: a change beside another is a conflict already.
/// Longest common subsequences by Myers' algorithm (An O(ND) Difference Algorithm, 1986, section 4b). Where
/// two texts differ beyond 4,000 lines the rest counts as changed as a whole. O((lines + differences) ·
/// differences), for a worker.
QList<MergeChunk> merge3(const QList<QByteArrayView> &base, const QList<QByteArrayView> &ours,
                         const QList<QByteArrayView> &theirs);

/// A stretch of a file with conflict markers.
struct ConflictPart
{
    bool isConflict = false;
    QByteArray text;                   ///< when it is none
    QByteArray ours, base, theirs;     ///< when it is one
    bool hasBase = false;              ///< whether the file says what was there before
    QByteArray oursLabel, theirsLabel; ///< what stands behind the markers
    QByteArray raw;                    ///< the whole of it, with its markers
    bool operator==(const ConflictPart &) const = default;
};

/// Takes a file apart at its conflict markers. Nothing when they are not in order: a marker is missing or
/// doubled. One part at most when there are none. markerSize: 7, or what the attribute conflict-marker-size
/// says. O(bytes).
std::optional<QList<ConflictPart>> parseConflict(QByteArrayView content, int markerSize = 7);

/// True when a line begins as the start or the end of a conflict does. O(bytes).
bool hasConflictMarkers(QByteArrayView content, int markerSize = 7);

} // namespace Diff
