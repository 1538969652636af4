// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// Differences as values. Bytes stay bytes: nothing here has been through QString.
namespace Diff {

enum class FileStatus : quint8 {
    Unmodified,
    Added,
    Modified,
    Deleted,
    Renamed,
    Copied,
    TypeChanged,
    Untracked,
    Conflicted
};

enum class LineOrigin : quint8 { Context, Added, Removed };

/// One line of a hunk, as a slice of FileDiff::text.
struct Line
{
    LineOrigin origin = LineOrigin::Context;
    bool endsWithNewline = true; ///< false: the last line of a file that does not end with one
    quint32 oldNumber = 0;       ///< 1-based; 0 where the line is not on that side
    quint32 newNumber = 0;
    quint32 offset = 0;
    quint32 length = 0; ///< bytes without the terminating line feed; a carriage return counts

    bool operator==(const Line &) const = default;
};

struct Hunk
{
    quint32 oldStart = 0, oldCount = 0; ///< as in the @@ header: 1-based, start 0 only for an empty side
    quint32 newStart = 0, newCount = 0;
    QByteArray section;                     ///< text behind the second @@
    qsizetype firstLine = 0, lineCount = 0; ///< range in FileDiff::lines

    bool operator==(const Hunk &) const = default;
};

/// Why a file has no hunks that could be staged although it changed.
enum class Omission : quint8 {
    None,
    Binary,
    TooLarge,
    Submodule,
    Missing /**< object not in this clone */,
    Unreadable
};

/// What people read where the bytes of a file are not UTF-8. For showing only: what is staged, searched for
/// secrets or sent to anybody are the bytes.
struct Reading
{
    QByteArray declared;                 ///< the encoding that attributes or settings name; empty: none
    QByteArray oldEncoding, newEncoding; ///< what the sides are read as, for people; empty: as they are
    QByteArray text;                     ///< UTF-8; empty: the bytes themselves are shown
    QList<Line> lines;                   ///< as FileDiff::lines, as slices of this text
    qsizetype problems = 0;              ///< places that the encodings have no character for
    bool isGuess = false;                ///< nothing but the bytes says so

    bool operator==(const Reading &) const = default;
};

struct FileDiff
{
    QByteArray oldPath,
        newPath; ///< repository-relative with '/', both set except for Added (old empty), Deleted (new empty)
    FileStatus status = FileStatus::Modified;
    quint32 oldMode = 0, newMode = 0; ///< git modes (0100644, 0100755, 0120000, 0160000); 0: side absent
    QByteArray oldId, newId;          ///< blob ids in hex; empty when unknown (work tree)
    qint64 oldSize = 0, newSize = 0;  ///< bytes
    int similarity = 0;               ///< percent, for renames and copies
    Omission omission = Omission::None;
    QByteArray omissionReason; ///< plain text for Unreadable
    QByteArray text;           ///< bytes of all lines
    QList<Hunk> hunks;         ///< of Binary: of a text that Git takes for binary, made UTF-8 to be read
    QList<Line> lines;
    Reading reading;

    QByteArrayView content(const Line &line) const
    {
        return QByteArrayView(text).sliced(line.offset, line.length);
    }
    const QByteArray &path() const { return newPath.isEmpty() ? oldPath : newPath; }
    bool operator==(const FileDiff &) const = default;
};

struct LineCounts
{
    qint64 added = 0, removed = 0;
    bool operator==(const LineCounts &) const = default;
};

/// Counts added and removed lines. O(lines).
LineCounts countLines(const FileDiff &file);

} // namespace Diff
