// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfersfixture.h"
#include "workspace/commandlog/commandlogcontroller.h"

using namespace Qt::StringLiterals;

class TransfersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFetchShowsWhatIsNew()
    {
        Transfers transfers;
        transfers.commitThere("main", "b\n");
        transfers.controller->fetch();
        QCOMPARE(transfers.controller->running(), TransferKind::Fetch);
        QVERIFY(transfers.controller->doing().contains(u"origin"_s));
        QVERIFY(!transfers.controller->problem(TransferKind::Push).isEmpty()); // one at a time
        QVERIFY(transfers.settle());
        QVERIFY2(transfers.failures.isEmpty(), qPrintable(transfers.told()));
        QCOMPARE(transfers.succeeded.size(), 1);
        QTRY_VERIFY(transfers.repository->aheadBehind());
        QTRY_COMPARE(transfers.repository->aheadBehind()->behind, 1);
        transfers.controller->fetch();
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.succeeded.value(1), u"There is nothing new at origin"_s);
    }

    void everyRemoteIsFetched()
    {
        Transfers transfers;
        Tests::RepoBuilder second;
        const QByteArray there = second.write("x", "x\n").commit("X");
        transfers.local.repo.git({u"remote"_s, u"add"_s, u"second"_s, second.path()});
        QVERIFY(transfers.look());
        QCOMPARE(transfers.controller->setup().remotes.size(), 2);
        transfers.controller->fetchAll();
        QVERIFY(transfers.settle());
        QVERIFY2(transfers.failures.isEmpty(), qPrintable(transfers.told()));
        QCOMPARE(transfers.local.repo.resolve("refs/remotes/second/main"), there);
    }

    void stagingWaitsForNoTransferAndCancellingEndsIt()
    {
        Transfers transfers;
        const QString list = transfers.local.repo.folder() + u"/running"_s;
        transfers.answerBy("echo $$ >> '" + list.toUtf8() + "'; sleep 1000");
        transfers.controller->fetch();
        QTRY_COMPARE_WITH_TIMEOUT(runningProcesses(list), 1, 20'000);
        bool isWritten = false;
        transfers.repository->writes().add<void>(
            transfers.controller.get(), [](const CancelToken &) { return Result<void>(); },
            [&](const Result<void> &) { isWritten = true; });
        QTRY_VERIFY(isWritten);
        QVERIFY(transfers.controller->isRunning());
        transfers.controller->cancel();
        QVERIFY(transfers.settle());
        QTRY_COMPARE(runningProcesses(list), 0);
        QVERIFY2(transfers.told().isEmpty(), qPrintable(transfers.told())); // shown to nobody
        QVERIFY(transfers.controller->problem(TransferKind::Fetch).isEmpty());
    }

    void goingAwayEndsTheTransfer()
    {
        Transfers transfers;
        const QString list = transfers.local.repo.folder() + u"/running"_s;
        transfers.answerBy("echo $$ >> '" + list.toUtf8() + "'; sleep 1000");
        transfers.controller->fetch();
        QTRY_COMPARE_WITH_TIMEOUT(runningProcesses(list), 1, 20'000);
        transfers.controller.reset();
        QTRY_COMPARE(runningProcesses(list), 0);
        transfers.controller = std::make_unique<TransfersController>(*transfers.repository);
    }

    void aPullGoesTheConfiguredWay_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("hasOwn");
        QTest::addColumn<int>("parents"); // of HEAD afterwards
        QTest::addColumn<bool>("isTheirs");
        QTest::newRow("forward") << u"pull.rebase"_s << u"false"_s << false << 1 << true;
        QTest::newRow("only forward") << u"pull.ff"_s << u"only"_s << false << 1 << true;
        QTest::newRow("merge") << u"pull.rebase"_s << u"false"_s << true << 2 << false;
        QTest::newRow("always merge") << u"pull.ff"_s << u"false"_s << false << 2 << false;
        QTest::newRow("rebase") << u"branch.main.rebase"_s << u"true"_s << true << 1 << false;
    }

    void aPullGoesTheConfiguredWay()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(bool, hasOwn);
        QFETCH(int, parents);
        QFETCH(bool, isTheirs);
        Transfers transfers;
        transfers.local.repo.config(key, value);
        if (hasOwn)
            transfers.commitHere("mine", "m\n");
        const QByteArray there = transfers.commitThere("main", "b\n");
        QVERIFY(transfers.look());
        QCOMPARE(transfers.controller->target(TransferKind::Pull), kMain);
        transfers.controller->pull(kMain);
        QVERIFY(transfers.settle());
        QVERIFY2(transfers.succeeded.size() == 1, qPrintable(transfers.told()));
        const QByteArray parentsOfHead =
            transfers.local.repo.git({u"show"_s, u"-s"_s, u"--format=%P"_s, u"HEAD"_s}).trimmed();
        QCOMPARE(parentsOfHead.split(' ').size(), parents);
        QCOMPARE(transfers.local.repo.resolve("HEAD") == there, isTheirs);
        if (hasOwn && parents == 1)
            QCOMPARE(parentsOfHead, there);
        QCOMPARE(transfers.local.repo.exists("mine"), hasOwn);
        QVERIFY(transfers.local.repo.exists("there"));
    }

    void whenNobodySaidHowBothSidesAreLeftAsTheyAre()
    {
        Transfers transfers;
        const QByteArray mine = transfers.commitHere("mine", "m\n");
        transfers.commitThere("main", "b\n");
        QVERIFY(transfers.look());
        transfers.controller->pull(kMain);
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.size(), 1);
        QCOMPARE(transfers.failures[0].ways, QList{TransferWay::Integrate});
        QCOMPARE(transfers.local.repo.resolve("HEAD"), mine);
        transfers.controller->pull(kMain, Git::PullWay::Rebase);
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.succeeded.size(), 1);
        QVERIFY(transfers.local.repo.exists("there"));
    }

    void aPullWithConflictsSaysSo()
    {
        Transfers transfers;
        transfers.commitHere("there", "mine\n");
        transfers.commitThere("main", "theirs\n");
        QVERIFY(transfers.look());
        transfers.controller->pull(kMain, Git::PullWay::Merge);
        QVERIFY(transfers.settle());
        QVERIFY2(transfers.conflicted.size() == 1, qPrintable(transfers.told()));
        QTRY_COMPARE(transfers.repository->info().operation, Git::Operation::Merge);
        QVERIFY(!transfers.controller->problem(TransferKind::Pull).isEmpty());
        QVERIFY(transfers.controller->problem(TransferKind::Fetch).isEmpty());
    }

    void whatAPullSignsMayAskForItsPassphrase()
    {
        Transfers transfers;
        transfers.commitHere("mine", "m\n");
        transfers.commitThere("main", "b\n");
        const QString folder = transfers.local.repo.folder();
        QFile signer(folder + u"/signer"_s);
        QVERIFY(signer.open(QIODevice::WriteOnly));
        signer.write("#!/bin/sh\nfor last; do :; done\necho \"$SSH_ASKPASS\" >'" + folder.toUtf8() +
                     "/asked'\necho signature >\"$last.sig\"\n");
        signer.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        signer.close();
        transfers.local.repo.config(u"gpg.format"_s, u"ssh"_s).config(u"user.signingKey"_s, u"/key"_s);
        transfers.local.repo.config(u"gpg.ssh.program"_s, signer.fileName());
        transfers.local.repo.config(u"commit.gpgSign"_s, u"true"_s);
        QVERIFY(transfers.look());
        transfers.controller->pull(kMain, Git::PullWay::Merge);
        QVERIFY(transfers.settle());
        QVERIFY2(transfers.succeeded.size() == 1, qPrintable(transfers.told()));
        QFile asked(folder + u"/asked"_s);
        QVERIFY(asked.open(QIODevice::ReadOnly));
        QCOMPARE(asked.readAll().trimmed(), qgetenv("PLUMBLINE_TEST_ASKPASS"));
    }

    void anotherBranchThatIsCheckedOutMeanwhileIsLeftAlone()
    {
        Transfers transfers;
        transfers.commitThere("main", "b\n");
        transfers.local.repo.git({u"fetch"_s, u"-q"_s, u"origin"_s});
        transfers.local.repo.branch("other").checkout("other");
        const QByteArray before = transfers.local.repo.resolve("HEAD");
        const auto end = integrate(
            transfers.local.git(),
            {.branch = "refs/heads/main", .upstream = "refs/remotes/origin/main", .way = Git::PullWay::Merge},
            {});
        VERIFY_FAILURE(end, ErrorKind::Conflict);
        QCOMPARE(transfers.local.repo.resolve("HEAD"), before);
        QCOMPARE(transfers.local.repo.resolve("refs/heads/main"), before);
    }

    void whatCannotBeDoneIsSaidBefore()
    {
        Transfers unknown(Git::Trust::Unknown);
        for (const TransferKind kind : {TransferKind::Fetch, TransferKind::Pull, TransferKind::Push})
            QVERIFY(unknown.controller->problem(kind).contains(u"not trusted"_s));
        unknown.controller->fetch();
        QVERIFY(!unknown.controller->isRunning());

        Transfers transfers;
        QVERIFY(transfers.controller->problem(TransferKind::Pull).isEmpty());
        transfers.local.repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        QVERIFY(transfers.look());
        QVERIFY(transfers.controller->problem(TransferKind::Fetch).isEmpty());
        QVERIFY(transfers.controller->problem(TransferKind::Pull).contains(u"no branch"_s));
        QVERIFY(transfers.controller->problem(TransferKind::Push).contains(u"no branch"_s));
        transfers.local.repo.git({u"remote"_s, u"remove"_s, u"origin"_s});
        QVERIFY(transfers.look());
        QVERIFY(transfers.controller->problem(TransferKind::Fetch).contains(u"no remote"_s));
    }

    void aBareRepositoryIsOnlyRead()
    {
        RemoteFixture fixture;
        Tests::LiveServices services;
        const QString path = fixture.local.repo.folder() + u"/bare.git"_s;
        fixture.local.repo.git({u"clone"_s, u"-q"_s, u"--bare"_s, fixture.origin.path(), path});
        RepositoryController repository(services.workspace(), path);
        TransfersController controller(repository);
        repository.refresh();
        QTRY_VERIFY(repository.state() == PageState::Ready && controller.isSettled() && !repository.isBusy());
        for (const TransferKind kind : {TransferKind::Fetch, TransferKind::Pull, TransferKind::Push})
            QVERIFY(controller.problem(kind).contains(u"bare"_s));
    }

    void withoutEncryptionNothingIsSentUnlessAllowed()
    {
        Transfers transfers;
        transfers.local.repo.config(u"remote.origin.url"_s, u"http://plumbline.invalid/x"_s);
        QVERIFY(transfers.look());
        transfers.controller->fetch();
        QCOMPARE(transfers.failures.size(), 1); // at once: nothing ran
        QCOMPARE(transfers.failures[0].ways, QList{TransferWay::AllowHttp});
        QVERIFY(!transfers.controller->isRunning());
        transfers.controller->allowHttp();
        QVERIFY(transfers.controller->isRunning());
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.size(), 2);
        QVERIFY(transfers.failures[1].ways != QList{TransferWay::AllowHttp});
    }

    void theLogListsWhatWasRunInARepository()
    {
        Transfers transfers;
        LoggedRunner logged(transfers.services.runner);
        WorkspaceServices services = transfers.workspace();
        services.runner = services.runLog = &logged;
        RepositoryController repository(services, transfers.local.repo.path());
        CommandLogController log(repository);
        TransfersController controller(repository);
        repository.refresh();
        QTRY_VERIFY(controller.problem(TransferKind::Fetch).isEmpty());
        QCOMPARE(log.state(), PageState::Empty);
        controller.fetch();
        QTRY_COMPARE_WITH_TIMEOUT(log.items().rowCount(), 1, 20'000);
        const RunRecord run = *log.items().record(0);
        QVERIFY(commandText(run).startsWith(u"git fetch "_s));
        QCOMPARE(outcomeText(run), u"ok"_s);
        QVERIFY(logged.run({.program = findProgram(u"false"_s),
                            .arguments = {u"https://ada:hunter2@h/"_s, u"it's"_s},
                            .workingDirectory = transfers.local.repo.folder()},
                           {}));
        QTRY_VERIFY(!controller.isBusy());
        const auto isListed = [&] {
            return log.items().index(0, CommandLogItems::Outcome).data() == u"exit 1"_s;
        };
        QVERIFY(!isListed()); // it ran elsewhere
        log.setFilter({}, true);
        QTRY_VERIFY(isListed());
        QVERIFY(!commandText(*log.items().record(0)).contains(u"hunter2"_s));
        QVERIFY(shellLine(*log.items().record(0)).endsWith(u" 'it'\\''s'"_s));
        log.setFilter(u"FETCH ok"_s, true);
        QCOMPARE(log.items().rowCount(), 1);
        log.setFilter(u"no such words"_s, true);
        QCOMPARE(log.state(), PageState::Empty);
    }

    void whereAFetchKeepsABranchIsKnown_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("usual") << "+refs/heads/*:refs/remotes/o/*"_ba << "refs/remotes/o/a/b"_ba;
        QTest::newRow("one") << "refs/heads/a/b:refs/remotes/o/x"_ba << "refs/remotes/o/x"_ba;
        QTest::newRow("within") << "refs/heads/a/*:refs/remotes/o/a-*"_ba << "refs/remotes/o/a-b"_ba;
        QTest::newRow("another") << "refs/heads/z:refs/remotes/o/z"_ba << QByteArray();
        QTest::newRow("nowhere") << "refs/heads/*"_ba << QByteArray();
        QTest::newRow("shorter than the pattern") << "refs/heads/a/b/c*:refs/x/*"_ba << QByteArray();
    }

    void whereAFetchKeepsABranchIsKnown()
    {
        QFETCH(QByteArray, spec);
        QFETCH(QByteArray, kept);
        QCOMPARE(Git::trackingRefOf({.name = "o", .fetchSpecs = {spec}}, "refs/heads/a/b"), kept);
    }
};

QTEST_GUILESS_MAIN(TransfersTest)
#include "tst_transfers.moc"
