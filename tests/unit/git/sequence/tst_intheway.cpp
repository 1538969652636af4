// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitactions.h"
#include "git/sequence/advance.h"
#include "git/sequence/bisect.h"
#include "git/sequence/merge.h"
#include "git/sequence/rebase.h"
#include "git/sequence/rebasesteps.h"
#include "git/stash/stashactions.h"
#include "git/undo.h"

#include "sequencefixture.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace {

/// What a commit brings and what the user has at its place, which .gitignore names.
struct Shape
{
    const char *name;
    QByteArray tracked, mine;
};

const std::array kShapes{Shape{"a file", "secret", "secret"},
                         Shape{"a folder where a file comes", "secret", "secret/mine"},
                         Shape{"a file where a folder comes", "secret/theirs", "secret"}};
const QByteArray kMine = "SECRET=mine\n";

struct Fixture : SequenceFixture
{
    explicit Fixture(const Shape &shape)
        : path(shape.tracked)
        , mine(shape.mine)
    {
        base = repo.write(".gitignore", "secret\n").commit("ignore");
    }

    QByteArray add() // a commit that tracks the path
    {
        repo.write(path, "theirs\n").git({u"add"_s, u"-f"_s, u"--"_s, QString::fromUtf8(path)});
        return repo.commit("tracks", {.stagesAll = false});
    }
    QByteArray drop()
    {
        repo.git({u"rm"_s, u"-q"_s, u"--"_s, QString::fromUtf8(path)});
        return repo.commit("drops", {.stagesAll = false});
    }
    QByteArray other(const QByteArray &name) { return repo.write(name, name + '\n').commit(name); }
    void topic() // topic adds the path, main is checked out and where it was
    {
        repo.branch("topic").checkout("topic");
        theirs = add();
        repo.checkout("main");
    }
    void putMine() { repo.write(mine, kMine); }
    Git::ObjectId theirsId() const { return id(theirs); }

    QByteArray path, mine;
};

using Act = std::function<Result<void>(Fixture &)>;

