// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/judge.h"

#include "base/bothhalves.h"

namespace History {

Result<Judge> Judge::open(const Git::RepoLocation &where, const Query &query, const SearchScope &scope)
{
    auto reader = Git::CommitReader::open(where);
    if (!reader)
        return std::unexpected(reader.error());
    return Judge(*std::move(reader), Matcher(query), scope);
}

Judged Judge::judge(const Git::ObjectId &id)
{
    const Git::ObjectId stored = m_scope.replacements.isEmpty() ? id : m_scope.replacements.value(id, id);
    std::optional<Git::Commit> commit;
    QString message;
    if (!m_matcher.needsMessage()) {
        if (auto read = m_reader.read(stored))
            commit = *std::move(read);
    } else if (auto details = m_reader.readDetails(stored)) {
        commit = std::move(details->commit);
        message = std::move(details->message);
    }
    if (!commit)
        return {};
    commit->id = id;
    const bool isHit = m_matcher.matches(*commit, message);
    return {std::move(commit), isHit};
}

void Judge::judgeAll(std::span<const Git::ObjectId> ids, std::span<Judged> results, const CancelToken &cancel)
{
    for (size_t at = 0; at < ids.size() && (at % 64 != 0 || !cancel.isCancelled()); ++at)
        results[at] = judge(ids[at]);
}

Result<std::unique_ptr<Jury>> Jury::open(const Git::RepoLocation &where, const Query &query,
                                         const SearchScope &scope)
{
    auto first = Judge::open(where, query, scope);
    auto second = Judge::open(where, query, scope);
    if (!first || !second)
        return std::unexpected(first ? second.error() : first.error());
    return std::unique_ptr<Jury>(new Jury(*std::move(first), *std::move(second)));
}

Jury::Jury(Judge first, Judge second)
    : m_first(std::move(first))
    , m_second(std::move(second))
{
    m_helper.setMaxThreadCount(1);
}

std::vector<Judged> Jury::judge(const QList<Git::ObjectId> &ids, const CancelToken &cancel)
{
    std::vector<Judged> judged(static_cast<size_t>(ids.size()));
    const std::span all(ids.cbegin(), ids.cend());
    const std::span results(judged);
    const auto half = judged.size() / 2;
    runBothHalves(
        m_helper, [&] { m_first.judgeAll(all.first(half), results.first(half), cancel); },
        [&] { m_second.judgeAll(all.subspan(half), results.subspan(half), cancel); });
    return judged;
}

} // namespace History
