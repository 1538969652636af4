// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/open.h"
#include "git/refs.h"
#include "support/repobuilder.h"
#include "support/verify.h"

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

Git::RepoLocation locationOf(const RepoBuilder &repo)
{
    return Git::openRepository(repo.path())->location;
}

std::optional<Git::Ref> find(const Git::Refs &refs, const QByteArray &name)
{
    const auto found = std::ranges::find(refs.all, name, &Git::Ref::name);
    return found == refs.all.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

class RefsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyRepositoryHasAnUnbornHead()
    {
        const RepoBuilder repo;
        const auto refs = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->head, (Git::Head{.state = Git::HeadState::Unborn, .branch = "refs/heads/main"}));
        QVERIFY(refs->all.isEmpty());
        QVERIFY(refs->problems.isEmpty());
    }

    void packedReferencesSayTheSameAsLooseOnes()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.branch("feature/a").tag("v1").tag("v2", "annotated");
        repo.git({u"tag"_s, u"-a"_s, u"-m"_s, u"of a tag"_s, u"v3"_s, u"v2"_s});
        repo.git({u"tag"_s, u"blob"_s, u"HEAD:f"_s});
        repo.git({u"tag"_s, u"-a"_s, u"-m"_s, u"of a tree"_s, u"tree"_s, u"HEAD^{tree}"_s});
        repo.git({u"update-ref"_s, u"refs/remotes/origin/main"_s, u"HEAD"_s});
        const auto loose = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(loose);
        QVERIFY(find(*loose, "refs/tags/blob")->target.isNull());

        repo.git({u"pack-refs"_s, u"--all"_s});
        QVERIFY(!QFile::exists(repo.gitDir() + u"/refs/tags/v1"_s));
        const auto packed = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(packed);
        QCOMPARE(*packed, *loose);

        const QByteArray two = repo.write("f", "2\n").commit("two"); // loose above packed
        const auto moved = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(moved);
        QCOMPARE(find(*moved, "refs/heads/main")->target.toHex(), two);
        QCOMPARE(find(*moved, "refs/tags/v3")->target, find(*loose, "refs/tags/v3")->target);
    }

    void aPackedFileThatSaysLessIsLookedUpReferenceByReference()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.tag("v1", "annotated").git({u"pack-refs"_s, u"--all"_s});
        const auto whole = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(whole);
        QFile file(repo.gitDir() + u"/packed-refs"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray content = file.readAll();
        file.close();
        content.remove(0, content.indexOf('\n') + 1); // as very old versions of git wrote it
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto headless = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(headless);
        QCOMPARE(*headless, *whole);
    }

    void aPackedReferenceToNothingIsAProblem()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.branch("gone").git({u"pack-refs"_s, u"--all"_s});
        QFile file(repo.gitDir() + u"/packed-refs"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray content = file.readAll();
        file.close();
        const qsizetype at = content.indexOf(" refs/heads/gone") - 40;
        content.replace(at, 40, QByteArray(40, 'd'));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto refs = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(refs);
        QVERIFY(find(*refs, "refs/heads/gone")->target.isNull());
        QCOMPARE(refs->problems.size(), 1);
        QVERIFY(refs->problems.first().contains(u"refs/heads/gone"_s));
        QVERIFY(!find(*refs, "refs/heads/main")->target.isNull());
    }

    void everyKindIsListedAndPeeled()
    {
        RepoBuilder repo;
        const QByteArray one = repo.write("f", "1\n").commit("one");
        repo.branch("feature/a").tag("v1").tag("v2", "annotated");
        repo.git({u"update-ref"_s, u"refs/remotes/origin/main"_s, u"HEAD"_s});
        repo.git({u"notes"_s, u"add"_s, u"-m"_s, u"note"_s});
        repo.write("f", "2\n").git({u"stash"_s, u"-q"_s});
        const auto refs = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->head.state, Git::HeadState::Branch);
        QCOMPARE(refs->head.target.toHex(), one);
        QCOMPARE(find(*refs, "refs/heads/feature/a")->kind, Git::RefKind::LocalBranch);
        QCOMPARE(find(*refs, "refs/heads/feature/a")->shortName(), "feature/a");
        QCOMPARE(find(*refs, "refs/remotes/origin/main")->kind, Git::RefKind::RemoteBranch);
        QCOMPARE(find(*refs, "refs/tags/v1")->target.toHex(), one);
        QCOMPARE(find(*refs, "refs/tags/v2")->target.toHex(), one);
        QCOMPARE(find(*refs, "refs/stash")->kind, Git::RefKind::Stash);
        QCOMPARE(find(*refs, "refs/notes/commits")->kind, Git::RefKind::Note);
        QVERIFY(std::ranges::is_sorted(refs->all, {}, &Git::Ref::name));
        QVERIFY2(refs->problems.isEmpty(), qPrintable(refs->problems.join(u' ')));
        repo.git({u"pack-refs"_s, u"--all"_s});
        QCOMPARE(Git::readRefs(locationOf(repo), {}), refs);
    }

    void theUpstreamIsNamedInFull()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const QString clone = repo.folder() + u"/clone"_s;
        repo.git({u"clone"_s, u"-q"_s, repo.path(), clone});
        const auto refs = Git::readRefs(Git::openRepository(clone)->location, {});
        VERIFY_RESULT(refs);
        QCOMPARE(find(*refs, "refs/heads/main")->upstream, "refs/remotes/origin/main");
    }

    void aDetachedHeadHasNoBranch()
    {
        RepoBuilder repo;
        const QByteArray one = repo.write("f", "1\n").commit("one");
        repo.checkout(one);
        const auto refs = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->head.state, Git::HeadState::Detached);
        QVERIFY(refs->head.branch.isEmpty());
        QCOMPARE(refs->head.target.toHex(), one);
    }

    void damagedRefsAreProblemsAndTheRestIsThere()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.write(".git/refs/heads/garbage", "nonsense\n");
        repo.write(".git/refs/heads/empty", "");
        repo.write(".git/refs/heads/missing", QByteArray(40, '1') + '\n');
        repo.write(".git/refs/heads/loop", "ref: refs/heads/loop\n");
        const auto refs = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->head.state, Git::HeadState::Branch);
        QVERIFY(!find(*refs, "refs/heads/main")->target.isNull());
        for (const char *name :
             {"refs/heads/garbage", "refs/heads/empty", "refs/heads/missing", "refs/heads/loop"}) {
            const auto ref = find(*refs, name);
            QVERIFY2(ref, name);
            QVERIFY(ref->target.isNull());
            QVERIFY2(refs->problems.filter(QString::fromLatin1(name)).size() == 1, name);
        }
        QCOMPARE(refs->problems.size(), 4);
    }

    void aTagOfABlobLeadsToNoCommitAndIsNoProblem()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        repo.git({u"tag"_s, u"content"_s, u"HEAD:f"_s});
        const auto refs = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(refs);
        QVERIFY(find(*refs, "refs/tags/content")->target.isNull());
        QVERIFY2(refs->problems.isEmpty(), qPrintable(refs->problems.join(u' ')));
    }

    void namesStayBytes()
    {
        RepoBuilder repo;
        const QByteArray one = repo.write("f", "1\n").commit("one");
        const QByteArray name = "refs/heads/caf\xe9-<b>";
        repo.write(".git/" + name, one + '\n');
        const auto refs = Git::readRefs(locationOf(repo), {});
        VERIFY_RESULT(refs);
        QVERIFY(find(*refs, name));
        QCOMPARE(find(*refs, name)->target.toHex(), one);
    }

    void aheadAndBehindAreCounted()
    {
        RepoBuilder repo;
        const QByteArray base = repo.commit("one");
        const QByteArray left = (repo.commit("two"), repo.commit("three"));
        repo.checkout(base);
        const QByteArray right = repo.commit("four");
        const auto count = Git::readAheadBehind(locationOf(repo), *Git::ObjectId::fromHex(left),
                                                *Git::ObjectId::fromHex(right));
        VERIFY_RESULT(count);
        QCOMPARE(*count, (Git::AheadBehind{2, 1}));
        VERIFY_FAILS(Git::readAheadBehind(locationOf(repo), *Git::ObjectId::fromHex(QByteArray(40, '1')),
                                          *Git::ObjectId::fromHex(right)),
                     ErrorKind::NotFound);
    }

    void trackingNeedsABranchWithAnUpstreamThatIsThere()
    {
        RepoBuilder repo;
        const auto tracking = [&] { return Git::trackingOf(*Git::readRefs(locationOf(repo), {})); };
        QVERIFY(!tracking()); // no commit
        const QByteArray one = repo.commit("one");
        repo.branch("upstream");
        const QByteArray two = repo.commit("two");
        QVERIFY(!tracking()); // follows nothing
        repo.git({u"branch"_s, u"-q"_s, u"--set-upstream-to=upstream"_s});
        QCOMPARE(tracking(), (Git::Tracking{*Git::ObjectId::fromHex(two), *Git::ObjectId::fromHex(one)}));
        repo.git({u"branch"_s, u"-q"_s, u"-D"_s, u"upstream"_s});
        QVERIFY(!tracking()); // gone
        repo.branch("upstream", one).checkout(two);
        QVERIFY(!tracking()); // detached
    }

    void aRevisionLeadsToACommitOrIsNotFound()
    {
        RepoBuilder repo;
        const QByteArray one = repo.commit("one");
        const QByteArray two = repo.commit("two");
        repo.tag("v1", "annotated");
        const auto where = locationOf(repo);
        QCOMPARE(Git::resolveRevision(where, "HEAD~1")->toHex(), one);
        QCOMPARE(Git::resolveRevision(where, "v1")->toHex(), two);
        QCOMPARE(Git::resolveRevision(where, two.first(8))->toHex(), two);
        for (const QByteArray &bad : {QByteArray("nothing"), QByteArray(), QByteArray("--all"),
                                      QByteArray("HEAD\0x", 6), QByteArray("HEAD:")})
            VERIFY_FAILS(Git::resolveRevision(where, bad), ErrorKind::NotFound);
    }

    void cancellingEndsTheReading()
    {
        RepoBuilder repo;
        repo.commit("one");
        CancelSource source;
        source.cancel();
        VERIFY_FAILS(Git::readRefs(locationOf(repo), source.token()), ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(RefsTest)
#include "tst_refs.moc"
