// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/open.h"
#include "git/signature.h"
#include "support/verify.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/changes/messageeditor.h"
#include "ui/operation/operationbanner.h"
#include "ui/shell/repositoryview.h"
#include "ui/transfer/askdialog.h"
#include "ui/transfer/questiondialogs.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"
#include "workspace/branches/branchactions.h"
#include "workspace/commitactions.h"
#include "workspace/sequence/rebasecontroller.h"

#include <QLineEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <csignal>

using namespace Qt::StringLiterals;
using Git::SignatureState;
using Tests::RepoBuilder;

namespace {

/// The Changes page as the program opens it, with somebody who is asked.
struct Opened
{
    explicit Opened(const RepoBuilder &repo)
        : repository(servicesFor(services), repo.path())
        , context(repository)
    {
        repository.refresh();
        if (!QTest::qWaitFor([this] { return repository.state() == PageState::Ready; }, 20'000))
            qFatal("The repository did not open");
        page = std::make_unique<ChangesPage>(context);
        page->resize(1200, 800);
        page->show();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("The window did not become active");
    }
    static WorkspaceServices servicesFor(Tests::ShellServices &services)
    {
        WorkspaceServices made = services.workspace();
        made.readTrust = [](const Git::RepoLocation &) { return Git::Trust::Trusted; };
        made.askProgram = qEnvironmentVariable("PLUMBLINE_TEST_ASKPASS");
        return made;
    }

    MessageEditor *editor() { return page->findChild<MessageEditor *>(); }
    bool isReady() { return page->isSettled() && page->changes().staged().rowCount() == 1; }
    void commit(const QString &message)
    {
        editor()->setPlainText(message);
        page->findChild<QAction *>(u"changes.commit"_s)->trigger();
    }
    bool isFailureShown()
    {
        return std::ranges::any_of(page->findChildren<ErrorBanner *>(),
                                   [](const ErrorBanner *banner) { return banner->isVisible(); });
    }
    bool says(const QString &words)
    {
        return std::ranges::any_of(page->findChildren<PlainLabel *>(), [&](const PlainLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    AskDialog *question() { return page->window()->findChild<AskDialog *>(); }

    Tests::ShellServices services;
    RepositoryController repository;
    RepositoryContext context;
    std::unique_ptr<ChangesPage> page;
};

QByteArray runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

} // namespace

/// Signing and checking with the real gpg and ssh-keygen.
class SigningTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir{u"/tmp/plumbline-XXXXXX"_s}; // short: gpg-agent's socket lies in it

    QString path(const QString &name) const { return m_dir.filePath(name); }

    void write(const QString &name, const QByteArray &content, bool isProgram = false) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        if (isProgram)
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    /// A home of gpg with one key, and the agent's settings.
    void makeGpgHome(const QString &name, const QByteArray &agent, const QString &passphrase,
                     const QStringList &clock = {}, const QString &expiry = u"0"_s) const
    {
        QDir().mkdir(path(name));
        QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        write(name + u"/gpg-agent.conf"_s, "s2k-count 65536\nmax-cache-ttl 0\ndefault-cache-ttl 0\n" + agent);
        runTool(u"gpg"_s,
                clock + QStringList{u"--homedir"_s, path(name), u"--batch"_s, u"--quiet"_s,
                                    u"--pinentry-mode"_s, u"loopback"_s, u"--passphrase"_s, passphrase,
                                    u"--quick-gen-key"_s, u"Ada Example <ada@example.org>"_s, u"ed25519"_s,
                                    u"sign"_s, expiry});
    }

    void start(RepoBuilder &repo, bool isSsh, const QString &key = u"key"_s) const
    {
        repo.config(u"user.name"_s, u"Ada Example"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("a.txt", "one\n").commit("feat: start");
        repo.config(u"commit.gpgSign"_s, u"true"_s);
        if (isSsh) {
            repo.config(u"gpg.format"_s, u"ssh"_s).config(u"user.signingKey"_s, path(key));
            repo.config(u"gpg.ssh.allowedSignersFile"_s, path(u"allowed"_s));
        }
        repo.write("a.txt", "two\n").stage();
    }

    static Result<Git::Signature> check(const RepoBuilder &repo, const QByteArray &commit)
    {
        const auto info = Git::openRepository(repo.path());
        if (!info)
            return std::unexpected(info.error());
        Git::RepoLocation where = info->location;
        where.trust = Git::Trust::Trusted;
        auto running = QtConcurrent::run([where, id = *Git::ObjectId::fromHex(commit)] {
            const SystemProcessRunner runner;
            return Git::verifySignature(Git::Program(runner, where), id, {});
        });
        if (!QTest::qWaitFor([&] { return running.isFinished(); }, 30'000)) // asked earlier it would run here
            qFatal("the signature is not checked");
        return running.result();
    }

    static SignatureState stateOf(const RepoBuilder &repo, const QByteArray &commit)
    {
        const auto signature = check(repo, commit);
        return signature ? signature->state : SignatureState::None;
    }

    /// The same commit with another message under its signature.
    static QByteArray forge(const RepoBuilder &repo)
    {
        const QByteArray commit = repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s});
        return repo
            .git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--stdin"_s},
                 QByteArray(commit + "more\n"))
            .trimmed();
    }

private Q_SLOTS:
    void initTestCase()
    {
        Tests::isolatedHome();
        for (const QString &program : {u"gpg"_s, u"gpgconf"_s, u"ssh-keygen"_s})
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP(QByteArray(program.toUtf8() + " is not installed").constData());
        makeGpgHome(u"open"_s, {}, {});
        for (const auto &[name, passphrase] : {std::pair(u"key"_s, u""_s), std::pair(u"other"_s, u""_s),
                                               std::pair(u"locked"_s, u"pass word"_s)})
            runTool(u"ssh-keygen"_s,
                    {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, passphrase, u"-f"_s, path(name)});
        QFile key(path(u"key.pub"_s)), locked(path(u"locked.pub"_s));
        QVERIFY(key.open(QIODevice::ReadOnly) && locked.open(QIODevice::ReadOnly));
        write(u"allowed"_s, "ada@example.org " + key.readAll() + "ada@example.org " + locked.readAll());
    }

    void init() { qputenv("GNUPGHOME", path(u"open"_s).toUtf8()); }

    void cleanupTestCase()
    {
        for (const QString &home : {u"open"_s, u"locked-home"_s, u"old"_s, u"empty"_s})
            if (QFile::exists(path(home)))
                QProcess::execute(u"gpgconf"_s, {u"--homedir"_s, path(home), u"--kill"_s, u"gpg-agent"_s});
    }

    void t32_openPgpAndSshSign_data()
    {
        QTest::addColumn<bool>("isSsh");
        QTest::newRow("OpenPGP") << false;
        QTest::newRow("SSH") << true;
    }

    void t32_openPgpAndSshSign()
    {
        QFETCH(bool, isSsh);
        RepoBuilder repo;
        start(repo, isSsh);
        const QByteArray before = repo.resolve("HEAD");
        QCOMPARE(stateOf(repo, before), SignatureState::None);
        Opened open(repo);
        PAGE_TRY(open.isReady());
        open.commit(u"fix: signed"_s);
        PAGE_TRY(repo.resolve("HEAD") != before || open.isFailureShown());
        const QByteArray made = repo.resolve("HEAD");
        const auto signature = check(repo, made);
        VERIFY_RESULT(signature);
        QCOMPARE(signature->state, SignatureState::Good);
        QVERIFY2(signature->signer.contains(u"ada@example.org"_s), qPrintable(signature->signer));
        QCOMPARE(stateOf(repo, forge(repo)), SignatureState::Bad);
    }

    void t32_aKeyThatIsNotKnownIsSaid()
    {
        RepoBuilder repo;
        start(repo, false);
        repo.git({u"-c"_s, u"gpg.program=gpg"_s, u"commit"_s, u"-q"_s, u"--no-gpg-sign"_s, u"-m"_s, u"x"_s});
        repo.config(u"gpg.program"_s, gpgAt(u"open"_s));
        repo.git({u"commit"_s, u"-q"_s, u"--amend"_s, u"-S"_s, u"-m"_s, u"fix: signed"_s});
        QCOMPARE(stateOf(repo, repo.resolve("HEAD")), SignatureState::Good);
        QDir().mkdir(path(u"empty"_s));
        QFile::setPermissions(path(u"empty"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        repo.config(u"gpg.program"_s, gpgAt(u"empty"_s));
        QCOMPARE(stateOf(repo, repo.resolve("HEAD")), SignatureState::UnknownKey);
        RepoBuilder other; // signed right, by somebody who is on no list
        start(other, true, u"other"_s);
        other.git({u"commit"_s, u"-q"_s, u"-m"_s, u"fix: signed"_s});
        QCOMPARE(stateOf(other, other.resolve("HEAD")), SignatureState::GoodUntrusted);
    }

    void t32_aKeyThatIsOutOfDateIsSaid()
    {
        const QStringList then{u"--faked-system-time"_s, u"20200101T000000!"_s};
        makeGpgHome(u"old"_s, {}, {}, then, u"2d"_s);
        RepoBuilder repo;
        start(repo, false);
        repo.config(u"gpg.program"_s, gpgAt(u"old"_s, then.join(u' ')));
        repo.git({u"commit"_s, u"-q"_s, u"-m"_s, u"fix: signed"_s});
        repo.config(u"gpg.program"_s, gpgAt(u"old"_s));
        QCOMPARE(stateOf(repo, repo.resolve("HEAD")), SignatureState::Expired);
    }

    // Whoever asks for the passphrase never answers, as a dialog behind another window.
    void t32_aLockedKeyIsWaitedForAndCancelled()
    {
        const QByteArray asked = path(u"asked"_s).toUtf8();
        write(u"pinentry"_s, "#!/bin/sh\necho $$ >'" + asked + "'\nexec sleep 300\n", true);
        makeGpgHome(u"locked-home"_s, "pinentry-program " + path(u"pinentry"_s).toUtf8() + '\n', u"secret"_s);
        qputenv("GNUPGHOME", path(u"locked-home"_s).toUtf8());
        RepoBuilder repo;
        start(repo, false);
        const QByteArray before = repo.resolve("HEAD");
        Opened open(repo);
        PAGE_TRY(open.isReady());
        open.commit(u"fix: signed"_s);
        PAGE_TRY(QFile::exists(path(u"asked"_s)));
        PAGE_TRY(open.says(u"your key may be waiting"_s));
        QVERIFY(open.page->changes().isCommitting());
        open.page->changes().cancelCommit();
        PAGE_TRY(!open.page->changes().isCommitting());
        PAGE_TRY(open.isReady());
        QCOMPARE(repo.resolve("HEAD"), before);
        QCOMPARE(open.editor()->message(), u"fix: signed"_s);
        QVERIFY(!QFile::exists(repo.gitDir() + u"/index.lock"_s));
        QFile file(path(u"asked"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        if (const int pid = file.readAll().trimmed().toInt(); pid > 1)
            ::kill(pid, SIGKILL); // the agent started it, which is not ours
    }

    void t32_thePassphraseOfAnSshKeyIsAskedFor()
    {
        RepoBuilder repo;
        start(repo, true, u"locked"_s);
        const QByteArray before = repo.resolve("HEAD");
        Opened open(repo);
        PAGE_TRY(open.isReady());
        open.commit(u"fix: signed"_s);
        PAGE_TRY(open.question() || open.isFailureShown());
        QVERIFY2(open.question(), "nobody was asked");
        QCOMPARE(open.question()->windowTitle(), u"Passphrase of a key"_s);
        open.question()->findChild<QLineEdit *>()->setText(u"pass word"_s);
        open.question()->accept();
        PAGE_TRY(repo.resolve("HEAD") != before || open.isFailureShown());
        QCOMPARE(stateOf(repo, repo.resolve("HEAD")), SignatureState::Good);
    }

    void t32_thePassphraseIsAskedForWhateverSigns_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char *what : {"pick", "merge", "continue", "rebase"})
            QTest::newRow(what) << QByteArray(what);
    }

    void t32_thePassphraseIsAskedForWhateverSigns()
    {
        QFETCH(QByteArray, what);
        RepoBuilder repo;
        start(repo, true, u"locked"_s);
        repo.config(u"commit.gpgSign"_s, u"false"_s).git({u"reset"_s, u"-q"_s, u"--hard"_s});
        repo.branch("topic").checkout("topic").write("t.txt", "topic\n").commit("feat: topic");
        const auto topic = *Git::ObjectId::fromHex(repo.resolve("HEAD"));
        repo.checkout("main").write(what == "continue" ? "t.txt" : "m.txt", "main\n").commit("feat: main");
        repo.config(u"commit.gpgSign"_s, u"true"_s);
        if (what == "continue") {
            repo.tryGit({u"cherry-pick"_s, u"topic"_s});
            repo.write("t.txt", "both\n").stage();
        }
        const QByteArray before = repo.resolve("HEAD");

        Tests::ShellServices services;
        RepositoryView view(Opened::servicesFor(services), repo.path(), Tests::probeFactories());
        view.show();
        view.open();
        PAGE_TRY(view.repository().state() == PageState::Ready);
        OperationController &operation = view.operationBanner()->operation();
        CommitActionsController picks(view.repository());
        BranchActionsController branches(view.repository());
        RebaseController rebase(view.repository());
        QString problem;
        const auto note = [&](const Error &error) { problem = error.message + u' ' + error.detail; };
        connect(&picks, &RepositoryActions::failed, this, note);
        connect(&branches, &RepositoryActions::failed, this, note);
        connect(&rebase, &RebaseController::failed, this, note);
        connect(&operation, &OperationController::failed, this, note);
        if (what == "pick")
            picks.cherryPick(topic, 0);
        else if (what == "merge")
            branches.merge("refs/heads/topic", topic, std::nullopt);
        else if (what == "continue") {
            PAGE_TRY(operation.operation().kind == Git::Operation::CherryPick && !operation.isBusy());
            operation.goOn();
        } else {
            rebase.planOnto(topic);
            PAGE_TRY(rebase.state() == PageState::Ready && !rebase.isBusy());
            rebase.start();
        }
        const auto question = [&] { return view.findChild<AskDialog *>(); };
        PAGE_TRY(question() || !view.repository().writes().isBusy());
        QVERIFY2(question(), qPrintable(problem));
        QCOMPARE(question()->windowTitle(), u"Passphrase of a key"_s);
        question()->findChild<QLineEdit *>()->setText(u"pass word"_s);
        question()->accept();
        PAGE_TRY(!view.repository().writes().isBusy());
        QCOMPARE(problem, QString());
        QVERIFY(repo.resolve("HEAD") != before);
        QCOMPARE(stateOf(repo, repo.resolve("HEAD")), SignatureState::Good);
    }

    void whoLeavesIsNotAskedAnyMore()
    {
        const auto questions = Questions::make();
        std::optional<QByteArray> answer = "nobody"_ba;
        const std::unique_ptr<QThread> asking(
            QThread::create([&] { answer = questions->ask({.prompt = {}}, {}); }));
        auto place = std::make_unique<QWidget>();
        place->show();
        new QuestionDialogs(*questions, u"Signing"_s, place.get());
        asking->start();
        PAGE_TRY(place->findChild<AskDialog *>());
        place.reset();
        QVERIFY(asking->wait(20'000));
        QVERIFY(!answer);
    }

    void t32_withoutThePassphraseNothingIsCommitted()
    {
        RepoBuilder repo;
        start(repo, true, u"locked"_s);
        const QByteArray before = repo.resolve("HEAD");
        Opened open(repo);
        PAGE_TRY(open.isReady());
        open.commit(u"fix: signed"_s);
        PAGE_TRY(open.question() || open.isFailureShown());
        QVERIFY2(open.question(), "nobody was asked");
        open.question()->reject();
        PAGE_TRY(open.isFailureShown());
        QCOMPARE(repo.resolve("HEAD"), before);
        QCOMPARE(open.editor()->message(), u"fix: signed"_s);
        open.commit(u"fix: again"_s);
        PAGE_TRY(open.question());
        open.page->changes().cancelCommit(); // takes the question away
        PAGE_TRY(!open.page->changes().isCommitting());
        PAGE_TRY(!open.question() || !open.question()->isVisible());
        QCOMPARE(repo.resolve("HEAD"), before);
    }

private:
    /// A program that is gpg with one of the homes, whatever the environment says.
    QString gpgAt(const QString &home, const QString &more = {}) const
    {
        static int number = 0;
        const QString name = u"gpg-%1"_s.arg(number++);
        write(name,
              "#!/bin/sh\nexec gpg --homedir '" + path(home).toUtf8() + "' " + more.toUtf8() + " \"$@\"\n",
              true);
        return path(name);
    }
};

PLUMBLINE_UI_TEST_MAIN(SigningTest)
#include "tst_signing.moc"
