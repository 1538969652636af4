// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefixture.h"
#include "workspace/messagekeeper.h"

#include <QSignalSpy>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// A keeper of one repository's messages, as the changes page has it.
struct Kept
{
    explicit Kept(Tests::RepoBuilder &repo, QString folder = {})
        : live(repo)
        , keeper(std::make_unique<MessageKeeper>(
              live.controller, folder.isEmpty() ? QString(repo.folder() + u"/messages"_s) : folder))
        , taken(keeper.get(), &MessageKeeper::messageTaken)
        , problems(keeper.get(), &MessageKeeper::problemRaised)
    {}

    QString lastTaken() const
    {
        return taken.isEmpty() ? u"(none)"_s : taken.last().first().value<KeptMessage>().text;
    }
    void checkOut(Tests::RepoBuilder &repo, const QStringList &arguments)
    {
        QSignalSpy moved(&live.controller, &RepositoryController::refsChanged);
        repo.git(QStringList{u"checkout"_s, u"-q"_s} + arguments);
        live.controller.refresh();
        QVERIFY(moved.wait(20'000));
    }

    Tests::LiveRepository live;
    std::unique_ptr<MessageKeeper> keeper;
    QSignalSpy taken, problems;
};

QHash<QByteArray, KeptMessage> onDisk(const Tests::RepoBuilder &repo)
{
    const auto kept = MessageStore(repo.folder() + u"/messages"_s, QFile::encodeName(repo.gitDir())).load();
    return kept ? kept->byPlace : QHash<QByteArray, KeptMessage>();
}

const QByteArray kMain = "refs/heads/main"_ba, kTopic = "refs/heads/topic"_ba;

} // namespace

class MessageKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTextIsThereForTheNextWindow()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        {
            Kept first(repo);
            first.keeper->keep({.text = u"half a mess"_s});
        } // at once: nothing waits for the 300 ms
        QCOMPARE(onDisk(repo).value(kMain).text, u"half a mess"_s);
        Kept next(repo);
        QTRY_COMPARE(next.lastTaken(), u"half a mess"_s);
    }

    void aTextIsOnDiskSoonAfterTheKey()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        Kept kept(repo);
        kept.keeper->keep({.text = u"a"_s});
        QTRY_COMPARE(onDisk(repo).value(kMain).text, u"a"_s);
        kept.keeper->keep({.text = u"ab"_s});
        kept.keeper->flush();
        QTRY_COMPARE(onDisk(repo).value(kMain).text, u"ab"_s);
        kept.keeper->keep({});
        QTRY_VERIFY(onDisk(repo).isEmpty());
    }

    void aBranchShowsWhatWasWrittenForIt()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        repo.branch("topic").write("a", "2").commit("second");
        Kept kept(repo);
        kept.keeper->keep({.text = u"on main"_s});
        kept.checkOut(repo, {u"topic"_s});
        QTRY_COMPARE(kept.lastTaken(), QString());
        kept.keeper->keep({.text = u"on topic"_s});
        kept.checkOut(repo, {u"main"_s});
        QTRY_COMPARE(kept.lastTaken(), u"on main"_s);
        QTRY_COMPARE(onDisk(repo).value(kTopic).text, u"on topic"_s);
        kept.checkOut(repo, {u"topic"_s});
        QTRY_COMPARE(kept.lastTaken(), u"on topic"_s);
    }

    void aNewBranchTakesTheTextAlong()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        Kept kept(repo);
        kept.keeper->keep({.text = u"mine"_s});
        kept.checkOut(repo, {u"-b"_s, u"topic"_s});
        QTRY_COMPARE(onDisk(repo).value(kTopic).text, u"mine"_s);
        QVERIFY(!onDisk(repo).contains(kMain));
        QVERIFY(kept.taken.isEmpty()); // it stands there already
    }

    void withoutABranchTheTextGoesFromCommitToCommit()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        repo.write("a", "2").commit("second");
        Kept kept(repo);
        kept.checkOut(repo, {u"--detach"_s, u"HEAD"_s});
        kept.keeper->keep({.text = u"mine"_s});
        kept.checkOut(repo, {u"--detach"_s, u"HEAD~1"_s});
        QTRY_COMPARE(onDisk(repo).value("commit:" + repo.resolve("HEAD")).text, u"mine"_s);
        QCOMPARE(onDisk(repo).size(), 1);
    }

    void whatWasTypedBeforeTheFileWasReadStays()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        {
            Kept first(repo);
            first.keeper->keep({.text = u"stored"_s});
        }
        Kept kept(repo);
        kept.keeper->keep({.text = u"typed"_s});
        QTRY_COMPARE(onDisk(repo).value(kMain).text, u"typed"_s);
        QTRY_VERIFY(kept.keeper->history().contains(u"stored"_s));
        QVERIFY(kept.taken.isEmpty());
    }

    void whatWasTypedForABranchBeforeTheFileWasReadIsThereAgain()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        repo.branch("topic").write("a", "2").commit("second");
        {
            Kept first(repo);
            first.keeper->keep({.text = u"stored"_s});
        }
        const QByteArray lock = QFile::encodeName(QString(repo.folder() + u"/messages/.lock"_s));
        const int held = ::open(lock.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        QVERIFY(held >= 0 && ::flock(held, LOCK_EX) == 0); // reading waits for it
        Kept kept(repo);
        kept.keeper->keep({.text = u"typed"_s});
        kept.checkOut(repo, {u"topic"_s});
        ::close(held);
        QTRY_VERIFY(kept.keeper->history().contains(u"stored"_s));
        kept.checkOut(repo, {u"main"_s});
        QTRY_COMPARE(kept.lastTaken(), u"typed"_s);
        QTRY_COMPARE(onDisk(repo).value(kMain).text, u"typed"_s);
    }

    void whatTheDiskDidNotTakeIsWrittenAgain()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        const QString folder = repo.folder() + u"/messages"_s;
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QFile::WriteOnly));
        Kept kept(repo);
        kept.keeper->keep({.text = u"mine"_s});
        QTRY_COMPARE(kept.problems.count(), 1);
        QVERIFY(inTheWay.remove());
        QTRY_COMPARE(onDisk(repo).value(kMain).text, u"mine"_s); // nobody typed a key
        QCOMPARE(kept.problems.count(), 1);
    }

    void whatIsCommittedIsRemembered()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        Kept kept(repo);
        kept.keeper->keep({.text = u"feat: x"_s});
        QTRY_VERIFY(onDisk(repo).contains(kMain));
        kept.keeper->remember(u"feat: x"_s);
        QTRY_VERIFY(onDisk(repo).isEmpty());
        QCOMPARE(kept.keeper->history(), QStringList{u"feat: x"_s});
    }

    void d06_aDiskThatTakesNothingIsToldOnce()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        Kept kept(repo, u"/proc/self/messages"_s);
        kept.keeper->keep({.text = u"a"_s});
        kept.keeper->flush();
        QTRY_COMPARE(kept.problems.count(), 1);
        kept.keeper->keep({.text = u"ab"_s});
        kept.keeper->flush();
        QTest::qWait(0);
        kept.keeper.reset(); // has waited for all
        QCOMPARE(kept.problems.count(), 1);
    }

    void withoutAFolderNothingIsKept()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("first");
        Tests::LiveRepository live(repo);
        MessageKeeper keeper(live.controller, {});
        QVERIFY(!keeper.isKeeping());
        keeper.keep({.text = u"a"_s});
        keeper.remember(u"a"_s);
        QVERIFY(onDisk(repo).isEmpty());
    }
};

QTEST_GUILESS_MAIN(MessageKeeperTest)
#include "tst_messagekeeper.moc"
