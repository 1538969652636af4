// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/reflog/reflogjobs.h"

#include "base/text.h"
#include "git/commitread.h"

#include <QHash>

Result<QList<ReflogRow>> readMoves(const Git::RepoLocation &where, const QByteArray &ref, qsizetype limit,
                                   const CancelToken &cancel)
{
    const auto entries = Git::readReflog(where, ref, limit, cancel);
    auto reader = Git::CommitReader::open(where);
    if (!entries || !reader)
        return std::unexpected(entries ? reader.error() : entries.error());
    QHash<Git::ObjectId, std::optional<QString>> subjects; // nothing: the commit is gone
    QList<ReflogRow> rows;
    rows.reserve(entries->size());
    for (const Git::ReflogEntry &entry : *entries) {
        if (cancel.isCancelled())
            return failCancelled();
        const Git::ObjectId commit = entry.after.isNull() ? entry.before : entry.after;
        auto known = subjects.constFind(commit);
        if (known == subjects.cend()) {
            const auto read = reader->read(commit);
            known = subjects.insert(commit, read ? std::optional(read->subject) : std::nullopt);
        }
        rows.append({.commit = commit,
                     .before = entry.after.isNull() ? Git::ObjectId() : entry.before,
                     .what = displayPath(entry.message),
                     .subject = visibleText(known->value_or(QString())),
                     .who = entry.who,
                     .when = entry.when,
                     .isThere = known->has_value()});
    }
    return rows;
}

Result<LostRows> findLostRows(const Git::Program &git, qsizetype limit, const CancelToken &cancel,
                              const Git::OnLooked &onLooked)
{
    const auto lost = Git::findLostCommits(git, limit, cancel, onLooked);
    if (!lost)
        return std::unexpected(lost.error());
    LostRows found{.rows = {}, .found = lost->found};
    for (const Git::Commit &tip : lost->tips)
        found.rows.append({.commit = tip.id,
                           .before = {},
                           .what = {},
                           .subject = visibleText(tip.subject),
                           .who = tip.committer,
                           .when = tip.committed,
                           .isInUndo = lost->inUndo.contains(tip.id)});
    return found;
}
