// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitread.h"
#include "history/search.h"

#include <QThreadPool>

#include <span>

namespace History {

struct Judged
{
    std::optional<Git::Commit> commit; ///< nothing: it cannot be read
    bool isHit = false;
};

/// Reads and matches commits; belongs to one thread. query and scope outlive it.
class Judge
{
public:
    static Result<Judge> open(const Git::RepoLocation &where, const Query &query, const SearchScope &scope);

    Judged judge(const Git::ObjectId &id);
    /// Until all are judged or it is cancelled. As many results as ids.
    void judgeAll(std::span<const Git::ObjectId> ids, std::span<Judged> results, const CancelToken &cancel);

private:
    Judge(Git::CommitReader reader, Matcher matcher, const SearchScope &scope)
        : m_reader(std::move(reader))
        , m_matcher(std::move(matcher))
        , m_scope(scope)
    {}

    Git::CommitReader m_reader;
    Matcher m_matcher;
    const SearchScope &m_scope;
};

/// Two judges, one of them on a thread of its own.
class Jury
{
    Q_DISABLE_COPY_MOVE(Jury)

public:
    static Result<std::unique_ptr<Jury>> open(const Git::RepoLocation &where, const Query &query,
                                              const SearchScope &scope);

    /// In the order of the ids; incomplete when it is cancelled. Blocking.
    std::vector<Judged> judge(const QList<Git::ObjectId> &ids, const CancelToken &cancel);

private:
    Jury(Judge first, Judge second);

    Judge m_first, m_second;
    QThreadPool m_helper;
};

} // namespace History
