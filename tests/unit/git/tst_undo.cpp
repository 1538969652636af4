// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo.h"

#include "git/discard.h"
#include "git/stage.h"

#include "meddlingrunner.h"
#include "undofixture.h"

#include <QProcess>
#include <QThread>

using Fixture = UndoFixture;

namespace {

/// A `git stash` that has seen what there is to store, and is held up before it puts everything back.
class HeldStash
{
public:
    explicit HeldStash(Fixture &fixture)
        : m_go(fixture.repo.folder() + u"/go"_s)
    {
        const QString begun = fixture.repo.folder() + u"/begun"_s;
        fixture.repo.write("slow", "longer\n")
            .config(u"filter.slow.clean"_s,
                    u"mkdir '%1' 2>/dev/null && while [ ! -e '%2' ]; do sleep 0.02; done; cat"_s.arg(begun,
                                                                                                     m_go));
        m_stash.setWorkingDirectory(fixture.repo.path());
        m_stash.start(findProgram(u"git"_s), {u"stash"_s, u"push"_s, u"-q"_s});
        if (!QTest::qWaitFor([&] { return QFile::exists(begun); }, 20'000))
            qFatal("the stash does not begin");
    }

    /// To be called before there is one.
    static void prepare(Fixture &fixture)
    {
        fixture.repo.write(".gitattributes", "slow filter=slow\n").write("slow", "1\n").commit("third");
    }

    bool end()
    {
        QFile go(m_go);
        return go.open(QIODevice::WriteOnly) && m_stash.waitForFinished(20'000) && m_stash.exitCode() == 0;
    }

private:
    QString m_go;
    QProcess m_stash;
};

/// The undo of the only record, on a thread of its own.
class Undoing
{
public:
    explicit Undoing(const Fixture &fixture)
        : m_thread(QThread::create([this, &fixture] {
            const auto records = Git::readUndoRecords(fixture.where());
            if (records && records->size() == 1)
                m_end = fixture.undo(records->first());
        }))
    {
        m_thread->start();
    }
    const Result<Git::UndoEnd> &end()
    {
        if (!m_thread->wait(30'000))
            qFatal("the undo does not end");
        return m_end;
    }

private:
    Result<Git::UndoEnd> m_end = fail(ErrorKind::Internal, u"no record"_s);
    std::unique_ptr<QThread> m_thread;
};

} // namespace

class UndoTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHardResetComesBackByteForByte_data()
    {
        QTest::addColumn<bool>("isDetached");
        QTest::addColumn<bool>("toFirst");
        QTest::addRow("branch") << false << true;
        QTest::addRow("branch, to where it is") << false << false;
        QTest::addRow("detached") << true << true;
    }
    void aHardResetComesBackByteForByte()
    {
        QFETCH(bool, isDetached);
        QFETCH(bool, toFirst);
        Fixture fixture;
        if (isDetached)
            fixture.repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        fixture.changeEverything();
        const auto before = fixture.everything();
        const QByteArray target = toFirst ? fixture.first : fixture.second;
        const auto end = fixture.reset(target, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        QCOMPARE(fixture.repo.resolve("HEAD"), target);
        QCOMPARE(fixture.repo.git({u"diff"_s, u"HEAD"_s, u"--stat"_s}), ""_ba);
        QVERIFY(end->undo);
        if (isDetached)
            fixture.repo.git({u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(*records, QList<Git::UndoRecord>{*end->undo});
        QCOMPARE(records->first().meaning, u"Reset %1 to %2"_s.arg(isDetached ? u"HEAD"_s : u"main"_s,
                                                                   QString::fromLatin1(target.first(8))));
        const auto undone = fixture.undo(records->first());
        VERIFY_RESULT(undone);
        QCOMPARE(*undone, Git::UndoEnd::Whole);
        const auto after = fixture.everything();
        for (auto at = before.cbegin(); at != before.cend(); ++at)
            QVERIFY2(
                after.value(at.key()) == at.value(),
                QByteArray(at.key() + " was " + at.value() + " and is " + after.value(at.key())).constData());
        QCOMPARE(after.keys(), before.keys());
        QCOMPARE(fixture.recordCount(), 0);
        QCOMPARE(fixture.repo.tryGit({u"fsck"_s, u"--strict"_s}).exitCode, 0);
    }

    void whatAStashTakesAwayAgainStaysRecorded()
    {
        Fixture fixture;
        HeldStash::prepare(fixture);
        fixture.repo.write("f", "mine\n");
        VERIFY_RESULT(Git::discardPaths(fixture.git(), {"f"}, {}));
        HeldStash stash(fixture);
        Undoing undoing(fixture);
        QTRY_COMPARE(fixture.repo.read("f"), "mine\n"_ba);
        QVERIFY(stash.end());
        VERIFY_FAILURE(undoing.end(), ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("f"), "2\n"_ba); // put back by the stash, which does not hold it
        QCOMPARE(fixture.recordCount(), 1);
        const Result<Git::UndoEnd> again = Undoing(fixture).end();
        VERIFY_RESULT(again);
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);
        QCOMPARE(fixture.recordCount(), 0);
    }

    void whatAStashUnstagesAgainStaysRecorded()
    {
        Fixture fixture;
        HeldStash::prepare(fixture);
        fixture.repo.write("f", "only staged\n").stage().write("f", "2\n");
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"f"}, {}));
        QCOMPARE(fixture.recordCount(), 1);
        HeldStash stash(fixture);
        Undoing undoing(fixture);
        QTRY_COMPARE(fixture.staged("f"), "only staged\n"_ba);
        QVERIFY(stash.end());
        VERIFY_FAILURE(undoing.end(), ErrorKind::Conflict);
        QCOMPARE(fixture.staged("f"), "2\n"_ba);
        QCOMPARE(fixture.recordCount(), 1);
    }

    void aMixedResetGivesBackWhatWasStaged()
    {
        Fixture fixture;
        fixture.changeEverything();
        const auto before = fixture.everything();
        const auto end = fixture.reset(fixture.first, Git::ResetKind::Mixed);
        VERIFY_RESULT(end);
        QVERIFY(end->undo && end->undo->paths.isEmpty());
        QCOMPARE(fixture.staged("f"), "1\n"_ba);
        fixture.repo.write("untracked", "stays, edited\n"); // of no concern
        VERIFY_RESULT(fixture.undo(*end->undo));
        fixture.repo.write("untracked", "stays\n");
        QCOMPARE(fixture.everything(), before);
    }

    void aSoftResetGivesBackTheBranch()
    {
        Fixture fixture;
        fixture.changeEverything();
        const auto before = fixture.everything();
        const auto end = fixture.reset(fixture.first, Git::ResetKind::Soft);
        VERIFY_RESULT(end);
        QVERIFY(end->undo);
        QCOMPARE(fixture.repo.resolve("HEAD"), fixture.first);
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.everything(), before);
    }

    void aHardResetThatFailsAtTheBranchKeepsWhatItOverwrote()
    {
        Fixture fixture;
        fixture.repo.write("f", "precious\n").write(".git/refs/heads/main.lock", "");
        QVERIFY(!fixture.reset(fixture.first, Git::ResetKind::Hard)); // git writes the files first
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(records->size(), 1);
        QCOMPARE(fixture.repo.git({u"show"_s, QString::fromLatin1(records->first().ref) + u":f"_s}),
                 "precious\n"_ba);
    }

    void aHardResetThatDidNothingLeavesNoRecord()
    {
        Fixture fixture;
        fixture.repo.write("f", "precious\n").write(".git/index.lock", "");
        QVERIFY(!fixture.reset(fixture.first, Git::ResetKind::Hard));
        QCOMPARE(fixture.recordCount(), 0);
    }

    void aResetThatOnlyRepeatsWhatIsThereLeavesNoRecord()
    {
        Fixture fixture;
        for (const auto kind : {Git::ResetKind::Soft, Git::ResetKind::Mixed, Git::ResetKind::Hard}) {
            const auto end = fixture.reset(fixture.second, kind);
            VERIFY_RESULT(end);
            QVERIFY(!end->undo);
        }
        QCOMPARE(fixture.recordCount(), 0);
    }

    void aMergeWithConflictsComesBackAndCanBeFinished()
    {
        Fixture fixture;
        fixture.repo.branch("topic", fixture.first).checkout("topic").write("f", "topic\n").write("n", "n\n");
        const QByteArray topic = fixture.repo.commit("topic");
        fixture.repo.checkout("main");
        QVERIFY(fixture.repo.tryGit({u"merge"_s, u"topic"_s}).exitCode != 0);
        fixture.repo.write("f", "half resolved\n");
        const auto before = fixture.everything();
        QVERIFY(before.value("[status]").contains("UU f"));
        const auto end = fixture.reset(fixture.second, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        QCOMPARE(fixture.repo.git({u"status"_s, u"--porcelain"_s}), ""_ba);
        fixture.repo.git({u"branch"_s, u"-q"_s, u"-D"_s, u"topic"_s});
        fixture.repo.git({u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.everything(), before);
        fixture.repo.stage().git({u"commit"_s, u"-q"_s, u"--no-edit"_s});
        QCOMPARE(fixture.repo.resolve("HEAD^2"), topic);
        QVERIFY(fixture.repo.git({u"log"_s, u"-1"_s, u"--format=%s"_s}).startsWith("Merge branch 'topic'"));
    }

    void aLongMergeMessageComesBackWhole()
    {
        Fixture fixture;
        fixture.repo.branch("topic", fixture.first).checkout("topic").write("f", "topic\n").commit("topic");
        fixture.repo.checkout("main");
        QVERIFY(fixture.repo.tryGit({u"merge"_s, u"topic"_s}).exitCode != 0);
        const QByteArray message = "Merge\n\n" + QByteArray(200'000, 'x') + '\n';
        fixture.repo.write(".git/MERGE_MSG", message).write(".git/SQUASH_MSG", "squashed\n");
        const auto end = fixture.reset(fixture.second, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        QFile::remove(fixture.repo.path() + u"/.git/SQUASH_MSG"_s);
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.repo.read(".git/MERGE_MSG"), message);
        QCOMPARE(fixture.repo.read(".git/SQUASH_MSG"), "squashed\n"_ba);
    }

    void laterChangesElsewhereStay()
    {
        Fixture fixture;
        fixture.repo.write("f", "mine\n").stage();
        const auto end = fixture.reset(fixture.first, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        fixture.repo.write("later", "later\n").stage({"later"}).write("later", "and more\n");
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.staged("f"), "mine\n"_ba);
        QCOMPARE(fixture.staged("later"), "later\n"_ba);
        QCOMPARE(fixture.repo.read("later"), "and more\n"_ba);
        QCOMPARE(fixture.repo.resolve("HEAD"), fixture.second);
    }

    void nothingIsUndoneWhereSomethingWouldBeLost_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"a file", "a clean file", "staged", "an untracked file", "a commit",
                                 "another branch", "an operation"})
            QTest::addRow("%s", what) << QString::fromLatin1(what);
    }
    void nothingIsUndoneWhereSomethingWouldBeLost()
    {
        QFETCH(QString, what);
        Fixture fixture;
        fixture.repo.write("f", "mine\n").write("new", "new\n").stage().write("f", "mine and more\n");
        const auto end = fixture.reset(fixture.first, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        if (what == "a file"_L1)
            fixture.repo.write("f", "later\n");
        else if (what == "a clean file"_L1)
            fixture.repo.write("clean", "later\n"); // differs between the commits
        else if (what == "staged"_L1)
            fixture.repo.write("clean", "later\n").stage().write("clean", "1\n");
        else if (what == "an untracked file"_L1)
            fixture.repo.write("g", "later\n"); // would be checked out
        else if (what == "a commit"_L1)
            fixture.repo.write("later", "l\n").commit("later");
        else if (what == "another branch"_L1)
            fixture.repo.git({u"switch"_s, u"-q"_s, u"-c"_s, u"other"_s});
        else
            fixture.repo.git({u"update-ref"_s, u"CHERRY_PICK_HEAD"_s, QString::fromLatin1(fixture.second)});
        const auto before = fixture.everything();
        const auto refusal = fixture.undo(*end->undo);
        VERIFY_FAILURE(refusal, ErrorKind::Conflict);
        QVERIFY2(refusal.error().hint.contains(QString::fromLatin1(end->undo->ref)) ||
                     what == "an operation"_L1,
                 qPrintable(refusal.error().hint));
        QCOMPARE(fixture.everything(), before);
        QCOMPARE(fixture.recordCount(), 1);
    }

    void filesCanBeHadWhenTheBranchHasMovedOn()
    {
        Fixture fixture;
        fixture.repo.write("f", "mine\n").write("new", "new\n").stage();
        const auto end = fixture.reset(fixture.first, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        const QByteArray later = fixture.repo.write("later", "l\n").commit("later");
        const auto refusal = fixture.undo(*end->undo);
        VERIFY_FAILURE(refusal, ErrorKind::Conflict);
        QVERIFY2(refusal.error().hint.contains(u"alone"_s), qPrintable(refusal.error().hint));
        const auto part = fixture.undo(*end->undo, Git::UndoExtent::FilesOnly);
        VERIFY_RESULT(part);
        QCOMPARE(*part, Git::UndoEnd::Part);
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);
        QCOMPARE(fixture.repo.read("new"), "new\n"_ba);
        QCOMPARE(fixture.staged("f"), "1\n"_ba);
        QCOMPARE(fixture.repo.resolve("HEAD"), later);
        QCOMPARE(fixture.recordCount(), 1); // the commits and what was staged are still in it
    }

    void anUndoThatWasCutShortIsRepeated()
    {
        Fixture fixture;
        fixture.changeEverything();
        const auto before = fixture.everything();
        const auto end = fixture.reset(fixture.first, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        VERIFY_RESULT(fixture.undo(*end->undo));
        // As if it had ended before the branch moved.
        fixture.repo.git({u"update-ref"_s, QString::fromLatin1(end->undo->ref), end->undo->commit.text()});
        fixture.repo.git({u"update-ref"_s, u"refs/heads/main"_s, QString::fromLatin1(fixture.first)});
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.everything(), before);
        // And before the record was dropped.
        fixture.repo.git({u"update-ref"_s, QString::fromLatin1(end->undo->ref), end->undo->commit.text()});
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.everything(), before);
        QCOMPARE(fixture.recordCount(), 0);
    }

    void anUndoThatFailedBetweenIndexAndFilesIsRepeated()
    {
        Fixture fixture;
        fixture.changeEverything();
        const auto before = fixture.everything();
        const auto end = fixture.reset(fixture.first, Git::ResetKind::Hard);
        VERIFY_RESULT(end);
        const QString name =
            QString::fromLatin1(fixture.repo.git({u"hash-object"_s, u"--stdin"_s}, "changed").trimmed());
        const QString object = fixture.repo.gitDir() + u"/objects/"_s + name.first(2) + u'/' + name.sliced(2);
        const QString aside = fixture.repo.folder() + u"/aside"_s;
        QVERIFY(QFile::rename(object, aside)); // as if the disk did not give it
        QVERIFY(!fixture.undo(*end->undo));
        QVERIFY(fixture.everything() != before);
        QVERIFY(QFile::rename(aside, object));
        VERIFY_RESULT(fixture.undo(*end->undo));
        QCOMPARE(fixture.everything(), before);
        QCOMPARE(fixture.recordCount(), 0);
    }

    void aFileThatIsSavedMeanwhileIsNotReplaced()
    {
        Fixture fixture;
        fixture.repo.write("untracked", "precious\n");
        const auto record = Git::discardPaths(fixture.git(), {"untracked"}, {});
        VERIFY_RESULT(record);
        const MeddlingRunner runner(u"diff"_s, [&] { fixture.repo.write("untracked", "saved meanwhile\n"); });
        const auto end =
            Git::undo(Git::Program(runner, fixture.where()), *record, Git::UndoExtent::Everything, {});
        QVERIFY(runner.hasMeddled());
        VERIFY_FAILURE(end, ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("untracked"), "saved meanwhile\n"_ba);
        QCOMPARE(fixture.recordCount(), 1);
    }
};

QTEST_GUILESS_MAIN(UndoTest)
#include "tst_undo.moc"
