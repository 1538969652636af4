// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/history/branchmenu.h"
#include "ui/history/historypage.h"
#include "ui/history/mergedialog.h"
#include "ui/history/reflist.h"
#include "ui/history/refpanel.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/namedialog.h"
#include "ui/widgets/plainlabel.h"
#include "workspace/commitactions.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Opened : Tests::OpenPage<HistoryPage>
{
    explicit Opened(const RepoBuilder &repo, Git::Trust trust = Git::Trust::Trusted)
        : OpenPage(repo, trust)
    {
        QObject::connect(&context, &RepositoryContext::messageShown, &page(),
                         [this](const QString &text) { message = text; });
        QObject::connect(&context, &RepositoryContext::trustRequested, &page(), [this] { ++trustRequests; });
        if (!settle())
            qFatal("The page did not settle");
    }

    /// Waits for what was begun; true when nothing was wrong with it.
    bool ends()
    {
        return QTest::qWaitFor([this] { return !repository.writes().isBusy(); }, 20'000) && settle() &&
               !banner();
    }
    template<class Dialog> Dialog *dialog() { return page().findChild<Dialog *>(); }
    ErrorBanner *banner()
    {
        for (ErrorBanner *banner : page().findChildren<ErrorBanner *>())
            if (banner->isVisible())
                return banner;
        return nullptr;
    }
    std::unique_ptr<QMenu> menu(const QByteArray &name)
    {
        auto menu = std::make_unique<QMenu>();
        for (const Git::Ref &ref : repository.refs().all)
            if (ref.name == name)
                Q_EMIT page().findChild<RefPanel *>()->menuWanted(menu.get(), ref.name, ref.target);
        return menu;
    }
    QAction *entry(QMenu &menu, const QString &start)
    {
        for (QAction *action : menu.actions())
            if (action->text().remove(u'&').startsWith(start))
                return action;
        return nullptr;
    }
    void run(const QByteArray &name, const QString &start)
    {
        const auto made = menu(name);
        QAction *action = entry(*made, start);
        if (!action || !action->isEnabled())
            qFatal("No such entry: %s", qPrintable(start));
        action->trigger();
    }

    QString message;
    int trustRequests = 0;
};

QPushButton *actOf(QDialog *dialog)
{
    return dialog->findChild<QPushButton *>(u"act"_s);
}

void startWithTopic(RepoBuilder &repo)
{
    repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
    repo.write("a", "1\n").commit("first");
    repo.branch("topic").checkout("topic").write("b", "1\n").commit("of topic");
    repo.checkout("main");
}

QByteArray refs(const RepoBuilder &repo)
{
    return repo.git({u"for-each-ref"_s, u"--format=%(refname:short)"_s, u"refs/heads"_s});
}

} // namespace

