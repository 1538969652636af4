// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitrange.h"

#include "git/open.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

Git::ObjectId idOf(const RepoBuilder &repo, const QByteArray &revision)
{
    return *Git::ObjectId::fromHex(repo.resolve(revision));
}

/// Random commits whose clocks say nothing: parents among all that came before, one branch for each.
void importRandom(const RepoBuilder &repo, int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray stream;
    for (int at = 1; at <= count; ++at) {
        stream += "commit refs/heads/c" + QByteArray::number(at) + "\nmark :" + QByteArray::number(at) +
                  "\ncommitter A <a@b> " + QByteArray::number(1'700'000'000 + random.bounded(5000)) +
                  " +0000\ndata 2\nx\n";
        QSet<int> parents;
        for (int parent = 0; parent < 1 + int(random.bounded(2u)) && at > 1; ++parent)
            parents += 1 + int(random.bounded(quint32(at - 1)));
        bool isFirst = true;
        for (const int parent : std::as_const(parents))
            stream += QByteArray(std::exchange(isFirst, false) ? "from :" : "merge :") +
                      QByteArray::number(parent) + '\n';
    }
    repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
}

/// By generations, which git goes by in topological order alone: by clocks it lists too much here.
QList<QByteArray> listed(const RepoBuilder &repo, const QString &folder, const QStringList &revisions)
{
    QList<QByteArray> ids =
        repo.git(QStringList{u"--git-dir"_s, folder, u"rev-list"_s, u"--topo-order"_s} + revisions)
            .split('\n');
    ids.removeAll({});
    std::ranges::sort(ids);
    return ids;
}

} // namespace

/// What one commit has and others have not.
class CommitRangeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsGitWhateverTheClocksSay()
    {
        RepoBuilder repo;
        importRandom(repo, 300, 7);
        const QString copy = repo.folder() + u"/copy"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--mirror"_s, repo.path(), copy});
        repo.git({u"--git-dir"_s, copy, u"commit-graph"_s, u"write"_s, u"--reachable"_s});
        QRandomGenerator random(11);
        for (const bool hasGraph : {false, true}) {
            if (hasGraph)
                repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
            const Git::RepoLocation where = Git::openRepository(repo.path())->location;
            for (int round = 0; round < 60; ++round) {
                const auto name = [&random] { return "c" + QByteArray::number(random.bounded(1, 301)); };
                const QByteArray to = name(), first = name(), second = name();
                const auto range =
                    Git::readCommitRange(where, idOf(repo, to), {idOf(repo, first), idOf(repo, second)}, {});
                VERIFY_RESULT(range);
                QVERIFY(range->problems.isEmpty() && !range->isCutOff);
                QList<QByteArray> ids;
                for (const Git::ObjectId &id : range->commits)
                    ids += id.text().toLatin1();
                std::ranges::sort(ids);
                QCOMPARE(ids, listed(repo, copy,
                                     {QString::fromLatin1(to), u"^"_s + QString::fromLatin1(first),
                                      u"^"_s + QString::fromLatin1(second)}));
            }
        }
    }

    void noCommitComesBeforeItsChildren()
    {
        RepoBuilder repo;
        importRandom(repo, 200, 3);
        const Git::RepoLocation where = Git::openRepository(repo.path())->location;
        const auto range = Git::readCommitRange(where, idOf(repo, "c200"), {}, {});
        VERIFY_RESULT(range);
        QSet<QByteArray> seen;
        for (const Git::ObjectId &id : range->commits) {
            const QByteArray parents = repo.git({u"rev-parse"_s, id.text() + u"^@"_s});
            for (const QByteArray &parent : parents.split('\n'))
                QVERIFY(parent.isEmpty() || !seen.contains(parent));
            seen += id.text().toLatin1();
        }
        QVERIFY(range->commits.size() > 5);
    }

    void theEdgeOfAShallowCloneIsSaid()
    {
        RepoBuilder repo;
        importRandom(repo, 50, 5);
        repo.git({u"update-ref"_s, u"refs/heads/main"_s, u"c50"_s});
        const QString clone = repo.folder() + u"/shallow"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--depth=1"_s, u"--branch=c50"_s, u"file://"_s + repo.path(), clone});
        const Git::RepoLocation where = Git::openRepository(clone)->location;
        const auto range = Git::readCommitRange(where, idOf(repo, "c50"), {}, {});
        VERIFY_RESULT(range);
        QVERIFY(range->isCutOff);
        QCOMPARE(range->commits.size(), 1);
    }

    void whatIsNotThereIsAnError()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("one");
        const Git::RepoLocation where = Git::openRepository(repo.path())->location;
        const auto missing = Git::ObjectId::fromHex(QByteArray(40, 'a'));
        VERIFY_FAILS(Git::readCommitRange(where, *missing, {}, {}), ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(CommitRangeTest)
#include "tst_commitrange.moc"
