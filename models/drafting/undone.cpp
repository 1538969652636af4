// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/phrases.h"
#include "drafting/propose.h"

#include "base/text.h"
#include "drafting/text.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

using Ids = std::pair<QByteArray, QByteArray>; // of a path before and after; empty: not there

QByteArray idOf(const Git::ObjectId &id, bool isThere)
{
    return isThere && !id.isNull() ? id.toHex() : QByteArray();
}

void addMove(QMap<QByteArray, Ids> &all, const QByteArray &path, const QByteArray &before,
             const QByteArray &after)
{
    const auto known = all.constFind(path);
    const QByteArray first = known == all.cend() ? before : known->first;
    if (first == after)
        all.remove(path);
    else
        all.insert(path, {first, after});
}

bool isId(const QByteArray &id)
{
    return !id.isEmpty() && id.count('0') < id.size();
}

// Nothing when an id is not known, because then nothing can be said.
std::optional<QMap<QByteArray, Ids>> movesOf(const QList<Change> &changes)
{
    QMap<QByteArray, Ids> all;
    for (const Change &change : changes) {
        const Diff::FileDiff &file = change.file;
        const bool hasOld = !file.oldPath.isEmpty();
        const bool hasNew = !file.newPath.isEmpty();
        if ((hasOld && !isId(file.oldId)) || (hasNew && !isId(file.newId)))
            return {};
        if (hasOld && hasNew && file.oldPath == file.newPath) {
            all.insert(file.newPath, {file.oldId, file.newId});
            continue;
        }
        if (hasOld && file.status != Diff::FileStatus::Copied)
            all.insert(file.oldPath, {file.oldId, QByteArray()});
        if (hasNew)
            all.insert(file.newPath, {QByteArray(), file.newId});
    }
    return all;
}

} // namespace

QList<PastCommit> undoneCommits(const QList<Change> &changes, const QList<PastCommit> &history)
{
    constexpr qsizetype farthest = 20;
    const auto staged = movesOf(changes);
    if (!staged || staged->isEmpty())
        return {};
    // The way back through the last commits, one by one, until it is exactly what is staged.
    QMap<QByteArray, Ids> back;
    QList<PastCommit> undone;
    for (const PastCommit &commit : history.first(qMin(history.size(), farthest))) {
        if (commit.changes.isEmpty())
            break;
        undone.append(commit);
        QMap<QByteArray, Ids> alone;
        for (const Git::FileChange &change : commit.changes) {
            const bool hadOld = change.status != Diff::FileStatus::Added;
            const bool hasNew = change.status != Diff::FileStatus::Deleted;
            const QByteArray before = idOf(change.oldId, hadOld);
            const QByteArray after = idOf(change.newId, hasNew);
            addMove(back, change.path, after, before);
            alone.insert(change.path, {after, before});
        }
        if (alone == *staged)
            return {commit};
        if (back == *staged)
            return undone;
    }
    return {};
}

Proposal proposeRevert(const QList<PastCommit> &undone)
{
    Proposal proposal{.type = u"revert"_s, .certainty = 0.95, .isExact = true};
    const PastCommit &newest = undone.first();
    if (undone.size() == 1) {
        proposal.subjects = {visibleText(newest.subject.simplified()),
                             u"undo commit "_s + newest.id.abbreviated()};
        proposal.paragraph = u"This reverts commit "_s + newest.id.text() + u'.';
    } else {
        proposal.subjects = {u"undo the last "_s + counted(undone.size(), u"commit"_s)};
        QStringList lines;
        for (const PastCommit &commit : undone)
            lines.append(u"This reverts commit "_s + commit.id.text() + u'.');
        proposal.paragraph = lines.join(u'\n');
    }
    QStringList ids;
    for (const PastCommit &commit : undone)
        ids.append(commit.id.abbreviated());
    proposal.footers = {u"Refs: "_s + ids.join(u", "_s)};
    proposal.reasons = {Text::tr("The staged files are exactly as they were before %n commit(s).", nullptr,
                                 int(undone.size()))};
    return proposal;
}

} // namespace Drafting