/// Branches in the menu of the refs panel and as commands.
class BranchMenuTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBranchIsRenamedAndItsNameIsJudged()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        Opened open(repo);
        open.run("refs/heads/topic", u"Rename"_s);
        auto *dialog = open.dialog<NameDialog>();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>();
        QCOMPARE(name->text(), u"topic"_s);
        QVERIFY(!actOf(dialog)->isEnabled());
        const std::array bad{u"main"_s, u"main/x"_s, u"a..b"_s, u"-x"_s, u"HEAD"_s, u""_s};
        for (const QString &text : bad) {
            name->setText(text);
            QVERIFY2(!actOf(dialog)->isEnabled(), qPrintable(text));
        }
        name->setText(u"main/x"_s);
        QVERIFY(open.labels<PlainLabel>().contains(u"“main” stands in the way"_s));
        name->setText(u"topic/new"_s); // its own name is not in the way
        actOf(dialog)->click();
        QVERIFY(open.ends());
        QCOMPARE(refs(repo), "main\ntopic/new\n"_ba);
        QCOMPARE(open.message, u"topic is topic/new now"_s);
    }

    void aBranchIsDeletedAfterSayingWhatIsNotMergedAndComesBack()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        const QByteArray tip = repo.resolve("topic");
        Opened open(repo);
        open.run("refs/heads/topic", u"Delete"_s);
        PAGE_TRY(open.dialog<ConfirmDialog>());
        auto *dialog = open.dialog<ConfirmDialog>();
        const QString said = dialog->findChild<PlainLabel *>()->text();
        QVERIFY2(said.contains(u"1 commit(s) of topic are on no other branch"_s), qPrintable(said));
        QCOMPARE(actOf(dialog)->text(), u"Delete topic"_s);
        actOf(dialog)->click();
        QVERIFY(open.ends());
        QCOMPARE(refs(repo), "main\n"_ba);
        CommitActionsController undo(open.repository);
        undo.undoLast();
        QVERIFY(open.ends());
        QCOMPARE(repo.resolve("topic"), tip);
    }

    void aTagIsDeletedWithAWayBackAndPushedWhereItIsWanted()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        repo.git({u"tag"_s, u"-m"_s, u"One"_s, u"v1"_s, u"topic"_s});
        const QByteArray object = repo.resolve("refs/tags/v1");
        Opened open(repo);
        open.context.setRemotes({"origin", "other&one"});
        QSignalSpy pushed(&open.context, &RepositoryContext::tagPushRequested);
        QSignalSpy removed(&open.context, &RepositoryContext::removalRequested);
        open.run("refs/tags/v1", u"Push to origin"_s);
        QCOMPARE(pushed.value(0), (QVariantList{"origin"_ba, "refs/tags/v1"_ba}));
        open.run("refs/tags/v1", u"Delete at origin…"_s);
        QCOMPARE(removed.value(0).mid(0, 2), (QVariantList{"origin"_ba, "refs/tags/v1"_ba}));
        open.run("refs/tags/v1", u"Delete…"_s);
        auto *dialog = open.dialog<ConfirmDialog>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<PlainLabel *>()->text().contains(u"v1"_s));
        actOf(dialog)->click();
        QVERIFY(open.ends());
        QVERIFY(repo.tryGit({u"rev-parse"_s, u"-q"_s, u"--verify"_s, u"refs/tags/v1"_s}).exitCode != 0);
        CommitActionsController undo(open.repository);
        undo.undoLast();
        QVERIFY(open.ends());
        QCOMPARE(repo.resolve("refs/tags/v1"), object);
    }

    void aBranchOfARemoteIsDeletedThereAsItIsSeen()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        repo.git({u"update-ref"_s, u"refs/remotes/ori/gin/feature/x"_s, u"topic"_s});
        repo.git({u"branch"_s, u"-q"_s, u"-D"_s, u"topic"_s});
        Opened open(repo);
        {
            const auto menu = open.menu("refs/remotes/ori/gin/feature/x");
            QVERIFY(!open.entry(*menu, u"Delete"_s)); // whose it is is not known
        }
        open.context.setRemotes({"ori", "ori/gin"});
        QSignalSpy removed(&open.context, &RepositoryContext::removalRequested);
        open.run("refs/remotes/ori/gin/feature/x", u"Delete at ori/gin…"_s);
        PAGE_TRY(removed.size() == 1);
        QCOMPARE(removed[0].mid(0, 2), (QVariantList{"ori/gin"_ba, "refs/heads/feature/x"_ba}));
        QCOMPARE(removed[0][2].value<Git::ObjectId>().toHex(),
                 repo.resolve("refs/remotes/ori/gin/feature/x"));
        QCOMPARE(removed[0][3].toLongLong(), 1); // nothing else has it
    }

    void aMergedBranchIsSaidToBe()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        repo.merge("topic");
        Opened open(repo);
        open.run("refs/heads/topic", u"Delete"_s);
        PAGE_TRY(open.dialog<ConfirmDialog>());
        QVERIFY(open.dialog<ConfirmDialog>()->findChild<PlainLabel *>()->text().contains(
            u"are on other branches or tags as well"_s));
        const auto menu = open.menu("refs/heads/main");
        QVERIFY(!open.entry(*menu, u"Delete"_s)->isEnabled()); // it is checked out
        QVERIFY(!open.entry(*menu, u"Merge"_s)->isEnabled());
    }

    void aBranchFollowsAnotherOneAndStops()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        repo.git({u"update-ref"_s, u"refs/remotes/origin/topic"_s, u"main"_s});
        repo.git({u"remote"_s, u"add"_s, u"origin"_s, repo.folder()});
        Opened open(repo);
        open.run("refs/heads/topic", u"Set upstream"_s);
        auto *dialog = open.dialog<NameDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit *>()->text(), u"origin/topic"_s); // of the same name
        dialog->findChild<QLineEdit *>()->setText(u"origin/none"_s);
        QVERIFY(!actOf(dialog)->isEnabled());
        dialog->findChild<QLineEdit *>()->setText(u"origin/topic"_s);
        actOf(dialog)->click();
        QVERIFY(open.ends());
        const auto upstream = [&] {
            return repo.tryGit({u"rev-parse"_s, u"--abbrev-ref"_s, u"topic@{upstream}"_s}).output;
        };
        QCOMPARE(upstream(), "origin/topic\n"_ba);
        PAGE_TRY(open.entry(*open.menu("refs/heads/topic"), u"Stop following origin/topic"_s));
        open.run("refs/heads/topic", u"Stop following"_s);
        QVERIFY(open.ends());
        QVERIFY(upstream() != "origin/topic\n"_ba);
    }

    void aBranchIsMergedOrOnlyFastForwarded()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        repo.branch("other").checkout("other").write("c", "1\n").commit("of other");
        repo.checkout("main");
        Opened open(repo);
        open.run("refs/heads/topic", u"Fast-forward main"_s);
        QVERIFY(open.ends());
        QCOMPARE(repo.resolve("main"), repo.resolve("topic"));
        PAGE_TRY(open.repository.refs().head.target.toHex() == repo.resolve("topic"));
        open.run("refs/heads/other", u"Fast-forward main"_s);
        PAGE_TRY(open.banner()); // it would not be enough
        QCOMPARE(repo.resolve("main"), repo.resolve("topic"));
        open.run("refs/heads/other", u"Merge into main"_s);
        QVERIFY(open.ends());
        QCOMPARE(repo.git({u"log"_s, u"-1"_s, u"--format=%s"_s}), "Merge branch 'other'\n"_ba);
        QCOMPARE(open.message, u"Merged other into main"_s);
    }

    void howToMergeIsAskedWithTheConfiguredWayFirst()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        repo.config(u"merge.ff"_s, u"false"_s);
        const QByteArray before = repo.resolve("main");
        Opened open(repo);
        const auto choose = [&](const QString &start) {
            open.run("refs/heads/topic", u"Merge into main with"_s);
            if (!QTest::qWaitFor([&] { return open.dialog<MergeDialog>() != nullptr; }, 20'000))
                qFatal("no dialog");
            for (QRadioButton *choice : open.dialog<MergeDialog>()->findChildren<QRadioButton *>()) {
                if (choice->text().remove(u'&').startsWith(start))
                    choice->click();
            }
            actOf(open.dialog<MergeDialog>())->click();
            const bool isDone = open.ends();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            return isDone;
        };
        QVERIFY(choose(u"none: as configured"_s));
        QCOMPARE(repo.git({u"log"_s, u"-1"_s, u"--format=%s %P"_s}),
                 "Merge branch 'topic' " + before + ' ' + repo.resolve("topic") + '\n');
        repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, QString::fromLatin1(before)});
        open.repository.note(kEverything);
        PAGE_TRY(open.repository.refs().head.target.toHex() == before);
        QVERIFY(open.settle());
        QVERIFY(choose(u"Squash"_s));
        QCOMPARE(repo.resolve("main"), before);
        QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), "A  b\n"_ba);
        QVERIFY(open.message.contains(u"are staged"_s));
        repo.git({u"reset"_s, u"-q"_s, u"--hard"_s});
        QVERIFY(choose(u"Fast-forward only"_s));
        QCOMPARE(repo.resolve("main"), repo.resolve("topic"));
    }

    void commandsAskForTheBranch()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        Opened open(repo);
        open.command(u"history.checkoutBranch"_s)->trigger();
        auto *dialog = open.dialog<NameDialog>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(u"none"_s);
        QVERIFY(!actOf(dialog)->isEnabled());
        dialog->findChild<QLineEdit *>()->clear();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"topic"_s);
        PAGE_TRY(!QApplication::activePopupWidget()); // nothing is left to be chosen from
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(open.ends());
        QCOMPARE(repo.git({u"symbolic-ref"_s, u"HEAD"_s}), "refs/heads/topic\n"_ba);
    }

    void withoutTrustNothingIsDone()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        Opened open(repo, Git::Trust::Unknown);
        int asked = 0;
        for (const QString &start :
             {u"Check out"_s, u"Merge"_s, u"Rename"_s, u"Set upstream"_s, u"Delete"_s}) {
            open.run("refs/heads/topic", start);
            QCOMPARE(open.trustRequests, ++asked);
        }
        open.command(u"history.deleteBranch"_s)->trigger();
        QCOMPARE(open.trustRequests, ++asked);
        QVERIFY(!open.dialog<QDialog>());
        QCOMPARE(refs(repo), "main\ntopic\n"_ba);
    }

    void t26_leavingCommitsBehindOffersABranch()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        repo.write("d", "1\n");
        const QByteArray left = repo.commit("on no branch");
        Opened open(repo);
        open.run("refs/heads/topic", u"Check out"_s);
        QVERIFY(open.ends());
        QVERIFY2(open.labels<PlainLabel>().contains(u"are on no branch. A branch keeps them."_s),
                 qPrintable(open.labels<PlainLabel>()));
        for (QToolButton *button : open->findChildren<QToolButton *>())
            if (button->isVisible() && button->text().startsWith(u"Create branch there"_s))
                button->click();
        auto *dialog = open.dialog<NameDialog>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(u"kept"_s);
        actOf(dialog)->click();
        QVERIFY(open.ends());
        QCOMPARE(repo.resolve("kept"), left);
        QVERIFY(!open.labels<PlainLabel>().contains(u"are on no branch. A branch"_s));
    }

    void t50_howFarBranchesAreApartIsCountedForThoseInSight()
    {
        RepoBuilder repo;
        startWithTopic(repo);
        QByteArray commands;
        const QByteArray first = repo.resolve("main"), ahead = repo.resolve("topic");
        for (int at = 100; at < 300; ++at) {
            const QByteArray number = QByteArray::number(at);
            commands += "create refs/heads/b" + number + ' ' + (at % 2 ? ahead : first) + '\n';
            commands += "create refs/remotes/origin/b" + number + ' ' + (at % 2 ? first : ahead) + '\n';
        }
        repo.git({u"update-ref"_s, u"--stdin"_s}, commands);
        QByteArray config = "[remote \"origin\"]\n\turl = x\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n";
        for (int at = 100; at < 300; ++at) {
            const QByteArray number = QByteArray::number(at);
            config += "[branch \"b" + number + "\"]\n\tremote = origin\n\tmerge = refs/heads/b" +
                      (at == 102 ? "gone"_ba : number) + '\n';
        }
        QFile file(repo.gitDir() + u"/config"_s);
        QVERIFY(file.open(QFile::Append) && file.write(config) > 0);
        file.close();
        Opened open(repo);
        auto *list = open->findChild<RefList *>();
        open->resize(1700, 800); // the panel needs room
        PAGE_TRY(list->isVisible());
        const auto noteOf = [&](const QByteArray &name) {
            const auto *items = static_cast<const RefItems *>(list->model());
            return list->model()
                ->index(items->rowOf("refs/heads/" + name), 0)
                .data(RefItems::NoteRole)
                .toString();
        };
        PAGE_TRY_EQUAL(noteOf("b100"), u"↓1"_s);
        QCOMPARE(noteOf("b101"), u"↑1"_s);
        QCOMPARE(noteOf("b102"), u"gone"_s);
        QCOMPARE(noteOf("b299"), QString()); // nobody has looked at it
        const int last = static_cast<const RefItems *>(list->model())->rowOf("refs/heads/b299");
        list->scrollTo(list->model()->index(last, 0));
        PAGE_TRY_EQUAL(noteOf("b299"), u"↑1"_s);
    }
};

PLUMBLINE_UI_TEST_MAIN(BranchMenuTest)
#include "tst_branchmenu.moc"
