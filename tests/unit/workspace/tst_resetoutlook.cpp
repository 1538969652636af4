// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/open.h"
#include "support/repobuilder.h"
#include "workspace/resetoutlook.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

Git::ObjectId idOf(RepoBuilder &repo, const char *revision)
{
    return *Git::ObjectId::fromHex(repo.resolve(revision));
}

} // namespace

class ResetOutlookTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitsThatNoOtherWayReachesLeave()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("first");
        repo.branch("topic").checkout("topic").write("t", "1").commit("on topic");
        repo.checkout("main").write("a", "2").commit("second");
        repo.write("a", "3").commit("third");
        const auto where = Git::openRepository(repo.path())->location;
        const auto outlook = [&](const char *to) {
            return readResetOutlook(where, idOf(repo, "HEAD"), idOf(repo, to), Git::ResetKind::Soft, {});
        };
        QCOMPARE(outlook("HEAD~2")->leaving, 2);
        QCOMPARE(outlook("HEAD")->leaving, 0);
        QCOMPARE(outlook("topic")->leaving, 2); // sideways: what topic does not have
    }

    void untrackedFilesInTheWayOfAHardResetAreNamed()
    {
        RepoBuilder repo;
        repo.write("a", "1").write("gone", "tracked once").commit("first");
        repo.git({u"rm"_s, u"-q"_s, u"gone"_s});
        repo.commit("second");
        repo.write("gone", "mine, untracked").write("other", "not in the way").write("a", "changed");
        const auto where = Git::openRepository(repo.path())->location;
        const auto outlook = [&](Git::ResetKind kind) {
            return readResetOutlook(where, idOf(repo, "HEAD"), idOf(repo, "HEAD~1"), kind, {});
        };
        QCOMPARE(outlook(Git::ResetKind::Hard)->overwritten, QList<QByteArray>{"gone"});
        QCOMPARE(outlook(Git::ResetKind::Mixed)->overwritten, QList<QByteArray>());
        QCOMPARE(repo.read("gone"), "mine, untracked"_ba);
    }

    void itCanBeCancelled()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("first");
        repo.git({u"rm"_s, u"-q"_s, u"a"_s});
        repo.commit("second");
        CancelSource source;
        source.cancel();
        const auto where = Git::openRepository(repo.path())->location;
        const auto outlook = readResetOutlook(where, idOf(repo, "HEAD"), idOf(repo, "HEAD~1"),
                                              Git::ResetKind::Hard, source.token());
        QVERIFY(!outlook && outlook.error().kind == ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ResetOutlookTest)
#include "tst_resetoutlook.moc"
