// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfersfixture.h"

#include "tests/unit/git/remote/httpbackend.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TransferPushTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPushGoesToWhatTheBranchFollows()
    {
        Transfers transfers;
        const QByteArray mine = transfers.commitHere("mine", "m\n");
        QVERIFY(transfers.look());
        const auto to = transfers.controller->target(TransferKind::Push);
        QCOMPARE(to, kMain);
        transfers.controller->push(*to);
        QVERIFY(transfers.settle());
        QVERIFY2(transfers.succeeded == QStringList{u"Pushed to origin/main"_s},
                 qPrintable(transfers.told()));
        QCOMPARE(transfers.origin.resolve("refs/heads/main"), mine);
        transfers.controller->push(*to);
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.succeeded.value(1), u"origin/main has everything already"_s);
    }

    void aBranchThatFollowsNothingHasToBeTold()
    {
        Transfers transfers;
        transfers.local.repo.branch("topic").checkout("topic");
        QVERIFY(transfers.look());
        QVERIFY(!transfers.controller->target(TransferKind::Push));
        QVERIFY(!transfers.controller->target(TransferKind::Pull));
        QVERIFY(transfers.controller->problem(TransferKind::Push).isEmpty());
        const TransferTarget to{"origin", "refs/heads/topic"};
        transfers.controller->push(to, {.follows = true});
        QVERIFY(transfers.settle());
        QVERIFY2(transfers.failures.isEmpty(), qPrintable(transfers.told()));
        QVERIFY(transfers.look());
        QCOMPARE(transfers.controller->target(TransferKind::Push), to);
        QCOMPARE(transfers.controller->target(TransferKind::Pull), to);
    }

    void aBranchOfAnotherNameIsNotPushedToByItself()
    {
        Transfers transfers;
        transfers.local.repo.git(
            {u"checkout"_s, u"-q"_s, u"-b"_s, u"topic"_s, u"--track"_s, u"origin/main"_s});
        QVERIFY(transfers.look());
        QCOMPARE(transfers.controller->target(TransferKind::Pull), kMain);
        QVERIFY(!transfers.controller->target(TransferKind::Push)); // as git with push.default = simple
        transfers.local.repo.config(u"push.default"_s, u"upstream"_s);
        QVERIFY(transfers.look());
        QCOMPARE(transfers.controller->target(TransferKind::Push), kMain);
    }

    void aRefusedPushNamesWhatOverwritingWouldLose()
    {
        Transfers transfers;
        const QByteArray mine = transfers.commitHere("mine", "m\n");
        const QByteArray there = transfers.commitThere("main", "b\n");
        QVERIFY(transfers.look());
        transfers.controller->push(kMain);
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.size(), 1);
        QCOMPARE(transfers.failures[0].ways, (QList{TransferWay::Pull, TransferWay::Overwrite}));
        QVERIFY(transfers.failures[0].error.detail.contains(u"fetch first"_s));
        QCOMPARE(transfers.origin.resolve("refs/heads/main"), there);
        transfers.controller->readLoss(kMain);
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.losses.size(), 1);
        QCOMPARE(transfers.losses[0].count, 1);
        QCOMPARE(transfers.losses[0].newest.value(0).subject, u"There"_s);
        QCOMPARE(transfers.losses[0].there.toHex(), there);
        transfers.controller->overwrite(transfers.losses[0]);
        QVERIFY(transfers.settle());
        QVERIFY2(transfers.succeeded.size() == 1, qPrintable(transfers.told()));
        QCOMPARE(transfers.origin.resolve("refs/heads/main"), mine);
    }

    void whatAppearedAfterLookingIsNotOverwritten()
    {
        Transfers transfers;
        transfers.commitHere("mine", "m\n");
        transfers.commitThere("main", "b\n");
        QVERIFY(transfers.look());
        transfers.controller->readLoss(kMain);
        QVERIFY(transfers.settle());
        transfers.origin.git({u"update-ref"_s, u"refs/heads/main"_s, QString::fromLatin1(transfers.first)});
        transfers.controller->overwrite(transfers.losses.value(0));
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.size(), 1);
        QCOMPARE(transfers.failures[0].ways, QList{TransferWay::Overwrite});
        QCOMPARE(transfers.origin.resolve("refs/heads/main"), transfers.first);
    }

    void onlyARefusingPrePushHookIsOfferedToBeSkipped()
    {
        Transfers transfers;
        const QByteArray mine = transfers.commitHere("mine", "m\n");
        transfers.local.repo.hook("pre-push", "#!/bin/sh\nexit 0\n");
        transfers.origin.hook("pre-receive", "exit 1");
        QVERIFY(transfers.look());
        transfers.controller->push(kMain);
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.value(0).ways, QList{TransferWay::Choose}); // it was the remote
        transfers.controller->pushWithoutHook();                                // nothing to go on with
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.size(), 1);
        transfers.origin.hook("pre-receive", "exit 0");
        transfers.local.repo.hook("pre-push", "#!/bin/sh\necho fatal: no >&2; exit 1\n");
        transfers.controller->push(kMain, {.takesTags = true});
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.value(1).ways, (QList{TransferWay::Retry, TransferWay::SkipHook}));
        QVERIFY(transfers.failures.value(1).error.detail.contains(u"fatal: no"_s));
        QVERIFY(transfers.origin.resolve("refs/heads/main") != mine);
        transfers.controller->pushWithoutHook();
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.origin.resolve("refs/heads/main"), mine);
    }

    void aTagIsPushedAndDeletedThereAsLongAsItIsTheSame()
    {
        Transfers transfers;
        transfers.local.repo.git({u"tag"_s, u"-a"_s, u"-m"_s, u"One"_s, u"v1"_s});
        transfers.local.repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s}); // no branch is needed
        QVERIFY(transfers.look());
        const QByteArray tag = transfers.local.repo.resolve("refs/tags/v1");
        const auto there = [&] {
            return transfers.origin.tryGit({u"rev-parse"_s, u"-q"_s, u"--verify"_s, u"refs/tags/v1"_s})
                .output.trimmed();
        };
        transfers.controller->pushTag("origin", "refs/tags/v1");
        QVERIFY(transfers.settle());
        QVERIFY2(transfers.succeeded == QStringList{u"Pushed the tag v1 to origin"_s},
                 qPrintable(transfers.told()));
        QCOMPARE(there(), tag);
        transfers.origin.git({u"update-ref"_s, u"refs/tags/v1"_s, QString::fromLatin1(transfers.first)});
        transfers.controller->removeTagThere("origin", "refs/tags/v1");
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.size(), 1);
        QCOMPARE(there(), transfers.first);
        transfers.controller->pushTag("origin", "refs/tags/v1"); // nor is it overwritten
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.size(), 2);
        QVERIFY2(transfers.failures[1].error.message.contains(u"another tag"_s),
                 qPrintable(transfers.told()));
        transfers.origin.git({u"update-ref"_s, u"refs/tags/v1"_s, QString::fromLatin1(tag)});
        transfers.controller->removeTagThere("origin", "refs/tags/v1");
        QVERIFY(transfers.settle());
        QCOMPARE(there(), ""_ba);
        QCOMPARE(transfers.local.repo.resolve("refs/tags/v1"), tag);
    }

    void aBranchIsDeletedThereOnlyAsItWasSeen()
    {
        Transfers transfers;
        const QByteArray seen = transfers.commitThere("topic", "b\n");
        transfers.controller->fetch();
        QVERIFY(transfers.settle());
        transfers.origin.git({u"update-ref"_s, u"refs/heads/topic"_s, QString::fromLatin1(transfers.first)});
        const TransferTarget topic{"origin", "refs/heads/topic"};
        transfers.controller->removeThere(topic, Transfers::id(seen));
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.size(), 1);
        QVERIFY2(transfers.failures[0].error.message.contains(u"nothing was deleted"_s),
                 qPrintable(transfers.told()));
        QCOMPARE(transfers.origin.resolve("refs/heads/topic"), transfers.first);
        transfers.controller->removeThere(topic, Transfers::id(transfers.first));
        QVERIFY(transfers.settle());
        QVERIFY(transfers.origin.tryGit({u"rev-parse"_s, u"-q"_s, u"--verify"_s, u"refs/heads/topic"_s})
                    .exitCode != 0);
    }

    void theWordsOfTheRemoteAreInTheDetails()
    {
        Transfers transfers;
        transfers.commitHere("mine", "m\n");
        transfers.origin.hook("pre-receive", "echo 'not on \033[31mFriday token=hunter2hunter2'; exit 1");
        QVERIFY(transfers.look());
        transfers.controller->push(kMain);
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.size(), 1);
        const QString detail = transfers.failures[0].error.detail;
        QVERIFY2(detail.contains(u"Friday"_s) && !detail.contains(u'\033'), qPrintable(detail));
        QVERIFY2(!detail.contains(u"hunter2"_s), qPrintable(detail));
    }

    void t33_aQuestionReachesTheWindowAndTheAnswerGoesBack()
    {
        QVERIFY(QFile::exists(qEnvironmentVariable("PLUMBLINE_TEST_ASKPASS")));
        Transfers transfers;
        const QByteArray there = transfers.commitThere("main", "b\n");
        const HttpBackend backend(transfers.origin.path(), "ada:s3cret word");
        transfers.local.repo.config(u"remote.origin.url"_s, QString::fromUtf8(backend.url()));
        QVERIFY(transfers.look());
        QList<Question> asked;
        QObject::connect(&transfers.controller->questions(), &Questions::asked, transfers.controller.get(),
                         [&](const Question &question) {
                             asked += question;
                             transfers.controller->questions().answer(
                                 question.number,
                                 question.prompt.kind == Git::AskKind::UserName ? "ada" : "s3cret word");
                         });
        transfers.controller->fetch();
        QVERIFY(transfers.settle());
        QVERIFY2(transfers.failures.isEmpty(), qPrintable(transfers.told()));
        QCOMPARE(transfers.local.repo.resolve("refs/remotes/origin/main"), there);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[1].prompt.kind, Git::AskKind::Password);
        QVERIFY(!asked[1].prompt.isOtherHost);
        QVERIFY(asked[1].host.startsWith(u"127.0.0.1:"_s));
    }

    void t33_aQuestionThatIsRefusedEndsTheTransfer()
    {
        Transfers transfers;
        const HttpBackend backend(transfers.origin.path(), "ada:right");
        transfers.local.repo.config(u"remote.origin.url"_s, QString::fromUtf8(backend.url()));
        QVERIFY(transfers.look());
        QObject::connect(
            &transfers.controller->questions(), &Questions::asked, transfers.controller.get(),
            [&](const Question &question) { transfers.controller->questions().refuse(question.number); });
        transfers.controller->fetch();
        QVERIFY(transfers.settle());
        QCOMPARE(transfers.failures.size(), 1);
        QCOMPARE(transfers.failures[0].error.kind, ErrorKind::Denied);
    }

    void t33_cancellingWithdrawsTheQuestion()
    {
        Transfers transfers;
        const HttpBackend backend(transfers.origin.path(), "ada:right");
        transfers.local.repo.config(u"remote.origin.url"_s, QString::fromUtf8(backend.url()));
        QVERIFY(transfers.look());
        QSignalSpy asked(&transfers.controller->questions(), &Questions::asked);
        QSignalSpy withdrawn(&transfers.controller->questions(), &Questions::withdrawn);
        transfers.controller->fetch();
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 20'000);
        transfers.controller->cancel();
        QVERIFY(transfers.settle());
        QTRY_COMPARE(withdrawn.size(), 1);
        QVERIFY(transfers.told().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TransferPushTest)
#include "tst_transferpush.moc"
