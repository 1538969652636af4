// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/clone.h"

#include "askfixture.h"
#include "sshserver.h"

using namespace Qt::StringLiterals;
using Git::AskKind;

/// A real sshd on this machine, for the user who runs the test, and a key with a passphrase.
class AskSshTest final : public QObject
{
    Q_OBJECT

    SshServer m_server;

    QString path(const QString &name) const { return m_server.path(name); }

    /// Fetches with ssh settings of the test's own; the fixture's origin is reached by ssh.
    Result<Git::FetchEnd> fetchFrom(RemoteFixture &fixture, const Git::NetworkAccess &access) const
    {
        fixture.local.repo.config(u"core.sshCommand"_s, m_server.sshCommand());
        fixture.local.repo.config(u"remote.origin.url"_s, m_server.url(fixture.origin.path()));
        return Git::fetch(fixture.local.git(), {.remote = "origin", .access = access}, {}, {});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(askProgram()), qPrintable(askProgram()));
        if (!SshServer::isInstalled())
            QSKIP("openssh-server is not installed");
        if (const QByteArray problem = m_server.start(u"pass word"_s); !problem.isEmpty())
            QSKIP(problem.constData());
        QVERIFY(m_server.fingerprint().startsWith("SHA256:"));
    }

    void init() { QFile::remove(path(u"known"_s)); }

    void t33_anUnknownHostIsAcceptedByTheFingerprintThatWasSeen()
    {
        RemoteFixture fixture;
        const QByteArray there = fixture.commitThere("main", "b\n");
        Answers answers;
        answers.acceptsHost = true;
        answers.password = "pass word";
        const Asker asker(answers);
        const auto end = fetchFrom(fixture, asker.access());
        VERIFY_RESULT(end);
        QCOMPARE(fixture.local.repo.resolve("refs/remotes/origin/main"), there);
        QCOMPARE(answers.asked.size(), 2);
        QCOMPARE(answers.asked[0].kind, AskKind::HostKey);
        QCOMPARE(answers.asked[0].host, "127.0.0.1"_ba);
        QVERIFY(!answers.asked[0].isOtherHost);
        QCOMPARE(answers.asked[0].fingerprint, m_server.fingerprint());
        QCOMPARE(answers.asked[1].kind, AskKind::Passphrase);
        QCOMPARE(answers.asked[1].key, path(u"key"_s).toUtf8());
        answers.asked.clear();
        VERIFY_RESULT(fetchFrom(fixture, asker.access()));
        QCOMPARE(answers.asked.size(), 1); // the host is known now
    }

    void t33_aPushAndACloneGoOverSsh()
    {
        RemoteFixture fixture;
        const QByteArray made = fixture.local.repo.write("a", "b\n").commit("B");
        Answers answers;
        answers.acceptsHost = true;
        answers.password = "pass word";
        const Asker asker(answers);
        VERIFY_RESULT(fetchFrom(fixture, asker.access()));
        Git::PushRequest request = RemoteFixture::pushOfMain();
        request.access = asker.access();
        VERIFY_RESULT(Git::push(fixture.local.git(), request, {}, {}));
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), made);
        // There is no repository yet whose settings could say how ssh is called.
        fixture.local.repo.git({u"config"_s, u"--global"_s, u"core.sshCommand"_s, m_server.sshCommand()});
        QFile::remove(path(u"known"_s));
        answers.asked.clear();
        const auto cloned = Git::clone(fixture.local.runner,
                                       {.url = m_server.url(fixture.origin.path()).toUtf8(),
                                        .folder = fixture.local.repo.folder().toUtf8() + "/cloned",
                                        .access = asker.access()},
                                       {}, {});
        fixture.local.repo.git({u"config"_s, u"--global"_s, u"--unset"_s, u"core.sshCommand"_s});
        VERIFY_RESULT(cloned);
        QCOMPARE(answers.asked.size(), 2);
        QCOMPARE(answers.asked[0].kind, AskKind::HostKey);
        QVERIFY(QFile::exists(fixture.local.repo.folder() + u"/cloned/a"_s));
    }

    void t33_aHostThatNobodyAcceptsIsNotTalkedTo_data()
    {
        QTest::addColumn<QByteArray>("fingerprint");
        QTest::newRow("no answer") << QByteArray();
        QTest::newRow("another fingerprint") << QByteArray("SHA256:" + QByteArray(43, 'A'));
    }

    void t33_aHostThatNobodyAcceptsIsNotTalkedTo()
    {
        QFETCH(QByteArray, fingerprint);
        RemoteFixture fixture;
        Answers answers;
        if (!fingerprint.isEmpty())
            answers.fingerprint = fingerprint;
        const Asker asker(answers);
        const auto end = fetchFrom(fixture, asker.access());
        VERIFY_FAILURE(end, ErrorKind::Denied);
        QVERIFY(!end.error().hint.isEmpty());
        QVERIFY(!std::ranges::contains(answers.asked, AskKind::Passphrase, &Git::AskPrompt::kind));
        QVERIFY(!QFile::exists(path(u"known"_s)));
    }

    void t33_aHostWithAnotherKeyThanBeforeIsNotEvenAskedAbout()
    {
        RemoteFixture fixture;
        QVERIFY(QFile::exists(path(u"key.pub"_s)));
        QFile other(path(u"key.pub"_s));
        QVERIFY(other.open(QIODevice::ReadOnly));
        m_server.write(u"known"_s,
                       "[127.0.0.1]:" + QByteArray::number(m_server.port()) + ' ' + other.readAll());
        Answers answers;
        answers.acceptsHost = true;
        answers.password = "pass word";
        const Asker asker(answers);
        VERIFY_FAILURE(fetchFrom(fixture, asker.access()), ErrorKind::Denied);
        QVERIFY(answers.asked.isEmpty());
    }

    void t33_aWrongPassphraseIsSaid()
    {
        RemoteFixture fixture;
        Answers answers;
        answers.acceptsHost = true;
        answers.password = "hunter2";
        const Asker asker(answers);
        const auto end = fetchFrom(fixture, asker.access());
        VERIFY_FAILURE(end, ErrorKind::Denied);
        QVERIFY(!end.error().detail.contains("hunter2"_L1));
        QVERIFY(answers.asked.size() <= 4);
    }

    void t33_withNobodyToAskNothingHangs()
    {
        RemoteFixture fixture;
        VERIFY_FAILURE(fetchFrom(fixture, {}), ErrorKind::Denied);
    }
};

QTEST_GUILESS_MAIN(AskSshTest)
#include "tst_askssh.moc"
