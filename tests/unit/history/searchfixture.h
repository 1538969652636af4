// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/open.h"
#include "git/refs.h"
#include "history/search.h"
#include "support/repobuilder.h"

#include <QTimeZone>

/// Searching a real repository, whose rows are as git orders them.
namespace SearchFixture {

using namespace Qt::StringLiterals;
using Git::Trust;
using History::SearchHit;
using Tests::RepoBuilder;

struct Found
{
    Result<History::SearchEnd> end;
    QList<SearchHit> hits;
    QList<qsizetype> searched; ///< as told from time to time

    QStringList subjects() const
    {
        QStringList list;
        for (const SearchHit &hit : hits)
            list += hit.commit.subject;
        return list;
    }
};

// Rows as git orders them.
inline QList<Git::ObjectId> rowsOf(const RepoBuilder &repo, const QStringList &from = {u"--all"_s})
{
    QList<Git::ObjectId> ids;
    for (const QByteArray &line :
         repo.git(QStringList{u"rev-list"_s, u"--topo-order"_s} + from).trimmed().split('\n')) {
        if (const auto id = Git::ObjectId::fromHex(line))
            ids.append(*id);
    }
    return ids;
}

inline History::SearchScope scopeOf(const RepoBuilder &repo, const QList<Git::ObjectId> &rows)
{
    History::SearchScope scope;
    const Git::Refs refs = *Git::readRefs(Git::openRepository(repo.path())->location, {});
    scope.refs = refs.all;
    scope.head = refs.head.target;
    for (const Git::Ref &ref : std::as_const(scope.refs))
        scope.tips.append(ref.target);
    scope.rows = [rows](qsizetype from, qsizetype count) { return rows.mid(from, count); };
    return scope;
}

inline Found searchIn(const RepoBuilder &repo, const History::SearchScope &scope, const QString &line,
                      Trust trust = Trust::Trusted, const CancelToken &cancel = {})
{
    Git::RepoLocation where = Git::openRepository(repo.path())->location;
    where.trust = trust;
    const SystemProcessRunner runner;
    const auto query =
        History::parseQuery(line, QDateTime(QDate(2026, 2, 1), QTime(12, 0), QTimeZone::utc()));
    if (!query)
        qFatal("%s", qPrintable(query.error().sentence));
    Found found;
    found.end = History::searchHistory(
        Git::Program(runner, where), *query, scope,
        [&](const History::SearchProgress &progress) {
            found.hits += progress.hits;
            found.searched += progress.searched;
        },
        cancel);
    return found;
}

inline Found search(const RepoBuilder &repo, const QString &line, Trust trust = Trust::Trusted,
                    const CancelToken &cancel = {})
{
    return searchIn(repo, scopeOf(repo, rowsOf(repo)), line, trust, cancel);
}

inline QStringList gitSubjects(const RepoBuilder &repo, const QStringList &arguments)
{
    const QByteArray output =
        repo.git(QStringList{u"log"_s, u"--all"_s, u"--topo-order"_s, u"--format=%s"_s} + arguments);
    return QString::fromUtf8(output).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace SearchFixture
