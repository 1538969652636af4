// SPDX-License-Identifier: GPL-3.0-or-later
#include "../meddlingrunner.h"
#include "git/sequence/advance.h"
#include "git/sequence/operation.h"
#include "git/sequence/rebasesteps.h"
#include "sequencefixture.h"

using namespace Qt::StringLiterals;
using Git::SequenceOutcome;
using Action = Git::RebaseStep::Action;

namespace {

/// Five commits on base; each makes a file of its own and writes its number to "same".
struct Fixture : SequenceFixture
{
    explicit Fixture(bool hasCommonFile = false)
    {
        for (const char name : {'a', 'b', 'c', 'd'}) {
            if (hasCommonFile)
                repo.write("same", QByteArray(1, name) + '\n');
            repo.write(QByteArray(1, name), "x\n").commit(QByteArray("commit ") + name, {.author = "Bob"});
        }
    }
    Git::RebasePlan plan() const { return Git::planRebase(where(), id(base), {}).value(); }
    Result<Git::SequenceEnd> run(const Git::RebasePlan &plan) const
    {
        return Git::runRebase(git(), plan, {}, {});
    }
    QByteArray subjects() const { return repo.git({u"log"_s, u"--format=%an %s"_s, QString(u"HEAD"_s)}); }
};

} // namespace

class RebaseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanIsTheChainOldestFirst()
    {
        Fixture fixture;
        const auto plan = fixture.plan();
        QCOMPARE(plan.head, fixture.headId());
        QCOMPARE(plan.steps.size(), 4);
        QCOMPARE(plan.steps.last().commit, fixture.headId());
        QCOMPARE(plan.steps.first().commit.toHex(), fixture.repo.resolve("HEAD~3"));
        QCOMPARE(fixture.run(plan).value().outcome, SequenceOutcome::UpToDate);
        VERIFY_FAILURE(Git::planRebase(fixture.where(), Fixture::id(QByteArray(40, '1')), {}),
                       ErrorKind::Invalid);
        fixture.repo.branch("side", fixture.base).checkout("side").write("s", "s\n").commit("side");
        fixture.repo.checkout("main").merge("side");
        VERIFY_FAILURE(Git::planRebase(fixture.where(), Fixture::id(fixture.base), {}), ErrorKind::Invalid);
    }

    void stepsAreReorderedDroppedAndJoined()
    {
        Fixture fixture;
        auto plan = fixture.plan();
        plan.steps.swapItemsAt(0, 2); // c b a d
        plan.steps[1].action = Action::Drop;
        plan.steps[3].action = Action::Fixup;
        const auto end = fixture.run(plan);
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::Done);
        QCOMPARE(end->head, fixture.headId());
        QCOMPARE(fixture.subjects(), "Bob commit a\nBob commit c\nAda Example base\n"_ba);
        QVERIFY(fixture.repo.exists("d") && !fixture.repo.exists("b"));
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
        QCOMPARE(fixture.status(), QByteArray());
    }

    void messagesAreStoredByteForByte()
    {
        Fixture fixture;
        auto plan = fixture.plan();
        const QByteArray reworded = "amend! ünusual \"$(touch x)\"\n\n# not a remark\n\n  indented\n",
                         squashed = "amend! two in one\n\nfixup! body\n";
        plan.steps[0].action = Action::Reword;
        plan.steps[0].message = reworded;
        plan.steps[2].action = Action::Squash;
        plan.steps[2].message = squashed;
        plan.steps[3].action = Action::Squash; // with git's own words
        const auto end = fixture.run(plan);
        VERIFY_RESULT(end);
        const auto stored = [&](const QString &revision) {
            const QByteArray commit = fixture.repo.git({u"cat-file"_s, u"commit"_s, revision});
            return commit.sliced(commit.indexOf("\n\n") + 2);
        };
        QCOMPARE(stored(u"HEAD~1"_s), reworded);
        QCOMPARE(stored(u"HEAD"_s), squashed + "\ncommit d\n");
        QVERIFY(fixture.subjects().startsWith("Bob "));
        QCOMPARE(fixture.repo.git({u"rev-list"_s, u"--count"_s, u"HEAD"_s}).trimmed(), "3"_ba);
    }

    void aConflictInTheMiddleIsContinuedInATerminal()
    {
        Fixture fixture(true);
        auto plan = fixture.plan();
        plan.steps[1].action = Action::Drop;
        plan.steps[2].action = Action::Reword;
        plan.steps[2].message = "another message\n";
        const auto end = fixture.run(plan);
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::Conflicts);
        QCOMPARE(end->conflicts, QList{"same"_ba});
        QVERIFY(Git::readOperation(fixture.where(), {}).value().isInteractive);
        fixture.repo.write("same", "c\n").stage({"same"});
        fixture.repo.git({u"-c"_s, u"core.editor=:"_s, u"rebase"_s, u"--continue"_s});
        QCOMPARE(fixture.subjects(),
                 "Bob commit d\nBob another message\nBob commit a\nAda Example base\n"_ba);
    }

    void anEditStopsAndGoesOn()
    {
        Fixture fixture;
        auto plan = fixture.plan();
        plan.steps[1].action = Action::Edit;
        const auto end = fixture.run(plan);
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::Stopped);
        QCOMPARE(fixture.message(), "commit b"_ba);
        const auto state = Git::readOperation(fixture.where(), {}).value();
        QCOMPARE(state.step, 2);
        QCOMPARE(state.steps, 4);
        QCOMPARE(state.todo.size(), 2);
        const auto rest = Git::advanceOperation(fixture.git(), {.how = Git::Advance::Continue}, {}, {});
        VERIFY_RESULT(rest);
        QCOMPARE(fixture.head(), plan.head.toHex());
    }

    void aPlanThatIsNotTheBranchIsRefused()
    {
        Fixture fixture;
        const auto plan = fixture.plan();
        auto wrong = plan;
        wrong.steps.removeFirst();
        VERIFY_FAILURE(fixture.run(wrong), ErrorKind::Invalid);
        wrong = plan;
        wrong.steps[1].commit = wrong.steps[0].commit;
        VERIFY_FAILURE(fixture.run(wrong), ErrorKind::Invalid);
        wrong = plan;
        wrong.steps[0].action = Action::Drop;
        wrong.steps[1].action = Action::Fixup;
        VERIFY_FAILURE(fixture.run(wrong), ErrorKind::Invalid);
        wrong = plan;
        wrong.steps[0].action = Action::Reword;
        VERIFY_FAILURE(fixture.run(wrong), ErrorKind::Invalid);
        QCOMPARE(fixture.headId(), plan.head);

        wrong = plan;
        wrong.steps[3].action = Action::Drop;
        fixture.repo.write("a", "mine\n");
        VERIFY_FAILURE(fixture.run(wrong), ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("a"), "mine\n"_ba);
        fixture.repo.commit("newer");
        VERIFY_FAILURE(fixture.run(wrong), ErrorKind::Conflict); // it moved since
    }

    void aCommitMadeMeanwhileStays_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addRow("while the list is made") << u"commit-tree"_s;
        QTest::addRow("when git starts") << u"--interactive"_s;
    }
    void aCommitMadeMeanwhileStays()
    {
        QFETCH(QString, when);
        Fixture fixture;
        auto plan = fixture.plan();
        plan.steps[1].action = Action::Reword;
        plan.steps[1].message = "other words";
        const MeddlingRunner runner(when,
                                    [&] { fixture.repo.write("meanwhile", "m\n").commit("meanwhile"); });
        const auto end = Git::runRebase(Git::Program(runner, fixture.where()), plan, {}, {});
        QVERIFY(runner.hasMeddled());
        VERIFY_FAILURE(end, ErrorKind::Conflict);
        QCOMPARE(fixture.message(), "meanwhile"_ba);
        QVERIFY(fixture.repo.exists("meanwhile"));
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
        QVERIFY(!fixture.repo.exists(".git/rebase-merge"));
    }

    void anAbortedRebaseKeepsTheCommitsItMade()
    {
        Fixture fixture(true);
        const QByteArray before = fixture.head();
        auto plan = fixture.plan();
        plan.steps[1].action = Action::Drop;
        VERIFY_RESULT(fixture.run(plan)); // "c" is in conflict
        fixture.repo.write("same", "resolved\n").stage();
        const auto next = Git::advanceOperation(fixture.git(), {.how = Git::Advance::Continue}, {}, {});
        VERIFY_RESULT(next);
        QCOMPARE(next->end.outcome, SequenceOutcome::Conflicts);
        const QByteArray made = fixture.head();
        const auto end = Git::advanceOperation(fixture.git(), {.how = Git::Advance::Abort}, {}, {});
        VERIFY_RESULT(end);
        QVERIFY(end->undo);
        QCOMPARE(fixture.head(), before);
        fixture.repo.git({u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        fixture.repo.remove(".git/ORIG_HEAD").git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        QCOMPARE(fixture.repo.git({u"cat-file"_s, u"-t"_s, QString::fromLatin1(made)}).trimmed(),
                 "commit"_ba);
    }

    void aRebaseThatAHookMakesElsewhereGetsNoListOfOurs()
    {
        SequenceFixture other, fixture;
        other.repo.write("o", "o\n").commit("more");
        const QByteArray there = other.head();
        fixture.repo.write("a", "a\n").commit("a");
        fixture.repo.write("b", "b\n").commit("b");
        fixture.repo.write(".git/hooks/pre-rebase",
                           "#!/bin/sh\nunset $(git rev-parse --local-env-vars)\n"
                           "git -C '" +
                               other.repo.bytePath() + "' rebase -q -i --root; echo $? >hooked\n",
                           0755);
        auto plan = Git::planRebase(fixture.where(), SequenceFixture::id(fixture.base), {});
        VERIFY_RESULT(plan);
        plan->steps[0].action = Git::RebaseStep::Action::Drop;
        VERIFY_RESULT(Git::runRebase(fixture.git(), *plan, {}, {}));
        QCOMPARE(fixture.repo.read("hooked"), "0\n"_ba);
        QCOMPARE(other.head(), there);
        QVERIFY(!QFile::exists(fixture.repo.path() + u"/a"_s));
    }
};

QTEST_GUILESS_MAIN(RebaseTest)
#include "tst_rebase.moc"
