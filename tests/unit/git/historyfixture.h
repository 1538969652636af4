// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitstore.h"
#include "git/open.h"
#include "git/refs.h"
#include "history/walk.h"

#include "support/repobuilder.h"

#include <QRandomGenerator>

namespace Tests {

using namespace Qt::StringLiterals;
using Git::CommitPosition;
using Git::kNoCommit;

/// A store with the positions of all refs, HEAD last, as `git rev-list --all` takes them.
struct OpenedStore
{
    std::shared_ptr<Git::CommitStore> store;
    QList<CommitPosition> tips;
    quint32 leftOver = 0;

    QList<QByteArray> ids(History::Order order = History::Order::Topological)
    {
        const Git::CommitStore::Job job(*store);
        History::Walk walk(*store, tips, order);
        QList<QByteArray> ids;
        for (CommitPosition commit = walk.next(); commit != kNoCommit; commit = walk.next())
            ids += store->id(commit).toHex();
        leftOver = walk.leftOver();
        return ids;
    }
};

inline Git::RepoLocation locationAt(const QString &path)
{
    const auto opened = Git::openRepository(path);
    if (!opened)
        qFatal() << opened.error().message << opened.error().detail;
    return opened->location;
}

inline QList<Git::ObjectId> tipsOf(const Git::RepoLocation &where)
{
    const auto refs = Git::readRefs(where, {});
    if (!refs)
        qFatal() << refs.error().message << refs.error().detail;
    QList<Git::ObjectId> ids;
    for (const Git::Ref &ref : refs->all) {
        if (!ref.target.isNull())
            ids += ref.target;
    }
    return ids << refs->head.target;
}

inline OpenedStore openStore(const QString &path, const QString &cacheFolder = {})
{
    const Git::RepoLocation where = locationAt(path);
    OpenedStore opened;
    const auto store = Git::CommitStore::open(where, {QFile::encodeName(cacheFolder)}, {});
    if (!store)
        qFatal() << store.error().message << store.error().detail;
    opened.store = *store;
    const auto tips = opened.store->positions(tipsOf(where), {});
    if (!tips)
        qFatal() << tips.error().message << tips.error().detail;
    opened.tips = *tips;
    return opened;
}

inline QList<QByteArray> revisions(const RepoBuilder &repo, const QStringList &more)
{
    QList<QByteArray> ids = repo.git(QStringList{u"rev-list"_s, u"--all"_s} + more).split('\n');
    ids.removeAll(QByteArray());
    return ids;
}

/// Adds commits, about a dozen lines wide, with equal dates and clocks that go wrong. All are reachable from
/// branches that are named by the seed.
inline void addHistory(RepoBuilder &repo, int count, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    QByteArray input;
    QList<int> heads;
    qint64 now = 1'700'000'000;
    const auto takeHead = [&] { return heads.takeAt(random.bounded(static_cast<int>(heads.size()))); };
    for (int mark = 1; mark <= count; ++mark) {
        now += random.bounded(3);
        const QByteArray message = QByteArray::number(seed) + ' ' + QByteArray::number(mark);
        const qint64 date = random.bounded(20) == 0 ? now - random.bounded(90) : now;
        input += "reset refs/heads/w\n\ncommit refs/heads/w\nmark :" + QByteArray::number(mark) +
                 "\ncommitter A <a@example.org> " + QByteArray::number(date) + " +0000\ndata " +
                 QByteArray::number(message.size()) + '\n' + message + '\n';
        if (mark > 1) {
            const int first = takeHead();
            input += "from :" + QByteArray::number(first) + '\n';
            if (heads.size() < 12 && random.bounded(4) == 0)
                heads += first; // a branch leaves here
            else if (heads.size() > 6 && random.bounded(3) == 0)
                input += "merge :" + QByteArray::number(takeHead()) + '\n';
        }
        heads += mark;
    }
    for (const int head : std::as_const(heads))
        input += "reset refs/heads/" + QByteArray::number(seed) + '-' + QByteArray::number(head) +
                 "\nfrom :" + QByteArray::number(head) + "\n\n";
    repo.git({u"fast-import"_s, u"--quiet"_s, u"--force"_s}, input);
}

inline QByteArray writeCommit(const RepoBuilder &repo, const QByteArray &content)
{
    return repo
        .git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--stdin"_s, u"--literally"_s}, content)
        .trimmed();
}

inline const QStringList kTopological = {u"--topo-order"_s};
inline const QStringList kByDate = {u"--date-order"_s};

inline void writeGraph(const RepoBuilder &repo)
{
    repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
}

inline Git::ObjectId idOf(const QByteArray &hex)
{
    return *Git::ObjectId::fromHex(hex);
}

} // namespace Tests
