// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/reversed.h"
#include "git/diff.h"
#include "git/discard.h"
#include "git/sequence/branches.h"
#include "git/stage.h"
#include "git/stash/stashactions.h"
#include "git/undo/undodiff.h"

#include "undofixture.h"

#include <QRegularExpression>

using Fixture = UndoFixture;

namespace {

QDateTime inDays(qint64 days)
{
    return QDateTime::currentDateTimeUtc().addDays(days);
}

/// "path: -a +b" of each file.
QStringList changesOf(const QList<Diff::FileDiff> &files)
{
    QStringList all;
    for (const Diff::FileDiff &file : files) {
        QStringList words;
        for (const Diff::Line &line : file.lines) {
            if (line.origin != Diff::LineOrigin::Context)
                words += QString::fromUtf8((line.origin == Diff::LineOrigin::Added ? '+' : '-') +
                                           file.content(line).toByteArray());
        }
        all += QString::fromUtf8(file.path()) + u": "_s + words.join(u' ');
    }
    return all;
}

} // namespace

class UndoListTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsAreOutdatedAfterThirtyDaysInEveryWorkTree()
    {
        Fixture fixture;
        const QString folder = fixture.repo.folder() + u"/tree"_s;
        fixture.repo.branch("other", fixture.second);
        fixture.repo.git({u"worktree"_s, u"add"_s, u"-q"_s, folder, u"other"_s});
        fixture.repo.write("f", "mine\n");
        VERIFY_RESULT(Git::discardPaths(fixture.git(), {"f"}, {}));
        Git::RepoLocation there = Git::openRepository(folder)->location;
        there.trust = Git::Trust::Trusted;
        QCOMPARE(Git::readUndoRecords(there)->size(), 0);
        QCOMPARE(Git::readOutdatedUndoRecords(there, inDays(29))->size(), 0);
        const auto outdated = Git::readOutdatedUndoRecords(there, inDays(31));
        VERIFY_RESULT(outdated);
        QCOMPARE(outdated->size(), 1);
        VERIFY_RESULT(Git::removeUndoRecords(Git::Program(fixture.runner, there), *outdated, {}));
        QCOMPARE(fixture.recordCount(), 0);
    }

    void ofRecordsThatAreNotWhatTheyWereNoneIsRemoved()
    {
        Fixture fixture;
        for (const char *content : {"mine\n", "more\n"}) {
            fixture.repo.write("f", content);
            VERIFY_RESULT(Git::discardPaths(fixture.git(), {"f"}, {}));
        }
        auto records = *Git::readUndoRecords(fixture.where());
        records[1].commit = *Git::ObjectId::fromHex(fixture.first);
        QVERIFY(!Git::removeUndoRecords(fixture.git(), records, {}));
        QCOMPARE(fixture.recordCount(), 2);
    }

    void whatWasUndoneIsNotUndoneAgain()
    {
        Fixture fixture;
        fixture.repo.write("f", "mine\n");
        const auto record = Git::discardPaths(fixture.git(), {"f"}, {});
        VERIFY_RESULT(record);
        VERIFY_RESULT(fixture.undo(*record));
        fixture.repo.git({u"checkout"_s, u"-q"_s, u"--"_s, u"f"_s});
        VERIFY_FAILURE(fixture.undo(*record), ErrorKind::NotFound);
        QCOMPARE(fixture.repo.read("f"), "2\n"_ba);
    }

    void filesThatComeBackAreShownAgainstWhatIsThere()
    {
        Fixture fixture;
        fixture.repo.write("f", "1\nmine\n").write("untracked", "u\n");
        const auto record = Git::discardPaths(fixture.git(), {"f", "untracked"}, {});
        VERIFY_RESULT(record);
        const auto files = Git::readUndoDiff(fixture.where(), *record, {});
        VERIFY_RESULT(files);
        QCOMPARE(changesOf(*files), (QStringList{u"f: -2 +1 +mine"_s, u"untracked: +u"_s}));
        QCOMPARE(files->last().status, Diff::FileStatus::Added);
    }

    void commitsThatComeBackAreShown()
    {
        Fixture fixture;
        fixture.repo.write("h", "mine\n");
        const auto end = fixture.reset(fixture.first, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        const auto files = Git::readUndoDiff(fixture.where(), *end->undo, {});
        VERIFY_RESULT(files);
        const QStringList shown = changesOf(*files);
        QVERIFY2(shown.contains(u"h: +mine"_s), qPrintable(shown.join(u'\n'))); // ours, not the commit's
        QVERIFY2(shown.contains(u"f: -1 +2"_s), qPrintable(shown.join(u'\n')));
        QVERIFY2(shown.contains(u"old: -only first"_s), qPrintable(shown.join(u'\n')));
        QCOMPARE(shown.filter(QRegularExpression(u"^h: "_s)).size(), 1);
    }

    void aStashAndABranchShowWhatTheyHold()
    {
        Fixture fixture;
        fixture.repo.write("f", "stashed\n").write("new", "untracked\n");
        const auto stash = Git::stashPush(
            fixture.git(), {.message = "words", .untracked = Git::Untracked::Too, .paths = {}}, {});
        VERIFY_RESULT(stash);
        const auto dropped = Git::stashDrop(fixture.git(), stash->commit, {});
        VERIFY_RESULT(dropped);
        const auto held = Git::readUndoDiff(fixture.where(), *dropped, {});
        VERIFY_RESULT(held);
        QCOMPARE(changesOf(*held), (QStringList{u"f: -2 +stashed"_s, u"new: +untracked"_s}));

        fixture.repo.branch("topic").checkout("topic");
        const QByteArray tip = fixture.repo.write("t", "t\n").commit("topic");
        fixture.repo.checkout("main");
        const auto deleted =
            Git::deleteBranch(fixture.git(), "refs/heads/topic", *Git::ObjectId::fromHex(tip), {});
        VERIFY_RESULT(deleted);
        const auto branch = Git::readUndoDiff(fixture.where(), deleted->undo, {});
        VERIFY_RESULT(branch);
        QCOMPARE(changesOf(*branch), QStringList{u"t: +t"_s});
    }

    void whatOnlyTheIndexHeldComesBack_data()
    {
        QTest::addColumn<bool>("isUnstaged");
        QTest::addRow("staged anew") << false;
        QTest::addRow("unstaged") << true;
    }
    void whatOnlyTheIndexHeldComesBack()
    {
        QFETCH(bool, isUnstaged);
        Fixture fixture;
        fixture.repo.write("f", "only staged\n").write("d/deep", "staged\n").write("new", "n\n").stage();
        fixture.repo.write("f", "2\nlater\n").write("d/deep", "staged\nand more\n").write("new", "other\n");
        const QByteArray f = fixture.entry("f"), fresh = fixture.entry("new");
        const QList<QByteArray> paths{"f", "d/", "new"};
        VERIFY_RESULT(isUnstaged ? Git::unstagePaths(fixture.git(), paths, {})
                                 : Git::stagePaths(fixture.git(), paths, {}));
        QVERIFY(fixture.entry("f") != f);
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(records->size(), 1);
        QCOMPARE(records->first().paths, (QList<QByteArray>{"f", "new"})); // of the other nothing is lost
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        VERIFY_RESULT(fixture.undo(records->first()));
        QCOMPARE(fixture.entry("f"), f);
        QCOMPARE(fixture.entry("new"), fresh);
        QCOMPARE(fixture.repo.read("f"), "2\nlater\n"_ba);
        QCOMPARE(fixture.recordCount(), 0);
    }

    void whatWasStagedSinceIsNotReplaced()
    {
        Fixture fixture;
        fixture.repo.write("f", "only staged\n").stage().write("f", "2\n");
        VERIFY_RESULT(Git::unstagePaths(fixture.git(), {"f"}, {}));
        const auto records = Git::readUndoRecords(fixture.where());
        QCOMPARE(records->size(), 1);
        fixture.repo.write("f", "precious\n").stage().write("f", "2\n");
        VERIFY_FAILURE(fixture.undo(records->first()), ErrorKind::Conflict);
        QCOMPARE(fixture.staged("f"), "precious\n"_ba);
    }

    void stagingThatLosesNothingIsNotRecorded()
    {
        Fixture fixture;
        fixture.repo.write("f", "2\nstaged\n").stage().write("f", "2\nstaged\nmore\n");
        fixture.repo.remove("h");
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"f", "h"}, {}));
        VERIFY_RESULT(Git::unstagePaths(fixture.git(), {"f", "h"}, {}));
        QCOMPARE(fixture.recordCount(), 0);
        fixture.repo.write("f", "only staged\n").stage().write("f", "2\n").write(".git/index.lock", "");
        QVERIFY(!Git::unstagePaths(fixture.git(), {"f"}, {}));
        QCOMPARE(fixture.recordCount(), 0); // nothing was done
    }

    void aDifferenceReadBackwardsIsTheOneOfGit()
    {
        Fixture fixture;
        fixture.repo.write("many", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n").commit("many");
        fixture.repo.write("many", "a\nB\nB2\nc\nd\ne\nf\ng\nh\ni\nJ\nl")
            .stage()
            .git({u"mv"_s, u"clean"_s, u"moved"_s});
        fixture.repo.git({u"rm"_s, u"-q"_s, u"g"_s});
        fixture.repo.write("fresh", "x\n", 0755).stage({"fresh"});
        fixture.repo.commit("changes");
        const Git::ObjectId newer = *Git::ObjectId::fromHex(fixture.repo.resolve("HEAD"));
        const Git::ObjectId older = *Git::ObjectId::fromHex(fixture.repo.resolve("HEAD~1"));
        const auto read = [&](const Git::ObjectId &from, const Git::ObjectId &to) {
            auto files = Git::readDiff(
                fixture.where(),
                {.sides = Git::DiffSides::CommitToCommit, .commit = to, .oldCommit = from, .paths = {}}, {});
            std::ranges::sort(*files, {}, &Diff::FileDiff::path);
            return *files;
        };
        QList<Diff::FileDiff> turned;
        for (const Diff::FileDiff &file : read(older, newer))
            turned.append(Diff::reversed(file));
        const QList<Diff::FileDiff> wanted = read(newer, older);
        QCOMPARE(turned.size(), wanted.size());
        std::ranges::sort(turned, {}, &Diff::FileDiff::path);
        for (qsizetype at = 0; at < wanted.size(); ++at) {
            QCOMPARE(turned[at].path(), wanted[at].path());
            QCOMPARE(turned[at].status, wanted[at].status);
            QCOMPARE(turned[at].oldMode, wanted[at].oldMode);
            QCOMPARE(turned[at].newMode, wanted[at].newMode);
            QCOMPARE(turned[at].lines.size(), wanted[at].lines.size());
            for (qsizetype line = 0; line < wanted[at].lines.size(); ++line) {
                const Diff::Line &one = turned[at].lines[line], &other = wanted[at].lines[line];
                QCOMPARE(one.origin, other.origin);
                QCOMPARE(one.oldNumber, other.oldNumber);
                QCOMPARE(one.newNumber, other.newNumber);
                QCOMPARE(turned[at].content(one).toByteArray(), wanted[at].content(other).toByteArray());
            }
            for (qsizetype hunk = 0; hunk < wanted[at].hunks.size(); ++hunk) {
                QCOMPARE(turned[at].hunks[hunk].oldStart, wanted[at].hunks[hunk].oldStart);
                QCOMPARE(turned[at].hunks[hunk].newCount, wanted[at].hunks[hunk].newCount);
            }
        }
    }
};

QTEST_GUILESS_MAIN(UndoListTest)
#include "tst_undolist.moc"
