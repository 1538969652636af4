// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/scan/indexfile.h"
#include "git/sparseindex.h"
#include "git/text.h"

namespace Git {

Result<QList<IndexRecord>> parseIndex(const QByteArray &content)
{
    const auto file = IndexFile::parse(content);
    if (!file)
        return std::unexpected(file.error());
    if (!file->isWhole())
        return fail(ErrorKind::Invalid, Text::tr("The index is damaged."));
    QList<IndexRecord> records;
    records.reserve(qsizetype(file->entries().size()));
    for (const git_index_entry &entry : file->entries()) {
        records.append({.entry = entry, .path = entry.path});
        records.last().entry.path = nullptr;
    }
    return records;
}

} // namespace Git
