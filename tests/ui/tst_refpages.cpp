// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/diff/diffview.h"
#include "ui/files/keyedlist.h"
#include "ui/history/newrefdialog.h"
#include "ui/reflog/reflogpage.h"
#include "ui/remotes/remotedialog.h"
#include "ui/remotes/remotespage.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/namedialog.h"
#include "ui/widgets/plainlabel.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

/// topic was deleted in a terminal; main was reset by a commit.
QByteArray make(RepoBuilder &repo)
{
    repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
    repo.write("a.yaml", "1\n").commit("first");
    repo.branch("topic").checkout("topic").write("t.yaml", "1\n");
    const QByteArray lost = repo.commit("of topic");
    repo.checkout("main").write("a.yaml", "2\n").commit("second");
    repo.git({u"branch"_s, u"-qD"_s, u"topic"_s});
    repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});
    return lost;
}

template<class Page> QPushButton *actOf(Page &page)
{
    for (QDialog *dialog : page.template findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog->template findChild<QPushButton *>(u"act"_s);
    }
    return nullptr;
}

QLineEdit *field(QWidget &page, const QString &name)
{
    for (QLineEdit *line : page.findChildren<QLineEdit *>()) {
        if (line->accessibleName() == name)
            return line;
    }
    return nullptr;
}

} // namespace