template<class T> Result<void> done(const Result<T> &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

Result<void> merge(Fixture &f, Git::FastForward way, bool squashes = false)
{
    f.topic();
    if (way == Git::FastForward::No)
        f.other("apart");
    f.putMine();
    return done(Git::mergeCommit(f.git(),
                                 {.commit = f.theirsId(),
                                  .name = "refs/heads/topic",
                                  .fastForward = way,
                                  .squashes = squashes,
                                  .message = {}},
                                 {}, {}));
}

Result<void> applyStash(Fixture &f, bool makesBranch)
{
    f.add();
    f.repo.write(f.path, "stashed\n").git({u"stash"_s});
    f.drop();
    f.putMine();
    const auto entry = f.id(f.repo.resolve("stash@{0}"));
    return makesBranch ? done(Git::stashBranch(f.git(), "fresh", entry, {}))
                       : done(Git::stashApply(f.git(), entry, Git::Restage::No, {}));
}

Result<void> rebaseSteps(Fixture &f)
{
    f.add();
    f.drop();
    f.putMine();
    auto plan = Git::planRebase(f.where(), f.id(f.base), {});
    if (!plan)
        return done(plan);
    plan->steps[0].action = Git::RebaseStep::Action::Reword;
    plan->steps[0].message = "other words";
    return done(Git::runRebase(f.git(), *plan, {}, {}));
}

/// Stops, and then the user makes the file that a later step would overwrite.
Result<void> goOn(Fixture &f, Git::Advance how)
{
    const QByteArray first = f.other("first");
    f.add();
    f.repo.git({u"-c"_s, u"sequence.editor=sed -i -e 's/^pick/edit/;2s/^edit/pick/'"_s, u"rebase"_s, u"-i"_s,
                QString::fromUtf8(f.base)});
    f.putMine();
    return done(Git::advanceOperation(f.git(), {.how = how}, {}, {}));
}

Result<void> bisect(Fixture &f, Git::BisectMark last)
{
    f.add();
    f.other("second");
    f.other("third");
    f.other("fourth");
    f.drop();
    f.putMine();
    if (last == Git::BisectMark::Bad) {
        f.repo.git({u"bisect"_s, u"start"_s});
        f.repo.git({u"bisect"_s, u"good"_s, QString::fromUtf8(f.base)});
        return done(Git::markBisect(f.git(), last, f.headId(), {}));
    }
    if (const auto bad = Git::markBisect(f.git(), Git::BisectMark::Bad, f.headId(), {}); !bad)
        return done(bad);
    return done(Git::markBisect(f.git(), last, f.id(f.base), {}));
}

Result<void> skipBisect(Fixture &f)
{
    f.other("first");
    const QByteArray skipped = f.other("second");
    f.add();
    f.drop();
    const QByteArray bad = f.other("fifth");
    f.repo.git(
        {u"bisect"_s, u"start"_s, u"--no-checkout"_s, QString::fromUtf8(bad), QString::fromUtf8(f.base)});
    f.repo.git({u"update-ref"_s, u"-d"_s, u"BISECT_HEAD"_s});
    f.putMine();
    return done(Git::markBisect(f.git(), Git::BisectMark::Skip, f.id(skipped), {}));
}

Result<void> endBisect(Fixture &f)
{
    f.add();
    f.repo.git({u"bisect"_s, u"start"_s});
    f.repo.checkout(f.base);
    f.putMine();
    return done(Git::advanceOperation(f.git(), {.how = Git::Advance::Abort}, {}, {}));
}

Result<void> undoReset(Fixture &f)
{
    f.add();
    const auto reset = Git::resetTo(f.git(),
                                    {.commit = f.id(f.base),
                                     .kind = Git::ResetKind::Hard,
                                     .expectedBranch = "refs/heads/main",
                                     .expectedHead = f.headId()},
                                    {});
    if (!reset || !reset->undo)
        return fail(ErrorKind::Internal, u"the reset"_s);
    f.putMine();
    return done(Git::undo(f.git(), *reset->undo, Git::UndoExtent::Everything, {}));
}

struct NamedAct
{
    const char *name;
    Act act;
};

const QList<NamedAct> kActs{
    {"checkout of a branch",
     [](Fixture &f) {
         f.topic();
         f.putMine();
         return done(Git::checkoutBranch(f.git(), "refs/heads/topic", {}));
     }},
    {"checkout of a remote branch",
     [](Fixture &f) {
         f.topic();
         f.repo.config(u"remote.origin.url"_s, u"/nowhere"_s)
             .config(u"remote.origin.fetch"_s, u"+refs/heads/*:refs/remotes/origin/*"_s);
         f.repo.git({u"update-ref"_s, u"refs/remotes/origin/far"_s, QString::fromUtf8(f.theirs)});
         f.putMine();
         return done(Git::checkoutRemoteBranch(f.git(), "refs/remotes/origin/far", "far", {}));
     }},
    {"checkout of a commit",
     [](Fixture &f) {
         f.topic();
         f.putMine();
         return done(Git::checkoutCommit(f.git(), f.theirsId(), {}));
     }},
    {"new branch",
     [](Fixture &f) {
         f.topic();
         f.putMine();
         return done(Git::createBranch(f.git(), "fresh", f.theirsId(), Git::Afterwards::CheckOut, {}));
     }},
    {"fast-forward", [](Fixture &f) { return merge(f, Git::FastForward::Only); }},
    {"merge", [](Fixture &f) { return merge(f, Git::FastForward::No); }},
    {"merge that only stages", [](Fixture &f) { return merge(f, Git::FastForward::Auto, true); }},
    {"rebase",
     [](Fixture &f) {
         f.topic();
         f.other("apart");
         f.putMine();
         return done(Git::rebaseOnto(f.git(), {.onto = f.theirsId(), .upstream = {}}, {}, {}));
     }},
    {"rebase over commits that had it",
     [](Fixture &f) {
         f.repo.branch("topic");
         f.add();
         f.drop();
         f.repo.checkout("topic");
         const QByteArray onto = f.other("apart");
         f.repo.checkout("main");
         f.putMine();
         return done(Git::rebaseOnto(f.git(), {.onto = f.id(onto), .upstream = {}}, {}, {}));
     }},
    {"rebase in steps", rebaseSteps},
    {"continue", [](Fixture &f) { return goOn(f, Git::Advance::Continue); }},
    {"skip", [](Fixture &f) { return goOn(f, Git::Advance::Skip); }},
    {"cherry-pick",
     [](Fixture &f) {
         f.topic();
         f.putMine();
         return done(Git::cherryPick(f.git(), f.theirsId(), 0, {}));
     }},
    {"cherry-pick of several",
     [](Fixture &f) {
         f.topic();
         f.repo.checkout("topic");
         const QByteArray next = f.other("next");
         f.repo.checkout("main");
         f.putMine();
         return done(Git::cherryPickAll(f.git(), {f.theirsId(), f.id(next)}, {}));
     }},
    {"revert",
     [](Fixture &f) {
         f.add();
         const QByteArray gone = f.drop();
         f.putMine();
         return done(Git::revertCommit(f.git(), f.id(gone), 0, {}));
     }},
    {"stash apply", [](Fixture &f) { return applyStash(f, false); }},
    {"branch of a stash", [](Fixture &f) { return applyStash(f, true); }},
    {"bisect, bad", [](Fixture &f) { return bisect(f, Git::BisectMark::Bad); }},
    {"bisect, good", [](Fixture &f) { return bisect(f, Git::BisectMark::Good); }},
    {"bisect, skip", skipBisect},
    {"end of a bisection", endBisect},
    {"undo of a reset", undoReset},
};

class TestInTheWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ignoredFilesAreNeverOverwritten_data() const
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<int>("act");
        for (int act = 0; act < kActs.size(); ++act) {
            for (int shape = 0; shape < int(kShapes.size()); ++shape)
                QTest::addRow("%s: %s", kActs[act].name, kShapes[size_t(shape)].name) << shape << act;
        }
    }
    void ignoredFilesAreNeverOverwritten()
    {
        QFETCH(const int, shape);
        QFETCH(const int, act);
        Fixture f(kShapes[size_t(shape)]);
        const auto end = kActs[act].act(f);
        QVERIFY2(f.repo.exists(f.mine), "it is gone");
        QCOMPARE(f.repo.read(f.mine), kMine);
        VERIFY_FAILURE(end, ErrorKind::Conflict);
        QVERIFY2(QString(end.error().message + end.error().detail).contains(u"secret"_s),
                 qPrintable(end.error().detail));
        QVERIFY(!end.error().hint.isEmpty());
    }

    void nothingIsBegun()
    {
        Fixture f(kShapes[0]);
        f.topic();
        f.other("apart");
        f.putMine();
        const QByteArray before = f.head();
        VERIFY_FAILURE(Git::mergeCommit(f.git(), {.commit = f.theirsId(), .name = {}, .message = {}}, {}, {}),
                       ErrorKind::Conflict);
        VERIFY_FAILURE(Git::rebaseOnto(f.git(), {.onto = f.theirsId(), .upstream = {}}, {}, {}),
                       ErrorKind::Conflict);
        VERIFY_FAILURE(Git::cherryPick(f.git(), f.theirsId(), 0, {}), ErrorKind::Conflict);
        QCOMPARE(f.head(), before);
        QCOMPARE(f.branch(), "refs/heads/main");
        QVERIFY(f.status().isEmpty());
        const auto records = Git::readUndoRecords(f.where());
        QVERIFY(records && records->isEmpty());
    }

    // What the other side had long before, and we stopped tracking, it does not bring.
    void whatIsNotWrittenIsNotInTheWay()
    {
        Fixture f(kShapes[0]);
        f.add();
        f.repo.branch("topic").checkout("topic");
        f.theirs = f.other("theirs");
        f.repo.checkout("main");
        f.drop();
        f.putMine();
        VERIFY_RESULT(Git::mergeCommit(f.git(), {.commit = f.theirsId(), .name = {}, .message = {}}, {}, {}));
        QCOMPARE(f.repo.read(f.mine), kMine);
        QCOMPARE(f.repo.read("theirs"), "theirs\n");
        VERIFY_RESULT(Git::cherryPick(f.git(), f.id(f.other("more")), 0, {}).or_else([](const Error &error) {
            return error.kind == ErrorKind::Invalid ? Result<Git::PickEnd>() : std::unexpected(error);
        })); // it is here already
        auto plan = Git::planRebase(f.where(), f.id(f.repo.resolve("HEAD~1")), {});
        VERIFY_RESULT(plan);
        plan->steps.last().action = Git::RebaseStep::Action::Reword;
        plan->steps.last().message = "words";
        VERIFY_RESULT(Git::runRebase(f.git(), *plan, {}, {}));
        QCOMPARE(f.repo.read(f.mine), kMine);
    }

    // A folder of tracked files alone gives way to a file.
    void trackedFoldersGiveWay()
    {
        Fixture f(kShapes[0]);
        f.repo.write("folder/a", "a\n").commit("folder");
        f.repo.branch("topic").checkout("topic");
        f.repo.remove("folder/a").git({u"rm"_s, u"-qr"_s, u"folder"_s});
        f.theirs = f.repo.write("folder", "a file\n").commit("file");
        f.repo.checkout("main");
        f.other("apart");
        VERIFY_RESULT(Git::mergeCommit(f.git(), {.commit = f.theirsId(), .name = {}, .message = {}}, {}, {}));
        QCOMPARE(f.repo.read("folder"), "a file\n");
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestInTheWay)
#include "tst_intheway.moc"
