// SPDX-License-Identifier: GPL-3.0-or-later
#include "../meddlingrunner.h"
#include "../writefixture.h"
#include "git/stage.h"
#include "git/stash/stashactions.h"
#include "git/tree.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace {

/// One commit, whose ten-line file and two others the tests change.
struct Fixture : WriteFixture
{
    Fixture()
    {
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("ten", ten).write("a", "1\n").write("d/b", "1\n");
        first = repo.commit("first");
    }

    QList<Git::StashEntry> entries() const
    {
        const auto read = Git::readStashes(where(), {});
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return *read;
    }
    QByteArray status() const
    {
        return repo.git({u"status"_s, u"--porcelain"_s, u"--untracked-files=all"_s});
    }
    Result<Git::StashEntry> push(const Git::StashRequest &request = {}) const
    {
        return Git::stashPush(git(), request, {});
    }
    Result<Git::StashApplied> apply(const Git::ObjectId &commit,
                                    Git::Restage restage = Git::Restage::No) const
    {
        return Git::stashApply(git(), commit, restage, {});
    }
    QByteArray stashed(const Git::ObjectId &commit, const QByteArray &path) const
    {
        return repo.git({u"cat-file"_s, u"blob"_s, QString::fromUtf8(commit.toHex() + ':' + path)});
    }

    inline static const QByteArray ten = "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n"_ba;
    QByteArray first;
};

/// Another program stashes right before the first drop, or between two attempts at it.
class StashingRunner final : public ProcessRunner
{
public:
    StashingRunner(Fixture &fixture, bool holdsTheLock)
        : m_fixture(fixture)
        , m_holdsTheLock(holdsTheLock)
    {}
    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override
    {
        const bool isFirst = request.arguments.contains(u"drop"_s) && ++runs == 1;
        if (isFirst && m_holdsTheLock)
            m_fixture.repo.write(".git/refs/stash.lock", "");
        else if (isFirst)
            stash();
        auto result = m_system.run(request, cancel);
        if (isFirst && m_holdsTheLock) {
            m_fixture.repo.remove(".git/refs/stash.lock");
            stash();
        }
        return result;
    }
    mutable int runs = 0;

private:
    void stash() const
    {
        m_fixture.repo.write("a", "another's\n");
        m_fixture.repo.git({u"stash"_s, u"push"_s, u"-q"_s, u"-m"_s, u"another's"_s});
    }
    Fixture &m_fixture;
    bool m_holdsTheLock;
    SystemProcessRunner m_system;
};

} // namespace

class StashTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t12_anUnbornHeadSaysWhy()
    {
        WriteFixture fixture;
        fixture.repo.write("a", "1\n").stage();
        const auto pushed = Git::stashPush(fixture.git(), {}, {});
        VERIFY_FAILURE(pushed, ErrorKind::Invalid);
        QVERIFY2(pushed.error().message.contains(u"no commit yet"_s), qPrintable(pushed.error().message));
        QVERIFY(!pushed.error().hint.isEmpty());
        QCOMPARE(fixture.staged("a"), "1\n"_ba);
        QCOMPARE(*Git::readStashes(fixture.where(), {}), QList<Git::StashEntry>());
    }

    void readingMakesNoFile()
    {
        Fixture fixture;
        QVERIFY(fixture.entries().isEmpty());
        QVERIFY(!QFile::exists(fixture.repo.gitDir() + u"/logs/refs/stash"_s));
        fixture.repo.write("a", "2\n");
        VERIFY_RESULT(fixture.push());
        QVERIFY(QFile::remove(fixture.repo.gitDir() + u"/logs/refs/stash"_s));
        VERIFY_FAILURE(Git::readStashes(fixture.where(), {}), ErrorKind::NotFound);
        QVERIFY(!QFile::exists(fixture.repo.gitDir() + u"/logs/refs/stash"_s));
    }

    void everythingIsPutAwayAndComesBack()
    {
        Fixture fixture;
        fixture.repo.write("a", "staged\n").stage().write("a", "staged and more\n").write("new\xff", "n\n");
        fixture.repo.write("-x", "dash\n");
        const QByteArray before = fixture.status();
        const auto pushed = fixture.push({.message = "  two\nlines ü "_ba, .untracked = Git::Untracked::Too});
        VERIFY_RESULT(pushed);
        QCOMPARE(pushed->message, "On main: two lines ü"_ba);
        QCOMPARE(pushed->base.toHex(), fixture.first);
        QVERIFY(!pushed->untracked.isNull());
        QVERIFY(std::abs(pushed->when.secsTo(QDateTime::currentDateTimeUtc())) < 3600);
        QCOMPARE(fixture.status(), ""_ba);
        QCOMPARE(fixture.entries(), QList<Git::StashEntry>{*pushed});
        const auto applied = fixture.apply(pushed->commit, Git::Restage::Yes);
        VERIFY_RESULT(applied);
        QVERIFY(applied->conflicts.isEmpty());
        QCOMPARE(fixture.status(), before);
        QCOMPARE(fixture.repo.read("a"), "staged and more\n"_ba);
        QCOMPARE(fixture.staged("a"), "staged\n"_ba);
        QCOMPARE(fixture.repo.read("new\xff"), "n\n"_ba);
        QCOMPARE(fixture.entries().size(), 1);
    }

    void applyingWithoutRestagingLeavesTheIndex()
    {
        Fixture fixture;
        fixture.repo.write("a", "2\n").stage().write("d/b", "2\n");
        const auto pushed = fixture.push();
        VERIFY_RESULT(pushed);
        VERIFY_RESULT(fixture.apply(pushed->commit));
        QCOMPARE(fixture.status(), " M a\n M d/b\n"_ba);
    }

    void onlyThePathsThatAreNamedArePutAway()
    {
        Fixture fixture;
        fixture.repo.write("a", "2\n").write("d/b", "2\n").write("[a]", "odd\n").write("n", "n\n");
        const auto pushed = fixture.push({.untracked = Git::Untracked::Too, .paths = {"d/"_ba, "[a]"_ba}});
        VERIFY_RESULT(pushed);
        QCOMPARE(fixture.status(), " M a\n?? n\n"_ba); // "[a]" is no pattern, or "a" were gone
        VERIFY_FAILURE(fixture.push({.paths = {"nowhere"_ba}}), ErrorKind::Invalid);
        VERIFY_FAILURE(fixture.push({.paths = {"../x"_ba}}), ErrorKind::Invalid);
        QCOMPARE(fixture.entries().size(), 1);
    }

    void whatIsStagedMayStay()
    {
        Fixture fixture;
        fixture.repo.write("a", "2\n").stage().write("d/b", "2\n");
        const auto pushed = fixture.push({.staged = Git::Staged::Keep});
        VERIFY_RESULT(pushed);
        QCOMPARE(fixture.status(), "M  a\n"_ba);
        QCOMPARE(fixture.stashed(pushed->commit, "d/b"), "2\n"_ba);
    }

    void nothingToStashIsSaid()
    {
        Fixture fixture;
        VERIFY_FAILURE(fixture.push(), ErrorKind::Invalid);
        fixture.repo.write("n", "untracked\n");
        VERIFY_FAILURE(fixture.push(), ErrorKind::Invalid);
        QCOMPARE(fixture.repo.read("n"), "untracked\n"_ba);
    }

    void withoutTrustNothingRuns()
    {
        Fixture fixture;
        fixture.repo.write("a", "2\n");
        Git::RepoLocation where = fixture.where();
        where.trust = Git::Trust::Restricted;
        VERIFY_FAILURE(Git::stashPush(Git::Program(fixture.runner, where), {}, {}), ErrorKind::Denied);
        VERIFY_RESULT(Git::readStashes(where, {}));
    }

    void chosenLinesAreStashedAlone()
    {
        Fixture fixture;
        fixture.repo.write("ten", "0\none\n2\n3\n4\n5\n6\n7\neight\n9\n").write("a", "2\n");
        const auto file = fixture.diff("ten");
        const auto made =
            Git::stashLines(fixture.git(), "the last"_ba, {{file, pick(file, "-8|+eight")}}, {});
        VERIFY_RESULT(made);
        QCOMPARE(made->message, "On main: the last"_ba);
        QCOMPARE(fixture.repo.read("ten"), "0\none\n2\n3\n4\n5\n6\n7\n8\n9\n"_ba);
        QCOMPARE(fixture.stashed(made->commit, "ten"), "0\n1\n2\n3\n4\n5\n6\n7\neight\n9\n"_ba);
        QCOMPARE(fixture.stashed(made->commit, "a"), "1\n"_ba);
        QCOMPARE(fixture.status(), " M a\n M ten\n"_ba);
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(records->size(), 1); // what was there is kept as for a discard
        fixture.repo.stage().commit("others");
        VERIFY_RESULT(fixture.apply(made->commit));
        QCOMPARE(fixture.repo.read("ten"), "0\none\n2\n3\n4\n5\n6\n7\neight\n9\n"_ba);
    }

    void chosenLinesLeaveWhatIsStagedAlone()
    {
        Fixture fixture;
        fixture.repo.write("ten", "zero\n1\n2\n3\n4\n5\n6\n7\n8\n9\n").stage();
        fixture.repo.write("ten", "zero\n1\n2\n3\n4\n5\n6\n7\neight\n9\n");
        const auto file = fixture.diff("ten");
        const auto made = Git::stashLines(fixture.git(), {}, {{file, changedLines(file)}}, {});
        VERIFY_RESULT(made);
        QCOMPARE(fixture.stashed(made->commit, "ten"), "0\n1\n2\n3\n4\n5\n6\n7\neight\n9\n"_ba);
        QCOMPARE(fixture.status(), "M  ten\n"_ba);
        QCOMPARE(fixture.staged("ten"), "zero\n1\n2\n3\n4\n5\n6\n7\n8\n9\n"_ba);
    }

    void linesThatStandOnStagedOnesAreRefused()
    {
        Fixture fixture;
        fixture.repo.write("ten", "0\none\n2\n3\n4\n5\n6\n7\n8\n9\n").stage();
        fixture.repo.write("ten", "0\nuno\n2\n3\n4\n5\n6\n7\n8\n9\n").write("n", "n\n");
        const auto file = fixture.diff("ten"), fresh = fixture.diff("n");
        VERIFY_FAILURE(Git::stashLines(fixture.git(), {}, {{file, changedLines(file)}}, {}),
                       ErrorKind::Invalid);
        VERIFY_FAILURE(Git::stashLines(fixture.git(), {}, {{fresh, changedLines(fresh)}}, {}),
                       ErrorKind::Invalid);
        fixture.repo.write("ten", "changed since\n");
        VERIFY_FAILURE(Git::stashLines(fixture.git(), {}, {{file, changedLines(file)}}, {}),
                       ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("ten"), "changed since\n"_ba);
        QVERIFY(fixture.entries().isEmpty());
    }

    void conflictsAreToldWithTheirPaths()
    {
        Fixture fixture;
        fixture.repo.write("a", "stashed\n").write("d/b", "stashed\n").write("ten", "stashed\n");
        const auto pushed = fixture.push();
        VERIFY_RESULT(pushed);
        fixture.repo.write("a", "other\n").write("d/b", "other\n").commit("other");
        const auto applied = fixture.apply(pushed->commit);
        VERIFY_RESULT(applied);
        QCOMPARE(applied->conflicts, (QList<QByteArray>{"a", "d/b"}));
        QVERIFY(fixture.repo.read("a").contains("<<<<<<<"));
        QCOMPARE(fixture.repo.read("ten"), "stashed\n"_ba);
        QCOMPARE(fixture.entries().size(), 1);
        VERIFY_FAILURE(fixture.apply(pushed->commit), ErrorKind::Conflict); // there are conflicts by now
        VERIFY_FAILURE(fixture.push(), ErrorKind::Conflict);
    }

    void whatStandsInTheWayIsSaidBeforeAnythingIsDone()
    {
        Fixture fixture;
        fixture.repo.write("a", "stashed\n").write("n", "stashed\n");
        const auto pushed = fixture.push({.untracked = Git::Untracked::Too});
        VERIFY_RESULT(pushed);
        fixture.repo.write("n", "in the way\n");
        const auto applied = fixture.apply(pushed->commit);
        VERIFY_FAILURE(applied, ErrorKind::Conflict);
        QCOMPARE(applied.error().detail, u"n"_s);
        QCOMPARE(fixture.repo.read("a"), "1\n"_ba);
        fixture.repo.remove("n").write("a", "local\n");
        VERIFY_FAILURE(fixture.apply(pushed->commit), ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("a"), "local\n"_ba);
        QVERIFY(!fixture.repo.exists("n"));
    }

    void anIndexThatDoesNotFitIsSaid()
    {
        Fixture fixture;
        fixture.repo.write("a", "staged\n").stage();
        const auto pushed = fixture.push();
        VERIFY_RESULT(pushed);
        fixture.repo.write("a", "other\n").commit("other");
        const auto applied = fixture.apply(pushed->commit, Git::Restage::Yes);
        VERIFY_FAILURE(applied, ErrorKind::Conflict);
        QVERIFY(!applied.error().hint.isEmpty());
        QCOMPARE(fixture.status(), ""_ba);
    }

    void anEntryIsDroppedByItsCommitWhateverItsNumber()
    {
        Fixture fixture;
        QList<Git::ObjectId> made;
        for (const QByteArray &content : {"2\n"_ba, "3\n"_ba, "4\n"_ba}) {
            fixture.repo.write("a", content);
            const auto pushed = fixture.push();
            VERIFY_RESULT(pushed);
            made.append(pushed->commit);
        }
        VERIFY_RESULT(Git::stashDrop(fixture.git(), made[0], {}));
        fixture.repo.write("a", "5\n").git({u"stash"_s, u"push"_s, u"-q"_s});
        VERIFY_RESULT(Git::stashDrop(fixture.git(), made[1], {}));
        QCOMPARE(fixture.entries().size(), 2);
        QCOMPARE(fixture.entries().last().commit, made[2]);
        QCOMPARE(fixture.entries().last().number, 1);
        VERIFY_FAILURE(Git::stashDrop(fixture.git(), made[1], {}), ErrorKind::NotFound);
        VERIFY_FAILURE(fixture.apply(made[1]), ErrorKind::NotFound);
    }

    void t23_aDroppedOneIsListedInRecovery()
    {
        Fixture fixture;
        fixture.repo.write("a", "precious\n").write("n", "n\n");
        const auto pushed = fixture.push({.message = "keep me"_ba, .untracked = Git::Untracked::Too});
        VERIFY_RESULT(pushed);
        const auto record = Git::stashDrop(fixture.git(), pushed->commit, {});
        VERIFY_RESULT(record);
        QVERIFY(fixture.entries().isEmpty());
        fixture.repo.git({u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(*records, QList<Git::UndoRecord>{*record});
        QVERIFY2(record->meaning.contains(u"keep me"_s), qPrintable(record->meaning));
        VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.entries().size(), 1);
        QCOMPARE(fixture.entries().first().commit, pushed->commit);
        QCOMPARE(fixture.entries().first().message, pushed->message);
        QVERIFY(Git::readUndoRecords(fixture.where())->isEmpty());
        VERIFY_RESULT(fixture.apply(pushed->commit));
        QCOMPARE(fixture.repo.read("a"), "precious\n"_ba);
        QCOMPARE(fixture.repo.read("n"), "n\n"_ba);
    }

    void t23_twoStashesAtOnceLoseNothing()
    {
        for (int round = 0; round < 4; ++round) {
            Fixture fixture;
            fixture.repo.write("a", "precious a\n").write("d/b", "precious b\n");
            const Git::RepoLocation where = fixture.where();
            const auto stash = [&](const QByteArray &path) {
                const Git::Program git(fixture.runner, where);
                (void)Git::stashPush(git, {.message = path, .paths = {path}}, {}); // a lock may be in the way
            };
            std::thread other(stash, "d/b"_ba);
            stash("a"_ba);
            other.join();
            QVERIFY(isKept(fixture, "a", "precious a\n"));
            QVERIFY(isKept(fixture, "d/b", "precious b\n"));
        }
    }

    void t23_twoDropsAtOnceDropWhatWasNamed()
    {
        Fixture fixture;
        QList<Git::ObjectId> made;
        for (int at = 0; at < 6; ++at) {
            fixture.repo.write("a", QByteArray::number(at) + " new\n");
            const auto pushed = fixture.push();
            VERIFY_RESULT(pushed);
            made.append(pushed->commit);
        }
        // The other one drops right before git does here, so that all numbers are others.
        const MeddlingRunner runner(u"drop"_s, [&] { fixture.repo.git({u"stash"_s, u"drop"_s, u"-q"_s}); });
        VERIFY_RESULT(Git::stashDrop(Git::Program(runner, fixture.where()), made[2], {}));
        QVERIFY(runner.hasMeddled());
        QList<Git::ObjectId> left;
        for (const Git::StashEntry &entry : fixture.entries())
            left.prepend(entry.commit);
        made.removeLast();
        made.removeAt(2);
        std::ranges::sort(left, {}, &Git::ObjectId::toHex); // one that was put back stands at the top
        std::ranges::sort(made, {}, &Git::ObjectId::toHex);
        QCOMPARE(left, made);
    }

    void aBranchIsMadeOfAnEntry()
    {
        Fixture fixture;
        fixture.repo.write("a", "staged\n").stage().write("d/b", "2\n");
        const auto pushed = fixture.push();
        VERIFY_RESULT(pushed);
        fixture.repo.write("a", "other\n").commit("other");
        VERIFY_FAILURE(Git::stashBranch(fixture.git(), "-x"_ba, pushed->commit, {}), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::stashBranch(fixture.git(), "main"_ba, pushed->commit, {}), ErrorKind::Conflict);
        QCOMPARE(fixture.entries().size(), 1);
        const auto record = Git::stashBranch(fixture.git(), "topic"_ba, pushed->commit, {});
        VERIFY_RESULT(record);
        QCOMPARE(fixture.repo.git({u"symbolic-ref"_s, u"HEAD"_s}).trimmed(), "refs/heads/topic"_ba);
        QCOMPARE(fixture.repo.resolve("HEAD"), fixture.first);
        QCOMPARE(fixture.status(), "M  a\n M d/b\n"_ba);
        QVERIFY(fixture.entries().isEmpty());
    }

    void aDamagedListAndEntryAreSaid()
    {
        Fixture fixture;
        fixture.repo.write("a", "2\n");
        const auto pushed = fixture.push();
        VERIFY_RESULT(pushed);
        const QString path = fixture.repo.gitDir() + u"/logs/refs/stash"_s;
        QFile log(path);
        QVERIFY(log.open(QFile::Append));
        log.write(
            QByteArray(pushed->commit.toHex() + ' ' + QByteArray(40, '1') + " Ada <a> 1 +0000\tgone\n"));
        log.close();
        QCOMPARE(fixture.entries().size(), 2);
        QVERIFY(fixture.entries().first().base.isNull());
        VERIFY_FAILURE(fixture.apply(fixture.entries().first().commit), ErrorKind::NotFound);
        QVERIFY(log.open(QFile::Append));
        log.write("nonsense\n");
        log.close();
        VERIFY_FAILURE(Git::readStashes(fixture.where(), {}), ErrorKind::NotFound);
    }

    void t23_whatAnotherProgramStashesMeanwhileStays_data()
    {
        QTest::addColumn<bool>("holdsTheLock");
        QTest::addRow("right before the drop") << false;
        QTest::addRow("while its lock is waited for") << true;
    }
    void t23_whatAnotherProgramStashesMeanwhileStays()
    {
        QFETCH(bool, holdsTheLock);
        Fixture fixture;
        fixture.repo.write("a", "ours\n");
        const auto ours = fixture.push();
        VERIFY_RESULT(ours);
        const StashingRunner runner(fixture, holdsTheLock);
        const auto record = Git::stashDrop(Git::Program(runner, fixture.where()), ours->commit, {});
        VERIFY_RESULT(record);
        QCOMPARE(runner.runs > 1, true);
        QCOMPARE(fixture.entries().size(), 1);
        QCOMPARE(fixture.entries().first().message, "On main: another's"_ba);
        QCOMPARE(fixture.stashed(fixture.entries().first().commit, "a"), "another's\n"_ba);
    }

    void aDropThatEndedOddlyKeepsItsRecord()
    {
        Fixture fixture;
        fixture.repo.write("a", "precious\n");
        const auto pushed = fixture.push();
        VERIFY_RESULT(pushed);
        const CrashingRunner runner(u"drop"_s);
        const auto dropped = Git::stashDrop(Git::Program(runner, fixture.where()), pushed->commit, {});
        VERIFY_FAILURE(dropped, ErrorKind::External);
        QVERIFY(fixture.entries().isEmpty());
        const auto records = Git::readUndoRecords(fixture.where());
        VERIFY_RESULT(records);
        QCOMPARE(records->size(), 1);
        QVERIFY(dropped.error().hint.contains(QString::fromLatin1(records->first().ref)));
        VERIFY_RESULT(Git::undo(fixture.git(), records->first(), Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.entries().first().commit, pushed->commit);
    }

    void anEntryThatIsThereIsNamedWhenStashingFailed()
    {
        Fixture fixture;
        fixture.repo.write("a", "2\n");
        const CrashingRunner runner(u"push"_s);
        const auto pushed =
            Git::stashPush(Git::Program(runner, fixture.where()), {.message = "half done"_ba}, {});
        VERIFY_FAILURE(pushed, ErrorKind::External);
        QVERIFY2(pushed.error().hint.contains(u"half done"_s), qPrintable(pushed.error().hint));
        QCOMPARE(fixture.entries().size(), 1);
    }

private:
    /// In the work tree or in an entry.
    static bool isKept(const Fixture &fixture, const QByteArray &path, const QByteArray &content)
    {
        const auto holds = [&](const Git::StashEntry &entry) {
            return fixture.stashed(entry.commit, path) == content;
        };
        return fixture.repo.read(path) == content || std::ranges::any_of(fixture.entries(), holds);
    }
};

QTEST_GUILESS_MAIN(StashTest)
#include "tst_stash.moc"
