// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/clone.h"

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

QProcessEnvironment environmentOf(const AskServer &server)
{
    QProcessEnvironment environment = scrubbedEnvironment();
    environment.insert(u"PLUMBLINE_ASK_SOCKET"_s, server.socket());
    environment.insert(u"PLUMBLINE_ASK_TOKEN"_s, server.token());
    return environment;
}

} // namespace

class AskTest final : public QObject
{
    Q_OBJECT

    /// What work gives, while the server answers in this thread.
    template<class Work> static auto away(Work work)
    {
        auto running = QtConcurrent::run(std::move(work));
        while (!running.isFinished())
            QTest::qWait(5);
        return running.result();
    }

    /// Fetches over HTTP while the server answers in this thread.
    static Result<Git::FetchEnd> fetchFrom(const HttpBackend &backend, RemoteFixture &fixture,
                                           const Git::NetworkAccess &access, const CancelToken &cancel = {},
                                           const QByteArray &user = {})
    {
        fixture.local.repo.config(u"remote.origin.url"_s, QString::fromUtf8(backend.url(user)));
        const Git::Program git = fixture.local.git();
        return away([&] { return Git::fetch(git, {.remote = "origin", .access = access}, {}, cancel); });
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

    void t33_aPushAndACloneAreAnsweredOverHttp()
    {
        RemoteFixture fixture;
        const HttpBackend backend(fixture.origin.path(), "ada:s3cret word");
        Answers answers;
        answers.user = "ada";
        answers.password = "s3cret word";
        const Asker asker(answers);
        fixture.local.repo.config(u"remote.origin.url"_s, QString::fromUtf8(backend.url()));
        const QByteArray made = fixture.local.repo.write("a", "b\n").commit("B");
        Git::PushRequest request = RemoteFixture::pushOfMain();
        request.access = asker.access();
        const auto pushed = away([&, git = fixture.local.git()] { return Git::push(git, request, {}, {}); });
        VERIFY_RESULT(pushed);
        QVERIFY(!pushed->isRejected());
        QCOMPARE(fixture.origin.resolve("refs/heads/main"), made);
        QCOMPARE(answers.asked.size(), 2);
        const QByteArray folder = fixture.local.repo.folder().toUtf8();
        const auto clone = [&](const QByteArray &name) {
            return away([&] {
                return Git::clone(fixture.local.runner,
                                  {.url = backend.url(), .folder = folder + name, .access = asker.access()},
                                  {}, {});
            });
        };
        VERIFY_RESULT(clone("/cloned"));
        QVERIFY(QFile::exists(fixture.local.repo.folder() + u"/cloned/a"_s));
        answers.password = "hunter2";
        const auto wrong = clone("/refused");
        VERIFY_FAILURE(wrong, ErrorKind::Denied);
        QVERIFY(!wrong.error().detail.contains("hunter2"_L1));
        QCOMPARE(QDir(fixture.local.repo.folder())
                     .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{u"cloned"_s});
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
        row("Enter passphrase for key '" + QFile::encodeName(QCoreApplication::applicationFilePath()) + "': ",
            AskKind::Passphrase); // a file of the user's own
        row("Enter passphrase for \"" + QFile::encodeName(QCoreApplication::applicationFilePath()) + "\": ",
            AskKind::Passphrase); // as ssh-keygen asks when it signs
        row("Enter passphrase for \"/nowhere/id\": ", AskKind::Other);
        row("Enter passphrase for key '/nowhere/id': ", AskKind::Other);
        row("Enter passphrase for key 'id': ", AskKind::Other);
        row("Enter passphrase for key '/': ", AskKind::Other);
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

    void aQuestionEndsWithTheProgramThatAskedIt()
    {
        std::atomic_bool isAsked = false, isCancelled = false;
        auto server =
            AskServer::start([&](const AskRequest &, const CancelToken &cancel) -> std::optional<QByteArray> {
                isAsked = true;
                for (int turn = 0; turn < 2000 && !cancel.isCancelled(); ++turn)
                    QThread::msleep(10);
                isCancelled = cancel.isCancelled();
                return std::nullopt;
            });
        VERIFY_RESULT(server);
        CancelSource source;
        auto asking = QtConcurrent::run([&] {
            return SystemProcessRunner().run({.program = askProgram(),
                                              .arguments = {u"Password: "_s},
                                              .environment = environmentOf(**server)},
                                             source.token());
        });
        QTRY_VERIFY(isAsked);
        source.cancel(); // ends the program, not the server
        asking.waitForFinished();
        QTRY_VERIFY(isCancelled);
    }

    void anAnswerThatThrowsIsNone()
    {
        int turn = 0;
        auto server =
            AskServer::start([&](const AskRequest &, const CancelToken &) -> std::optional<QByteArray> {
                if (turn++ == 0)
                    throw std::runtime_error("no memory");
                return "second";
            });
        VERIFY_RESULT(server);
        const ProcessRequest request{
            .program = askProgram(), .arguments = {u"Password: "_s}, .environment = environmentOf(**server)};
        const auto first = SystemProcessRunner().run(request, {});
        VERIFY_RESULT(first);
        QVERIFY(first->exitCode != 0);
        const auto second = SystemProcessRunner().run(request, {});
        VERIFY_RESULT(second);
        QCOMPARE(second->output, "second\n"_ba);
    }
};

QTEST_GUILESS_MAIN(AskTest)
#include "tst_ask.moc"
