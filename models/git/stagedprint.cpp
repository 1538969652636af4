// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/stagedprint.h"

#include "git/keptobjects.h"
#include "git/repository.h"

#include <QCryptographicHash>

namespace Git {

namespace {

/// A path that was only named by `git add -N`: no commit holds it.
bool isIntended(const git_index_entry *entry)
{
    return (entry->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0;
}

} // namespace

Result<QByteArray> readStagedPrint(const RepoLocation &where, const CancelToken &cancel)
{
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    git_index *index = opened->index.get();
    QCryptographicHash print(QCryptographicHash::Sha256);
    for (size_t at = 0; at < git_index_entrycount(index); ++at) {
        if (at % 4096 == 0 && cancel.isCancelled())
            return failCancelled();
        const git_index_entry *entry = git_index_get_byindex(index, at);
        if (isIntended(entry))
            continue;
        print.addData(entryLine(entry->mode, toId(&entry->id), git_index_entry_stage(entry), entry->path));
    }
    return print.result();
}

} // namespace Git