/// Pages about what refs were and where they come from.
class RefPagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMovesOfHeadAreThoseOfGitWithTheirCommits()
    {
        RepoBuilder repo;
        make(repo);
        Tests::OpenPage<ReflogPage> open(repo);
        QVERIFY(open.settle());
        const ReflogItems &items = open->reflog().items();
        const QList<QByteArray> theirs =
            repo.git({u"log"_s, u"-g"_s, u"--format=%H %gs"_s}).trimmed().split('\n');
        QCOMPARE(items.rowCount(), theirs.size());
        for (int row = 0; row < items.rowCount(); ++row)
            QCOMPARE(
                QString(items.row(row)->commit.text() + u' ' + items.index(row).data().toString()).toUtf8(),
                theirs[row]);
        QVERIFY(open.labels<PlainLabel>().contains(u"HEAD@{0}"_s));
        open->setFocus();
        open.press(Qt::Key_Down); // the commit that was reset
        auto *diff = open->findChild<DiffView *>();
        PAGE_TRY_EQUAL(diff->files().value(0).path(), "a.yaml"_ba);
        open.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), repo.resolve("HEAD@{1}"));
        QSignalSpy asked(&open.context, &RepositoryContext::pageRequested);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.value(0).value(1).value<QVariant>().toByteArray(), repo.resolve("HEAD@{1}"));
    }

    void aMoveIsComparedWithWhereItWasBefore()
    {
        RepoBuilder repo;
        make(repo);
        Tests::OpenPage<ReflogPage> open(repo);
        QVERIFY(open.settle());
        auto *diff = open->findChild<DiffView *>();
        QCOMPARE(Diff::countLines(diff->files().value(0)), (Diff::LineCounts{1, 0})); // of the first commit
        open.command(u"reflog.compareMove"_s)->trigger();
        QVERIFY(open.settle());
        QCOMPARE(Diff::countLines(diff->files().value(0)), (Diff::LineCounts{1, 1})); // what was reset
    }

    void theListFollowsAndAnotherRefIsChosenByName()
    {
        RepoBuilder repo;
        make(repo);
        Tests::OpenPage<ReflogPage> open(repo);
        QVERIFY(open.settle());
        auto *list = open->findChild<KeyedList *>();
        list->setCurrentIndex(list->model()->index(2, 0));
        const int before = list->model()->rowCount();
        repo.write("b.yaml", "1\n").commit("third");
        open.repository.note(kEverything);
        PAGE_TRY_EQUAL(list->model()->rowCount(), before + 1);
        QCOMPARE(list->currentIndex().row(), 3); // what was chosen
        open.command(u"reflog.choose"_s)->trigger();
        auto *dialog = open->findChild<NameDialog *>();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>();
        name->setText(u"none"_s);
        QVERIFY(!actOf(open.page())->isEnabled());
        name->setText(u"main"_s);
        actOf(open.page())->click();
        PAGE_TRY_EQUAL(open->reflog().ref(), "refs/heads/main"_ba);
        QVERIFY(open.settle());
        QCOMPARE(list->model()->rowCount(), 4);
        QVERIFY(open.labels<PlainLabel>().contains(u"main@{0}"_s));
    }

    void commitsOfADeletedBranchAreFoundWhenAskedAndGetABranch()
    {
        RepoBuilder repo;
        const QByteArray lost = make(repo);
        Tests::OpenPage<ReflogPage> open(repo);
        QVERIFY(open.settle());
        open->reflog().showLost();
        QCOMPARE(open->controller().state(), PageState::Empty); // nothing is looked for by itself
        QVERIFY(open->findChild<EmptyState *>()->isVisible());
        open->findChild<EmptyState *>()->findChild<QPushButton *>()->click();
        QCOMPARE(open.context.work().entries().size(), 1);
        QVERIFY(open.context.work().entries().first().cancel);
        QVERIFY(open.settle());
        QVERIFY(open.context.work().entries().isEmpty());
        const int row = open->reflog().items().rowOf(*Git::ObjectId::fromHex(lost));
        QVERIFY(row >= 0);
        open->findChild<KeyedList *>()->setCurrentIndex(open->reflog().items().index(row));
        QVERIFY(open.settle());
        QCOMPARE(open->findChild<DiffView *>()->files().value(0).path(), "t.yaml"_ba);
        QVERIFY(!open.command(u"reflog.goToCommit"_s)->isEnabled()); // no ref leads there
        open.command(u"reflog.createBranch"_s)->trigger();
        auto *dialog = open->findChild<NewRefDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(u"found"_s);
        dialog->findChild<QPushButton *>(u"make"_s)->click();
        PAGE_TRY(!open.repository.writes().isBusy());
        QCOMPARE(repo.resolve("found"), lost);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"Refs have moved since: look again"_s));
    }

    void lookingIsStopped()
    {
        RepoBuilder repo;
        make(repo);
        Tests::OpenPage<ReflogPage> open(repo);
        QVERIFY(open.settle());
        open.command(u"reflog.findLost"_s)->trigger();
        QVERIFY(open->reflog().isSearching());
        open.command(u"reflog.stop"_s)->trigger();
        QVERIFY(!open->reflog().isSearching());
        QCOMPARE(open->controller().state(), PageState::Empty);
        QVERIFY(!open->reflog().wasSearched());
    }

    void withoutTrustLostCommitsAreNotLookedFor()
    {
        RepoBuilder repo;
        make(repo);
        Tests::OpenPage<ReflogPage> open(repo, Git::Trust::Unknown);
        QVERIFY(open.settle());
        QVERIFY(open->reflog().items().rowCount() > 0); // which needs no program
        QSignalSpy asked(&open.context, &RepositoryContext::trustRequested);
        open.command(u"reflog.findLost"_s)->trigger();
        QCOMPARE(asked.count(), 1);
        QVERIFY(!open->reflog().isSearching());
    }

    void whatIsNotRecordedOrGoneIsSaid()
    {
        RepoBuilder repo;
        make(repo);
        repo.remove(".git/logs/refs/heads/main");
        const QByteArray none(40, '1');
        repo.write(".git/logs/HEAD", none + ' ' + QByteArray(40, '2') + " A <a@b> 1700000000 +0000\tgone\n");
        Tests::OpenPage<ReflogPage> open(repo);
        QVERIFY(open.settle());
        QVERIFY(!open.command(u"reflog.createBranch"_s)->isEnabled());
        QCOMPARE(open->reflog().items().index(0).data(ReflogItems::NoteRole).toString(),
                 u"the commit is gone"_s);
        open->openArgument("refs/heads/main"_ba);
        QVERIFY(open.settle());
        QCOMPARE(open->controller().state(), PageState::Empty);
        QVERIFY(open.labels<PlainLabel>().contains(u"No moves of main are recorded"_s));
        repo.link(".git/logs/refs/heads/main", "/etc/passwd");
        open->controller().refresh();
        PAGE_TRY_EQUAL(open->controller().state(), PageState::Failed);
    }

    void aRemoteIsAddedReaddressedRenamedAndRemovedByKeys()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").commit("first");
        Tests::OpenPage<RemotesPage> open(repo);
        QVERIFY(open.settle());
        QCOMPARE(open->controller().state(), PageState::Empty);
        open.command(u"remotes.add"_s)->trigger();
        QCOMPARE(field(open.page(), u"Name of the remote"_s)->text(), u"origin"_s);
        QLineEdit *address = field(open.page(), u"Address to fetch from"_s);
        for (const QString &bad :
             {u"https://ada:hunter2@example.org/a"_s, u"ext::sh -c id"_s, u"-x"_s, u""_s}) {
            address->setText(bad);
            QVERIFY2(!actOf(open.page())->isEnabled(), qPrintable(bad));
            QVERIFY(!open.labels<PlainLabel>().contains(u"hunter2"_s));
        }
        address->setText(u"https://example.org/a.git"_s);
        QTest::keyClick(address, Qt::Key_Return);
        PAGE_TRY_EQUAL(open->items().rowCount(), 1);
        QVERIFY(open.settle());
        const QString tip = QString::fromLatin1(repo.resolve("HEAD"));
        repo.git({u"update-ref"_s, u"refs/remotes/origin/main"_s, tip});
        repo.git({u"branch"_s, u"--set-upstream-to=origin/main"_s});
        repo.git({u"symbolic-ref"_s, u"refs/remotes/origin/HEAD"_s, u"refs/remotes/origin/main"_s});
        open->setFocus();
        open.command(u"remotes.addresses"_s)->trigger();
        QVERIFY(!actOf(open.page())->isEnabled()); // nothing is different yet
        field(open.page(), u"Address to push to"_s)->setText(u"git@example.org:a"_s);
        actOf(open.page())->click();
        PAGE_TRY_EQUAL(open->items().remotes().value(0).pushUrl, "git@example.org:a"_ba);
        QCOMPARE(open->items().remotes().value(0).fetchUrl, "https://example.org/a.git"_ba);
        QVERIFY(open.settle());
        open.command(u"remotes.rename"_s)->trigger();
        open->findChild<NameDialog *>()->findChild<QLineEdit *>()->setText(u"team"_s);
        actOf(open.page())->click();
        PAGE_TRY_EQUAL(open->items().remotes().value(0).name, "team"_ba);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"1 remote branch(es) here"_s));
        QVERIFY(open.settle());
        open.command(u"remotes.remove"_s)->trigger();
        const QString said = open->findChild<ConfirmDialog *>()->findChild<PlainLabel *>()->text();
        for (const QString &part :
             {u"https://example.org/a.git"_s, u"team/main"_s, u"follow nothing: main"_s})
            QVERIFY2(said.contains(part), qPrintable(said));
        actOf(open.page())->click();
        PAGE_TRY_EQUAL(open->controller().state(), PageState::Empty);
        QCOMPARE(repo.git({u"remote"_s}), QByteArray());
    }

    void aPasswordOfAnAddressIsNeitherShownNorTouched()
    {
        RepoBuilder repo;
        const QString secret = u"https://ada:hunter2@example.org/a"_s;
        repo.git({u"remote"_s, u"add"_s, u"origin"_s, secret});
        Tests::OpenPage<RemotesPage> open(repo);
        QVERIFY(open.settle());
        open.command(u"remotes.addresses"_s)->trigger();
        QStringList seen{open.labels<PlainLabel>()};
        for (const QLineEdit *line : open->findChildren<QLineEdit *>())
            seen += line->text() + line->placeholderText();
        seen += open->items().index(0).data(RemoteItems::AddressRole).toString();
        seen += open->items().index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(!seen.join(u'\n').contains(u"hunter2"_s), qPrintable(seen.join(u'\n')));
        field(open.page(), u"Address to push to"_s)->setText(u"/srv/b"_s);
        actOf(open.page())->click();
        PAGE_TRY_EQUAL(open->items().remotes().value(0).pushUrl, "/srv/b"_ba);
        QCOMPARE(open->items().remotes().value(0).fetchUrl, secret.toUtf8());
    }

    void whatGitRefusesIsSaidAndWithoutTrustNothingIsDone()
    {
        RepoBuilder repo;
        repo.git({u"remote"_s, u"add"_s, u"origin"_s, u"/srv/a"_s});
        {
            Tests::OpenPage<RemotesPage> open(repo, Git::Trust::Unknown);
            QVERIFY(open.settle());
            QSignalSpy asked(&open.context, &RepositoryContext::trustRequested);
            int count = 0;
            for (const QString &id :
                 {u"add"_s, u"fetch"_s, u"prune"_s, u"rename"_s, u"addresses"_s, u"remove"_s}) {
                open.command(u"remotes."_s + id)->trigger();
                QCOMPARE(asked.count(), ++count);
            }
            QVERIFY(!open->findChild<QDialog *>());
        }
        Tests::OpenPage<RemotesPage> open(repo);
        QVERIFY(open.settle());
        QSignalSpy fetched(&open.context, &RepositoryContext::fetchRequested);
        open.command(u"remotes.prune"_s)->trigger();
        QCOMPARE(fetched.value(0), (QVariantList{"origin"_ba, true}));
        open.command(u"remotes.add"_s)->trigger();
        field(open.page(), u"Name of the remote"_s)->setText(u"origin"_s);
        field(open.page(), u"Address to fetch from"_s)->setText(u"/srv/b"_s);
        QVERIFY(!actOf(open.page())->isEnabled());
        field(open.page(), u"Name of the remote"_s)->setText(u"second"_s);
        repo.git({u"remote"_s, u"add"_s, u"second"_s, u"/srv/c"_s}); // meanwhile, in a terminal
        actOf(open.page())->click();
        PAGE_TRY(open->findChild<ErrorBanner *>()->isVisible());
        QCOMPARE(repo.git({u"remote"_s, u"get-url"_s, u"second"_s}), "/srv/c\n"_ba);
    }
};

PLUMBLINE_UI_TEST_MAIN(RefPagesTest)
#include "tst_refpages.moc"
