// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/keyboardtask.h"
#include "tests/ui/uitest.h"
#include "tests/unit/git/remote/sshserver.h"
#include "ui/changes/messageeditor.h"
#include "ui/history/newrefdialog.h"
#include "ui/stash/stashdialog.h"
#include "ui/transfer/askdialog.h"
#include "ui/transfer/targetdialog.h"
#include "ui/widgets/namedialog.h"

#include <QFileDialog>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using Tests::kCtrl;
using Tests::kCtrlShift;
using Tests::KeyboardTask;

#define TASK_TRY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20'000)
#define TASK_TRY_EQUAL(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 20'000)

/// A piece of work from opening a repository to pushing it, one function a step, by keys alone; after each,
/// git is asked what happened.
class RealTaskTest final : public QObject
{
    Q_OBJECT

    Tests::RepoBuilder m_repo;
    Tests::RepoBuilder m_origin{{u"--bare"_s}};
    SshServer m_server;
    std::unique_ptr<KeyboardTask> m_task;
    QByteArray m_start, m_first, m_base;
    QString m_draft;
    bool m_isBroken = false;

    static QByteArray numbers(const QByteArray &second, const QByteArray &last)
    {
        return "1\n" + second + "\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n" + last + '\n';
    }
    static QByteArray overlay(const QByteArray &tag)
    {
        return "resources: [../../base]\nimages:\n- name: shop/api\n  newTag: '" + tag + "'\n";
    }
    QByteArray git(const QStringList &arguments) const { return m_repo.git(arguments).trimmed(); }
    QByteArray staged() const { return git({u"diff"_s, u"--cached"_s, u"--name-only"_s}); }
    QByteArray stagedLines() const { return changedLines({u"diff"_s, u"--cached"_s}); }
    QByteArray changedLines(const QStringList &diff) const
    {
        QByteArrayList lines;
        for (const QByteArray &line : git(diff).split('\n'))
            if ((line.startsWith('+') && !line.startsWith("+++")) ||
                (line.startsWith('-') && !line.startsWith("---")))
                lines += line;
        return lines.join(' ');
    }
    QByteArray subject(const QByteArray &of = "HEAD") const
    {
        return git({u"log"_s, u"-1"_s, u"--format=%s"_s, QString::fromLatin1(of)});
    }
    QByteArray branch() const { return git({u"rev-parse"_s, u"--abbrev-ref"_s, u"HEAD"_s}); }
    FileList *unstagedList() const { return m_task->list(m_task->changesPage()->changes().unstaged()); }
    FileList *stagedList() const { return m_task->list(m_task->changesPage()->changes().staged()); }
    MessageEditor *editor() const { return m_task->changesPage()->findChild<MessageEditor *>(); }

