// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/log.h"

#include "git/commitoverrides.h"
#include "git/commitread.h"
#include "git/commitstore.h"
#include "git/repository.h"

namespace Git {

Result<QList<Commit>> readRecentCommits(const RepoLocation &where, const QList<ObjectId> &tips,
                                        qsizetype limit, const CancelToken &cancel)
{
    const auto store = CommitStore::open(where, {}, cancel);
    if (!store)
        return std::unexpected(store.error());
    const CommitStore::Job job(**store);
    const auto from = (*store)->positions(tips, cancel);
    if (!from)
        return std::unexpected(from.error());
    auto reader = CommitReader::open(where);
    if (!reader)
        return std::unexpected(reader.error());
    const QHash<ObjectId, ObjectId> &replacements = (*store)->replacements();
    QList<Commit> commits;
    for (const CommitPosition position : (*store)->recent(*from, limit, cancel)) {
        const ObjectId id = (*store)->id(position);
        if (auto commit = reader->read(replacements.value(id, id))) {
            commit->id = id;
            commits += std::move(*commit);
        }
    }
    if (cancel.isCancelled())
        return failCancelled();
    return commits;
}

Result<CommitDetails> readCommit(const RepoLocation &where, const ObjectId &id)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    const auto overrides = CommitOverrides::read(where, opened->repository.get(), {});
    return readShownCommit(*opened, overrides, id);
}

} // namespace Git
