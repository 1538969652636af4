// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/stagedprint.h"

#include "git/keptobjects.h"
#include "git/repository.h"
#include "git/scan/indexfile.h"

#include <QCryptographicHash>

namespace Git {

namespace {

/// A path that was only named by `git add -N`: no commit holds it.
bool isIntended(const git_index_entry &entry)
{
    return (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0;
}

/// entryAt(size_t): the entries in the order of the index.
template<class EntryAt>
Result<QByteArray> stagedPrintOf(size_t count, EntryAt entryAt, const CancelToken &cancel)
{
    QCryptographicHash print(QCryptographicHash::Sha256);
    for (size_t at = 0; at < count; ++at) {
        if (at % 4096 == 0 && cancel.isCancelled())
            return failCancelled();
        const git_index_entry &entry = entryAt(at);
        if (!isIntended(entry))
            print.addData(entryLine(entry.mode, toId(&entry.id), git_index_entry_stage(&entry), entry.path));
    }
    return print.result();
}

} // namespace

Result<QByteArray> readStagedPrint(const RepoLocation &where, const CancelToken &cancel)
{
    const auto file = IndexFile::read(where, cancel);
    if (file && file->isPlain() && file->isWhole())
        return stagedPrintOf(
            file->entries().size(), [&](size_t at) -> auto & { return file->entries()[at]; }, cancel);
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    git_index *index = opened->index.get();
    return stagedPrintOf(
        git_index_entrycount(index), [&](size_t at) -> auto & { return *git_index_get_byindex(index, at); },
        cancel);
}

} // namespace Git
