// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/log.h"

#include "git/commitwalk.h"
#include "git/refs.h"
#include "git/repository.h"

namespace Git {

namespace {

constexpr qsizetype kFirstBatch = 100;

Result<QList<ObjectId>> allTips(const RepoLocation &where, const CancelToken &cancel, QStringList &problems)
{
    const auto refs = readRefs(where, cancel);
    if (!refs)
        return std::unexpected(refs.error());
    QList<ObjectId> tips;
    if (!refs->head.target.isNull())
        tips.append(refs->head.target);
    for (const Ref &ref : refs->all) {
        if (!ref.target.isNull() && ref.kind != RefKind::Note && ref.kind != RefKind::Other)
            tips.append(ref.target);
    }
    problems = refs->problems;
    return tips;
}

LogEnd emitAll(CommitWalk &walk, const LogQuery &query, const CommitSink &sink, const CancelToken &cancel)
{
    LogEnd end;
    QList<Commit> batch;
    qsizetype size = std::min<qsizetype>(kFirstBatch, std::max(query.batchSize, 1));
    while (query.limit == 0 || end.commits < query.limit) {
        auto commit = walk.next();
        if (!commit || cancel.isCancelled())
            break;
        batch.append(*std::move(commit));
        ++end.commits;
        if (batch.size() == size) {
            sink(std::exchange(batch, {}));
            size = std::max(query.batchSize, 1);
            batch.reserve(size);
        }
    }
    if (!batch.isEmpty())
        sink(std::move(batch));
    return end;
}

} // namespace

Result<LogEnd> readLog(const RepoLocation &where, const LogQuery &query, const CommitSink &sink,
                       const CancelToken &cancel)
{
    QStringList problems;
    const auto tips = query.tips.isEmpty() ? allTips(where, cancel, problems) : query.tips;
    if (!tips)
        return std::unexpected(tips.error());
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    CommitWalk walk(opened->database.get(), readShallowCommits(where), query);
    if (!walk.load(*tips, cancel))
        return failCancelled();
    LogEnd end = emitAll(walk, query, sink, cancel);
    if (cancel.isCancelled())
        return failCancelled();
    end.problems =
        (problems + walk.problems()).first(std::min<qsizetype>(problems.size() + walk.problems().size(), 20));
    return end;
}

Result<QList<Commit>> readCommits(const RepoLocation &where, const LogQuery &query, const CancelToken &cancel)
{
    QList<Commit> commits;
    const auto end = readLog(where, query, [&](QList<Commit> batch) { commits += std::move(batch); }, cancel);
    if (!end)
        return std::unexpected(end.error());
    return commits;
}

Result<CommitDetails> readCommit(const RepoLocation &where, const ObjectId &id)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    return readParsedCommit(opened->database.get(), id);
}

} // namespace Git
