// SPDX-License-Identifier: GPL-3.0-or-later
#include "askfixture.h"

#include <QProcess>
#include <QTcpServer>

#include <unistd.h>

using namespace Qt::StringLiterals;
using Git::AskKind;

/// A real sshd on this machine, for the user who runs the test, and a key with a passphrase.
class AskSshTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QProcess m_server;
    quint16 m_port = 0;
    QByteArray m_fingerprint;

    QString path(const QString &name) const { return m_dir.filePath(name); }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
    }

    QByteArray keygen(const QStringList &arguments) const
    {
        QProcess process;
        process.start(u"ssh-keygen"_s, arguments);
        return process.waitForFinished(30'000) && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                          : QByteArray("failed");
    }

    void startServer()
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        m_port = probe.serverPort();
        probe.close();
        write(u"sshd_config"_s, "Port " + QByteArray::number(m_port) + "\nListenAddress 127.0.0.1\nHostKey " +
                                    path(u"host"_s).toUtf8() + "\nAuthorizedKeysFile " +
                                    path(u"key.pub"_s).toUtf8() +
                                    "\nPidFile none\nUsePAM no\nStrictModes no\nPasswordAuthentication no\n"
                                    "KbdInteractiveAuthentication no\n");
        if (::geteuid() == 0)
            QDir().mkpath(u"/run/sshd"_s); // where the service would make it
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(u"/usr/sbin/sshd"_s, {u"-D"_s, u"-e"_s, u"-f"_s, path(u"sshd_config"_s)});
        QByteArray said;
        while (m_server.waitForReadyRead(10'000)) {
            said += m_server.readAll();
            if (said.contains("Server listening"))
                return;
        }
        QSKIP(QByteArray("sshd does not start here: " + said + m_server.errorString().toUtf8()).constData());
    }

    /// Fetches with ssh settings of the test's own; the fixture's origin is reached by ssh.
    Result<Git::FetchEnd> fetchFrom(RemoteFixture &fixture, const Git::NetworkAccess &access) const
    {
        write(u"config"_s, "Host *\nUserKnownHostsFile " + path(u"known"_s).toUtf8() +
                               "\nGlobalKnownHostsFile /dev/null\nIdentityFile " + path(u"key"_s).toUtf8() +
                               "\nIdentitiesOnly yes\nIdentityAgent none\n");
        fixture.local.repo.config(u"core.sshCommand"_s, QString(u"ssh -F "_s + path(u"config"_s)));
        fixture.local.repo.config(u"remote.origin.url"_s,
                                  u"ssh://127.0.0.1:%1%2"_s.arg(m_port).arg(fixture.origin.path()));
        return Git::fetch(fixture.local.git(), {.remote = "origin", .access = access}, {}, {});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(askProgram()), qPrintable(askProgram()));
        if (!QFile::exists(u"/usr/sbin/sshd"_s))
            QSKIP("openssh-server is not installed");
        QVERIFY(keygen({u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s, u"-f"_s, path(u"host"_s)}).isEmpty());
        QVERIFY(keygen({u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, u"pass word"_s, u"-f"_s, path(u"key"_s)})
                    .isEmpty());
        m_fingerprint = keygen({u"-l"_s, u"-f"_s, path(u"host.pub"_s)}).split(' ').value(1);
        QVERIFY(m_fingerprint.startsWith("SHA256:"));
        startServer();
    }

    void init() { QFile::remove(path(u"known"_s)); }

    void cleanupTestCase()
    {
        m_server.terminate();
        m_server.waitForFinished(5000);
    }

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
        QCOMPARE(answers.asked[0].fingerprint, m_fingerprint);
        QCOMPARE(answers.asked[1].kind, AskKind::Passphrase);
        QCOMPARE(answers.asked[1].key, path(u"key"_s).toUtf8());
        answers.asked.clear();
        VERIFY_RESULT(fetchFrom(fixture, asker.access()));
        QCOMPARE(answers.asked.size(), 1); // the host is known now
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
        write(u"known"_s, "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + other.readAll());
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
