// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/files.h"
#include "audit/format.h"
#include "audit/lines.h"
#include "audit/trail.h"

namespace Audit {

namespace {

bool isOfRepository(const QString &path, const QString &wanted)
{
    return path == wanted || path.section(u'/', -1) == wanted ||
           (wanted.startsWith(u'/') &&
            path.startsWith(wanted.endsWith(u'/') ? wanted : QString(wanted + u'/')));
}

} // namespace

bool Filter::fits(const Entry &entry) const
{
    if ((since.isValid() && entry.timestamp < since) || (until.isValid() && entry.timestamp >= until))
        return false;
    if ((!operation.isEmpty() && entry.operation != operation) || (!user.isEmpty() && entry.user != user))
        return false;
    // Damage to the trail concerns every repository.
    if (!repository.isEmpty() && entry.mended.isEmpty() && !isOfRepository(entry.repository, repository))
        return false;
    const QStringList texts{entry.model,     entry.operation, entry.user,   entry.result, entry.repository,
                            entry.requestId, entry.use,       entry.mended, entry.keptAs};
    return std::ranges::all_of(words, [&](const QString &word) {
        return std::ranges::any_of(
            texts, [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

Result<Records> readRecords(const QString &folder, const Filter &filter, qsizetype most,
                            const CancelToken &cancel)
{
    const auto file = openToRead(trailFile(folder));
    if (!file)
        return std::unexpected(file.error());
    Records found;
    if (!file->isOpen())
        return found;
    const auto read = readLinesBack(file->number(), sizeOf(file->number()), [&](QByteArrayView line, qint64) {
        auto record = parseLine(line.toByteArray());
        if (!record) {
            ++found.unreadable;
        } else if (filter.fits(record->entry)) {
            found.isMore = found.records.size() >= most;
            if (!found.isMore)
                found.records += *std::move(record);
        }
        return !found.isMore && !cancel.isCancelled();
    });
    if (cancel.isCancelled())
        return failCancelled();
    if (!read)
        return std::unexpected(read.error());
    return found;
}

} // namespace Audit
