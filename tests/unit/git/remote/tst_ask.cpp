// SPDX-License-Identifier: GPL-3.0-or-later
#include "askfixture.h"
#include "httpbackend.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using Git::AskKind;

namespace {

Result<ProcessResult> ask(const Git::NetworkAccess &access, const QString &prompt, const QString &hint = {})
{
    QProcessEnvironment environment = scrubbedEnvironment();
    environment.insert(u"PLUMBLINE_ASK_SOCKET"_s, access.askSocket);
    environment.insert(u"PLUMBLINE_ASK_TOKEN"_s, access.askToken);
    if (!hint.isEmpty())
        environment.insert(u"SSH_ASKPASS_PROMPT"_s, hint);
    return SystemProcessRunner().run(
        {.program = access.askProgram, .arguments = {prompt}, .environment = environment}, {});
}

} // namespace

class AskTest final : public QObject
{
    Q_OBJECT

    /// Fetches over HTTP while the server answers in this thread.
    static Result<Git::FetchEnd> fetchFrom(const HttpBackend &backend, RemoteFixture &fixture,
                                           const Git::NetworkAccess &access, const CancelToken &cancel = {},
                                           const QByteArray &user = {})
    {
        fixture.local.repo.config(u"remote.origin.url"_s, QString::fromUtf8(backend.url(user)));
        const Git::Program git = fixture.local.git();
        auto running = QtConcurrent::run(
            [&] { return Git::fetch(git, {.remote = "origin", .access = access}, {}, cancel); });
        while (!running.isFinished())
            QTest::qWait(5);
        return running.result();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QFile::exists(askProgram()), qPrintable(askProgram())); }

    void anAnswerReachesWhoAsked()
    {
        Answers answers;
        answers.password = "p \xc3\xa4'\"$(id)";
        const Asker asker(answers);
        const auto result = ask(asker.access(), u"Password for 'http://127.0.0.1': "_s);
        VERIFY_RESULT(result);
        QCOMPARE(result->exitCode, 0);
        QCOMPARE(result->output, QByteArray(*answers.password + '\n'));
        QCOMPARE(answers.asked.size(), 1);
        QCOMPARE(answers.asked[0].kind, AskKind::Password);
    }

    void whoDoesNotKnowTheTokenIsNotHeard()
    {
        Answers answers;
        answers.password = "hunter2";
        const Asker asker(answers);
        Git::NetworkAccess access = asker.access();
        for (const QString &token : {QString(), u"0"_s, QString(access.askToken + u'0')}) {
            access.askToken = token;
            const auto result = ask(access, u"Password for 'http://127.0.0.1': "_s);
            VERIFY_RESULT(result);
            QCOMPARE(result->exitCode, 1);
            QVERIFY(result->output.isEmpty());
        }
        QVERIFY(answers.asked.isEmpty());
    }

    void noAnswerEndsInAFailure()
    {
        Answers answers;
        Git::NetworkAccess access;
        {
            const Asker asker(answers);
            access = asker.access();
            const auto result = ask(access, u"Password for 'http://127.0.0.1': "_s);
            VERIFY_RESULT(result);
            QCOMPARE(result->exitCode, 1);
        }
        QVERIFY(!QFile::exists(access.askSocket));
        const auto late = ask(access, u"x"_s);
        VERIFY_RESULT(late);
        QCOMPARE(late->exitCode, 1);
    }

    void onlyTheUserReachesTheSocket()
    {
        Answers answers;
        const Asker asker(answers);
        struct stat info = {};
        QVERIFY(::stat(QFileInfo(asker.server->socket()).path().toLocal8Bit().constData(), &info) == 0);
        QCOMPARE(info.st_mode & 0777, 0700u);
        QVERIFY(asker.server->token().size() >= 32);
    }

    void t33_gitIsAnsweredOverHttp()
    {
        RemoteFixture fixture;
        const QByteArray there = fixture.commitThere("main", "b\n");
        const HttpBackend backend(fixture.origin.path(), "ada:s3cret word");
        Answers answers;
        answers.user = "ada";
        answers.password = "s3cret word";
        const Asker asker(answers);
        const auto end = fetchFrom(backend, fixture, asker.access());
        VERIFY_RESULT(end);
        QCOMPARE(fixture.local.repo.resolve("refs/remotes/origin/main"), there);
        QCOMPARE(answers.asked.size(), 2);
        QCOMPARE(answers.asked[0].kind, AskKind::UserName);
        QCOMPARE(answers.asked[1].kind, AskKind::Password);
        QCOMPARE(answers.asked[1].host, "127.0.0.1"_ba);
        QCOMPARE(answers.asked[1].user, "ada"_ba);
        QVERIFY(!answers.asked[1].isOtherHost);
        QVERIFY(backend.refused > 0);
    }

    void t33_aWrongPasswordIsSaidAndNotRepeated()
    {
        RemoteFixture fixture;
        const HttpBackend backend(fixture.origin.path(), "ada:right");
        Answers answers;
        answers.user = "ada";
        answers.password = "hunter2";
        const Asker asker(answers);
        const auto end = fetchFrom(backend, fixture, asker.access());
        VERIFY_FAILURE(end, ErrorKind::Denied);
        const QString said = end.error().message + end.error().detail + end.error().hint;
        QVERIFY(!said.contains("hunter2"_L1));
        QCOMPARE(answers.asked.size(), 2);
        QVERIFY(backend.refused >= 2);
    }

    void t33_withoutAnAnswerNothingHangs()
    {
        RemoteFixture fixture;
        const HttpBackend backend(fixture.origin.path(), "ada:right");
        VERIFY_FAILURE(fetchFrom(backend, fixture, {}), ErrorKind::Denied);
        Answers nobody;
        const Asker asker(nobody);
        VERIFY_FAILURE(fetchFrom(backend, fixture, asker.access()), ErrorKind::Denied);
        QVERIFY(!nobody.asked.isEmpty());
    }

    void t33_aQuestionThatNobodyAnswersIsCancelled()
    {
        RemoteFixture fixture;
        const HttpBackend backend(fixture.origin.path(), "ada:right");
        Answers silent;
        silent.isSilent = true;
        const Asker asker(silent);
        CancelSource source;
        silent.onAsked = [&] { source.cancel(); };
        const auto end = fetchFrom(backend, fixture, asker.access(), source.token());
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Cancelled);
        QCOMPARE(silent.asked.size(), 1);
    }

    void aHelperIsAskedFirst()
    {
        RemoteFixture fixture;
        const QByteArray there = fixture.commitThere("main", "b\n");
        const HttpBackend backend(fixture.origin.path(), "ada:known");
        fixture.local.repo.config(u"credential.helper"_s,
                                  u"!f() { echo username=ada; echo password=known; }; f"_s);
        Answers answers;
        const Asker asker(answers);
        VERIFY_RESULT(fetchFrom(backend, fixture, asker.access()));
        QCOMPARE(fixture.local.repo.resolve("refs/remotes/origin/main"), there);
        QVERIFY(answers.asked.isEmpty());
    }

    void questionsAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("hint");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("isOther");
        const auto row = [](const QByteArray &words, AskKind kind, const QByteArray &host = {},
                            bool isOther = false, const QByteArray &hint = {}) {
            QTest::addRow("%s %s", words.first(std::min<qsizetype>(words.size(), 60)).constData(),
                          hint.constData())
                << words << hint << static_cast<int>(kind) << host << isOther;
        };
        const QByteArray print = "SHA256:" + QByteArray(43, 'A');
        row("Username for 'https://example.org': ", AskKind::UserName, "example.org");
        row("Password for 'https://ada@example.org:8443': ", AskKind::Password, "example.org");
        row("Password for 'https://ada@evil.example': ", AskKind::Password, "evil.example", true);
        row("Enter passphrase for key '/home/ada/.ssh/id': ", AskKind::Passphrase);
        row("git@example.org's password: ", AskKind::Password, "example.org");
        row("The authenticity of host 'example.org (192.0.2.1)' can't be established.\nED25519 key "
            "fingerprint is " +
                print +
                ".\nThis key is not known by any other names.\nAre you sure you want to continue connecting "
                "(yes/no/[fingerprint])? ",
            AskKind::HostKey, "example.org");
        row("The authenticity of host '[evil.example]:2222 ([192.0.2.1]:2222)' can't be established.\n"
            "RSA key fingerprint is: " +
                print + "\nAre you sure you want to continue connecting (yes/no/[fingerprint])? ",
            AskKind::HostKey, "evil.example", true);
        row("Confirm user presence for key ED25519-SK", AskKind::Notice, {}, false, "none");
        row("Allow use of key?", AskKind::Confirm, {}, false, "confirm");
        // What a server may say where it has the word.
        row("(ada@example.org) Username for 'https://example.org': ", AskKind::Other);
        row("(ada@example.org) One-time code: ", AskKind::Other);
        row("Username for 'https://example.org': \nPassword for 'x': ", AskKind::Other);
        row("Username for 'ext::sh': ", AskKind::Other);
        row("The authenticity of host 'example.org' can't be established.\nED25519 key fingerprint is "
            "SHA256:short.\n(yes/no)? ",
            AskKind::Other);
        row("", AskKind::Other);
    }

    void questionsAreUnderstood()
    {
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, hint);
        const Git::AskPrompt prompt =
            Git::classifyPrompt({.prompt = words, .hint = hint}, {.host = "Example.org"});
        QTEST(static_cast<int>(prompt.kind), "kind");
        QTEST(prompt.host, "host");
        QTEST(prompt.isOtherHost, "isOther");
        QCOMPARE(prompt.words, words);
        QCOMPARE(prompt.fingerprint.isEmpty(), prompt.kind != AskKind::HostKey);
    }
};

QTEST_GUILESS_MAIN(AskTest)
#include "tst_ask.moc"
