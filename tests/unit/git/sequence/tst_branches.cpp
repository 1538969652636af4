// SPDX-License-Identifier: GPL-3.0-or-later
#include "../meddlingrunner.h"
#include "../writefixture.h"
#include "git/sequence/branches.h"
#include "git/sequence/branchuse.h"
#include "git/sequence/tags.h"
#include "git/undo.h"
#include "git/undorecord.h"

using namespace Qt::StringLiterals;

namespace {

Git::ObjectId id(const QByteArray &hex)
{
    return Git::ObjectId::fromHex(hex).value_or(Git::ObjectId());
}

struct Fixture : WriteFixture
{
    Fixture()
    {
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        first = repo.write("f", "1\n").commit("first");
        second = repo.write("f", "2\n").commit("second");
    }
    bool hasRef(const QByteArray &name) const
    {
        return repo.tryGit({u"show-ref"_s, u"--verify"_s, u"-q"_s, QString::fromUtf8(name)}).exitCode == 0;
    }
    /// A branch that no `git branch` would make.
    void plant(const QByteArray &name, const QByteArray &commit)
    {
        repo.git({u"update-ref"_s, u"-z"_s, u"--stdin"_s},
                 "create refs/heads/" + name + '\0' + commit + '\0');
    }
    QByteArray value(const QString &key) const
    {
        return repo.tryGit({u"config"_s, u"--get"_s, key}).output.trimmed();
    }

    QByteArray first, second;
};

} // namespace

class BranchesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeletedTagComesBackAsTheSameObject_data()
    {
        QTest::addColumn<QStringList>("made");
        QTest::addRow("light") << QStringList{};
        QTest::addRow("annotated") << QStringList{u"-m"_s, u"One\n\n-----BEGIN PGP SIGNATURE-----"_s};
        QTest::addRow("of a tag") << QStringList{u"-m"_s, u"Two"_s, u"inner"_s};
    }
    void aDeletedTagComesBackAsTheSameObject()
    {
        QFETCH(QStringList, made);
        Fixture fixture;
        if (made.contains(u"inner"_s))
            fixture.repo.git({u"tag"_s, u"-m"_s, u"Inner"_s, u"inner"_s});
        fixture.repo.git(QStringList{u"tag"_s, u"v/1"_s} + made);
        const QByteArray object = fixture.repo.resolve("refs/tags/v/1");
        const auto record = Git::deleteTag(fixture.git(), "refs/tags/v/1", id(fixture.second), {});
        VERIFY_RESULT(record);
        QCOMPARE(record->meaning, u"Deleted the tag v/1"_s);
        QVERIFY(!fixture.hasRef("refs/tags/v/1"));
        if (made.contains(u"inner"_s))
            fixture.repo.git({u"tag"_s, u"-d"_s, u"inner"_s});
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        QCOMPARE(fixture.repo.tryGit({u"cat-file"_s, u"-e"_s, QString::fromLatin1(object)}).exitCode == 0,
                 made.isEmpty());
        const auto listed = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(listed);
        QCOMPARE(*listed, QList<Git::UndoRecord>{*record});
        VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.resolve("refs/tags/v/1"), object);
        QCOMPARE(fixture.repo.resolve("refs/tags/v/1^{commit}"), fixture.second);
        QCOMPARE(fixture.repo.tryGit({u"fsck"_s, u"--strict"_s}).exitCode, 0);
        QVERIFY(Git::readUndoRecords(fixture.where())->isEmpty());
    }

    void aTagThatMovedIsNotDeleted()
    {
        Fixture fixture;
        fixture.repo.git({u"tag"_s, u"v1"_s});
        VERIFY_FAILURE(Git::deleteTag(fixture.git(), "refs/tags/v1", id(fixture.first), {}),
                       ErrorKind::Conflict);
        VERIFY_FAILURE(Git::deleteTag(fixture.git(), "refs/tags/none", id(fixture.first), {}),
                       ErrorKind::Conflict);
        VERIFY_FAILURE(Git::deleteTag(fixture.git(), "refs/heads/main", id(fixture.second), {}),
                       ErrorKind::Invalid);
        fixture.repo.git({u"tag"_s, u"words"_s, u"HEAD:f"_s});
        VERIFY_FAILURE(Git::deleteTag(fixture.git(), "refs/tags/words", {}, {}), ErrorKind::Invalid);
        QVERIFY(fixture.hasRef("refs/tags/v1") && fixture.hasRef("refs/tags/words"));
        QVERIFY(Git::readUndoRecords(fixture.where())->isEmpty());
    }

    void aPlantedRecordReachesNoRefOfAnotherKind()
    {
        const auto isRead = [](Git::UndoAction action, const QByteArray &name) {
            const Git::UndoContent content{.action = action, .refs = {{name, id(QByteArray(40, 'a')), {}}}};
            return Git::parseUndoMessage(Git::formatUndoMessage(content)).has_value();
        };
        QVERIFY(isRead(Git::UndoAction::DeleteTag, "refs/tags/v1"));
        QVERIFY(!isRead(Git::UndoAction::DeleteTag, "refs/heads/v1"));
        QVERIFY(!isRead(Git::UndoAction::DeleteTag, "refs/tags/../heads/main"));
        QVERIFY(!isRead(Git::UndoAction::DeleteBranch, "refs/tags/v1"));
        QVERIFY(!isRead(Git::UndoAction::HardReset, "refs/tags/v1"));
    }

    void aRenameTakesSettingsAndHeadAlong()
    {
        Fixture fixture;
        fixture.repo.branch("topic/old", fixture.first).config(u"branch.topic/old.description"_s, u"Words"_s);
        VERIFY_RESULT(Git::renameBranch(fixture.git(), "refs/heads/topic/old", "new", {}));
        QVERIFY(!fixture.hasRef("refs/heads/topic/old"));
        QCOMPARE(fixture.repo.resolve("refs/heads/new"), fixture.first);
        QCOMPARE(fixture.value(u"branch.new.description"_s), "Words"_ba);

        VERIFY_RESULT(Git::renameBranch(fixture.git(), "refs/heads/main", "trunk", {}));
        QCOMPARE(fixture.repo.git({u"symbolic-ref"_s, u"HEAD"_s}).trimmed(), "refs/heads/trunk"_ba);
    }

    void aRenameToATakenOrBadNameIsRefused()
    {
        Fixture fixture;
        fixture.repo.branch("topic", fixture.first);
        VERIFY_FAILURE(Git::renameBranch(fixture.git(), "refs/heads/topic", "main", {}), ErrorKind::Conflict);
        for (const QByteArray &name : {"--output=x"_ba, "-h"_ba, "a b"_ba, "HEAD"_ba, ""_ba, "\xff"_ba})
            VERIFY_FAILURE(Git::renameBranch(fixture.git(), "refs/heads/topic", name, {}),
                           ErrorKind::Invalid);
        VERIFY_FAILURE(Git::renameBranch(fixture.git(), "refs/tags/topic", "x", {}), ErrorKind::Invalid);
        QCOMPARE(fixture.repo.resolve("refs/heads/topic"), fixture.first);
        QCOMPARE(fixture.repo.resolve("refs/heads/main"), fixture.second);
    }

    void b01_namesThatLookLikeOptionsAreRenamedAndDeleted()
    {
        Fixture fixture;
        fixture.plant("-h", fixture.first);
        fixture.plant("--output=x", fixture.first);
        VERIFY_RESULT(Git::renameBranch(fixture.git(), "refs/heads/-h", "h", {}));
        QCOMPARE(fixture.repo.resolve("refs/heads/h"), fixture.first);
        VERIFY_RESULT(Git::deleteBranch(fixture.git(), "refs/heads/--output=x", id(fixture.first), {}));
        QVERIFY(!fixture.hasRef("refs/heads/--output=x"));
        QVERIFY(!fixture.repo.exists("x"));

        fixture.plant("b\xff", fixture.first);
        VERIFY_RESULT(Git::deleteBranch(fixture.git(), "refs/heads/b\xff", id(fixture.first), {}));
        QVERIFY(!fixture.repo.git({u"for-each-ref"_s, u"refs/heads"_s}).contains('\xff'));
    }

    void aDeletedBranchIsRecordedWithWhatOnlyItReaches()
    {
        Fixture fixture;
        fixture.repo.branch("topic").checkout("topic");
        fixture.repo.write("f", "3\n").commit("third");
        const QByteArray tip = fixture.repo.write("f", "4\n").commit("fourth");
        fixture.repo.checkout("main").config(u"branch.topic.remote"_s, u"."_s);
        fixture.repo.config(u"branch.topic.merge"_s, u"refs/heads/main"_s);
        fixture.repo.config(u"branch.topic.x.description"_s, u"of another"_s);

        const auto deleted = Git::deleteBranch(fixture.git(), "refs/heads/topic", id(tip), {});
        VERIFY_RESULT(deleted);
        QVERIFY(!fixture.hasRef("refs/heads/topic"));
        QCOMPARE(deleted->ownCommits, 2);
        QCOMPARE(deleted->settings,
                 (QList{"branch.topic.remote=."_ba, "branch.topic.merge=refs/heads/main"_ba}));
        QCOMPARE(deleted->problem, QString());
        QCOMPARE(fixture.value(u"branch.topic.merge"_s), QByteArray());
        QCOMPARE(fixture.value(u"branch.topic.x.description"_s), "of another"_ba);

        fixture.repo.git({u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        VERIFY_RESULT(Git::undo(fixture.git(), deleted->undo, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.resolve("refs/heads/topic"), tip);
        QCOMPARE(fixture.repo.git({u"cat-file"_s, u"-p"_s, u"refs/heads/topic:f"_s}), "4\n"_ba);
    }

    void ownCommitsAreThoseThatNothingElseReaches()
    {
        Fixture fixture;
        fixture.repo.branch("topic").checkout("topic");
        const QByteArray third = fixture.repo.write("f", "3\n").commit("third");
        fixture.repo.write("f", "4\n").commit("fourth");
        fixture.repo.checkout("main");
        const auto own = [&] {
            return Git::countOwnCommits(fixture.git(), "refs/heads/topic", {}).value_or(-1);
        };
        QCOMPARE(own(), 2);
        fixture.repo.tag("mark", {}); // at main: it changes nothing
        QCOMPARE(own(), 2);
        fixture.repo.git({u"tag"_s, u"kept"_s, QString::fromLatin1(third)});
        QCOMPARE(own(), 1);
        fixture.repo.branch("same", "topic");
        QCOMPARE(own(), 0);
    }

    void aBranchThatAWorkTreeNeedsIsNotDeleted()
    {
        Fixture fixture;
        fixture.repo.branch("linked", fixture.first).branch("rebased", fixture.first);
        const QString folder = fixture.repo.folder();
        fixture.repo.git({u"worktree"_s, u"add"_s, u"-q"_s, QString(folder + u"/tree"), u"linked"_s});
        fixture.repo.checkout("rebased");
        fixture.repo.write("f", "other\n").commit("conflicting");
        const QByteArray rebased = fixture.repo.resolve("HEAD");
        QVERIFY(fixture.repo.tryGit({u"rebase"_s, u"main"_s}).exitCode != 0);

        const auto use = Git::findBranchUse(fixture.where(), "refs/heads/linked");
        QVERIFY(use);
        QCOMPARE(use->folder, QFile::encodeName(QString(folder + u"/tree")));
        QVERIFY(!use->isHere);
        QCOMPARE(Git::findBranchUse(fixture.where(), "refs/heads/rebased")->why,
                 Git::BranchUse::Why::Rebased);
        const auto linked = Git::deleteBranch(fixture.git(), "refs/heads/linked", id(fixture.first), {});
        VERIFY_FAILURE(linked, ErrorKind::Invalid);
        QVERIFY(linked.error().message.contains(folder));
        VERIFY_FAILURE(Git::deleteBranch(fixture.git(), "refs/heads/rebased", id(rebased), {}),
                       ErrorKind::Invalid);
        fixture.repo.git({u"rebase"_s, u"--abort"_s});
        VERIFY_FAILURE(Git::deleteBranch(fixture.git(), "refs/heads/rebased", id(rebased), {}),
                       ErrorKind::Invalid); // it is HEAD's now
        QVERIFY(fixture.hasRef("refs/heads/linked"));
        QVERIFY(fixture.hasRef("refs/heads/rebased"));
        QVERIFY(Git::readUndoRecords(fixture.where()).value().isEmpty());
    }

    void aBranchThatMovedOrIsAnAliasIsNotDeleted()
    {
        Fixture fixture;
        fixture.repo.branch("topic", fixture.second);
        VERIFY_FAILURE(Git::deleteBranch(fixture.git(), "refs/heads/topic", id(fixture.first), {}),
                       ErrorKind::Conflict);
        VERIFY_FAILURE(Git::deleteBranch(fixture.git(), "refs/heads/gone", id(fixture.first), {}),
                       ErrorKind::Conflict);
        fixture.repo.git({u"symbolic-ref"_s, u"refs/heads/alias"_s, u"refs/heads/topic"_s});
        VERIFY_FAILURE(Git::deleteBranch(fixture.git(), "refs/heads/alias", id(fixture.second), {}),
                       ErrorKind::Invalid);
        VERIFY_FAILURE(Git::deleteBranch(fixture.git(), "refs/tags/x", id(fixture.second), {}),
                       ErrorKind::Invalid);
        QVERIFY(fixture.hasRef("refs/heads/topic"));
        QVERIFY(Git::readUndoRecords(fixture.where()).value().isEmpty());
    }

    void aHookThatForbidsADeletionIsObeyed()
    {
        Fixture fixture;
        fixture.repo.branch("topic", fixture.second);
        fixture.repo.hook("reference-transaction",
                          "#!/bin/sh\n[ \"$1\" = prepared ] || exit 0\n"
                          "while read old new ref; do [ \"$ref\" != refs/heads/topic ] || exit 1; done\n");
        VERIFY_FAILURE(Git::deleteBranch(fixture.git(), "refs/heads/topic", id(fixture.second), {}),
                       ErrorKind::External);
        QVERIFY(fixture.hasRef("refs/heads/topic"));
        QVERIFY(Git::readUndoRecords(fixture.where()).value().isEmpty()); // nothing was done: no way back
    }

    void theUpstreamIsSetAndTaken()
    {
        Fixture fixture;
        fixture.repo.git({u"remote"_s, u"add"_s, u"origin"_s, fixture.repo.path()});
        fixture.repo.git(
            {u"update-ref"_s, u"refs/remotes/origin/main"_s, QString::fromLatin1(fixture.first)});
        VERIFY_RESULT(Git::setUpstream(fixture.git(), "refs/heads/main", "refs/remotes/origin/main", {}));
        QCOMPARE(fixture.value(u"branch.main.remote"_s), "origin"_ba);
        QCOMPARE(fixture.value(u"branch.main.merge"_s), "refs/heads/main"_ba);
        VERIFY_RESULT(Git::unsetUpstream(fixture.git(), "refs/heads/main", {}));
        QCOMPARE(fixture.value(u"branch.main.merge"_s), QByteArray());
        VERIFY_FAILURE(Git::unsetUpstream(fixture.git(), "refs/heads/main", {}), ErrorKind::External);

        for (const QByteArray &name :
             {"refs/heads/main"_ba, "origin/main"_ba, "refs/remotes/-x y"_ba, "--x"_ba})
            VERIFY_FAILURE(Git::setUpstream(fixture.git(), "refs/heads/main", name, {}), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::setUpstream(fixture.git(), "refs/heads/main", "refs/remotes/origin/gone", {}),
                       ErrorKind::NotFound);
    }

    void aDeletionThatEndedOddlyKeepsItsRecord()
    {
        Fixture fixture;
        fixture.repo.branch("topic", fixture.second);
        const CrashingRunner runner(u"delete refs/heads/topic"_s);
        const auto deleted = Git::deleteBranch(Git::Program(runner, fixture.where()), "refs/heads/topic",
                                               id(fixture.second), {});
        VERIFY_FAILURE(deleted, ErrorKind::External);
        QVERIFY(!fixture.hasRef("refs/heads/topic"));
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(records->size(), 1);
        VERIFY_RESULT(Git::undo(fixture.git(), records->first(), Git::UndoExtent::Everything, {}));
        QVERIFY(fixture.hasRef("refs/heads/topic"));
    }

    void aBranchComesBackWithWhatItFollowed()
    {
        Fixture fixture;
        fixture.repo.branch("topic", fixture.second);
        fixture.repo.config(u"branch.topic.remote"_s, u"origin"_s);
        fixture.repo.config(u"branch.topic.merge"_s, u"refs/heads/caf\u00e9"_s);
        fixture.repo.config(u"branch.topic.pushRemote"_s, u"ext::sh -c id"_s); // nobody's name
        const auto deleted = Git::deleteBranch(fixture.git(), "refs/heads/topic", id(fixture.second), {});
        VERIFY_RESULT(deleted);
        QCOMPARE(fixture.value(u"branch.topic.remote"_s), QByteArray());
        VERIFY_RESULT(Git::undo(fixture.git(), deleted->undo, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.value(u"branch.topic.remote"_s), "origin"_ba);
        QCOMPARE(fixture.value(u"branch.topic.merge"_s), "refs/heads/caf\xc3\xa9"_ba);
        QCOMPARE(fixture.value(u"branch.topic.pushRemote"_s), QByteArray());
    }
};

QTEST_GUILESS_MAIN(BranchesTest)
#include "tst_branches.moc"