    /// The message is written, and what is staged committed.
    void commitAs(const QByteArray &message)
    {
        m_task->press(Qt::Key_M, kCtrl);
        QVERIFY(editor()->hasFocus());
        m_task->press(Qt::Key_A, kCtrl);
        m_task->type(message);
        const QByteArray before = m_repo.resolve("HEAD");
        m_task->press(Qt::Key_Return, kCtrl);
        QTRY_VERIFY2_WITH_TIMEOUT(m_repo.resolve("HEAD") != before, qPrintable(m_task->errors()), 20'000);
        QVERIFY(m_task->settle());
        QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%B"_s}), message);
    }
    void checkOut(const QByteArray &name)
    {
        m_task->command("check out branch");
        QVERIFY(m_task->isAsked<NameDialog>());
        m_task->type(name);
        m_task->press(Qt::Key_Return);
        QVERIFY(m_task->isAnswered());
        TASK_TRY_EQUAL(branch(), name);
        TASK_TRY_EQUAL(m_task->view()->repository().refs().head.branch, "refs/heads/" + name); // as one sees
        QVERIFY(m_task->settle());
    }
    /// What an editor beside the window saves; the window sees it by itself.
    void edit(const QByteArray &path, const QByteArray &content)
    {
        m_repo.write(path, content);
        waitFor(path);
    }
    void waitFor(const QByteArray &path)
    {
        const auto isSeen = [&] {
            return std::ranges::contains(m_task->changesPage()->changes().unstaged().files(), path,
                                         &FileItem::path) &&
                   m_task->settle();
        };
        TASK_TRY(isSeen());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_repo.config(u"user.name"_s, u"Ada Example"_s).config(u"user.email"_s, u"ada@example.org"_s);
        m_repo.write("app.txt", numbers("2", "13")).write("envs/prod/kustomization.yaml", overlay("1.0.0"));
        m_start = m_repo.commit("feat: start");
        m_repo.write("app.txt", numbers("two\nand a half", "thirteen"));
        m_repo.write("envs/prod/kustomization.yaml", overlay("1.1.0"));
        m_task = std::make_unique<KeyboardTask>();
        QVERIFY(QTest::qWaitForWindowActive(&m_task->window));
    }
    void cleanupTestCase() { m_task.reset(); }
    void init()
    {
        if (m_isBroken)
            QSKIP("A step before this one failed");
    }
    void cleanup() { m_isBroken = m_isBroken || QTest::currentTestFailed(); }

    void step01_aRepositoryIsOpened()
    {
        m_task->press(Qt::Key_O, kCtrl);
        QVERIFY(m_task->isAsked<QFileDialog>());
        m_task->type(QFile::encodeName(m_repo.path()));
        for (int tries = 0; tries < 3 && !m_task->view(); ++tries)
            m_task->press(Qt::Key_Return); // the first may close a list of suggestions
        QVERIFY(m_task->isAnswered());
        TASK_TRY(m_task->view());
        QVERIFY(m_task->settle());
        QCOMPARE(m_task->view()->repository().location().workTree,
                 QFile::encodeName(QFileInfo(m_repo.path()).canonicalFilePath()));
        QVERIFY(!m_task->view()->repository().isTrusted());
    }
    void step02_itIsTrusted()
    {
        m_task->command("trust this repository");
        QVERIFY(m_task->pressButton(u"Trust this repository"_s));
        TASK_TRY(m_task->view()->repository().isTrusted());
        QVERIFY(m_task->settle());
    }
    void step03_aLineIsStaged()
    {
        QVERIFY(m_task->goTo(Qt::Key_2, u"changes"_s));
        QVERIFY(m_task->tabTo(unstagedList()));
        QVERIFY(m_task->chooseFile("app.txt"));
        QVERIFY(m_task->walkTo("and a half"));
        m_task->press(Qt::Key_Space);
        m_task->press(Qt::Key_S);
        TASK_TRY_EQUAL(stagedLines(), "+and a half"_ba);
        QVERIFY(m_task->settle());
    }
    void step04_aHunkIsStaged()
    {
        m_task->press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(m_task->tabTo(unstagedList()));
        QVERIFY(m_task->walkTo("thirteen"));
        m_task->press(Qt::Key_S);
        TASK_TRY_EQUAL(stagedLines(), "+and a half -13 +thirteen"_ba);
        QVERIFY(m_task->settle());
    }
    void step05_aLineIsUnstaged()
    {
        m_task->press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(m_task->tabTo(stagedList()));
        TASK_TRY(m_task->changesPage()->changes().side() == ChangeSide::Staged && m_task->settle());
        QVERIFY(m_task->walkTo("and a half"));
        m_task->press(Qt::Key_Space);
        m_task->press(Qt::Key_U);
        TASK_TRY_EQUAL(stagedLines(), "-13 +thirteen"_ba);
        QVERIFY(m_task->settle());
    }
    void step06_aFileIsStaged()
    {
        m_task->press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(m_task->tabTo(unstagedList()));
        QVERIFY(m_task->chooseFile("envs/prod/kustomization.yaml"));
        m_task->press(Qt::Key_S);
        TASK_TRY_EQUAL(staged(), "app.txt\nenvs/prod/kustomization.yaml"_ba);
        QVERIFY(m_task->settle());
    }
    void step07_theDraftIsTaken()
    {
        m_draft = m_task->changesPage()->changes().draft().message();
        QVERIFY2(m_draft.contains(u"1.1.0"_s), qPrintable(m_draft));
        m_task->press(Qt::Key_M, kCtrl);
        m_task->press(Qt::Key_D, kCtrl);
        QCOMPARE(editor()->message(), m_draft);
        QCOMPARE(m_repo.resolve("HEAD"), m_start);
    }
    void step08_itIsCommitted()
    {
        m_task->press(Qt::Key_Return, kCtrl);
        TASK_TRY(m_repo.resolve("HEAD") != m_start);
        QVERIFY(m_task->settle());
        QCOMPARE(QString::fromUtf8(git({u"log"_s, u"-1"_s, u"--format=%B"_s})), m_draft.trimmed());
        QCOMPARE(m_repo.resolve("HEAD^"), m_start);
        QCOMPARE(changedLines({u"show"_s, u"--format="_s, u"--"_s, u"app.txt"_s}), "-13 +thirteen"_ba);
        QCOMPARE(changedLines({u"diff"_s}), "-2 +two +and a half"_ba); // the rest stays
    }
    void step09_itIsAmended()
    {
        m_first = m_repo.resolve("HEAD");
        m_task->press(Qt::Key_S, kCtrlShift);
        TASK_TRY_EQUAL(staged(), "app.txt"_ba);
        QVERIFY(m_task->settle());
        m_task->press(Qt::Key_A, kCtrlShift);
        TASK_TRY_EQUAL(editor()->message(), m_draft);
        commitAs("feat: count in words\n\nAnd a half.");
        QCOMPARE(m_repo.resolve("HEAD^"), m_start);
        QCOMPARE(git({u"status"_s, u"--porcelain"_s}), QByteArray());
        QCOMPARE(git({u"show"_s, u"HEAD:app.txt"_s}), numbers("two\nand a half", "thirteen").trimmed());
    }
    void step10_aBranchIsCreatedAndCheckedOut()
    {
        m_first = m_repo.resolve("HEAD");
        QVERIFY(m_task->goTo(Qt::Key_1, u"history"_s));
        m_task->press(Qt::Key_Home, kCtrl); // HEAD
        QVERIFY(m_task->settle());
        m_task->press(Qt::Key_B, kCtrl);
        QVERIFY(m_task->isAsked<NewRefDialog>());
        m_task->type("topic");
        QVERIFY(m_task->pressButton(u"Check it out"_s));
        m_task->press(Qt::Key_Return);
        QVERIFY(m_task->isAnswered());
        TASK_TRY_EQUAL(branch(), "topic"_ba);
        QVERIFY(m_task->settle());
        QCOMPARE(m_repo.resolve("refs/heads/topic"), m_first);
    }
    void step11_aChangeIsCommittedThere()
    {
        QVERIFY(m_task->goTo(Qt::Key_2, u"changes"_s));
        edit("app.txt", numbers("two", "13 of topic"));
        m_task->press(Qt::Key_S, kCtrlShift);
        TASK_TRY_EQUAL(staged(), "app.txt"_ba);
        QVERIFY(m_task->settle());
        commitAs("fix: topic");
        QCOMPARE(m_repo.resolve("HEAD^"), m_first);
    }
    void step12_workIsStashed()
    {
        edit("app.txt", numbers("two, unfinished", "13 of topic"));
        m_task->command("changes stash");
        QVERIFY(m_task->isAsked<StashDialog>());
        m_task->type("not done");
        m_task->press(Qt::Key_Return);
        QVERIFY(m_task->isAnswered());
        TASK_TRY_EQUAL(git({u"for-each-ref"_s, u"--format=%(subject)"_s, u"refs/stash"_s}),
                       "On topic: not done"_ba);
        QVERIFY(m_task->settle());
        QCOMPARE(git({u"status"_s, u"--porcelain"_s}), QByteArray());
    }
    void step13_anotherBranchIsCheckedOutAndGoesOn()
    {
        checkOut("main");
        QVERIFY(m_task->goTo(Qt::Key_2, u"changes"_s));
        edit("app.txt", numbers("two\nand a half", "13 of main"));
        m_task->press(Qt::Key_S, kCtrlShift);
        TASK_TRY_EQUAL(staged(), "app.txt"_ba);
        QVERIFY(m_task->settle());
        commitAs("fix: main");
        m_base = m_repo.resolve("HEAD");
    }
    void step14_theBranchIsRebasedAndStopsAtAConflict()
    {
        checkOut("topic");
        QVERIFY(m_task->goTo(Qt::Key_1, u"history"_s));
        m_task->press(Qt::Key_G, kCtrl);
        m_task->type("main");
        m_task->press(Qt::Key_Return);
        QVERIFY(m_task->settle());
        m_task->press(Qt::Key_Escape);
        m_task->command("rebase onto this commit");
        TASK_TRY_EQUAL(m_task->pageId(), u"rebase"_s);
        QVERIFY(m_task->settle());
        m_task->press(Qt::Key_Return, kCtrl);
        TASK_TRY_EQUAL(git({u"diff"_s, u"--name-only"_s, u"--diff-filter=U"_s}), "app.txt"_ba);
        QVERIFY(m_task->settle());
        QCOMPARE(m_repo.resolve("HEAD"), m_base);
        TASK_TRY_EQUAL(m_task->operation().operation().kind, Git::Operation::Rebase);
    }
    void step15_theConflictIsResolved()
    {
        m_task->press(Qt::Key_X, kCtrlShift);
        TASK_TRY_EQUAL(m_task->pageId(), u"conflicts"_s);
        QVERIFY(m_task->settle());
        m_task->press(Qt::Key_B); // both, one below the other
        m_task->press(Qt::Key_Return, kCtrl);
        TASK_TRY_EQUAL(git({u"ls-files"_s, u"-u"_s}), QByteArray());
        QVERIFY(m_task->settle());
        QCOMPARE(git({u"show"_s, u":app.txt"_s}), numbers("two", "13 of main\n13 of topic").trimmed());
    }
    void step16_theRebaseGoesOnToItsEnd()
    {
        TASK_TRY_EQUAL(m_task->operation().continueProblem(), QString());
        m_task->press(Qt::Key_Return, kCtrlShift);
        TASK_TRY_EQUAL(branch(), "topic"_ba);
        QVERIFY(m_task->settle());
        QCOMPARE(subject(), "fix: topic"_ba);
        QCOMPARE(m_repo.resolve("HEAD^"), m_base);
        QVERIFY(!QFile::exists(m_repo.gitDir() + u"/rebase-merge"_s));
        QCOMPARE(git({u"status"_s, u"--porcelain"_s}), QByteArray());
    }
    void step17_theStashIsPopped()
    {
        m_task->command("show the stash");
        TASK_TRY_EQUAL(m_task->pageId(), u"stash"_s);
        QVERIFY(m_task->settle());
        m_task->press(Qt::Key_Return, Qt::AltModifier);
        TASK_TRY_EQUAL(git({u"for-each-ref"_s, u"refs/stash"_s}), QByteArray()); // list fails while it goes
        QVERIFY(m_task->settle());
        QCOMPARE(changedLines({u"diff"_s}), "-two +two, unfinished"_ba);
    }
    void step18_aFileIsDiscarded()
    {
        QVERIFY(m_task->goTo(Qt::Key_2, u"changes"_s));
        waitFor("app.txt");
        m_task->press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(m_task->tabTo(unstagedList()));
        QVERIFY(m_task->chooseFile("app.txt"));
        m_task->press(Qt::Key_Delete);
        TASK_TRY_EQUAL(git({u"status"_s, u"--porcelain"_s}), QByteArray());
        QVERIFY(m_task->settle());
    }
    void step19_theDiscardIsUndone()
    {
        m_task->press(Qt::Key_Z, kCtrl);
        TASK_TRY_EQUAL(m_repo.read("app.txt"), numbers("two, unfinished", "13 of main\n13 of topic"));
        QVERIFY(m_task->settle());
        QCOMPARE(changedLines({u"diff"_s}), "-two +two, unfinished"_ba);
    }
    void step20_theBranchIsPushedOverSsh()
    {
        if (!SshServer::isInstalled())
            QSKIP("openssh-server is not installed");
        if (const QByteArray problem = m_server.start(u"pass word"_s); !problem.isEmpty())
            QSKIP(problem.constData()); // as where the environment has the host's users, and none for sshd
        m_repo.config(u"core.sshCommand"_s, m_server.sshCommand());
        m_repo.git({u"remote"_s, u"add"_s, u"origin"_s, m_server.url(m_origin.path())});
        TASK_TRY(m_task->view()->transfers().transfers().problem(TransferKind::Push).isEmpty());
        QVERIFY(m_task->settle());
        m_task->press(Qt::Key_K, kCtrlShift);
        QVERIFY(m_task->isAsked<TargetDialog>());
        m_task->press(Qt::Key_Return); // to a branch of the same name
        QVERIFY(m_task->isAsked<AskDialog>());
        QVERIFY(m_task->pressButton(u"Trust this host"_s));
        const auto isPassphraseWanted = [] {
            const auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
            return line && line->echoMode() == QLineEdit::Password;
        };
        TASK_TRY(isPassphraseWanted());
        m_task->type("pass word");
        m_task->press(Qt::Key_Return);
        const QByteArray head = m_repo.resolve("HEAD");
        const auto arrived = [this] {
            return m_origin.tryGit({u"rev-parse"_s, u"--verify"_s, u"-q"_s, u"refs/heads/topic"_s})
                .output.trimmed();
        };
        TASK_TRY_EQUAL(arrived(), head);
        QVERIFY(m_task->settle());
        QCOMPARE(git({u"rev-parse"_s, u"--abbrev-ref"_s, u"topic@{upstream}"_s}), "origin/topic"_ba);
    }
};

PLUMBLINE_UI_TEST_MAIN(RealTaskTest)
#include "tst_realtask.moc"
