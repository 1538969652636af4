// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/reversed.h"

#include "diff/reading.h"

#include <algorithm>
#include <utility>

namespace Diff {

namespace {

FileStatus reversedStatus(FileStatus status)
{
    switch (status) {
    case FileStatus::Added:
    case FileStatus::Untracked:
        return FileStatus::Deleted;
    case FileStatus::Deleted:
        return FileStatus::Added;
    default:
        return status;
    }
}

void reverseLine(Line &line)
{
    std::swap(line.oldNumber, line.newNumber);
    if (line.origin != LineOrigin::Context)
        line.origin = line.origin == LineOrigin::Added ? LineOrigin::Removed : LineOrigin::Added;
}

} // namespace

FileDiff reversed(FileDiff file)
{
    std::swap(file.oldPath, file.newPath);
    std::swap(file.oldMode, file.newMode);
    std::swap(file.oldId, file.newId);
    std::swap(file.oldSize, file.newSize);
    file.status = reversedStatus(file.status);
    std::swap(file.reading.oldEncoding, file.reading.newEncoding);
    for (Hunk &hunk : file.hunks) {
        std::swap(hunk.oldStart, hunk.newStart);
        std::swap(hunk.oldCount, hunk.newCount);
    }
    std::ranges::for_each(file.lines, reverseLine);
    const auto isContext = [](const Line &line) { return line.origin == LineOrigin::Context; };
    for (const Hunk &hunk : std::as_const(file.hunks)) {
        auto at = file.lines.begin() + hunk.firstLine;
        const auto end = at + hunk.lineCount;
        while (at != end) {
            const auto block = std::find_if_not(at, end, isContext);
            at = std::find_if(block, end, isContext);
            std::stable_partition(block, at,
                                  [](const Line &line) { return line.origin == LineOrigin::Removed; });
        }
    }
    if (hasGitsLines(file))
        takeReading(file, QByteArray(file.reading.declared));
    return file;
}

} // namespace Diff
